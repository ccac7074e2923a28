import { cardOf, cut, type Element, heading, note, small, text } from '../../shared/card-elements.ts';
import { type ChatMessage, type Locale, type Marked, plainText, say } from '../../shared/index.ts';
import type { RecordHit, RecordsSearch } from '../search/contract.ts';
import { hiddenTitle, lineOf } from './cards.ts';
import { foundTexts } from './found-text.ts';

type Code = keyof typeof foundTexts extends `records.find_${infer Rest}` ? Rest : never;
const words = (locale: Locale, code: Code, params: Record<string, string | number> = {}): string =>
  say(foundTexts, `records.find_${code}`, locale, params) ?? code;

interface Shown {
  readonly locale: Locale;
  readonly pageUrl: (page: string) => string;
}

export interface Found {
  readonly q: string;
  readonly search: RecordsSearch;
  /** Of these neither title nor words are shown in a chat. */
  readonly hidden: ReadonlySet<string>;
}

const MOST_SHOWN = 5;
const MOST_QUERY = 60;
/** Words without end in one text would make the card larger than Teams takes. */
const MOST_MARKED = 8;

/** Neighbours of the same kind as one, and no more than a few marked. */
function merged(parts: Marked): Marked {
  const joined: Marked = [];
  let marked = 0;
  for (const part of parts) {
    const hit = part.hit && marked < MOST_MARKED;
    if (hit) marked += 1;
    const last = joined.at(-1);
    if (last?.hit === hit) last.text += part.text;
    else joined.push({ text: part.text, hit });
  }
  return joined;
}

/** A run knows no Markdown. `{{DATE(…)}}` Teams would replace, so braces never stand together in one. */
const runsOf = (parts: Marked, look: Element): Element[] =>
  merged(parts).flatMap(({ text: whole, hit }) =>
    whole.split(/(?<=\{)(?=\{)/u).map((piece) => ({
      ...{ type: 'TextRun', text: piece, ...look },
      ...(hit ? { highlight: true, weight: 'Bolder' } : {}),
    })),
  );

const lineOfRuns = (parts: Marked, look: Element): Element => ({
  ...{ type: 'RichTextBlock', spacing: 'None' },
  inlines: runsOf(parts, look),
});

function inAttachment({ foundIn, attachment }: RecordHit, locale: Locale): Element[] {
  if (foundIn !== 'ATTACHMENT') return [];
  const said = attachment ? words(locale, 'attachment', { name: cut(attachment.name, 80) }) : words(locale, 'attached');
  return [small(said, { isSubtle: true })];
}

/** A line of the list; pressed anywhere it opens the page of the record. */
function rowOf(hit: RecordHit, isHidden: boolean, { locale, pageUrl }: Shown): Element {
  const url = pageUrl(`records/${hit.id}`);
  const title = isHidden ? hiddenTitle(locale) : plainText(hit.title);
  const line = small(lineOf(hit, locale), { isSubtle: true });
  const snippet = plainText(hit.snippet) === title ? [] : [lineOfRuns(hit.snippet, { size: 'Small' })];
  const shown = [
    lineOfRuns(hit.title, { weight: 'Bolder', ...(url === '' ? {} : { color: 'Accent' }) }),
    line,
    ...inAttachment(hit, locale),
    ...snippet,
  ];
  return {
    ...{ type: 'Container', separator: true, items: isHidden ? [text(title), line] : shown },
    ...(url === '' ? {} : { selectAction: { type: 'Action.OpenUrl', title, url } }),
  };
}

function totalOf({ mode, total, totalIsMore }: RecordsSearch, shown: number, locale: Locale): string {
  if (mode === 'RELATED') return words(locale, 'related', { shown });
  if (totalIsMore) return words(locale, 'more', { total, shown });
  return total > shown ? words(locale, 'newest', { total, shown }) : words(locale, 'total', { total });
}

const openPage = (page: string, { locale, pageUrl }: Shown): Element[] => {
  const url = pageUrl(page);
  return url === '' ? [] : [{ type: 'Action.OpenUrl', title: words(locale, 'open_page'), url }];
};

const rebuilding = (search: RecordsSearch, locale: Locale): string | undefined =>
  search.rebuilding ? words(locale, 'rebuilding') : undefined;

/** The first few, how many there are, and the way to all of them. */
export function foundMessage({ q, search, hidden }: Found, to: Shown): ChatMessage {
  const { locale } = to;
  const items = search.items.slice(0, MOST_SHOWN);
  const summary = words(locale, 'title', { query: cut(q, MOST_QUERY) });
  const rows = items.map((hit) => rowOf(hit, hidden.has(hit.id), to));
  const total = small(totalOf(search, items.length, locale));
  const body = [heading(summary), total, ...note(rebuilding(search, locale)), ...rows];
  // As the page writes its address: other spellings it does not open.
  const actions = openPage(`records/search?${new URLSearchParams({ q })}`, to);
  return { kind: 'card', card: cardOf(locale, body, actions), summary };
}

export function nothingMessage({ q, search }: Omit<Found, 'hidden'>, locale: Locale): ChatMessage {
  const sentences = [words(locale, 'none', { query: cut(q, MOST_QUERY) }), rebuilding(search, locale)];
  return { kind: 'text', text: sentences.filter((one) => one !== undefined).join('\n') };
}

/** How it is used. */
export function usageMessage(to: Shown): ChatMessage {
  const { locale } = to;
  const summary = words(locale, 'usage_title');
  const body = [heading(summary), text(words(locale, 'usage')), small(words(locale, 'where'), { isSubtle: true })];
  return { kind: 'card', card: cardOf(locale, body, openPage('records/search', to)), summary };
}
