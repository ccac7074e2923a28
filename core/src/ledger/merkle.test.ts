import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { toHex } from './bytes.ts';
import { EMPTY_ROOT, Frontier, leafHash, nodeHash, rootOf, subtreeCount } from './merkle.ts';
import { REFERENCE_LEAVES, REFERENCE_ROOTS } from './reference-tree.ts';

/** RFC 6962 section 2.1, word for word: the slow way to the same root. */
function mth(leaves: readonly Uint8Array[]): Uint8Array {
  const [only] = leaves;
  if (!only) return EMPTY_ROOT;
  if (leaves.length === 1) return only;
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return nodeHash(mth(leaves.slice(0, k)), mth(leaves.slice(k)));
}

describe('Merkle hashing', () => {
  it('gives the roots of the reference tree of Certificate Transparency, from the empty tree to eight leaves', () => {
    const tree = new Frontier();
    const roots = [toHex(tree.root())];
    for (const leaf of REFERENCE_LEAVES) {
      tree.push(leafHash(leaf));
      roots.push(toHex(tree.root()));
    }
    expect(roots).toEqual(REFERENCE_ROOTS);
  });

  it('hashes an empty leaf apart from an empty tree', () => {
    expect(toHex(leafHash(new Uint8Array()))).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
    expect(toHex(EMPTY_ROOT)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('grows by the frontier alone into the same root as the definition, wherever it was interrupted', () => {
    const leaves = fc.array(fc.uint8Array({ minLength: 32, maxLength: 32 }), { maxLength: 70 });
    fc.assert(
      fc.property(leaves, fc.nat(), (hashes, cut) => {
        const before = new Frontier();
        const at = cut % (hashes.length + 1);
        for (const hash of hashes.slice(0, at)) before.push(hash);
        const after = new Frontier(before.size, before.hashes);
        for (const hash of hashes.slice(at)) after.push(hash);
        expect(toHex(after.root())).toBe(toHex(mth(hashes)));
        expect(after.hashes).toHaveLength(subtreeCount(hashes.length));
        expect(toHex(rootOf(hashes))).toBe(toHex(after.root()));
      }),
    );
  });

  it('leaves a copy alone when the original grows', () => {
    const tree = new Frontier();
    tree.push(leafHash(Uint8Array.of(1)));
    const copy = tree.copy();
    tree.push(leafHash(Uint8Array.of(2)));
    expect(copy.size).toBe(1);
    expect(toHex(copy.root())).toBe(toHex(leafHash(Uint8Array.of(1))));
  });
});
