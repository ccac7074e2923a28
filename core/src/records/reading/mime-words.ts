import { TextDecoder } from 'node:util';
import { decodedText } from './plain-text.ts';

// Names that mail programs in Japan write and the Encoding Standard does not know.
const OTHER_NAMES: Readonly<Record<string, string>> = {
  cp932: 'shift_jis',
  ms932: 'shift_jis',
  cp50220: 'iso-2022-jp',
  cp50221: 'iso-2022-jp',
  'iso-2022-jp-ms': 'iso-2022-jp',
};

/** What the bytes say in the encoding that is named; where it is not known, in the one that fits. */
export function decodedAs(charset: string, bytes: Uint8Array): string {
  const name = charset.trim().toLowerCase();
  try {
    if (name !== '' && name !== 'us-ascii') return new TextDecoder(OTHER_NAMES[name] ?? name).decode(bytes);
  } catch {
    // No such encoding.
  }
  return decodedText(bytes) ?? Buffer.from(bytes).toString('latin1');
}

export function fromQuotedPrintable(text: string, spaces: boolean): Buffer {
  const lines = text.replaceAll(/(?<![ \t])[ \t]+$/gm, '').replaceAll(/=\r?\n/g, '');
  const plain = spaces ? lines.replaceAll('_', ' ') : lines;
  const bytes = plain.replaceAll(/=([0-9a-fA-F]{2})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return Buffer.from(bytes, 'latin1');
}

const ENCODED_WORD = /=\?([\w.:-]{1,40})(?:\*[\w-]{1,20})?\?([BbQq])\?([^?]{0,10000})\?=/g;

/** A field as a reader sees it (RFC 2047). Some programs cut a sign in two, so words of one encoding are put together first. */
export function decodedField(raw: string): string {
  const joined = raw.replaceAll(/(\?=)\s+(?==\?)/g, '$1');
  const pieces: { readonly charset: string | null; readonly bytes: Buffer }[] = [];
  let at = 0;
  const add = (charset: string | null, bytes: Buffer) => {
    const last = pieces.at(-1);
    if (last && last.charset === charset)
      pieces[pieces.length - 1] = { charset, bytes: Buffer.concat([last.bytes, bytes]) };
    else if (bytes.length > 0) pieces.push({ charset, bytes });
  };
  for (const { 0: whole, 1: charset = '', 2: kind = '', 3: text = '', index } of joined.matchAll(ENCODED_WORD)) {
    add(null, Buffer.from(joined.slice(at, index), 'latin1'));
    const bytes = kind.toUpperCase() === 'B' ? Buffer.from(text, 'base64') : fromQuotedPrintable(text, true);
    add(charset.toLowerCase(), bytes);
    at = index + whole.length;
  }
  add(null, Buffer.from(joined.slice(at), 'latin1'));
  return pieces.map(({ charset, bytes }) => decodedAs(charset ?? '', bytes)).join('');
}

/** A header has no more to say than this; a pattern that has to look back must not meet more. */
const LONGEST_FIELD = 65_536;

/** `attachment; filename*0*=UTF-8''%E5%A0%B1; filename*1*=...` (RFC 2231), and what programs write instead. */
export function parametersOf(given: string): { readonly value: string; readonly of: (name: string) => string | null } {
  const field = given.slice(0, LONGEST_FIELD);
  const [value = ''] = field.split(';', 1);
  const found = new Map<string, string>();
  for (const [, key = '', quoted, plain] of field.matchAll(
    /;\s*([\w.*-]{1,60})\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]*))/g,
  )) {
    found.set(key.toLowerCase(), quoted === undefined ? (plain ?? '') : quoted.replaceAll(/\\(.)/g, '$1'));
  }
  const unescaped = (text: string) =>
    Buffer.from(
      text.replaceAll(/%([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
      'latin1',
    );
  const of = (name: string): string | null => {
    const plain = found.get(name);
    if (plain !== undefined) return decodedField(plain);
    let text = found.get(`${name}*`) ?? '';
    for (let at = 0; at < 50; at += 1) text += found.get(`${name}*${at}*`) ?? found.get(`${name}*${at}`) ?? '';
    if (text === '') return null;
    const [, charset = '', rest = text] = /^([\w.:-]*)'[\w-]*'(.*)$/s.exec(text) ?? [];
    return decodedAs(charset, unescaped(rest));
  };
  return { value: value.trim().toLowerCase(), of };
}
