import type { Tx } from '../../platform/index.ts';
import type { Block } from './blocks.ts';
import { type Gram, isPairAsked, lastOf } from './grams.ts';

/** Where a gram is looked for: in a segment, between two places. */
export interface Ask {
  readonly segmentId: number;
  readonly gram: Gram;
  readonly lo: number;
  readonly hi: number;
}

export type FoundBlock = Block & { readonly ask: number };

/** As the database has it: the places are letters. */
export type BlockRow = Omit<Block, 'places'> & { readonly places: string };

export const blockOf = <Row extends BlockRow>(row: Row): Omit<Row, 'places'> & Pick<Block, 'places'> => ({
  ...row,
  places: Buffer.from(row.places, 'latin1'),
});

// The block that begins at or before the first place may hold it too.
const AT_OR_BEFORE = `select b.gram, b.place, b.places from kaigi.records_search_block b
     where b.municipality_id = $1 and b.segment_id = a.segment_id and (b.gram, b.place) <= (a.gram, a.lo)
     order by b.gram desc, b.place desc limit 1`;

const BLOCKS = `select a.ask, b.gram, b.place, b.places
  from unnest($2::int[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[])
    a(ask, segment_id, gram, lo, last, hi)
  cross join lateral (
    (${AT_OR_BEFORE})
    union all
    (select b.gram, b.place, b.places from kaigi.records_search_block b
     where b.municipality_id = $1 and b.segment_id = a.segment_id
       and (b.gram, b.place) > (a.gram, a.lo) and (b.gram, b.place) < (a.last, a.hi)
     order by b.gram, b.place)) b`;

// Of a single place no other block can tell.
const BLOCKS_OF_PLACES = `select a.ask, b.gram, b.place, b.places
  from unnest($2::int[], $3::bigint[], $4::bigint[], $5::bigint[]) a(ask, segment_id, gram, lo)
  cross join lateral (${AT_OR_BEFORE}) b`;

const [BEGINNING, BEHIND_ALL] = [0, 2 ** 32];

/** Grams that begin with the same two letters stand one after another: all their places, whichever are asked for. */
export const reachOf = ({ gram, lo, hi }: Ask): { lo: number; hi: number } =>
  isPairAsked(gram) ? { lo: BEGINNING, hi: BEHIND_ALL } : { lo, hi };

/** Whether a gram is looked for at one place only. */
export function isOnePlace(ask: Ask): boolean {
  const { lo, hi } = reachOf(ask);
  return hi - lo === 1;
}

type FoundRow = BlockRow & { readonly ask: number };
interface NumberedAsk extends Ask {
  readonly nth: number;
}

const columnsOf = (asks: readonly NumberedAsk[]) => [
  asks.map(({ nth }) => nth),
  asks.map(({ segmentId }) => segmentId),
  asks.map(({ gram }) => gram),
  asks.map((ask) => reachOf(ask).lo),
];

async function rowsOfPlaces(tx: Tx, asks: readonly NumberedAsk[]): Promise<FoundRow[]> {
  return asks.length === 0 ? [] : tx.query<FoundRow>(BLOCKS_OF_PLACES, [tx.municipalityId, ...columnsOf(asks)]);
}

async function rowsOfLists(tx: Tx, asks: readonly NumberedAsk[]): Promise<FoundRow[]> {
  if (asks.length === 0) return [];
  return tx.query<FoundRow>(BLOCKS, [
    ...[tx.municipalityId, ...columnsOf(asks)],
    asks.map(({ gram }) => lastOf(gram)),
    asks.map((ask) => reachOf(ask).hi),
  ]);
}

/** What the index has of each ask, those of one ask in their order. */
export async function blocksFor(tx: Tx, asks: readonly Ask[]): Promise<FoundBlock[]> {
  const { places = [], lists = [] } = Object.groupBy(
    asks.map((ask, nth): NumberedAsk => ({ ...ask, nth })),
    (ask) => (isOnePlace(ask) ? 'places' : 'lists'),
  );
  const rows = await Promise.all([rowsOfPlaces(tx, places), rowsOfLists(tx, lists)]);
  return rows.flat().map(blockOf);
}

/** How many blocks what is asked for fills in the whole index: what is common fills many. */
export const blockCounts = (tx: Tx, grams: readonly Gram[]): Promise<{ gram: Gram; blocks: number }[]> =>
  tx.query(
    `select p.gram, (select count(*) from kaigi.records_search_segment s
       join kaigi.records_search_block b on b.municipality_id = $1 and b.segment_id = s.segment_id
         and b.gram between p.gram and p.last
       where s.municipality_id = $1) as blocks
     from unnest($2::bigint[], $3::bigint[]) p(gram, last)`,
    [tx.municipalityId, grams, grams.map(lastOf)],
  );
