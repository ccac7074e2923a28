import type { Finding } from '../../ledger/index.ts';
import { sha256Hex, type Tx } from '../../platform/index.ts';
import { asJson, canonicalJson } from '../../shared/index.ts';
import { MINUTES_FACTS } from './store.ts';

const WHAT = {
  transcript: { ja: '文字起こしの始まり', en: 'where a transcript begins' },
  recording: { ja: '録音の始まり', en: 'where a recording begins' },
  chat: {
    ja: 'チャットの投稿に付くもの（リアクション・添付・返信先）',
    en: 'what stands beside the messages of its chat (reactions, files, replies)',
  },
} as const;

interface Odd {
  readonly what: keyof typeof WHAT;
  readonly meetingId: string;
  readonly id: string;
}

/** A transcript begins where it was taken in; a recording where somebody heard it, else where its transcript does. */
const BEGINNINGS = `select 'transcript' as what, t.meeting_id as "meetingId", t.transcript_id::text as id
  from kaigi.meeting_transcript t
  join kaigi.minutes_fact f on f.municipality_id = t.municipality_id and f.subject_kind = 'transcript'
    and f.subject_id = t.meeting_id and f.act = 'TAKEN_IN' and f.fact ->> 'transcriptId' = t.transcript_id::text
  where t.municipality_id = $1 and t.from_ms <> coalesce((f.fact ->> 'fromMs')::numeric, 0)
  union all
  select 'recording', r.meeting_id, r.recording_id::text
  from kaigi.minutes_recording r
  left join kaigi.meeting_transcript t on t.municipality_id = r.municipality_id and t.transcript_id = r.transcript_id
  left join lateral (select (f.fact ->> 'fromMs')::numeric as ms from kaigi.minutes_fact f
    where f.municipality_id = r.municipality_id and f.subject_kind = 'recording' and f.subject_id = r.meeting_id
      and f.act = 'ALIGNED' and f.fact ->> 'recordingId' = r.recording_id::text order by f.seq desc limit 1) heard on true
  where r.municipality_id = $1 and case when heard.ms is null then r.from_ms is not null and r.from_ms is distinct from t.from_ms
    else r.from_ms is distinct from heard.ms end
  order by 1, 2, 3`;

/** What stands beside one message, under its key. */
export interface MarkedMessage {
  readonly messageKey: string;
  readonly lineId: string;
  readonly marks: unknown;
}

const inOrder = (one: MarkedMessage, other: MarkedMessage): number => (one.messageKey < other.messageKey ? -1 : 1);

/** What stands beside the messages of a chat, as one hash. */
export const digestOfMarks = (messages: readonly MarkedMessage[]): string =>
  sha256Hex(
    Buffer.from(
      canonicalJson(
        asJson(messages.toSorted(inOrder).map(({ messageKey, lineId, marks }) => ({ messageKey, lineId, marks }))),
      ),
    ),
  );

interface Told extends Pick<Odd, 'meetingId'> {
  readonly digest: string;
}

/** As the newest reading of each chat left it; nothing where an earlier release did not keep it, or the words are gone. */
const readings = (tx: Tx): Promise<Told[]> =>
  tx.query<Told>(
    `select distinct on (f.subject_id) f.subject_id as "meetingId", c.change ->> 'marksDigest' as digest
     from kaigi.minutes_fact f
     join kaigi.minutes_change c using (municipality_id, subject_kind, subject_id, seq)
     where f.municipality_id = $1 and f.subject_kind = 'transcript' and f.act = 'TAKEN_IN'
       and c.change ->> 'marksDigest' is not null
     order by f.subject_id, f.seq desc`,
    [tx.municipalityId],
  );

async function oddChats(tx: Tx): Promise<Odd[]> {
  const odd: Odd[] = [];
  for (const { meetingId, digest } of await readings(tx)) {
    const messages = await tx.query<MarkedMessage>(
      `select m.message_key as "messageKey", m.line_id as "lineId", m.marks from kaigi.minutes_chat_message m
       where m.municipality_id = $1 and m.meeting_id = $2`,
      [tx.municipalityId, meetingId],
    );
    if (digestOfMarks(messages) !== digest) odd.push({ what: 'chat', meetingId, id: meetingId });
  }
  return odd;
}

/** Where transcripts and recordings begin, and what stands beside a chat's words, other than it was recorded. */
export async function* alteredBeginnings(tx: Tx): AsyncGenerator<Finding> {
  const odd = [...(await tx.query<Odd>(BEGINNINGS, [tx.municipalityId])), ...(await oddChats(tx))];
  for (const { what, meetingId, id } of odd)
    yield {
      ...{ kind: MINUTES_FACTS.leafKind, subject: `${what}/${meetingId}/${id}`, code: 'minutes.source_altered' },
      sentence: {
        ja: `会議 ${meetingId} の${WHAT[what].ja}（${id}）：記録された行為と合いません。`,
        en: `Of the meeting ${meetingId}, ${WHAT[what].en} (${id}) is not as what was done was recorded.`,
      },
    };
}
