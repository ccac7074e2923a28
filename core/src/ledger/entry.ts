import { canonicalJson, type Json } from '../shared/index.ts';

/** What is written about one row of history. */
export interface LedgerEntry {
  /** `approvals/history`, `records/register`. */
  readonly kind: string;
  /** The id of the row it witnesses, for example `caseId/seq`. */
  readonly subject: string;
  /** The row's content, complete, in a form that can be rebuilt from the row. */
  readonly body: Json;
}

export interface Leaf extends LedgerEntry {
  readonly leafId: string;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

export const MAX_ENTRY_BYTES = 65_535;

type Members = { readonly [key: string]: Json };

const isMembers = (value: Json | undefined): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function wellFormed(value: Json): Json {
  if (typeof value === 'string') return value.toWellFormed();
  if (Array.isArray(value)) return value.map((item: Json) => wellFormed(item));
  if (!isMembers(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key.toWellFormed(), wellFormed(item)]));
}

/** The entry's text, in the one form in which it is hashed. */
export function entryText({ leafId, kind, subject, body }: Leaf): string {
  const entry = { v: 1, leafId, kind, subject, body };
  const text = canonicalJson(entry);
  // Half a surrogate pair cannot be stored as UTF-8: PostgreSQL is handed U+FFFD, and so must the log be.
  return /\\ud[89a-f]/.test(text) ? canonicalJson(wellFormed(entry)) : text;
}

export function entryBytes(leaf: Leaf): Uint8Array {
  return encoder.encode(entryText(leaf));
}

/** Reads an entry of the log; null when the bytes are not one. */
export function readEntry(bytes: Uint8Array): Leaf | null {
  try {
    const entry = JSON.parse(decoder.decode(bytes)) as Json;
    if (!isMembers(entry) || entry.v !== 1) return null;
    const { leafId, kind, subject, body } = entry;
    if (typeof leafId !== 'string' || typeof kind !== 'string' || typeof subject !== 'string') return null;
    return body === undefined ? null : { leafId, kind, subject, body };
  } catch {
    return null;
  }
}

/** The names of the fields in which two values differ, never what stands in them. */
export function changedFields(recorded: Json, present: Json, path = ''): readonly string[] {
  if (canonicalJson(recorded) === canonicalJson(present)) return [];
  if (!isMembers(recorded) || !isMembers(present)) return [path === '' ? 'body' : path];
  const names = [...new Set([...Object.keys(recorded), ...Object.keys(present)])].sort();
  return names.flatMap((name) => {
    const inner = path === '' ? name : `${path}.${name}`;
    const [before, after] = [recorded[name], present[name]];
    return before === undefined || after === undefined ? [inner] : changedFields(before, after, inner);
  });
}
