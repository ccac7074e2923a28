// Packs as files on disk, and what becomes of one when its rows are changed.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { checkPack, type Loaded } from '../language/load.ts';
import type { PackFile } from '../language/schema.ts';

type Writable<T> = { -readonly [K in keyof T]: Writable<T[K]> };
/** A pack as it is written, before what is missing in it is filled in. */
export type File = Writable<PackFile>;

export const textOf = (file: string): string => readFileSync(path.join(import.meta.dirname, file), 'utf8');

const read = new Map<string, File>();
/** A copy of one's own of the pack. */
export function fileOf(file: string): File {
  const known = read.get(file) ?? (parse(textOf(file)) as File);
  read.set(file, known);
  return structuredClone(known);
}

/** The pack with something changed, checked again. */
export function changed(file: string, change: (pack: File) => void): Loaded {
  const pack = fileOf(file);
  change(pack);
  return checkPack(pack);
}

export interface Told {
  readonly row: string;
  readonly code: string;
}

/** What a refusal names, in short. */
export function told(loaded: Loaded): Told[] {
  if (loaded.ok) return [];
  return loaded.findings.map(({ row, code }) => ({ row: row ?? '', code: code.replace('regulations.pack_', '') }));
}

/** Tables whose rows say what happens besides who decides. */
export const TABLES = [
  'steps',
  'escalations',
  'deputies',
  'deputyLimits',
  'absence',
  'postReview',
  'skips',
  'reminders',
  'series',
] as const;
type Table = (typeof TABLES)[number];

/** What the rows of all tables have in common. */
export interface AnyRow {
  readonly id: string;
  readonly article: string;
  readonly sentence: { readonly ja: string; readonly en: string };
}

export const rowsOf = (pack: File, table: Table | 'decisions'): readonly AnyRow[] => pack[table] ?? [];

export const allRowsOf = (pack: File): readonly AnyRow[] =>
  (['decisions', ...TABLES] as const).flatMap((table) => rowsOf(pack, table));
