import type { Doer } from '../../ledger/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import type { AnswerState, Means } from './contract.ts';
import type { WordsAct } from './since.ts';

export interface Round {
  readonly nth: number;
  readonly state: 'OPEN' | 'CLOSED' | 'VOID';
  readonly askedAt: Date;
  readonly askedBy: Doer;
  readonly dueOn: LocalDate;
  readonly silence: 'AGREES' | 'STAYS_OPEN';
  readonly article: string | null;
  /** Since then what silence means stands among the answers. */
  readonly settledAt: Date | null;
  readonly closedAt: Date | null;
}

export interface Answer {
  readonly attendeeId: string;
  /** Null: not of the city's staff. */
  readonly staffId: string | null;
  readonly state: AnswerState;
  readonly answeredAt: Date | null;
  readonly isLate: boolean;
  readonly means: Means | null;
  readonly enteredBy: Doer | null;
  /** When they told it to whoever wrote it down. */
  readonly toldOn: LocalDate | null;
  readonly note: string;
}

const ROUND = `select r.nth, r.state, r.asked_at as "askedAt", r.asked_by as "askedBy", r.due_on as "dueOn", r.silence,
    r.article, r.settled_at as "settledAt", r.closed_at as "closedAt"
  from kaigi.minutes_round r where r.municipality_id = $1 and r.meeting_id = $2`;

/** The newest; null before the first. Whoever changes it holds the meeting. */
export async function newestRound(tx: Tx, meetingId: string): Promise<Round | null> {
  const [row] = await tx.query<Round>(`${ROUND} order by r.nth desc limit 1`, [tx.municipalityId, meetingId]);
  return row ?? null;
}

export async function insertRound(tx: Tx, meetingId: string, round: Round): Promise<void> {
  await tx.query(
    `insert into kaigi.minutes_round (municipality_id, meeting_id, nth, state, asked_at, asked_by, due_on, silence, article)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[tx.municipalityId, meetingId, round.nth, round.state, round.askedAt, JSON.stringify(round.askedBy)],
      ...[round.dueOn, round.silence, round.article],
    ],
  );
}

export async function updateRound(tx: Tx, meetingId: string, round: Round): Promise<void> {
  await tx.query(
    `update kaigi.minutes_round set state = $4, settled_at = $5, closed_at = $6
     where municipality_id = $1 and meeting_id = $2 and nth = $3`,
    [tx.municipalityId, meetingId, round.nth, round.state, round.settledAt, round.closedAt],
  );
}

export const answersOf = (tx: Tx, meetingId: string, nth: number): Promise<Answer[]> =>
  tx.query<Answer>(
    `select a.attendee_id as "attendeeId", a.staff_id as "staffId", a.state, a.answered_at as "answeredAt",
       a.is_late as "isLate", a.means, a.entered_by as "enteredBy", a.told_on as "toldOn", a.note
     from kaigi.minutes_answer a where a.municipality_id = $1 and a.meeting_id = $2 and a.nth = $3
     order by a.attendee_id`,
    [tx.municipalityId, meetingId, nth],
  );

export async function saveAnswers(
  tx: Tx,
  { meetingId, nth }: { readonly meetingId: string; readonly nth: number },
  answers: readonly Answer[],
): Promise<void> {
  await tx.query(
    `insert into kaigi.minutes_answer (municipality_id, meeting_id, nth, attendee_id, staff_id, state, answered_at,
       is_late, means, entered_by, told_on, note)
     select $1, $2, $3, r."attendeeId", r."staffId", r.state, r."answeredAt", r."isLate", r.means, r."enteredBy",
       r."toldOn", r.note
     from jsonb_to_recordset($4) as r("attendeeId" uuid, "staffId" uuid, state text, "answeredAt" timestamptz,
       "isLate" boolean, means text, "enteredBy" jsonb, "toldOn" date, note text)
     on conflict (municipality_id, meeting_id, nth, attendee_id) do update set state = excluded.state,
       answered_at = excluded.answered_at, is_late = excluded.is_late, means = excluded.means,
       entered_by = excluded.entered_by, told_on = excluded.told_on, note = excluded.note`,
    [tx.municipalityId, meetingId, nth, JSON.stringify(answers)],
  );
}

/** Meetings whose last day is over, and nobody has written down what silence means. */
export async function roundsOver(tx: Tx, today: LocalDate): Promise<string[]> {
  const rows = await tx.query<{ meetingId: string }>(
    `select r.meeting_id as "meetingId" from kaigi.minutes_round r
     where r.municipality_id = $1 and r.state = 'OPEN' and r.settled_at is null and r.due_on < $2 order by 1`,
    [tx.municipalityId, today],
  );
  return rows.map(({ meetingId }) => meetingId);
}

/** Meetings whose last day is between these two. */
export async function roundsDue(
  tx: Tx,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
): Promise<string[]> {
  const rows = await tx.query<{ meetingId: string }>(
    `select r.meeting_id as "meetingId" from kaigi.minutes_round r
     where r.municipality_id = $1 and r.state = 'OPEN' and r.due_on between $2 and $3 order by 1`,
    [tx.municipalityId, from, to],
  );
  return rows.map(({ meetingId }) => meetingId);
}

/** Whoever has not answered and was not reminded yet, marked as reminded. */
export async function markReminded(
  tx: Tx,
  { meetingId, nth }: { readonly meetingId: string; readonly nth: number },
  at: Date,
): Promise<string[]> {
  const rows = await tx.query<{ attendeeId: string }>(
    `update kaigi.minutes_answer set reminded_at = $4
     where municipality_id = $1 and meeting_id = $2 and nth = $3 and state = 'ASKED' and reminded_at is null
     returning attendee_id as "attendeeId"`,
    [tx.municipalityId, meetingId, nth, at],
  );
  return rows.map(({ attendeeId }) => attendeeId);
}

/** Meetings in which this person is asked and has not answered. */
export async function waitingForAnswer(tx: Tx, staffId: string): Promise<string[]> {
  const rows = await tx.query<{ meetingId: string }>(
    `select a.meeting_id as "meetingId" from kaigi.minutes_answer a
     join kaigi.minutes_round r on r.municipality_id = a.municipality_id and r.meeting_id = a.meeting_id and r.nth = a.nth
     where a.municipality_id = $1 and a.staff_id = $2 and a.state in ('ASKED', 'OPEN') and r.state = 'OPEN'
     order by r.asked_at`,
    [tx.municipalityId, staffId],
  );
  return rows.map(({ meetingId }) => meetingId);
}

/**
 * Acts on the sentences of a meeting, told apart by whether they came after the newest confirmation that was closed, and
 * those on its lines that did; null without one.
 */
export async function wordsActs(tx: Tx, meetingId: string): Promise<WordsAct[] | null> {
  const [closed] = await tx.query<{ at: Date }>(
    `select r.closed_at as at from kaigi.minutes_round r
     where r.municipality_id = $1 and r.meeting_id = $2 and r.closed_at is not null
     order by r.nth desc limit 1`,
    [tx.municipalityId, meetingId],
  );
  if (!closed) return null;
  return tx.query<WordsAct>(
    `select f.subject_kind as of, f.act, f.at > $3 as "isSince", c.change from kaigi.minutes_fact f
     left join kaigi.minutes_change c using (municipality_id, subject_kind, subject_id, seq)
     where f.municipality_id = $1 and f.subject_id = $2 and f.subject_kind in ('minutes', 'transcript')
       and f.act in ('DRAFTED', 'EDITED', 'TAKEN_IN') and (f.subject_kind = 'minutes' or f.at > $3)
     order by f.subject_kind, f.seq`,
    [tx.municipalityId, meetingId, closed.at],
  );
}
