import { LENGTHS, type Queries } from './records-search-corpus.ts';
import { get, type Searcher } from './records-search-reader.ts';

const TRUTH_A_LENGTH = 12;

/** Everything that is found, page by page. */
async function allOf(searcher: Searcher, q: string): Promise<Set<string>> {
  const found = new Set<string>();
  for (let cursor: string | null = null, first = true; first || cursor !== null; first = false) {
    const { answer } = await get(searcher, q, cursor);
    if (answer.mode === 'RELATED') return found;
    for (const { id } of answer.items) found.add(id);
    cursor = answer.nextCursor;
  }
  return found;
}

/** Against looking through every document. Pieces that stand nearly everywhere are left out: paging through them shows nothing new. */
export async function truth(
  searcher: Searcher,
  ids: readonly string[],
  { foldedOf, queries }: { foldedOf: (nth: number) => string; queries: Queries },
) {
  const asked = LENGTHS.flatMap((length) => (queries.get(length) ?? []).slice(0, TRUTH_A_LENGTH));
  const holding = new Map(asked.map((q) => [q, new Set<string>()]));
  for (const [nth, id] of ids.entries()) {
    const folded = foldedOf(nth);
    for (const [q, set] of holding) if (folded.includes(q)) set.add(id);
  }
  const [told, right, there] = [{ n: 0 }, { n: 0 }, { n: 0 }];
  let compared = 0;
  for (const [q, set] of holding) {
    if (set.size > 4_000) continue;
    const found = await allOf(searcher, q);
    compared += 1;
    told.n += found.size;
    there.n += set.size;
    for (const id of found) if (set.has(id)) right.n += 1;
  }
  return { compared, recall: right.n / there.n, precision: right.n / told.n };
}
