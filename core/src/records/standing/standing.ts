import type { Finding } from '../../ledger/index.ts';
import type { Tx } from '../../platform/index.ts';
import { asJson, canonicalJson, fill, type Json, type Sentence } from '../../shared/index.ts';
import { type Line, linesOf, linesWithoutRow, rowsAfter, type Table } from './store.ts';
import { standingSentences } from './text.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** A table whose rows stand as the last of their lines left them: what the lines say is what the rows must say. */
export interface Standing extends Table {
  /** What the lines say of the row, by the names of its columns here; what no line ever said is left out. */
  told(lines: readonly Line[], row: Fields): Fields;
  /** Rows of which no line need tell. */
  readonly mayBeSilent?: (row: Fields) => boolean;
  /** How a person calls a row: 「簿冊 {id}」. */
  readonly name: Sentence;
}

const PAGE = 500;

/** Told by the names of fields, never by what stands in them. */
export function findingOf(
  { leafKind, kind, name }: Standing,
  code: keyof typeof standingSentences,
  told: Told,
): Finding {
  const sentence = standingSentences[code];
  const inLocale = (locale: 'ja' | 'en') =>
    fill(sentence[locale], { thing: fill(name[locale], { id: told.id }), fields: told.fields?.join(', ') ?? '' });
  return { kind: leafKind, subject: `${kind}/${told.id}`, code, sentence: { ja: inLocale('ja'), en: inLocale('en') } };
}

interface Told {
  readonly id: string;
  readonly fields?: readonly string[];
}

const plain = (value: unknown): string => canonicalJson((asJson({ value: value ?? null }) as { value: Json }).value);

/** The names of what a row says otherwise than its lines. */
export const otherwise = (told: Fields, row: Fields): string[] =>
  Object.keys(told).filter((name) => plain(told[name]) !== plain(row[name]));

function* compared(standing: Standing, row: Fields & { readonly id: string }, lines: readonly Line[]) {
  const { id } = row;
  if (lines.length === 0 && standing.mayBeSilent?.(row) !== true) {
    yield findingOf(standing, 'records.row_untold', { id });
    return;
  }
  const fields = otherwise(standing.told(lines, row), row);
  if (fields.length > 0) yield findingOf(standing, 'records.row_not_as_told', { id, fields });
}

/** Every row against its history, and every history against its row. */
export async function* checkStanding(tx: Tx, standing: Standing): AsyncGenerator<Finding> {
  for (let after: string | null = null; ; ) {
    const rows: (Fields & { readonly id: string })[] = await rowsAfter(tx, standing, after, PAGE);
    const last = rows.at(-1);
    if (!last) break;
    const lines = await linesOf(
      tx,
      standing,
      rows.map(({ id }) => id),
    );
    for (const row of rows) yield* compared(standing, row, lines.get(row.id) ?? []);
    after = last.id;
  }
  for (const id of await linesWithoutRow(tx, standing)) yield findingOf(standing, 'records.told_row_gone', { id });
}
