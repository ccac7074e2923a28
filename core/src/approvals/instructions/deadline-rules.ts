import { addWorkingDays, type LocalDate } from '../../shared/index.ts';
import type { ApprovalCase } from '../case.ts';
import { type Instruction, stateOf } from './rules.ts';

/** The working-day morning before the deadline, the day itself or the first after it, and that it is over. */
export type DeadlineStep = 'SOON' | 'DUE' | 'OVERDUE';

/** Nothing has been put before anybody yet. */
export function isAwaited(instruction: Instruction, draft: Pick<ApprovalCase, 'status'> | undefined): boolean {
  const state = stateOf(instruction);
  return state === 'OPEN' || (state === 'DRAFTED' && draft?.status === 'DRAFT');
}

/** Every step that is due this morning, told already or not: two for the addressee, the last one for the giver. */
export function deadlineSteps(dueOn: string | null, today: LocalDate): DeadlineStep[] {
  if (dueOn === null) return [];
  if (dueOn > today) return addWorkingDays(today, 1) >= dueOn ? ['SOON'] : [];
  return dueOn < today ? ['DUE', 'OVERDUE'] : ['DUE'];
}
