import { TextDecoder } from 'node:util';

// biome-ignore lint/suspicious/noControlCharactersInRegex: what no text has; escape begins ISO-2022-JP
const NO_TEXT = /[\u0000-\u0006\u000e-\u001a\u001c-\u001f]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape itself
const ESCAPES_OF_JIS = /\u001b(?:\$[@B]|\([BJI]|\$\(D)/;
const LOOKED_AT = 50;

const AT_ONCE = 1024 * 1024;

/** All of it must be text, though no more is kept than is asked for. The last sign may be cut in two. */
function decodedAs(encoding: string, bytes: Uint8Array, most: number): string | null {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const kept: string[] = [];
  let length = 0;
  try {
    for (let at = 0; at < bytes.length; at += AT_ONCE) {
      const text = decoder.decode(bytes.subarray(at, at + AT_ONCE), { stream: true });
      if (NO_TEXT.test(text)) return null;
      if (length < most) kept.push(text.slice(0, most - length));
      length += text.length;
    }
    return kept.join('');
  } catch {
    // Not written in this one.
    return null;
  }
}

/**
 * UTF-8 or UTF-16, or what older systems write in Japan, no more letters than that; null where the bytes are no text at
 * all, wherever in them that shows.
 */
export function decodedText(bytes: Uint8Array, most = Number.POSITIVE_INFINITY): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decodedAs('utf-16le', bytes, most);
  if (first === 0xfe && second === 0xff) return decodedAs('utf-16be', bytes, most);
  const start = Buffer.from(bytes.subarray(0, 65_536)).toString('latin1');
  const encodings = ESCAPES_OF_JIS.test(start) ? ['iso-2022-jp'] : ['utf-8', 'shift_jis', 'euc-jp'];
  for (const encoding of encodings) {
    const text = decodedAs(encoding, bytes, most);
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
