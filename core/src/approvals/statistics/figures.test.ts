import { describe, expect, it } from '@jest/globals';
import { strFromU8 } from 'fflate';
import { aDraft, details, drafter, fullPlan, sectionHead, submitted, subsectionHead, when } from '../case.fixtures.ts';
import type { ApprovalCase } from '../case.ts';
import type { Statistics } from './contract.ts';
import { statisticsCsv } from './csv.ts';
import { monthsOf } from './months.ts';
import { byMonth, electronicOf, slowest, wholeOf } from './present.ts';
import type { UnitTotals } from './queries.ts';
import { endedOf, medianOf, p90Of, quantile } from './rules.ts';

const at = (day: string): Date => new Date(`${day}T00:00:00Z`);
const decided = () => when(when(submitted(), subsectionHead, { act: 'approve' }), sectionHead, { act: 'approve' });

describe('A-40: what is counted of a case', () => {
  it('is nothing before it has ended', () => {
    for (const one of [aDraft(), submitted(), submitted(aDraft(), fullPlan())]) expect(endedOf(one, null)).toBeNull();
  });

  it('is how long it took in working days from its first submission, by steps too', () => {
    const one = decided() as Extract<ApprovalCase, { status: 'DECIDED' }>;
    const route = one.route.map((slot, n) => ({
      ...slot,
      activeSince: at(n === 0 ? '2026-11-16' : '2026-11-18'),
      ...('mark' in slot ? { mark: { ...slot.mark, actedAt: at(n === 0 ? '2026-11-18' : '2026-11-24') } } : {}),
    })) as ApprovalCase['route'];
    const ended = endedOf({ ...one, route, decidedAt: at('2026-11-24') }, at('2026-11-16'));
    // 勤労感謝の日 and the weekend are not worked: Monday 9:00 to Tuesday of the next week, 9:00.
    expect(ended).toMatchObject({ outcome: 'DECIDED', endedOn: '2026-11-24', dayTenths: 50 });
    expect(ended?.steps.map(({ duty, dayTenths }) => [duty, dayTenths])).toEqual([
      ['REVIEW', 20],
      ['DECISION', 30],
    ]);
  });

  it('tells returns, and what was rejected or dropped', () => {
    const back = when(submitted(), subsectionHead, { act: 'sendBack', reason: '直してください' });
    const dropped = when(back, drafter, { act: 'abandon', reason: '中止' });
    expect(endedOf(dropped, at('2026-11-16'))).toMatchObject({ outcome: 'ABANDONED', returns: 1, submitted: true });
    const rejected = when(submitted(), subsectionHead, { act: 'reject', reason: '不要' });
    expect(endedOf(rejected, at('2026-11-16'))).toMatchObject({ outcome: 'REJECTED', returns: 0 });
    const thrownAway = when(aDraft(), drafter, { act: 'discard' });
    expect(endedOf(thrownAway, null)).toMatchObject({ outcome: 'WITHDRAWN', submitted: false, dayTenths: null });
  });

  it('knows paper attachments', () => {
    const paper = { title: '図面', pages: 3, location: '書庫', holder: '政策課', reason: 'TOO_LARGE' } as const;
    const one = { ...decided(), details: details({ paperAttachments: [paper] }) };
    expect(endedOf(one, at('2026-11-16'))?.paperAttachments).toBe(true);
  });
});

describe('A-40: medians and 90 %', () => {
  it('are values that occurred', () => {
    expect([medianOf(new Map()), p90Of(new Map())]).toEqual([null, null]);
    expect(medianOf(new Map([[10, 1]]))).toBe(1);
    const tenths = new Map(Array.from({ length: 10 }, (_, n) => [n + 1, 1] as const));
    expect([medianOf(tenths), p90Of(tenths), quantile(tenths, 1)]).toEqual([0.5, 0.9, 1]);
    expect(
      medianOf(
        new Map([
          [90, 1],
          [5, 8],
        ]),
      ),
    ).toBe(0.5);
  });

  it('name the slowest steps first, and no post for one slow act', () => {
    const row = (postId: string, spread: Record<string, number>) => ({ postId, duty: 'REVIEW' as const, spread });
    const rows = [row('a', { 5: 40 }), row('b', { 30: 4 }), row('b', { 90: 1 }), row('c', { 400: 1 })];
    expect(slowest(rows)).toEqual([
      { postId: 'b', duty: 'REVIEW', acts: 5, medianDays: 3, p90Days: 9 },
      { postId: 'a', duty: 'REVIEW', acts: 40, medianDays: 0.5, p90Days: 0.5 },
    ]);
    expect(slowest([row('c', { 400: 1 })])).toHaveLength(1);
  });

  it('stand by month, and months are cut where the period begins and ends', () => {
    const spread = { unitId: 'u', unitName: '課', spread: { 10: 1, 30: 2 } };
    const part = { month: '2026-11', spreads: [spread], totals: [total('DECIDED', { cases: 3 })], steps: [] };
    expect(byMonth([{ ...part, month: '2026-10', totals: [] }, part])).toEqual([
      { month: '2026-11', decided: 3, electronic: 0, medianDays: 3 },
    ]);
    const cut = monthsOf({ from: '2026-11-16', to: '2027-02-28' } as never);
    expect(cut.map(({ from, to, whole }) => [from, to, whole])).toEqual([
      ['2026-11-16', '2026-11-30', false],
      ['2026-12-01', '2026-12-31', true],
      ['2027-01-01', '2027-01-31', true],
      ['2027-02-01', '2027-02-28', true],
    ]);
  });
});

const total = (outcome: string, more: Partial<UnitTotals>): UnitTotals => ({
  ...{
    unitId: 'u',
    outcome,
    cases: 0,
    submitted: 0,
    returned: 0,
    electronic: 0,
    parallelPaper: 0,
    paperAttachments: 0,
  },
  ...{ unanswered: 0, deputies: 0, skipped: 0 },
  ...more,
});
const decidedCases = { cases: 10, submitted: 10, returned: 2, electronic: 5, parallelPaper: 2, paperAttachments: 1 };
const counted = {
  underWay: 7,
  owed: [{ dueOn: '2026-11-20' }, { dueOn: '2026-11-21' }, { dueOn: null }],
  parts: [
    { month: '2026-10', spreads: [], steps: [], totals: [total('DECIDED', { ...decidedCases, unanswered: 2 })] },
    {
      month: '2026-11',
      spreads: [],
      steps: [],
      totals: [total('REJECTED', { cases: 3, submitted: 3, returned: 1 }), total('WITHDRAWN', { cases: 4 })],
    },
  ],
};

describe('O-09: 電子決裁率', () => {
  it('never takes silence for an answer, and says of everything where it was counted', () => {
    const { numerator, denominator, unanswered, exclusions } = electronicOf(counted, 'ja');
    expect([numerator, denominator, unanswered]).toEqual([5, 10, 2]);
    const inside = exclusions.filter(({ inDenominator }) => inDenominator);
    expect(numerator + inside.reduce((sum, { count }) => sum + count, 0)).toBe(denominator);
    expect(exclusions.map(({ code, count }) => [code, count])).toEqual([
      ['PARALLEL_PAPER', 2],
      ['PAPER_ATTACHMENT', 1],
      ['UNANSWERED', 2],
      ['REJECTED', 3],
      ['ABANDONED', 0],
      ['WITHDRAWN', 4],
      ['UNDER_WAY', 7],
    ]);
    expect(exclusions.every(({ sentence }) => sentence.includes('案件'))).toBe(true);
  });

  it('counts what was sent back among everything that was submitted and ended, and 後閲 that is overdue', () => {
    expect(wholeOf(counted, '2026-11-21')).toMatchObject({
      returns: { returnedCases: 3, cases: 13 },
      standIns: { postReviewsOpen: 3, postReviewsOverdue: 1 },
    });
  });

  it('comes as CSV that a spreadsheet reads in Japanese and does not work out', () => {
    const shown: Statistics = {
      from: '2026-04-01',
      to: '2026-11-21',
      units: [],
      electronic: electronicOf(counted, 'ja'),
      ...wholeOf(counted, '2026-11-21'),
      bySection: [
        { unitId: 'u', unitName: '=1+1課', decided: 10, electronic: 5, medianDays: 1.5, p90Days: 3, returned: 2 },
      ],
      slowestSteps: [],
      byMonth: [],
    };
    const { fileName, mediaType, bytes } = statisticsCsv(shown, 'ja');
    const text = strFromU8(bytes);
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect([fileName, mediaType]).toEqual(['決裁統計-2026-04-01-2026-11-21.csv', 'text/csv; charset=utf-8']);
    expect(text).toContain('"電子決裁率（%）","50.0"\r\n');
    expect(text).toContain('"70.0"');
    expect(text).toContain(`"'=1+1課","10","5","1.5","3","2"`);
  });
});
