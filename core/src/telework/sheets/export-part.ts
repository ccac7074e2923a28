import { type CsvCell, type Encoded, type Locale, writeCsv } from '../../shared/index.ts';
import { fingerprintOf } from '../working-time/fingerprint.ts';
import { payMinutes } from '../working-time/pay.ts';
import { monthSheet, type SheetTotals } from '../working-time/sheet.ts';
import { type SheetOfPerson, sheetsCsv } from '../working-time/sheet-csv.ts';
import { closingWords } from '../working-time/text.ts';
import type { PayRounding } from '../working-time/time-rules.ts';
import type { Month } from './month.ts';
import { recordFrom, type Source } from './source.ts';
import { teleworkDays } from './telework-days.ts';

export interface ExportedPerson {
  readonly staffId: string;
  readonly staffNumber: string;
  readonly name: string;
  readonly unitName: string;
  /** Of what was closed. */
  readonly closed: string | null;
}

/** Some people of an export, as plain data: what a thread is given. The header is in the first part only. */
export interface ExportPart {
  readonly kind: 'days' | 'counts';
  readonly month: Month;
  readonly people: readonly ExportedPerson[];
  readonly sources: ReadonlyMap<string, Source>;
  readonly encoding: 'utf-8' | 'shift_jis';
  readonly locale: Locale;
  readonly leaves: ReadonlyMap<string, string>;
  readonly header: boolean;
}

interface Sheet extends SheetOfPerson, Pick<ExportedPerson, 'unitName'> {
  readonly payRounding: PayRounding | null;
}

function sheetsOf({ month, people, sources }: ExportPart): Sheet[] {
  return people.flatMap(({ staffId, staffNumber, name, unitName, closed }) => {
    const source = sources.get(staffId);
    if (!source) return [];
    const sheet = monthSheet(month, recordFrom(source));
    const closing = closed === null ? 'OPEN' : closed === fingerprintOf(sheet) ? 'CLOSED' : 'CHANGED';
    return [{ staffNumber, name, unitName, sheet, closing, payRounding: source.rules.payRounding }];
  });
}

const KINDS = ['OFFICE', 'HOME', 'SATELLITE', 'MOBILE', 'TRIP'] as const;
const COUNTS: Readonly<Record<Locale, readonly string[]>> = {
  ja: [
    ...[
      '職員番号',
      '氏名',
      '所属',
      '年月',
      '勤務日数',
      'テレワーク日数',
      '登庁全日',
      '登庁一部',
      '在宅全日',
      '在宅一部',
    ],
    ...[
      'サテライト全日',
      'サテライト一部',
      'モバイル全日',
      'モバイル一部',
      '出張全日',
      '出張一部',
      '休暇全日',
      '休暇一部',
    ],
    ...['時間外分', '締め', '支給8時間内分', '支給8時間超分', '支給週休日分', '支給休日分', '支給法定休日分'],
    ...['支給深夜分', '支給週40時間超分'],
  ],
  en: [
    ...['Staff number', 'Name', 'Unit', 'Month', 'Days worked', 'Telework days', 'Office whole', 'Office part'],
    ...['Home whole', 'Home part', 'Satellite whole', 'Satellite part', 'Mobile whole', 'Mobile part', 'Trip whole'],
    ...['Trip part', 'Leave whole', 'Leave part', 'Overtime', 'Closing', 'Pay within 8', 'Pay beyond 8'],
    ...['Pay day off', 'Pay holiday', 'Pay statutory day off', 'Pay night', 'Pay beyond 40 a week'],
  ],
};
const leaveDays = (days: SheetTotals['days'], how: 'whole' | 'part'): number =>
  Object.entries(days).reduce((sum, [kind, of]) => sum + (kind.startsWith('LEAVE') ? of[how] : 0), 0);

/** What payroll multiplies, in the order of the header; hours of duty are not paid by the hour. */
const PAID = [
  ...(['WITHIN_EIGHT', 'BEYOND_EIGHT', 'DAY_OFF', 'HOLIDAY', 'STATUTORY_DAY_OFF'] as const),
  ...(['NIGHT', 'BEYOND_FORTY'] as const),
];

/** Only counts and minutes: rates belong to payroll. */
function countCells({ staffNumber, name, unitName, sheet, closing, payRounding }: Sheet, locale: Locale): CsvCell[] {
  const { totals, rows, month } = sheet;
  const { byClass } = totals;
  const overtime = Object.entries(byClass).reduce(
    (sum, [of, { minutes }]) => sum + (of === 'REGULAR' ? 0 : minutes),
    0,
  );
  const pay = payMinutes(totals, payRounding);
  return [
    ...[staffNumber, name, unitName, month, totals.daysWorked, teleworkDays(rows)],
    ...KINDS.flatMap((kind) => [totals.days[kind]?.whole ?? 0, totals.days[kind]?.part ?? 0]),
    ...[leaveDays(totals.days, 'whole'), leaveDays(totals.days, 'part'), overtime, closingWords[closing][locale]],
    ...PAID.map((of) => pay[of]),
  ];
}

export function exported(part: ExportPart): Encoded {
  const { kind, encoding, locale, leaves, header } = part;
  const sheets = sheetsOf(part);
  if (kind === 'days') return sheetsCsv(sheets, { encoding, locale, leaves, header });
  const rows = sheets.map((sheet) => countCells(sheet, locale));
  return writeCsv(header ? [COUNTS[locale], ...rows] : rows, encoding);
}
