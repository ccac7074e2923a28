import type { Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import type { DeadlineStep } from './deadline-rules.ts';

/** A step that was told, and to whom. */
export interface DeadlineNotice {
  readonly noticeId: string;
  readonly instructionId: string;
  readonly step: DeadlineStep;
  readonly staffIds: readonly string[];
  readonly at: Date;
}

/** Notes steps; one that was told before, by whichever process, is left out. Returns those that are new. */
export async function noteDeadlines(tx: Tx, notices: readonly DeadlineNotice[]): Promise<Set<string>> {
  if (notices.length === 0) return new Set();
  const rows = notices.map(({ noticeId, instructionId, step, staffIds, at }) => ({
    instruction_id: instructionId,
    step,
    notice_id: noticeId,
    told: staffIds,
    noticed_at: at,
  }));
  const noted = await tx.query<{ noticeId: string }>(
    `insert into kaigi.approvals_instruction_notice (municipality_id, instruction_id, step, notice_id, told, noticed_at)
     select $1::uuid, r.* from jsonb_to_recordset($2::jsonb)
       as r(instruction_id uuid, step text, notice_id uuid, told jsonb, noticed_at timestamptz)
     order by r.instruction_id, r.step on conflict do nothing returning notice_id as "noticeId"`,
    [tx.municipalityId, JSON.stringify(rows)],
  );
  return new Set(noted.map(({ noticeId }) => noticeId));
}

export async function readNotice(tx: Tx, noticeId: string): Promise<DeadlineNotice | null> {
  const [row] = await tx.query<DeadlineNotice>(
    `select n.notice_id as "noticeId", n.instruction_id as "instructionId", n.step, n.told as "staffIds",
       n.noticed_at as at
     from kaigi.approvals_instruction_notice n where n.municipality_id = $1 and n.notice_id = $2`,
    [tx.municipalityId, noticeId],
  );
  return row ?? null;
}

/** One page of those that are not over, whose deadline is near or past, and of which the last is not told. */
export async function instructionsDue(
  tx: Tx,
  { until, after, limit }: { until: LocalDate; after: string | null; limit: number },
): Promise<string[]> {
  const rows = await tx.query<{ instructionId: string }>(
    `select i.instruction_id as "instructionId" from kaigi.approvals_instruction i
     where i.municipality_id = $1 and (i.given ->> 'dueOn') <= $2::text
       and ($3::uuid is null or i.instruction_id > $3)
       and not exists (select from kaigi.approvals_instruction_notice n
         where n.municipality_id = i.municipality_id and n.instruction_id = i.instruction_id and n.step = 'OVERDUE')
       and not exists (select from kaigi.approvals_instruction_line l
         where l.municipality_id = i.municipality_id and l.instruction_id = i.instruction_id
           and l.act in ('DONE', 'CANCELLED'))
     order by i.instruction_id limit $4`,
    [tx.municipalityId, until, after, limit],
  );
  return rows.map(({ instructionId }) => instructionId);
}
