import type { Tx } from '../../platform/index.ts';
import type { PostName } from '../case.ts';
import type { Told } from './people.ts';
import type { DueStep } from './rules.ts';

/** A step of the ladder as it was taken. */
export interface Reminded extends Pick<DueStep, 'afterWorkingDays' | 'to'> {
  readonly reminderId: string;
  readonly caseId: string;
  /** Of the slot, or of the 後閲 that is overdue. */
  readonly slotId: string;
  /** Since when it lay there, or was overdue: when it comes back later, the ladder begins anew. */
  readonly since: Date;
  readonly post: PostName;
  readonly told: readonly Told[];
  readonly at: Date;
}

/** Notes steps; one that was taken before, by whichever process, is left out. Returns those that are new. */
export async function noteReminders(tx: Tx, reminded: readonly Reminded[]): Promise<Set<string>> {
  if (reminded.length === 0) return new Set();
  const rows = reminded.map((one) => ({
    case_id: one.caseId,
    slot_id: one.slotId,
    since: one.since,
    after_working_days: one.afterWorkingDays,
    told_to: one.to,
    reminder_id: one.reminderId,
    post: one.post,
    told: one.told,
    reminded_at: one.at,
  }));
  const noted = await tx.query<{ reminderId: string }>(
    `insert into kaigi.approvals_reminder (municipality_id, case_id, slot_id, since, after_working_days, told_to,
       reminder_id, post, told, reminded_at)
     select $1::uuid, r.* from jsonb_to_recordset($2::jsonb) as r(case_id uuid, slot_id uuid, since timestamptz,
       after_working_days real, told_to text, reminder_id uuid, post jsonb, told jsonb, reminded_at timestamptz)
     order by r.case_id, r.slot_id on conflict do nothing returning reminder_id as "reminderId"`,
    [tx.municipalityId, JSON.stringify(rows)],
  );
  return new Set(noted.map(({ reminderId }) => reminderId));
}

const REMINDERS = `
  select r.reminder_id as "reminderId", r.case_id as "caseId", r.slot_id as "slotId", r.since,
    r.after_working_days as "afterWorkingDays", r.told_to as "to", r.post, r.told, r.reminded_at as at
  from kaigi.approvals_reminder r where r.municipality_id = $1`;

export const remindersOf = (tx: Tx, caseId: string): Promise<Reminded[]> =>
  tx.query<Reminded>(`${REMINDERS} and r.case_id = $2 order by r.reminder_id`, [tx.municipalityId, caseId]);

export async function readReminder(tx: Tx, reminderId: string): Promise<Reminded | null> {
  const [row] = await tx.query<Reminded>(`${REMINDERS} and r.reminder_id = $2`, [tx.municipalityId, reminderId]);
  return row ?? null;
}

/** When the ladder last told somebody about each of these slots. */
export async function lastReminders(tx: Tx, caseIds: readonly string[]): Promise<Map<string, Date>> {
  const rows = await tx.query<{ slotId: string; at: Date }>(
    `select r.slot_id as "slotId", max(r.reminded_at) as at from kaigi.approvals_reminder r
     where r.municipality_id = $1 and r.case_id = any($2::uuid[]) group by r.slot_id`,
    [tx.municipalityId, caseIds],
  );
  return new Map(rows.map(({ slotId, at }) => [slotId, at]));
}

/** One page of the cases that have waited for an act, or for a 後閲, since before then. */
export async function waitingSince(
  tx: Tx,
  { before, after, limit }: { before: Date; after: string | null; limit: number },
): Promise<string[]> {
  const rows = await tx.query<{ caseId: string }>(
    `select distinct d.case_id as "caseId" from kaigi.approvals_desk d
     where d.municipality_id = $1 and d.task in ('ACT', 'CONSULT', 'SETTLE_WITHDRAWAL', 'POST_REVIEW') and d.since < $2
       and ($3::uuid is null or d.case_id > $3) order by d.case_id limit $4`,
    [tx.municipalityId, before, after, limit],
  );
  return rows.map(({ caseId }) => caseId);
}
