import type { Absences } from '../../directory/index.ts';
import { addDays, isWorkingDay, type LocalDate } from '../../shared/index.ts';
import type { Moved } from '../applications/kind.ts';
import { type DayItem, isStanding } from '../days/day.ts';
import { instantOf } from '../working-time/span.ts';
import type { LeaveAccounts } from './balance-service.ts';
import { ANNUAL } from './kinds.ts';

export interface FollowParts {
  readonly accounts: Pick<LeaveAccounts, 'wish'>;
  readonly absences: Pick<Absences, 'noteAbsence' | 'withdrawAbsence'>;
}

const idsOf = (items: readonly DayItem[]): string[] => items.map(({ itemId }) => itemId);

/** The account follows what stands of the application, whatever was done to it: asked, approved, given back. */
async function followAccount({ accounts }: FollowParts, { tx, application, days }: Moved): Promise<void> {
  const { applicationId, staffId, applicant } = application;
  const writing = { staffId, actor: applicant, via: 'rules' } as const;
  const ofAccount = days.filter(({ detail }) => detail.kind === ANNUAL);
  const of = (...states: DayItem['state'][]) => ofAccount.filter(({ state }) => states.includes(state));
  const back = idsOf(of('CANCELLED', 'REFUSED'));
  if (back.length > 0) await accounts.wish(tx, writing, { act: 'GIVEN_BACK', applicationId, itemIds: back });
  const standing = ofAccount.filter(isStanding);
  const items = standing.map(({ itemId, date, detail }) => ({
    ...{ itemId, on: date, minutes: Number(detail.minutes) },
    ...(typeof detail.perDay === 'number' ? { perDay: detail.perDay } : {}),
  }));
  if (items.length > 0) await accounts.wish(tx, writing, { act: 'RESERVED', applicationId, items });
  const taken = idsOf(of('APPROVED'));
  if (taken.length > 0) await accounts.wish(tx, writing, { act: 'TAKEN', applicationId, itemIds: taken });
}

/** Whether only days off lie between two days. */
function isNext(before: LocalDate, after: LocalDate): boolean {
  let day = addDays(before, 1);
  while (day < after && !isWorkingDay(day)) day = addDays(day, 1);
  return day === after;
}

/** Whole days that follow one another are one absence: how long somebody is away decides who stands in. */
export function absencesOf(days: readonly DayItem[]): DayItem[][] {
  const runs: DayItem[][] = [];
  for (const day of days.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && last.span === null && day.span === null && isNext(last.date, day.date)) run.push(day);
    else runs.push([day]);
  }
  return runs;
}

/** Approved leave is evidence that somebody is away; why is nobody's business. */
async function followAbsence({ absences }: FollowParts, { tx, at, application, days }: Moved): Promise<void> {
  const runs = absencesOf(days.filter(({ state }) => state === 'APPROVED'));
  const firsts = new Set(runs.flatMap(([first]) => (first ? [first.itemId] : [])));
  for (const { itemId } of days)
    if (!firsts.has(itemId)) await absences.withdrawAbsence(tx, { source: 'LEAVE', ref: itemId });
  for (const run of runs) {
    const [first, last] = [run[0], run.at(-1)];
    if (!first || !last) continue;
    const from = instantOf(first.date, first.span?.from ?? 0);
    const until = instantOf(last.date, last.span?.to ?? 24 * 60);
    if (until <= at) continue;
    const { staffId } = application;
    await absences.noteAbsence(tx, { source: 'LEAVE', ref: first.itemId, staffId, from, until, statement: '' });
  }
}

export async function followLeave(parts: FollowParts, moved: Moved): Promise<void> {
  await followAccount(parts, moved);
  if (moved.act !== 'MADE') await followAbsence(parts, moved);
}
