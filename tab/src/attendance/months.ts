import { type LocalDate, type Locale, parseLocalDate, warekiMonth } from '@kaigi/core/shared';
import { monthAfter, weekdayText } from '../workday/times.ts';

const monthOf = (day: LocalDate): string => day.slice(0, 7);

/** In the first half of a month the one before it is confirmed and closed; later one looks after the present one. */
export function monthToLookAt(today: LocalDate): string {
  const month = monthOf(today);
  return Number(today.slice(8)) <= 15 ? monthAfter(month, -1) : month;
}

/** This month and those before it, for a choice; with the one that is shown, however old. */
export function monthsToChoose(today: LocalDate, shown: string): string[] {
  const months = [monthOf(today)];
  while (months.length < 14) months.push(monthAfter(months.at(-1) ?? '', -1));
  return months.includes(shown) ? months : [...months, shown].sort().reverse();
}

/** 令和8年10月, or October 2026. */
export function monthName(month: string, locale: Locale): string {
  if (locale === 'ja') return warekiMonth(month);
  const options = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat('en-GB', options).format(new Date(`${month}-01`));
}

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** 11/4（水）, or Wed 4 Nov: of a page whose year is said above. */
export function shortDay(day: string, locale: Locale): string {
  const date = parseLocalDate(day);
  if (!date) return day;
  const weekday = weekdayText(date, locale);
  if (locale === 'en') return `${weekday} ${DAY.format(new Date(day))}`;
  return `${Number(day.slice(5, 7))}/${Number(day.slice(8))}（${weekday}）`;
}

/** 12時間30分, or 12 h 30 min. */
export function hoursText(minutes: number, locale: Locale): string {
  const [hour, minute, between] = locale === 'ja' ? ['時間', '分', ''] : [' h', ' min', ' '];
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest}${minute}`;
  return rest === 0 ? `${hours}${hour}` : `${hours}${hour}${between}${rest}${minute}`;
}
