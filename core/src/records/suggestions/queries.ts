import type { Tx } from '../../platform/index.ts';
import type { RecordKind } from '../contract.ts';
import type { EarlierFiling } from './rules.ts';

const OWN = 200;
const SECTION = 200;

/** What the person filed as this kind, newest first. */
export async function ownFilings(tx: Tx, asked: { staffId: string; kind: RecordKind }): Promise<EarlierFiling[]> {
  return tx.query<EarlierFiling>(
    `select r.title, r.classification_code as code from kaigi.records_record r
     where r.municipality_id = $1 and r.registered_by ->> 'staffId' = $2 and r.kind = $3
     order by r.registered_at desc limit ${OWN}`,
    [tx.municipalityId, asked.staffId, asked.kind],
  );
}

/** How often the section's last documents of this kind went into each class. Codes and counts only: no title leaves it. */
export async function sectionFilings(
  tx: Tx,
  asked: { sectionIds: readonly string[]; kind: RecordKind },
): Promise<Map<string, number>> {
  const rows = await tx.query<{ code: string; count: number }>(
    `select lately.classification_code as code, count(*)::int as count
     from (
       select r.classification_code from kaigi.records_record r
       where r.municipality_id = $1 and r.owner_unit_id = any($2::uuid[]) and r.kind = $3
       order by r.registered_at desc limit ${SECTION}) lately
     group by lately.classification_code`,
    [tx.municipalityId, asked.sectionIds, asked.kind],
  );
  return new Map(rows.map(({ code, count }) => [code, count]));
}
