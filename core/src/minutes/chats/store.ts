import type { Tx } from '../../platform/index.ts';
import type { KnownMessage, MinutedChat } from './chat.ts';
import type { PostedMessage } from './source.ts';

const ROWS = `select c.meeting_id as "meetingId", c.chat_key as "chatKey", c.topic, c.since, c.until,
    c.began_at as "beganAt", c.found_on as "foundOn", c.import_id as "importId", c.state, c.asked_by as "askedBy",
    c.asker_oid as "askerOid", c.asked_at as "askedAt", c.next, c.refusal, c.left_out as "leftOut"
  from kaigi.minutes_chat c where c.municipality_id = $1`;

/** Of two who ask for minutes of one chat at the same moment, one waits until the other's transaction is over. */
export const holdChat = (tx: Tx, chatKey: string): Promise<unknown> =>
  tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`minutes/chat ${tx.municipalityId} ${chatKey}`]);

export async function chatOf(tx: Tx, meetingId: string, { locked = false } = {}): Promise<MinutedChat | null> {
  const held = locked ? ' for no key update' : '';
  const [row] = await tx.query<MinutedChat>(`${ROWS} and c.meeting_id = $2${held}`, [tx.municipalityId, meetingId]);
  return row ?? null;
}

/** From when the times of lines count that were written in a chat; null where people spoke. */
export async function writtenFrom(tx: Tx, meetingId: string): Promise<string | null> {
  const [row] = await tx.query<{ written: boolean }>(
    `select exists (select from kaigi.meeting_transcript t where t.municipality_id = $1 and t.meeting_id = $2
       and t.state = 'USED' and t.source = 'CHAT') as written`,
    [tx.municipalityId, meetingId],
  );
  return row?.written ? ((await chatOf(tx, meetingId))?.beganAt.toISOString() ?? null) : null;
}

/** Those of this chat whose days overlap, the newest first. */
export const chatsBetween = (
  tx: Tx,
  { chatKey, since, until }: Pick<MinutedChat, 'chatKey' | 'since' | 'until'>,
): Promise<MinutedChat[]> =>
  tx.query<MinutedChat>(`${ROWS} and c.chat_key = $2 and c.since < $4 and c.until > $3 order by c.until desc`, [
    ...[tx.municipalityId, chatKey, since, until],
  ]);

/** Up to when the newest minutes of this chat go that were not cancelled; null where there are none. */
export async function minutedUntil(tx: Tx, chatKey: string): Promise<Date | null> {
  const [row] = await tx.query<{ until: Date | null }>(
    `select max(c.until) as until from kaigi.minutes_chat c
     join kaigi.meeting m on m.municipality_id = c.municipality_id and m.meeting_id = c.meeting_id
     where c.municipality_id = $1 and c.chat_key = $2 and c.state <> 'REFUSED' and m.state <> 'CANCELLED'`,
    [tx.municipalityId, chatKey],
  );
  return row?.until ?? null;
}

export async function saveChat(tx: Tx, chat: MinutedChat): Promise<void> {
  const { meetingId, chatKey, topic, since, until, beganAt, foundOn, importId, state, askedBy } = chat;
  await tx.query(
    `insert into kaigi.minutes_chat as c (municipality_id, meeting_id, chat_key, topic, since, until, began_at, found_on,
       import_id, state, asked_by, asker_oid, asked_at, next, refusal, left_out)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
     on conflict (municipality_id, meeting_id) do update set topic = excluded.topic, since = excluded.since,
       until = excluded.until, found_on = excluded.found_on, import_id = excluded.import_id, state = excluded.state,
       asked_by = excluded.asked_by, asker_oid = excluded.asker_oid, asked_at = excluded.asked_at,
       next = excluded.next, refusal = excluded.refusal, left_out = excluded.left_out`,
    [
      ...[tx.municipalityId, meetingId, chatKey, topic, since, until, beganAt, foundOn, importId, state],
      ...[JSON.stringify(askedBy), chat.askerOid, chat.askedAt, chat.next, chat.refusal, chat.leftOut],
    ],
  );
}

// What PostgreSQL keeps none of: nobody typed it.
const kept = (_: string, value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value;

/** The same message once more is as it is now. */
export async function stage(tx: Tx, meetingId: string, messages: readonly PostedMessage[]): Promise<void> {
  await tx.query(
    `insert into kaigi.minutes_chat_staged (municipality_id, meeting_id, message_key, message)
     select distinct on (m ->> 'messageKey') $1::uuid, $2::uuid, m ->> 'messageKey', m from jsonb_array_elements($3::jsonb) m
     on conflict (municipality_id, meeting_id, message_key) do update set message = excluded.message`,
    [tx.municipalityId, meetingId, JSON.stringify(messages, kept)],
  );
}

export async function stagedOf(tx: Tx, meetingId: string): Promise<PostedMessage[]> {
  const rows = await tx.query<{ message: PostedMessage }>(
    `select s.message from kaigi.minutes_chat_staged s where s.municipality_id = $1 and s.meeting_id = $2`,
    [tx.municipalityId, meetingId],
  );
  return rows.map(({ message }) => message);
}

export async function stagedCount(tx: Tx, meetingId: string): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from kaigi.minutes_chat_staged where municipality_id = $1 and meeting_id = $2`,
    [tx.municipalityId, meetingId],
  );
  return row?.count ?? 0;
}

export const forgetStaged = (tx: Tx, meetingId: string): Promise<unknown> =>
  tx.query('delete from kaigi.minutes_chat_staged where municipality_id = $1 and meeting_id = $2', [
    ...[tx.municipalityId, meetingId],
  ]);

export const messagesOf = (tx: Tx, meetingId: string): Promise<KnownMessage[]> =>
  tx.query<KnownMessage>(
    `select m.message_key as "messageKey", m.line_id as "lineId", m.marks from kaigi.minutes_chat_message m
     where m.municipality_id = $1 and m.meeting_id = $2`,
    [tx.municipalityId, meetingId],
  );

export async function saveMessages(tx: Tx, meetingId: string, messages: readonly KnownMessage[]): Promise<void> {
  await tx.query(
    `insert into kaigi.minutes_chat_message (municipality_id, meeting_id, message_key, line_id, marks)
     select $1, $2, m."messageKey", m."lineId", m.marks
     from jsonb_to_recordset($3) as m("messageKey" text, "lineId" uuid, marks jsonb)
     on conflict (municipality_id, meeting_id, message_key) do update set marks = excluded.marks`,
    [tx.municipalityId, meetingId, JSON.stringify(messages)],
  );
}
