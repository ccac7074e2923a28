import type { LineSuggestions, LineView } from '@kaigi/core/contract';
import type { LineWish } from './steps.ts';

type Item = LineSuggestions['items'][number];
type Edit = Item['edits'][number];

export const KINDS = [
  'FILLER',
  'REPETITION',
  'RESTART',
  'OBVIOUS_ERROR',
  'GLOSSARY',
  'INAUDIBLE',
  'NUMBER',
] as const satisfies readonly Edit['kind'][];
export type SuggestionKind = (typeof KINDS)[number];

/** 整文: one change to one line, to take or leave. */
export interface Suggestion extends Edit {
  readonly key: string;
  readonly line: LineView;
}

/** 照会: a question about one line, never a change. */
export interface LineQuery {
  readonly key: string;
  readonly line: LineView;
  readonly words: string;
  readonly why: string;
}

/** The text with these changes in it, whatever their order. */
export const changedBy = (text: string, edits: readonly Edit[]): string =>
  edits
    .toSorted((a, b) => b.from - a.from)
    .reduce((words, { from, before, after }) => words.slice(0, from) + after + words.slice(from + before.length), text);

/** Places are counted in the text that the suggestions were made for: in another one they mean nothing. */
const fits = ({ text }: LineView, { edits, after, queries }: Item): boolean =>
  edits.every(({ from, before }) => text.startsWith(before, from)) &&
  queries.every(({ from, words }) => text.startsWith(words, from)) &&
  changedBy(text, edits) === after;

export interface Suggested {
  readonly suggestions: readonly Suggestion[];
  readonly queries: readonly LineQuery[];
}

/** What was suggested for the lines as they are now; what was left is suggested no more. */
export function suggestedFor(items: readonly Item[], lines: readonly LineView[], left: ReadonlySet<string>): Suggested {
  const byId = new Map(items.map((item) => [item.lineId, item]));
  const fitting = lines.flatMap((line) => {
    const item = byId.get(line.id);
    return item && fits(line, item) ? [{ line, item }] : [];
  });
  return {
    suggestions: fitting
      .flatMap(({ line, item }) =>
        item.edits.map((edit) => ({ ...edit, line, key: `${line.id}/${edit.kind}/${edit.before}/${edit.after}` })),
      )
      .filter(({ key }) => !left.has(key)),
    queries: fitting.flatMap(({ line, item }) =>
      item.queries.map(({ from, words, why }) => ({ key: `${line.id}/${from}/${words}`, line, words, why })),
    ),
  };
}

/** What taking these does to the lines as they are at this moment: what was typed meanwhile is not written over. */
export function wishesOf(taken: readonly Suggestion[], lines: readonly LineView[]): readonly LineWish[] {
  const texts = new Map(lines.map(({ id, text }) => [id, text]));
  const fitting = taken.filter(({ line }) => texts.get(line.id) === line.text);
  const byLine = Map.groupBy(fitting, ({ line }) => line);
  return Array.from(byLine, ([line, edits]) => ({
    ...{ op: 'TEXT', lineId: line.id, text: changedBy(line.text, edits).trim() },
  }));
}

const AROUND = 14;

/** The words around a change, so that it is known without going to the line. */
export function around({ line: { text }, from, before }: Suggestion): { readonly lead: string; readonly rest: string } {
  const end = from + before.length;
  return {
    lead: `${from > AROUND ? '…' : ''}${text.slice(Math.max(0, from - AROUND), from)}`,
    rest: `${text.slice(end, end + AROUND)}${end + AROUND < text.length ? '…' : ''}`,
  };
}
