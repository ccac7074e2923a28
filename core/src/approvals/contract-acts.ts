import { z } from 'zod';
import { typedLine, typedLines, typedLinesOrNothing } from '../shared/typed-text.ts';
import { draftFields, IssuanceMethodSchema, RouteWishSchema } from './contract-parts.ts';

// The largest that the column holds.
const version = z.number().int().min(1).max(2_147_483_647);
const comment = typedLinesOrNothing(1000);
const reason = typedLines(1000);
const id = z.string().max(60);

const { title, proposalText, classificationCode, ...further } = draftFields;
const optionalFields = z.strictObject(further).partial().shape;

/** The `metadata` part of `POST /api/v1/cases`; the `file` part carries the document's bytes. */
export const DraftCaseInputSchema = z.strictObject({
  title,
  proposalText: proposalText.default(''),
  classificationCode,
  ...optionalFields,
  /** 引用起案: the case that it was copied from. */
  citedCaseId: z.uuid().optional(),
  /** The decided case that it corrects, after an objection in 後閲. */
  correctsCaseId: z.uuid().optional(),
  /** 作成指示 that it answers. */
  instructionId: z.uuid().optional(),
  /** The id in the system that sent it; the same id never makes a second case. */
  externalId: typedLine(200).optional(),
  /** A matter of the drafter's own (服務): once decided it is still its participants' only, and no paper of the section. */
  personal: z.boolean().optional(),
  /** 簿冊 of its document; where it is left out, the only one of section, year and class. */
  folderId: z.uuid().optional(),
});
export type DraftCaseInput = z.infer<typeof DraftCaseInputSchema>;

/** `POST /api/v1/cases/{id}/cite`: 引用起案. Content and document are copied, marks, numbers and people never. */
export const CiteCaseInputSchema = z.strictObject({
  title: title.optional(),
  corrects: z.boolean().default(false),
  /** 作成指示 that the new draft answers. */
  instructionId: z.uuid().optional(),
});
export type CiteCaseInput = z.infer<typeof CiteCaseInputSchema>;

/** `PATCH /api/v1/cases/{id}`; a missing field stays as it is. */
export const EditCaseInputSchema = z.strictObject({
  version,
  title: title.optional(),
  proposalText: proposalText.optional(),
  classificationCode: classificationCode.optional(),
  ...optionalFields,
});
export type EditCaseInput = z.infer<typeof EditCaseInputSchema>;

/** The `metadata` part of `POST /api/v1/cases/{id}/document`; the `file` part carries the corrected bytes. */
export const ReplaceDocumentInputSchema = z.strictObject({ version });

/** The `metadata` part of `POST /api/v1/cases/{id}/attachments`; with `replaces` it is a new version of that one. */
export const AttachInputSchema = z.strictObject({ version, replaces: z.uuid().optional() });
export type AttachInput = z.infer<typeof AttachInputSchema>;

export const SubmitInputSchema = z.strictObject({ version });

/** Marks at 差戻し: AUTO keeps those whose evidence does not change, VOID lets everybody act again. */
const marks = z.enum(['AUTO', 'VOID']).default('AUTO');
const slotId = id;

const reviewActs = [
  z.strictObject({
    act: z.literal('approve'),
    version,
    comment: comment.optional(),
    /** 紙を確認: needed where the case has paper attachments. */
    paperChecked: z.boolean().optional(),
  }),
  z.strictObject({
    act: z.literal('sendBack'),
    version,
    reason,
    /** Missing or null: to the drafter. */
    toSlotId: z.string().nullable().optional(),
    marks: marks.optional(),
  }),
  /** 却下: ends the case for good. */
  z.strictObject({ act: z.literal('reject'), version, reason }),
  z.strictObject({ act: z.literal('ask'), version, text: reason }),
  z.strictObject({
    act: z.literal('answer'),
    version,
    questionId: z.string(),
    text: reason,
    /** Attachments of this case that the answer points to. */
    attachmentIds: z.array(id).max(20).optional(),
  }),
] as const;

const consultationActs = [
  z.strictObject({ act: z.literal('consent'), version, comment: comment.optional() }),
  z.strictObject({ act: z.literal('consentWithOpinion'), version, opinion: reason }),
  z.strictObject({ act: z.literal('object'), version, reason }),
  /** 合議受付: takes the case in for the section. */
  z.strictObject({ act: z.literal('receive'), version, slotId }),
  /** 合議受付: names who answers for the section. */
  z.strictObject({ act: z.literal('assign'), version, slotId, staffId: z.uuid() }),
  /** 協議 ended without agreement: both opinions go up (PROCEED), or the drafter revises (REVISE). */
  z.strictObject({ act: z.literal('settleDispute'), version, outcome: z.enum(['REVISE', 'PROCEED']), reason }),
] as const;

const standInActs = [
  /** 代決, or by the city's rules 代理承認: for the holder of an active slot who is absent. */
  z.strictObject({
    act: z.literal('deputyDecide'),
    version,
    slotId,
    comment: comment.optional(),
    paperChecked: z.boolean().optional(),
    /** The instruction of the absent decider, where a restricted matter may be decided only by it. */
    instruction: typedLines(1000).optional(),
  }),
  /** 後閲 of a reviewer who is absent: passed over, looks at it afterwards. */
  z.strictObject({ act: z.literal('skipAbsent'), version, slotId, reason }),
  /** 引上げ承認・引上げ却下 by a later post; the reviewers before it look at it afterwards. */
  z.strictObject({
    act: z.literal('pullUp'),
    version,
    outcome: z.enum(['APPROVE', 'REJECT']),
    reason,
    paperChecked: z.boolean().optional(),
  }),
  z.strictObject({
    act: z.literal('confirmPostReview'),
    version,
    obligationId: id,
    comment: comment.optional(),
  }),
  z.strictObject({ act: z.literal('objectPostReview'), version, obligationId: id, reason }),
] as const;

const drafterActs = [
  z.strictObject({ act: z.literal('pullBack'), version }),
  z.strictObject({ act: z.literal('requestWithdrawal'), version, reason }),
  z.strictObject({ act: z.literal('confirmWithdrawal'), version }),
  z.strictObject({ act: z.literal('declineWithdrawal'), version, reason }),
  z.strictObject({ act: z.literal('discard'), version }),
  /** 廃案: dropped after it had been put before others; the consulted sections are told. */
  z.strictObject({ act: z.literal('abandon'), version, reason }),
  z.strictObject({ act: z.literal('editRoute'), version, wish: RouteWishSchema }),
  z.strictObject({ act: z.literal('orderAttachments'), version, attachmentIds: z.array(id).max(200) }),
  z.strictObject({ act: z.literal('removeAttachment'), version, attachmentId: id }),
  /** 施行日 of a decided case; any other day than that of the decision needs its reason. */
  z.strictObject({
    act: z.literal('setEffectiveDate'),
    version,
    effectiveOn: z.iso.date(),
    reason: reason.optional(),
  }),
  /** 施行; done again it corrects what was registered, with its reason. */
  z.strictObject({
    act: z.literal('issue'),
    version,
    issuedOn: z.iso.date(),
    /** As drafted, where it is left out. */
    method: IssuanceMethodSchema.optional(),
    note: comment.optional(),
    reason: reason.optional(),
  }),
  /** 完結, today where no day is named. */
  z.strictObject({
    act: z.literal('complete'),
    version,
    completedOn: z.iso.date().optional(),
    note: comment.optional(),
  }),
  /** 催促 */
  z.strictObject({ act: z.literal('remind'), version, comment: comment.optional() }),
] as const;

const readingActs = [
  /** 供覧・回覧: members of a unit or holders of a post are those of the moment it is sent. */
  z.strictObject({
    act: z.literal('circulate'),
    version,
    staffIds: z.array(z.uuid()).max(500).default([]),
    postIds: z.array(z.uuid()).max(200).default([]),
    unitIds: z.array(z.uuid()).max(50).default([]),
    comment: comment.optional(),
  }),
  z.strictObject({ act: z.literal('markRead'), version, comment: comment.optional() }),
  /** An administrator moves open work, with a reason, to another post or person. Exactly one target. */
  z.strictObject({
    act: z.literal('reassign'),
    version,
    slotId,
    toPostId: z.uuid().optional(),
    toStaffId: z.uuid().optional(),
    reason,
  }),
] as const;

const extendingActs = [
  /** 回議先を加える: one more reviewer or consulted section, before the decision. Exactly one of post and unit. */
  z.strictObject({
    act: z.literal('addToRoute'),
    version,
    duty: z.enum(['REVIEW', 'CONSULT']),
    postId: z.uuid().optional(),
    unitId: z.uuid().optional(),
    reason,
  }),
  /** 上位者の決裁を仰ぐ: a reason of 専決の制限, and the class that is to decide where its row does not say. */
  z.strictObject({
    act: z.literal('raiseDecider'),
    version,
    escalation: z.string().min(1).max(60),
    raiseTo: z.string().min(1).max(60).optional(),
    reason,
  }),
] as const;

/** The body of `POST /api/v1/cases/{id}/acts`, and what a pressed card carries beside the case id. */
export const ActInputSchema = z.discriminatedUnion('act', [
  ...reviewActs,
  ...consultationActs,
  ...standInActs,
  ...drafterActs,
  ...readingActs,
  ...extendingActs,
]);
export type ActInput = z.infer<typeof ActInputSchema>;
export type Act = ActInput['act'];

/** `POST /api/v1/cases/bulk-approve`: minor matters only (軽易な事案); each is an act of its own. */
export const BulkApproveInputSchema = z.strictObject({
  items: z
    .array(z.strictObject({ caseId: z.uuid(), version }))
    .min(1)
    .max(100),
  comment: comment.optional(),
});
export type BulkApproveInput = z.infer<typeof BulkApproveInputSchema>;

/** `problem` is the sentence for the case that could not be approved. */
export const BulkApproveAnswerSchema = z.object({
  items: z.array(z.object({ caseId: z.string(), ok: z.boolean(), problem: z.string().nullable() })),
});
export type BulkApproveAnswer = z.infer<typeof BulkApproveAnswerSchema>;
