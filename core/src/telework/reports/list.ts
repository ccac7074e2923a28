import { badInput, type Caller, isUuid, type LocalDate, parseLocalDate } from '../../shared/index.ts';
import { plansOf } from '../days/plans.ts';
import { activeSwitches } from '../disaster/switches.ts';
import { peopleUnder, type Under } from '../people/people.ts';
import { askedOn } from './asked.ts';
import type { ReportList, ReportListItem, ReportListQuery } from './contract.ts';
import { casesIn, presentComments, presentSaid, type Titles, titlesFor } from './day-view.ts';
import { type Open, opened, type ReportsParts } from './open.ts';
import { NO_REPORT } from './rules.ts';
import * as store from './store.ts';

const PAGE = 50;

/** Of the people below those who telework on the day, or have reported something of it; in the order of their posts. */
async function concerned(open: Open, date: LocalDate): Promise<Under[]> {
  const under = peopleUnder(open.there, open.actor);
  const ids = under.map(({ staffId }) => staffId);
  const [away, reports] = await Promise.all([
    store.teleworkersOn(open.tx, date, ids),
    store.reportersOn(open.tx, date, ids),
  ]);
  const meant = new Set([...away, ...reports]);
  return under.filter(({ staffId }) => meant.has(staffId));
}

function pageOf(people: readonly Under[], cursor: string | undefined): Under[] {
  if (cursor === undefined) return people.slice(0, PAGE + 1);
  const after = Buffer.from(cursor, 'base64url').toString();
  if (!isUuid(after)) throw badInput('telework.bad_cursor');
  const at = people.findIndex(({ staffId }) => staffId === after);
  return at < 0 ? [] : people.slice(at + 1, at + 2 + PAGE);
}

async function itemsOf({ regulations }: ReportsParts, open: Open, asked: Reading) {
  const { tx, today } = open;
  const { date, people, caller } = asked;
  const staffIds = people.map(({ staffId }) => staffId);
  const [plans, kept, switches] = await Promise.all([
    plansOf(tx, { staffIds, from: date, to: date }),
    store.reportsOn(tx, date, staffIds),
    activeSwitches(tx, date),
  ]);
  const reports = new Map(kept.map((one) => [one.staffId, one]));
  const rules = regulations.teleworkOn({ municipalityId: tx.municipalityId, day: date });
  return people.map(({ staffId, name, post }) => {
    const report = reports.get(staffId);
    const plan = plans.get(staffId)?.get(date);
    const said = report ?? NO_REPORT;
    const finish = (titles: Titles): ReportListItem => ({
      ...{ id: report?.reportId ?? null, version: said.version, telework: (plan?.telework.length ?? 0) > 0 },
      person: { staffId, name, postTitle: post.title, unitName: post.unitName },
      ...{ plan: presentSaid(said.plan, titles), result: presentSaid(said.result, titles) },
      comments: presentComments(said),
      asked: askedOn(rules, { date, plan, switches }, { report: said, today, locale: caller.locale }),
    });
    return { finish, caseIds: casesIn(said) };
  });
}

interface Reading {
  readonly date: LocalDate;
  readonly people: readonly Under[];
  readonly caller: Caller;
}

/** What the people below have reported of a day, page by page. */
export async function listReports(parts: ReportsParts, caller: Caller, query: ReportListQuery): Promise<ReportList> {
  const asked = query.date === undefined ? undefined : parseLocalDate(query.date);
  if (asked === null) throw badInput('telework.reports_day');
  const found = await parts.db.singly(caller.municipalityId, async (tx) => {
    const open = await opened(parts, tx, caller);
    const date = asked ?? open.today;
    const people = pageOf(await concerned(open, date), query.cursor);
    const items = await itemsOf(parts, open, { date, people: people.slice(0, PAGE), caller });
    const last = people.length > PAGE ? people[PAGE - 1]?.staffId : undefined;
    return { date, items, last };
  });
  const titles = await titlesFor(
    parts,
    caller,
    found.items.flatMap(({ caseIds }) => caseIds),
  );
  return {
    date: found.date,
    items: found.items.map(({ finish }) => finish(titles)),
    nextCursor: found.last === undefined ? null : Buffer.from(found.last).toString('base64url'),
  };
}
