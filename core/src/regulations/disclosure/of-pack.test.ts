import { expect, it } from '@jest/globals';
import { disclosureRulesOf } from './of-pack.ts';

it('R-26: a body that says nothing of disclosure goes by the law on personal information', () => {
  const [personal, ...others] = disclosureRulesOf({}).schemes;
  expect(others).toEqual([]);
  expect(personal).toMatchObject({
    ...{ id: 'personal', dismissal: '行政手続法 第7条', referral: '個人情報の保護に関する法律 第105条第1項' },
    correctionTerm: { article: '個人情報の保護に関する法律 第77条第3項' },
  });
  expect(personal?.correctionTerm?.days).toBeUndefined();
});

it('R-26: appeals end by the same law everywhere', () => {
  const text = { ja: '条例', en: 'Ordinance' };
  const scheme = {
    ...{ id: 'information', name: text, law: text, absent: '第11条', unconfirmed: '第10条' },
    ...{ term: { days: 15, article: '第12条' }, extension: { days: 30, article: '第12条' } },
    grounds: [{ id: 'person', article: '第7条', sentence: text }],
  };
  expect(disclosureRulesOf({ disclosure: { schemes: [scheme] } }).schemes).toMatchObject([
    {
      id: 'information',
      rulings: {
        ...{ REJECTED: '行政不服審査法 第45条第2項', UPHELD: '行政不服審査法 第46条第1項' },
        PARTLY_UPHELD: '行政不服審査法 第45条第2項・第46条第1項',
      },
    },
  ]);
});
