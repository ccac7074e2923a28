import { describe, expect, it } from '@jest/globals';
import type { PackView } from '@kaigi/core/contract';
import { ProblemError } from '../../api/problem.ts';
import { findingsOf, reasonOf, sectionsWith, standingOf } from './packs.ts';

const TODAY = '2026-11-21';
const pack = (change: Partial<PackView>): PackView => ({
  packId: 'p',
  version: 'minato/2026-10-01',
  regulation: '',
  effectiveFrom: '2026-10-01',
  state: 'ACTIVE',
  inForceToday: false,
  inForceFrom: '2026-10-01',
  importedBy: null,
  importedAt: null,
  caseId: null,
  fingerprint: null,
  rows: 1,
  ...change,
});

describe('O-03: how a version of the regulations stands', () => {
  it.each([
    [{ inForceToday: true }, 'IN_FORCE'],
    [{ inForceFrom: '2027-04-01' }, 'TO_COME'],
    [{}, 'PAST'],
    [{ state: 'BUILT_IN', inForceToday: true }, 'IN_FORCE'],
    [{ state: 'PROPOSED', inForceFrom: null }, 'PROPOSED'],
    [{ state: 'PROPOSED', inForceFrom: null, caseId: 'c' }, 'IN_REVIEW'],
    [{ state: 'DROPPED', caseId: 'c' }, 'DROPPED'],
  ] as const)('%j: %s', (change, standing) => {
    expect(standingOf(pack(change), TODAY)).toBe(standing);
  });
});

describe('a refusal', () => {
  const refused = (present: unknown) =>
    new ProblemError({ type: '', title: '', status: 400, detail: '', code: 'x', errorId: '', present });

  it('is told row by row, without saying the row twice', () => {
    const found = { row: 'general', code: 'c', sentence: 'general：根拠条項がありません。' };
    expect(findingsOf(refused([found, 'something else', null]))).toEqual([found]);
    expect(reasonOf(found)).toBe('根拠条項がありません。');
    expect(reasonOf({ row: 'general', code: 'c', sentence: 'general: no article' })).toBe('no article');
    expect(reasonOf({ row: null, code: 'c', sentence: 'YAML として読めません。' })).toBe('YAML として読めません。');
  });

  it('of another kind has no rows', () => {
    expect(findingsOf(refused(undefined))).toEqual([]);
    expect(findingsOf(new Error('x'))).toEqual([]);
  });
});

describe('the table', () => {
  const sections = [
    { title: '決裁区分：支出', head: ['行'], rows: [['expenditure.1 50万円以下'], ['expenditure.2 課長']] },
    { title: '代決者', head: ['行'], rows: [['deputy.mayor 副市長']] },
  ];

  it('is sifted by every word, wide or narrow letters', () => {
    expect(sectionsWith(sections, ' ５０万円 EXPENDITURE')).toEqual([{ ...sections[0], rows: [sections[0]?.rows[0]] }]);
    expect(sectionsWith(sections, '代決者')).toEqual([sections[1]]);
    expect(sectionsWith(sections, '支出 課長')).toEqual([{ ...sections[0], rows: [sections[0]?.rows[1]] }]);
    expect(sectionsWith(sections, 'ない言葉')).toEqual([]);
    expect(sectionsWith(sections, ' ')).toBe(sections);
  });
});
