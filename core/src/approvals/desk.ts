import { type ActiveSlot, type ApprovalCase, activeSlots, isUnderReview, type Obligation } from './case.ts';
import type { Task } from './contract.ts';
import { openObjections } from './policy.ts';

/** That a case lies on somebody's desk, and why. */
export interface DeskEntry {
  readonly aboutId: string;
  readonly task: Task;
  /** Whoever holds the post today, this one person, or whoever receives for the section. */
  readonly postId: string | null;
  readonly staffId: string | null;
  readonly unitId: string | null;
  readonly since: Date;
}

const ofPost = (postId: string) => ({ postId, staffId: null, unitId: null });
const ofStaff = (staffId: string) => ({ postId: null, staffId, unitId: null });
const ofUnit = (unitId: string) => ({ postId: null, staffId: null, unitId });

/** On whose desks the case lies. Posts, not people: who holds them is asked when somebody looks. */
export function deskOf(approvalCase: ApprovalCase): DeskEntry[] {
  const owed = approvalCase.obligations.flatMap(obligationEntry);
  const drafter = ofStaff(approvalCase.drafter.staffId);
  if (approvalCase.status === 'SENT_BACK') {
    return [{ aboutId: approvalCase.caseId, task: 'CORRECT', ...drafter, since: approvalCase.sentBack.at }, ...owed];
  }
  if (!isUnderReview(approvalCase)) return owed;
  const answers = approvalCase.questions
    .filter((question) => question.answer === null)
    .map(({ questionId, askedAt }): DeskEntry => ({ aboutId: questionId, task: 'ANSWER', ...drafter, since: askedAt }));
  const objections = approvalCase.status === 'IN_DISPUTE' ? openObjections(approvalCase) : [];
  const disputes = objections.slice(0, 1).map(({ mark }): DeskEntry => {
    return { aboutId: approvalCase.caseId, task: 'SETTLE_DISPUTE', ...drafter, since: mark.actedAt };
  });
  const withdrawing = approvalCase.withdrawal !== null;
  return [
    ...activeSlots(approvalCase).flatMap((slot) => slotEntries(slot, withdrawing)),
    ...answers,
    ...disputes,
    ...owed,
  ];
}

function slotEntries(slot: ActiveSlot, withdrawing: boolean): DeskEntry[] {
  const { slotId: aboutId, activeSince: since } = slot;
  const whose = slot.assignee ? ofStaff(slot.assignee.staffId) : ofPost(slot.postId);
  if (withdrawing) return [{ aboutId, task: 'SETTLE_WITHDRAWAL', ...whose, since }];
  const task = slot.duty === 'CONSULT' ? 'CONSULT' : 'ACT';
  const receiving = slot.section !== undefined && !slot.assignee;
  return [
    { aboutId, task, ...whose, since },
    ...(receiving ? [{ aboutId, task: 'RECEIVE' as const, ...ofUnit(slot.section), since }] : []),
  ];
}

function obligationEntry({ obligationId, kind, status, post, reader, createdAt }: Obligation): DeskEntry[] {
  if (status !== 'OPEN') return [];
  const about = { aboutId: obligationId, since: createdAt };
  if (reader) return [{ ...about, task: kind === 'READING' ? 'READ' : 'POST_REVIEW', ...ofStaff(reader.staffId) }];
  return post ? [{ ...about, task: kind === 'READING' ? 'READ' : 'POST_REVIEW', ...ofPost(post.postId) }] : [];
}

/** The posts that the case has been put before, and whether for their opinion; 合議 also before the section itself. */
export function partsOf(approvalCase: ApprovalCase): { postId: string; consulted: boolean }[] {
  const parts = new Map<string, boolean>();
  for (const slot of approvalCase.route) {
    parts.set(slot.postId, (parts.get(slot.postId) ?? false) || slot.duty === 'CONSULT');
    if (slot.section !== undefined) parts.set(slot.section, true);
  }
  for (const { post } of approvalCase.obligations) if (post && !parts.has(post.postId)) parts.set(post.postId, false);
  return [...parts].map(([postId, consulted]) => ({ postId, consulted }));
}
