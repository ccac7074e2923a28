import type { Tx } from '../../platform/index.ts';
import type { Level } from '../../shared/index.ts';

const LATELY = 50;

export interface OfClass {
  readonly unitId: string;
  readonly fiscalYear: number;
  readonly code: string;
}

/** The open 簿冊 of a section, year and class. */
export const foldersFor = (tx: Tx, { unitId, fiscalYear, code }: OfClass): Promise<{ id: string; title: string }[]> =>
  tx.query<{ id: string; title: string }>(
    `select f.id, f.title from kaigi.records_folder f
     where f.municipality_id = $1 and f.unit_id = $2 and f.fiscal_year = $3 and f.classification_code = $4
       and f.custody = 'SECTION'
     order by f.title limit 200`,
    [tx.municipalityId, unitId, fiscalYear, code],
  );

/** The 簿冊 that this person's last document of the class went into. */
export async function lastFolder(tx: Tx, { staffId, code }: { staffId: string; code: string }): Promise<string | null> {
  const [row] = await tx.query<{ folderId: string }>(
    `select k.folder_id as "folderId" from kaigi.records_record r
     join kaigi.records_keeping k on k.municipality_id = $1 and k.record_id = r.id
     where r.municipality_id = $1 and r.registered_by ->> 'staffId' = $2 and r.classification_code = $3
       and k.folder_id is not null
     order by r.registered_at desc limit 1`,
    [tx.municipalityId, staffId, code],
  );
  return row?.folderId ?? null;
}

/** How often the section's last documents of a class had each level. Levels and counts only: no title leaves it. */
export async function levelsLately(
  tx: Tx,
  { unitId, code }: { unitId: string; code: string },
): Promise<readonly { readonly level: Level; readonly count: number }[]> {
  return tx.query<{ level: Level; count: number }>(
    `select lately.level, count(*)::int as count from (
       select k.level from kaigi.records_keeping k
       where k.municipality_id = $1 and k.unit_id = $2 and k.classification_code = $3 and k.level not in ('C3A', 'C3B')
       order by k.created_on desc, k.record_id desc limit ${LATELY}) lately
     group by lately.level`,
    [tx.municipalityId, unitId, code],
  );
}
