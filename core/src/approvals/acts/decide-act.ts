import type { ApprovalCase, Outcome } from '../case.ts';
import type { ActInput } from '../contract.ts';
import type { Facts } from '../facts.ts';
import { complete, issue } from './afterwards.ts';
import { assign, consent, consentWithOpinion, object, receive, settleDispute } from './consultation.ts';
import { editRoute, orderAttachments, removeAttachment, setEffectiveDate } from './drafting.ts';
import { addToRoute, raiseDecider } from './extend-route.ts';
import { circulate, markRead, reassign, remind } from './oversight.ts';
import { skipAbsent } from './pass-over.ts';
import {
  abandon,
  confirmWithdrawal,
  declineWithdrawal,
  discard,
  pullBack,
  requestWithdrawal,
  sendBack,
} from './return.ts';
import { answer, approve, ask, reject } from './review.ts';
import { confirmPostReview, deputyDecide, objectPostReview, pullUp } from './stand-in.ts';

type Deciders = {
  readonly [A in ActInput['act']]: (
    approvalCase: ApprovalCase,
    act: Extract<ActInput, { act: A }>,
    facts: Facts,
  ) => Outcome;
};

const deciders: Deciders = {
  approve,
  sendBack,
  reject,
  ask,
  answer,
  consent,
  consentWithOpinion,
  object,
  receive,
  assign,
  settleDispute,
  deputyDecide,
  skipAbsent,
  pullUp,
  confirmPostReview,
  objectPostReview,
  pullBack,
  requestWithdrawal,
  confirmWithdrawal,
  declineWithdrawal,
  discard,
  abandon,
  editRoute,
  orderAttachments,
  removeAttachment,
  setEffectiveDate,
  issue,
  complete,
  remind,
  circulate,
  markRead,
  reassign,
  addToRoute,
  raiseDecider,
};

/** Applies one act to a case. @throws not-allowed, conflict, bad-input */
export function decideAct(approvalCase: ApprovalCase, act: ActInput, facts: Facts): Outcome {
  const decide = deciders[act.act] as (one: ApprovalCase, input: ActInput, known: Facts) => Outcome;
  return decide(approvalCase, act, facts);
}
