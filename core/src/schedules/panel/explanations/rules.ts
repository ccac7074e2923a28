import { type CaseStatus, type CaseView, isDecidedStatus } from '../../../approvals/contract.ts';
import type { Person } from '../../../directory/contract.ts';
import type { Stretch, WorkingDay } from '../../slots/wanted.ts';
import { freeTimes } from '../free.ts';

const ENDED: ReadonlySet<CaseStatus> = new Set<CaseStatus>(['REJECTED', 'ABANDONED', 'WITHDRAWN']);

/** Why one is cancelled by itself: the case is decided, or has ended, or whoever was to hear it has acted on it. */
export type ExplanationEnd = 'DECIDED' | 'ENDED' | 'ACTED';

/** Why nobody needs to hear about a case any more; null: it is under way. */
export function overBecause(status: CaseStatus): 'DECIDED' | 'ENDED' | null {
  if (isDecidedStatus(status)) return 'DECIDED';
  return ENDED.has(status) ? 'ENDED' : null;
}

const ACTS: ReadonlySet<CaseView['task']> = new Set<CaseView['task']>([
  'ACT',
  'CONSULT',
  'RECEIVE',
  'STAND_IN',
  'ANSWER',
]);

/** Who drafted it, and on whose desk it lies. */
export const mayAsk = ({ drafter, task }: Pick<CaseView, 'drafter' | 'task'>, staffId: string): boolean =>
  drafter.staffId === staffId || ACTS.has(task);

/** Whoever objected may still be won until the case is decided: a mark that a new revision no longer has is not in its route. */
const TO_HEAR: ReadonlySet<CaseView['route'][number]['status']> = new Set(['WAITING', 'ACTIVE', 'OBJECTED']);

/** With whom: those of the route who have not acted yet or object, in its order. */
export function peopleToAsk(view: Pick<CaseView, 'status' | 'drafter' | 'task' | 'route'>, staffId: string): Person[] {
  if (overBecause(view.status) !== null || !mayAsk(view, staffId)) return [];
  const people = view.route
    .filter(({ status }) => TO_HEAR.has(status))
    .flatMap(({ holders }) => holders)
    .filter((one) => one.staffId !== staffId && one.staffId !== view.drafter.staffId);
  return people.filter((one, at) => people.findIndex((other) => other.staffId === one.staffId) === at);
}

/**
 * 仮: somebody else keeps the calendar, and what was taken is free time. A window that they keep says yes already; what
 * whoever hears it or keeps their calendar does is meant.
 */
export const standsTentative = (asked: {
  readonly isKept: boolean;
  readonly keepsWindows: boolean;
  readonly byKeeper: boolean;
}): boolean => asked.isKept && !asked.keepsWindows && !asked.byKeeper;

/** A stretch in which explanations are offered, and how long each is. */
export interface Offered {
  readonly minutes: number;
  readonly stepMinutes: number;
  readonly day: WorkingDay;
}

interface Asked {
  readonly busy: readonly Stretch[];
  readonly from: number;
  readonly most: number;
}

/** The next times that are free. */
export function offersIn(offered: readonly Offered[], { busy, from, most }: Asked): Stretch[] {
  const found: Stretch[] = [];
  for (const { day, ...how } of offered) {
    if (found.length >= most) break;
    found.push(...freeTimes({ ...how, days: [day], busy, from, most: most - found.length }));
  }
  return found;
}

export type TimeProblem = 'schedules.explanation_time' | 'schedules.explanation_taken';

/** How long it is at that time; or what is against it: it is never offered, or something stands there. */
export function fits(
  offered: readonly Offered[],
  { at, busy }: { readonly at: number; readonly busy: readonly Stretch[] },
): Stretch | TimeProblem {
  const around = offered.filter(({ day }) => day.from <= at && at < day.to);
  const begins = (taken: readonly Stretch[]) =>
    offersIn(around, { busy: taken, from: at, most: 1 }).find(({ from }) => from === at);
  if (!begins([])) return 'schedules.explanation_time';
  return begins(busy) ?? 'schedules.explanation_taken';
}

/** What stands there for the explanation itself does not stand in its way when it is moved. */
export const without = (busy: readonly Stretch[], own: Stretch | null): readonly Stretch[] =>
  own === null ? busy : busy.filter(({ from, to }) => from !== own.from || to !== own.to);

/** What was done with one, by whom, and who has to do with it. */
interface Done {
  readonly act: 'ASKED' | 'MOVED' | 'CONFIRMED' | 'CANCELLED';
  readonly why: ExplanationEnd | null;
  readonly by: string;
  readonly bookedBy: string;
  readonly participants: readonly string[];
  readonly keepers: readonly string[];
  readonly inOutlook: boolean;
}

/**
 * Who is told in the chat. Of the two of them, as far as Outlook does not tell them: both where the case ended it, else the
 * other one. Outlook tells those invited, and never whoever invited them; nor does it tell who keeps the calendar.
 */
export function toldOf({ act, why, by, bookedBy, participants, keepers, inOutlook }: Done): string[] {
  const others = keepers.filter((id) => id !== by && !participants.includes(id));
  if (act === 'ASKED') return others;
  if (act === 'CONFIRMED') return bookedBy === by ? [] : [bookedBy];
  const outside = inOutlook ? [bookedBy] : participants;
  const two = why === null ? outside.filter((id) => id !== by) : participants;
  return [...two, ...others];
}
