import PostalMime, { type Address, type Email } from 'postal-mime';
import { badInput } from '../../shared/index.ts';
import { CollectedText } from './collected.ts';
import { FILE_KINDS, type Reading } from './kinds.ts';
import { firstLine, titleIfMeant } from './package-xml.ts';

const LOOKED_AT = 64 * 1024;
const DEEPEST = 50;
const MOST_PARTS = 2_000;
const KNOWN =
  /^(?:received|from|to|cc|date|subject|message-id|mime-version|return-path|delivered-to|content-type|x-[\w-]+|dkim-signature|arc-[\w-]+|authentication-results|reply-to|sender)$/i;
const NEEDED = /^(?:from|date|message-id|received)$/i;

/** Whether it begins with the header of a mail (RFC 5322): fields only, and among them those that every mail has. */
export function isMail(start: Buffer): boolean {
  const header =
    start
      .subarray(0, LOOKED_AT)
      .toString('latin1')
      .split(/\r?\n\r?\n/)[0] ?? '';
  const lines = header.split(/\r?\n/);
  const names = lines.filter((line) => !/^[ \t]/.test(line)).map((line) => /^([!-9;-~]+):/.exec(line)?.[1] ?? null);
  const cut = start.length >= LOOKED_AT && header.length >= LOOKED_AT - 4;
  const all = cut ? names.slice(0, -1) : names;
  if (all.some((name) => name === null)) return false;
  const known = all.filter((name) => name !== null && KNOWN.test(name));
  return known.length >= 3 && all.filter((name) => name !== null && NEEDED.test(name)).length >= 2;
}

/** Every boundary opens parts: more of them than anybody writes are not unpacked at all. */
function checkParts(bytes: Buffer): void {
  let parts = 0;
  const mark = Buffer.from('content-type:');
  for (let at = 0; at < bytes.length; ) {
    const line = bytes.indexOf(10, at);
    const end = line < 0 ? bytes.length : line;
    if ((bytes[at] ?? 0) === 0x43 || (bytes[at] ?? 0) === 0x63) {
      const start = bytes.toString('latin1', at, Math.min(end, at + mark.length)).toLowerCase();
      if (start === 'content-type:') parts += 1;
    }
    if (parts > MOST_PARTS) throw badInput('records.too_complex');
    at = end + 1;
  }
}

const named = (address: Address | undefined): string => {
  if (!address) return '';
  const inside = address.group?.map((one) => named(one)).join(', ');
  return [address.name, inside ?? (address.address ? `<${address.address}>` : '')].filter(Boolean).join(' ');
};

const withoutMarkup = (html: string) =>
  html
    .replaceAll(/<(script|style)\b[\s\S]{0,200000}?<\/\1\s*>/gi, ' ')
    .replaceAll(/<(?:br|\/p|\/div|\/tr|\/li|\/h\d)\b[^<>]*>/gi, '\n')
    .replaceAll(/<[^<>]{0,10000}>/g, '');

/** Who, to whom, about what, the words, and what is attached: as a reader sees it. */
function collect(email: Email): CollectedText {
  const collected = new CollectedText();
  const line = (text: string | undefined) => text && collected.add(`${text}\n`);
  line(email.subject);
  line(named(email.from));
  for (const one of [...(email.to ?? []), ...(email.cc ?? [])]) line(named(one));
  line(email.text ?? (email.html ? withoutMarkup(email.html) : ''));
  for (const attachment of email.attachments) line(attachment.filename ?? '');
  return collected;
}

/** @throws bad-input `records.damaged`, `records.too_complex` */
export async function parseMail(bytes: Buffer): Promise<Email> {
  checkParts(bytes);
  return PostalMime.parse(bytes, { maxNestingDepth: DEEPEST, maxHeadersSize: 1024 * 1024 }).catch((error: unknown) => {
    const tooDeep = error instanceof Error && /nesting|header/i.test(error.message);
    throw badInput(tooDeep ? 'records.too_complex' : 'records.damaged', { reason: 'mail' });
  });
}

export async function readMail(bytes: Buffer): Promise<Reading> {
  const email = await parseMail(bytes);
  const collected = collect(email);
  const text = collected.toString();
  return {
    ...{ kind: 'MAIL', ...FILE_KINDS.MAIL, pages: null, text, partial: collected.room.partial },
    title: titleIfMeant(email.subject) ?? firstLine(text),
  };
}
