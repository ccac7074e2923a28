import type { Tx } from '../../platform/index.ts';
import { type Block, BlockWriter, entriesOf } from './blocks.ts';
import type { Gram } from './grams.ts';
import { blocksAfter, insertBlocks, insertSegment, type MergedDoc, settleMerged } from './index-store.ts';
import { inOrder, Places } from './places.ts';
import { byTime, type Directory, directoryOf, idAt, readDirectory } from './segment.ts';
import { directoriesOf, goneOf } from './store.ts';

const ROWS_AT_ONCE = 250;

interface Entry {
  readonly gram: Gram;
  readonly places: Uint32Array;
}

/** The entries of a segment in their order, some at a time. */
async function* entriesIn(tx: Tx, segmentId: number): AsyncGenerator<Entry[]> {
  const after = ({ gram, place }: Pick<Block, 'gram' | 'place'>) =>
    blocksAfter(tx, segmentId, { gram, place, limit: ROWS_AT_ONCE });
  for (let asked: Promise<Block[]> | null = after({ gram: -1, place: -1 }); asked; ) {
    const blocks: Block[] = await asked;
    const last = blocks.at(-1);
    // The next are read while these are merged.
    asked = last && blocks.length === ROWS_AT_ONCE ? after(last) : null;
    const entries: Entry[] = [];
    for (const block of blocks) entriesOf(block, (gram, places) => entries.push({ gram, places }));
    yield entries;
  }
}

/** Stands at one entry of a segment; nothing is waited for but the database. */
class Walk {
  head: Entry | undefined;
  private at = 0;
  private some: readonly Entry[] = [];
  private readonly all: AsyncGenerator<Entry[]>;

  constructor(all: AsyncGenerator<Entry[]>) {
    this.all = all;
  }

  /** False where more must be read first. */
  step(): boolean {
    this.at += 1;
    this.head = this.some[this.at];
    return this.head !== undefined;
  }

  async read(): Promise<void> {
    const { value } = await this.all.next();
    this.at = 0;
    this.some = value ?? [];
    this.head = this.some[0];
  }
}

interface Source {
  readonly segmentId: number;
  readonly directory: Directory;
  /** Where each of its documents begins in the new segment; -1 for those that are gone. */
  readonly moved: Float64Array;
}

/** The documents of all of them in one order, without what is gone. */
function arrange(sources: readonly Omit<Source, 'moved'>[], gone: ReadonlySet<string>) {
  const docs = sources.flatMap(({ segmentId, directory }, from) =>
    Array.from({ length: directory.count }, (_, doc) => ({
      ...{ from, doc, recordId: idAt(directory, doc), part: directory.parts[doc] ?? 0 },
      ...{ at: directory.at[doc] ?? 0, segmentId },
      letters: (directory.starts[doc + 1] ?? 0) - (directory.starts[doc] ?? 0) - 1,
    })),
  );
  const kept = docs.filter(({ segmentId, recordId, part }) => !gone.has(`${segmentId}/${recordId}/${part}`));
  kept.sort(byTime);
  const { bytes, starts, end } = directoryOf(kept);
  const moved = sources.map(({ directory }) => new Float64Array(directory.count).fill(-1));
  kept.forEach(({ from, doc }, nth) => {
    const places = moved[from];
    if (places) places[doc] = starts[nth] ?? -1;
  });
  return { kept, directory: bytes, letters: end, moved };
}

/** Places of the old segment as places of the new one. */
function move({ directory: { starts }, moved }: Source, places: Uint32Array, into: Places): void {
  let doc = 0;
  let [low, high] = [0, starts.length - 1];
  const first = places[0] ?? 0;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((starts[middle] as number) <= first) low = middle;
    else high = middle - 1;
  }
  doc = low;
  for (const place of places) {
    while ((starts[doc + 1] as number) <= place) doc += 1;
    const start = moved[doc] as number;
    if (start >= 0) into.push(start + place - (starts[doc] as number));
  }
}

function leastOf(walks: readonly Walk[]): Gram | null {
  let least: Gram | null = null;
  for (const { head } of walks) if (head && (least === null || head.gram < least)) least = head.gram;
  return least;
}

/** All entries of all sources by gram, written one after another. */
async function writeAll(tx: Tx, sources: readonly Source[], segmentId: number): Promise<void> {
  let ready: Block[] = [];
  let written: Promise<void> | null = null;
  const places = new Places();
  const writer = new BlockWriter((block) => ready.push(block));
  const walks = sources.map(({ segmentId: id }) => new Walk(entriesIn(tx, id)));
  await Promise.all(walks.map((walk) => walk.read()));
  for (let gram = leastOf(walks); gram !== null; gram = leastOf(walks)) {
    places.clear();
    for (let nth = 0; nth < walks.length; nth += 1)
      for (const walk = walks[nth] as Walk; walk.head?.gram === gram; ) {
        move(sources[nth] as Source, walk.head.places, places);
        if (!walk.step()) await walk.read();
      }
    const all = inOrder(places.done());
    for (let nth = 0; nth < all.length; nth += 1) writer.add(gram, all[nth] as number);
    if (ready.length < ROWS_AT_ONCE) continue;
    // These are written while the next are merged.
    await written;
    written = insertBlocks(tx, segmentId, ready);
    // Where the reading fails first, nobody waits for it.
    written.catch(() => undefined);
    ready = [];
  }
  await written;
  writer.end();
  if (ready.length > 0) await insertBlocks(tx, segmentId, ready);
}

/** Several segments become one, without what is gone from them. */
export async function mergeSegments(tx: Tx, from: readonly number[], level: number): Promise<void> {
  const gone = new Set((await goneOf(tx)).map((one) => `${one.segmentId}/${one.recordId}/${one.part}`));
  const read = (await directoriesOf(tx, from)).map(({ segmentId, directory }) => ({
    segmentId,
    directory: readDirectory(directory),
  }));
  const { kept, directory, letters, moved } = arrange(read, gone);
  let segmentId = 0;
  if (kept.length > 0) {
    const newestAt = kept.at(-1)?.at ?? 0;
    segmentId = await insertSegment(tx, { level, docs: kept.length, letters, newestAt, directory });
    const sources = read.map((one, nth) => ({ ...one, moved: moved[nth] ?? new Float64Array(0) }));
    await writeAll(tx, sources, segmentId);
  }
  const docs: MergedDoc[] = kept.map(({ recordId, part }) => ({ recordId, part }));
  await settleMerged(tx, { segmentId, from, docs });
}
