import { asTyped, type Json, type Locale } from '../../shared/index.ts';
import type { Words } from '../act-words.ts';
import type { CaseView } from '../contract.ts';

/** One who could answer for a consulted section. */
export interface Member {
  readonly staffId: string;
  readonly name: string;
  readonly postTitle: string;
}

/** What a card needs beside the case: the reader's language, and where the tab shows a case. */
export interface CardContext {
  readonly locale: Locale;
  readonly caseUrl: (caseId: string) => string;
  /** One sentence on top, for example that the content has changed since. */
  readonly note?: string;
  /** By slot: of whom the receiver of a section may name one. */
  readonly members?: ReadonlyMap<string, readonly Member[]>;
}

export type Element = { readonly [key: string]: Json };
export const AC_VERSION = '1.5';

export const text = (value: string, more: Element = {}): Element => ({
  type: 'TextBlock',
  text: asTyped(value),
  wrap: true,
  ...more,
});

export const small = (value: string, more: Element = {}): Element =>
  text(value, { spacing: 'None', size: 'Small', ...more });

/** A card over 28 KB would be refused by Teams; long texts belong to the case page. */
export function cut(value: string, most = 250): string {
  return value.length > most ? `${Array.from(value).slice(0, most).join('')}…` : value;
}

export const say = (words: Words, locale: Locale): string => words[locale];

/** Name of a button that sends something: only ids and the version of the case go with it. */
export function execute(verb: string, view: CaseView, more: Element & { title: string; about?: Element }): Element {
  const { about, ...rest } = more;
  return {
    type: 'Action.Execute',
    verb: `approvals/${verb}`,
    data: { caseId: view.id, version: view.version, ...about },
    ...rest,
  };
}

/** A button that first asks for something: 差戻し and 却下 are never one thoughtless tap. */
export function asking(title: string, inside: readonly Element[], send: readonly Element[]): Element {
  return {
    type: 'Action.ShowCard',
    title,
    card: { type: 'AdaptiveCard', version: AC_VERSION, body: [...inside], actions: [...send] },
  };
}

type Field = Words & { readonly missing?: Words };

/** A field for lines of text; one with a sentence for its absence has to be filled in. Ids are unique in a card. */
export function typed(id: string, field: Field, locale: Locale): Element {
  const must = field.missing ? { isRequired: true, errorMessage: field.missing[locale] } : {};
  return { type: 'Input.Text', id, label: field[locale], isMultiline: true, ...must, maxLength: 1000 };
}

export const ticked = (id: string, words: Words, locale: Locale): Element => ({
  type: 'Input.Toggle',
  id,
  title: words[locale],
  value: 'false',
  valueOn: 'true',
  valueOff: 'false',
});

export const cardOf = (locale: Locale, body: readonly Element[], actions: readonly Element[] = []): Element => ({
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: AC_VERSION,
  lang: locale,
  msteams: { width: 'Full' },
  body: [...body],
  ...(actions.length > 0 ? { actions: [...actions] } : {}),
});

export const openButton = (url: string, title: string): Element => ({ type: 'Action.OpenUrl', title, url });
