import type { Locale } from '@kaigi/core/shared';
import { addDays, dayOfWeek, type LocalDate, localTimeOf, parseLocalDate } from '@kaigi/core/shared';

/** 465 as 7:45. */
export function lengthText(minutes: number): string {
  const whole = Math.abs(Math.round(minutes));
  return `${minutes < 0 ? '-' : ''}${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** 08:31, in Japan. */
export const timeText = (instant: string): string => localTimeOf(new Date(instant));

const WEEKDAYS = {
  ja: ['日', '月', '火', '水', '木', '金', '土'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const;

/** 火, or Tue. */
export const weekdayText = (day: LocalDate, locale: Locale): string => WEEKDAYS[locale][dayOfWeek(day)] ?? '';

/** 11月24日（火）, or Tue 24 Nov. */
export function shortDayText(text: string, locale: Locale): string {
  const day = parseLocalDate(text);
  if (!day) return text;
  const noon = new Date(`${day}T12:00:00Z`);
  const weekday = weekdayText(day, locale);
  if (locale === 'ja') return `${noon.getUTCMonth() + 1}月${noon.getUTCDate()}日（${weekday}）`;
  const month = noon.toLocaleString('en-GB', { month: 'short', timeZone: 'UTC' });
  return `${weekday} ${noon.getUTCDate()} ${month}`;
}

/** The month some months later: `2026-12` and 1 are `2027-01`. */
export function monthAfter(month: string, by: number): string {
  const count = 12 * Number(month.slice(0, 4)) + Number(month.slice(5, 7)) - 1 + by;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** An instant of a working day: the time in Japan, of the day itself or of the one after. */
export function instantAt(date: string, time: string, nextDay: boolean): string {
  const day = parseLocalDate(date);
  const on: LocalDate | string = day && nextDay ? addDays(day, 1) : date;
  return `${on}T${time}:00+09:00`;
}
