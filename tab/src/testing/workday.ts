import { type DayReportView, DayReportViewSchema, type WorkdayView, WorkdayViewSchema } from '@kaigi/core/contract';
import { SECTION_HEAD } from './people.ts';

export const DATE = '2026-11-24';

/** A morning in 在宅勤務, one punch made. */
export function aWorkday(more: Partial<WorkdayView> = {}): WorkdayView {
  return WorkdayViewSchema.parse({
    date: DATE,
    state: 'WORKING',
    since: '2026-11-23T23:31:00Z',
    scheduled: { from: '8:30', to: '17:15', breaks: [{ from: '12:00', to: '13:00' }] },
    is: '勤務日',
    telework: ['HOME'],
    worked: 192,
    breaks: 0,
    midShift: 0,
    punches: [
      {
        ...{ id: 'p1', punch: 'START', at: '2026-11-23T23:31:00Z' },
        ...{ reportedLate: false, clockDoubted: false, corrected: false },
      },
    ],
    next: ['PAUSE', 'END'],
    pauses: [],
    odd: [],
    flags: [],
    corrections: [],
    closed: false,
    ...more,
  });
}

export const beforeWork = (): WorkdayView =>
  aWorkday({ state: 'NOT_STARTED', since: null, worked: 0, punches: [], next: ['START'] });

export function aDayReport(more: Partial<DayReportView> = {}): DayReportView {
  const article = 'みなと市テレワーク実施要領 第9条第1項';
  return DayReportViewSchema.parse({
    id: null,
    version: 0,
    date: DATE,
    person: SECTION_HEAD,
    plan: null,
    result: null,
    earlier: [],
    comments: [],
    asked: [{ kind: 'PLAN', article, sentence: '予定を報告します。', lastDay: DATE, state: 'OPEN' }],
    prefilled: { plan: { text: '計画案の作成', from: 'REQUEST' }, result: { text: '', from: 'NOTHING' } },
    may: { report: true, comment: false },
    ...more,
  });
}
