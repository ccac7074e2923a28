import { Allowed, type Candidate } from './allowed.ts';
import type { GramList } from './lists.ts';
import { bytesSeen, firstLists, type Seen, type Sought, seenIn, soughtIn, type WordIn, wordsIn } from './matching.ts';
import { idAt } from './segment.ts';
import { type Hit, hitAt, type Snapshot, type View } from './snapshot.ts';
import type { FreshHit } from './state.ts';
import { joined, type Stretch, stretchesOf } from './stretches.ts';

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
function* inAll(words: readonly Generator<FoundRecord>[]): Generator<Candidate> {
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
    const { recordId, at } = sought;
    yield { recordId, at, byWord: heads.map((head) => head?.hits ?? []) };
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
  /** Of those, the ones whose case the searcher may see too, and so what is attached to it; left out, of none. */
  readonly letAttached?: Let;
  /** Letters in the first stretch, where it is not the usual number. */
  readonly firstLetters?: number;
}

/** What was asked of the index for a stretch of time, and what it says. */
interface Reading {
  readonly sought: readonly Sought[];
  readonly lists: Promise<GramList[]>;
  readonly inIndex: Promise<WordIn[][]>;
}

function read(
  { lists: given }: View,
  snapshot: Snapshot,
  asked: { words: readonly string[]; stretch: Stretch; seen?: Seen | undefined },
): Reading {
  const sought = soughtIn(snapshot, asked);
  const lists = firstLists(given, sought);
  const inIndex = lists.then((known) => wordsIn(given, { sought, lists: known, words: asked.words.length }));
  // What was asked ahead may not be needed.
  inIndex.catch(() => undefined);
  return { sought, lists, inIndex };
}

type Within = Pick<Search, 'words' | 'stretch' | 'firstLetters' | 'most'>;

/** The first stretch of the index as it was seen last, before it is known whether it is so still. */
function readAhead(view: View, { words, stretch: within, firstLetters }: Within): Reading | null {
  const { presumed } = view;
  const [stretch] = presumed ? stretchesOf(presumed, within, firstLetters) : [];
  return presumed && stretch ? read(view, presumed, { words, stretch }) : null;
}

/** Where the words stand, stretch after stretch from the newest on, as far as they are asked for. */
async function* byStretch(view: View, within: Within, found: () => number) {
  const { words } = within;
  const ahead = readAhead(view, within);
  const snapshot = await view.now;
  const all = stretchesOf(snapshot, within.stretch, within.firstLetters);
  const [newest] = all;
  let seen: Seen | undefined;
  for (let stretch: Stretch | undefined = newest, left = all; newest && stretch; ) {
    const known = seen === undefined && snapshot === view.presumed ? ahead : null;
    const { sought, lists, inIndex } = known ?? read(view, snapshot, { words, stretch, seen });
    yield { stretch, inIndex: await inIndex };
    seen ??= seenIn(sought, await lists);
    const { from } = stretch;
    left = left.filter(({ to }) => to <= from);
    const told = { newest, ...bytesSeen(words, seen), found: found(), most: within.most };
    stretch = joined(snapshot, left, told);
  }
}

/**
 * The newest records that have every word, and that the searcher may see; no more than `most`.
 * @param view asked for the same words
 */
export async function find(view: View, search: Search): Promise<FoundRecord[]> {
  const { after, most } = search;
  const to = after ? Math.min(search.stretch.to, after.at + 1) : search.stretch.to;
  if (to <= search.stretch.from) return [];
  const allowed = new Allowed(search);
  const asked = { ...search, stretch: { ...search.stretch, to } };
  for await (const { stretch, inIndex } of byStretch(view, asked, () => allowed.count)) {
    const fresh = await view.fresh;
    const all = inIndex.map((ofWord, nth) =>
      recordsOf([...ofWord.map((one) => new Walk(one)), new FreshWalk(freshOf(fresh, nth, stretch))]),
    );
    for (const record of inAll(all)) {
      if (after && newestFirst(record, after) <= 0) continue;
      if (!allowed.add(record)) continue;
      await allowed.look();
      if (allowed.found.length >= most) return allowed.found.slice(0, most);
    }
    // A few are looked at together with those of the next stretch.
    if (allowed.count < most) continue;
    await allowed.look();
    if (allowed.found.length >= most) break;
  }
  await allowed.look();
  return allowed.found.slice(0, most);
}

const freshOf = (fresh: readonly FreshHit[], word: number, stretch: Stretch): Hit[] =>
  fresh
    .filter((hit) => within(stretch, hit) && hit.words.includes(word))
    .map(({ recordId, part, at }): Hit => ({ recordId, part, at, place: null }))
    .sort((a, b) => newestFirst(a, b) || b.part - a.part);
