import { availableParallelism } from 'node:os';
import { type Database, limitedThreads, type Tx } from '../../platform/index.ts';
import { inParts, KaigiError } from '../../shared/index.ts';
import type { CityTimes } from '../hours/city-times.ts';
import type { Month } from './month.ts';
import { type Review, type Reviewed, reviewsOf, type ToReview } from './review.ts';
import { sourcesOf } from './sources.ts';

export interface ReviewsAsked {
  readonly municipalityId: string;
  readonly staffIds: readonly string[];
  readonly month: Month;
  readonly times: CityTimes;
  readonly now: Date;
  readonly withSignals?: boolean;
}

/** Works out what the months of many people come to, in threads beside the service's own. */
export interface Engine {
  reviews(asked: ReviewsAsked): Promise<Map<string, Review>>;
  /** Batch by batch, for whole cities. */
  each(asked: ReviewsAsked, found: (reviews: Reviewed) => Promise<void>): Promise<void>;
}

const BATCH = 200;
// Below this, handing over costs more than it saves.
const INLINE = 8;
const SIDE_BY_SIDE = 4;

export function createEngine(db: Database): Engine {
  const busy = () => new KaigiError('unavailable', 'telework.sheet_busy');
  const inThread = limitedThreads<ToReview, Reviewed>({
    module: new URL('./review-thread.ts', import.meta.url),
    limits: {
      workers: Math.max(1, Math.min(4, availableParallelism())),
      waiting: 1_000,
      deadlineMs: 60_000,
      heapMb: 512,
    },
    refusals: { tooMuch: busy, busy },
  });
  const batch = async ({ municipalityId, ...asked }: ReviewsAsked): Promise<Reviewed> => {
    const { month } = asked;
    const sources = await db.singly(municipalityId, (tx: Tx) => sourcesOf(tx, asked));
    return sources.size <= INLINE ? reviewsOf({ month, sources }) : inThread({ month, sources });
  };
  const each: Engine['each'] = async (asked, found) => {
    const batches = inParts(asked.staffIds, BATCH).values();
    // Some at once: while a thread reckons, the next people are loaded.
    const line = async () => {
      for (const staffIds of batches) await found(await batch({ ...asked, staffIds }));
    };
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, line));
  };
  return {
    each,
    async reviews(asked) {
      const all = new Map<string, Review>();
      await each(asked, async (reviews) => {
        for (const [staffId, review] of reviews) all.set(staffId, review);
      });
      return all;
    },
  };
}
