import { type Entries, placesIn } from './blocks.ts';
import { type Gram, gramOf, pairAt } from './grams.ts';
import { Places } from './places.ts';
import { type Directory, isAttached } from './segment.ts';
import type { Segment } from './snapshot.ts';

/** In which documents of a segment two letters stand, in no order, and how often in each. */
export interface Standing {
  readonly docs: Uint32Array;
  readonly times: Uint32Array;
}

/** Where to begin to look for the document of a place: the one that reaches into so many letters. */
const LETTERS_BITS = 12;
const guides = new WeakMap<Directory, Uint32Array>();

function guideOf(directory: Directory): Uint32Array {
  const known = guides.get(directory);
  if (known) return known;
  const { starts, count } = directory;
  const guide = new Uint32Array(((starts[count] ?? 0) >>> LETTERS_BITS) + 1);
  for (let [step, doc] = [0, 0]; step < guide.length; step += 1) {
    while (doc < count - 1 && (starts[doc + 1] as number) <= step * 2 ** LETTERS_BITS) doc += 1;
    guide[step] = doc;
  }
  guides.set(directory, guide);
  return guide;
}

/** How often in each document; 0 for all between two uses. */
let counts = new Uint32Array(0x4000);

/** Without what is attached: it is not for everybody who may see the document, and would move it up for them too. */
export function standingIn({ directory }: Segment, entries: Entries): Standing {
  const { starts, parts, count } = directory;
  if (counts.length < count) counts = new Uint32Array(count);
  const guide = guideOf(directory);
  const found = new Places();
  for (const entry of entries) {
    let [doc, end, own] = [0, 0, false];
    for (const place of placesIn([entry], { lo: 0, hi: Number.POSITIVE_INFINITY })) {
      if (place >= end) {
        doc = guide[place >>> LETTERS_BITS] as number;
        for (end = starts[doc + 1] as number; end <= place; end = starts[doc + 1] as number) doc += 1;
        own = !isAttached(parts[doc] as number);
        if (own && counts[doc] === 0) found.push(doc);
      }
      if (own) counts[doc] = (counts[doc] as number) + 1;
    }
  }
  const docs = found.done();
  const times = docs.map((doc) => counts[doc] as number);
  for (const doc of docs) counts[doc] = 0;
  return { docs, times };
}

/** Two letters are asked for, whatever follows them. */
export const askedAt = (text: string, at: number): Gram => gramOf(pairAt(text, at), 0);

/** How often each of the pairs stands in a text. */
export function standingInText(folded: string, pairs: ReadonlySet<Gram>): Map<Gram, number> {
  const times = new Map<Gram, number>();
  for (let at = 0; at + 1 < folded.length; at += 1) {
    const pair = askedAt(folded, at);
    if (pairs.has(pair)) times.set(pair, (times.get(pair) ?? 0) + 1);
  }
  return times;
}
