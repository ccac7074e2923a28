import { type Actor, personOf } from '../../directory/index.ts';
import { addDays, type Caller, KaigiError, type LocalDate, type Locale } from '../../shared/index.ts';
import { readApplication } from '../applications/store.ts';
import { planFrom } from '../days/plans.ts';
import { bookedDays } from '../days/store.ts';
import { activeSwitches } from '../disaster/switches.ts';
import { mayActAsBoss } from '../people/people.ts';
import { askedOn } from './asked.ts';
import type { DayReportView, SaidReport } from './contract.ts';
import type { Open, ReportsParts } from './open.ts';
import { type DayReport, NO_REPORT, type Said } from './rules.ts';
import * as store from './store.ts';

/** What a reader may know of the cases that reports name. */
export type Titles = ReadonlyMap<string, { readonly title: string; readonly number: string | null }>;

/** Asked for one by one, each as the reader may see it: a report is about a few. */
export async function titlesFor(
  { approvals }: Pick<ReportsParts, 'approvals'>,
  caller: Caller,
  caseIds: readonly string[],
): Promise<Titles> {
  const found = new Map<string, { title: string; number: string | null }>();
  for (const caseId of new Set(caseIds)) {
    try {
      const { title, documentNumber } = await approvals.read(caller, caseId);
      found.set(caseId, { title, number: documentNumber?.label ?? null });
    } catch (error) {
      if (!(error instanceof KaigiError)) throw error;
    }
  }
  return found;
}

export const casesIn = ({ plan, result, earlier }: DayReport): string[] =>
  [plan, result, ...earlier].flatMap((said) => said?.caseIds ?? []);

export function presentSaid(said: Said | null, titles: Titles): SaidReport | null {
  if (!said) return null;
  const { kind, at, text, tomorrow, caseIds } = said;
  const cases = caseIds.map((caseId) => {
    const known = titles.get(caseId);
    return { caseId, title: known?.title ?? null, number: known?.number ?? null };
  });
  return { kind, at: at.toISOString(), text, tomorrow, cases };
}

export const presentComments = ({ comments }: DayReport): DayReportView['comments'] =>
  comments.map(({ at, ...rest }) => ({ at: at.toISOString(), ...rest }));

type Prefilled = DayReportView['prefilled'];
const LOOK_BACK_DAYS = 14;

interface Looked {
  readonly person: Actor;
  readonly date: LocalDate;
  readonly report: DayReport;
  /** The applications by which the day is a telework day. */
  readonly applicationIds: readonly string[];
}

async function tasksOf({ tx }: Open, applicationIds: readonly string[]): Promise<string> {
  const tasks: string[] = [];
  for (const id of new Set(applicationIds)) {
    const asked = (await readApplication(tx, id))?.input.tasks;
    if (typeof asked === 'string' && asked !== '') tasks.push(asked);
  }
  return tasks.join('\n');
}

/** What was said last to come next, what was asked for, or what was planned last. */
async function prefilledPlan(open: Open, { person, date, applicationIds }: Looked): Promise<Prefilled['plan']> {
  const { staffId } = person;
  const from = addDays(date, -LOOK_BACK_DAYS);
  const [before, tasks] = await Promise.all([
    store.reportBefore(open.tx, { staffId, date, from }),
    tasksOf(open, applicationIds),
  ]);
  const next = before?.result?.tomorrow ?? '';
  if (next !== '') return { text: next, from: 'YESTERDAY' };
  if (tasks !== '') return { text: tasks, from: 'REQUEST' };
  const last = before?.plan?.text ?? before?.result?.text ?? '';
  return last === '' ? { text: '', from: 'NOTHING' } : { text: last, from: 'YESTERDAY' };
}

async function prefilled(open: Open, looked: Looked): Promise<Prefilled> {
  const { plan } = looked.report;
  return {
    plan: plan ? { text: '', from: 'NOTHING' } : await prefilledPlan(open, looked),
    result: plan ? { text: plan.text, from: 'PLAN' } : { text: '', from: 'NOTHING' },
  };
}

interface DayAsked {
  readonly person: Actor;
  readonly date: LocalDate;
  readonly locale: Locale;
}

/** Everything of a day but the titles of cases, which come with other transactions. */
export async function presentDay({ regulations }: ReportsParts, open: Open, { person, date, locale }: DayAsked) {
  const { tx, actor, there, today } = open;
  const { staffId } = person;
  const [[kept], booked, switches] = await Promise.all([
    store.reportsOn(tx, date, [staffId]),
    bookedDays(tx, { staffIds: [staffId], from: date, to: date }),
    activeSwitches(tx, date),
  ]);
  const report = kept ?? NO_REPORT;
  const approved = booked.filter(({ kind, state }) => kind === 'TELEWORK' && state === 'APPROVED');
  const rules = regulations.teleworkOn({ municipalityId: tx.municipalityId, day: date });
  const asked = askedOn(rules, { date, plan: planFrom(date, approved), switches }, { report, today, locale });
  const own = staffId === actor.staffId;
  const applicationIds = approved.map(({ applicationId }) => applicationId);
  const filled = await prefilled(open, { person, date, report, applicationIds });
  const finish = (titles: Titles): DayReportView => ({
    ...{ id: kept?.reportId ?? null, version: report.version, date, person: personOf(person) },
    plan: presentSaid(report.plan, titles),
    result: presentSaid(report.result, titles),
    earlier: report.earlier.flatMap((said) => presentSaid(said, titles) ?? []),
    comments: presentComments(report),
    asked,
    // What somebody asked for is theirs until they have reported it.
    prefilled: own ? filled : { plan: { text: '', from: 'NOTHING' }, result: { text: '', from: 'NOTHING' } },
    may: { report: own, comment: mayActAsBoss(there, actor, staffId) },
  });
  return Object.assign(finish, { caseIds: casesIn(report) });
}
