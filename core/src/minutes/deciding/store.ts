import type { Tx } from '../../platform/index.ts';
import type { Proposal } from './proposal.ts';

const ROWS = `select d.meeting_id as "meetingId", d.nth, d.caller, d.put_by as "putBy", d.way, d.stands, d.title, d.form,
    d.paper_sha256 as "paperSha256", d.file_name as "fileName", d.revises, d.case_id as "caseId",
    d.record_id as "recordId", d.state, d.outcome
  from kaigi.minutes_deciding d where d.municipality_id = $1`;

/** The last time that the minutes of a meeting were put forward; null before the first. */
export async function newestProposal(tx: Tx, meetingId: string): Promise<Proposal | null> {
  const [row] = await tx.query<Proposal>(`${ROWS} and d.meeting_id = $2 order by d.nth desc limit 1`, [
    ...[tx.municipalityId, meetingId],
  ]);
  return row ?? null;
}

/** Meetings whose minutes these cases decide. */
export async function meetingsOfCases(tx: Tx, caseIds: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select distinct d.meeting_id as id from kaigi.minutes_deciding d
     where d.municipality_id = $1 and d.case_id = any($2::uuid[])`,
    [tx.municipalityId, caseIds],
  );
  return rows.map(({ id }) => id);
}

export async function insertProposal(tx: Tx, proposal: Proposal): Promise<void> {
  const { meetingId, nth, caller, putBy, way, stands, title, form, paperSha256, fileName, revises, caseId } = proposal;
  await tx.query(
    `insert into kaigi.minutes_deciding (municipality_id, meeting_id, nth, caller, put_by, way, stands, title, form,
       paper_sha256, file_name, revises, case_id, state)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      ...[tx.municipalityId, meetingId, nth, JSON.stringify(caller), JSON.stringify(putBy), way],
      ...[JSON.stringify(stands), title, form, paperSha256, fileName, revises, caseId, proposal.state],
    ],
  );
}

export async function updateProposal(tx: Tx, proposal: Proposal): Promise<void> {
  const { meetingId, nth, stands, caseId, recordId, state, outcome } = proposal;
  await tx.query(
    `update kaigi.minutes_deciding set stands = $4, case_id = $5, record_id = $6, state = $7, outcome = $8
     where municipality_id = $1 and meeting_id = $2 and nth = $3`,
    [
      ...[tx.municipalityId, meetingId, nth, JSON.stringify(stands), caseId, recordId, state],
      outcome === null ? null : JSON.stringify(outcome),
    ],
  );
}

/** The case of a proposal that is being put forward, as soon as there is one. */
export async function linkCase(tx: Tx, { meetingId, nth }: Proposal, caseId: string): Promise<void> {
  await tx.query(
    `update kaigi.minutes_deciding set case_id = $4
     where municipality_id = $1 and meeting_id = $2 and nth = $3 and case_id is null`,
    [tx.municipalityId, meetingId, nth, caseId],
  );
}
