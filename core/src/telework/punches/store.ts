import { appending } from '../../ledger/index.ts';
import { type Condition, emitting, type Statement, type Tx, together } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import type { PunchFact } from '../working-time/punches.ts';
import { DAY, instantOf } from '../working-time/span.ts';
import { entryOf, type PunchRow, rowOf, type StoredRow, storedOf } from './fact.ts';

/**
 * Something was added to somebody's working time. Payload: `staffId`, `factId`, `kind`; of a tap `punch`, of a
 * settlement the `correctionId`.
 */
export const PUNCHED = 'telework/punched';

const inserting = (tx: Tx, row: StoredRow): Statement => ({
  text: `insert into kaigi.telework_punch (municipality_id, staff_id, at, fact_id, key, kind, server_at, actor, fact, via,
      leaf_id)
    values ($1::uuid, $2::uuid, $3::timestamptz, $4::uuid, $5::text, $6::text, $7::timestamptz, $8::jsonb, $9::json,
      $10::text, $11::uuid) on conflict do nothing`,
  values: [
    ...[tx.municipalityId, row.staffId, row.at, row.factId, row.key, row.kind, row.serverAt],
    ...[JSON.stringify(row.actor), JSON.stringify(row.said), row.via, row.leafId],
  ],
  touches: 1,
});

/**
 * One statement: the fact, its leaf and what is told of it.
 * @throws Untouched where the key came before, or what was provided is not so
 */
export function savePunch(tx: Tx, row: PunchRow, provided: Condition | null = null): Promise<void> {
  const stored = storedOf(row);
  const { staffId, factId, kind, said } = stored;
  const punch = typeof said.punch === 'string' ? { punch: said.punch } : {};
  const about = typeof said.correctionId === 'string' ? { correctionId: said.correctionId } : {};
  const told = emitting(tx, { topic: PUNCHED, payload: { staffId, factId, kind, ...punch, ...about } });
  return together(tx, [inserting(tx, stored), appending(tx, entryOf(stored)), told], provided);
}

const ROWS = `select p.staff_id as "staffId", p.at, p.fact_id as "factId", p.key, p.kind, p.server_at as "serverAt",
    p.actor, p.fact as said, p.via, p.leaf_id as "leafId"
  from kaigi.telework_punch p where p.municipality_id = $1`;

export interface PunchesAsked {
  readonly staffIds: readonly string[];
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** What is about these days, of the calendar, in the order of the instants that count. */
export const askingPunches = (tx: Tx, { staffIds, from, to }: PunchesAsked): Statement => ({
  text: `${ROWS} and p.staff_id = any($2::uuid[]) and p.at >= $3 and p.at < $4 order by p.staff_id, p.at, p.fact_id`,
  values: [tx.municipalityId, staffIds, instantOf(from, 0), instantOf(to, DAY)],
});

/** The rows that `askingPunches` found, also those that were gathered as JSON. */
export const punchRowsFrom = (rows: readonly StoredRow[]): Map<string, PunchRow[]> =>
  Map.groupBy(
    rows.map((row) => rowOf({ ...row, at: new Date(row.at), serverAt: new Date(row.serverAt) })),
    ({ staffId }) => staffId,
  );

export async function punchRowsOf(tx: Tx, asked: PunchesAsked): Promise<Map<string, PunchRow[]>> {
  const { text, values } = askingPunches(tx, asked);
  return punchRowsFrom(await tx.query<StoredRow>(text, values));
}

/** The same as the facts that the sheet is made from. Ask from some days before the first one that is meant. */
export async function punchFactsOf(tx: Tx, asked: PunchesAsked): Promise<Map<string, PunchFact[]>> {
  const rows = await punchRowsOf(tx, asked);
  return new Map([...rows].map(([staffId, those]) => [staffId, those.map(({ fact }) => fact)]));
}

export async function byKey(tx: Tx, staffId: string, key: string): Promise<PunchRow | null> {
  const [row] = await tx.query<StoredRow>(`${ROWS} and p.staff_id = $2 and p.key = $3`, [
    ...[tx.municipalityId, staffId, key],
  ]);
  return row ? rowOf(row) : null;
}

export const settlementKey = (correctionId: string): string => `settled:${correctionId}`;

/** A correction that was asked for, and how it ended. */
export async function readCorrection(tx: Tx, correctionId: string): Promise<PunchRow | null> {
  const [row] = await tx.query<StoredRow>(`${ROWS} and p.fact_id = $2 and p.kind = 'CORRECTION_ASKED'`, [
    ...[tx.municipalityId, correctionId],
  ]);
  return row ? rowOf(row) : null;
}

/** Those that wait for an answer, oldest first. */
export async function openCorrections(tx: Tx, staffIds: readonly string[], limit: number): Promise<PunchRow[]> {
  const rows = await tx.query<StoredRow>(
    `${ROWS} and p.kind = 'CORRECTION_ASKED' and p.staff_id = any($2::uuid[])
       and not exists (select from kaigi.telework_punch s where s.municipality_id = p.municipality_id
         and s.staff_id = p.staff_id and s.key = 'settled:' || p.fact_id::text)
     order by p.fact_id limit $3`,
    [tx.municipalityId, staffIds, limit],
  );
  return rows.map(rowOf);
}

export async function correctionsOf(tx: Tx, staffId: string, limit: number): Promise<PunchRow[]> {
  const rows = await tx.query<StoredRow>(
    `${ROWS} and p.kind = 'CORRECTION_ASKED' and p.staff_id = $2 order by p.fact_id desc limit $3`,
    [tx.municipalityId, staffId, limit],
  );
  return rows.map(rowOf);
}

export interface RowPlace {
  readonly staffId: string;
  readonly at: string;
  readonly factId: string;
}

/** For the log: rows in the order of their subjects. */
export async function punchesAfter(tx: Tx, after: RowPlace | null, limit: number): Promise<StoredRow[]> {
  return tx.query<StoredRow>(
    `${ROWS} and ($2::uuid is null or (p.staff_id, p.at, p.fact_id) > ($2, $3::timestamptz, $4::uuid))
     order by p.staff_id, p.at, p.fact_id limit $5`,
    [tx.municipalityId, after?.staffId ?? null, after?.at ?? null, after?.factId ?? null, limit],
  );
}
