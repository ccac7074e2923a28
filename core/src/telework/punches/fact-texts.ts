import type { Tx } from '../../platform/index.ts';
import type { PunchFact } from '../working-time/punches.ts';
import { DAY, instantOf } from '../working-time/span.ts';
import { rowOf, type StoredRow } from './fact.ts';
import type { PunchesAsked } from './store.ts';

type Packed = [
  factId: string,
  key: string,
  kind: StoredRow['kind'],
  at: number,
  serverAt: number,
  said: StoredRow['said'],
];

/**
 * The facts of many people, each person's as one text: whole cities are read so, and made into facts where they are
 * reckoned with.
 */
export async function factTextsOf(tx: Tx, { staffIds, from, to }: PunchesAsked): Promise<Map<string, string>> {
  const rows = await tx.query<{ staffId: string; facts: string }>(
    `select p.staff_id as "staffId", json_agg(json_build_array(p.fact_id, p.key, p.kind,
         (extract(epoch from p.at) * 1000)::bigint, (extract(epoch from p.server_at) * 1000)::bigint, p.fact))::text as facts
     from kaigi.telework_punch p
     where p.municipality_id = $1 and p.staff_id = any($2::uuid[]) and p.at >= $3 and p.at < $4 group by p.staff_id`,
    [tx.municipalityId, staffIds, instantOf(from, 0), instantOf(to, DAY)],
  );
  return new Map(rows.map(({ staffId, facts }) => [staffId, facts]));
}

const NOBODY = { staffId: '', name: '', postTitle: '', unitName: '' };

export const factsFrom = (text: string): PunchFact[] =>
  (JSON.parse(text) as Packed[]).map(([factId, key, kind, at, serverAt, said]) => {
    const row = { factId, key, kind, said, at: new Date(at), serverAt: new Date(serverAt) };
    return rowOf({ ...row, staffId: '', actor: NOBODY, via: 'api', leafId: '' }).fact;
  });
