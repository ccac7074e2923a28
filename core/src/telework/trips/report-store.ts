import { z } from 'zod';
import type { Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import type { TeleworkFact } from '../history/fact.ts';

/** 復命 of one trip: asked for, written, put before the superiors. Its id is that of the application. */
export const TRIP_REPORT = 'trip-report';

const Params = z.record(z.string(), z.union([z.string(), z.number()]));
const Filed = z.object({ caseId: z.string() });
const NotFiled = z.object({ code: z.string(), params: Params });
const Written = z.object({ text: z.string() });

export interface TripReport {
  readonly version: number;
  readonly text: string | null;
  readonly writtenAt: Date | null;
  /** Of what was written last. */
  readonly caseId: string | null;
  readonly problem: z.infer<typeof NotFiled> | null;
}

/** The report as its facts tell it. */
export function reportOf(facts: readonly TeleworkFact[]): TripReport {
  const at = facts.findLastIndex(({ act }) => act === 'WRITTEN');
  const written = facts[at];
  const since = facts.slice(at + 1);
  const filed = since.findLast(({ act }) => act === 'FILED');
  const failed = since.findLast(({ act }) => act === 'NOT_FILED');
  return {
    version: facts.length,
    text: written ? Written.parse(written.fact).text : null,
    writtenAt: written?.at ?? null,
    caseId: filed ? Filed.parse(filed.fact).caseId : null,
    problem: !filed && failed ? NotFiled.parse(failed.fact) : null,
  };
}

export interface TripOver {
  readonly applicationId: string;
  readonly staffId: string;
}

/** Ordered trips that ended between two days and of which nothing was asked or said yet. */
export const tripsToReport = (tx: Tx, { from, before }: { from: LocalDate; before: LocalDate }): Promise<TripOver[]> =>
  tx.query<TripOver>(
    `select d.application_id as "applicationId", d.staff_id as "staffId" from kaigi.telework_day d
     where d.municipality_id = $1 and d.kind = 'TRIP' and d.state = 'APPROVED' and d.date >= $2
       and not exists (select from kaigi.telework_fact f where f.municipality_id = d.municipality_id
         and f.subject_kind = $4 and f.subject_id = d.application_id)
     group by 1, 2 having max(d.date) < $3 order by 1`,
    [tx.municipalityId, from, before, TRIP_REPORT],
  );
