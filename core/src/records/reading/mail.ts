import { hash } from 'node:crypto';
import { decodeHTML } from 'entities';
import { badInput } from '../../shared/errors.ts';
import { CollectedText, tidyText } from './collected.ts';
import { FILE_KINDS, type MailShown, type Reading } from './kinds.ts';
import { type Mail, takeApart, textOfPart } from './mime.ts';
import { parametersOf } from './mime-words.ts';
import { firstLine, titleIfMeant } from './package-xml.ts';

const LOOKED_AT = 64 * 1024;
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

/** By position: a page of nothing but beginnings must not cost more than its length. */
function withoutScripts(html: string): string {
  const begins = /<(script|style)\b/gi;
  const endless = new Set<string>();
  const kept: string[] = [];
  let at = 0;
  for (let found = begins.exec(html); found; found = begins.exec(html)) {
    const name = String(found[1]).toLowerCase();
    if (endless.has(name)) continue;
    const ends = new RegExp(`</${name}\\s{0,100}>`, 'gi');
    ends.lastIndex = begins.lastIndex;
    if (ends.test(html)) {
      kept.push(html.slice(at, found.index), ' ');
      at = ends.lastIndex;
      begins.lastIndex = at;
    } else endless.add(name);
  }
  return kept.join('') + html.slice(at);
}

const withoutMarkup = (html: string) =>
  withoutScripts(html)
    .replaceAll(/<(?:br|\/p|\/div|\/tr|\/li|\/h\d)\b[^<>]*>/gi, '\n')
    .replaceAll(/<[^<>]{0,10000}>/g, '');

/** S/MIME (RFC 8551, 3.3) and OpenPGP (RFC 3156): whoever has not the key never reads it. */
function isLocked(mail: Mail): boolean {
  const type = parametersOf(mail.field('content-type'));
  const isSmime = /^application\/(?:x-)?pkcs7-mime$/.test(type.value);
  return type.value === 'multipart/encrypted' || (isSmime && /enveloped/i.test(type.of('smime-type') ?? ''));
}

/** The words of the mail itself: as plain text where it has them so. */
export function wordsOf({ parts }: Mail): string {
  const own = parts.filter(({ isAttachment }) => !isAttachment);
  const plain = own.filter(({ type }) => type === 'text/plain').map(textOfPart);
  if (plain.some((text) => text.trim() !== '')) return plain.join('\n');
  const html = own.filter(({ type }) => type === 'text/html').map((part) => withoutMarkup(textOfPart(part)));
  return html.map((text) => decodeHTML(text)).join('\n');
}

/** About what, who, to whom, the words, and what is attached: as a reader sees it. @throws bad-input `records.too_complex`, `records.encrypted` */
export function readMail(bytes: Buffer): Reading {
  const mail = takeApart(bytes);
  if (isLocked(mail)) throw badInput('records.encrypted');
  const collected = new CollectedText();
  for (const name of ['subject', 'from', 'to', 'cc']) collected.add(`${mail.field(name)}\n`);
  collected.add(`${wordsOf(mail)}\n`);
  for (const { fileName } of mail.parts) collected.add(fileName === null ? '' : `${fileName}\n`);
  const text = collected.toString();
  return {
    ...{ kind: 'MAIL', ...FILE_KINDS.MAIL, pages: null, text, partial: collected.room.partial },
    title: titleIfMeant(mail.field('subject')) ?? firstLine(text),
  };
}

const SHOWN = ['From', 'To', 'Cc', 'Date', 'Subject', 'Message-ID'] as const;

/** Everything of the mail that its reader sees, with the hashes of what is attached. */
export function showMail(bytes: Buffer): MailShown {
  const mail = takeApart(bytes);
  const attached = mail.parts.filter(({ isAttachment }) => isAttachment);
  return {
    fields: SHOWN.map((name) => [name, mail.field(name.toLowerCase())] as const).filter(([, value]) => value !== ''),
    text: tidyText(wordsOf(mail)),
    files: attached.map(({ fileName, type, bytes: content }) => {
      const file = content();
      return { name: fileName ?? type, size: file.length, sha256: hash('sha256', file, 'hex') };
    }),
  };
}
