import {
  type ApplicationView,
  ApplicationViewSchema,
  type DayReportView,
  DayReportViewSchema,
  type JudgementView,
  JudgementViewSchema,
  LeaveBalanceViewSchema,
  LeaveKindsViewSchema,
  MyRegistrationSchema,
  type SheetView,
  SheetViewSchema,
  TeleworkRulesViewSchema,
  type WorkdayView,
  WorkdayViewSchema,
} from '@kaigi/core/contract';
import { SECTION_HEAD, SUBSECTION_HEAD } from './people.ts';

export const DATE = '2026-11-24';
const uuid = (n: number): string => `0193c0de-0000-7000-a000-00000000000${n}`;

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

export function aJudgement(more: Partial<JudgementView> = {}): JudgementView {
  return JudgementViewSchema.parse({
    answer: 'ALLOWED',
    regulationVersion: 'minato/2026-04-01',
    findings: [],
    relaxed: [],
    steps: [
      {
        ...{ procedure: 'TAKE_OUT_PERMIT', name: '情報資産の持出し許可' },
        ...{ article: 'みなと市テレワーク実施要領 第8条第5項', sentence: '持出しは許可を受けます。' },
      },
      {
        ...{ procedure: 'APPROVAL', name: '所属長の承認' },
        ...{ article: 'みなと市テレワーク実施要領 第5条第4項', sentence: '所属長が承認します。' },
      },
    ],
    further: [],
    days: [{ date: '2026-11-25', answer: 'ALLOWED', from: '8:30', to: '17:15' }],
    title: '在宅勤務（11月25日）',
    ...more,
  });
}

export const aRefusal = (): JudgementView =>
  aJudgement({
    answer: 'REFUSED',
    steps: [],
    findings: [
      {
        ...{ severity: 'REFUSED', code: 'regulations.telework_cap', dates: ['2026-11-27'] },
        sentence: '1週間の上限は3日です。この申請で4日になります。',
        rule: 'テレワークは1週間に3日までです。',
        ...{ article: 'みなと市テレワーク実施要領 第6条第1項', ask: '人事課' },
      },
    ],
  });

/** Telework on two days: one approved, one still asked for. */
export function anApplication(more: Partial<ApplicationView> = {}): ApplicationView {
  const day = (n: number, date: string, state: 'ASKED' | 'APPROVED') => ({
    ...{ itemId: uuid(n), date, kind: 'TELEWORK', state, from: null, to: null, detail: {}, notes: [], reason: null },
    mayCancel: true,
  });
  return ApplicationViewSchema.parse({
    id: uuid(1),
    kind: 'TELEWORK',
    version: 3,
    state: 'REVIEW',
    applicant: SECTION_HEAD,
    madeAt: '2026-11-20T01:00:00Z',
    title: '在宅勤務（11月25日、26日）',
    days: [day(2, '2026-11-25', 'ASKED'), day(3, '2026-11-26', 'ASKED')],
    judgement: aJudgement(),
    input: {},
    cases: [],
    problem: null,
    replaces: null,
    may: { file: false, withdraw: true, change: true, returnItems: false },
    takeOut: null,
    history: [{ seq: 1, at: '2026-11-20T01:00:00Z', act: 'MADE', actor: SUBSECTION_HEAD, reason: null }],
    ...more,
  });
}

export const aLeave = (): ApplicationView =>
  anApplication({
    ...{ id: uuid(4), kind: 'LEAVE', state: 'APPROVED', title: '年次有給休暇（11月6日午後）' },
    madeAt: '2026-11-02T01:00:00Z',
    days: [],
    may: { file: false, withdraw: false, change: false, returnItems: false },
  });

const word = (code: string, name: string) => ({ code, name, help: null });

export const theRules = () =>
  TeleworkRulesViewSchema.parse({
    ...{ regulationVersion: 'minato/2026-04-01', title: 'みなと市テレワーク実施要領', article: '第1条' },
    ...{ problem: null, ask: '人事課', items: [], switches: [] },
    words: {
      ...{ kinds: [], spans: [], employments: [] },
      reasons: [word('CHILD', '小学生までの子の養育'), word('CARE', '家族の介護')],
      places: [word('OWN_HOME', '自宅'), word('CARED_HOME', '介護を受ける家族の住居')],
      networks: [word('CITY_LINE', '市の貸与回線'), word('PUBLIC_WIFI', '公衆 Wi-Fi')],
      devices: [word('LOANED_PC', '貸与端末'), word('PAPER', '紙の文書・記録媒体')],
      information: [word('GENERAL', '公開又は庁内の情報'), word('PERSONAL', '個人情報')],
    },
  });

export const aRegistration = () =>
  MyRegistrationSchema.parse({
    needed: true,
    current: {
      ...{
        id: uuid(5),
        staff: SECTION_HEAD,
        state: 'VALID',
        from: '2026-04-01',
        until: '2027-03-31',
        remindFrom: null,
      },
      places: [{ place: 'OWN_HOME', name: '自宅', address: '港町1-2-3' }],
      devices: [{ device: 'LOANED_PC', name: '貸与端末', model: 'PC-0123' }],
      contact: '内線から転送',
    },
    asked: null,
    renewable: false,
  });

const amount = (days: number, minutes = 0) => ({ total: days * 465 + minutes, days, minutes });

export const aBalance = () =>
  LeaveBalanceViewSchema.parse({
    ...{ person: SECTION_HEAD, on: DATE, version: 4, minutesPerDay: 465, hourStep: 60, halfDays: { AM: 210, PM: 255 } },
    ...{ left: amount(12, 210), reserved: amount(1), promised: amount(2), available: amount(9, 210) },
    lots: [
      { on: '2025-01-01', expiresOn: '2027-01-01', left: amount(2, 210) },
      { on: '2026-01-01', expiresOn: '2028-01-01', left: amount(10) },
    ],
    history: [],
    may: { adjust: false },
  });

export const theLeaveKinds = () =>
  LeaveKindsViewSchema.parse({
    items: [
      {
        ...{ code: 'ANNUAL', name: '年次有給休暇', unit: 'HOUR', days: null, per: 'ACCOUNT', taken: 0, paid: true },
        ...{ evidence: 'NONE', article: '休暇規則 第2条', relations: [] },
      },
      {
        ...{ code: 'BEREAVEMENT', name: '忌引', unit: 'DAY', days: 10, per: 'OCCASION', taken: 0, paid: true },
        ...{ evidence: 'STATEMENT', article: '休暇規則 別表第3' },
        relations: [
          { code: 'SPOUSE', name: '配偶者', days: 10 },
          { code: 'PARENT', name: '父母', days: 7 },
        ],
      },
    ],
  });
