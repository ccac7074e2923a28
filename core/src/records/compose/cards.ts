import type { Classification } from '../../regulations/contract.ts';
import { asTyped, type Card, type ChosenMessage, dayIn, type Json, type Locale, say } from '../../shared/index.ts';
import type { RecordView } from '../contract.ts';
import { recordsTexts } from '../text.ts';
import { composeTexts } from './text.ts';

type Element = { readonly [key: string]: Json };

const said = (code: string, locale: Locale, params = {}): string =>
  say(composeTexts, `records.compose_${code}`, locale, params) ?? code;
const text = (value: string, more: Element = {}): Element => ({ type: 'TextBlock', text: value, wrap: true, ...more });
const card = (locale: Locale, body: readonly Element[], actions: readonly Element[]): Card => ({
  ...{ type: 'AdaptiveCard', version: '1.5', lang: locale, body: [...body], actions: [...actions] },
});
const opening = (url: string, locale: Locale, title = 'open'): Element[] =>
  url === '' ? [] : [{ type: 'Action.OpenUrl', title: said(title, locale), url }];

const LONGEST_TITLE = 60;
const SHOWN = 400;
/** More would make the card larger than Teams takes. */
const MOST_CLASSES = 150;

const firstLine = (message: ChosenMessage): string =>
  message.text
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line !== '') ?? '';

/** What a message is called unless somebody says better. */
export const titleOf = (message: ChosenMessage): string =>
  Array.from(firstLine(message)).slice(0, LONGEST_TITLE).join('');

/** A record that holds this message already, for the one who may see it. */
interface Earlier {
  readonly text: string;
  readonly url: string;
}

const alreadyThere = (earlier: readonly Earlier[], locale: Locale): Element[] =>
  earlier.length === 0
    ? []
    : [
        {
          ...{ type: 'Container', style: 'warning' },
          items: [
            text(said('earlier', locale), { weight: 'Bolder' }),
            ...earlier.map((one) => text(asTyped(one.text), { spacing: 'None' })),
          ],
        },
      ];

const scopesIn = ({ chatKey, channel }: ChosenMessage): readonly string[] =>
  chatKey ? ['MESSAGE', 'ANSWERS', 'DAY'] : channel ? ['MESSAGE', 'ANSWERS'] : [];

interface Asking {
  readonly classes: readonly Classification[];
  readonly earlier: readonly Earlier[];
}

/** The class that fits comes first and is chosen. */
export function askingCard(message: ChosenMessage, { classes, earlier }: Asking, locale: Locale): Card {
  const suggested = classes.find((one) => one.suggested)?.code ?? '';
  const listed = [...classes].sort((a, b) => Number(b.suggested) - Number(a.suggested)).slice(0, MOST_CLASSES);
  const name = message.by?.name ?? '—';
  const scopes = scopesIn(message).map((scope) => ({
    title: said(`scope.${scope}`, locale),
    value: scope,
  }));
  const scope = {
    ...{ type: 'Input.ChoiceSet', id: 'scope', label: said('scope', locale), style: 'expanded' },
    ...{ choices: scopes, value: 'MESSAGE', isRequired: true },
  };
  const kinds = ['REFERENCE', 'RECEIPT'].map((kind) => ({ title: said(`kind.${kind}`, locale), value: kind }));
  const choices = listed.map(({ code, path }) => ({ title: `${code} ${path}`, value: code }));
  return card(
    locale,
    [
      ...alreadyThere(earlier, locale),
      text(said('ask_about', locale, { name: asTyped(name) })),
      {
        type: 'Container',
        style: 'emphasis',
        items: [text(asTyped(Array.from(message.text).slice(0, SHOWN).join('')))],
      },
      {
        ...{ type: 'Input.Text', id: 'title', label: said('title', locale), value: titleOf(message), maxLength: 200 },
        ...{ isRequired: true, errorMessage: said('title_missing', locale) },
      },
      {
        ...{ type: 'Input.ChoiceSet', id: 'classificationCode', label: said('class', locale), style: 'filtered' },
        ...{ choices, value: suggested, placeholder: said('class_hint', locale) },
        ...{ isRequired: true, errorMessage: said('class_missing', locale) },
      },
      {
        ...{ type: 'Input.ChoiceSet', id: 'kind', label: said('kind', locale), style: 'expanded' },
        ...{ choices: kinds, value: 'REFERENCE', isRequired: true },
      },
      // Where Teams does not say of which team a channel is there is nothing to choose.
      ...(scopes.length > 0 ? [scope, text(said('scope_hint', locale), { size: 'Small', isSubtle: true })] : []),
    ],
    [
      { type: 'Action.Submit', title: said('file', locale) },
      ...earlier.slice(0, 1).flatMap(({ url }) => opening(url, locale, 'open_earlier')),
    ],
  );
}

/** NEW, or filed ALREADY; of that, FILES that came now as a record of their own, or NOTHING_CAME. */
export type Became = 'NEW' | 'ALREADY' | 'FILES' | 'NOTHING_CAME';

const LONGEST_RECORD_TITLE = 200;

/** What the record of files is called that came later than the talk in which they stand. */
export function laterTitle(title: string, locale: Locale): string {
  const mark = said('later_files', locale);
  return `${Array.from(title)
    .slice(0, LONGEST_RECORD_TITLE - Array.from(mark).length)
    .join('')}${mark}`;
}

interface Filed {
  readonly record: RecordView;
  readonly became: Became;
  /** What is sent to have the missing files asked for again. */
  readonly askAgain: Element;
  readonly missing: readonly { readonly name: string; readonly why: string }[];
  readonly url: string;
}

/** More would hide what was done. */
const MOST_MISSING = 10;

/** Files that are named in the record and whose contents are not in it. */
function withoutContents({ missing, became }: Pick<Filed, 'missing' | 'became'>, locale: Locale): Element[] {
  if (missing.length === 0) return [];
  const lines = missing.slice(0, MOST_MISSING).map(({ name, why }) => {
    const sentence = say(recordsTexts, why, locale) ?? why;
    return text(`・${asTyped(name)}：${sentence}`, { size: 'Small', spacing: 'None' });
  });
  const more = missing.length - lines.length;
  const rest = more > 0 ? [text(said('missing_more', locale, { count: more }), { size: 'Small' })] : [];
  const code = became === 'ALREADY' ? 'missing_then' : 'missing';
  const head = text(said(code, locale, { count: missing.length }), { weight: 'Bolder' });
  return [{ type: 'Container', style: 'warning', items: [head, ...lines, ...rest] }];
}

const BECAME: Readonly<Record<Became, string>> = {
  ...{ NEW: 'done', ALREADY: 'already', FILES: 'files_done', NOTHING_CAME: 'files_none' },
};

/** After the filing, for the one who did it. */
export function filedCard({ record, became, missing, url, askAgain }: Filed, locale: Locale): Card {
  const { title, documentNumber } = record;
  const number = documentNumber
    ? [text(`${said('number', locale)}：${documentNumber.label}`, { spacing: 'None' })]
    : [];
  const head = text(said(BECAME[became], locale), { weight: 'Bolder' });
  const body = [head, text(asTyped(title)), ...number, ...withoutContents({ missing, became }, locale)];
  const again: Element[] =
    became === 'ALREADY' && missing.length > 0
      ? [{ type: 'Action.Submit', title: said('files_again', locale), data: askAgain }]
      : [];
  return card(locale, body, [...again, ...opening(url, locale)]);
}

/** A record that a search found, as far as a line tells of it. */
export interface FoundRecord {
  readonly number: string | null;
  readonly unitName: string;
  readonly registeredOn: string;
}

/** 政第12号 ・ 政策課 ・ 令和8年11月21日 */
export const lineOf = ({ number, unitName, registeredOn }: FoundRecord, locale: Locale): string =>
  [number, unitName, dayIn(registeredOn, locale)].filter((part) => part !== null).join(' ・ ');

/** What stands in place of a title that is not for the conversation. */
export const hiddenTitle = (locale: Locale): string => said('hidden', locale);

/** What everybody in a conversation sees of a record; `title` null where it is not for everybody. */
export interface PastedRecord extends FoundRecord {
  readonly title: string | null;
}

export function pastedCard({ title, number, unitName, registeredOn }: PastedRecord, url: string, locale: Locale): Card {
  const facts = [
    ...(number === null ? [] : [{ title: said('number', locale), value: number }]),
    { title: said('unit', locale), value: unitName },
    { title: said('day', locale), value: dayIn(registeredOn, locale) },
  ];
  return card(
    locale,
    [
      text(said('label', locale), { size: 'Small', isSubtle: true }),
      text(title === null ? hiddenTitle(locale) : asTyped(title), { weight: 'Bolder', spacing: 'None' }),
      { type: 'FactSet', facts },
    ],
    opening(url, locale),
  );
}
