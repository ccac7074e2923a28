import type { BoardItem, Statistics } from '@kaigi/core/contract';
import { caseId } from './cases.ts';
import { DRAFTER } from './people.ts';

const UNIT = '01900000-0000-7000-8000-00000000a001';

/** A place where an open case waits. */
export function aBoardItem(change: Partial<BoardItem> = {}): BoardItem {
  return {
    caseId: caseId(1),
    version: 3,
    title: '令和8年度 市民活動支援事業補助金の交付決定について',
    status: 'IN_REVIEW',
    urgency: 'NORMAL',
    confidentiality: 'C2',
    minor: false,
    drafter: DRAFTER,
    unitName: '政策課',
    slotId: 'slot-2',
    task: 'ACT',
    duty: 'DECISION',
    postTitle: '課長',
    holderUnitId: UNIT,
    holderUnitName: '政策課',
    names: ['課長 次郎'],
    since: '2026-11-18T02:35:00Z',
    workingMinutes: 1180,
    dueOn: '2026-11-24',
    overdue: false,
    opened: true,
    remindedAt: null,
    absence: null,
    deputies: [],
    progress: { done: 1, of: 2 },
    ...change,
  };
}

export function theStatistics(change: Partial<Statistics> = {}): Statistics {
  return {
    from: '2026-04-01',
    to: '2026-11-21',
    units: [{ unitId: UNIT, unitName: '政策課' }],
    electronic: {
      numerator: 669,
      denominator: 1000,
      parallelPaper: 120,
      paperAttachments: 31,
      unanswered: 180,
      exclusions: [
        { code: 'PARALLEL_PAPER', sentence: '紙も並行して回した案件', count: 120, inDenominator: true },
        { code: 'PAPER_ATTACHMENT', sentence: '紙の添付があった案件', count: 31, inDenominator: true },
        { code: 'UNANSWERED', sentence: '紙を回したかどうかの回答がない案件', count: 180, inDenominator: true },
        { code: 'REJECTED', sentence: '却下された案件', count: 4, inDenominator: false },
        { code: 'UNDER_WAY', sentence: '回議中の案件', count: 57, inDenominator: false },
      ],
    },
    decided: 1000,
    medianDays: 2.4,
    p90Days: 6.1,
    returns: { returnedCases: 88, cases: 1012 },
    standIns: { deputyDecisions: 23, postReviewsOpen: 5, postReviewsOverdue: 1, skipped: 12 },
    bySection: [
      {
        unitId: UNIT,
        unitName: '政策課',
        decided: 240,
        electronic: 200,
        medianDays: 1.8,
        p90Days: 4,
        returned: 12,
      },
      {
        unitId: '01900000-0000-7000-8000-00000000a002',
        unitName: '財政課',
        decided: 410,
        electronic: 260,
        medianDays: 3.2,
        p90Days: 8.5,
        returned: 51,
      },
    ],
    slowestSteps: [
      {
        postId: '01900000-0000-7000-8000-00000000b001',
        unitName: '財政課',
        postTitle: '課長',
        duty: 'CONSULT',
        acts: 388,
        medianDays: 1.6,
        p90Days: 4.4,
      },
    ],
    byMonth: [
      { month: '2026-09', decided: 130, electronic: 80, medianDays: 2.6 },
      { month: '2026-10', decided: 151, electronic: 99, medianDays: 2.4 },
      { month: '2026-11', decided: 92, electronic: 66, medianDays: 2.2 },
    ],
    ...change,
  };
}
