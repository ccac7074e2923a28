import type { RecordKind } from './contract.ts';

const MAX_NAME_LETTERS = 80;
const MAX_NAME_BYTES = 200;
// Windows keeps these for devices, whatever follows the dot.
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;
// Endings that say the same; others stay visible before the true one.
const SAME_ENDING: Readonly<Record<string, RegExp>> = {
  docx: /\.(?:docx?|dotx?|zip)$/i,
  jpg: /\.jpe?g$/i,
  tif: /\.tiff?$/i,
};

function bytesOf(text: string): number {
  return Array.from(text).reduce((sum, letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return sum + (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4);
  }, 0);
}

/**
 * A name that no file system, header or reader can be fooled by: no folders, no control or direction marks
 * (`invoice\u202Excod.exe` reads as a .docx), and always the ending of what it is:
 * another ending stays visible before it.
 */
export function safeFileName(given: string, extension = 'docx'): string {
  const last = given.normalize('NFC').toWellFormed().split(/[\\/]/).at(-1) ?? '';
  const plain = last
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\uFFFD]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/[\s.]+$/u, '')
    .replace(SAME_ENDING[extension] ?? new RegExp(`\\.${extension}$`, 'i'), '')
    .replace(/^[\s.]+|[\s.]+$/gu, '');
  let name = Array.from(plain).slice(0, MAX_NAME_LETTERS).join('');
  while (bytesOf(name) > MAX_NAME_BYTES) name = Array.from(name).slice(0, -1).join('');
  const base = name.trimEnd();
  return `${base === '' ? '文書' : DEVICE.test(base) ? `${base}_` : base}.${extension}`;
}

/** What becomes of a record the moment it is filed. 起案文書 waits for its decision; 参考 may be added to; a mail is what it was when it came. */
export function frozenAtFiling(kind: RecordKind, mediaType: string): boolean {
  if (mediaType === 'message/rfc822') return kind !== 'DRAFT_DOCUMENT';
  return kind === 'RECEIPT' || kind === 'FINAL_DOCUMENT';
}
