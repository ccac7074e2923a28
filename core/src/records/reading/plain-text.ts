import { TextDecoder } from 'node:util';

// biome-ignore lint/suspicious/noControlCharactersInRegex: what no text has; escape begins ISO-2022-JP
const NO_TEXT = /[\u0000-\u0006\u000e-\u001a\u001c-\u001f]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape itself
const ESCAPES_OF_JIS = /\u001b(?:\$[@B]|\([BJI]|\$\(D)/;
const LOOKED_AT = 50;

function decodedAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return NO_TEXT.test(text) ? null : text;
  } catch {
    // Not written in this one.
    return null;
  }
}

/** UTF-8 or UTF-16, or what older systems write in Japan; null where the bytes are no text at all. */
export function decodedText(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decodedAs('utf-16le', bytes);
  if (first === 0xfe && second === 0xff) return decodedAs('utf-16be', bytes);
  const start = Buffer.from(bytes.subarray(0, 65_536)).toString('latin1');
  const encodings = ESCAPES_OF_JIS.test(start) ? ['iso-2022-jp'] : ['utf-8', 'shift_jis', 'euc-jp'];
  for (const encoding of encodings) {
    const text = decodedAs(encoding, bytes);
    if (text !== null) return text;
  }
  return null;
}

const cells = (line: string, mark: string) => line.replaceAll(/"(?:[^"]|"")*"/g, '').split(mark).length;

/** Whether the first lines are a table: as many cells in each, and more than one. */
export function isTable(text: string): boolean {
  const lines = text
    .slice(0, 20_000)
    .split(/\r\n?|\n/)
    .slice(0, LOOKED_AT);
  const whole = (text.length > 20_000 ? lines.slice(0, -1) : lines).filter((line) => line.trim() !== '');
  return [',', '\t'].some((mark) => {
    const counts = new Set(whole.map((line) => cells(line, mark)));
    return whole.length >= 2 && counts.size === 1 && !counts.has(1);
  });
}
