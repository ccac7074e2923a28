import { type ApprovalCase, activeSlot } from './case.ts';
import type { Task } from './contract.ts';

/** That a case lies on somebody's desk, and why. */
export interface DeskEntry {
  readonly aboutId: string;
  readonly task: Task;
  /** Whoever holds the post today, or this one person. */
  readonly postId: string | null;
  readonly staffId: string | null;
  readonly since: Date;
}

/** On whose desks the case lies. Posts, not people: who holds them is asked when somebody looks. */
export function deskOf(approvalCase: ApprovalCase): DeskEntry[] {
  const drafter = { postId: null, staffId: approvalCase.drafter.staffId };
  if (approvalCase.status === 'SENT_BACK') {
    return [{ aboutId: approvalCase.caseId, task: 'CORRECT', ...drafter, since: approvalCase.sentBack.at }];
  }
  if (approvalCase.status !== 'IN_REVIEW') return [];
  const questions = approvalCase.questions.filter((question) => question.answer === null);
  const answers = questions.map(({ questionId, askedAt }): DeskEntry => {
    return { aboutId: questionId, task: 'ANSWER', ...drafter, since: askedAt };
  });
  const slot = activeSlot(approvalCase);
  if (!slot) return answers;
  const task = approvalCase.withdrawal === null ? 'ACT' : 'SETTLE_WITHDRAWAL';
  const holder: DeskEntry = {
    aboutId: slot.slotId,
    task,
    postId: slot.postId,
    staffId: null,
    since: slot.activeSince,
  };
  return [holder, ...answers];
}

/** The posts that the case has been put before. */
export const partsOf = (approvalCase: ApprovalCase): string[] => [
  ...new Set(approvalCase.route.map((slot) => slot.postId)),
];
