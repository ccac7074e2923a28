import type { Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import type { DayItem } from '../days/day.ts';
import type { Application } from './rules.ts';

/** What was taken out for one day. */
export interface TakeOut {
  readonly applicationId: string;
  readonly staffId: string;
  readonly dueOn: LocalDate;
  readonly returnedAt: Date | null;
}

/** From the approval on, what is taken out for these days is due back. */
export async function saveTakeOuts(tx: Tx, { judged }: Application, approved: readonly DayItem[]): Promise<void> {
  const { takeOut } = judged;
  if (takeOut === null) return;
  const rows = approved.map(({ itemId, applicationId, staffId, date }) => {
    return { itemId, applicationId, staffId, dueOn: takeOut.due[date] ?? date };
  });
  await tx.query(
    `insert into kaigi.telework_take_out (municipality_id, item_id, application_id, staff_id, due_on)
     select $1, r."itemId", r."applicationId", r."staffId", r."dueOn"
     from jsonb_to_recordset($2) as r("itemId" uuid, "applicationId" uuid, "staffId" uuid, "dueOn" date)
     on conflict do nothing`,
    [tx.municipalityId, JSON.stringify(rows)],
  );
}

const STANDING = `select t.application_id as "applicationId", t.staff_id as "staffId", t.due_on as "dueOn",
    t.returned_at as "returnedAt"
  from kaigi.telework_take_out t
  join kaigi.telework_day d on d.municipality_id = t.municipality_id and d.item_id = t.item_id
  where t.municipality_id = $1 and d.state = 'APPROVED'`;

/** For days that stand: what was never taken out for a cancelled day need not come back. */
export const takeOutsOf = (tx: Tx, applicationIds: readonly string[]): Promise<TakeOut[]> =>
  tx.query<TakeOut>(`${STANDING} and t.application_id = any($2::uuid[]) order by t.due_on, t.item_id`, [
    tx.municipalityId,
    applicationIds,
  ]);

/** What is due by the day and has not come back. */
export const takeOutsDue = (tx: Tx, by: LocalDate): Promise<TakeOut[]> =>
  tx.query<TakeOut>(`${STANDING} and t.due_on <= $2 and t.returned_at is null order by t.staff_id, t.due_on`, [
    tx.municipalityId,
    by,
  ]);

/** What somebody took out and has not brought back, by the day on which it is due. */
export const takeOutsOut = (tx: Tx, staffId: string): Promise<{ applicationId: string; dueOn: LocalDate }[]> =>
  tx.query(
    `select distinct o."applicationId", o."dueOn" from (${STANDING} and t.staff_id = $2 and t.returned_at is null) o
     order by o."dueOn", o."applicationId"`,
    [tx.municipalityId, staffId],
  );

export interface OutUnderPermit {
  readonly applicationId: string;
  readonly dueOn: LocalDate;
  /** Of the permit. */
  readonly caseId: string;
}

/** What is out in the whole city, by the day on which it is due. */
export const permitsOut = (tx: Tx): Promise<OutUnderPermit[]> =>
  tx.query<OutUnderPermit>(
    `select distinct o."applicationId", o."dueOn", c.case_id as "caseId"
     from (${STANDING} and t.returned_at is null) o
     join kaigi.telework_application_case c on c.municipality_id = $1 and c.application_id = o."applicationId"
     where c.procedure like 'TAKE_OUT_PERMIT%' order by o."dueOn", o."applicationId"`,
    [tx.municipalityId],
  );

/** How many days' things came back with it: those that were due then. */
export async function returnTakenOut(
  tx: Tx,
  { applicationId, dueOn, at }: { applicationId: string; dueOn: string; at: Date },
): Promise<number> {
  const rows = await tx.query(
    `update kaigi.telework_take_out t set returned_at = $4
     where t.municipality_id = $1 and t.application_id = $2 and t.due_on = $3 and t.returned_at is null
       and exists (select from kaigi.telework_day d where d.municipality_id = t.municipality_id
         and d.item_id = t.item_id and d.state = 'APPROVED')
     returning t.item_id`,
    [tx.municipalityId, applicationId, dueOn, at],
  );
  return rows.length;
}
