import type { Tx } from '../../platform/index.ts';
import { type Directory, docsSince, idAt, type Part, readDirectory } from './segment.ts';
import { directoriesOf, type GoneRow, goneOf, type SegmentRow, segmentsOf } from './store.ts';

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
/** How a transaction sees the index, before and after it was asked. */
export interface View {
  /** As it was seen last: nearly always it is so still, so that what will be read of it can be asked for in the same breath. */
  readonly presumed: Snapshot | undefined;
  /** As it is; the very same object where nothing has changed. */
  readonly now: Promise<Snapshot>;
}

export type Snapshots = (tx: Tx) => View;

interface Seen {
  readonly stamp: string;
  readonly snapshot: Snapshot;
}

/** What tells one state of the index from another. */
const stampOf = (rows: readonly SegmentRow[], gone: readonly GoneRow[]): string =>
  [
    ...rows.map(({ segmentId }) => segmentId),
    ...gone.map((one) => `${one.segmentId}/${one.recordId}/${one.part}`).sort(),
  ].join();

function snapshotOf(
  rows: readonly SegmentRow[],
  goneRows: readonly GoneRow[],
  directories: ReadonlyMap<number, Directory>,
): Snapshot {
  const gone = Map.groupBy(goneRows, ({ segmentId }) => segmentId);
  const segments = rows.flatMap(({ segmentId }): Segment[] => {
    const directory = directories.get(segmentId);
    const here = gone.get(segmentId)?.map(({ recordId, part }) => `${recordId}/${part}`);
    return directory ? [{ segmentId, directory, gone: here ? new Set(here) : NOTHING_GONE }] : [];
  });
  const sum = (of: 'docs' | 'letters') => rows.reduce((all, row) => all + row[of], 0);
  return { segments, docs: sum('docs'), letters: sum('letters') };
}

export function createSnapshots(): Snapshots {
  const cities = new Map<string, Seen>();
  const read = async (tx: Tx, asked: Promise<[SegmentRow[], GoneRow[]]>): Promise<Snapshot> => {
    const [rows, gone] = await asked;
    const stamp = stampOf(rows, gone);
    const before = cities.get(tx.municipalityId);
    if (before?.stamp === stamp) return before.snapshot;
    // Directories never change: only those of new segments are read, and those of segments that are no more are let go.
    const directories = new Map(before?.snapshot.segments.map((one) => [one.segmentId, one.directory]));
    const missing = rows.map(({ segmentId }) => segmentId).filter((segmentId) => !directories.has(segmentId));
    if (missing.length > 0)
      for (const { segmentId, directory } of await directoriesOf(tx, missing))
        directories.set(segmentId, readDirectory(directory));
    const snapshot = snapshotOf(rows, gone, directories);
    cities.set(tx.municipalityId, { stamp, snapshot });
    return snapshot;
  };
  return (tx) => ({
    presumed: cities.get(tx.municipalityId)?.snapshot,
    now: read(tx, Promise.all([segmentsOf(tx), goneOf(tx)])),
  });
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
export function* stretchesOf(snapshot: Snapshot, within: Stretch, firstLetters = FIRST_LETTERS): Generator<Stretch> {
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
