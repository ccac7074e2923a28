import { fill, wareki } from '../../shared/index.ts';
import type { PackReview } from '../contract.ts';
import type { Pack } from '../engine/pack.ts';
import { regulationsTexts } from '../text.ts';
import { allSections } from './all-sections.ts';
import { type Block, wordDocument } from './docx.ts';

type Change = PackReview['added'][number];

const words = (code: string, params: Record<string, string | number> = {}): string =>
  fill(regulationsTexts[`regulations.document_${code}`]?.ja ?? code, params);

function changes(code: string, rows: readonly Change[]): Block[] {
  if (rows.length === 0) return [];
  return [
    { heading: words(code, { count: rows.length }), level: 2 },
    {
      head: [words('row'), words('article'), words('sentence')],
      rows: rows.map(({ ruleId, article, sentence }) => [ruleId, article, sentence]),
    },
  ];
}

/** 起案文書 of the case that decides upon a pack: what it changes, and the whole of it. In Japanese, as all records. */
export function packDocument(pack: Pack, review: PackReview): Uint8Array {
  const { version, comparedWith, fingerprint } = review;
  const reader = { pack, locale: 'ja' as const };
  const tables = allSections(reader);
  return wordDocument([
    { heading: words('title', { regulation: pack.file.title.ja }), level: 1 },
    { text: words('facts', { version, fingerprint: fingerprint ?? '', from: wareki(pack.effectiveFrom) }) },
    { text: words('compared', { version: comparedWith }) },
    ...changes('added', review.added),
    ...changes('changed', review.changed),
    ...changes('removed', review.removed),
    ...changes('breaks', review.breaks),
    { heading: words('whole'), level: 1 },
    ...tables.flatMap(({ title, head, rows }): Block[] => [
      { heading: title, level: 2 },
      { head, rows },
    ]),
  ]);
}
