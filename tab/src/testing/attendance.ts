import {
  type CorrectionView,
  CorrectionViewSchema,
  type OvertimeDayView,
  OvertimeDayViewSchema,
  type Person,
  type ReportListItem,
  ReportListItemSchema,
  type SheetView,
  SheetViewSchema,
  type ToConfirm,
  ToConfirmSchema,
} from '@kaigi/core/contract';
import { SECTION_HEAD } from './people.ts';

export const MONTH = '2026-10';

export const staffOf = (n: number): string => `01900000-0000-7000-8000-0000000e${String(n).padStart(4, '0')}`;

export const aPerson = (n: number, name = `職員 ${n}号`): Person => ({
  staffId: staffOf(n),
  name,
  postTitle: '主事',
  unitName: '政策課 政策係',
});

export const fingerprintOf = (n: number): string => String(n % 10).repeat(64);

export function toConfirm(n: number, change: Partial<ToConfirm> = {}): ToConfirm {
  return ToConfirmSchema.parse({
    person: aPerson(n),
    state: 'OPEN',
    fingerprint: fingerprintOf(n),
    isOver: true,
    needs: [],
    worked: 9765,
    overtime: 320,
    withoutOrder: 0,
    teleworkDays: 6,
    limits: [],
    confirmed: null,
    may: { confirm: true },
    ...change,
  });
}

export function aCorrection(n: number, change: Partial<CorrectionView> = {}): CorrectionView {
  return CorrectionViewSchema.parse({
    id: `01900000-0000-7000-8000-00000000cc${String(n).padStart(2, '0')}`,
    person: aPerson(n),
    date: '2026-10-08',
    state: 'OPEN',
    changes: [
      { before: { punch: 'START', at: '2026-10-08T00:05:00Z' }, after: { punch: 'START', at: '2026-10-07T23:28:00Z' } },
      { before: null, after: { punch: 'END', at: '2026-10-08T16:10:00Z' } },
    ],
    reason: '開始の打刻を忘れ、席に着いてから気づいた',
    paper: null,
    askedAt: '2026-10-09T00:10:00Z',
    settled: null,
    may: { settle: true, withdraw: false },
    ...change,
  });
}

export function anOvertime(n: number, change: Partial<OvertimeDayView> = {}): OvertimeDayView {
  return OvertimeDayViewSchema.parse({
    itemId: `01900000-0000-7000-8000-00000000dd${String(n).padStart(2, '0')}`,
    applicationId: null,
    person: aPerson(n),
    date: '2026-10-14',
    from: '17:15',
    to: '20:00',
    minutes: 165,
    reason: '議会答弁の準備',
    state: 'ORDERED',
    orderedBy: null,
    confirmed: null,
    version: 2,
    may: { confirm: true, cancel: false },
    ...change,
  });
}

const NEEDS = {
  correction: { code: 'OPEN_CORRECTION', words: '修正申請中', blocks: true, dates: ['2026-10-08'] },
  end: { code: 'MISSING_END', words: '終了未確認', blocks: true, dates: ['2026-10-16', '2026-10-20'] },
  overtime: { code: 'OVERTIME_NOT_CONFIRMED', words: '事後確認待ち', blocks: true, dates: ['2026-10-14'] },
  late: { code: 'LATE', words: '遅刻', blocks: false, dates: ['2026-10-05'] },
  gap: { code: 'GAP', words: '打刻とほかの記録の違い', blocks: false, dates: ['2026-10-22'] },
};

const NEAR = {
  code: 'telework.limit_month',
  level: 'NEAR',
  value: 2520,
  limit: 2700,
  words: '月の時間外勤務が42時間です（上限45時間）。',
} as const;

/** Twenty people of a section: five who need an eye, one of whom may be confirmed, one who is done. */
export function twentyPeople(): ToConfirm[] {
  const blocked = { may: { confirm: false } };
  return [
    toConfirm(1, { person: aPerson(1, '起案 太郎'), needs: [NEEDS.correction], ...blocked }),
    toConfirm(2, { person: aPerson(2, '主査 三郎'), needs: [NEEDS.overtime], withoutOrder: 45, ...blocked }),
    toConfirm(3, { person: aPerson(3, '会計年度 花'), needs: [NEEDS.end], ...blocked }),
    toConfirm(4, { person: aPerson(4, '主任 四郎'), needs: [NEEDS.late, NEEDS.gap], limits: [NEAR] }),
    toConfirm(5, { person: aPerson(5, '主事 五子'), state: 'CHANGED' }),
    ...Array.from({ length: 14 }, (_, index) => toConfirm(index + 6)),
    toConfirm(20, {
      state: 'CONFIRMED',
      confirmed: { at: '2026-11-02T00:30:00Z', by: SECTION_HEAD },
      may: { confirm: false },
    }),
  ];
}

const PLAN = {
  kind: 'PLAN',
  at: '2026-10-29T23:32:00Z',
  text: '計画案の第3章を書く\n県への照会の返事を確かめる',
  tomorrow: '',
  cases: [],
} as const;

export function aReport(n: number, change: Partial<ReportListItem> = {}): ReportListItem {
  return ReportListItemSchema.parse({
    id: `01900000-0000-7000-8000-00000000ee${String(n).padStart(2, '0')}`,
    version: 1,
    person: aPerson(n),
    telework: true,
    plan: PLAN,
    result: { ...PLAN, kind: 'RESULT', at: '2026-10-30T08:10:00Z', text: '第3章を書き終えた', tomorrow: '図を直す' },
    comments: [],
    asked: [],
    ...change,
  });
}

const ZERO = { minutes: 0, night: 0 };
const CLASSES = {
  ...{ REGULAR: { minutes: 465, night: 0 }, WITHIN_EIGHT: ZERO, BEYOND_EIGHT: ZERO },
  ...{ DAY_OFF: ZERO, HOLIDAY: ZERO, STATUTORY_DAY_OFF: ZERO },
};
const AWAY = { late: 0, leftEarly: 0, away: 0, absent: 0 };

type Row = SheetView['rows'][number];

function aRow(day: number): Row {
  const date = `${MONTH}-${String(day).padStart(2, '0')}`;
  const weekday = new Date(date).getUTCDay();
  const off = weekday === 0 || weekday === 6;
  const home = day % 3 === 0;
  const kind = home ? { kind: 'HOME', words: '在宅勤務' } : { kind: 'OFFICE', words: '登庁' };
  const late = day === 14;
  return {
    date,
    ...(off ? { is: 'WEEKLY_DAY_OFF', isWords: '週休日' } : { is: 'WORK', isWords: '勤務日' }),
    spentAs: off ? [] : [{ ...kind, leave: null, part: 'DAY' }],
    state: off ? 'NOT_STARTED' : 'ENDED',
    from: off ? null : '8:28',
    to: off ? null : late ? '20:00' : '17:20',
    ...{ scheduled: off ? 0 : 465, worked: off ? 0 : late ? 630 : 465, deemed: 0, breaks: off ? 0 : 60 },
    ...{ midShift: 0, leave: 0, ...AWAY, ordered: late ? 165 : 0, withoutOrder: 0, corrections: 0 },
    byClass: off ? { REGULAR: ZERO } : { ...CLASSES, BEYOND_EIGHT: late ? { minutes: 165, night: 0 } : ZERO },
    reported: { plan: home, result: home },
    flags: [],
    gaps: [],
  };
}

export function aSheet(n: number, change: Partial<SheetView> = {}): SheetView {
  const rows = Array.from({ length: 31 }, (_, index) => aRow(index + 1)).map((row): Row => {
    if (row.date === '2026-10-08')
      return { ...row, flags: [{ code: 'OPEN_CORRECTION', words: '修正申請中', blocks: true }] };
    const words = 'パソコンが、終了の打刻より50分後の18:10まで動いています。';
    if (row.date === '2026-10-22')
      return { ...row, gaps: [{ kind: 'AFTER_END', signal: 'PC', at: '18:10', minutes: 50, words }] };
    return row;
  });
  return SheetViewSchema.parse({
    month: MONTH,
    person: aPerson(n, '起案 太郎'),
    state: 'OPEN',
    version: 0,
    fingerprint: fingerprintOf(n),
    isOver: true,
    rows,
    totals: {
      ...{ scheduled: 10230, worked: 10395, deemed: 0, breaks: 1320, leave: 0, ordered: 165, withoutOrder: 0 },
      ...{ absent: 0, late: 0, leftEarly: 0, corrections: 1, beyondForty: 0, daysWorked: 22 },
      byClass: { REGULAR: { minutes: 10230, night: 0 }, BEYOND_EIGHT: { minutes: 165, night: 0 } },
      days: [
        { kind: 'OFFICE', words: '登庁', whole: 15, part: 0 },
        { kind: 'HOME', words: '在宅勤務', whole: 7, part: 1 },
      ],
      teleworkDays: 8,
    },
    limits: [{ ...NEAR, level: 'WITHIN', value: 165, words: '月の時間外勤務が2.8時間です（上限45時間）。' }],
    blocks: [{ date: '2026-10-08', code: 'OPEN_CORRECTION', words: '修正申請中' }],
    confirmed: null,
    closed: null,
    history: [],
    may: { confirm: false, unlock: false },
    ...change,
  });
}
