export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'shift_jis';

export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
  /** How many signs could not be read; U+FFFD stands for each. */
  readonly damaged: number;
}

const SAMPLE = 4_096;

/** UTF-16 has a nought in every other byte of a line break, a digit, a Latin letter; no other encoding has any. */
function utf16Of(bytes: Uint8Array): TextEncoding | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const noughts: [number, number] = [0, 0];
  for (const [at, byte] of bytes.subarray(0, SAMPLE).entries()) if (byte === 0) noughts[at % 2 === 0 ? 0 : 1] += 1;
  const [even, odd] = noughts;
  const few = Math.max(4, Math.min(bytes.length, SAMPLE) / 100);
  if (odd > few && odd > 8 * even) return 'utf-16le';
  return even > few && even > 8 * odd ? 'utf-16be' : null;
}

const UNREADABLE = /\ufffd/g;
const NOT_ASCII = /[^\0-\x7f]/g;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** A file of Shift_JIS read as UTF-8 breaks at nearly every letter; a damaged or cut one of UTF-8 at few. */
function brokenUtf8(bytes: Uint8Array): DecodedText {
  const text = new TextDecoder('utf-8').decode(bytes);
  const damaged = count(text, UNREADABLE);
  if (damaged * 4 <= count(text, NOT_ASCII)) return { text, encoding: 'utf-8', damaged };
  const other = new TextDecoder('shift_jis').decode(bytes);
  return { text: other, encoding: 'shift_jis', damaged: count(other, UNREADABLE) };
}

/** Text as city halls have it: UTF-8 with its mark or without, UTF-16, else Shift_JIS as Windows writes it. */
export function decodedText(bytes: Uint8Array): DecodedText {
  const utf16 = utf16Of(bytes);
  if (utf16 !== null) {
    const text = new TextDecoder(utf16).decode(bytes);
    return { text, encoding: utf16, damaged: count(text, UNREADABLE) };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8', damaged: 0 };
  } catch {
    return brokenUtf8(bytes);
  }
}
