import type { Tx } from '../../platform/index.ts';
import type { Marked } from '../../shared/index.ts';
import type { RecordHit } from './contract.ts';
import { type ShownRow, shownRows } from './filters.ts';
import type { FoundRecord } from './finding.ts';
import { markedAround, markedBeginning, type PieceOfText, wholeText } from './marking.ts';
import { type FoundWords, presentHit } from './present.ts';
import { FILE_TEXT, FILED_AS, isAttached, type Part } from './segment.ts';
import { type Wanted, type WordsRow, wordsOf } from './store.ts';
import { withoutHalves } from './stored-words.ts';

/** The document of a record that is shown. */
export interface Shown {
  readonly recordId: string;
  readonly part: Part;
  /** Of the first hit, in folded letters, where the index told. */
  readonly place: number | null;
}

const isText = (part: Part): boolean => part === FILE_TEXT || isAttached(part);

/** The text of the file before what is attached, and that before what the register says of it. */
export function shownOf({ recordId, hits }: FoundRecord): Shown {
  const part = Math.min(...hits.flatMap((hit) => (isText(hit.part) ? [hit.part] : [])));
  const inText = hits.filter((hit) => hit.part === part);
  const places = inText.flatMap(({ place }) => place ?? []);
  const told = places.length > 0 && places.length === inText.length;
  return {
    ...{ recordId, part: inText[0]?.part ?? hits[0]?.part ?? FILED_AS },
    place: told ? Math.min(...places) : null,
  };
}

/**
 * Where about a folded place stands in the text as it was written: blanks and ends of lines put it further behind, a sign
 * that is folded to several letters further to the front. Where the words are not in it after all, the whole text is read.
 */
export function pieceAround(place: number): { from: number; to: number } {
  return { from: Math.max(0, Math.floor(place * 0.97) - 200), to: Math.ceil(place * 1.12) + 600 };
}

const readOn = ({ piece, ...one }: Wanted): Wanted => ({
  ...one,
  ...(piece === undefined ? {} : { piece: { from: piece.from, to: piece.to + 1 } }),
});

const keyOf = ({ recordId, part }: Pick<Shown, 'recordId' | 'part'>): string => `${recordId}/${part}`;

/** A piece was read with one unit more, which tells whether the text goes on. */
function pieceOf({ words }: WordsRow, { from, to }: { from: number; to: number }): PieceOfText {
  const text = withoutHalves(words.slice(0, to - from));
  return { text, cutBefore: from > 0, cutBehind: words.length > to - from };
}

/** The words around the hits, by record and part: from the piece where they ought to be, else from the whole text. */
async function snippets(tx: Tx, shown: readonly Shown[], words: readonly string[]): Promise<Map<string, FoundWords>> {
  const wanted = shown.map(({ recordId, part, place }) => ({
    ...{ recordId, part },
    ...(place === null || !isText(part) ? {} : { piece: pieceAround(place) }),
  }));
  const pieces = new Map(wanted.map((one) => [keyOf(one), one.piece]));
  const found = new Map<string, FoundWords>();
  const again: Shown[] = [];
  for (const row of await wordsOf(tx, wanted.map(readOn))) {
    const { recordId, part } = row;
    const piece = pieces.get(keyOf(row));
    const attachment = attachmentOf(row);
    if (!isText(part)) found.set(keyOf(row), { part, words: row.words });
    else if (piece === undefined) found.set(keyOf(row), { attachment, snippet: inWhole(row.words, words) });
    else {
      const snippet = markedAround(pieceOf(row, piece), words);
      if (snippet) found.set(keyOf(row), { attachment, snippet });
      else again.push({ recordId, part, place: null });
    }
  }
  return again.length === 0 ? found : new Map([...found, ...(await snippets(tx, again, words))]);
}

const attachmentOf = ({ attachmentId, fileName }: WordsRow): RecordHit['attachment'] =>
  attachmentId === null || fileName === null ? null : { id: attachmentId, name: fileName };

const inWhole = (text: string, words: readonly string[]): Marked =>
  markedAround(wholeText(text), words) ?? markedBeginning(text, words);

/** What the list shows of each. */
export async function lines(tx: Tx, shown: readonly Shown[], words: readonly string[]): Promise<RecordHit[]> {
  if (shown.length === 0) return [];
  const [rows, found] = await Promise.all([
    shownRows(
      tx,
      shown.map(({ recordId }) => recordId),
    ),
    snippets(tx, shown, words),
  ]);
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  return shown.flatMap((one) => {
    const row: ShownRow | undefined = rowOf.get(one.recordId);
    return row ? [presentHit(row, words, found.get(keyOf(one)) ?? { part: FILED_AS, words: row.title })] : [];
  });
}
