import type { Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import type { MeetingState } from './contract.ts';
import type { Meeting } from './meeting.ts';
import type { Sight } from './policy.ts';

export const MEETING_ROWS = `select m.meeting_id as "meetingId", m.version,
    m.lines_version as "linesVersion", m.sentences_version as "sentencesVersion", m.state, m.held_on as "heldOn", m.unit_id as "unitId",
    m.organiser_id as "organiserId", m.is_open as "isOpen", m.online_key as "onlineKey", m.case_id as "caseId",
    m.final_on as "finalOn", m.kept_until as "keptUntil", m.summary_on as "summaryOn", m.content
  from kaigi.meeting m where m.municipality_id = $1`;

/** With `locked`, of two who act at the same moment one waits here until the other's transaction is over. */
export async function readMeeting(tx: Tx, meetingId: string, { locked = false } = {}): Promise<Meeting | null> {
  const [row] = await tx.query<Meeting>(`${MEETING_ROWS} and m.meeting_id = $2${locked ? ' for no key update' : ''}`, [
    ...[tx.municipalityId, meetingId],
  ]);
  return row ?? null;
}

/** The newest that has one of these. */
export async function meetingOfOnline(tx: Tx, onlineKeys: readonly string[]): Promise<Meeting | null> {
  const found = `${MEETING_ROWS} and m.online_key = any($2) order by m.held_on desc limit 1 for no key update`;
  const [row] = await tx.query<Meeting>(found, [tx.municipalityId, onlineKeys]);
  return row ?? null;
}

export const meetingsById = (tx: Tx, meetingIds: readonly string[]): Promise<Meeting[]> =>
  tx.query<Meeting>(`${MEETING_ROWS} and m.meeting_id = any($2::uuid[])`, [tx.municipalityId, meetingIds]);

/** What its organiser has planned for a day and no meeting in Teams is known of. */
export const plannedOn = (
  tx: Tx,
  { heldOn, organiserId }: { readonly heldOn: LocalDate; readonly organiserId: string },
): Promise<Meeting[]> =>
  tx.query<Meeting>(
    `${MEETING_ROWS} and m.held_on = $2 and m.organiser_id = $3 and m.online_key is null and m.state in ('PLANNED', 'WRITING')
     for no key update`,
    [tx.municipalityId, heldOn, organiserId],
  );

/** Made for a day in the side panel of a meeting in Teams, whose transcript has not come yet. */
export const awaitedIn = (
  tx: Tx,
  { heldOn, onlineChat }: { readonly heldOn: LocalDate; readonly onlineChat: string },
): Promise<Meeting[]> =>
  tx.query<Meeting>(
    `${MEETING_ROWS} and m.held_on = $2 and m.content->>'onlineChat' = $3 and m.online_key is null
       and m.state in ('PLANNED', 'WRITING')
     for no key update`,
    [tx.municipalityId, heldOn, onlineChat],
  );

/** Those of a chat on a day, with a transcript or without. */
export const ofChat = (
  tx: Tx,
  { heldOn, onlineChat }: { readonly heldOn: LocalDate; readonly onlineChat: string },
): Promise<Meeting[]> =>
  tx.query<Meeting>(
    `${MEETING_ROWS} and m.held_on = $2 and m.content->>'onlineChat' = $3 and m.state <> 'CANCELLED' for no key update`,
    [tx.municipalityId, heldOn, onlineChat],
  );

/** Minutes that are made of a booking, and a transcript that arrives of the same chat, wait for each other. */
export async function lockChat(tx: Tx, onlineChat: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `minutes/chat ${tx.municipalityId} ${onlineChat}`,
  ]);
}

async function saveStaff(tx: Tx, { meetingId, content }: Meeting): Promise<void> {
  const staffIds = [...new Set(content.attendees.flatMap(({ staffId }) => staffId ?? []))];
  await tx.query(
    `delete from kaigi.meeting_staff where municipality_id = $1 and meeting_id = $2 and staff_id <> all($3::uuid[])`,
    [tx.municipalityId, meetingId, staffIds],
  );
  await tx.query(
    `insert into kaigi.meeting_staff (municipality_id, meeting_id, staff_id)
     select $1, $2, s from unnest($3::uuid[]) s on conflict do nothing`,
    [tx.municipalityId, meetingId, staffIds],
  );
}

const valuesOf = (tx: Tx, meeting: Meeting): unknown[] => [
  ...[tx.municipalityId, meeting.meetingId, meeting.version, meeting.state, meeting.heldOn, meeting.unitId],
  ...[meeting.organiserId, meeting.isOpen, meeting.onlineKey, meeting.caseId, JSON.stringify(meeting.content)],
  ...[meeting.finalOn, meeting.keptUntil, meeting.summaryOn],
];

/** False where another process was first with the same meeting in Teams. */
export async function insertMeeting(tx: Tx, meeting: Meeting): Promise<boolean> {
  const rows = await tx.query(
    `insert into kaigi.meeting (municipality_id, meeting_id, version, state, held_on, unit_id, organiser_id, is_open,
       online_key, case_id, content, final_on, kept_until, summary_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
     on conflict do nothing returning meeting_id`,
    valuesOf(tx, meeting),
  );
  if (rows.length > 0) await saveStaff(tx, meeting);
  return rows.length > 0;
}

export async function updateMeeting(tx: Tx, meeting: Meeting): Promise<void> {
  await tx.query(
    `update kaigi.meeting set version = $3, state = $4, held_on = $5, unit_id = $6, organiser_id = $7, is_open = $8,
       online_key = $9, case_id = $10, content = $11, final_on = $12, kept_until = $13, summary_on = $14
     where municipality_id = $1 and meeting_id = $2`,
    valuesOf(tx, meeting),
  );
  await saveStaff(tx, meeting);
}

/** The next versions of transcript and minutes. With the first of them the minutes are being written. */
export async function countOn(
  tx: Tx,
  { meetingId, linesVersion, sentencesVersion }: Pick<Meeting, 'meetingId' | 'linesVersion' | 'sentencesVersion'>,
): Promise<void> {
  await tx.query(
    `update kaigi.meeting set lines_version = $3, sentences_version = $4,
       state = case state when 'PLANNED' then 'WRITING' else state end
     where municipality_id = $1 and meeting_id = $2`,
    [tx.municipalityId, meetingId, linesVersion, sentencesVersion],
  );
}

export interface Place {
  readonly heldOn: LocalDate;
  readonly meetingId: string;
}

export interface Asked {
  readonly sight: Sight;
  readonly box: 'MINE' | 'UNIT' | 'ALL';
  /** Those of one's own sections, for UNIT. */
  readonly ownUnits: readonly string[];
  readonly state: MeetingState | null;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  readonly onlineChat: string | null;
  readonly after: Place | null;
  readonly limit: number;
}

export interface ListedMeeting extends Meeting {
  readonly hasTranscript: boolean;
}

/** The same as `maySeeWords`, for many meetings `m` at once: $2 to $4 are of the `Sight`, as `sightValues` gives them. */
export const SEEN_WORDS = `(m.organiser_id = $2 or m.unit_id = any($3::uuid[]) or $4
    or exists (select from kaigi.meeting_staff s
      where s.municipality_id = m.municipality_id and s.meeting_id = m.meeting_id and s.staff_id = $2))`;

/** The same as `maySee`. */
export const SEEN = `((m.state = 'FINAL' and m.is_open) or ${SEEN_WORDS})`;

/** The same as `keepsMinutes`. */
export const KEPT = `(m.organiser_id = $2 or m.unit_id = any($3::uuid[])
    or m.content -> 'attendees' @> jsonb_build_array(jsonb_build_object('staffId', $2::uuid::text, 'role', 'RECORDER')))`;

export const sightValues = ({ staffId, units, audits }: Sight): unknown[] => [staffId, [...units], audits];

const BOX = `case $5 when 'MINE' then m.organiser_id = $2 or exists (select from kaigi.meeting_staff s
      where s.municipality_id = m.municipality_id and s.meeting_id = m.meeting_id and s.staff_id = $2)
    when 'UNIT' then m.unit_id = any($6::uuid[]) else true end`;

/** The newest first. */
export function listMeetings(tx: Tx, asked: Asked): Promise<ListedMeeting[]> {
  const { sight, box, ownUnits, state, from, to, onlineChat, after, limit } = asked;
  return tx.query<ListedMeeting>(
    `${MEETING_ROWS.replace(
      'm.content',
      `m.content, exists (select from kaigi.meeting_transcript t
       where t.municipality_id = m.municipality_id and t.meeting_id = m.meeting_id) as "hasTranscript"`,
    )}
       and ${SEEN} and ${BOX} and ($7::text is null or m.state = $7)
       and ($8::date is null or m.held_on >= $8) and ($9::date is null or m.held_on <= $9)
       and ($10::date is null or (m.held_on, m.meeting_id) < ($10, $11::uuid))
       and ($13::text is null or m.content->>'onlineChat' = $13)
     order by m.held_on desc, m.meeting_id desc limit $12`,
    [
      ...[tx.municipalityId, ...sightValues(sight), box, ownUnits, state, from, to],
      ...[after?.heldOn ?? null, after?.meetingId ?? null, limit, onlineChat],
    ],
  );
}
