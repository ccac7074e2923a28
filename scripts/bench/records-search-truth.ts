import { LENGTHS, type Queries } from './records-search-corpus.ts';
import type { Holding } from './records-search-planting.ts';
import { get, type Searcher } from './records-search-reader.ts';

const TRUTH_A_LENGTH = 12;
/** Paging through what stands nearly everywhere shows nothing new. */
const MOST_HOLDING = 4_000;

export const soughtAmong = (queries: Queries): string[] => [
  ...new Set(LENGTHS.flatMap((length) => (queries.get(length) ?? []).slice(0, TRUTH_A_LENGTH))),
];

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

/** Against having looked through every document. */
export async function truth(searcher: Searcher, holding: Holding) {
  let [compared, told, right, there] = [0, 0, 0, 0];
  for (const [q, ids] of holding) {
    if (ids.size > MOST_HOLDING) continue;
    const found = await allOf(searcher, q);
    compared += 1;
    told += found.size;
    there += ids.size;
    for (const id of found) if (ids.has(id)) right += 1;
  }
  return { compared, recall: right / there, precision: right / told };
}
