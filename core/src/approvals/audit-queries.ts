import type { Tx } from '../platform/index.ts';
import type { AuditedCase } from './audit-rules.ts';
import type { DeskEntry } from './desk.ts';
import { HISTORY } from './queries.ts';
import { type CaseRow, caseOf } from './rows.ts';
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

/** Cases whose history is there and whose row is not. */
export async function missingCases(tx: Tx): Promise<string[]> {
  const rows = await tx.query<{ case_id: string }>(
    `select distinct h.case_id from kaigi.approvals_history h where h.municipality_id = $1 and not exists (
       select from kaigi.approvals_case c where c.municipality_id = h.municipality_id and c.case_id = h.case_id)`,
    [tx.municipalityId],
  );
  return rows.map((row) => row.case_id);
}

interface AuditedRow extends CaseRow {
  readonly case_id: string;
  readonly version: number;
  readonly status: string;
  readonly drafter_staff_id: string;
  readonly section_id: string | null;
  readonly is_gone: boolean;
}

/** Case by case with everything that was made from it, for the audit. */
export async function casesAfter(tx: Tx, after: string | null, limit: number): Promise<AuditedCase[]> {
  const rows = await tx.query<AuditedRow>(
    `select c.case_id, c.version, c.status, c.drafter_staff_id, c.section_id, c.content, c.state,
       exists (select from kaigi.approvals_words_gone g
         join kaigi.records_tombstone t on t.municipality_id = g.municipality_id and t.subject_kind = 'RECORD'
           and t.subject_id = g.record_id and t.content_goes
         where g.municipality_id = c.municipality_id and g.case_id = c.case_id
           and g.record_id::text = c.content #>> '{document,recordId}') as is_gone
     from kaigi.approvals_case c
     where c.municipality_id = $1 and ($2::uuid is null or c.case_id > $2::uuid) order by c.case_id limit $3`,
    [tx.municipalityId, after, limit],
  );
  const caseIds = rows.map((row) => row.case_id);
  const [lines, entries, parts] = await Promise.all([
    tx.query<HistoryRow>(
      `${HISTORY} where h.municipality_id = $1 and h.case_id = any($2::uuid[]) order by h.case_id, h.seq`,
      [tx.municipalityId, caseIds],
    ),
    tx.query<DeskEntry & { caseId: string }>(
      `select d.case_id as "caseId", d.about_id as "aboutId", d.task, d.post_id as "postId", d.staff_id as "staffId", d.unit_id as "unitId", d.since
       from kaigi.approvals_desk d where d.municipality_id = $1 and d.case_id = any($2::uuid[])`,
      [tx.municipalityId, caseIds],
    ),
    tx.query<{ caseId: string; postId: string; consulted: boolean }>(
      `select p.case_id as "caseId", p.post_id as "postId", p.consulted from kaigi.approvals_part p
       where p.municipality_id = $1 and p.case_id = any($2::uuid[])`,
      [tx.municipalityId, caseIds],
    ),
  ]);
  const history = Map.groupBy(lines, (line) => line.caseId);
  const desk = Map.groupBy(entries, (entry) => entry.caseId);
  const postIds = Map.groupBy(parts, (part) => part.caseId);
  return rows.map((row) => ({
    row: {
      caseId: row.case_id,
      version: row.version,
      status: row.status,
      drafterStaffId: row.drafter_staff_id,
      sectionId: row.section_id,
    },
    approvalCase: caseOf(row),
    isGone: row.is_gone,
    history: history.get(row.case_id) ?? [],
    desk: desk.get(row.case_id) ?? [],
    parts: (postIds.get(row.case_id) ?? []).map(({ postId, consulted }) => ({ postId, consulted })),
  }));
}

/** A version of an attachment as its line of history has it: the log witnesses the line, and the manifest its hash. */
export interface AttachedFile {
  readonly caseId: string;
  readonly seq: number;
  readonly attachmentId: string;
  readonly name: string;
  readonly version: number;
  readonly sha256: string;
}

/** Also what was replaced or taken out since; but for what went lawfully with the document of its case. */
export async function attachedAfter(tx: Tx, after: AttachedFile | null, limit: number): Promise<AttachedFile[]> {
  return tx.query<AttachedFile>(
    `select h.case_id as "caseId", h.seq, h.detail->>'attachmentId' as "attachmentId", h.detail->>'name' as name,
       (h.detail->>'version')::int as version, h.detail->>'sha256' as sha256
     from kaigi.approvals_history h
     where h.municipality_id = $1 and h.act in ('ATTACHED', 'ATTACHMENT_REPLACED')
       and not exists (select from kaigi.approvals_attachment_gone g where g.municipality_id = h.municipality_id
         and g.case_id = h.case_id and g.sha256 = h.detail->>'sha256')
       and ($2::uuid is null or (h.case_id, h.seq) > ($2::uuid, $3::int))
     order by h.case_id, h.seq limit $4`,
    [tx.municipalityId, after?.caseId ?? null, after?.seq ?? null, limit],
  );
}
