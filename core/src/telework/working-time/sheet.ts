import { addDays, dayOfWeek, firstOfMonth, type LocalDate, lastOfMonth, localDateOf } from '../../shared/index.ts';
import { blocksClosing, type Flag } from './flags.ts';
import type { MonthMinutes } from './limits.ts';
import { scheduleOf } from './pattern.ts';
import { type PersonsRecord, rowsOf, type SheetRow } from './sheet-rows.ts';
import { type ByClass, WORK_CLASSES } from './work-classes.ts';

const SUMMED = [
  'scheduled',
  'elapsed',
  'worked',
  'breaks',
  'midShift',
  'leaveWithin',
  'leave',
  'deemed',
  'late',
  'leftEarly',
  'away',
  'absent',
  'ordered',
  'withoutOrder',
  'corrections',
] as const;

export type SheetTotals = Readonly<Record<(typeof SUMMED)[number], number>> & {
  readonly byClass: ByClass;
  /** Beyond 40 hours of the weeks that end in the month, and not beyond eight of a day already (労働基準法32条1項). */
  readonly beyondForty: number;
  /** Days on which something was worked, and those of each kind: a part of a day counts as one of its parts. */
  readonly daysWorked: number;
  readonly days: Readonly<Record<string, { readonly whole: number; readonly part: number }>>;
};

export interface MonthSheet {
  readonly month: string;
  readonly rows: readonly SheetRow[];
  readonly totals: SheetTotals;
  /** What must be settled before the month is closed. */
  readonly blocks: readonly { readonly date: LocalDate; readonly flag: Flag }[];
  /** Whether its last day can have no more punches. */
  readonly isOver: boolean;
}

const worked = ({ worked: punched, deemed }: SheetRow): number => punched + deemed;

function beyondForty(rows: readonly SheetRow[], { hours, rules }: PersonsRecord, first: LocalDate): number {
  const schedule = scheduleOf(hours);
  let sum = 0;
  for (const { date } of rows) {
    if (date < first || (dayOfWeek(date) + 1) % 7 !== rules.weekBegins) continue;
    const before = addDays(date, -7);
    const week = rows.filter((row) => row.date <= date && row.date > before);
    // 変形労働時間制 measures its weeks by the roster.
    if (week.some((row) => schedule(row.date).pattern?.variableHours)) continue;
    const counted = week.map(
      (row) => worked(row) - row.byClass.STATUTORY_DAY_OFF.minutes - row.byClass.BEYOND_EIGHT.minutes,
    );
    sum += Math.max(0, counted.reduce((total, minutes) => total + minutes, 0) - 40 * 60);
  }
  return sum;
}

function daysByKind(rows: readonly SheetRow[]) {
  const days: Record<string, { whole: number; part: number }> = {};
  for (const { kind, leave, part } of rows.flatMap((row) => row.spentAs)) {
    const name = leave === null ? kind : `${kind}:${leave}`;
    days[name] ??= { whole: 0, part: 0 };
    days[name][part === 'DAY' ? 'whole' : 'part'] += 1;
  }
  return days;
}

function totalsOf(rows: readonly SheetRow[], forty: number): SheetTotals {
  const sum = (of: (row: SheetRow) => number) => rows.reduce((total, row) => total + of(row), 0);
  const summed = Object.fromEntries(SUMMED.map((name) => [name, sum((row) => row[name])])) as Record<
    (typeof SUMMED)[number],
    number
  >;
  const byClass = Object.fromEntries(
    WORK_CLASSES.map((name) => [
      name,
      { minutes: sum((row) => row.byClass[name].minutes), night: sum((row) => row.byClass[name].night) },
    ]),
  ) as unknown as ByClass;
  return {
    ...summed,
    byClass,
    beyondForty: forty,
    daysWorked: rows.filter((row) => worked(row) > 0).length,
    days: daysByKind(rows),
  };
}

/** The days of which the sheet of a month needs facts and plans: with the week in which it begins, and the nights. */
export function daysNeeded(month: string): { readonly from: LocalDate; readonly to: LocalDate } {
  return { from: addDays(firstOfMonth(month), -8), to: addDays(lastOfMonth(month), 2) };
}

/** 月の勤務表 of one person: the same facts give the same sheet, in whatever order they came. */
export function monthSheet(month: string, record: PersonsRecord): MonthSheet {
  const first = firstOfMonth(month);
  const last = lastOfMonth(month);
  const weekBefore = addDays(first, -((dayOfWeek(first) - record.rules.weekBegins + 7) % 7));
  const all = rowsOf(weekBefore, last, record);
  const rows = all.filter(({ date }) => date >= first);
  return {
    month,
    rows,
    totals: totalsOf(rows, beyondForty(all, record, first)),
    blocks: rows.flatMap(({ date, flags }) => flags.filter(blocksClosing).map((flag) => ({ date, flag }))),
    isOver: localDateOf(record.now) > addDays(last, 1),
  };
}

/** A sheet's minutes as the limits count them. What is beyond 40 hours of a week is among them already. */
export function monthMinutes({ month, totals: { byClass } }: MonthSheet): MonthMinutes {
  return {
    month,
    overtime: byClass.WITHIN_EIGHT.minutes + byClass.BEYOND_EIGHT.minutes,
    dayOff: byClass.DAY_OFF.minutes + byClass.HOLIDAY.minutes,
    statutoryDayOff: byClass.STATUTORY_DAY_OFF.minutes,
  };
}
