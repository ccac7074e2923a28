import { type SheetView, SheetViewSchema } from '@kaigi/core/contract';
import { SECTION_HEAD } from './people.ts';

const NOTHING = {
  ...{ scheduled: 0, worked: 0, deemed: 0, breaks: 0, midShift: 0, leave: 0, late: 0, leftEarly: 0, away: 0 },
  ...{ absent: 0, byClass: {}, ordered: 0, withoutOrder: 0, corrections: 0 },
};
type Row = SheetView['rows'][number];

function aRow(day: number): Row {
  const date = `2026-11-${String(day).padStart(2, '0')}`;
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  const off = weekday === 0 || weekday === 6;
  const working = { from: '8:31', to: '17:20', scheduled: 465, worked: 465, breaks: 60 };
  return {
    ...{
      date,
      is: off ? 'WEEKLY_DAY_OFF' : 'WORK',
      isWords: off ? '週休日' : '勤務日',
      spentAs: [],
      from: null,
      to: null,
    },
    ...{ state: off ? 'NOT_STARTED' : 'ENDED', reported: { plan: false, result: false }, flags: [], gaps: [] },
    ...NOTHING,
    ...(off ? {} : working),
  } as Row;
}

function withOddDays(rows: readonly Row[]): Row[] {
  const change: Readonly<Record<string, Partial<Row>>> = {
    '2026-11-04': { spentAs: [{ kind: 'TELEWORK_HOME', leave: null, part: 'DAY', words: '在宅勤務' }] },
    '2026-11-05': {
      ...{ state: 'UNCONFIRMED_END', to: null, worked: 420 },
      flags: [{ code: 'telework.flag_no_end', words: '終業の打刻がありません', blocks: true }],
    },
    '2026-11-06': {
      ...{ spentAs: [{ kind: 'LEAVE', leave: 'ANNUAL', part: 'PART', words: '年次有給休暇（午後）' }] },
      ...{ to: '12:00', worked: 210, leave: 255, breaks: 0 },
    },
    '2026-11-10': {
      ...{ to: '20:05', withoutOrder: 165 },
      flags: [{ code: 'telework.flag_without_order', words: '命令のない時間外が2時間45分あります', blocks: false }],
      gaps: [
        { kind: 'AFTER_END', signal: 'ACT', at: '20:40', minutes: 35, words: '終業の後に操作があります（20:40）' },
      ],
    },
  };
  return rows.map((row) => ({ ...row, ...change[row.date] }));
}

/** November with a missing end, half a day of leave, and overtime without an order. */
export function aSheet(more: Partial<SheetView> = {}): SheetView {
  return SheetViewSchema.parse({
    month: '2026-11',
    person: SECTION_HEAD,
    state: 'OPEN',
    version: 0,
    fingerprint: 'a'.repeat(64),
    isOver: false,
    rows: withOddDays(Array.from({ length: 30 }, (_, at) => aRow(at + 1))),
    totals: {
      ...{ scheduled: 9300, worked: 9180, deemed: 0, breaks: 1200, leave: 255, ordered: 1800, withoutOrder: 165 },
      ...{ absent: 0, late: 0, leftEarly: 0, corrections: 0, beyondForty: 0, daysWorked: 20, byClass: {}, days: [] },
      teleworkDays: 1,
    },
    limits: [
      {
        code: 'telework.limit_month',
        level: 'NEAR',
        value: 1965,
        limit: 2700,
        words: '月の上限45時間の72％（32時間45分）です',
      },
    ],
    blocks: [{ date: '2026-11-05', code: 'telework.flag_no_end', words: '終業の打刻がありません' }],
    confirmed: null,
    closed: null,
    history: [],
    may: { confirm: false, unlock: false },
    ...more,
  });
}
