import type { LocalDate } from '../../shared/index.ts';
import { fingerprintOf } from '../working-time/fingerprint.ts';
import type { Flag } from '../working-time/flags.ts';
import type { MonthMinutes } from '../working-time/limits.ts';
import { type MonthSheet, monthMinutes, monthSheet, type SheetTotals } from '../working-time/sheet.ts';
import type { PersonsRecord } from '../working-time/sheet-rows.ts';
import { gapsByDay, type Signal } from './gaps.ts';
import type { Month } from './month.ts';
import { recordFrom, type Source } from './source.ts';
import { teleworkDays } from './telework-days.ts';

/** What a person's month comes to, as far as confirming, closing and the limits ask. */
export interface Review {
  readonly fingerprint: string;
  readonly isOver: boolean;
  readonly blocks: readonly { readonly date: LocalDate; readonly flag: Flag }[];
  /** Every flag of every day, also those that are only told. */
  readonly flags: readonly { readonly date: LocalDate; readonly flag: Flag }[];
  /** Days of which punches and other signs differ, and nobody has said anything yet: a correction is an explanation. */
  readonly gaps: readonly LocalDate[];
  readonly minutes: MonthMinutes;
  readonly worked: number;
  readonly withoutOrder: number;
  readonly days: SheetTotals['days'];
  readonly teleworkDays: number;
}

function unexplained({ rows }: MonthSheet, { rules }: PersonsRecord, signals: readonly Signal[]): LocalDate[] {
  const said = new Set(
    rows.filter((row) => row.corrections > 0 || row.flags.includes('OPEN_CORRECTION')).map((row) => row.date),
  );
  return [...gapsByDay(rows, signals, rules)].flatMap(([date, gaps]) =>
    gaps.length > 0 && !said.has(date) ? [date] : [],
  );
}

export function reviewOf(month: Month, record: PersonsRecord, signals: readonly Signal[] = []): Review {
  const sheet = monthSheet(month, record);
  const { totals, rows, blocks, isOver } = sheet;
  return {
    fingerprint: fingerprintOf(sheet),
    ...{ isOver, blocks },
    gaps: signals.length === 0 ? [] : unexplained(sheet, record, signals),
    flags: rows.flatMap(({ date, flags }) => flags.map((flag) => ({ date, flag }))),
    minutes: monthMinutes(sheet),
    ...{ worked: totals.worked + totals.deemed, withoutOrder: totals.withoutOrder, days: totals.days },
    teleworkDays: teleworkDays(rows),
  };
}

/** Many people at once, as plain data: what a thread is given and says. */
export interface ToReview {
  readonly month: Month;
  readonly sources: ReadonlyMap<string, Source>;
}

export type Reviewed = ReadonlyMap<string, Review>;

export const reviewsOf = ({ month, sources }: ToReview): Reviewed =>
  new Map([...sources].map(([staffId, source]) => [staffId, reviewOf(month, recordFrom(source), source.signals)]));
