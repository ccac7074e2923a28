import type { CaseSummary, CaseView, Task } from '@kaigi/core/contract';
import type { ActKind } from '../act-shapes.ts';
import { workingDays, workingMinutesSince } from '../working-time.ts';

export const SECTIONS = ['todo', 'consult', 'reading', 'answers', 'standIn'] as const;
export type SectionKey = (typeof SECTIONS)[number];

const SECTION_OF: Readonly<Record<Task, SectionKey>> = {
  ACT: 'todo',
  CORRECT: 'todo',
  SETTLE_WITHDRAWAL: 'todo',
  SETTLE_DISPUTE: 'todo',
  CONSULT: 'consult',
  RECEIVE: 'consult',
  POST_REVIEW: 'reading',
  READ: 'reading',
  ANSWER: 'todo',
  STAND_IN: 'standIn',
};

/** What waits for somebody else's answer is put aside from what can be done at once. */
export function sectionOf({ task, openQuestions }: Pick<CaseSummary, 'task' | 'openQuestions'>): SectionKey {
  if (task === null) return 'todo';
  const waits = openQuestions > 0 && (task === 'ACT' || task === 'CONSULT');
  return waits ? 'answers' : SECTION_OF[task];
}

/** Several boxes as one desk: each case once, and only while it is there. */
export function onDesk(boxes: readonly (readonly CaseSummary[])[]): CaseSummary[] {
  const byId = new Map<string, CaseSummary>();
  for (const item of boxes.flat()) if (item.task !== null && !byId.has(item.id)) byId.set(item.id, item);
  return [...byId.values()];
}

/** Since when it lies there. */
export function waitingSince({ holder, updatedAt }: Pick<CaseSummary, 'holder' | 'updatedAt'>): string {
  return holder?.since ?? updatedAt;
}

const HASTE: Readonly<Record<CaseSummary['urgency'], number>> = { EMERGENCY: 0, URGENT: 1, NORMAL: 2 };
const NEVER = '9999-12-31';

/** The hasty first, then what has a last day, then what has waited longest. */
export function inOrder(items: readonly CaseSummary[]): CaseSummary[] {
  return items.toSorted(
    (one, other) =>
      HASTE[one.urgency] - HASTE[other.urgency] ||
      (one.dueOn ?? NEVER).localeCompare(other.dueOn ?? NEVER) ||
      waitingSince(one).localeCompare(waitingSince(other)) ||
      one.id.localeCompare(other.id),
  );
}

export interface InboxFilter {
  readonly unit: string | null;
  /** Group of matters, by the regulations. */
  readonly group: string | null;
  /** At least so many working days. */
  readonly waiting: 0 | 1 | 3 | 5;
  readonly urgent: boolean;
}

export const NO_FILTER: InboxFilter = { unit: null, group: null, waiting: 0, urgent: false };

export const isFiltering = ({ unit, group, waiting, urgent }: InboxFilter): boolean =>
  unit !== null || group !== null || waiting > 0 || urgent;

/** Names the group of a case's matter; null where it is not known. */
export type GroupOf = (item: CaseSummary) => string | null;

export interface Sieve {
  readonly filter: InboxFilter;
  readonly groupOf: GroupOf;
  readonly now: number;
}

export function passes(item: CaseSummary, { filter, groupOf, now }: Sieve): boolean {
  if (filter.unit !== null && item.unitName !== filter.unit) return false;
  if (filter.group !== null && groupOf(item) !== filter.group) return false;
  if (filter.urgent && item.urgency === 'NORMAL') return false;
  return filter.waiting === 0 || workingDays(workingMinutesSince(waitingSince(item), now)) >= filter.waiting;
}

/** Each once, as a person would look them up. */
export function choices(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))].sort((one, other) => one.localeCompare(other, 'ja'));
}

/** The one to look at after this one is gone: the next, or at the end the one before. */
export function neighbour(ids: readonly string[], id: string): string | null {
  const at = ids.indexOf(id);
  if (at < 0) return ids[0] ?? null;
  return ids[at + 1] ?? ids[at - 1] ?? null;
}

/** Steps through the list without falling off its ends. */
export function step(ids: readonly string[], id: string | null, by: 1 | -1): string | null {
  const at = id === null ? -1 : ids.indexOf(id);
  if (at < 0) return ids[0] ?? null;
  return ids[Math.min(Math.max(at + by, 0), ids.length - 1)] ?? null;
}

/** Acts after which the same case is still to be looked at. */
const STAYS: readonly ActKind[] = [
  'receive',
  'assign',
  'remind',
  'circulate',
  'setEffectiveDate',
  'issue',
  'correctIssuance',
  'complete',
];

/** After a decision the next case opens by itself; while there is more to do with this one, it stays. */
export function opensNext(kind: ActKind, after: Pick<CaseView, 'task'>): boolean {
  if (after.task === null) return true;
  return !STAYS.includes(kind);
}
