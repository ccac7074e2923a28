import { type Ask, reachOf } from './block-store.ts';
import { type Block, type Entries, type Entry, listIn } from './blocks.ts';
import { type Gram, isPairAsked } from './grams.ts';
import type { SegmentState } from './state.ts';

/** Places of a gram from `from` to below `to` stand in the entry, or nowhere where there is none. */
interface Piece {
  readonly from: number;
  to: number;
  readonly entry: Entry | null;
}

/** What is known of one gram in one segment; pieces that touch each other leave nothing out. */
interface KeptList {
  readonly gram: Gram;
  readonly pieces: Piece[];
  readonly among: Map<Gram, KeptList>;
  bytes: number;
}

type Marked = Pick<SegmentState, 'segmentId' | 'mark'>;

interface KeptSegment {
  readonly mark: string;
  readonly lists: Map<Gram, KeptList>;
}

/** About as much as the newest stretches of a city of 20,000 documents take. */
const MOST_BYTES = 64 * 1024 * 1024;
/** What a list and a piece cost beside their places. */
const LIST_BYTES = 300;
const PIECE_BYTES = 200;

/** The last piece that begins at or before a place; -1 where all begin behind it. */
function lastBefore(pieces: readonly Piece[], place: number): number {
  let [low, high] = [0, pieces.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((pieces[middle] as Piece).from <= place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The entries between two places; null where not all of it is known. */
function entriesBetween(pieces: readonly Piece[], { lo, hi }: Ask): Entries | null {
  const entries: Entry[] = [];
  let nth = lastBefore(pieces, lo);
  for (let known = lo; known < hi; nth += 1) {
    const piece = pieces[nth];
    if (!piece || piece.from > known || piece.to <= known) return null;
    if (piece.entry) entries.push(piece.entry);
    known = piece.to;
  }
  return entries;
}

/** What the blocks between two places tell: each holds whatever stands before the next of them begins. */
function piecesOf(ask: Ask, blocks: readonly Block[]): Piece[] {
  const { gram, lo, hi } = ask;
  if (isPairAsked(gram)) return [{ from: 0, to: reachOf(ask).hi, entry: listIn(blocks, gram)[0] ?? null }];
  const begins = blocks.map((block) => (block.gram === gram ? block.place : 0));
  const pieces = blocks.map((block, nth) => ({
    ...{ from: begins[nth] ?? 0, to: begins[nth + 1] ?? hi },
    entry: listIn([block], gram)[0] ?? null,
  }));
  // No block of the segment begins before: of this gram nothing does.
  return begins[0] !== undefined && begins[0] <= lo
    ? pieces
    : [{ from: 0, to: begins[0] ?? hi, entry: null }, ...pieces];
}

/** By itself: a block is many times larger than what stands in it of a rare pair. */
function alone({ bytes, at, end, first }: Entry): Entry {
  return { bytes: new Uint8Array(bytes.subarray(at, end)), at: 0, end: end - at, first };
}

/**
 * Lists of the index that were read, by municipality and segment: segments never change. Only those of segments that are
 * named in `keepOnly` are kept, and what was not used for longest goes first.
 */
export class KeptLists {
  private readonly cities = new Map<string, ReadonlyMap<number, KeptSegment>>();
  private readonly byUse = new Set<KeptList>();
  private readonly most: number;
  private used = 0;

  constructor(most = MOST_BYTES) {
    this.most = most;
  }

  /** What it takes in memory, about. */
  get bytes(): number {
    return this.used;
  }

  /** From now on only lists of these segments are kept for the municipality; all others of it are let go. */
  keepOnly(municipalityId: string, segments: readonly Marked[]): void {
    const before = this.cities.get(municipalityId);
    const now = new Map(
      segments.map(({ segmentId, mark }): [number, KeptSegment] => {
        const known = before?.get(segmentId);
        return [segmentId, known?.mark === mark ? known : { mark, lists: new Map() }];
      }),
    );
    for (const [segmentId, known] of before ?? [])
      if (now.get(segmentId) !== known) for (const list of [...known.lists.values()]) this.letGo(list);
    this.cities.set(municipalityId, now);
  }

  /** What stands there of a gram; null where that is not wholly known. */
  entriesFor(municipalityId: string, ask: Ask): Entries | null {
    const list = this.cities.get(municipalityId)?.get(ask.segmentId)?.lists.get(ask.gram);
    const entries = list ? entriesBetween(list.pieces, ask) : null;
    if (!list || !entries) return null;
    this.byUse.delete(list);
    this.byUse.add(list);
    return entries;
  }

  /** All blocks that were found for an ask, in their order, and what they say. Where none was, the segment may be no more. */
  keep(municipalityId: string, ask: Ask, blocks: readonly Block[]): Entries {
    const pieces = piecesOf(ask, blocks);
    const entries = pieces.flatMap(({ entry }) => entry ?? []);
    const among = this.cities.get(municipalityId)?.get(ask.segmentId)?.lists;
    if (!among || blocks.length === 0) return entries;
    const list: KeptList = among.get(ask.gram) ?? { gram: ask.gram, pieces: [], among, bytes: 0 };
    const before = list.bytes;
    if (before === 0) list.bytes = LIST_BYTES;
    among.set(ask.gram, list);
    for (const piece of pieces) this.add(list, piece);
    this.used += list.bytes - before;
    this.byUse.delete(list);
    this.byUse.add(list);
    this.makeRoom();
    return entries;
  }

  private add(list: KeptList, { from, to, entry }: Piece): void {
    const nth = lastBefore(list.pieces, from);
    const known = list.pieces[nth];
    // The same block, as far as it was asked for before.
    if (known?.from === from) {
      known.to = Math.max(known.to, to);
      return;
    }
    const own = entry && alone(entry);
    list.pieces.splice(nth + 1, 0, { from, to, entry: own });
    list.bytes += PIECE_BYTES + (own?.end ?? 0);
  }

  private makeRoom(): void {
    for (const list of this.byUse) {
      if (this.used <= this.most) return;
      this.letGo(list);
    }
  }

  private letGo(list: KeptList): void {
    this.byUse.delete(list);
    list.among.delete(list.gram);
    this.used -= list.bytes;
  }
}
