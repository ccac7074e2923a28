import type { Doer } from '../../ledger/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { Json } from '../../shared/index.ts';

/** Where rows lie that have a history, and where that lies. */
export interface Table {
  /** As the history calls what it is about: `folder`. */
  readonly kind: string;
  /** `kaigi.records_fact`. */
  readonly history: 'kaigi.records_fact' | 'kaigi.records_register_fact';
  readonly leafKind: 'records/fact' | 'records/register-fact';
  /** `kaigi.records_folder`; `t` in the columns. */
  readonly table: string;
  readonly id: string;
  /** What is compared, by name. */
  readonly columns: Readonly<Record<string, string>>;
  /** Each line says all there is: only the last that says it (has this member) is read. */
  readonly whole?: string;
}

/** A line of history, as far as rows can be told from it. */
export interface Line {
  readonly seq: number;
  readonly act: string;
  readonly at: Date;
  readonly actor: Doer;
  readonly fact: Readonly<Record<string, Json>>;
}

export function rowsAfter<R extends { readonly id: string }>(
  tx: Tx,
  { table, id, columns }: Table,
  after: string | null,
  limit: number,
): Promise<R[]> {
  const said = Object.entries(columns).map(([name, column]) => `${column} as "${name}"`);
  return tx.query<R>(
    `select t.${id} as id, ${said.join(', ')} from ${table} t
     where t.municipality_id = $1 and ($2::uuid is null or t.${id} > $2) order by t.${id} limit $3`,
    [tx.municipalityId, after, limit],
  );
}

/** Lines of these rows, oldest first. */
export async function linesOf(
  tx: Tx,
  { history, kind, whole }: Table,
  ids: readonly string[],
): Promise<Map<string, Line[]>> {
  const all = `from ${history} f
    where f.municipality_id = $1 and f.subject_kind = $2 and f.subject_id = any($3::uuid[])`;
  const line = 'f.subject_id as id, f.seq, f.act, f.at, f.actor, f.fact';
  const text =
    whole === undefined
      ? `select ${line} ${all} order by f.subject_id, f.seq`
      : `select distinct on (f.subject_id) ${line} ${all} and f.fact -> $4 is not null
         order by f.subject_id, f.seq desc`;
  const rows = await tx.query<Line & { readonly id: string }>(text, [
    ...[tx.municipalityId, kind, ids],
    ...(whole === undefined ? [] : [whole]),
  ]);
  return Map.groupBy(rows, ({ id }) => id);
}

/** What was told of things that are there no more: nothing that has a history is ever deleted. */
export async function linesWithoutRow(tx: Tx, { history, kind, table, id }: Table): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select f.subject_id as id from ${history} f
     where f.municipality_id = $1 and f.subject_kind = $2 and f.seq = 1 and not exists (
       select from ${table} t where t.municipality_id = f.municipality_id and t.${id} = f.subject_id)
     order by 1`,
    [tx.municipalityId, kind],
  );
  return rows.map((row) => row.id);
}

/** Lists of which the history says what was put forward, and which are not settled item by item yet. */
export const putForward = (tx: Tx): Promise<{ id: string; round: number; fingerprint: string }[]> =>
  tx.query(
    `select l.id, l.round, l.fingerprint from kaigi.records_disposal_list l
     where l.municipality_id = $1 and l.fingerprint is not null order by l.id`,
    [tx.municipalityId],
  );
