import type { Tx } from '../../platform/index.ts';

export interface OpenVersion {
  readonly caseId: string;
  readonly version: number;
}

// The desks are few however many cases the city has decided. Each case is found by its key, whatever the planner believes
// about how many there are.
const OPEN = `
  select open.case_id as "caseId", one.version from (
    select distinct d.case_id from kaigi.approvals_desk d where d.municipality_id = $1
      and d.task in ('ACT', 'CONSULT', 'CORRECT', 'SETTLE_WITHDRAWAL', 'SETTLE_DISPUTE')) open,
  lateral (select c.version from kaigi.approvals_case c
    where c.municipality_id = $1 and c.case_id = open.case_id limit 1) one`;

/** Every case that waits for an act, with its version. */
export const openVersions = (tx: Tx): Promise<OpenVersion[]> => tx.query<OpenVersion>(OPEN, [tx.municipalityId]);

/** Of these slots, those that somebody has opened. */
export async function openedSlots(tx: Tx, caseIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.query<{ slotId: string }>(
    `select distinct r.slot_id as "slotId" from kaigi.approvals_receipt r
     where r.municipality_id = $1 and r.case_id = any($2::uuid[])`,
    [tx.municipalityId, caseIds],
  );
  return new Set(rows.map(({ slotId }) => slotId));
}
