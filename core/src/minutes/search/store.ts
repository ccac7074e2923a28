import type { Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import type { Sight } from '../meetings/policy.ts';
import { KEPT, SEEN, SEEN_WORDS, sightValues } from '../meetings/store.ts';
import type { SentencePart } from '../sentences/contract.ts';
import type { MinutesHit } from './contract.ts';

/** What was found, in the order of the list. */
export interface Found {
  readonly kind: MinutesHit['kind'];
  readonly meetingId: string;
  readonly heldOn: LocalDate;
  readonly foundId: string;
  readonly words: string;
  readonly part: SentencePart | null;
  readonly speaker: string | null;
  readonly rank: number;
  readonly place: number;
  readonly total: number;
}

export type FoundPlace = Pick<Found, 'heldOn' | 'meetingId' | 'rank' | 'place' | 'foundId'>;

export interface Sought {
  readonly sight: Sight;
  /** Each must be there. */
  readonly words: readonly string[];
  readonly speaker: string | null;
  readonly agenda: string | null;
  readonly bodyId: string | null;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  readonly after: FoundPlace | null;
  readonly limit: number;
}

// What was typed is folded by the same function as what is kept.
const ASKED = `asked as materialized (
  select array(select kaigi.folded(w) from unnest($5::text[]) w) as words,
    array(select distinct p from unnest($5::text[]) w, unnest(kaigi.bigrams(w)) p) as pairs,
    kaigi.folded($6) as speaker, kaigi.folded($7) as agenda)`;

const holds = (words: string): string =>
  `not exists (select from unnest(asked.words) w where strpos(kaigi.folded(${words}), w) = 0)`;

const IN_RANGE = `($8::text is null or m.content ->> 'bodyId' = $8)
  and ($9::date is null or m.held_on >= $9) and ($10::date is null or m.held_on <= $10)`;

/**
 * The same as `policy.ts` says, and in the range; `held` are ids alone, so that nothing but what may hold the words is read.
 * Of minutes that are not published `whole`, whoever sees them only because they were open finds the title alone.
 */
const THERE = `held as materialized (
    select h.meeting_id, h.found_id from asked, kaigi.minutes_holding(asked.pairs) h),
  seen as materialized (
    select m.meeting_id, m.held_on, ${KEPT} as kept, (${SEEN_WORDS} or not exists (select from kaigi.minutes_redaction r
        where r.municipality_id = $1 and r.meeting_id = m.meeting_id and not r.gone)) as whole
    from kaigi.meeting m
    where m.municipality_id = $1 and m.meeting_id in (select h.meeting_id from held h) and ${SEEN} and ${IN_RANGE}),
  there as materialized (
    select h.meeting_id, h.found_id, m.held_on, m.kept, m.whole from held h join seen m on m.meeting_id = h.meeting_id)`;

const OF_MEETING = 'm.municipality_id = $1 and m.meeting_id = t.meeting_id';

/** Whom people have put a line to, else the label of the machine. */
const SPEAKER = `coalesce((select a ->> 'name' from jsonb_array_elements(m.content -> 'attendees') a
    where a ->> 'id' = l.attendee_id::text), l.label)`;

const heldBy = (words: string, part: 'speaker' | 'agenda'): string =>
  `strpos(kaigi.folded(${words}), asked.${part}) > 0`;

const TITLES = `select 'TITLE' as kind, t.meeting_id, t.held_on, t.meeting_id as found_id, 0 as rank,
    0::double precision as place
  from asked, there t join kaigi.meeting m on ${OF_MEETING}
  where t.found_id = t.meeting_id and asked.speaker is null and asked.agenda is null
    and ${holds("m.content ->> 'title'")}`;

const AGENDA = `select 'AGENDA', t.meeting_id, t.held_on, (i.item ->> 'id')::uuid, 1, i.nth
  from asked, there t join kaigi.meeting m on ${OF_MEETING},
    jsonb_array_elements(m.content -> 'agenda') with ordinality i(item, nth)
  where t.whole and t.found_id = t.meeting_id and asked.speaker is null and ${holds("i.item ->> 'title'")}
    and (asked.agenda is null or ${heldBy("i.item ->> 'title'", 'agenda')})`;

const SENTENCES = `select 'SENTENCE', t.meeting_id, t.held_on, s.sentence_id, 2, s.place
  from asked, there t join kaigi.minutes_sentence s
    on s.municipality_id = $1 and s.meeting_id = t.meeting_id and s.sentence_id = t.found_id
  where t.whole and ${holds('s.words')}
    and (asked.agenda is null or exists (select from kaigi.minutes_sentence item
      where item.municipality_id = $1 and item.meeting_id = t.meeting_id and item.part = 'ITEM'
        and item.sentence_id = coalesce(s.item_id, s.sentence_id) and ${heldBy('item.words', 'agenda')}))
    and (asked.speaker is null or ${heldBy("coalesce(s.detail ->> 'speaker', '')", 'speaker')}
      or exists (select from kaigi.minutes_line l join kaigi.meeting m on ${OF_MEETING}
        where l.municipality_id = $1 and l.meeting_id = t.meeting_id and l.line_id = any(s.sources)
          and ${heldBy(SPEAKER, 'speaker')}))`;

const LINES = `select 'LINE', t.meeting_id, t.held_on, l.line_id, 3, l.place
  from asked, there t join kaigi.minutes_line l
    on l.municipality_id = $1 and l.meeting_id = t.meeting_id and l.line_id = t.found_id
  where t.kept and asked.agenda is null and ${holds('l.words')}
    and (asked.speaker is null
      or exists (select from kaigi.meeting m where ${OF_MEETING} and ${heldBy(SPEAKER, 'speaker')}))`;

const SEARCH = `with ${ASKED}, ${THERE},
  found as materialized (${[TITLES, AGENDA, SENTENCES, LINES].join(' union all ')}),
  page as materialized (
    select f.kind, f.meeting_id, f.held_on, f.found_id, f.rank, f.place from found f
    where $11::date is null or (f.held_on, f.meeting_id) < ($11, $12::uuid)
      or (f.held_on = $11 and f.meeting_id = $12
        and (f.rank, f.place, f.found_id) > ($13::int, $14::double precision, $15::uuid))
    order by f.held_on desc, f.meeting_id desc, f.rank, f.place, f.found_id limit $16)
  select t.kind, t.meeting_id as "meetingId", t.held_on as "heldOn", t.found_id as "foundId", t.rank, t.place, s.part,
    coalesce(s.words, l.words, case t.kind when 'TITLE' then m.content ->> 'title' else
      (select i ->> 'title' from jsonb_array_elements(m.content -> 'agenda') i where i ->> 'id' = t.found_id::text) end) as words,
    case t.kind when 'LINE' then ${SPEAKER} else s.detail ->> 'speaker' end as speaker,
    (select count(*) from found) as total
  from page t join kaigi.meeting m on ${OF_MEETING}
  left join kaigi.minutes_sentence s on t.kind = 'SENTENCE' and s.municipality_id = $1 and s.meeting_id = t.meeting_id
    and s.sentence_id = t.found_id
  left join kaigi.minutes_line l on t.kind = 'LINE' and l.municipality_id = $1 and l.meeting_id = t.meeting_id
    and l.line_id = t.found_id
  order by t.held_on desc, t.meeting_id desc, t.rank, t.place, t.found_id`;

/** The newest meeting first. */
export const foundBy = (tx: Tx, sought: Sought): Promise<Found[]> => {
  const { sight, words, speaker, agenda, bodyId, from, to, after, limit } = sought;
  return tx.query<Found>(SEARCH, [
    ...[tx.municipalityId, ...sightValues(sight), words, speaker, agenda, bodyId, from, to],
    ...[after?.heldOn ?? null, after?.meetingId ?? null, after?.rank ?? null, after?.place ?? null],
    ...[after?.foundId ?? null, limit],
  ]);
};
