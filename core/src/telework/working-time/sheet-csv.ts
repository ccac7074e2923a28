import { type CsvCell, type CsvEncoding, dayOfWeek, type Encoded, type Locale, writeCsv } from '../../shared/index.ts';
import type { MonthSheet } from './sheet.ts';
import type { SheetRow, SpentAs } from './sheet-rows.ts';
import { clock, type Minute } from './span.ts';
import { closingWords, dayOffWords, flagWords, spentWords } from './text.ts';

export interface SheetOfPerson {
  readonly staffNumber: string;
  readonly name: string;
  readonly sheet: MonthSheet;
  /** Whether the month is closed, and still says what was closed. */
  readonly closing: 'OPEN' | 'CLOSED' | 'CHANGED';
}

/** Names of the city's leaves by id. */
export type LeaveNames = ReadonlyMap<string, string>;

const WEEKDAYS = { ja: '日月火水木金土', en: 'SMTWTFS' };

// The order is the contract with payroll and 庶務事務 systems: columns are only ever added at the end.
const HEADER: Readonly<Record<Locale, readonly string[]>> = {
  ja: [
    ...[
      '職員番号',
      '氏名',
      '日付',
      '曜日',
      '日区分',
      '勤務区分',
      '状態',
      '始業',
      '終業',
      '所定分',
      '休憩分',
      '中抜け分',
    ],
    ...[
      '実働分',
      'みなし分',
      '休暇分',
      '正規分',
      '時間外8時間内分',
      '時間外8時間超分',
      '週休日分',
      '休日分',
      '法定休日分',
    ],
    ...[
      '深夜分',
      '命令あり分',
      '命令なし分',
      '遅刻分',
      '早退分',
      '欠勤分',
      '修正件数',
      '予定報告',
      '実績報告',
      '確認事項',
      '締め',
    ],
  ],
  en: [
    ...['Staff number', 'Name', 'Date', 'Weekday', 'Day', 'Spent as', 'State', 'Start', 'End', 'Scheduled', 'Breaks'],
    ...['Mid-shift', 'Worked', 'Deemed', 'Leave', 'Regular', 'Overtime to 8 h', 'Overtime beyond 8 h', 'Day off'],
    ...['Holiday', 'Statutory day off', 'Night', 'Ordered', 'Without order', 'Late', 'Left early', 'Absent'],
    ...['Corrections', 'Plan reported', 'Result reported', 'To note', 'Closing'],
  ],
};

function spentWord({ kind, leave, part }: SpentAs, leaves: LeaveNames, locale: Locale): string {
  const word = (leave !== null && leaves.get(leave)) || spentWords[kind][locale];
  if (part === 'DAY') return word;
  return locale === 'ja' ? `${word}（一部）` : `${word} (part)`;
}

const time = (minute: Minute | null): string => (minute === null ? '' : clock(minute));

function cells(row: SheetRow, leaves: LeaveNames, locale: Locale): CsvCell[] {
  const { byClass } = row;
  const classes = Object.values(byClass);
  return [
    row.date,
    WEEKDAYS[locale][dayOfWeek(row.date)] ?? '',
    row.holiday ?? dayOffWords[row.is][locale],
    row.spentAs.map((one) => spentWord(one, leaves, locale)).join('・'),
    row.state,
    time(row.from),
    time(row.to),
    row.scheduled,
    row.breaks,
    row.midShift,
    row.worked,
    row.deemed,
    row.leave,
    byClass.REGULAR.minutes,
    byClass.WITHIN_EIGHT.minutes,
    byClass.BEYOND_EIGHT.minutes,
    byClass.DAY_OFF.minutes,
    byClass.HOLIDAY.minutes,
    byClass.STATUTORY_DAY_OFF.minutes,
    classes.reduce((sum, { night }) => sum + night, 0),
    row.ordered,
    row.withoutOrder,
    row.late,
    row.leftEarly,
    row.absent,
    row.corrections,
    row.reported.plan ? 1 : 0,
    row.reported.result ? 1 : 0,
    row.flags.map((flag) => flagWords[flag][locale]).join('・'),
  ];
}

export interface CsvWish {
  readonly encoding: CsvEncoding;
  readonly locale: Locale;
  readonly leaves: LeaveNames;
  /** A part of a larger file has none. */
  readonly header?: boolean;
}

/** Sheets as one file, a row for each person and day. What Shift_JIS lacks is named with its line. */
export function sheetsCsv(
  sheets: readonly SheetOfPerson[],
  { encoding, locale, leaves, header = true }: CsvWish,
): Encoded {
  const rows = sheets.flatMap(({ staffNumber, name, sheet, closing }) =>
    sheet.rows.map((row) => [staffNumber, name, ...cells(row, leaves, locale), closingWords[closing][locale]]),
  );
  return writeCsv(header ? [HEADER[locale], ...rows] : rows, encoding);
}
