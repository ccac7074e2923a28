import type { Tx } from '../../platform/index.ts';
import { type Cut, cut } from '../cut.ts';
import type { FolderDetail } from './contract.ts';

type Content = FolderDetail['contents'][number] & { readonly visible: boolean };

const MOST = 5_000;

/** What lies in a 簿冊, each with whether the reader may see what it is, so many at most. `values` begin with city and folder. */
export async function contentsOf(tx: Tx, visible: string, values: readonly unknown[]): Promise<Cut<Content>> {
  const rows = await tx.query<Content>(
    `select k.record_id as "recordId", k.title, k.level, k.created_on as "createdOn", k.basis_on as "basisOn", k.custody,
       k.state, ${visible} as visible
     from kaigi.records_keeping k
     join kaigi.records_record r on r.municipality_id = k.municipality_id and r.id = k.record_id
     where k.municipality_id = $1 and k.folder_id = $2 order by k.created_on, k.record_id limit ${MOST + 1}`,
    values,
  );
  return cut(rows, MOST);
}

/** All that lies in a 簿冊, and how much of it is not finished. */
export async function countsOf(tx: Tx, folderId: string): Promise<{ records: number; open: number }> {
  const [row] = await tx.query<{ records: number; open: number }>(
    `select count(*)::int as records, (count(*) filter (where k.basis_on is null))::int as open
     from kaigi.records_keeping k where k.municipality_id = $1 and k.folder_id = $2`,
    [tx.municipalityId, folderId],
  );
  return row ?? { records: 0, open: 0 };
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
