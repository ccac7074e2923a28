import type { Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import type { Answer, Poll } from './poll.ts';
import { askedOf } from './poll.ts';

const ROWS = `select p.poll_id as "pollId", p.state, p.version, p.facts, p.maker_id as "makerId", p.maker,
    p.owner_id as "ownerId", p.owner, p.content, p.answer_by::text as "answerBy", p.opened_at as "openedAt",
    p.reminded_at as "remindedAt", p.outcome, p.chosen, p.booking_id as "bookingId", p.problem, p.made_at as "madeAt"
  from kaigi.schedules_poll p where p.municipality_id = $1`;

export async function readPoll(tx: Tx, pollId: string): Promise<Poll | null> {
  const [row] = await tx.query<Poll>(`${ROWS} and p.poll_id = $2`, [tx.municipalityId, pollId]);
  return row ?? null;
}

/** Nobody else changes it, nor answers, until the end of the transaction. */
export async function lockPoll(tx: Tx, pollId: string): Promise<Poll | null> {
  const [row] = await tx.query<Poll>(`${ROWS} and p.poll_id = $2 for update`, [tx.municipalityId, pollId]);
  return row ?? null;
}

/** A new one, or what became of a known one. */
export async function savePoll(tx: Tx, poll: Poll): Promise<void> {
  await tx.query(
    `insert into kaigi.schedules_poll (municipality_id, poll_id, state, version, facts, maker_id, maker, owner_id, owner,
       content, asked, answer_by, opened_at, reminded_at, outcome, chosen, booking_id, problem, made_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
     on conflict (municipality_id, poll_id) do update
       set state = excluded.state, version = excluded.version, facts = excluded.facts, content = excluded.content,
         asked = excluded.asked, answer_by = excluded.answer_by, opened_at = excluded.opened_at,
         reminded_at = excluded.reminded_at, outcome = excluded.outcome, chosen = excluded.chosen,
         booking_id = excluded.booking_id, problem = excluded.problem`,
    [
      ...[tx.municipalityId, poll.pollId, poll.state, poll.version, poll.facts, poll.makerId],
      ...[JSON.stringify(poll.maker), poll.ownerId, JSON.stringify(poll.owner), JSON.stringify(poll.content)],
      ...[askedOf(poll.content), poll.answerBy, poll.openedAt, poll.remindedAt],
      ...[poll.outcome && JSON.stringify(poll.outcome), poll.chosen, poll.bookingId, poll.problem, poll.madeAt],
    ],
  );
}

export const answersOf = (tx: Tx, pollIds: readonly string[]): Promise<(Answer & { readonly pollId: string })[]> =>
  tx.query(
    `select a.poll_id as "pollId", a.staff_id as "staffId", a.votes, a.remark, a.at from kaigi.schedules_poll_answer a
     where a.municipality_id = $1 and a.poll_id = any($2::uuid[])`,
    [tx.municipalityId, pollIds],
  );

export async function saveAnswer(tx: Tx, pollId: string, { staffId, votes, remark, at }: Answer): Promise<void> {
  await tx.query(
    `insert into kaigi.schedules_poll_answer (municipality_id, poll_id, staff_id, votes, remark, at)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (municipality_id, poll_id, staff_id) do update
       set votes = excluded.votes, remark = excluded.remark, at = excluded.at`,
    [tx.municipalityId, pollId, staffId, JSON.stringify(votes), remark, at],
  );
}

const MOST_LISTED = 200;

/** Those of these people, made since then, and those they are asked in; the newest first. */
export const pollsOf = (tx: Tx, staffIds: readonly string[], since: Date): Promise<Poll[]> =>
  tx.query<Poll>(
    `${ROWS} and p.made_at >= $3 and (p.owner_id = any($2::uuid[]) or p.maker_id = any($2::uuid[])
       or (p.opened_at is not null and p.asked && $2::uuid[]))
     order by p.made_at desc, p.poll_id limit ${MOST_LISTED}`,
    [tx.municipalityId, staffIds, since],
  );

export const openPollsAsking = (tx: Tx, staffId: string): Promise<Poll[]> =>
  tx.query<Poll>(`${ROWS} and p.state = 'OPEN' and p.asked @> array[$2::uuid] order by p.made_at`, [
    ...[tx.municipalityId, staffId],
  ]);

/** What time alone moves: the last day for answers is here or over, or what was chosen waits to be booked. */
export const pollsDue = (tx: Tx, today: LocalDate, limit: number): Promise<{ readonly pollId: string }[]> =>
  tx.query(
    `select p.poll_id as "pollId" from kaigi.schedules_poll p
     where p.municipality_id = $1 and ((p.state = 'OPEN' and (p.answer_by < $2 or (p.answer_by = $2 and p.reminded_at is null)))
       or (p.state = 'CHOSEN' and p.problem is null and (p.content ->> 'autoBook')::boolean and p.outcome ->> 'why' <> 'DOUBT'))
     order by p.answer_by, p.poll_id limit $3`,
    [tx.municipalityId, today, limit],
  );
