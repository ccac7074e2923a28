import { z } from 'zod';
import { typedLines, typedLinesOrNothing } from '../shared/index.ts';
import type { ActInput } from './contract.ts';

// What a card carries: ids and a version. What the person typed comes beside it. Anything else is not read.
export const Pressed = z.object({ caseId: z.uuid(), version: z.number().int().min(1).max(2_147_483_647) });
export type Pressed = z.infer<typeof Pressed>;

const Typed = typedLines(1000);
const Comment = typedLinesOrNothing(1000).optional();
const Target = z.union([z.literal(''), z.uuid()]).optional();
// An Input.Toggle tells its state as text.
const Ticked = z.union([z.boolean(), z.enum(['true', 'false', ''])]).optional();
const Id = z.string().min(1).max(60);

/** A button of a card: what its data may be, and which act it is. */
export interface Button {
  readonly data: z.ZodType<Pressed>;
  readonly act: (data: Pressed) => ActInput;
}

const button = <T extends Pressed>(data: z.ZodType<T>, act: (data: T) => ActInput): Button =>
  ({ data, act }) as unknown as Button;

const comment = (given: string | undefined) => (given ? { comment: given } : {});
const paper = (given: z.infer<typeof Ticked>) => (given === true || given === 'true' ? { paperChecked: true } : {});

const review: Readonly<Record<string, Button>> = {
  approve: button(Pressed.extend({ comment: Comment, paperChecked: Ticked }), (is) => ({
    act: 'approve',
    version: is.version,
    ...comment(is.comment),
    ...paper(is.paperChecked),
  })),
  'send-back': button(Pressed.extend({ reason: Typed, toSlotId: Target }), ({ version, reason, toSlotId }) => ({
    act: 'sendBack',
    version,
    reason,
    toSlotId: toSlotId || null,
  })),
  reject: button(Pressed.extend({ rejectReason: Typed }), ({ version, rejectReason: reason }) => ({
    act: 'reject',
    version,
    reason,
  })),
  ask: button(Pressed.extend({ text: Typed }), ({ version, text }) => ({ act: 'ask', version, text })),
  'pull-up': button(Pressed.extend({ pullUpReason: Typed, pullUpPaper: Ticked }), (is) => ({
    act: 'pullUp',
    version: is.version,
    outcome: 'APPROVE',
    reason: is.pullUpReason,
    ...paper(is.pullUpPaper),
  })),
  'pull-up-reject': button(Pressed.extend({ pullUpRejectReason: Typed }), (is) => ({
    act: 'pullUp',
    version: is.version,
    outcome: 'REJECT',
    reason: is.pullUpRejectReason,
  })),
};

const consultation: Readonly<Record<string, Button>> = {
  consent: button(Pressed.extend({ comment: Comment }), (is) => ({
    act: 'consent',
    version: is.version,
    ...comment(is.comment),
  })),
  'consent-with-opinion': button(Pressed.extend({ opinion: Typed }), ({ version, opinion }) => ({
    act: 'consentWithOpinion',
    version,
    opinion,
  })),
  object: button(Pressed.extend({ objection: Typed }), ({ version, objection: reason }) => ({
    act: 'object',
    version,
    reason,
  })),
  receive: button(Pressed.extend({ slotId: Id }), ({ version, slotId }) => ({ act: 'receive', version, slotId })),
  assign: button(Pressed.extend({ slotId: Id, staffId: z.uuid() }), ({ version, slotId, staffId }) => ({
    act: 'assign',
    version,
    slotId,
    staffId,
  })),
};

const standIn: Readonly<Record<string, Button>> = {
  'deputy-decide': button(
    Pressed.extend({ slotId: Id, deputyComment: Comment, deputyPaper: Ticked, instruction: Comment }),
    (is) => ({
      act: 'deputyDecide',
      version: is.version,
      slotId: is.slotId,
      ...comment(is.deputyComment),
      ...paper(is.deputyPaper),
      ...(is.instruction ? { instruction: is.instruction } : {}),
    }),
  ),
  'skip-absent': button(Pressed.extend({ slotId: Id, skipReason: Typed }), (is) => ({
    act: 'skipAbsent',
    version: is.version,
    slotId: is.slotId,
    reason: is.skipReason,
  })),
  'confirm-post-review': button(Pressed.extend({ obligationId: Id, postReviewComment: Comment }), (is) => ({
    act: 'confirmPostReview',
    version: is.version,
    obligationId: is.obligationId,
    ...comment(is.postReviewComment),
  })),
  'object-post-review': button(Pressed.extend({ obligationId: Id, postReviewObjection: Typed }), (is) => ({
    act: 'objectPostReview',
    version: is.version,
    obligationId: is.obligationId,
    reason: is.postReviewObjection,
  })),
  'mark-read': button(Pressed.extend({ readComment: Comment }), (is) => ({
    act: 'markRead',
    version: is.version,
    ...comment(is.readComment),
  })),
};

const settle = (outcome: 'REVISE' | 'PROCEED') =>
  button(Pressed.extend({ settleReason: Typed }), ({ version, settleReason: reason }) => ({
    act: 'settleDispute',
    version,
    outcome,
    reason,
  }));

const drafting: Readonly<Record<string, Button>> = {
  answer: button(Pressed.extend({ questionId: z.uuid(), text: Typed }), ({ version, questionId, text }) => ({
    act: 'answer',
    version,
    questionId,
    text,
  })),
  'settle-revise': settle('REVISE'),
  'settle-proceed': settle('PROCEED'),
  'pull-back': button(Pressed, ({ version }) => ({ act: 'pullBack', version })),
  remind: button(Pressed, ({ version }) => ({ act: 'remind', version })),
  'confirm-withdrawal': button(Pressed, ({ version }) => ({ act: 'confirmWithdrawal', version })),
  'decline-withdrawal': button(Pressed.extend({ reason: Typed }), ({ version, reason }) => ({
    act: 'declineWithdrawal',
    version,
    reason,
  })),
};

/** Every button that acts, by its verb after `approvals/`. */
export const buttons: Readonly<Record<string, Button>> = { ...review, ...consultation, ...standIn, ...drafting };
