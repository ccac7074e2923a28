import type { Person } from '../../directory/index.ts';
import type { Database, Tx } from '../../platform/index.ts';
import type { TeleworkFact } from '../history/fact.ts';
import { factsOfAll } from '../history/store.ts';
import type { RollAnswer, RollKind } from './roll-contract.ts';

export const ROLL = 'roll';
export const ROLL_ANSWER = 'roll-answer';

/** 安否確認 or 参集, as its row has it. */
export interface RollRow {
  readonly rollId: string;
  readonly kind: RollKind;
  readonly open: boolean;
  /** How often it was sent. */
  readonly round: number;
  readonly remindAt: Date | null;
  readonly remindersLeft: number;
}

export interface Roll extends RollRow {
  readonly facts: readonly TeleworkFact[];
}

/** Somebody who was asked, with the last answer. */
export interface RollMember {
  readonly rollId: string;
  readonly staffId: string;
  readonly answerId: string;
  readonly unitId: string | null;
  readonly person: Person;
  readonly answer: RollAnswer | null;
  readonly answeredAt: Date | null;
  /** Who answered, where it was somebody else. */
  readonly answeredBy: Person | null;
  readonly words: string;
  readonly place: string;
  readonly late: boolean;
  /** 後日入力: from where the answer was entered afterwards. */
  readonly paper: { readonly source: string; readonly orderNumber: string; readonly enteredAt: string } | null;
  readonly version: number;
}

const ROWS = `select r.roll_id as "rollId", r.kind, r.open, r.round, r.remind_at as "remindAt",
    r.reminders_left as "remindersLeft"
  from kaigi.telework_roll r where r.municipality_id = $1`;
const MEMBERS = `select p.roll_id as "rollId", p.staff_id as "staffId", p.answer_id as "answerId", p.unit_id as "unitId",
    p.person, p.answer, p.answered_at as "answeredAt", p.answered_by as "answeredBy", p.words, p.place, p.late,
    p.paper, p.version
  from kaigi.telework_roll_person p where p.municipality_id = $1`;

async function withFacts(tx: Tx, rows: readonly RollRow[]): Promise<Roll[]> {
  if (rows.length === 0) return [];
  const facts = await factsOfAll(
    tx,
    ROLL,
    rows.map(({ rollId }) => rollId),
  );
  return rows.map((row) => ({ ...row, facts: facts.get(row.rollId) ?? [] }));
}

export async function readRoll(tx: Tx, rollId: string, { locked = false } = {}): Promise<Roll | null> {
  const rows = await tx.query<RollRow>(`${ROWS} and r.roll_id = $2${locked ? ' for update' : ''}`, [
    ...[tx.municipalityId, rollId],
  ]);
  const [roll] = await withFacts(tx, rows);
  return roll ?? null;
}

/** Newest first: all that are open, and the last that are not. */
export async function latestRolls(tx: Tx, limit: number): Promise<Roll[]> {
  return withFacts(
    tx,
    await tx.query<RollRow>(`${ROWS} order by r.open desc, r.roll_id desc limit $2`, [...[tx.municipalityId, limit]]),
  );
}

/** The open ones in which this person was asked, newest first. */
export async function openRollsOf(tx: Tx, staffId: string): Promise<Roll[]> {
  return withFacts(
    tx,
    await tx.query<RollRow>(
      `${ROWS} and r.open and exists (select from kaigi.telework_roll_person p
         where p.municipality_id = r.municipality_id and p.roll_id = r.roll_id and p.staff_id = $2)
       order by r.roll_id desc limit 20`,
      [tx.municipalityId, staffId],
    ),
  );
}

export async function insertRoll(
  tx: Tx,
  { rollId, kind, open, round, remindAt, remindersLeft }: RollRow,
): Promise<void> {
  await tx.query(
    `insert into kaigi.telework_roll (municipality_id, roll_id, kind, open, round, remind_at, reminders_left)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [tx.municipalityId, rollId, kind, open, round, remindAt, remindersLeft],
  );
}

export async function updateRoll(tx: Tx, { rollId, open, round, remindAt, remindersLeft }: RollRow): Promise<void> {
  await tx.query(
    `update kaigi.telework_roll set open = $3, round = $4, remind_at = $5, reminders_left = $6
     where municipality_id = $1 and roll_id = $2`,
    [tx.municipalityId, rollId, open, round, remindAt, remindersLeft],
  );
}

export type Called = Pick<RollMember, 'staffId' | 'answerId' | 'unitId' | 'person'>;

export async function insertMembers(tx: Tx, rollId: string, called: readonly Called[]): Promise<void> {
  await tx.query(
    `insert into kaigi.telework_roll_person (municipality_id, roll_id, staff_id, answer_id, unit_id, person)
     select $1, $2, r."staffId", r."answerId", r."unitId", r.person
     from jsonb_to_recordset($3) as r("staffId" uuid, "answerId" uuid, "unitId" uuid, person jsonb)`,
    [tx.municipalityId, rollId, JSON.stringify(called)],
  );
}

export async function readMember(
  tx: Tx,
  { rollId, staffId, locked = false }: { rollId: string; staffId: string; locked?: boolean },
): Promise<RollMember | null> {
  const [member] = await tx.query<RollMember>(
    `${MEMBERS} and p.roll_id = $2 and p.staff_id = $3${locked ? ' for update' : ''}`,
    [tx.municipalityId, rollId, staffId],
  );
  return member ?? null;
}

/** One person in several rolls. */
export async function membershipsOf(tx: Tx, staffId: string, rollIds: readonly string[]): Promise<RollMember[]> {
  return tx.query<RollMember>(`${MEMBERS} and p.staff_id = $2 and p.roll_id = any($3::uuid[])`, [
    ...[tx.municipalityId, staffId, rollIds],
  ]);
}

export async function saveAnswer(tx: Tx, member: RollMember): Promise<void> {
  await tx.query(
    `update kaigi.telework_roll_person set answer = $4, answered_at = $5, answered_by = $6, words = $7, place = $8,
       late = $9, version = $10, paper = $11 where municipality_id = $1 and roll_id = $2 and staff_id = $3`,
    [
      ...[tx.municipalityId, member.rollId, member.staffId, member.answer, member.answeredAt],
      ...[member.answeredBy && JSON.stringify(member.answeredBy), member.words, member.place, member.late],
      ...[member.version, member.paper && JSON.stringify(member.paper)],
    ],
  );
}

/** One page of those who were asked; `silent`: who have not answered. */
export async function membersAfter(
  tx: Tx,
  { rollId, silent, after, limit }: { rollId: string; silent: boolean; after: string | null; limit: number },
): Promise<string[]> {
  const rows = await tx.query<{ staffId: string }>(
    `select p.staff_id as "staffId" from kaigi.telework_roll_person p
     where p.municipality_id = $1 and p.roll_id = $2 and ($3::uuid is null or p.staff_id > $3)
       and (p.answer is null or not $4) order by p.staff_id limit $5`,
    [tx.municipalityId, rollId, after, silent, limit],
  );
  return rows.map(({ staffId }) => staffId);
}

/** Those whose next reminder is due, in every municipality. */
export async function rollsToRemind(
  { owner }: Database,
  now: Date,
): Promise<{ municipalityId: string; rollId: string }[]> {
  const { rows } = await owner.query<{ municipalityId: string; rollId: string }>(
    `select municipality_id as "municipalityId", roll_id as "rollId" from kaigi.telework_roll
     where open and remind_at is not null and remind_at <= $1 order by remind_at`,
    [now],
  );
  return rows;
}

/** Whose answers these are. */
export async function membersOfAnswers(tx: Tx, answerIds: readonly string[]): Promise<RollMember[]> {
  return tx.query<RollMember>(`${MEMBERS} and p.answer_id = any($2::uuid[])`, [tx.municipalityId, answerIds]);
}

/** After a city was called at once: until PostgreSQL knows how many there are, it looks at all of them for one. */
export async function learnSizes({ owner }: Database): Promise<void> {
  await owner.query('analyze kaigi.telework_roll_person');
}
