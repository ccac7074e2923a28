import type { Statement, Tx } from '../../platform/index.ts';
import type { BookedDay, DayItem, DaysAsked } from './day.ts';

export interface BookedRow extends Omit<DayItem, 'span'> {
  readonly from: number | null;
  readonly to: number | null;
}

const ROWS = `select d.item_id as "itemId", d.application_id as "applicationId", d.staff_id as "staffId", d.date, d.kind,
    d.state, d.from_minute as "from", d.to_minute as "to", d.detail
  from kaigi.telework_day d where d.municipality_id = $1`;

const itemOf = ({ from, to, ...rest }: BookedRow): DayItem => ({
  ...rest,
  span: from === null || to === null ? null : { from, to },
});

/** Everything that stands about these days of these people, by person, day and time. */
export const askingDays = (tx: Tx, { staffIds, from, to }: DaysAsked): Statement => ({
  text: `${ROWS} and d.staff_id = any($2::uuid[]) and d.date between $3 and $4 and d.state in ('ASKED', 'APPROVED')
    order by d.staff_id, d.date, d.from_minute nulls first, d.item_id`,
  values: [tx.municipalityId, staffIds, from, to],
});

export const bookedFrom = (rows: readonly BookedRow[]): BookedDay[] => rows.map(itemOf) as BookedDay[];

export async function bookedDays(tx: Tx, asked: DaysAsked): Promise<BookedDay[]> {
  if (asked.staffIds.length === 0) return [];
  const { text, values } = askingDays(tx, asked);
  return bookedFrom(await tx.query<BookedRow>(text, values));
}

/** Every item of one application, whatever became of it. */
export async function daysOf(tx: Tx, applicationIds: readonly string[]): Promise<DayItem[]> {
  const rows = await tx.query<BookedRow>(
    `${ROWS} and d.application_id = any($2::uuid[]) order by d.date, d.from_minute nulls first, d.item_id`,
    [tx.municipalityId, applicationIds],
  );
  return rows.map(itemOf);
}

/** New items, and what became of known ones. */
export async function saveDays(tx: Tx, items: readonly DayItem[]): Promise<void> {
  if (items.length === 0) return;
  const rows = items.map(({ span, ...rest }) => ({ ...rest, from: span?.from ?? null, to: span?.to ?? null }));
  await tx.query(
    `insert into kaigi.telework_day (municipality_id, item_id, application_id, staff_id, date, kind, state, from_minute,
       to_minute, detail)
     select $1, r."itemId", r."applicationId", r."staffId", r.date, r.kind, r.state, r."from", r."to", r.detail
     from jsonb_to_recordset($2) as r("itemId" uuid, "applicationId" uuid, "staffId" uuid, date date, kind text,
       state text, "from" int, "to" int, detail jsonb)
     on conflict (municipality_id, item_id) do update
       set state = excluded.state, from_minute = excluded.from_minute, to_minute = excluded.to_minute,
         detail = excluded.detail`,
    [tx.municipalityId, JSON.stringify(rows)],
  );
}

/** Until the end of the transaction nobody else books days of this person: what is judged stays so. */
export async function lockDays(tx: Tx, staffId: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `kaigi.telework_day ${tx.municipalityId} ${staffId}`,
  ]);
}
