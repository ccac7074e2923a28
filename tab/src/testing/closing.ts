import {
  type Characters,
  type ClosingView,
  ClosingViewSchema,
  type TeleworkStatistics,
  TeleworkStatisticsSchema,
} from '@kaigi/core/contract';
import { aPerson, MONTH } from './attendance.ts';
import { SECTION_HEAD } from './people.ts';

export const unitOf = (n: number): string => `01900000-0000-7000-8000-0000000f${String(n).padStart(4, '0')}`;

export function aClosing(change: Partial<ClosingView> = {}): ClosingView {
  return ClosingViewSchema.parse({
    month: MONTH,
    ...{ people: 60, closed: 10, confirmed: 41, waiting: 6, blocked: 3 },
    isOver: true,
    asOf: '2026-11-04T00:30:00Z',
    refreshing: false,
    units: [
      { unitId: unitOf(1), unitName: '政策課', people: 20, closed: 0, confirmed: 14, waiting: 3, blocked: 3 },
      { unitId: unitOf(2), unitName: '財政課', people: 15, closed: 0, confirmed: 12, waiting: 3, blocked: 0 },
      { unitId: unitOf(3), unitName: '人事課', people: 10, closed: 10, confirmed: 0, waiting: 0, blocked: 0 },
      { unitId: unitOf(4), unitName: '市民課', people: 15, closed: 0, confirmed: 15, waiting: 0, blocked: 0 },
    ],
    blocking: [],
    closings: [
      {
        closingId: '01900000-0000-7000-8000-000000010001',
        unitName: '人事課',
        begunAt: '2026-11-04T00:10:00Z',
        by: aPerson(90, '人事 花子'),
        doneAt: '2026-11-04T00:11:00Z',
        closed: 10,
        leftOut: 0,
      },
    ],
    may: { close: true },
    ...change,
  });
}

export const theBlocking = (): ClosingView['blocking'] => [
  {
    person: aPerson(1, '起案 太郎'),
    bosses: [SECTION_HEAD],
    why: [
      { code: 'OPEN_CORRECTION', words: '修正申請中', dates: ['2026-10-08'] },
      { code: 'MISSING_END', words: '終了未確認', dates: ['2026-10-16', '2026-10-20'] },
    ],
    unlocked: false,
    closedChanged: false,
  },
  {
    person: aPerson(2, '主査 三郎'),
    bosses: [SECTION_HEAD],
    why: [{ code: 'UNCONFIRMED', words: '上司の確認待ち', dates: [] }],
    unlocked: true,
    closedChanged: false,
  },
  { person: aPerson(3, '会計年度 花'), bosses: [], why: [], unlocked: false, closedChanged: true },
];

export const theCharacters = (): Characters => ({
  items: [
    { staffNumber: '10234', name: '髙﨑 花子', character: '髙', codePoint: 'U+9AD9', lines: 31 },
    { staffNumber: '', name: '𠮷田 一郎', character: '𠮷', codePoint: 'U+20BB7', lines: 31 },
  ],
});

export const theRates = (): TeleworkStatistics =>
  TeleworkStatisticsSchema.parse({
    month: MONTH,
    fewestPeople: 5,
    whole: { people: 60, teleworked: 33, days: 214, percent: 55 },
    sections: [
      {
        unitId: unitOf(1),
        unitName: '政策課',
        rate: { people: 20, teleworked: 15, days: 96, percent: 75 },
        words: '20人のうち15人（75％）、延べ96日',
      },
      { unitId: unitOf(5), unitName: '秘書課', rate: null, words: '5人未満のため表示しません' },
    ],
    refusals: [
      { code: 'tele.cap', words: 'みなと市テレワーク実施要領 第6条第1項', count: 7 },
      { code: 'BOSS', words: '承認者の判断（規則上の指摘なし）', count: null },
    ],
    explanation:
      '実施率は、その月に一度でもテレワークをした職員の割合です。個人の順位は作りません。5人未満の数字と、引き算でそれが分かる数字は表示しません。',
  });
