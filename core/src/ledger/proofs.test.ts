import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { toHex } from './bytes.ts';
import { EMPTY_ROOT, leafHash, rootOf } from './merkle.ts';
import { consistencySpans, extendsTree, hashOfNodes, includes, inclusionSpans, nodesOf, type Span } from './proofs.ts';
import { REFERENCE_LEAVES } from './reference-tree.ts';

const reference = REFERENCE_LEAVES.map(leafHash);
const leavesOf = (size: number) => Array.from({ length: size }, (_, at) => leafHash(Uint8Array.of(at >> 8, at & 255)));
const proofOf = (leaves: readonly Uint8Array[], spans: readonly Span[]) =>
  spans.map(({ start, end }) => rootOf(leaves.slice(start, end)));
const flip = (hash: Uint8Array, bit: number) =>
  hash.map((byte, at) => (at === (bit >> 3) % 32 ? byte ^ (1 << (bit & 7)) : byte));
const hex = (hashes: readonly Uint8Array[]) => hashes.map(toHex);

// A tree of a given size with a place in it.
const sizeAndIndex = fc
  .integer({ min: 1, max: 600 })
  .chain((size) => fc.tuple(fc.constant(size), fc.integer({ min: 0, max: size - 1 })));
const twoSizes = fc
  .integer({ min: 1, max: 600 })
  .chain((newer) => fc.tuple(fc.integer({ min: 1, max: newer }), fc.constant(newer)));

describe('inclusion proofs', () => {
  it('are those of the reference tree', () => {
    expect(hex(proofOf(reference, inclusionSpans(0, 8)))).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ]);
    expect(hex(proofOf(reference, inclusionSpans(5, 8)))).toEqual([
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
    expect(hex(proofOf(reference, inclusionSpans(2, 3)))).toEqual([
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    ]);
    expect(proofOf(reference, inclusionSpans(0, 1))).toEqual([]);
  });

  it('hold for every leaf of a tree of any size, and for no other place, size, leaf, root or proof', () => {
    fc.assert(
      fc.property(sizeAndIndex, fc.nat({ max: 255 }), fc.nat(), ([size, index], bit, which) => {
        const leaves = leavesOf(size);
        const proof = proofOf(leaves, inclusionSpans(index, size));
        const claim = { index, size, leafHash: leaves[index] ?? EMPTY_ROOT, root: rootOf(leaves) };
        expect(includes(claim, proof)).toBe(true);
        expect(includes({ ...claim, leafHash: flip(claim.leafHash, bit) }, proof)).toBe(false);
        expect(includes({ ...claim, root: flip(claim.root, bit) }, proof)).toBe(false);
        expect(includes(claim, [...proof, claim.root])).toBe(false);
        expect(includes({ ...claim, index: size }, proof)).toBe(false);
        if (size > 1) {
          expect(includes({ ...claim, index: index === 0 ? 1 : index - 1 }, proof)).toBe(false);
          expect(includes(claim, proof.slice(0, -1))).toBe(false);
          const at = which % proof.length;
          expect(
            includes(
              claim,
              proof.map((hash, i) => (i === at ? flip(hash, bit) : hash)),
            ),
          ).toBe(false);
        }
      }),
    );
  });

  it('are refused for numbers that are no place in a tree', () => {
    const [leaf = EMPTY_ROOT] = reference;
    for (const [index, size] of [
      [-1, 1],
      [0, 0],
      [1, 1],
      [0.5, 1],
      [0, Number.NaN],
      [2 ** 64 - 1, 2 ** 64],
    ] as const) {
      expect(includes({ index, size, leafHash: leaf, root: leaf }, [])).toBe(false);
    }
  });
});

describe('consistency proofs', () => {
  it('are those of the reference tree', () => {
    expect(proofOf(reference, consistencySpans(1, 1))).toEqual([]);
    expect(hex(proofOf(reference, consistencySpans(1, 8)))).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ]);
    expect(hex(proofOf(reference, consistencySpans(6, 8)))).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
    expect(hex(proofOf(reference, consistencySpans(2, 5)))).toEqual([
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ]);
  });

  it('hold between any two sizes of one log, and for no other tree or proof', () => {
    fc.assert(
      fc.property(twoSizes, fc.nat({ max: 255 }), fc.nat(), ([size1, size2], bit, which) => {
        const leaves = leavesOf(size2);
        const older = { size: size1, root: rootOf(leaves.slice(0, size1)) };
        const newer = { size: size2, root: rootOf(leaves) };
        const proof = proofOf(leaves, consistencySpans(size1, size2));
        expect(extendsTree(older, newer, proof)).toBe(true);
        expect(extendsTree({ ...older, root: flip(older.root, bit) }, newer, proof)).toBe(false);
        expect(extendsTree(older, { ...newer, root: flip(newer.root, bit) }, proof)).toBe(false);
        expect(extendsTree(older, newer, [...proof, newer.root])).toBe(false);
        if (size1 < size2) {
          expect(extendsTree(newer, older, proof)).toBe(false);
          expect(extendsTree(older, newer, proof.slice(0, -1))).toBe(false);
          const at = which % proof.length;
          expect(
            extendsTree(
              older,
              newer,
              proof.map((hash, i) => (i === at ? flip(hash, bit) : hash)),
            ),
          ).toBe(false);
        }
      }),
    );
  });

  it('are not defined from the empty tree, which has one root only', () => {
    const empty = { size: 0, root: EMPTY_ROOT };
    const newer = { size: 3, root: rootOf(reference.slice(0, 3)) };
    expect(consistencySpans(0, 3)).toEqual([]);
    expect(extendsTree(empty, newer, [])).toBe(false);
    expect(extendsTree(empty, empty, [])).toBe(true);
    expect(extendsTree({ size: 0, root: newer.root }, { size: 0, root: newer.root }, [])).toBe(false);
  });
});

describe('the perfect subtrees of a span', () => {
  it('make up the hash of every span that a proof asks for', () => {
    fc.assert(
      fc.property(sizeAndIndex, twoSizes, ([size, index], [older, newer]) => {
        const leaves = leavesOf(Math.max(size, newer));
        for (const span of [...inclusionSpans(index, size), ...consistencySpans(older, newer)]) {
          const hashes = nodesOf(span).map((node) => {
            const width = 2 ** node.level;
            return rootOf(leaves.slice(node.index * width, (node.index + 1) * width));
          });
          expect(toHex(hashOfNodes(hashes))).toBe(toHex(rootOf(leaves.slice(span.start, span.end))));
        }
      }),
      { numRuns: 40 },
    );
  });
});
