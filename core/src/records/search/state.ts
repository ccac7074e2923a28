import type { Tx } from '../../platform/index.ts';
import type { Part } from './segment.ts';

/** A document that waits to be taken into the index, and which of the words stand in it. */
export interface FreshHit {
  readonly recordId: string;
  readonly part: Part;
  readonly at: number;
  readonly words: readonly number[];
}

/** How the index is, told in so few words that it costs nothing to see that nothing has changed. */
export interface State {
  /** `segment/docs/letters/transaction`, the segment with the newest documents first. */
  readonly segments: string;
  /**
   * How much stands in segments and is not so any more, and how much of it was disposed of. Neither grows less while the
   * segments are the same.
   */
  readonly gone: number;
  readonly forgotten: number;
  /** Segments in which something disposed of still stands. */
  readonly spoilt: string;
  /** Of what is in no segment yet, whatever has one of the words. */
  readonly fresh: readonly FreshHit[];
  /** Some documents are in no index now, and are still to be taken in again. */
  readonly rebuilding: boolean;
}

// One statement, so that all of it belongs together and costs one answer. The transaction that wrote a segment tells it from
// another of the same id, when a database is put back below a service that goes on.
const STATE = `select g.*,
  coalesce((select string_agg(concat_ws('/', s.segment_id, s.docs, s.letters, s.xmin), ',' order by s.newest_at desc, s.segment_id desc)
    from kaigi.records_search_segment s where s.municipality_id = $1), '') as segments,
  coalesce((select json_agg(json_build_object('recordId', d.record_id, 'part', d.part,
      'at', extract(epoch from d.registered_at)::float8 * 1000, 'words', w.words))
    from kaigi.records_search_doc d
    cross join lateral (
      select array_agg(s.nth::int - 1) as words from unnest($2::text[]) with ordinality s(word, nth)
      where strpos(d.folded, s.word) > 0) w
    where d.municipality_id = $1 and d.folded is not null and w.words is not null), '[]'::json) as fresh,
  exists (select from kaigi.records_search_doc d
    where d.municipality_id = $1 and d.segment_id is null and d.folded is null) as rebuilding
  from (select count(*)::int as gone, count(*) filter (where g.forgotten)::int as forgotten,
      coalesce(string_agg(distinct g.segment_id::text, ',') filter (where g.forgotten), '') as spoilt
    from kaigi.records_search_gone g where g.municipality_id = $1) g`;

const NOTHING: State = { segments: '', gone: 0, forgotten: 0, spoilt: '', fresh: [], rebuilding: false };

export async function stateOf(tx: Tx, words: readonly string[]): Promise<State> {
  const [row] = await tx.query<State>(STATE, [tx.municipalityId, words]);
  return row ?? NOTHING;
}

export interface SegmentState {
  readonly segmentId: number;
  /** Which of all that ever had this id. */
  readonly mark: string;
  readonly docs: number;
  readonly letters: number;
}

const namedIn = (text: string): string[] => (text === '' ? [] : text.split(','));

export const segmentsIn = ({ segments }: State): SegmentState[] =>
  namedIn(segments).map((one) => {
    const [segmentId, docs, letters] = one.split('/');
    return { segmentId: Number(segmentId), mark: one, docs: Number(docs), letters: Number(letters) };
  });

/** Those of which no words of anything disposed of are left. */
export function wholeSegments(state: State): SegmentState[] {
  const spoilt = new Set(namedIn(state.spoilt).map(Number));
  return segmentsIn(state).filter(({ segmentId }) => !spoilt.has(segmentId));
}

/** What tells one state of the index from another. */
export const stampOf = ({ segments, gone, forgotten, spoilt }: State): string =>
  [segments, gone, forgotten, spoilt].join(' ');
