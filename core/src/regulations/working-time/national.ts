import type { Sentence } from '../../shared/index.ts';
import type { HoursPattern, LeaveValues, ShiftHours, TimeValues, WorkingTimeTopic } from './vocabulary.ts';

/** What holds where a body's own rules say nothing: as in the offices of the state, and what most cities have. */
export const NATIONAL_TIME: TimeValues = {
  dayTurnsAt: 300,
  openAfterShift: 240,
  earlyStart: 120,
  doubleTapSeconds: 60,
  offlineAfterSeconds: 120,
  offlineAtMostHours: 72,
  askAfter: 30,
  askAboutMidShift: 15,
  flagWithoutOrder: 0,
  askAboutGap: 30,
  keptSince: null,
  confirmWithin: 3,
  dayOffBy: 'CALENDAR_DAY',
  weekBegins: 0,
  payRounding: { unit: 60, how: 'NEAREST' },
  limits: {
    month: 45 * 60,
    year: 360 * 60,
    monthsAbove: 6,
    singleMonth: 100 * 60,
    average: 80 * 60,
    warnAtPercent: [70, 90],
    countsDayOffWork: true,
  },
};

export const NATIONAL_LEAVE: LeaveValues = {
  yearBegins: 1,
  days: 20,
  firstYear: [2, 3, 5, 7, 8, 10, 12, 13, 15, 17, 18, 20],
  carryOverDays: 20,
  lasts: 'NEXT_LEAVE_YEAR',
  minutesPerDay: 465,
  hourStep: 60,
  halfDays: { AM: 210, PM: 255 },
  partTime: [],
};

/** 8:30 to 17:15 without the hour from noon. */
export const NATIONAL_DAY: ShiftHours = { shiftId: 'DAY', from: 510, to: 1035, breaks: [{ from: 720, to: 780 }] };

/** 8:30 to 17:15 from Monday to Friday. */
export const NATIONAL_PATTERN: HoursPattern = {
  patternId: 'FULL_TIME',
  name: '常勤',
  week: [null, NATIONAL_DAY, NATIONAL_DAY, NATIONAL_DAY, NATIONAL_DAY, NATIONAL_DAY, null],
  statutoryDayOff: 0,
  worksOnHolidays: false,
  variableHours: false,
  yearlyMinutes: null,
};

export const NATIONAL_NAMES: Readonly<Record<string, Sentence>> = {
  FULL_TIME: { ja: '常勤', en: 'full time' },
  DAY: { ja: '日勤', en: 'day' },
};

const LIMITS = '人事院規則15―14第16条の2の2第1項';

/** On what the national values rest; what is not here is no rule of the law, but how the record is kept. */
export const NATIONAL_ARTICLES: Readonly<Partial<Record<WorkingTimeTopic, string>>> = {
  payRounding: '昭和63年3月14日基発第150号',
  'limits.month': LIMITS,
  'limits.year': LIMITS,
  'limits.monthsAbove': LIMITS,
  'limits.singleMonth': LIMITS,
  'limits.average': LIMITS,
  'leave.yearBegins': '勤務時間法第17条第1項',
  'leave.days': '勤務時間法第17条第1項第1号',
  'leave.firstYear': '人事院規則15―14別表第1',
  'leave.carryOverDays': '人事院規則15―14第19条',
  'leave.lasts': '人事院規則15―14第19条',
  'leave.minutesPerDay': '人事院規則15―14第20条',
  'leave.hourStep': '人事院規則15―14第20条',
  'leave.halfDays': '人事院規則15―14第20条',
};
