import type { Finding } from '../../ledger/index.ts';
import type { Tx } from '../../platform/index.ts';
import { MINUTES_FACTS } from './store.ts';

const WHAT = {
  signature: { ja: '署名', en: 'a signature' },
  suggestion: { ja: '修正の提案', en: 'a suggestion' },
  answer: { ja: '確認の回答', en: 'an answer' },
  round: { ja: '確認', en: 'a confirmation' },
  hold: { ja: '廃棄の停止', en: 'a hold' },
  recording: { ja: '録音', en: 'a recording' },
  proposal: { ja: '決裁に回した会議録', en: 'minutes that were put forward' },
} as const;

interface Odd {
  readonly what: keyof typeof WHAT;
  readonly meetingId: string;
  readonly id: string;
}

// A clock of another machine may be a little behind.
const SINCE = `b.at >= f.at - interval '1 minute'`;

/** A signature is as it was given, and is void only where the minutes were opened again. */
const SIGNATURES = `select 'signature' as what, f.meeting, f.fact ->> 'signatureId' as id
  from f left join kaigi.minutes_signature s
    on s.municipality_id = $1 and s.meeting_id = f.meeting and s.signature_id::text = f.fact ->> 'signatureId'
  where f.kind = 'signing' and (s.attendee_id is null or s.attendee_id::text <> f.fact ->> 'attendeeId'
    or s.is_void and not exists (select from f b where b.kind = 'meeting' and b.meeting = f.meeting
      and b.act in ('REOPENED', 'SIGNING_REFUSED') and ${SINCE}))`;

/** A suggestion has the words that were suggested, and came to what was ruled. */
const SUGGESTIONS = `select 'suggestion', f.meeting, f.fact ->> 'suggestionId'
  from f left join kaigi.minutes_suggestion s
    on s.municipality_id = $1 and s.meeting_id = f.meeting and s.suggestion_id::text = f.fact ->> 'suggestionId'
  left join kaigi.minutes_change c on c.municipality_id = $1 and c.subject_kind = 'round' and c.subject_id = f.meeting
    and c.seq = f.seq
  left join lateral (select coalesce(b.fact ->> 'outcome', b.act) as state from f b where b.kind = 'round'
    and b.meeting = f.meeting and b.act in ('SETTLED', 'WITHDRAWN') and b.fact ->> 'suggestionId' = f.fact ->> 'suggestionId'
    order by b.seq desc limit 1) became on true
  where f.act = 'SUGGESTED' and (s.state is null or s.nth::text <> f.fact ->> 'nth'
    or s.attendee_id::text is distinct from f.fact ->> 'attendeeId' or s.told_on::text is distinct from f.fact ->> 'toldOn'
    or s.target_id::text <> f.fact ->> 'targetId'
    or (c.change is not null and (s.before, s.after, s.reason)
      is distinct from (c.change ->> 'before', c.change ->> 'after', c.change ->> 'reason'))
    or case when became.state is null then s.state not in ('OPEN', 'VOID') else s.state <> became.state end)`;

const toldOf = (told: string): string =>
  `exists (select from f where f.kind = 'round' and f.meeting = a.meeting_id and f.fact ->> 'nth' = a.nth::text and ${told})`;
const THEIRS = `f.fact ->> 'attendeeId' = a.attendee_id::text`;

/** Nobody has agreed, nor was taken to, of whom the log does not say so. */
const ANSWERS = `select 'answer', a.meeting_id, a.attendee_id::text from kaigi.minutes_answer a
  where a.municipality_id = $1 and not case a.state
    when 'AGREED' then ${toldOf(`${THEIRS} and (f.act = 'AGREED' and a.told_on is null
      or f.act = 'ENTERED' and f.fact ->> 'answer' = 'AGREED' and f.fact ->> 'toldOn' is not distinct from a.told_on::text)`)}
    when 'AGREED_BY_SILENCE' then ${toldOf(`(f.act = 'DEADLINE_PASSED' and f.fact ->> 'silence' = 'AGREES'
      or ${THEIRS} and f.act = 'ENTERED' and f.fact ->> 'answer' = 'AGREED_BY_SILENCE')`)}
    when 'SUGGESTED' then ${toldOf(`${THEIRS} and f.act = 'SUGGESTED'`)}
    else true end`;

/** A round asks until the day, and by the rule, of which people were told. */
const ROUNDS = `select 'round', coalesce(r.meeting_id, f.meeting), coalesce(r.nth::text, f.fact ->> 'nth')
  from (select * from f where f.act = 'ROUND_BEGUN') f
  full join (select * from kaigi.minutes_round r where r.municipality_id = $1) r
    on r.meeting_id = f.meeting and r.nth::text = f.fact ->> 'nth'
  where r.nth is null or f.seq is null or r.due_on::text <> f.fact ->> 'dueOn' or r.silence <> f.fact ->> 'silence'
    or r.state = 'CLOSED' and not exists (select from f b where b.act = 'ROUND_CLOSED' and b.meeting = r.meeting_id
      and b.fact ->> 'nth' = r.nth::text)`;

/** What keeps recordings and transcripts from being disposed of is neither gone nor lifted by nobody. */
const HOLDS = `select 'hold', f.meeting, f.fact ->> 'holdId'
  from f left join kaigi.minutes_hold h
    on h.municipality_id = $1 and h.meeting_id = f.meeting and h.hold_id::text = f.fact ->> 'holdId'
  where f.act = 'HELD' and (h.hold_id is null or h.lifted is not null and not exists (select from f b
    where b.act = 'LIFTED' and b.meeting = f.meeting and b.fact ->> 'holdId' = f.fact ->> 'holdId'))`;

const RECORDINGS = `select 'recording', f.meeting, f.fact ->> 'recordingId'
  from f left join kaigi.minutes_recording r
    on r.municipality_id = $1 and r.meeting_id = f.meeting and r.recording_id::text = f.fact ->> 'recordingId'
  where f.act = 'STORED' and r.sha256 is distinct from f.fact ->> 'sha256'`;

/** What those who decide were given is the paper that the log names. */
const PROPOSALS = `select 'proposal', f.meeting, f.fact ->> 'nth'
  from f left join kaigi.minutes_deciding d
    on d.municipality_id = $1 and d.meeting_id = f.meeting and d.nth::text = f.fact ->> 'nth'
  where f.act in ('PUT_FORWARD', 'FINAL') and d.paper_sha256 is distinct from f.fact ->> 'paper'`;

/** What stands there and nobody did. */
const UNTOLD = `(select 'suggestion', s.meeting_id, s.suggestion_id::text from kaigi.minutes_suggestion s
    where s.municipality_id = $1
  union all select 'hold', h.meeting_id, h.hold_id::text from kaigi.minutes_hold h where h.municipality_id = $1
  union all select 'recording', r.meeting_id, r.recording_id::text from kaigi.minutes_recording r
    where r.municipality_id = $1 and r.sha256 is not null)
  except select case f.act when 'SUGGESTED' then 'suggestion' when 'HELD' then 'hold' else 'recording' end, f.meeting,
    coalesce(f.fact ->> 'suggestionId', f.fact ->> 'holdId', f.fact ->> 'recordingId')
  from f where f.act in ('SUGGESTED', 'HELD', 'STORED')`;

const ODD = `with f as materialized (
    select f.subject_kind as kind, f.subject_id as meeting, f.seq, f.at, f.act, f.fact from kaigi.minutes_fact f
    where f.municipality_id = $1 and (f.subject_kind in ('round', 'signing', 'keeping', 'recording')
      or f.subject_kind = 'meeting' and f.act in ('ROUND_BEGUN', 'ROUND_CLOSED', 'REOPENED', 'SIGNING_REFUSED',
        'PUT_FORWARD', 'FINAL')))
  select distinct what, meeting as "meetingId", id from (
    ${[SIGNATURES, SUGGESTIONS, ANSWERS, ROUNDS, HOLDS, RECORDINGS, PROPOSALS].join('\n union all\n')}
    union all (${UNTOLD})) odd
  order by 1, 2, 3`;

/** What stands of answers, suggestions, signatures, decisions, recordings and holds, and is not what the log says was done. */
export async function* alteredCourses(tx: Tx): AsyncGenerator<Finding> {
  for (const { what, meetingId, id } of await tx.query<Odd>(ODD, [tx.municipalityId]))
    yield {
      ...{ kind: MINUTES_FACTS.leafKind, subject: `${what}/${meetingId}/${id}`, code: 'minutes.course_altered' },
      sentence: {
        ja: `会議 ${meetingId} の${WHAT[what].ja}（${id}）：記録された行為と合いません。`,
        en: `Of the meeting ${meetingId}, ${WHAT[what].en} (${id}) is not as what was done was recorded.`,
      },
    };
}
