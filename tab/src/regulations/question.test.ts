import { describe, expect, it } from '@jest/globals';
import type { MatterItem } from './matters.ts';
import { matterGroups, matterOf } from './matters.ts';
import {
  classesAbove,
  explainQuery,
  type Fact,
  factProblem,
  factValue,
  GENERAL,
  isAnswerable,
  matterToSend,
  typedMatter,
} from './question.ts';

const fact = (key: string, type: Fact['type'], change: Partial<Fact> = {}): Fact => ({
  key,
  type,
  label: key,
  help: null,
  optional: false,
  choices: [],
  ...change,
});

const matter = (code: string, change: Partial<MatterItem> = {}): MatterItem => ({
  code,
  name: code,
  group: '一般',
  help: null,
  keywords: [],
  minor: false,
  classification: null,
  facts: [],
  ...change,
});

const PURCHASE = matter('PURCHASE', {
  name: '物品の購入',
  group: '契約',
  facts: [fact('amountYen', 'amountYen'), fact('single', 'boolean', { optional: true })],
});
const TRIP = matter('TRIP', { name: '旅行命令', group: '旅行', facts: [fact('nights', 'nights')] });
const VIEW = {
  regulationVersion: 'minato/2026-04-01',
  regulation: 'みなと市事務決裁規程',
  items: [matter('GENERAL', { name: '一般' }), PURCHASE, TRIP],
  reasons: [],
  classes: [
    { code: 'SUBSECTION_HEAD', name: '係長' },
    { code: 'SECTION_HEAD', name: '課長' },
    { code: 'MAYOR', name: '市長' },
  ],
  analogy: true,
};

describe('a fact that was typed', () => {
  it.each([
    [fact('a', 'amountYen'), '120万', 1_200_000],
    [fact('a', 'nights'), '2泊', 2],
    [fact('a', 'days'), '0.5', 0.5],
    [fact('a', 'boolean'), 'false', false],
    [fact('a', 'choice', { choices: [{ value: 'X', label: '甲' }] }), 'X', 'X'],
  ])('is read by its kind', (one, typed, value) => {
    expect(factValue(one, typed)).toBe(value);
    expect(factProblem(one, typed)).toBeNull();
  });

  it.each([
    [fact('a', 'amountYen'), 'たくさん', 'fact.amount'],
    [fact('a', 'amountYen'), '  ', 'fact.missing'],
    [fact('a', 'days'), '0.3', 'fact.halves'],
    [fact('a', 'nights'), '1.5', 'fact.whole'],
    [fact('a', 'boolean'), undefined, 'fact.missing'],
    [fact('a', 'choice', { choices: [{ value: 'X', label: '甲' }] }), 'Y', 'fact.choose'],
  ])('is refused with a reason', (one, typed, problem) => {
    expect(factProblem(one, typed)).toBe(problem);
  });

  it('may be left out where the regulations can do without it', () => {
    expect(factProblem(fact('a', 'amountYen', { optional: true }), '')).toBeNull();
  });
});

describe('the question to the regulations', () => {
  it('is asked only when every fact is known', () => {
    expect(isAnswerable(PURCHASE, GENERAL)).toBe(false);
    expect(isAnswerable(PURCHASE, { ...GENERAL, facts: { amountYen: '50万' } })).toBe(true);
    expect(isAnswerable(null, GENERAL)).toBe(false);
  });

  it('carries the facts of this matter only, as values', () => {
    const typed = { ...GENERAL, code: 'PURCHASE', facts: { amountYen: '50万円', nights: '3', single: '' } };
    expect(explainQuery(PURCHASE, typed, { urgent: true, unitId: null })).toEqual({
      matter: 'PURCHASE',
      facts: '{"amountYen":500000}',
      escalations: '',
      urgent: 'true',
    });
  });

  it('goes to a higher class only with a reason', () => {
    const typed = { ...GENERAL, raiseTo: 'MAYOR' };
    expect(matterToSend(matter('GENERAL'), typed).raiseTo).toBeNull();
    expect(matterToSend(matter('GENERAL'), { ...typed, escalations: ['ASSEMBLY'] }).raiseTo).toBe('MAYOR');
  });

  it('is typed again as it was stored, amounts with separators', () => {
    const stored = { code: 'PURCHASE', facts: { amountYen: 1_234_000, single: true }, escalations: [], raiseTo: null };
    const typed = typedMatter({ ...stored, analogousTo: null });
    expect(typed.facts).toEqual({ amountYen: '1,234,000', single: 'true' });
    expect(matterToSend(PURCHASE, typed).facts).toEqual(stored.facts);
  });

  it('A-05: offers only classes above the one that decides', () => {
    expect(classesAbove(VIEW, 'SECTION_HEAD').map(({ code }) => code)).toEqual(['MAYOR']);
    expect(classesAbove(VIEW, 'MAYOR')).toEqual([]);
    expect(classesAbove(VIEW, null)).toEqual([]);
  });
});

describe('the matters', () => {
  it('are grouped in the order of the regulations', () => {
    expect(matterGroups(VIEW.items, '').map(({ group }) => group)).toEqual(['一般', '契約', '旅行']);
  });

  it('are found by every word, whatever the width of the letters', () => {
    expect(matterGroups(VIEW.items, '契約 購入').flatMap(({ items }) => items)).toEqual([PURCHASE]);
    expect(matterGroups(VIEW.items, 'ｐｕｒｃｈａｓｅ')).toHaveLength(1);
    expect(matterGroups(VIEW.items, '契約 旅行')).toEqual([]);
  });

  it('of another year are not known', () => {
    expect(matterOf(VIEW, 'ABOLISHED')).toBeNull();
    expect(matterOf(undefined, 'GENERAL')).toBeNull();
  });
});
