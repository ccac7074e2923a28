import { addDays, dayOfWeek, type LocalDate, type Locale, wareki } from '@kaigi/core/shared';
import { dayText } from '../../app/dates.ts';

export const LENGTHS = [5, 7, 1] as const;
/** How many days are seen at once; 1 is shown by hours. */
export type Length = (typeof LENGTHS)[number];

const SUNDAY = 0;
const SATURDAY = 6;

export const isWeekend = (day: LocalDate): boolean => [SUNDAY, SATURDAY].includes(dayOfWeek(day));

export const mondayOf = (day: LocalDate): LocalDate => addDays(day, -((dayOfWeek(day) + 6) % 7));

/** Where one begins when nothing is said. Who looks at five days on a weekend means those that come. */
export function firstDay(today: LocalDate, length: Length): LocalDate {
  if (length === 1) return today;
  return length === 5 && isWeekend(today) ? addDays(mondayOf(today), 7) : mondayOf(today);
}

/** The first day to show so that a chosen day is among them. */
export const showing = (day: LocalDate, length: Length): LocalDate => (length === 1 ? day : mondayOf(day));

/** One week on or back, or one day where only one is seen. */
export const stepped = (from: LocalDate, length: Length, steps: number): LocalDate =>
  addDays(from, steps * (length === 1 ? 1 : 7));

const WEEKDAYS: Readonly<Record<Locale, readonly string[]>> = {
  ja: ['日', '月', '火', '水', '木', '金', '土'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};

export const weekdayText = (day: LocalDate, locale: Locale): string => WEEKDAYS[locale][dayOfWeek(day)] ?? '';

const monthAndDay = (day: LocalDate): string => `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`;

/** 11/24（火）, or Tue 24/11. */
export function shortDay(day: LocalDate, locale: Locale): string {
  if (locale === 'ja') return `${monthAndDay(day)}（${weekdayText(day, locale)}）`;
  return `${weekdayText(day, locale)} ${dayText(day, locale).split(' ').slice(0, 2).join(' ')}`;
}

/** 11月24日（火）, as it is read out. */
export function spokenDay(day: LocalDate, locale: Locale): string {
  if (locale !== 'ja') return `${weekdayText(day, locale)} ${dayText(day, locale)}`;
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日（${weekdayText(day, locale)}）`;
}

/** 令和8年11月23日（月）～11月27日（金）; a year that differs is said too. */
export function periodText(days: readonly LocalDate[], locale: Locale): string {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return '';
  if (locale !== 'ja')
    return first === last ? spokenDay(first, locale) : `${dayText(first, locale)} – ${dayText(last, locale)}`;
  const begin = `${wareki(first)}（${weekdayText(first, locale)}）`;
  if (first === last) return begin;
  const sameYear = first.slice(0, 4) === last.slice(0, 4);
  return `${begin}～${sameYear ? spokenDay(last, locale) : `${wareki(last)}（${weekdayText(last, locale)}）`}`;
}
