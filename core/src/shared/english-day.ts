import { type LocalDate, startOfDay } from './local-date.ts';
import type { Locale } from './text.ts';
import { wareki } from './wareki.ts';

const ENGLISH_DAY = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Tokyo',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});

/** 31 Mar 2030: the day in Japan. */
export const englishDay = (instant: Date): string => ENGLISH_DAY.format(instant);

/** A day as pages write it: 令和12年3月31日, or 31 Mar 2030. */
export const dayOnPage = (day: LocalDate, locale: Locale): string =>
  locale === 'ja' ? wareki(day) : englishDay(startOfDay(day));
