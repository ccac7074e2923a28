import { describe, expect, it } from '@jest/globals';
import { builtInPacks } from './index.ts';

describe.each([
  ['みなと市', '6d696e61-746f-4000-8000-000000000001', 'minato/2026-04-01'],
  ['やまと町', '79616d61-746f-4000-8000-000000000002', 'yamato/2026-04-01'],
  ['a municipality without regulations of its own', '00000000-0000-4000-8000-000000000000', 'standard/2026-04-01'],
])('the regulations of %s', (_, municipalityId, version) => {
  const packs = builtInPacks(municipalityId);

  it('come with the product', () => {
    expect(packs.map((pack) => pack.version)).toEqual([version]);
    expect(builtInPacks(municipalityId)).toBe(packs);
  });

  it('name an article for every class of the file plan, and no symbol twice', () => {
    const { classifications, file } = packs[0];
    expect(classifications.every(({ article }) => /(別表|第\d+条)/u.test(article))).toBe(true);
    expect(classifications.every((row) => row.retentionYears > 0 && row.keywords.length > 0)).toBe(true);
    const codes = classifications.map((row) => row.code);
    expect(new Set(codes).size).toBe(codes.length);
    const symbols = file.numbering.symbols.flatMap(({ symbol }) => [symbol, `${symbol}収`]);
    expect(new Set(symbols).size).toBe(symbols.length);
  });
});
