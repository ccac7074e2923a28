import type { Tx } from '../../platform/index.ts';
import type { FolderDetail } from './contract.ts';

type Content = FolderDetail['contents'][number] & { readonly visible: boolean };

/** What lies in a 簿冊: all of it, each with whether the reader may see what it is. `values` begin with city and folder. */
export function contentsOf(tx: Tx, visible: string, values: readonly unknown[]): Promise<Content[]> {
  return tx.query<Content>(
    `select k.record_id as "recordId", k.title, k.level, k.created_on as "createdOn", k.basis_on as "basisOn", k.custody,
       k.state, ${visible} as visible
     from kaigi.records_keeping k
     join kaigi.records_record r on r.municipality_id = k.municipality_id and r.id = k.record_id
     where k.municipality_id = $1 and k.folder_id = $2 order by k.created_on, k.record_id limit 5000`,
    values,
  );
}

/** Decided records of the year that lie in no 簿冊. */
export async function looseCount(
  tx: Tx,
  { fiscalYear, unitIds }: { fiscalYear: number; unitIds: readonly string[] | null },
): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from kaigi.records_keeping k
     join kaigi.records_record r on r.municipality_id = k.municipality_id and r.id = k.record_id
     where k.municipality_id = $1 and k.folder_id is null and k.state = 'KEPT' and r.state <> 'DISCARDED'
       and k.created_on >= make_date($2, 4, 1) and k.created_on < make_date($2 + 1, 4, 1)
       and ($3::uuid[] is null or k.unit_id = any($3::uuid[]))`,
    [tx.municipalityId, fiscalYear, unitIds],
  );
  return row?.count ?? 0;
}
