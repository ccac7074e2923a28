import type { Json } from './canonical-json.ts';
import { asTyped } from './card-text.ts';
import { dayOfWeek } from './holidays.ts';
import type { LocalDate } from './local-date.ts';
import type { Locale } from './text.ts';
import { wareki } from './wareki.ts';

export type Element = { readonly [key: string]: Json };

/** What cards are made of. */
export const text = (value: string, more: Element = {}): Element => ({
  type: 'TextBlock',
  text: asTyped(value),
  wrap: true,
  ...more,
});

export const heading = (value: string): Element => text(value, { weight: 'Bolder', size: 'Medium', style: 'heading' });

export const small = (value: string, more: Element = {}): Element =>
  text(value, { spacing: 'None', size: 'Small', ...more });

/** One sentence on top that one must not overlook. */
export const note = (value: string | undefined): Element[] =>
  value === undefined ? [] : [text(value, { color: 'Attention', weight: 'Bolder' })];

/** Of a card over 28 KB Teams takes nothing. */
export function cut(value: string, most = 250): string {
  const letters = Array.from(value);
  return letters.length > most ? `${letters.slice(0, most).join('')}…` : value;
}

/** Titles with their values; those without one are left out. */
export const factSet = (facts: readonly (readonly [title: string, value: string | null | undefined])[]): Element => ({
  type: 'FactSet',
  facts: facts.flatMap(([title, value]) => (value ? [{ title, value: asTyped(value) }] : [])),
});

/** A button that first asks for something. */
export const asking = (title: string, inside: readonly Element[], send: readonly Element[]): Element => ({
  type: 'Action.ShowCard',
  title,
  card: { type: 'AdaptiveCard', version: '1.5', body: [...inside], actions: [...send] },
});

export const cardOf = (locale: Locale, body: readonly Element[], actions: readonly Element[] = []): Element => ({
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  lang: locale,
  msteams: { width: 'Full' },
  body: [...body],
  ...(actions.length > 0 ? { actions: [...actions] } : {}),
});

/** 令和8年11月24日（火） */
export const dayWord = (date: string, locale: Locale): string =>
  locale === 'ja' ? `${wareki(date as LocalDate)}（${'日月火水木金土'.charAt(dayOfWeek(date as LocalDate))}）` : date;
