import type { Database } from '../../platform/index.ts';
import { foldAgain } from './folding-again.ts';
import {
  freshDocs,
  freshSize,
  insertBlocks,
  insertSegment,
  lockIndex,
  settleFresh,
  spoiltSegments,
} from './index-store.ts';
import { mergeSegments } from './merging.ts';
import { buildSegment } from './segment.ts';
import { type SegmentRow, segmentsOf } from './store.ts';

export interface IndexingSizes {
  /** So much may wait: it is looked through as it is. */
  readonly freshLetters: number;
  readonly freshDocs: number;
  /** Into one segment at a time, in memory. */
  readonly lettersAtOnce: number;
  /** So many of one level become one of the next. */
  readonly fanIn: number;
  /** A segment as large as this is never merged again. */
  readonly largestLetters: number;
}

export const USUAL_SIZES: IndexingSizes = {
  freshLetters: 200_000,
  freshDocs: 500,
  lettersAtOnce: 500_000,
  fanIn: 8,
  largestLetters: 200_000_000,
};

const ROWS_AT_ONCE = 250;

/** Takes the oldest of what waits into a segment. False when so little waits that it may go on waiting. */
async function indexSome(db: Database, municipalityId: string, sizes: IndexingSizes): Promise<boolean> {
  return db.inMunicipality(municipalityId, async (tx) => {
    const [locked, waiting] = await Promise.all([lockIndex(tx), freshSize(tx)]);
    if (!locked || (waiting.letters < sizes.freshLetters && waiting.docs < sizes.freshDocs)) return false;
    const docs = await freshDocs(tx, sizes.lettersAtOnce);
    const { blocks, ...segment } = buildSegment(docs);
    const segmentId = await insertSegment(tx, { ...segment, level: 0 });
    for (let at = 0; at < blocks.length; at += ROWS_AT_ONCE)
      await insertBlocks(tx, segmentId, blocks.slice(at, at + ROWS_AT_ONCE));
    await settleFresh(tx, segmentId, docs);
    return true;
  });
}

/** The oldest segments of one level that are enough to become one of the next; of the lowest level that has them. */
function dueFor(segments: readonly SegmentRow[], { fanIn, largestLetters }: IndexingSizes) {
  const levels = [...new Set(segments.map(({ level }) => level))].sort((a, b) => a - b);
  for (const level of levels) {
    const of = segments.filter((one) => one.level === level && one.letters < largestLetters);
    if (of.length >= fanIn) return { from: of.slice(-fanIn).map(({ segmentId }) => segmentId), level: level + 1 };
  }
  return null;
}

async function mergeSome(db: Database, municipalityId: string, sizes: IndexingSizes): Promise<boolean> {
  return db.inMunicipality(municipalityId, async (tx) => {
    const [locked, segments, spoilt] = await Promise.all([lockIndex(tx), segmentsOf(tx), spoiltSegments(tx)]);
    if (!locked) return false;
    const again = segments.find(({ segmentId }) => spoilt.includes(segmentId));
    const due = again ? { from: [again.segmentId], level: again.level } : dueFor(segments, sizes);
    if (due === null) return false;
    await mergeSegments(tx, due.from, due.level);
    return true;
  });
}

/**
 * Takes into the index what waits, and tidies the index. Whoever searches meanwhile sees it as it was or as it is. Another
 * process at the same work is left to it.
 */
export async function workOnIndex(
  db: Database,
  municipalityId: string,
  { sizes = USUAL_SIZES, stopping }: { sizes?: IndexingSizes; stopping?: AbortSignal } = {},
): Promise<void> {
  while (!stopping?.aborted) {
    const folded = await foldAgain(db, municipalityId);
    const moved = await indexSome(db, municipalityId, sizes);
    const merged = await mergeSome(db, municipalityId, sizes);
    if (!folded && !moved && !merged) return;
  }
}
