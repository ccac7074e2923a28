import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '../../shared/index.ts';
import type { TeleworkFact } from '../history/fact.ts';
import type { BossLine } from './boss-day.ts';
import { newsOf } from './boss-day.ts';
import { isStale, refusesDay, reportFrom } from './rules.ts';

const by = { staffId: 's', name: '見本', postTitle: '課長', unitName: '政策課' };
const fact = (seq: number, act: string, text: string): TeleworkFact => ({
  ...{ subject: { kind: 'day-report', id: 'r' }, seq, at: new Date(seq * 60_000), act, staffId: 's', actor: by },
  ...{ fact: { text, tone: 'WORDS', tomorrow: '', caseIds: [] }, via: 'api', leafId: 'l' },
});
const FACTS = [fact(1, 'PLANNED', '案'), fact(2, 'COMMENTED', '了解'), fact(3, 'PLANNED', '案を直した')];
const day = (text: string) => text as LocalDate;

describe('T-07: the reports of a day', () => {
  it('are what was said last; what was said before and the comments stay', () => {
    const report = reportFrom([...FACTS, fact(4, 'RESULTED', 'できた')]);
    expect([report.plan?.text, report.result?.text]).toEqual(['案を直した', 'できた']);
    expect(report.earlier.map(({ text }) => text)).toEqual(['案']);
    expect(report.comments.map(({ text }) => text)).toEqual(['了解']);
  });

  it('are out of date only where something was reported since, not where somebody commented', () => {
    const report = reportFrom([...FACTS, fact(4, 'COMMENTED', 'よい')]);
    expect([0, 2, 3, 4, 5].map((seen) => isStale(report, seen))).toEqual([true, true, false, false, true]);
  });

  it('take a plan up to seven days ahead, and a result from its day on', () => {
    const today = day('2026-11-24');
    expect(refusesDay('PLAN', day('2026-12-01'), today)).toBeNull();
    expect(refusesDay('PLAN', day('2026-12-02'), today)).toBe('telework.report_not_yet');
    expect(refusesDay('RESULT', day('2026-11-25'), today)).toBe('telework.report_not_yet');
    expect(refusesDay('RESULT', today, today)).toBeNull();
  });
});

describe('T-06: what is news to a boss', () => {
  const line = (more: Partial<BossLine> = {}): BossLine => ({
    ...{ staffId: 's', state: 'NOT_STARTED', at: null, plan: false, result: false },
    dues: ['PLAN', 'START', 'END', 'RESULT'],
    ...more,
  });

  it('is the first start, somebody late, and the first end: each by itself', () => {
    expect(newsOf([line()])).toBe(0);
    expect(newsOf([line({ state: 'WORKING' }), line({ state: 'WORKING' })])).toBe(1);
    expect(newsOf([line({ state: 'LATE' })])).toBe(2);
    expect(newsOf([line({ state: 'ENDED' })])).toBe(5);
  });

  it('is only what the rules have them report', () => {
    expect(newsOf([line({ state: 'WORKING', dues: ['RESULT'] })])).toBe(0);
    expect(newsOf([line({ state: 'LATE', dues: [] })])).toBe(0);
    expect(newsOf([line({ state: 'ENDED', dues: ['END'] })])).toBe(4);
  });
});
