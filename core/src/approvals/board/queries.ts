import type { Tx } from '../../platform/index.ts';

// The desks are few however many cases the city has decided. Their keys go through the index of cases in one walk, instead
// of one descent for each; as one text, because two thousand rows cost more to hand over than to find.
const OPEN = `
  select coalesce(string_agg(c.case_id::text || ':' || c.version, ',' order by c.case_id), '') as versions
  from kaigi.approvals_case c where c.municipality_id = $1 and c.case_id = any(array(
    select d.case_id from kaigi.approvals_desk d where d.municipality_id = $1
      and d.task in ('ACT', 'CONSULT', 'CORRECT', 'SETTLE_WITHDRAWAL', 'SETTLE_DISPUTE', 'POST_REVIEW')))`;

/** Every case that waits for an act or for a 後閲, with its version: `id:version`, separated by commas, in the order of ids. */
export async function openVersions(tx: Tx): Promise<string> {
  const [row] = await tx.query<{ versions: string }>(OPEN, [tx.municipalityId]);
  return row?.versions ?? '';
}

/** Of these slots, those that somebody has opened. */
export async function openedSlots(tx: Tx, caseIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.query<{ slotId: string }>(
    `select distinct r.slot_id as "slotId" from kaigi.approvals_receipt r
     where r.municipality_id = $1 and r.case_id = any($2::uuid[])`,
    [tx.municipalityId, caseIds],
  );
  return new Set(rows.map(({ slotId }) => slotId));
}
