import { type LocalDate, localDateOf, startOfDay, workingDaysBetween } from '../../shared/index.ts';
import {
  type ApprovalCase,
  activeSlots,
  isUnderReview,
  type Obligation,
  type OverdueStep,
  type PostName,
  type ReminderStep,
} from '../case.ts';

/** A step of a ladder whose day has come. */
export interface DueStep {
  readonly afterWorkingDays: number;
  readonly to: ReminderStep['to'] | OverdueStep['to'];
  /** The slot it waits at, or the 後閲 that nobody did in time. */
  readonly aboutId: string;
  readonly post: PostName;
  /** The person named to answer, in place of the post's holders. */
  readonly assignee: { readonly staffId: string; readonly name: string } | null;
  readonly since: Date;
}

/** How many working days it has lain there. */
export const waitedDays = (since: Date, today: LocalDate): number => workingDaysBetween(localDateOf(since), today);

const nameOf = ({ postId, postTitle, unitName }: PostName): PostName => ({ postId, postTitle, unitName });

/** Every step that is due today, taken already or not. Nothing is decided by it: somebody is told, that is all. */
export const dueSteps = (approvalCase: ApprovalCase, today: LocalDate): DueStep[] => [
  ...waitingSteps(approvalCase, today),
  ...overdueSteps(approvalCase, today),
];

function waitingSteps(approvalCase: ApprovalCase, today: LocalDate): DueStep[] {
  if (!isUnderReview(approvalCase)) return [];
  return activeSlots(approvalCase).flatMap((slot) => {
    const waited = waitedDays(slot.activeSince, today);
    const { slotId: aboutId, activeSince: since, assignee = null } = slot;
    return approvalCase.reminders
      .filter(({ afterWorkingDays, duties }) => waited >= afterWorkingDays && (duties?.includes(slot.duty) ?? true))
      .map(({ afterWorkingDays, to }) => ({ afterWorkingDays, to, aboutId, post: nameOf(slot), assignee, since }));
  });
}

/** 後閲 that is open after its last day; the case itself may long be decided. */
export const isOverdue = ({ kind, status, dueOn }: Obligation, today: LocalDate): boolean =>
  kind !== 'READING' && status === 'OPEN' && dueOn !== null && dueOn < today;

function overdueSteps({ obligations, overdue = [] }: ApprovalCase, today: LocalDate): DueStep[] {
  return obligations.flatMap((owed) => {
    const { obligationId: aboutId, post, dueOn } = owed;
    if (!post || dueOn === null || !isOverdue(owed, today)) return [];
    const past = workingDaysBetween(dueOn, today);
    return overdue
      .filter(({ afterWorkingDays }) => past >= afterWorkingDays)
      .map((step) => ({ ...step, aboutId, post: nameOf(post), assignee: null, since: startOfDay(dueOn) }));
  });
}
