import { docsSince } from './segment.ts';
import type { Snapshot } from './snapshot.ts';

/** A stretch of time: records registered from `from` to before `to`, in ms. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Letters in the first stretch; each further one is so many times larger, and several may be read as one. */
const FIRST_LETTERS = 3_000_000;
const GROWTH = 2;

const lettersSince = ({ segments }: Snapshot, from: number, to: number): number =>
  segments.reduce((sum, { directory }) => {
    const { starts } = directory;
    return sum + ((starts[docsSince(directory, to)] ?? 0) - (starts[docsSince(directory, from)] ?? 0));
  }, 0);

/** The whole time in stretches from the newest back, each holding several times as many letters as the one before. */
function* between(snapshot: Snapshot, within: Stretch, firstLetters: number): Generator<Stretch> {
  let to = within.to;
  for (let letters = firstLetters; ; letters *= GROWTH) {
    if (lettersSince(snapshot, within.from, to) <= letters * 1.5) {
      yield { from: within.from, to };
      return;
    }
    let [low, high] = [oldestOf(snapshot), Math.min(to, newestOf(snapshot) + 1)];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (lettersSince(snapshot, middle, to) > letters) low = middle;
      else high = middle;
    }
    const from = Math.max(within.from, low);
    yield { from, to };
    if (from <= within.from) return;
    to = from;
  }
}

const oldestOf = ({ segments }: Snapshot): number =>
  Math.min(...segments.map(({ directory }) => directory.at[0] ?? Number.POSITIVE_INFINITY));
const newestOf = ({ segments }: Snapshot): number =>
  Math.max(...segments.map(({ directory }) => directory.at[directory.count - 1] ?? Number.NEGATIVE_INFINITY));

const ofAllTime = new WeakMap<Snapshot, readonly Stretch[]>();

/** Of the whole time, which nearly every search asks for, they are worked out once. */
export function stretchesOf(snapshot: Snapshot, within: Stretch, firstLetters = FIRST_LETTERS): readonly Stretch[] {
  const [from, to] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  if (firstLetters !== FIRST_LETTERS || within.from !== from || within.to !== to)
    return [...between(snapshot, within, firstLetters)];
  const known = ofAllTime.get(snapshot) ?? [...between(snapshot, within, firstLetters)];
  ofAllTime.set(snapshot, known);
  return known;
}

/** What was read before says how much is read next. */
export interface Told {
  /** The stretch that was read first, and how many bytes the lists had there: those that are read from then on, … */
  readonly newest: Stretch;
  readonly bytes: number;
  /** … and each of those that are only looked at where the word may stand. */
  readonly others: readonly number[];
  /** Of so many that are wanted so many were found in all that was read. */
  readonly found: number;
  readonly most: number;
}

/** What a place that is looked for by itself costs, in bytes of a list. */
export const PLACE_BYTES = 4 * 1024;
/** Read at once rather than in one turn after the other. */
const BYTES_AT_ONCE = 256 * 1024;
const A_LITTLE_MORE = 1.2;

/**
 * The first of the stretches that are left, with as many of the following as will probably be needed, or are read at once
 * because little stands in them.
 */
export function joined(snapshot: Snapshot, left: readonly Stretch[], told: Told): Stretch | undefined {
  const [first, ...others] = left;
  if (!first) return undefined;
  const lettersIn = (from: number, to: number) => lettersSince(snapshot, from, to);
  const read = Math.max(1, lettersIn(first.to, told.newest.to));
  const ofNewest = Math.max(1, lettersIn(told.newest.from, told.newest.to));
  const looking = (PLACE_BYTES * (told.found + 1)) / read;
  const byLetter = told.others.reduce((sum, bytes) => sum + Math.min(bytes / ofNewest, looking), told.bytes / ofNewest);
  const wanted = (read * A_LITTLE_MORE * (told.most - told.found)) / (told.found + 1);
  let { from } = first;
  for (const next of others) {
    const letters = lettersIn(next.from, first.to);
    if (letters > wanted && letters * byLetter > BYTES_AT_ONCE) break;
    from = next.from;
  }
  return { from, to: first.to };
}
