import type { WeekItem, WeekRow } from '@kaigi/core/contract';
import type { Locale } from '@kaigi/core/shared';
import type { Say } from '../../app/locale.ts';
import { listText } from '../../app/words.ts';
import { type Column, isWholeDays, itemsIn, reach, timeText } from './columns.ts';
import type { weekText } from './text.ts';
import { shortDay, spokenDay } from './week-days.ts';

export type SayWeek = Say<typeof weekText>;

/** Who says so; what was booked here is 仮押さえ only as long as nobody said yes. */
export const sourceText = ({ source, status }: Pick<WeekItem, 'source' | 'status'>, t: SayWeek): string =>
  source === 'HOLD' && status !== 'TENTATIVE' ? t('week.source.booking') : t(`week.source.${source}`);

/** Its kind says nothing of what it is about. */
const isPlain = ({ source, status }: Pick<WeekItem, 'source' | 'status'>): boolean =>
  source === 'OUTLOOK' || source === 'OWN' || (source === 'HOLD' && status !== 'TENTATIVE');

/** What it is: its title, or what its kind alone tells, or 「予定あり」. */
export function titleOf(item: WeekItem, t: SayWeek): string {
  if (item.title !== null) return item.title;
  return isPlain(item) ? t('week.untitled') : sourceText(item, t);
}

/** 9:00–10:30, 終日, 11/24（火）〜11/26（木） 終日, or 11/24（火）22:00–11/25（水）6:00. */
export function whenOf(item: WeekItem, t: SayWeek, locale: Locale): string {
  const { first, last } = reach(item);
  if (isWholeDays(item)) {
    const days = { first: shortDay(first, locale), last: shortDay(last, locale) };
    return first === last ? t('week.allDay') : t('week.allDays', days);
  }
  const end = timeText(item.to) === '0:00' ? '24:00' : timeText(item.to);
  if (first === last) return `${timeText(item.from)}–${end}`;
  return `${shortDay(first, locale)} ${timeText(item.from)}–${shortDay(last, locale)} ${end}`;
}

const SAID: Readonly<Record<Locale, WeakMap<WeekItem, string>>> = { ja: new WeakMap(), en: new WeakMap() };

/** Everything that its bar says by colour, form and sign, in words; worked out once, however often it is scrolled past. */
export function wordsOf(item: WeekItem, t: SayWeek, locale: Locale): string {
  const known = SAID[locale].get(item);
  if (known !== undefined) return known;
  const words = allWords(item, t, locale);
  SAID[locale].set(item, words);
  return words;
}

function allWords(item: WeekItem, t: SayWeek, locale: Locale): string {
  const { status, place, online, visibility } = item;
  const title = titleOf(item, t);
  const kind = isPlain(item) ? title : sourceText(item, t);
  const said = [
    `${whenOf(item, t, locale)} ${title}`,
    place === null || place === '' ? null : t('week.place', { place }),
    status === 'BUSY' ? null : t(`week.status.${status}`),
    kind === title ? null : kind,
    online ? t('week.online') : null,
    visibility === 'PRIVATE' ? t('week.visibility.PRIVATE') : null,
  ];
  return listText(
    said.filter((one) => one !== null),
    locale,
  );
}

/** The column as it is read out: 11月24日（火） 10時. */
export function columnWords({ day, hour, holiday }: Column, t: SayWeek, locale: Locale): string {
  const spoken = [spokenDay(day, locale), holiday, hour === null ? null : t('week.hour', { hour })];
  return spoken.filter((one) => one !== null).join(' ');
}

/** One cell in a sentence: whose, which day, what. */
export function cellWords(row: WeekRow, column: Column, say: { t: SayWeek; locale: Locale }): string {
  const { t, locale } = say;
  const items = itemsIn(row.items, column);
  const [name, day] = [row.person.name, columnWords(column, t, locale)];
  if (items.length === 0) return t('week.cell.none', { name, day });
  const words = items.map((item) => wordsOf(item, t, locale)).join(locale === 'ja' ? '。' : '. ');
  return t('week.cell', { name, day, count: items.length, items: words });
}

/** Said shortly, and why. */
export interface Note {
  readonly short: string;
  readonly why: string;
}

/** How fresh a row is, where that is worth a word. */
export function syncWords({ synced }: Pick<WeekRow, 'synced'>, t: SayWeek): Note | null {
  const { at, stale, problem } = synced;
  const read = at === null ? t('week.synced.never') : t('week.synced', { time: timeText(at) });
  if (problem !== null)
    return { short: t(`week.problem.${problem}`, { time: read }), why: t(`week.problem.${problem}.why`) };
  return stale ? { short: read, why: t('week.stale.why') } : null;
}
