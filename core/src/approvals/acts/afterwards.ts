import { personOf } from '../../directory/index.ts';
import { badInput, conflict, fiscalYearOf, type LocalDate, localDateOf, notAllowed } from '../../shared/index.ts';
import { awaitsOf, mayBeIssued, openPostReviews, whoOwes } from '../afterwards.ts';
import {
  type ApprovalCase,
  type CompletedCase,
  type DecidedCase,
  type Issued,
  type IssuedCase,
  isDecided,
  type Outcome,
} from '../case.ts';
import type { ActInput, IssuanceMethod } from '../contract.ts';
import { type Facts, history } from '../facts.ts';
import { finishesAs } from '../policy.ts';

type Input<A extends ActInput['act']> = Extract<ActInput, { act: A }>;

/** The decided case that is not closed, and the post for which this person goes on with it. @throws conflict, not-allowed */
function unfinished(approvalCase: ApprovalCase, { actor }: Facts) {
  if (!isDecided(approvalCase)) throw conflict('approvals.not_decided_yet');
  const postId = finishesAs(actor, approvalCase);
  if (postId === null) throw notAllowed('approvals.cannot_finish');
  if (approvalCase.status === 'COMPLETED') throw conflict('approvals.completed_already');
  return { decided: approvalCase, by: personOf(actor, postId) };
}

/** Nothing is registered for a day to come, nor for one before there was anything to issue. @throws bad-input */
function refuseOutside(day: LocalDate, { from, now }: { from: LocalDate; now: Date }, codes: DayCodes): void {
  if (day > localDateOf(now)) throw badInput(codes.tooLate);
  if (day < from) throw badInput(codes.tooEarly, { day: from });
}
interface DayCodes {
  readonly tooEarly: string;
  readonly tooLate: string;
}

const ISSUED_ON = { tooEarly: 'approvals.issued_before_decision', tooLate: 'approvals.issued_in_future' };
const COMPLETED_ON = { tooEarly: 'approvals.completed_too_early', tooLate: 'approvals.completed_in_future' };

const methodDrafted = ({ details }: ApprovalCase): IssuanceMethod | null => {
  const method = details.issuance?.method ?? 'NONE';
  return method === 'NONE' ? null : method;
};

function methodOf(decided: DecidedCase, act: Input<'issue'>, before: Issued | null): IssuanceMethod {
  const method = act.method ?? before?.method ?? methodDrafted(decided);
  if (method === null) throw badInput('approvals.issuance_method_missing');
  return method;
}

/** 施行. Done again it corrects what was registered wrongly: with a reason, and what stood there stays in the history. */
export function issue(approvalCase: ApprovalCase, act: Input<'issue'>, facts: Facts): Outcome {
  const { decided, by } = unfinished(approvalCase, facts);
  if (!mayBeIssued(decided)) throw conflict('approvals.nothing_to_issue');
  const before = decided.status === 'ISSUED' ? decided.issued : null;
  const on = act.issuedOn as LocalDate;
  refuseOutside(on, { from: localDateOf(decided.decidedAt), now: facts.now }, ISSUED_ON);
  if (before && !act.reason) throw badInput('approvals.correction_reason_missing');
  const note = act.note === undefined ? (before?.note ?? null) : act.note || null;
  const issued: Issued = { on, method: methodOf(decided, act, before), note, by, at: facts.now };
  const next: IssuedCase = { ...decided, status: 'ISSUED', issued };
  // The note stands in what the line changed, which goes with the document; nothing of `detail` ever does.
  const detail = { issuedOn: on, method: issued.method };
  const was = before && { beforeIssuedOn: before.on, beforeMethod: before.method };
  const said = { comment: before ? (act.reason ?? null) : note, detail: { ...detail, ...was } };
  return { next, history: history(before ? 'ISSUANCE_CORRECTED' : 'ISSUED', by, said) };
}

/** 完結: nothing is left to do; 完結年度 is the fiscal year of its day. Final. */
export function complete(approvalCase: ApprovalCase, act: Input<'complete'>, facts: Facts): Outcome {
  const { decided, by } = unfinished(approvalCase, facts);
  if (awaitsOf(decided) === 'ISSUANCE') throw conflict('approvals.not_issued_yet');
  const owed = openPostReviews(decided);
  if (owed.length > 0) throw conflict('approvals.post_review_open', { posts: whoOwes(owed) });
  const issued = decided.status === 'ISSUED' ? decided.issued : null;
  const on = (act.completedOn as LocalDate | undefined) ?? localDateOf(facts.now);
  refuseOutside(on, { from: issued?.on ?? localDateOf(decided.decidedAt), now: facts.now }, COMPLETED_ON);
  const note = act.note || null;
  const next: CompletedCase = {
    ...decided,
    status: 'COMPLETED',
    issued,
    completed: { on, note, by, at: facts.now },
  };
  const detail = { completedOn: on, completionFiscalYear: fiscalYearOf(on) };
  return { next, history: history('COMPLETED', by, { comment: note, detail }) };
}
