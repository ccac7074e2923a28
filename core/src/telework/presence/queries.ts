import type { Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import { punchFactsOf } from '../punches/store.ts';
import type { PunchFact, PunchKind } from '../working-time/punches.ts';
import { DAY, instantOf } from '../working-time/span.ts';

interface Row {
  readonly staffId: string;
  readonly factId: string;
  /** Milliseconds: reading thousands of time stamps takes longer than asking for them. */
  readonly ms: number;
  /** null: no tap, but something about a correction. */
  readonly punch: PunchKind | null;
}

function tapped({ factId, ms, punch }: Row): PunchFact {
  const at = new Date(ms);
  return {
    ...({ kind: 'TAPPED', factId, key: factId, punch: punch ?? 'START', at, serverAt: at, clientAt: null } as const),
    ...({ source: 'API', reportedLate: false, clockDoubted: false } as const),
  };
}

/** The punches of one day of the calendar, as little of them as the board needs; whole facts where something was corrected. */
export async function punchesOn(
  tx: Tx,
  staffIds: readonly string[],
  day: LocalDate,
): Promise<Map<string, readonly PunchFact[]>> {
  if (staffIds.length === 0) return new Map();
  const rows = await tx.query<Row>(
    `select p.staff_id as "staffId", p.fact_id as "factId", (extract(epoch from p.at) * 1000)::float8 as ms,
       case when p.kind = 'TAPPED' then p.fact ->> 'punch' end as punch
     from kaigi.telework_punch p
     where p.municipality_id = $1 and p.staff_id = any($2::uuid[]) and p.at >= $3 and p.at < $4`,
    [tx.municipalityId, staffIds, instantOf(day, 0), instantOf(day, DAY)],
  );
  const byStaff = Map.groupBy(rows, ({ staffId }) => staffId);
  const corrected = [...byStaff].filter(([, some]) => some.some(({ punch }) => punch === null)).map(([id]) => id);
  const whole =
    corrected.length === 0
      ? new Map<string, PunchFact[]>()
      : await punchFactsOf(tx, { staffIds: corrected, from: day, to: day });
  return new Map([...byStaff].map(([staffId, some]) => [staffId, whole.get(staffId) ?? some.map(tapped)]));
}
