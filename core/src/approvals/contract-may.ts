import { z } from 'zod';
import { PostNameSchema } from './contract-slots.ts';

/** Somebody's right to act for another today, with the article that gives it. */
export const StandInOfferSchema = z.object({
  slotId: z.string(),
  kind: z.enum(['DEPUTY', 'SKIP']),
  onBehalfOf: PostNameSchema,
  article: z.string(),
  sentence: z.string(),
  decides: z.boolean(),
  /** 後閲 follows until that day. */
  postReviewDueOn: z.string().nullable(),
  /** The act needs the record of an instruction. */
  needsInstruction: z.boolean(),
  /** No 後閲 follows where the record of an instruction is given. */
  instructionSparesReview: z.boolean(),
});
export type StandInOffer = z.infer<typeof StandInOfferSchema>;

/** What this viewer may do with the case now. Buttons follow it; the service asks `policy.ts` again all the same. */
export const MaySchema = z.object({
  edit: z.boolean(),
  submit: z.boolean(),
  discard: z.boolean(),
  approve: z.boolean(),
  /** True when this person's approval is the decision. */
  decides: z.boolean(),
  /** 兼務: how many marks the one act gives. */
  marks: z.number().int(),
  /** The case has paper attachments, so `paperChecked` must be ticked. */
  checkPaper: z.boolean(),
  consent: z.boolean(),
  object: z.boolean(),
  sendBack: z.boolean(),
  reject: z.boolean(),
  ask: z.boolean(),
  /** 回議先を加える・上位者の決裁を仰ぐ */
  extendRoute: z.boolean(),
  /** Ids of the questions this viewer may answer. */
  answer: z.array(z.string()),
  pullBack: z.boolean(),
  requestWithdrawal: z.boolean(),
  settleWithdrawal: z.boolean(),
  settleDispute: z.boolean(),
  abandon: z.boolean(),
  attach: z.boolean(),
  /** Ids of the slots this viewer may take in and assign for the section. */
  receive: z.array(z.string()),
  standIn: z.array(StandInOfferSchema),
  pullUp: z.boolean(),
  /** True when the pull-up would be the decision. */
  pullUpDecides: z.boolean(),
  markRead: z.boolean(),
  circulate: z.boolean(),
  setEffectiveDate: z.boolean(),
  /** 施行を登録, or correct what is registered. */
  issue: z.boolean(),
  /** 完結を登録 */
  complete: z.boolean(),
  remind: z.boolean(),
  reassign: z.boolean(),
  cite: z.boolean(),
  /** A 後閲 objected: the drafter makes the correcting case by 引用起案 (`corrects: true`). */
  correct: z.boolean(),
  /** Minor matter that waits for this person's plain approval: may be one of many. */
  bulkApprove: z.boolean(),
});
export type May = z.infer<typeof MaySchema>;
