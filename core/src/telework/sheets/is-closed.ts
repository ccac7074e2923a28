import type { Tx } from '../../platform/index.ts';
import type { Month } from './month.ts';

interface MonthOf {
  readonly staffIds: readonly string[];
  readonly month: Month;
}

const named = ({ municipalityId }: Tx, month: Month): string => `kaigi.telework_closing ${municipalityId} ${month}`;

/** Until the end of the transaction nobody else begins a closing of the month, and no correction of it is under way. */
export async function lockMonth(tx: Tx, month: Month): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [named(tx, month)]);
}

/** Those of them whose month is closed, or being closed. Asked in a transaction, no closing begins before its end. */
export async function closedAmong(tx: Tx, { staffIds, month }: MonthOf): Promise<ReadonlySet<string>> {
  // A statement of its own: only the next one sees what was committed while this one waited.
  await tx.query('select pg_advisory_xact_lock_shared(hashtextextended($1, 0))', [named(tx, month)]);
  const rows = await tx.query<{ staffId: string }>(
    `select s.staff_id as "staffId" from kaigi.telework_sheet s where s.municipality_id = $1 and s.month = $2
       and s.staff_id = any($3::uuid[]) and s.closing_id is not null`,
    [tx.municipalityId, month, staffIds],
  );
  return new Set(rows.map(({ staffId }) => staffId));
}

/** Whether somebody's month is closed, or being closed: to be asked in the transaction that would change something of it. */
export const isClosed = async (tx: Tx, staffId: string, month: Month): Promise<boolean> =>
  (await closedAmong(tx, { staffIds: [staffId], month })).size > 0;

/** The months from one on that are closed, or being closed, by person and in order. */
export async function closedFrom(tx: Tx, { staffIds, month }: MonthOf): Promise<ReadonlyMap<string, readonly Month[]>> {
  const rows = await tx.query<{ staffId: string; month: Month }>(
    `select s.staff_id as "staffId", s.month from kaigi.telework_sheet s where s.municipality_id = $1
       and s.staff_id = any($2::uuid[]) and s.month >= $3 and s.closing_id is not null order by s.month`,
    [tx.municipalityId, staffIds, month],
  );
  const found = Map.groupBy(rows, ({ staffId }) => staffId);
  return new Map([...found].map(([staffId, some]) => [staffId, some.map((row) => row.month)]));
}
