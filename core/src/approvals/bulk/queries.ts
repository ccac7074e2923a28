import type { Tx } from '../../platform/index.ts';

/** Notes that the summary of this version was shown. Again is harmless. */
export async function noteShown(
  tx: Tx,
  { staffId, at, cases }: { staffId: string; at: Date; cases: readonly { caseId: string; version: number }[] },
): Promise<void> {
  await tx.query(
    `insert into kaigi.approvals_summary_shown (municipality_id, staff_id, case_id, version, shown_at)
     select $1::uuid, $2::uuid, s.case_id, s.version, $3::timestamptz from unnest($4::uuid[], $5::int[]) as s(case_id, version)
     order by s.case_id on conflict do nothing`,
    [tx.municipalityId, staffId, at, cases.map(({ caseId }) => caseId), cases.map(({ version }) => version)],
  );
}

/**
 * Of these cases, those that this person has looked at: the summary of this very version was shown, or the case was
 * opened since it reached their desk.
 */
export async function lookedAt(
  tx: Tx,
  { staffId, cases }: { staffId: string; cases: readonly { caseId: string; version: number }[] },
): Promise<Set<string>> {
  const rows = await tx.query<{ caseId: string }>(
    `select a.case_id as "caseId" from unnest($3::uuid[], $4::int[]) as a(case_id, version)
     where exists (select from kaigi.approvals_summary_shown s where s.municipality_id = $1 and s.staff_id = $2
         and s.case_id = a.case_id and s.version = a.version)
       or exists (select from kaigi.approvals_receipt r
         join kaigi.approvals_desk d on d.municipality_id = r.municipality_id and d.case_id = r.case_id and d.about_id = r.slot_id
         where r.municipality_id = $1 and r.case_id = a.case_id and r.staff_id = $2 and r.opened_at >= d.since)`,
    [tx.municipalityId, staffId, cases.map(({ caseId }) => caseId), cases.map(({ version }) => version)],
  );
  return new Set(rows.map(({ caseId }) => caseId));
}
