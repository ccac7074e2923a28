import type { Tx } from '../../platform/index.ts';
import { firstLists, type Seen, type Sought, seenIn, soughtIn, type WordIn, wordsIn } from './matching.ts';
import { idAt } from './segment.ts';
import { type Hit, hitAt, type Snapshot, type Stretch, stretchesOf, type View } from './snapshot.ts';
import { type FreshHit, freshHolding } from './store.ts';

/** A record in which every word was found; the newest comes first. */
export interface FoundRecord {
  readonly recordId: string;
  readonly at: number;
  readonly hits: readonly Hit[];
}

export type Place = Pick<FoundRecord, 'at' | 'recordId'>;

/** Newer first; equal times by id. Negative where `a` comes first. */
export const newestFirst = (a: Place, b: Place): number =>
  b.at - a.at || (a.recordId > b.recordId ? -1 : a.recordId < b.recordId ? 1 : 0);

/** Walks through what was found of one word in one segment, the newest first. */
class Walk {
  hit: Hit | null = null;
  private next: number;
  private readonly word: WordIn;

  constructor(word: WordIn) {
    this.word = word;
    this.next = word.docs.length - 1;
    this.step();
  }

  step(): void {
    const { segment, docs, places } = this.word;
    for (; this.next >= 0; this.next -= 1) {
      const [doc, place] = [docs[this.next] as number, places[this.next] as number];
      const part = segment.directory.parts[doc];
      if (segment.gone.size > 0 && segment.gone.has(`${idAt(segment.directory, doc)}/${part}`)) continue;
      this.hit = hitAt(segment, doc, place);
      this.next -= 1;
      return;
    }
    this.hit = null;
  }
}

class FreshWalk {
  hit: Hit | null = null;
  private at = 0;
  private readonly hits: readonly Hit[];

  constructor(hits: readonly Hit[]) {
    this.hits = hits;
    this.step();
  }

  step(): void {
    this.hit = this.hits[this.at++] ?? null;
  }
}

/** The records in which one word stands, the newest first, from all segments at once. */
function* recordsOf(walks: readonly (Walk | FreshWalk)[]): Generator<FoundRecord> {
  for (;;) {
    let first: Hit | null = null;
    for (const { hit } of walks) if (hit && (!first || newestFirst(hit, first) < 0)) first = hit;
    if (!first) return;
    const { recordId, at } = first;
    const hits: Hit[] = [];
    for (const walk of walks)
      while (walk.hit?.at === at && walk.hit.recordId === recordId) {
        hits.push(walk.hit);
        walk.step();
      }
    yield { recordId, at, hits };
  }
}

/** Records that all of the words have. */
function* inAll(words: readonly Generator<FoundRecord>[]): Generator<FoundRecord> {
  const heads = words.map((word) => word.next().value as FoundRecord | undefined);
  for (;;) {
    let last: FoundRecord | undefined;
    for (const head of heads) {
      if (!head) return;
      if (!last || newestFirst(head, last) > 0) last = head;
    }
    if (!last) return;
    const sought = last;
    let together = true;
    for (const [nth, word] of words.entries()) {
      while (heads[nth] && newestFirst(heads[nth], sought) < 0)
        heads[nth] = word.next().value as FoundRecord | undefined;
      const head = heads[nth];
      if (!head) return;
      together &&= head.recordId === sought.recordId;
    }
    if (!together) continue;
    yield { ...sought, hits: heads.flatMap((head) => head?.hits ?? []) };
    for (const [nth, word] of words.entries()) heads[nth] = word.next().value as FoundRecord | undefined;
  }
}

const within = ({ from, to }: Stretch, { at }: Place): boolean => at >= from && at < to;

/** Of these records, those that the searcher may see and wants to see. */
export type Let = (recordIds: readonly string[]) => Promise<ReadonlySet<string>>;

export interface Search {
  readonly words: readonly string[];
  readonly stretch: Stretch;
  /** Only what comes after it. */
  readonly after: Place | null;
  readonly most: number;
  readonly let: Let;
  /** Letters in the first stretch, where it is not the usual number. */
  readonly firstLetters?: number;
}

const FIRST_CHUNK = 256;
const LARGEST_CHUNK = 4_096;

/** What was asked of the index for a stretch of time. */
interface Reading {
  readonly sought: readonly Sought[];
  readonly lists: Promise<Uint32Array[]>;
}

function read(
  tx: Tx,
  snapshot: Snapshot,
  asked: { words: readonly string[]; stretch: Stretch; seen?: Seen | undefined },
): Reading {
  const sought = soughtIn(snapshot, asked);
  const lists = firstLists(tx, sought);
  // What was asked ahead may not be needed.
  lists.catch(() => undefined);
  return { sought, lists };
}

type Within = Pick<Search, 'words' | 'stretch' | 'firstLetters'>;

/** The first stretch of the index as it was seen last, before it is known whether it is so still. */
function readAhead(tx: Tx, { presumed }: View, { words, stretch: within, firstLetters }: Within): Reading | null {
  const [stretch] = presumed ? stretchesOf(presumed, within, firstLetters) : [];
  return presumed && stretch ? read(tx, presumed, { words, stretch }) : null;
}

/** Where the words stand, stretch after stretch from the newest on. */
async function* byStretch(tx: Tx, view: View, within: Within) {
  const { words } = within;
  const ahead = readAhead(tx, view, within);
  const snapshot = await view.now;
  let seen: Seen | undefined;
  for (const stretch of stretchesOf(snapshot, within.stretch, within.firstLetters)) {
    const known = seen === undefined && snapshot === view.presumed ? ahead : null;
    const { sought, lists: asked } = known ?? read(tx, snapshot, { words, stretch, seen });
    const lists = await asked;
    seen ??= seenIn(sought, lists);
    yield { stretch, inIndex: await wordsIn(tx, { sought, lists, words: words.length }) };
  }
}

/** The newest records that have every word, and that the searcher may see; no more than `most`. */
export async function find(tx: Tx, view: View, search: Search): Promise<FoundRecord[]> {
  const { words, after, most } = search;
  const to = after ? Math.min(search.stretch.to, after.at + 1) : search.stretch.to;
  const waits = freshHolding(tx, words);
  const found: FoundRecord[] = [];
  let chunk = FIRST_CHUNK;
  const look = async (records: FoundRecord[]) => {
    if (records.length === 0) return;
    const seen = await search.let(records.map(({ recordId }) => recordId));
    found.push(...records.filter(({ recordId }) => seen.has(recordId)));
    chunk = Math.min(LARGEST_CHUNK, chunk * 4);
  };
  for await (const { stretch, inIndex } of byStretch(tx, view, { ...search, stretch: { ...search.stretch, to } })) {
    const fresh = await waits;
    const all = inIndex.map((ofWord, nth) =>
      recordsOf([...ofWord.map((one) => new Walk(one)), new FreshWalk(freshOf(fresh, nth, stretch))]),
    );
    let waiting: FoundRecord[] = [];
    for (const record of inAll(all)) {
      if (after && newestFirst(record, after) <= 0) continue;
      waiting.push(record);
      if (waiting.length < chunk) continue;
      await look(waiting);
      waiting = [];
      if (found.length >= most) return found.slice(0, most);
    }
    await look(waiting);
    if (found.length >= most) break;
  }
  return found.slice(0, most);
}

const freshOf = (fresh: readonly FreshHit[], word: number, stretch: Stretch): Hit[] =>
  fresh
    .filter((hit) => within(stretch, hit) && hit.words.includes(word))
    .map(({ recordId, part, at }): Hit => ({ recordId, part, at, place: null }))
    .sort((a, b) => newestFirst(a, b) || b.part - a.part);
