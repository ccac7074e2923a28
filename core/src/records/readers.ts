import type { Actor } from '../directory/index.ts';
import type { Tx } from '../platform/index.ts';
import { type Locale, say } from '../shared/index.ts';
import type { RecordsParts } from './parts.ts';
import { type Reader, seesEverySection } from './policy.ts';
import { recordsTexts } from './text.ts';

/** Who reads, and where they stand today. */
export async function readerOf({ directory }: Pick<RecordsParts, 'directory'>, tx: Tx, actor: Actor): Promise<Reader> {
  const unitIds = [...new Set(actor.posts.map((post) => post.unitId))];
  return { actor, paths: await Promise.all(unitIds.map((unitId) => directory.unitPath(tx, unitId))) };
}

type OfCase = { readonly caseId: string | null };

/** Which of these rows are about confidential cases in which the reader has no part. */
export async function secretRows<R extends OfCase>(
  { confidentialAmong, participates }: Pick<RecordsParts, 'confidentialAmong' | 'participates'>,
  { tx, reader }: { readonly tx: Tx; readonly reader: Reader },
  rows: readonly R[],
): Promise<ReadonlySet<R>> {
  const caseIds = rows.flatMap(({ caseId }) => caseId ?? []);
  if (caseIds.length === 0 || seesEverySection(reader)) return new Set();
  const secret = [...(await confidentialAmong(tx, caseIds))];
  const known = await Promise.all(secret.map((caseId) => participates(tx, caseId, reader.actor.staffId)));
  const hidden = new Set(secret.filter((_, at) => !known[at]));
  return new Set(rows.filter((row) => hidden.has(row.caseId ?? '')));
}

/** What stands in place of a title that the reader may not see. */
export const hiddenTitle = (locale: Locale): string => say(recordsTexts, 'records.title_hidden', locale) ?? '';
