import type { Tx } from '../../platform/index.ts';
import { binaryArray } from './binary-arrays.ts';
import { type BlockRow, blockOf } from './block-store.ts';
import type { Block } from './blocks.ts';
import type { Gram } from './grams.ts';
import type { FoldedDoc, Part } from './segment.ts';

/** Whoever works on the index of a municipality; false where somebody does already. Until the end of the transaction. */
export async function lockIndex(tx: Tx): Promise<boolean> {
  const [row] = await tx.query<{ locked: boolean }>(
    `select pg_try_advisory_xact_lock(hashtextextended('records/search/' || $1::text, 0)) as locked`,
    [tx.municipalityId],
  );
  return row?.locked === true;
}

export interface FreshDoc extends FoldedDoc {
  readonly written: string;
}

/** How much waits to be taken into the index. */
export async function freshSize(tx: Tx): Promise<{ docs: number; letters: number }> {
  const [row] = await tx.query<{ docs: number; letters: number }>(
    `select count(*) as docs, coalesce(sum(d.letters), 0)::bigint as letters from kaigi.records_search_doc d
     where d.municipality_id = $1 and d.folded is not null`,
    [tx.municipalityId],
  );
  return row ?? { docs: 0, letters: 0 };
}

/** The oldest of them, so many letters at a time; at least one. */
export const freshDocs = (tx: Tx, letters: number): Promise<FreshDoc[]> =>
  tx.query<FreshDoc>(
    `select w.record_id as "recordId", w.part, w.at, w.folded, w.written from (
       select d.record_id, d.part, extract(epoch from d.registered_at)::float8 * 1000 as at, d.folded, d.written,
         sum(d.letters) over (order by d.registered_at, d.record_id, d.part) - d.letters as before
       from (select d.record_id, d.part, d.registered_at, d.folded, d.written, d.letters from kaigi.records_search_doc d
         where d.municipality_id = $1 and d.folded is not null order by d.registered_at limit 20000) d) w
     where w.before < $2`,
    [tx.municipalityId, letters],
  );

export interface NewSegment {
  readonly level: number;
  readonly docs: number;
  readonly letters: number;
  readonly newestAt: number;
  readonly directory: Buffer;
}

export async function insertSegment(tx: Tx, segment: NewSegment): Promise<number> {
  const [row] = await tx.query<{ segmentId: number }>(
    `insert into kaigi.records_search_segment (municipality_id, level, docs, letters, newest_at, directory)
     values ($1, $2, $3, $4, $5, $6) returning segment_id as "segmentId"`,
    [
      ...[tx.municipalityId, segment.level, segment.docs, segment.letters, new Date(segment.newestAt)],
      segment.directory,
    ],
  );
  return row?.segmentId ?? 0;
}

export async function insertBlocks(tx: Tx, segmentId: number, blocks: readonly Block[]): Promise<void> {
  await tx.query(
    `insert into kaigi.records_search_block (municipality_id, segment_id, gram, place, places)
     select $1, $2, b.gram, b.place, b.places from unnest($3::bigint[], $4::bigint[], $5::text[]) b(gram, place, places)`,
    [
      ...[tx.municipalityId, segmentId, blocks.map(({ gram }) => gram), blocks.map(({ place }) => place)],
      binaryArray(
        'text',
        blocks.map(({ places }) => places),
      ),
    ],
  );
}

/** What was taken in stands in the segment; what was written anew meanwhile stays fresh, and is gone from it at once. */
export async function settleFresh(tx: Tx, segmentId: number, docs: readonly FreshDoc[]): Promise<void> {
  await tx.query(
    `update kaigi.records_search_doc d set segment_id = $2, folded = null
     from unnest($3::uuid[], $4::smallint[], $5::uuid[]) t(record_id, part, written)
     where d.municipality_id = $1 and d.record_id = t.record_id and d.part = t.part and d.written = t.written`,
    [
      ...[tx.municipalityId, segmentId, docs.map(({ recordId }) => recordId), docs.map(({ part }) => part)],
      docs.map(({ written }) => written),
    ],
  );
  await noteGone(tx, segmentId, docs);
}

/**
 * What has left a segment while it was written. What was only written anew is held until the segment is there for all to
 * see: who disposes of it then waits, and finds it in the segment; else its words would stay there for ever.
 */
async function noteGone(tx: Tx, segmentId: number, docs: readonly MergedDoc[]): Promise<void> {
  const listed = [docs.map(({ recordId }) => recordId), docs.map(({ part }) => part)];
  await tx.query(
    `select from kaigi.records_search_doc d
     join unnest($2::uuid[], $3::smallint[]) t(record_id, part) on t.record_id = d.record_id and t.part = d.part
     where d.municipality_id = $1 and d.segment_id is null for key share of d`,
    [tx.municipalityId, ...listed],
  );
  await tx.query(
    `insert into kaigi.records_search_gone (municipality_id, segment_id, record_id, part, forgotten)
     select $1, $2, t.record_id, t.part, d.record_id is null
     from unnest($3::uuid[], $4::smallint[]) t(record_id, part)
     left join kaigi.records_search_doc d on d.municipality_id = $1 and d.record_id = t.record_id and d.part = t.part
     where d.segment_id is distinct from $2`,
    [tx.municipalityId, segmentId, ...listed],
  );
}

/** What stood in `from` stands in the new segment; what has left them meanwhile is gone from it at once. */
export async function settleMerged(
  tx: Tx,
  { segmentId, from, docs }: { segmentId: number; from: readonly number[]; docs: readonly MergedDoc[] },
): Promise<void> {
  await tx.query(
    `update kaigi.records_search_doc d set segment_id = $2
     where d.municipality_id = $1 and d.segment_id = any($3::bigint[])`,
    [tx.municipalityId, segmentId, from],
  );
  await noteGone(tx, segmentId, docs);
  for (const table of ['records_search_block', 'records_search_gone', 'records_search_segment'])
    await tx.query(`delete from kaigi.${table} t where t.municipality_id = $1 and t.segment_id = any($2::bigint[])`, [
      tx.municipalityId,
      from,
    ]);
}

export interface MergedDoc {
  readonly recordId: string;
  readonly part: Part;
}

/** Segments that hold what was disposed of, or much that was written anew. */
export async function spoiltSegments(tx: Tx): Promise<number[]> {
  const rows = await tx.query<{ segmentId: number }>(
    `select g.segment_id as "segmentId" from kaigi.records_search_gone g
     join kaigi.records_search_segment s on s.municipality_id = $1 and s.segment_id = g.segment_id
     where g.municipality_id = $1 group by g.segment_id, s.docs
     having bool_or(g.forgotten) or count(*) > 1000 and count(*) * 10 > s.docs`,
    [tx.municipalityId],
  );
  return rows.map(({ segmentId }) => segmentId);
}

/** The next blocks of a segment in their order. */
export async function blocksAfter(
  tx: Tx,
  segmentId: number,
  { gram, place, limit }: { gram: Gram; place: number; limit: number },
): Promise<Block[]> {
  const rows = await tx.query<BlockRow>(
    `select b.gram, b.place, b.places from kaigi.records_search_block b
     where b.municipality_id = $1 and b.segment_id = $2 and (b.gram, b.place) > ($3::bigint, $4::bigint)
     order by b.gram, b.place limit $5`,
    [tx.municipalityId, segmentId, gram, place, limit],
  );
  return rows.map(blockOf);
}
