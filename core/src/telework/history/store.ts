import { append } from '../../ledger/index.ts';
import { emit, type Tx } from '../../platform/index.ts';
import { entryOf, type Subject, type TeleworkFact } from './fact.ts';

/** Payload: `kind`, `id`, `seq`, `act`, and `staffId` where it is somebody's. */
export const TELEWORK_CHANGED = 'telework/changed';

interface Row extends Omit<TeleworkFact, 'subject'> {
  readonly kind: string;
  readonly id: string;
}

const ROWS = `select f.subject_kind as kind, f.subject_id as id, f.seq, f.at, f.act, f.staff_id as "staffId", f.actor,
    f.fact, f.via, f.leaf_id as "leafId"
  from kaigi.telework_fact f where f.municipality_id = $1`;

const factOf = ({ kind, id, ...rest }: Row): TeleworkFact => ({ subject: { kind, id }, ...rest });

/** Writes the next fact with its leaf, and tells of it; false where somebody else has written that one meanwhile. */
export async function addFact(tx: Tx, fact: TeleworkFact): Promise<boolean> {
  const { subject, seq, at, act, staffId, actor, via, leafId } = fact;
  const added = await tx.query(
    `insert into kaigi.telework_fact (municipality_id, subject_kind, subject_id, seq, at, act, staff_id, actor, fact,
       via, leaf_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing returning seq`,
    [
      ...[tx.municipalityId, subject.kind, subject.id, seq, at, act, staffId],
      ...[JSON.stringify(actor), JSON.stringify(fact.fact), via, leafId],
    ],
  );
  if (added.length === 0) return false;
  await append(tx, [entryOf(fact)]);
  await emit(tx, [
    { topic: TELEWORK_CHANGED, payload: { ...subject, seq, act, ...(staffId === null ? {} : { staffId }) } },
  ]);
  return true;
}

/** Everything that happened to one subject, oldest first. */
export async function factsOf(tx: Tx, { kind, id }: Subject): Promise<TeleworkFact[]> {
  const rows = await tx.query<Row>(`${ROWS} and f.subject_kind = $2 and f.subject_id = $3 order by f.seq`, [
    ...[tx.municipalityId, kind, id],
  ]);
  return rows.map(factOf);
}

/** Of several subjects of one kind, by their ids. */
export async function factsOfAll(tx: Tx, kind: string, ids: readonly string[]): Promise<Map<string, TeleworkFact[]>> {
  const rows = await tx.query<Row>(
    `${ROWS} and f.subject_kind = $2 and f.subject_id = any($3::uuid[]) order by f.subject_id, f.seq`,
    [tx.municipalityId, kind, ids],
  );
  return Map.groupBy(rows.map(factOf), ({ subject }) => subject.id);
}

/** For the log: facts in the order of their subjects. */
export async function factsAfter(
  tx: Tx,
  after: (Subject & { seq: number }) | null,
  limit: number,
): Promise<TeleworkFact[]> {
  const rows = await tx.query<Row>(
    `${ROWS} and ($2::text is null or (f.subject_kind, f.subject_id, f.seq) > ($2, $3::uuid, $4::int))
     order by f.subject_kind, f.subject_id, f.seq limit $5`,
    [tx.municipalityId, after?.kind ?? null, after?.id ?? null, after?.seq ?? null, limit],
  );
  return rows.map(factOf);
}

/** Subjects whose facts do not run from 1 without a gap. */
export async function subjectsWithGaps(tx: Tx): Promise<Subject[]> {
  return tx.query<Subject>(
    `select f.subject_kind as kind, f.subject_id as id from kaigi.telework_fact f where f.municipality_id = $1
     group by 1, 2 having max(f.seq) <> count(*) order by 1, 2`,
    [tx.municipalityId],
  );
}
