import type { Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import type { Sight } from '../meetings/policy.ts';
import { EDITABLE, SEEN, sightValues } from '../meetings/store.ts';
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

// Fetched before any words are read: whatever the planner thinks of the tables, only what may hold them is folded.
const HELD = `held as materialized (
    select h.meeting_id, h.found_id from asked, kaigi.minutes_holding(asked.pairs) h),
  sentences as materialized (
    select s.meeting_id, s.sentence_id, s.words, s.part, s.item_id, s.place, s.sources, s.detail
    from held h join kaigi.minutes_sentence s
      on s.municipality_id = $1 and s.meeting_id = h.meeting_id and s.sentence_id = h.found_id),
  lines as materialized (
    select l.meeting_id, l.line_id, l.words, l.label, l.attendee_id, l.place
    from held h join kaigi.minutes_line l
      on l.municipality_id = $1 and l.meeting_id = h.meeting_id and l.line_id = h.found_id)`;

const MEETINGS = `seen as materialized (
  select m.meeting_id, m.held_on, m.content, ${EDITABLE} as editable from kaigi.meeting m
  where m.municipality_id = $1 and m.meeting_id in (select h.meeting_id from held h) and ${SEEN} and ${IN_RANGE})`;

/** Whom people have put a line to, else the label of the machine. */
const SPEAKER = `coalesce((select a ->> 'name' from jsonb_array_elements(m.content -> 'attendees') a
    where a ->> 'id' = l.attendee_id::text), l.label)`;

const AGENDA_HOLDS = (words: string): string =>
  `(asked.agenda is null or strpos(kaigi.folded(${words}), asked.agenda) > 0)`;

const TITLES = `select 'TITLE' as kind, m.meeting_id, m.held_on, m.meeting_id as found_id, m.content ->> 'title' as words,
    null as part, null as speaker, 0 as rank, 0::double precision as place
  from asked, held h join seen m on m.meeting_id = h.found_id
  where asked.speaker is null and asked.agenda is null and ${holds("m.content ->> 'title'")}`;

const AGENDA = `select 'AGENDA', m.meeting_id, m.held_on, (i.item ->> 'id')::uuid, i.item ->> 'title', null, null, 1, i.nth
  from asked, held h join seen m on m.meeting_id = h.found_id,
    jsonb_array_elements(m.content -> 'agenda') with ordinality i(item, nth)
  where asked.speaker is null and ${holds("i.item ->> 'title'")} and ${AGENDA_HOLDS("i.item ->> 'title'")}`;

const SENTENCES = `select 'SENTENCE', m.meeting_id, m.held_on, s.sentence_id, s.words, s.part, s.detail ->> 'speaker', 2,
    s.place
  from asked, sentences s join seen m on m.meeting_id = s.meeting_id
  left join kaigi.minutes_sentence item on item.municipality_id = $1 and item.meeting_id = s.meeting_id
    and item.sentence_id = coalesce(s.item_id, s.sentence_id) and item.part = 'ITEM'
  where ${holds('s.words')} and ${AGENDA_HOLDS("coalesce(item.words, '')")}
    and (asked.speaker is null or strpos(kaigi.folded(coalesce(s.detail ->> 'speaker', '')), asked.speaker) > 0
      or exists (select from kaigi.minutes_line l where l.municipality_id = $1 and l.meeting_id = s.meeting_id
        and l.line_id = any(s.sources) and strpos(kaigi.folded(${SPEAKER}), asked.speaker) > 0))`;

const LINES = `select 'LINE', m.meeting_id, m.held_on, l.line_id, l.words, null, ${SPEAKER}, 3, l.place
  from asked, lines l join seen m on m.meeting_id = l.meeting_id and m.editable
  where asked.agenda is null and ${holds('l.words')}
    and (asked.speaker is null or strpos(kaigi.folded(${SPEAKER}), asked.speaker) > 0)`;

const SEARCH = `with ${ASKED}, ${HELD}, ${MEETINGS},
  found as materialized (${[TITLES, AGENDA, SENTENCES, LINES].join(' union all ')})
  select f.kind, f.meeting_id as "meetingId", f.held_on as "heldOn", f.found_id as "foundId", f.words, f.part, f.speaker,
    f.rank, f.place, (select count(*) from found) as total
  from found f
  where $11::date is null or (f.held_on, f.meeting_id) < ($11, $12::uuid)
    or (f.held_on = $11 and f.meeting_id = $12
      and (f.rank, f.place, f.found_id) > ($13::int, $14::double precision, $15::uuid))
  order by f.held_on desc, f.meeting_id desc, f.rank, f.place, f.found_id limit $16`;

/** The newest meeting first. */
export const foundBy = (tx: Tx, sought: Sought): Promise<Found[]> => {
  const { sight, words, speaker, agenda, bodyId, from, to, after, limit } = sought;
  return tx.query<Found>(SEARCH, [
    ...[tx.municipalityId, ...sightValues(sight), words, speaker, agenda, bodyId, from, to],
    ...[after?.heldOn ?? null, after?.meetingId ?? null, after?.rank ?? null, after?.place ?? null],
    ...[after?.foundId ?? null, limit],
  ]);
};
