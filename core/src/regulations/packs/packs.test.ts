import { describe, expect, it } from '@jest/globals';
import { packsOf } from './index.ts';
import { MINATO } from './minato.ts';
import { STANDARD } from './standard.ts';
import { YAMATO } from './yamato.ts';

describe.each([
  ['みなと市', MINATO],
  ['やまと町', YAMATO],
  ['the standard', STANDARD],
])('the regulations of %s', (_, versions) => {
  it.each(versions.map((pack) => [pack.version, pack] as const))(
    '%s name an article for every row',
    (_version, pack) => {
      const articles = [...pack.decisions, ...pack.classifications].map((row) => row.article);
      expect(articles.every((article) => /(別表|第\d+条)/u.test(article))).toBe(true);
      expect(pack.classifications.every((row) => row.retentionYears > 0 && row.keywords.length > 0)).toBe(true);
    },
  );

  it.each(versions.map((pack) => [pack.version, pack] as const))('%s use no code or symbol twice', (_version, pack) => {
    const codes = pack.classifications.map((row) => row.code);
    expect(new Set(codes).size).toBe(codes.length);
    const symbols = pack.symbols.flatMap(({ symbol }) => [symbol, `${symbol}収`]);
    expect(new Set(symbols).size).toBe(symbols.length);
  });
});

it('a municipality without regulations of its own works by the standard ones', () => {
  expect(packsOf('00000000-0000-4000-8000-000000000000')).toBe(STANDARD);
  expect(packsOf('6d696e61-746f-4000-8000-000000000001')).toBe(MINATO);
});
