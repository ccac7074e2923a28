import { sameBytes } from './bytes.ts';
import { EMPTY_ROOT, HASH_LENGTH, nodeHash } from './merkle.ts';

/** The leaves from `start` up to, not including, `end`; its hash is MTH(D[start:end]) of RFC 6962. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A perfect subtree: `index` counts the subtrees of this height from the left. */
export interface Node {
  readonly level: number;
  readonly index: number;
}

function largestPowerBelow(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}

/** What an inclusion proof is made of (RFC 6962 section 2.1.1), from the leaf upwards. */
export function inclusionSpans(index: number, size: number): readonly Span[] {
  const spans: Span[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + largestPowerBelow(end - start);
    if (index < middle) {
      spans.push({ start: middle, end });
      end = middle;
    } else {
      spans.push({ start, end: middle });
      start = middle;
    }
  }
  return spans.reverse();
}

/** What a consistency proof between two sizes is made of (RFC 6962 section 2.1.2). */
export function consistencySpans(older: number, newer: number): readonly Span[] {
  if (older === 0 || older === newer) return [];
  const spans: Span[] = [];
  let [start, end] = [0, newer];
  // Once the older tree's own root is no longer one of the nodes on the way, it has to be told.
  let known = true;
  while (end !== older) {
    const middle = start + largestPowerBelow(end - start);
    if (older <= middle) {
      spans.push({ start: middle, end });
      end = middle;
    } else {
      spans.push({ start, end: middle });
      start = middle;
      known = false;
    }
  }
  if (!known) spans.push({ start, end });
  return spans.reverse();
}

/** The perfect subtrees of a span that begins where a subtree of its size may begin, from left to right. */
export function nodesOf({ start, end }: Span): readonly Node[] {
  const nodes: Node[] = [];
  for (let at = start; at < end; ) {
    let level = 0;
    while (at % 2 ** (level + 1) === 0 && at + 2 ** (level + 1) <= end) level += 1;
    nodes.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  return nodes;
}

/** Puts the hashes of `nodesOf(span)` together into the span's hash. */
export function hashOfNodes(hashes: readonly Uint8Array[]): Uint8Array {
  return hashes.reduceRight((right, left) => nodeHash(left, right));
}

const wellFormed = (hashes: readonly Uint8Array[]) => hashes.every((hash) => hash.length === HASH_LENGTH);

export interface InclusionClaim {
  readonly index: number;
  readonly size: number;
  readonly leafHash: Uint8Array;
  readonly root: Uint8Array;
}

/** True when the proof shows that the leaf stands at this index of the tree with this root (RFC 9162 section 2.1.3.2). */
export function includes(claim: InclusionClaim, proof: readonly Uint8Array[]): boolean {
  const { index, size, root } = claim;
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false;
  if (!wellFormed([claim.leafHash, root, ...proof])) return false;
  let [node, last] = [index, size - 1];
  let hash = claim.leafHash;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(sibling, hash);
      while (node % 2 === 0 && node !== 0) [node, last] = [node / 2, Math.floor(last / 2)];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return last === 0 && sameBytes(hash, root);
}

export interface TreeHead {
  readonly size: number;
  readonly root: Uint8Array;
}

const isSize = (size: number) => Number.isSafeInteger(size) && size >= 0;

/** True when the proof shows that the newer tree only adds to the older one (RFC 9162 section 2.1.4.2). */
export function extendsTree(older: TreeHead, newer: TreeHead, proof: readonly Uint8Array[]): boolean {
  if (!isSize(older.size) || !isSize(newer.size) || older.size > newer.size) return false;
  if (older.size === 0 && !sameBytes(older.root, EMPTY_ROOT)) return false;
  if (older.size === newer.size) return proof.length === 0 && sameBytes(older.root, newer.root);
  // From the empty tree there is nothing to prove; RFC 9162 defines no proof for it.
  if (older.size === 0) return false;
  if (!wellFormed([older.root, newer.root, ...proof])) return false;
  let [node, last] = [older.size - 1, newer.size - 1];
  while (node % 2 === 1) [node, last] = [(node - 1) / 2, Math.floor(last / 2)];
  // A whole perfect subtree: its root is the older root, which is not repeated in the proof.
  const [first, ...rest] = node === 0 ? [older.root, ...proof] : proof;
  if (!first || (node === 0 && proof.length === 0)) return false;
  let [oldHash, newHash] = [first, first];
  for (const sibling of rest) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      [oldHash, newHash] = [nodeHash(sibling, oldHash), nodeHash(sibling, newHash)];
      while (node % 2 === 0 && node !== 0) [node, last] = [node / 2, Math.floor(last / 2)];
    } else {
      newHash = nodeHash(newHash, sibling);
    }
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return last === 0 && sameBytes(oldHash, older.root) && sameBytes(newHash, newer.root);
}
