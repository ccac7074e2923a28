import { sha256 } from './sha256.ts';

// RFC 6962 section 2.1. Sizes and indexes are plain numbers up to 2^53, so no bitwise operator touches them.

export const HASH_LENGTH = 32;

/** The root of the tree that has no leaf. */
export const EMPTY_ROOT: Uint8Array = sha256(new Uint8Array());

export function leafHash(entry: Uint8Array): Uint8Array {
  const input = new Uint8Array(1 + entry.length);
  input.set(entry, 1);
  return sha256(input);
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  const input = new Uint8Array(1 + left.length + right.length);
  input[0] = 1;
  input.set(left, 1);
  input.set(right, 1 + left.length);
  return sha256(input);
}

/**
 * A growing tree, kept as the roots of its perfect subtrees from large to small ("compact range").
 * Appending needs nothing else, however large the tree is.
 */
export class Frontier {
  private readonly subtrees: Uint8Array[];
  private count: number;

  constructor(size = 0, subtrees: readonly Uint8Array[] = []) {
    this.count = size;
    this.subtrees = [...subtrees];
  }

  get size(): number {
    return this.count;
  }

  get hashes(): readonly Uint8Array[] {
    return this.subtrees;
  }

  push(leaf: Uint8Array): void {
    let hash = leaf;
    for (let rest = this.count; rest % 2 === 1; rest = (rest - 1) / 2) {
      hash = nodeHash(this.subtrees.pop() ?? hash, hash);
    }
    this.subtrees.push(hash);
    this.count += 1;
  }

  root(): Uint8Array {
    return this.subtrees.length === 0 ? EMPTY_ROOT : this.subtrees.reduceRight((right, left) => nodeHash(left, right));
  }

  copy(): Frontier {
    return new Frontier(this.count, this.subtrees);
  }
}

/** How many perfect subtrees a tree of this size has: the ones in its binary form. */
export function subtreeCount(size: number): number {
  return size.toString(2).replaceAll('0', '').length;
}

export function rootOf(leaves: readonly Uint8Array[]): Uint8Array {
  const tree = new Frontier();
  for (const leaf of leaves) tree.push(leaf);
  return tree.root();
}
