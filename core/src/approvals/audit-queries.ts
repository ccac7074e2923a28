import type { Tx } from '../platform/index.ts';
import type { ApprovalCase } from './case.ts';
import { HISTORY } from './queries.ts';
import { CASE, type CaseRow, caseOf } from './rows.ts';
import type { HistoryRow } from './witness.ts';

/** The whole history in the order of its subjects, for the audit. */
export async function historyAfter(tx: Tx, after: string | null, limit: number): Promise<HistoryRow[]> {
  const [caseId, seq] = after === null ? [null, null] : after.split('/');
  return tx.query<HistoryRow>(
    `${HISTORY} where h.municipality_id = $1 and ($2::uuid is null or (h.case_id, h.seq) > ($2::uuid, $3::int))
     order by h.case_id, h.seq limit $4`,
    [tx.municipalityId, caseId, seq, limit],
  );
}

/** Cases that do not stand where their history says, for the audit. */
export async function strayCases(tx: Tx): Promise<{ caseId: string }[]> {
  return tx.query(
    `select c.case_id as "caseId" from kaigi.approvals_case c
     left join lateral (select h.seq, h.status_after, h.revision, h.manifest_hash from kaigi.approvals_history h
       where h.municipality_id = c.municipality_id and h.case_id = c.case_id order by h.seq desc limit 1) last on true
     where c.municipality_id = $1 and (last.seq is null or last.seq <> c.version or last.status_after <> c.status
       or last.revision <> c.revision or last.manifest_hash <> c.manifest_hash
       or c.version <> (select count(*) from kaigi.approvals_history n
         where n.municipality_id = c.municipality_id and n.case_id = c.case_id))`,
    [tx.municipalityId],
  );
}

/** Marks in a route that no line of the history bears out, for the audit. */
export async function strayMarks(tx: Tx): Promise<{ caseId: string }[]> {
  return tx.query(
    `select distinct s.case_id as "caseId" from kaigi.approvals_slot s
     where s.municipality_id = $1 and s.status = 'APPROVED' and not exists (
       select from kaigi.approvals_history h where h.municipality_id = s.municipality_id and h.case_id = s.case_id
         and h.act in ('APPROVED', 'DECIDED') and h.at = s.acted_at and h.actor = s.acted_by
         and h.manifest_hash = s.manifest_hash and h.comment is not distinct from s.comment)`,
    [tx.municipalityId],
  );
}

/** Case by case, for the audit. */
export async function casesAfter(tx: Tx, after: string | null, limit: number): Promise<ApprovalCase[]> {
  const rows = await tx.query<CaseRow>(
    `${CASE} where c.municipality_id = $1 and ($2::uuid is null or c.case_id > $2::uuid) order by c.case_id limit $3`,
    [tx.municipalityId, after, limit],
  );
  return rows.map(caseOf);
}
