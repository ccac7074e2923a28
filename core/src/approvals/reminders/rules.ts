import { type LocalDate, localDateOf, workingDaysBetween } from '../../shared/index.ts';
import { type ActiveSlot, type ApprovalCase, activeSlots, isUnderReview, type ReminderStep } from '../case.ts';

/** A step of the ladder whose day has come. */
export interface DueStep extends ReminderStep {
  readonly slot: ActiveSlot;
}

/** How many working days it has lain there. */
export const waitedDays = (since: Date, today: LocalDate): number => workingDaysBetween(localDateOf(since), today);

/** Every step that is due today, taken already or not. Nothing is decided by it: somebody is told, that is all. */
export function dueSteps(approvalCase: ApprovalCase, today: LocalDate): DueStep[] {
  if (!isUnderReview(approvalCase)) return [];
  return activeSlots(approvalCase).flatMap((slot) => {
    const waited = waitedDays(slot.activeSince, today);
    return approvalCase.reminders
      .filter(({ afterWorkingDays }) => waited >= afterWorkingDays)
      .map((step) => ({ ...step, slot }));
  });
}
