import type { Ask } from './block-store.ts';
import type { GramOfWord } from './grams.ts';
import { docsSince } from './segment.ts';
import type { Segment, Snapshot } from './snapshot.ts';
import type { Stretch } from './stretches.ts';

/** What of a segment belongs to a stretch of time: its documents from one on, their letters from `lo` to below `hi`. */
export interface Part {
  readonly segment: Segment;
  readonly fromDoc: number;
  readonly lo: number;
  readonly hi: number;
}

/** What of the index belongs to a stretch of time. */
export const partsOf = ({ segments }: Snapshot, { from, to }: Stretch): Part[] =>
  segments.flatMap((segment) => {
    const { starts } = segment.directory;
    const [fromDoc, toDoc] = [docsSince(segment.directory, from), docsSince(segment.directory, to)];
    return fromDoc < toDoc ? [{ segment, fromDoc, lo: starts[fromDoc] ?? 0, hi: starts[toDoc] ?? 0 }] : [];
  });

/** Letters in all of them together. */
export const lettersIn = (parts: readonly Part[]): number => parts.reduce((sum, { lo, hi }) => sum + hi - lo, 0);

/** The question where a gram stands in it. */
export const askIn =
  ({ segment: { segmentId }, lo, hi }: Part) =>
  ({ gram }: GramOfWord): Ask => ({ segmentId, gram, lo, hi });
