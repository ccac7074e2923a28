import { emit, type Tx } from '../../platform/index.ts';
import { append } from '../store.ts';
import { type Fact, leafOf, type Subject } from './fact.ts';

/** Where the facts of a capability lie: a table with the columns of a `Fact`, only ever added to. */
export interface HistoryTable {
  /** `kaigi.telework_fact`. */
  readonly table: string;
  /** The kind of its leaves: `telework/fact`. */
  readonly leafKind: string;
}

/** Tells other capabilities of a fact: what goes into the outbox with it. */
export type Telling = (fact: Fact) => Parameters<typeof emit>[1];

interface Row extends Omit<Fact, 'subject'> {
  readonly kind: string;
  readonly id: string;
}

export interface History {
  /** Writes the next fact with its leaf, and tells of it; false where somebody else has written that one meanwhile. */
  addFact(tx: Tx, fact: Fact): Promise<boolean>;
  /** Everything that happened to one subject, oldest first. */
  factsOf(tx: Tx, subject: Subject): Promise<Fact[]>;
  /** Of several subjects of one kind, by their ids. */
  factsOfAll(tx: Tx, kind: string, ids: readonly string[]): Promise<Map<string, Fact[]>>;
}

const factOf = ({ kind, id, ...rest }: Row): Fact => ({ subject: { kind, id }, ...rest });

export const rowsIn = (
  table: string,
): string => `select f.subject_kind as kind, f.subject_id as id, f.seq, f.at, f.act, f.staff_id as "staffId", f.actor,
    f.fact, f.via, f.leaf_id as "leafId"
  from ${table} f where f.municipality_id = $1`;

export function historyIn({ table, leafKind }: HistoryTable, telling: Telling): History {
  const rows = rowsIn(table);
  const adding = `insert into ${table} (municipality_id, subject_kind, subject_id, seq, at, act, staff_id, actor, fact,
       via, leaf_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing returning seq`;
  return {
    async addFact(tx, fact) {
      const { subject, seq, at, act, staffId, actor, via, leafId } = fact;
      const added = await tx.query(adding, [
        ...[tx.municipalityId, subject.kind, subject.id, seq, at, act, staffId],
        ...[JSON.stringify(actor), JSON.stringify(fact.fact), via, leafId],
      ]);
      if (added.length === 0) return false;
      await append(tx, [leafOf(leafKind, fact)]);
      await emit(tx, telling(fact));
      return true;
    },
    async factsOf(tx, { kind, id }) {
      const found = await tx.query<Row>(`${rows} and f.subject_kind = $2 and f.subject_id = $3 order by f.seq`, [
        ...[tx.municipalityId, kind, id],
      ]);
      return found.map(factOf);
    },
    async factsOfAll(tx, kind, ids) {
      const found = await tx.query<Row>(
        `${rows} and f.subject_kind = $2 and f.subject_id = any($3::uuid[]) order by f.subject_id, f.seq`,
        [tx.municipalityId, kind, ids],
      );
      return Map.groupBy(found.map(factOf), ({ subject }) => subject.id);
    },
  };
}

/** For the log: facts in the order of their subjects. */
export async function factsAfter(
  tx: Tx,
  table: string,
  { after, limit }: { readonly after: (Subject & { readonly seq: number }) | null; readonly limit: number },
): Promise<Fact[]> {
  const rows = await tx.query<Row>(
    `${rowsIn(table)} and ($2::text is null or (f.subject_kind, f.subject_id, f.seq) > ($2, $3::uuid, $4::int))
     order by f.subject_kind, f.subject_id, f.seq limit $5`,
    [tx.municipalityId, after?.kind ?? null, after?.id ?? null, after?.seq ?? null, limit],
  );
  return rows.map(factOf);
}

/** Subjects whose facts do not run from 1 without a gap. */
export async function subjectsWithGaps(tx: Tx, table: string): Promise<Subject[]> {
  return tx.query<Subject>(
    `select f.subject_kind as kind, f.subject_id as id from ${table} f where f.municipality_id = $1
     group by 1, 2 having max(f.seq) <> count(*) order by 1, 2`,
    [tx.municipalityId],
  );
}
