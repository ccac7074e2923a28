/** The work that went into the minutes of one meeting, and of nobody in particular. */
export interface Work {
  /** How long people spoke: times at which several do count once. */
  readonly spokenMs: number;
  /** The moments at which each editor changed something, in any order. */
  readonly edits: readonly (readonly number[])[];
}

export interface Saved {
  /** Below 0 where editing took longer than typing would have; null where nothing is known of any. */
  readonly hours: number | null;
  /** So many meetings were reckoned; without a transcript that says when people spoke there is nothing to reckon from. */
  readonly meetings: number;
}

/**
 * Hours of making minutes by hand for an hour of a meeting: three in 弘前市 before it had a recogniser, as the maker of that
 * recogniser tells (https://voxt-one.advanced-media.co.jp/case/6233). Of 長野県 four to five are told
 * (https://jichitai.works/article/details/1209), of 四日市市 more than two (https://jichitai.works/article/details/3247).
 */
export const HOURS_BY_HAND = 3;

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
/** Whoever changes something again within this time has been listening and reading in between. */
const GAP_MS = 5 * MINUTE_MS;
/** One change alone takes its time as well. */
const LEAST_MS = MINUTE_MS;

/** The time that one editor spent, by stretches of changes. */
function editingMs(moments: readonly number[]): number {
  const stretches: { from: number; to: number }[] = [];
  for (const moment of moments.toSorted((a, b) => a - b)) {
    const last = stretches.at(-1);
    if (last && moment - last.to <= GAP_MS) last.to = moment;
    else stretches.push({ from: moment, to: moment });
  }
  return stretches.reduce((sum, { from, to }) => sum + Math.max(to - from, LEAST_MS), 0);
}

const savedMs = ({ spokenMs, edits }: Work): number =>
  edits.reduce((left, moments) => left - editingMs(moments), spokenMs * HOURS_BY_HAND);

/** What typing the speech of these meetings by hand would have taken, less the time in which people edited. An estimate. */
export function hoursSaved(works: readonly Work[]): Saved {
  const known = works.filter(({ spokenMs }) => spokenMs > 0);
  const hours = known.length === 0 ? null : known.reduce((sum, work) => sum + savedMs(work), 0) / HOUR_MS;
  return { hours, meetings: known.length };
}
