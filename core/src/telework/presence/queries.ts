import type { Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import { punchFactsOf } from '../punches/store.ts';
import type { PunchFact, PunchKind, PunchSource } from '../working-time/punches.ts';
import { DAY, instantOf } from '../working-time/span.ts';

interface Tap {
  readonly staffId: string;
  readonly ids: readonly string[];
  /** Milliseconds: reading a thousand time stamps takes longer than asking for them. */
  readonly ats: readonly number[];
  readonly punches: readonly PunchKind[];
  /** Whether there are corrections among them. */
  readonly more: boolean;
}

const SOURCE: PunchSource = 'API';

function tappedOf({ ids, ats, punches }: Tap): PunchFact[] {
  return ids.map((factId, nth) => {
    const at = new Date(ats[nth] ?? 0);
    return {
      ...({ kind: 'TAPPED', factId, key: factId, punch: punches[nth] ?? 'START', at, serverAt: at } as const),
      ...{ clientAt: null, source: SOURCE, reportedLate: false, clockDoubted: false },
    };
  });
}

/** The punches of one day of the calendar, one row for each person; whole facts only where something was corrected. */
export async function punchesOn(
  tx: Tx,
  staffIds: readonly string[],
  day: LocalDate,
): Promise<Map<string, readonly PunchFact[]>> {
  if (staffIds.length === 0) return new Map();
  const rows = await tx.query<Tap>(
    `select p.staff_id as "staffId", array_agg(p.fact_id::text order by p.at, p.fact_id) as ids,
       array_agg(extract(epoch from p.at)::float8 * 1000 order by p.at, p.fact_id) as ats,
       array_agg(p.fact ->> 'punch' order by p.at, p.fact_id) as punches, bool_or(p.kind <> 'TAPPED') as more
     from kaigi.telework_punch p
     where p.municipality_id = $1 and p.staff_id = any($2::uuid[]) and p.at >= $3 and p.at < $4
     group by p.staff_id`,
    [tx.municipalityId, staffIds, instantOf(day, 0), instantOf(day, DAY)],
  );
  const corrected = rows.filter(({ more }) => more).map(({ staffId }) => staffId);
  const whole =
    corrected.length === 0
      ? new Map<string, PunchFact[]>()
      : await punchFactsOf(tx, { staffIds: corrected, from: day, to: day });
  return new Map(rows.map((row) => [row.staffId, row.more ? (whole.get(row.staffId) ?? []) : tappedOf(row)]));
}
