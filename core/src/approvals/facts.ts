import type { Actor, Person } from '../directory/index.ts';
import type { DocumentNumber } from '../records/contract.ts';
import { assertNever, notAllowed } from '../shared/index.ts';
import type { ApprovalCase, HistoryDraft } from './case.ts';
import { mayDo } from './policy.ts';

/** What a rule needs to know from outside: looked up by the service, so that the rule stays pure. */
export interface Facts {
  readonly actor: Actor;
  readonly now: Date;
  /** An id for whatever the act creates. */
  readonly newId: string;
  /** Taken from the register when the act is the decision. */
  readonly takeNumber: () => DocumentNumber;
}

type Permitted = Exclude<keyof ReturnType<typeof mayDo>, 'answer' | 'decides'>;

/** Asks the policy again, whatever the screen showed. @throws not-allowed */
export function refuseUnless(facts: Facts, approvalCase: ApprovalCase, permission: Permitted): void {
  if (!mayDo(facts.actor, approvalCase)[permission]) throw notAllowed(refusal(approvalCase, permission));
}

function refusal(approvalCase: ApprovalCase, permission: Permitted): string {
  const withdrawing = approvalCase.status === 'IN_REVIEW' && approvalCase.withdrawal !== null;
  if (withdrawing && (permission === 'approve' || permission === 'sendBack')) return 'approvals.withdrawal_waits';
  switch (permission) {
    case 'approve':
    case 'sendBack':
    case 'ask':
      return approvalCase.status === 'IN_REVIEW' ? 'approvals.not_the_holder' : 'approvals.not_in_review';
    case 'edit':
    case 'submit':
    case 'discard':
      return 'approvals.not_being_drafted';
    case 'pullBack':
      return 'approvals.cannot_pull_back';
    case 'requestWithdrawal':
      return 'approvals.cannot_request_withdrawal';
    case 'settleWithdrawal':
      return 'approvals.no_withdrawal_to_settle';
    default:
      return assertNever(permission);
  }
}

/** What the act leaves in the history. */
export function history(
  act: HistoryDraft['act'],
  actor: Person,
  more: Partial<Omit<HistoryDraft, 'act' | 'actor'>> = {},
): HistoryDraft {
  return { act, actor, slotId: more.slotId ?? null, comment: more.comment ?? null, detail: more.detail ?? {} };
}
