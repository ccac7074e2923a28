import type { Tx } from '../../platform/index.ts';
import { type Directory, docsSince, idAt, type Part, readDirectory } from './segment.ts';
import { directoriesOf, goneOf, segmentsOf } from './store.ts';

export interface Segment {
  readonly segmentId: number;
  readonly directory: Directory;
  /** Documents that stand there and are not so any more, as `record/part`. */
  readonly gone: ReadonlySet<string>;
}

/** The index as one transaction sees it, the segment with the newest documents first. */
export interface Snapshot {
  readonly segments: readonly Segment[];
  readonly docs: number;
  readonly letters: number;
}

const NOTHING_GONE: ReadonlySet<string> = new Set();
// Directories never change; those of segments that are no more are thrown away with the least used.
const DIRECTORIES_KEPT = 500;

export type Snapshots = (tx: Tx) => Promise<Snapshot>;

export function createSnapshots(): Snapshots {
  const known = new Map<string, Directory>();
  const keep = (key: string, directory: Directory) => {
    known.delete(key);
    known.set(key, directory);
    for (const oldest of known.keys()) {
      if (known.size <= DIRECTORIES_KEPT) break;
      known.delete(oldest);
    }
    return directory;
  };
  return async (tx) => {
    const [rows, goneRows] = await Promise.all([segmentsOf(tx), goneOf(tx)]);
    const keyOf = (segmentId: number) => `${tx.municipalityId}/${segmentId}`;
    const missing = rows.map(({ segmentId }) => segmentId).filter((segmentId) => !known.has(keyOf(segmentId)));
    const read = missing.length === 0 ? [] : await directoriesOf(tx, missing);
    for (const { segmentId, directory } of read) keep(keyOf(segmentId), readDirectory(directory));
    const gone = Map.groupBy(goneRows, ({ segmentId }) => segmentId);
    const segments = rows.flatMap(({ segmentId }): Segment[] => {
      const directory = known.get(keyOf(segmentId));
      const here = gone.get(segmentId)?.map(({ recordId, part }) => `${recordId}/${part}`);
      return directory ? [{ segmentId, directory, gone: here ? new Set(here) : NOTHING_GONE }] : [];
    });
    const sum = (of: 'docs' | 'letters') => rows.reduce((all, row) => all + row[of], 0);
    return { segments, docs: sum('docs'), letters: sum('letters') };
  };
}

/** A stretch of time: records registered from `from` to before `to`, in ms. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Letters in the first stretch; each further one is so many times larger. */
const FIRST_LETTERS = 3_000_000;
const GROWTH = 4;

const lettersSince = ({ segments }: Snapshot, from: number, to: number): number =>
  segments.reduce((sum, { directory }) => {
    const { starts } = directory;
    return sum + ((starts[docsSince(directory, to)] ?? 0) - (starts[docsSince(directory, from)] ?? 0));
  }, 0);

/** The whole time in stretches from the newest back, each holding several times as many letters as the one before. */
export function* stretchesOf(snapshot: Snapshot, within: Stretch): Generator<Stretch> {
  let to = within.to;
  for (let letters = FIRST_LETTERS; ; letters *= GROWTH) {
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

/** A document of a record in which something was found. */
export interface Hit {
  readonly recordId: string;
  readonly part: Part;
  readonly at: number;
  /** Of the first letter found, in the folded document; null where it was looked through as it is. */
  readonly place: number | null;
}

export function hitAt({ directory }: Segment, doc: number, place: number): Hit {
  return {
    recordId: idAt(directory, doc),
    part: (directory.parts[doc] ?? 0) as Part,
    at: directory.at[doc] ?? 0,
    place: place - (directory.starts[doc] ?? 0),
  };
}
