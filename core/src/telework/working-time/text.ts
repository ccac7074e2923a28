import type { Sentence, Texts } from '../../shared/index.ts';
import type { OddityCode } from './day-record.ts';
import type { Flag } from './flags.ts';
import type { DayOff } from './pattern.ts';
import type { SpentAs } from './sheet-rows.ts';

/** What a row of the sheet is marked with. */
export const flagWords: Readonly<Record<Flag, Sentence>> = {
  MISSING_START: { ja: '打刻なし', en: 'No punches' },
  MISSING_END: { ja: '終了未確認', en: 'End not confirmed' },
  ODD_PUNCHES: { ja: '打刻不整合', en: 'Punches do not fit' },
  OPEN_CORRECTION: { ja: '修正申請中', en: 'Correction not answered' },
  CORRECTION_OF_UNKNOWN: { ja: '修正対象なし', en: 'Correction of an unknown punch' },
  OPEN_REQUEST: { ja: '申請中', en: 'Request not answered' },
  MID_SHIFT_UNANSWERED: { ja: '中抜け未区分', en: 'Mid-shift leave: break or leave?' },
  MID_SHIFT_LEAVE_NOT_ASKED_FOR: { ja: '時間休未申請', en: 'Hourly leave not applied for' },
  OVERTIME_WITHOUT_ORDER: { ja: '命令なし時間外（要確認）', en: 'Overtime without an order (to confirm)' },
  OVERTIME_NOT_CONFIRMED: { ja: '事後確認待ち', en: 'Overtime not yet confirmed' },
  WORKED_ON_LEAVE: { ja: '休暇日の勤務', en: 'Worked on a day of leave' },
  BREAK_TOO_SHORT: { ja: '休憩不足（労働基準法34条）', en: 'Break too short (Labour Standards Act, art. 34)' },
  LATE: { ja: '遅刻', en: 'Late' },
  LEFT_EARLY: { ja: '早退', en: 'Left early' },
  AWAY: { ja: '勤務時間内の不在', en: 'Away during hours of duty' },
  REPORTED_LATE: { ja: 'オフライン打刻', en: 'Punched offline' },
  CLOCK_DOUBTED: { ja: '端末時刻不一致', en: 'Device clock differs' },
  CORRECTED: { ja: '修正済', en: 'Corrected' },
};

export const dayOffWords: Readonly<Record<DayOff | 'WORK', Sentence>> = {
  WORK: { ja: '勤務日', en: 'Working day' },
  WEEKLY_DAY_OFF: { ja: '週休日', en: 'Day off' },
  STATUTORY_DAY_OFF: { ja: '法定休日', en: 'Statutory day off' },
  HOLIDAY: { ja: '祝日', en: 'National holiday' },
  YEAR_END: { ja: '年末年始', en: 'Turn of the year' },
  CITY_DAY_OFF: { ja: '休日', en: 'City’s day off' },
  NO_PATTERN: { ja: '勤務パターンなし', en: 'No pattern' },
};

export const spentWords: Readonly<Record<SpentAs['kind'], Sentence>> = {
  OFFICE: { ja: '登庁', en: 'Office' },
  HOME: { ja: '在宅勤務', en: 'Home' },
  SATELLITE: { ja: 'サテライト', en: 'Satellite' },
  MOBILE: { ja: 'モバイル', en: 'Mobile' },
  TRIP: { ja: '出張', en: 'Trip' },
  LEAVE: { ja: '休暇', en: 'Leave' },
};

/** Whether a month is closed, and still says what was closed. */
export const closingWords = {
  OPEN: { ja: '未', en: 'open' },
  CLOSED: { ja: '済', en: 'closed' },
  CHANGED: { ja: '締め後に変更', en: 'changed since' },
} as const satisfies Record<string, Sentence>;

/** Asked about, each with the time of the punch. */
export const oddityTexts = {
  DOUBLE_START: {
    ja: '{time}の開始は、勤務中の二度目の開始です。',
    en: 'The start at {time} is a second start while at work.',
  },
  DOUBLE_PAUSE: { ja: '{time}の中抜けは、中抜け中の打刻です。', en: 'The pause at {time} was made during a pause.' },
  DOUBLE_END: { ja: '{time}の終了は、二度目の終了です。', en: 'The end at {time} is a second end.' },
  PAUSE_WITHOUT_START: {
    ja: '{time}の中抜けの前に、開始がありません。',
    en: 'There is no start before the pause at {time}.',
  },
  RESUME_WITHOUT_START: {
    ja: '{time}の再開の前に、開始がありません。',
    en: 'There is no start before the resume at {time}.',
  },
  RESUME_WITHOUT_PAUSE: {
    ja: '{time}の再開の前に、中抜けがありません。',
    en: 'There is no pause before the resume at {time}.',
  },
  END_WITHOUT_START: {
    ja: '{time}の終了の前に、開始がありません。',
    en: 'There is no start before the end at {time}.',
  },
  PAUSE_AFTER_END: { ja: '{time}の中抜けは、終了後の打刻です。', en: 'The pause at {time} was made after the end.' },
  RESUME_AFTER_END: { ja: '{time}の再開は、終了後の打刻です。', en: 'The resume at {time} was made after the end.' },
} satisfies Record<OddityCode, Sentence>;

export const workingTimeTexts: Texts = {
  'telework.limit_month': {
    ja: '月の時間外勤務が{value}時間です（上限{limit}時間）。',
    en: 'Overtime this month: {value} of {limit} hours.',
  },
  'telework.limit_year': {
    ja: '年度の時間外勤務が{value}時間です（上限{limit}時間）。',
    en: 'Overtime this fiscal year: {value} of {limit} hours.',
  },
  'telework.limit_months_above': {
    ja: '月の上限を超えた月が年度に{value}か月あります（{limit}か月まで）。',
    en: 'Months above the monthly limit this fiscal year: {value} of {limit}.',
  },
  'telework.limit_single_month': {
    ja: '休日の勤務を含めて月{value}時間です（{limit}時間未満でなければなりません）。',
    en: 'With work on days off: {value} hours this month; it must stay below {limit}.',
  },
  'telework.limit_average': {
    ja: '直近{months}か月の平均が{value}時間です（上限{limit}時間）。',
    en: 'The average of the last {months|month|months} is {value} of {limit} hours.',
  },
  'telework.limit_year_hours': {
    ja: '年度に勤務した時間が{value}時間です（任用の時間{limit}時間、残り{left}時間）。',
    en: 'Worked this fiscal year: {value} of the {limit} hours of the appointment; {left} are left.',
  },
};
