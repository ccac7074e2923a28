import type { Notifications } from '../../notifications/index.ts';
import { badInput, type Caller, isUuid, notFound } from '../../shared/index.ts';
import { mayActAsBoss, peopleUnder } from '../people/people.ts';
import * as boards from './board-store.ts';
import { type DisasterParts, looking, type Open } from './open.ts';
import type { RollAnswer, RollBoard, RollBoardQuery, RollPerson, RollUnit } from './roll-contract.ts';
import { presentAnswer } from './roll-present.ts';
import { type RollNamed, seenRoll } from './roll-seeing.ts';

const PAGE = 100;

interface Cursor {
  readonly rank: number;
  readonly staffId: string;
}

function cursorOf(cursor: string | undefined): Cursor | null {
  if (cursor === undefined) return null;
  const [rank = '', staffId = ''] = Buffer.from(cursor, 'base64url').toString().split(' ');
  if (!/^[012]$/.test(rank) || !isUuid(staffId)) throw badInput('telework.bad_cursor');
  return { rank: Number(rank), staffId };
}

type Counts = Pick<RollUnit, 'asked' | 'answered' | 'unreachable' | 'answers'>;

function countsFrom(rows: readonly boards.UnitCount[], unreachable: number): Counts {
  const answers: Partial<Record<RollAnswer, number>> = {};
  let asked = 0;
  let answered = 0;
  for (const { answer, count } of rows) {
    asked += count;
    if (answer === null) continue;
    answered += count;
    answers[answer] = (answers[answer] ?? 0) + count;
  }
  return { asked, answered, unreachable, answers };
}

/** Units in which somebody needs help or is silent come first. */
const byNeed = (a: RollUnit, b: RollUnit): number =>
  (b.answers.NEEDS_HELP ?? 0) - (a.answers.NEEDS_HELP ?? 0) ||
  b.asked - b.answered - (a.asked - a.answered) ||
  a.name.localeCompare(b.name, 'ja');

function unitsFrom(rows: readonly boards.UnitCount[], unreached: ReadonlyMap<string | null, number>): RollUnit[] {
  return [...Map.groupBy(rows, ({ unitId }) => unitId)]
    .map(([unitId, some]) => ({
      ...{ unitId, name: some[0]?.unitName ?? '' },
      ...countsFrom(some, unreached.get(unitId) ?? 0),
    }))
    .sort(byNeed);
}

interface Found {
  readonly open: Open;
  readonly view: RollBoard['roll'];
  readonly runs: boolean;
  readonly counts: readonly boards.UnitCount[];
  readonly silent: readonly { readonly staffId: string; readonly unitId: string | null }[];
  readonly people: Awaited<ReturnType<typeof boards.peopleOf>>;
}

async function find(open: Open, named: RollNamed, query: RollBoardQuery): Promise<Found> {
  const { tx, actor, there } = open;
  const { rollId } = named;
  const view = await seenRoll(open, named);
  if (!view.may.board) throw notFound('telework.roll_not_found');
  const runs = open.runs;
  const whose = runs ? null : peopleUnder(there, actor).map(({ staffId }) => staffId);
  const after = cursorOf(query.cursor);
  const { unitId, answer } = query;
  const [counts, silent, people] = await Promise.all([
    boards.countsOf(tx, rollId, whose),
    boards.silentIn(tx, rollId, whose),
    boards.peopleOf(tx, { rollId, whose, unitId, answer, after, limit: PAGE + 1 }),
  ]);
  return { open, view, runs, counts, silent, people };
}

function presentPerson({ open, runs }: Found, member: Found['people'][number], lost: ReadonlySet<string>): RollPerson {
  const { actor, there } = open;
  const { staffId } = member;
  return {
    ...member.person,
    answer: presentAnswer(member),
    reachable: member.answer === null ? !lost.has(staffId) : null,
    may: { answer: staffId === actor.staffId || runs || mayActAsBoss(there, actor, staffId) },
  };
}

/** Counts, by unit, and one page of people: who needs help, who has not answered, and all others. */
export async function boardOf(
  parts: DisasterParts & { readonly notifications: Pick<Notifications, 'unreachable'> },
  caller: Caller,
  { named, query }: { readonly named: RollNamed; readonly query: RollBoardQuery },
): Promise<RollBoard> {
  const found = await looking(parts, caller, (open) => find(open, named, query));
  const { counts, silent, people } = found;
  const lost = new Set(
    await parts.notifications.unreachable(
      caller.municipalityId,
      silent.map(({ staffId }) => staffId),
    ),
  );
  const unreached = new Map<string | null, number>();
  for (const { staffId, unitId } of silent)
    if (lost.has(staffId)) unreached.set(unitId, (unreached.get(unitId) ?? 0) + 1);
  const page = people.slice(0, PAGE);
  const last = people.length > PAGE ? page.at(-1) : undefined;
  return {
    roll: found.view,
    ...countsFrom(counts, lost.size),
    units: unitsFrom(counts, unreached),
    people: page.map((member) => presentPerson(found, member, lost)),
    nextCursor: last ? Buffer.from(`${last.rank} ${last.staffId}`).toString('base64url') : null,
  };
}
