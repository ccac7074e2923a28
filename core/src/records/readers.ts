import type { Tx } from '../platform/index.ts';
import { type Locale, say } from '../shared/index.ts';
import { binder, type Sight, visible } from './access.ts';
import { recordsTexts } from './text.ts';

type OfRecord = { readonly recordId: string | null };

/** Which of these rows are of documents that this person may not see. */
export async function secretRows<R extends OfRecord>(
  tx: Tx,
  sight: Sight,
  rows: readonly R[],
): Promise<ReadonlySet<R>> {
  const recordIds = rows.flatMap(({ recordId }) => recordId ?? []);
  if (recordIds.length === 0 || sight.all) return new Set();
  const values: unknown[] = [tx.municipalityId, recordIds];
  const seen = await tx.query<{ id: string }>(
    `select r.id from kaigi.records_record r
     join kaigi.records_keeping k on k.municipality_id = r.municipality_id and k.record_id = r.id
     where r.municipality_id = $1 and r.id = any($2::uuid[]) and ${visible(sight, binder(values))}`,
    values,
  );
  const known = new Set(seen.map(({ id }) => id));
  return new Set(rows.filter(({ recordId }) => recordId !== null && !known.has(recordId)));
}

/** What stands in place of a title that the reader may not see. */
export const hiddenTitle = (locale: Locale): string => say(recordsTexts, 'records.title_hidden', locale) ?? '';
