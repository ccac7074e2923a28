import type { Absences, OrganisationSnapshot } from '../../directory/index.ts';
import type { Database } from '../../platform/index.ts';
import { badInput, type Caller, localDateOf, workingTimeBetween } from '../../shared/index.ts';
import type { StandInParts } from '../inquiry.ts';
import type { ExpectedDeputy } from '../looking.ts';
import { readCases } from '../queries.ts';
import { lastReminders } from '../reminders/store.ts';
import { createStandIns, type StandIns } from '../stand-ins.ts';
import type { Look } from '../views.ts';
import type { BoardItem, BoardPage, BoardQuery } from './contract.ts';
import { OpenCases } from './open-cases.ts';
import { openedSlots } from './queries.ts';
import { type BoardCase, isPlace, type Line, linesAfter, linesOf, onlooker, placeOf, type Waiting } from './rules.ts';

export type BoardParts = StandInParts & { readonly db: Database };

export interface Board {
  /** 誰のところにあるか: open cases that the caller may see, overdue first, then the longest waiting. */
  board(caller: Caller, query: BoardQuery): Promise<BoardPage>;
}

const PAGE = 50;

interface Place {
  readonly unitId: string;
  readonly unitName: string;
}

/** Where it waits today: the post may have moved since the route was made. */
function placeToday(there: OrganisationSnapshot, of: BoardCase, at: Waiting): Place {
  if (at.postId === null) return { unitId: of.unitId, unitName: of.unitName };
  const post = there.posts.get(at.postId);
  return post ? { unitId: post.unitId, unitName: post.unitName } : { unitId: '', unitName: at.unitName };
}

const holdersOf = (there: OrganisationSnapshot, at: Waiting): readonly { staffId: string; name: string }[] =>
  at.person ? [at.person] : (there.posts.get(at.postId ?? '')?.holders ?? []);

function unitsOf(there: OrganisationSnapshot, lines: readonly Line[]): BoardPage['units'] {
  const units = new Map<string, BoardPage['units'][number]>();
  for (const { of, at, overdue } of lines) {
    const { unitId, unitName } = placeToday(there, of, at);
    const unit = units.get(unitId) ?? { unitId, unitName, count: 0, overdue: 0 };
    unit.count += 1;
    if (overdue) unit.overdue += 1;
    units.set(unitId, unit);
  }
  return [...units.values()].sort((a, b) => b.overdue - a.overdue || b.count - a.count);
}

interface Shown {
  readonly there: OrganisationSnapshot;
  readonly now: Date;
  readonly opened: ReadonlySet<string>;
  readonly reminded: ReadonlyMap<string, Date>;
  readonly away: Awaited<ReturnType<Absences['absencesOf']>>;
  readonly deputies: ReadonlyMap<string, ExpectedDeputy>;
}

/** A post with several holders is without them only when all are away. */
function absenceAt(at: Waiting, { there, away }: Pick<Shown, 'there' | 'away'>): BoardItem['absence'] {
  const known = holdersOf(there, at).map(({ staffId }) => away.get(staffId)?.[0]);
  const first = known[0];
  return !first || known.includes(undefined) ? null : { statement: first.statement, until: first.until };
}

const later = (a: Date | null, b: Date | undefined): Date | null => (b && (!a || b > a) ? b : a);

function itemOf({ of, at, overdue }: Line, shown: Shown): BoardItem {
  const { there, now, opened, reminded, deputies } = shown;
  const { unitId: holderUnitId, unitName: holderUnitName } = placeToday(there, of, at);
  const { caseId, version, title, status, urgency, confidentiality, minor, drafter, unitName, progress } = of;
  return {
    ...{ caseId, version, title, status, urgency, confidentiality, minor, drafter, unitName, progress },
    ...{ slotId: at.slotId, task: at.task, duty: at.duty, postTitle: at.postTitle, holderUnitId, holderUnitName },
    names: holdersOf(there, at).map(({ name }) => name),
    since: at.since.toISOString(),
    workingMinutes: workingTimeBetween(at.since, now).minutes,
    dueOn: at.dueOn,
    overdue,
    opened: opened.has(at.slotId),
    remindedAt: later(at.remindedAt, reminded.get(at.slotId))?.toISOString() ?? null,
    absence: absenceAt(at, shown),
    deputies: [...(deputies.get(at.slotId)?.names ?? [])],
  };
}

/** Who could act for those who are away or whose post is vacant; asked for those cases only. */
async function deputiesFor(
  standIns: StandIns,
  look: Look,
  { page, known }: { page: readonly Line[]; known: Pick<Shown, 'there' | 'away'> },
): Promise<Map<string, ExpectedDeputy>> {
  const without = page.filter(
    ({ at }) => at.postId !== null && (holdersOf(known.there, at).length === 0 || absenceAt(at, known) !== null),
  );
  const cases = await readCases(look.tx, [...new Set(without.map(({ of }) => of.caseId))]);
  const found = await Promise.all(
    cases.map(async (one) => {
      const route = one.route.filter(({ status }) => status === 'ACTIVE');
      return (await standIns.today(look, one, route)).deputies;
    }),
  );
  return new Map(found.flatMap((deputies) => [...deputies]));
}

async function present(
  parts: BoardParts & { readonly standIns: StandIns },
  look: Look,
  page: readonly Line[],
): Promise<BoardItem[]> {
  const there = await parts.directory.organisation(look.tx);
  const now = parts.clock.now();
  const staff = new Set(page.flatMap(({ at }) => holdersOf(there, at).map(({ staffId }) => staffId)));
  const caseIds = [...new Set(page.map(({ of }) => of.caseId))];
  const [away, opened, reminded] = await Promise.all([
    parts.absences.absencesOf(look.tx, [...staff], now),
    openedSlots(look.tx, caseIds),
    lastReminders(look.tx, caseIds),
  ]);
  const deputies = await deputiesFor(parts.standIns, look, { page, known: { there, away } });
  return page.map((line) => itemOf(line, { there, now, opened, reminded, away, deputies }));
}

function readCursor(cursor: string | undefined): string | null {
  if (cursor === undefined) return null;
  const place = Buffer.from(cursor, 'base64url').toString();
  if (!isPlace(place)) throw badInput('approvals.bad_cursor');
  return place;
}

export function createBoard(parts: BoardParts): Board {
  const { db, clock, directory } = parts;
  const open = new OpenCases();
  const standIns = createStandIns(parts);
  return {
    board: (caller, { unit, cursor }) =>
      db.singly(caller.municipalityId, async (tx) => {
        const after = readCursor(cursor);
        const [actor, there, lying] = await Promise.all([
          directory.actorOf(tx, caller),
          directory.organisation(tx),
          open.read(tx),
        ]);
        const lines = linesOf(lying, onlooker(actor), localDateOf(clock.now()));
        const asked = unit ? lines.filter(({ of, at }) => placeToday(there, of, at).unitId === unit) : lines;
        const found = linesAfter(asked, after, PAGE + 1);
        const page = found.slice(0, PAGE);
        const last = found.length > PAGE ? page.at(-1) : undefined;
        return {
          items: await present({ ...parts, standIns }, { tx, actor, locale: caller.locale }, page),
          units: unitsOf(there, lines),
          total: asked.length,
          overdue: asked.filter(({ overdue }) => overdue).length,
          nextCursor: last ? Buffer.from(placeOf(last)).toString('base64url') : null,
        };
      }),
  };
}
