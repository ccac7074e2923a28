/** A character that the encoding does not have: where it stands (from 1), and its code points. */
export interface Unmappable {
  readonly line: number;
  readonly column: number;
  readonly character: string;
  /** `U+20BB7`; several where a character is written with several. */
  readonly codePoint: string;
}

export interface Encoded {
  readonly bytes: Uint8Array;
  readonly unmappable: readonly Unmappable[];
}

// What Windows writes (CP932). JIS X 0208 gives these signs other Unicode numbers than Windows does; they are the same
// sign, and macOS, phones and input methods write the first of each pair.
const SAME_SIGN: Readonly<Record<string, string>> = {
  '\u301c': '\uff5e',
  '\u2016': '\u2225',
  '\u2212': '\uff0d',
  '\u2014': '\u2015',
  '\u00a2': '\uffe0',
  '\u00a3': '\uffe1',
  '\u00ac': '\uffe2',
  '\u00a6': '\uffe4',
  '\u00a5': '\uffe5',
};

const GETA: readonly number[] = [0x81, 0xac];

type Table = ReadonlyMap<string, readonly number[]>;
let known: Table | null = null;

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, at) => from + at);

/** The decoder's own table turned round: every runtime carries it, and so what is written is read back the same. */
function table(): Table {
  const decoder = new TextDecoder('shift_jis', { fatal: true });
  const found = new Map<string, readonly number[]>();
  const add = (bytes: readonly number[]) => {
    try {
      const text = decoder.decode(new Uint8Array(bytes));
      if (text.length === 1 && !found.has(text)) found.set(text, bytes);
    } catch {
      // Not assigned.
    }
  };
  for (const byte of [...range(0x00, 0x7f), ...range(0xa1, 0xdf)]) add([byte]);
  // ED and EE repeat what FA to FC have, and Windows writes the latter; F0 to F9 are the city's own 外字, which have no
  // meaning anywhere else.
  for (const lead of [...range(0x81, 0x9f), ...range(0xe0, 0xec), ...range(0xfa, 0xfc)])
    for (const trail of range(0x40, 0xfc)) if (trail !== 0x7f) add([lead, trail]);
  return found;
}

const VOICED = /[\u304b-\u30f0][\u3099\u309a]/g;
// One letter as people see it: with the signs that only vary it.
const LETTERS = /\r\n|\P{M}\p{M}*|\p{M}/gu;

const codePointsOf = (text: string): string =>
  [...text].map((one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`).join(' ');

/**
 * Text as Shift_JIS (CP932). What the encoding does not have stands as 〓 and is named; nothing is dropped.
 * NFD kana, as macOS writes them, are put together; kanji are left as they are, for NFC would change some of them.
 */
export function encodeShiftJis(text: string): Encoded {
  known ??= table();
  const bytes: number[] = [];
  const unmappable: Unmappable[] = [];
  let line = 1;
  let column = 1;
  for (const [letter] of text.replace(VOICED, (pair) => pair.normalize('NFC')).matchAll(LETTERS)) {
    const mapped = letter === '\r\n' ? [0x0d, 0x0a] : known.get(SAME_SIGN[letter] ?? letter);
    if (!mapped) unmappable.push({ line, column, character: letter, codePoint: codePointsOf(letter) });
    bytes.push(...(mapped ?? GETA));
    const ends = letter === '\r\n' || letter === '\n';
    line += ends ? 1 : 0;
    column = ends ? 1 : column + 1;
  }
  return { bytes: new Uint8Array(bytes), unmappable };
}
