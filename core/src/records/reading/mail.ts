import { hash } from 'node:crypto';
import { decodeHTML } from 'entities';
import { CollectedText, tidyText } from './collected.ts';
import { FILE_KINDS, type MailShown, type Reading } from './kinds.ts';
import { type Mail, takeApart, textOfPart } from './mime.ts';
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

const withoutMarkup = (html: string) =>
  html
    .replaceAll(/<(script|style)\b[\s\S]{0,200000}?<\/\1\s*>/gi, ' ')
    .replaceAll(/<(?:br|\/p|\/div|\/tr|\/li|\/h\d)\b[^<>]*>/gi, '\n')
    .replaceAll(/<[^<>]{0,10000}>/g, '');

/** The words of the mail itself: as plain text where it has them so. */
export function wordsOf({ parts }: Mail): string {
  const own = parts.filter(({ isAttachment }) => !isAttachment);
  const plain = own.filter(({ type }) => type === 'text/plain').map(textOfPart);
  if (plain.some((text) => text.trim() !== '')) return plain.join('\n');
  const html = own.filter(({ type }) => type === 'text/html').map((part) => withoutMarkup(textOfPart(part)));
  return html.map((text) => decodeHTML(text)).join('\n');
}

/** About what, who, to whom, the words, and what is attached: as a reader sees it. @throws bad-input `records.too_complex` */
export function readMail(bytes: Buffer): Reading {
  const mail = takeApart(bytes);
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
