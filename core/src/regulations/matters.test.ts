import { expect, it } from '@jest/globals';
import { presentMatters } from './matters.ts';
import { builtInPacks } from './packs/index.ts';
import { packSections } from './table/page.ts';

const CITIES = [
  '6d696e61-746f-4000-8000-000000000001',
  '79616d61-746f-4000-8000-000000000002',
  '00000000-0000-4000-8000-000000000009',
];
const JAPANESE = /[\u3040-\u30ff\u4e00-\u9fff]/u;

it.each(CITIES)('the groups of matters of %s have their names in the reader’s language', (municipalityId) => {
  const [pack] = builtInPacks(municipalityId);
  const groups = (locale: 'ja' | 'en') => presentMatters(pack, locale).items.map(({ group }) => group);
  expect(groups('ja')[0]).toBe('一般');
  expect(groups('en').filter((group) => JAPANESE.test(group))).toEqual([]);
  const titles = packSections(pack, 'en').sections.map(({ title }) => title);
  expect(titles.filter((title) => JAPANESE.test(title))).toEqual([]);
  expect(titles[0]).toBe('Decisions: General');
});
