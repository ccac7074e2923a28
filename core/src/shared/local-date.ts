/** A calendar day in Japan, `YYYY-MM-DD`. Never a midnight `Date`: a working day has no time zone to get wrong. */
export type LocalDate = string & { readonly brand: 'LocalDate' };

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;
const JST_OFFSET_MS = 9 * 3_600_000;

/** Reads `YYYY-MM-DD`; `null` when it is not a day of the calendar. */
export function parseLocalDate(text: string): LocalDate | null {
  const match = PATTERN.exec(text);
  if (!match) return null;
  const date = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text ? null : (text as LocalDate);
}

// Nearly every question is about the day of the last one.
let last: { readonly day: number; readonly date: LocalDate } | null = null;

/** The day it is in Japan at this instant. Japan has kept UTC+9 without summer time since 1952. */
export function localDateOf(instant: Date): LocalDate {
  const day = Math.floor((instant.getTime() + JST_OFFSET_MS) / DAY_MS);
  if (last?.day !== day) last = { day, date: new Date(day * DAY_MS).toISOString().slice(0, 10) as LocalDate };
  return last.date;
}

/** `HH:MM` in Japan at this instant. */
export function localTimeOf(instant: Date): string {
  return new Date(instant.getTime() + JST_OFFSET_MS).toISOString().slice(11, 16);
}

// Every month has so many days.
const SHORTEST_MONTH = 28;

/** The instant at which the day begins in Japan. */
export const startOfDay = (date: LocalDate): Date => new Date(`${date}T00:00:00+09:00`);

export function addDays(date: LocalDate, days: number): LocalDate {
  const day = Number(date.slice(8)) + days;
  if (day >= 1 && day <= SHORTEST_MONTH) return `${date.slice(0, 8)}${day < 10 ? '0' : ''}${day}` as LocalDate;
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10) as LocalDate;
}

/** Of a month, `2026-04`, or of the month in which a day lies. */
export function firstOfMonth(month: string): LocalDate {
  return `${month.slice(0, 7)}-01` as LocalDate;
}

export function firstOfNextMonth(month: string): LocalDate {
  return firstOfMonth(addDays(firstOfMonth(month), 31));
}

export function lastOfMonth(month: string): LocalDate {
  return addDays(firstOfNextMonth(month), -1);
}

/** Same day n years later; 29 February becomes 28 February. */
export function addYears(date: LocalDate, years: number): LocalDate {
  const year = Number(date.slice(0, 4)) + years;
  const same = parseLocalDate(`${String(year).padStart(4, '0')}${date.slice(4)}`);
  return same ?? (`${String(year).padStart(4, '0')}-02-28` as LocalDate);
}

/** 年度: 1 April to 31 March, named by the year in which it begins (地方自治法 208 条). */
export function fiscalYearOf(date: LocalDate): number {
  const year = Number(date.slice(0, 4));
  return Number(date.slice(5, 7)) >= 4 ? year : year - 1;
}

export function fiscalYearStart(fiscalYear: number): LocalDate {
  return `${fiscalYear}-04-01` as LocalDate;
}
