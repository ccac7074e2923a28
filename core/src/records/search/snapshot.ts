import type { Tx } from '../../platform/index.ts';
import { KeptLists } from './kept-lists.ts';
import { keptListsFor, type ReadLists } from './lists.ts';
import { type Directory, idAt, type Part, readDirectory } from './segment.ts';
import { type FreshHit, type SegmentState, type State, segmentsIn, stampOf, stateOf, wholeSegments } from './state.ts';
import { directoriesOf, type GoneRow, goneOf } from './store.ts';

export interface Segment {
  readonly segmentId: number;
  readonly mark: string;
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

/** How a transaction sees the index, before and after it was asked. */
export interface View {
  /** As it was seen last: nearly always it is so still, so that what will be read of it can be asked for in the same breath. */
  readonly presumed: Snapshot | undefined;
  /** As it is; the very same object where nothing has changed. */
  readonly now: Promise<Snapshot>;
  /** What waits to be taken into it and has one of the words. */
  readonly fresh: Promise<readonly FreshHit[]>;
  /** Whether documents are still to be taken in again. */
  readonly rebuilding: Promise<boolean>;
  readonly lists: ReadLists;
}

export type Snapshots = (tx: Tx, words: readonly string[]) => View;

/** What is remembered of the index of a municipality. */
interface City {
  /** The last search that has seen it, and how; what one that was begun before sees is not remembered. */
  search: number;
  latest: string | null;
  seen: { readonly stamp: string; readonly snapshot: Snapshot } | null;
}

const NOTHING_GONE: ReadonlySet<string> = new Set();
/** Directories take 29 bytes for each: of so many documents, those of the municipalities that searched last are remembered. */
const MOST_DOCS = 3_000_000;

function snapshotOf(
  rows: readonly SegmentState[],
  goneRows: readonly GoneRow[],
  directories: ReadonlyMap<number, Directory>,
): Snapshot {
  const gone = Map.groupBy(goneRows, ({ segmentId }) => segmentId);
  const segments = rows.flatMap(({ segmentId, mark }): Segment[] => {
    const directory = directories.get(segmentId);
    const here = gone.get(segmentId)?.map(({ recordId, part }) => `${recordId}/${part}`);
    return directory ? [{ segmentId, mark, directory, gone: here ? new Set(here) : NOTHING_GONE }] : [];
  });
  const sum = (of: 'docs' | 'letters') => rows.reduce((all, row) => all + row[of], 0);
  return { segments, docs: sum('docs'), letters: sum('letters') };
}

/** Directories never change: only those of new segments are read, and those of segments that are no more are let go. */
async function directoriesNow(tx: Tx, rows: readonly SegmentState[], before: Snapshot | undefined) {
  const marks = new Set(rows.map(({ mark }) => mark));
  const same = before?.segments.filter(({ mark }) => marks.has(mark)) ?? [];
  const known = new Map(same.map((one) => [one.segmentId, one.directory]));
  const missing = rows.map(({ segmentId }) => segmentId).filter((segmentId) => !known.has(segmentId));
  if (missing.length > 0)
    for (const { segmentId, directory } of await directoriesOf(tx, missing))
      known.set(segmentId, readDirectory(directory));
  return known;
}

class Cities {
  readonly kept: KeptLists;
  private readonly cities = new Map<string, City>();
  private readonly mostDocs: number;
  private searches = 0;

  constructor({ mostBytes, mostDocs = MOST_DOCS }: RememberedSizes) {
    this.kept = new KeptLists(mostBytes);
    this.mostDocs = mostDocs;
  }

  presumed(municipalityId: string): Snapshot | undefined {
    return this.cities.get(municipalityId)?.seen?.snapshot;
  }

  async read(tx: Tx, asked: Promise<State>): Promise<Snapshot> {
    this.searches += 1;
    const search = this.searches;
    const state = await asked;
    const stamp = stampOf(state);
    const city = this.cityOf(tx.municipalityId);
    if (search > city.search) {
      city.search = search;
      // What is gone is let go before anything is found; of segments with words of something disposed of nothing is kept.
      if (city.latest !== stamp) this.kept.keepOnly(tx.municipalityId, wholeSegments(state));
      city.latest = stamp;
    }
    if (city.seen?.stamp === stamp) return city.seen.snapshot;
    const rows = segmentsIn(state);
    const [directories, gone] = await Promise.all([
      directoriesNow(tx, rows, city.seen?.snapshot),
      state.gone === 0 ? [] : goneOf(tx),
    ]);
    const snapshot = snapshotOf(rows, gone, directories);
    if (city.latest === stamp) {
      city.seen = { stamp, snapshot };
      this.makeRoom(city);
    }
    return snapshot;
  }

  private cityOf(municipalityId: string): City {
    const city = this.cities.get(municipalityId) ?? { search: 0, latest: null, seen: null };
    this.cities.set(municipalityId, city);
    return city;
  }

  private makeRoom(latest: City): void {
    const seen = Array.from(this.cities).filter(([, city]) => city.seen && city !== latest);
    let docs = seen.reduce((sum, [, city]) => sum + (city.seen?.snapshot.docs ?? 0), latest.seen?.snapshot.docs ?? 0);
    for (const [municipalityId, city] of seen.sort(([, a], [, b]) => a.search - b.search)) {
      if (docs <= this.mostDocs) return;
      docs -= city.seen?.snapshot.docs ?? 0;
      city.seen = null;
      city.latest = null;
      this.kept.keepOnly(municipalityId, []);
    }
  }
}

/** How much is remembered of all indexes together. */
export interface RememberedSizes {
  readonly mostBytes?: number;
  readonly mostDocs?: number;
}

export interface Remembered {
  readonly look: Snapshots;
  /** What the lists take in memory, about. */
  readonly bytes: () => number;
}

export function rememberedIndex(sizes: RememberedSizes = {}): Remembered {
  const cities = new Cities(sizes);
  return {
    bytes: () => cities.kept.bytes,
    look(tx, words) {
      const presumed = cities.presumed(tx.municipalityId);
      const state = stateOf(tx, words);
      const [now, fresh] = [cities.read(tx, state), state.then((one) => one.fresh)];
      const rebuilding = state.then((one) => one.rebuilding);
      // Whoever waits for the one hears of a failure, and then nobody waits for the other.
      now.catch(() => undefined);
      fresh.catch(() => undefined);
      rebuilding.catch(() => undefined);
      return { presumed, now, fresh, rebuilding, lists: keptListsFor(tx, cities.kept) };
    },
  };
}

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
    part: directory.parts[doc] ?? 0,
    at: directory.at[doc] ?? 0,
    place: place - (directory.starts[doc] ?? 0),
  };
}
