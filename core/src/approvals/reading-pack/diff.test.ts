import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ReadingPack } from '../../records/index.ts';
import type { DiffBlock } from './contract.ts';
import { diffReadingPacks } from './diff.ts';

const pack = (...parts: readonly (readonly [key: string, ...paragraphs: string[]])[]): ReadingPack => ({
  totalPages: parts.length,
  uncountedParts: 0,
  estimated: false,
  parts: parts.map(([key, ...paragraphs]) => ({
    key,
    title: key,
    fileName: `${key}.docx`,
    sha256: JSON.stringify(paragraphs),
    size: 0,
    kind: 'WORD',
    html: '',
    pageCount: 1,
    counted: 'WORD',
    notes: [],
    paragraphs,
  })),
});

describe('A-29: what is different from last time', () => {
  it('is shown sign by sign inside a paragraph, with its neighbours, and what is the same is left out', () => {
    const same = Array.from({ length: 9 }, (_, at) => `変わらない段落${at}`);
    const before = pack(['document', ...same, '会場費は120,000円とする。', '以上']);
    const after = pack(['document', ...same, '会場費は150,000円とする。', '以上']);
    expect(diffReadingPacks(before, after)).toMatchObject({
      changedParts: 1,
      parts: [
        {
          change: 'CHANGED',
          blocks: [
            { kind: 'GAP', count: 8 },
            { kind: 'SAME', text: '変わらない段落8' },
            {
              kind: 'CHANGED',
              pieces: [
                { kind: 'SAME', text: '会場費は1' },
                { kind: 'REMOVED', text: '2' },
                { kind: 'ADDED', text: '5' },
                { kind: 'SAME', text: '0,000円とする。' },
              ],
            },
            { kind: 'SAME', text: '以上' },
          ],
        },
      ],
    });
  });

  it('finds a corrected paragraph also where others came or went before it', () => {
    const before = pack(['document', '見積書を添付する。', '会場費は120,000円とする。', '支払は後払いとする。']);
    const after = pack(['document', '会場費は150,000円とする。', '支払は前払いとする。']);
    const [part] = diffReadingPacks(before, after).parts;
    expect(part?.blocks.map(({ kind }) => kind)).toEqual(['REMOVED', 'CHANGED', 'CHANGED']);
  });

  it('names parts that came, went, or are another file without a text to compare', () => {
    const before = pack(['document', '同じ'], ['a1'], ['a2', '消える']);
    const replaced = pack(['a1']).parts.map((part) => ({ ...part, sha256: 'another' }));
    const after = {
      ...before,
      parts: [...pack(['document', '同じ']).parts, ...replaced, ...pack(['a3', '新しい']).parts],
    };
    const { parts } = diffReadingPacks(before, after);
    expect(parts.map(({ key, change }) => [key, change])).toEqual([
      ['document', 'SAME'],
      ['a1', 'REPLACED'],
      ['a3', 'ADDED'],
      ['a2', 'REMOVED'],
    ]);
  });

  it('gives both texts back when its pieces are put together again', () => {
    const text = fc.array(fc.constantFrom('一', '二', '一二三', '一二四五', '六'), { maxLength: 12, minLength: 1 });
    const side = (blocks: readonly DiffBlock[], gone: 'ADDED' | 'REMOVED') =>
      blocks.flatMap((block) => {
        if (block.kind === 'GAP' || block.kind === gone) return [];
        if (block.kind !== 'CHANGED') return [block.text];
        return [block.pieces.map((piece) => (piece.kind === gone ? '' : piece.text)).join('')];
      });
    const isPartOf = (some: readonly string[], whole: readonly string[]) => {
      let at = 0;
      for (const one of whole) if (one === some[at]) at += 1;
      return at === some.length;
    };
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { parts } = diffReadingPacks(pack(['document', ...before]), pack(['document', ...after]));
        const [{ change = 'SAME', blocks = [] } = {}] = parts;
        if (change === 'SAME') return expect(after).toEqual(before);
        const skipped = blocks.reduce((sum, block) => sum + (block.kind === 'GAP' ? block.count : 0), 0);
        const [old, now] = [side(blocks, 'ADDED'), side(blocks, 'REMOVED')];
        expect([old.length + skipped, now.length + skipped]).toEqual([before.length, after.length]);
        expect(isPartOf(old, before) && isPartOf(now, after)).toBe(true);
      }),
    );
  });

  it('stays quick for long texts with nothing in common', () => {
    const long = (word: string) => Array.from({ length: 5_000 }, (_, at) => `${word}${at}`.repeat(20));
    const started = process.cpuUsage();
    diffReadingPacks(pack(['document', ...long('あ')]), pack(['document', ...long('い')]));
    expect(process.cpuUsage(started).user / 1_000).toBeLessThan(5_000);
  });
});
