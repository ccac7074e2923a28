import type { Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';

/** Whether the plan and the result of a day are there. */
export interface Reported {
  readonly plan: boolean;
  readonly result: boolean;
}

export interface ReportedAsked {
  readonly staffIds: readonly string[];
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** By person and day, days without any report left out. */
export async function reportedOn(
  tx: Tx,
  { staffIds, from, to }: ReportedAsked,
): Promise<Map<string, Map<LocalDate, Reported>>> {
  const rows = await tx.query<Reported & { staffId: string; date: LocalDate }>(
    `select r.staff_id as "staffId", r.date, r.planned as plan, r.resulted as result from kaigi.telework_report r
     where r.municipality_id = $1 and r.staff_id = any($2::uuid[]) and r.date between $3 and $4`,
    [tx.municipalityId, staffIds, from, to],
  );
  const found = new Map<string, Map<LocalDate, Reported>>();
  for (const { staffId, date, plan, result } of rows) {
    const days = found.get(staffId) ?? new Map<LocalDate, Reported>();
    found.set(staffId, days.set(date, { plan, result }));
  }
  return found;
}
