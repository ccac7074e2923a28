import { randomBytes } from 'node:crypto';
import type { Person } from '../../directory/index.ts';
import { append, type Leaf } from '../../ledger/index.ts';
import { type Clock, newId, sha256Hex, type Tx } from '../../platform/index.ts';
import { canonicalJson, type LocalDate, startOfDay, type Via } from '../../shared/index.ts';
import { binder, type Sight, visible } from '../access.ts';
import { personFact } from '../rows.ts';

interface Opening {
  readonly recordId: string;
  readonly level: string;
  readonly what: 'RECORD' | 'CONTENT';
  readonly via: Via;
}

export interface ReadingRow extends Opening {
  readonly id: string;
  readonly at: Date;
  /** Null once its period is over. */
  readonly reader: Person | null;
  readonly salt: string | null;
  readonly seal: string;
  readonly leafId: string;
}

export const READING_KIND = 'records/reading';
/** What of the schedule these are. */
export const READING_LOG = 'READING_LOG';
/** The subject of the facts that data went. */
export const DATA_ENDING = 'data-ending';

/** Who it was, as the log knows it: nobody finds out without the salt, and nobody can name another with it. */
export const sealOf = (reader: Person, salt: string): string =>
  sha256Hex(new TextEncoder().encode(canonicalJson({ ...personFact(reader), salt })));

/** What the log says of an opening: everything but who it was. */
export const readingLeaf = ({ id, recordId, level, what, via, at, seal, leafId }: ReadingRow): Leaf => ({
  ...{ leafId, kind: READING_KIND, subject: id },
  body: { recordId, level, what, via, at: at.toISOString(), seal },
});

/** Notes that somebody opened it, with its leaf. */
export async function noteReading(clock: Clock, tx: Tx, opening: Opening, reader: Person): Promise<void> {
  const salt = randomBytes(16).toString('hex');
  const row: ReadingRow = {
    ...{ ...opening, id: newId(clock), at: clock.now(), reader, salt },
    ...{ seal: sealOf(reader, salt), leafId: newId(clock) },
  };
  const { recordId, level, what, via, id, at, seal, leafId } = row;
  await tx.query(
    `insert into kaigi.records_reading (municipality_id, id, record_id, level, what, via, at, reader, salt, seal, leaf_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [tx.municipalityId, id, recordId, level, what, via, at, JSON.stringify(reader), salt, seal, leafId],
  );
  await append(tx, [readingLeaf(row)]);
}

const ROWS = `select o.id, o.record_id as "recordId", o.level, o.what, o.via, o.at, o.reader, o.salt, o.seal,
    o.leaf_id as "leafId"
  from kaigi.records_reading o where o.municipality_id = $1`;

/** For the log, in the order of their ids. */
export const readingsAfter = (tx: Tx, after: string | null, limit: number): Promise<ReadingRow[]> =>
  tx.query<ReadingRow>(`${ROWS} and ($2::uuid is null or o.id > $2) order by o.id limit $3`, [
    ...[tx.municipalityId, after, limit],
  ]);

/** Of one record, the newest first. */
export const newestReadings = (tx: Tx, recordId: string, limit: number): Promise<ReadingRow[]> =>
  tx.query<ReadingRow>(`${ROWS} and o.record_id = $2 order by o.at desc, o.id desc limit $3`, [
    ...[tx.municipalityId, recordId, limit],
  ]);

/** Where a record that this person may see is kept; null where there is none. */
export async function keptWhereSeen(
  tx: Tx,
  sight: Sight,
  recordId: string,
): Promise<{ readonly unitId: string; readonly custody: 'SECTION' | 'CENTRAL' } | null> {
  const values: unknown[] = [tx.municipalityId, recordId];
  const [row] = await tx.query<{ unitId: string; custody: 'SECTION' | 'CENTRAL' }>(
    `select k.unit_id as "unitId", k.custody from kaigi.records_record r
     join kaigi.records_keeping k on k.municipality_id = r.municipality_id and k.record_id = r.id
     where r.municipality_id = $1 and r.id = $2 and ${visible(sight, binder(values))}`,
    values,
  );
  return row ?? null;
}

/** Readers that are forgotten, and as many as the facts of the nights say: who has counted first sees no more than was told. */
export async function forgottenReaders(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    'select count(*)::int as count from kaigi.records_reading o where o.municipality_id = $1 and o.reader is null',
    [tx.municipalityId],
  );
  return row?.count ?? 0;
}

export async function toldForgotten(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select coalesce(sum((f.fact -> 'removed' ->> 'readers')::int), 0)::int as count from kaigi.records_fact f
     where f.municipality_id = $1 and f.subject_kind = $2 and f.fact ->> 'set' = $3`,
    [tx.municipalityId, DATA_ENDING, READING_LOG],
  );
  return row?.count ?? 0;
}

/**
 * Forgets at most so many readers of openings before the day: not of a record whose disposal is held, for what is held
 * may be asked about.
 */
export async function forgetReaders(
  tx: Tx,
  { before, today, limit }: { readonly before: LocalDate; readonly today: LocalDate; readonly limit: number },
): Promise<number> {
  const rows = await tx.query(
    `update kaigi.records_reading u set reader = null, salt = null
     where u.municipality_id = $1 and u.reader is not null and u.id = any(array(
       select o.id from kaigi.records_reading o
       join kaigi.records_keeping k on k.municipality_id = o.municipality_id and k.record_id = o.record_id
       left join kaigi.records_folder fo on fo.municipality_id = k.municipality_id and fo.id = k.folder_id
       where o.municipality_id = $1 and o.reader is not null and o.at < $2 and not k.is_held
         and not coalesce(fo.is_held, false) and coalesce(greatest(k.held_until, fo.held_until) < $3, true)
       order by o.at limit $4)) returning u.id`,
    [tx.municipalityId, startOfDay(before), today, limit],
  );
  return rows.length;
}
