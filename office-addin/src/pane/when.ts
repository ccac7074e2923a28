import type { DocumentNumber } from '@kaigi/core/contract';
import { type Locale, warekiTime } from '@kaigi/core/shared';

/** An instant as people in the city read it: Japan's time, and in Japanese the era's year. */
export function sayWhen(instant: string, locale: Locale): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  if (locale === 'ja') return warekiTime(date);
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Asia/Tokyo' }).format(
    date,
  );
}

/** The day on which a number was taken. */
export const sayDay = ({ date, dateWareki }: Pick<DocumentNumber, 'date' | 'dateWareki'>, locale: Locale): string =>
  locale === 'ja'
    ? dateWareki
    : new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
