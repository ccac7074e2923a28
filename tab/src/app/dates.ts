import {
  dayOnPage,
  englishDay,
  type LocalDate,
  type Locale,
  localDateOf,
  localTimeOf,
  parseLocalDate,
  warekiFiscalYear,
  warekiTime,
} from '@kaigi/core/shared';

/** 令和8年11月21日 09:05, or 21 Nov 2026, 09:05 JST. Always the time in Japan. */
export function whenText(instant: string, locale: Locale): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  if (locale === 'ja') return warekiTime(date);
  return `${englishDay(date)}, ${localTimeOf(date)} JST`;
}

const ENGLISH_SHORT = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Tokyo', day: 'numeric', month: 'short' });

/** 11/21 09:05, or 21 Nov 09:05: where the year stands elsewhere. */
export function shortWhen(instant: string, locale: Locale): string {
  const date = new Date(instant);
  if (locale !== 'ja') return `${ENGLISH_SHORT.format(date)} ${localTimeOf(date)}`;
  const [, month, day] = localDateOf(date).split('-');
  return `${Number(month)}/${Number(day)} ${localTimeOf(date)}`;
}

/** 令和8年11月21日, or 21 Nov 2026. */
export function dayText(day: string, locale: Locale): string {
  const date: LocalDate | null = parseLocalDate(day);
  return date ? dayOnPage(date, locale) : day;
}

/** 令和8年度, or fiscal year 2026. */
export function fiscalYearText(fiscalYear: number, locale: Locale): string {
  return locale === 'ja' ? warekiFiscalYear(fiscalYear) : `Fiscal year ${fiscalYear}`;
}

const MINUTE = 60_000;
const UNITS = {
  ja: { none: '1分未満', day: '日', hour: '時間', minute: '分', between: '' },
  en: { none: 'less than a minute', day: ' d', hour: ' h', minute: ' min', between: ' ' },
} as const;

/** How long ago, in the two largest units: 2日3時間, 3時間5分, 5分. A clock that runs behind gives no negative time. */
export function elapsedText(since: string, now: number, locale: Locale): string {
  const words = UNITS[locale];
  const minutes = Math.floor(Math.max(0, now - Date.parse(since)) / MINUTE);
  if (!(minutes >= 1)) return words.none;
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const parts =
    days > 0
      ? [
          [days, words.day],
          [hours, words.hour],
        ]
      : [
          [hours, words.hour],
          [minutes % 60, words.minute],
        ];
  return parts
    .filter(([amount]) => amount !== 0)
    .map((part) => part.join(''))
    .join(words.between);
}
