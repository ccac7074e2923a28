import { z } from 'zod';
import { PersonSchema } from '../directory/contract.ts';
import { DocumentNumberSchema, FileRefSchema } from '../records/contract.ts';
import { DecisionBasisSchema } from '../regulations/contract.ts';
import { typedLine, typedLines, typedLinesOrNothing } from '../shared/typed-text.ts';

export const CaseStatusSchema = z.enum(['DRAFT', 'IN_REVIEW', 'SENT_BACK', 'DECIDED', 'WITHDRAWN']);
export type CaseStatus = z.infer<typeof CaseStatusSchema>;

export const SlotStatusSchema = z.enum(['WAITING', 'ACTIVE', 'APPROVED', 'SENT_BACK', 'NOT_REQUIRED']);
export type SlotStatus = z.infer<typeof SlotStatusSchema>;

/** REVIEW = 回議 by a superior; DECISION = 決裁. Exactly one slot decides, and it is the last. */
export const SlotDutySchema = z.enum(['REVIEW', 'DECISION']);
export type SlotDuty = z.infer<typeof SlotDutySchema>;

export const SlotViewSchema = z.object({
  id: z.string(),
  /** Slots of one stage act side by side; stages act in order, from 1. */
  stage: z.number().int(),
  duty: SlotDutySchema,
  status: SlotStatusSchema,
  postTitle: z.string(),
  unitName: z.string(),
  /** Who holds the post today; empty when it is vacant. After the act: who acted, as they were then. */
  holders: z.array(PersonSchema),
  activeSince: z.string().nullable(),
  actedBy: PersonSchema.nullable(),
  actedAt: z.string().nullable(),
  comment: z.string().nullable(),
});
export type SlotView = z.infer<typeof SlotViewSchema>;

export const QuestionSchema = z.object({
  id: z.string(),
  askedBy: PersonSchema,
  askedAt: z.string(),
  text: z.string(),
  answer: z.object({ by: PersonSchema, at: z.string(), text: z.string() }).nullable(),
});
export type Question = z.infer<typeof QuestionSchema>;

/** What this viewer may do with the case now. Buttons follow it; the service asks `policy.ts` again all the same. */
export const MaySchema = z.object({
  edit: z.boolean(),
  submit: z.boolean(),
  discard: z.boolean(),
  approve: z.boolean(),
  /** True when this person's approval is the decision. */
  decides: z.boolean(),
  sendBack: z.boolean(),
  ask: z.boolean(),
  /** Ids of the questions this viewer may answer. */
  answer: z.array(z.string()),
  pullBack: z.boolean(),
  requestWithdrawal: z.boolean(),
  settleWithdrawal: z.boolean(),
});
export type May = z.infer<typeof MaySchema>;

/** Why the case is on this viewer's desk; `null` when it is not. */
export const TaskSchema = z.enum(['ACT', 'ANSWER', 'CORRECT', 'SETTLE_WITHDRAWAL']);
export type Task = z.infer<typeof TaskSchema>;

export const CaseSummarySchema = z.object({
  id: z.string(),
  title: z.string(),
  status: CaseStatusSchema,
  version: z.number().int(),
  revision: z.number().int(),
  drafter: PersonSchema,
  /** Who has it now and since when; null unless IN_REVIEW. */
  holder: z
    .object({ postTitle: z.string(), unitName: z.string(), names: z.array(z.string()), since: z.string() })
    .nullable(),
  documentNumber: DocumentNumberSchema.nullable(),
  task: TaskSchema.nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
  decidedAt: z.string().nullable(),
});
export type CaseSummary = z.infer<typeof CaseSummarySchema>;

export const CaseViewSchema = CaseSummarySchema.extend({
  /** 伺い文 */
  proposalText: z.string(),
  classification: z.object({ code: z.string(), name: z.string() }),
  retentionYears: z.number().int(),
  document: z.object({ recordId: z.string(), fileVersion: z.number().int(), file: FileRefSchema }),
  /** The route taken, or while the case is a draft the route it would take today. */
  route: z.array(SlotViewSchema),
  /** Said when no route can be made today, for example because the deciding post is vacant. */
  routeProblem: z.string().nullable(),
  basis: DecisionBasisSchema.nullable(),
  questions: z.array(QuestionSchema),
  sentBack: z.object({ by: PersonSchema, at: z.string(), reason: z.string() }).nullable(),
  withdrawalRequest: z.object({ by: PersonSchema, at: z.string(), reason: z.string() }).nullable(),
  may: MaySchema,
  /** Earlier slots a 差戻し may go to; the drafter is always possible and is not listed. */
  sendBackTargets: z.array(z.object({ slotId: z.string(), label: z.string() })),
});
export type CaseView = z.infer<typeof CaseViewSchema>;

/** `GET /api/v1/cases/{id}/route` */
export const RouteViewSchema = z.object({
  items: z.array(SlotViewSchema),
  problem: z.string().nullable(),
  basis: DecisionBasisSchema.nullable(),
});

export const ActNameSchema = z.enum([
  'DRAFTED',
  'EDITED',
  'DOCUMENT_REPLACED',
  'SUBMITTED',
  'APPROVED',
  'DECIDED',
  'SENT_BACK',
  'ASKED',
  'ANSWERED',
  'PULLED_BACK',
  'WITHDRAWAL_REQUESTED',
  'WITHDRAWAL_CONFIRMED',
  'WITHDRAWAL_DECLINED',
  'DISCARDED',
]);
export type ActName = z.infer<typeof ActNameSchema>;

export const HistoryEntrySchema = z.object({
  /** Equals the version of the case after the act; the first is 1. */
  seq: z.number().int(),
  at: z.string(),
  act: ActNameSchema,
  actor: PersonSchema,
  comment: z.string().nullable(),
  revision: z.number().int(),
  via: z.enum(['teams', 'api', 'word']),
});
export type HistoryEntry = z.infer<typeof HistoryEntrySchema>;
export const HistorySchema = z.object({ items: z.array(HistoryEntrySchema) });

export const BoxSchema = z.enum(['inbox', 'drafted', 'all']);
export type Box = z.infer<typeof BoxSchema>;

export const CaseQuerySchema = z.strictObject({
  box: BoxSchema.default('inbox'),
  q: z.string().trim().max(100).optional(),
  cursor: z.string().max(200).optional(),
});
export const CasePageSchema = z.object({ items: z.array(CaseSummarySchema), nextCursor: z.string().nullable() });
export type CasePage = z.infer<typeof CasePageSchema>;

// The largest that the column holds.
const version = z.number().int().min(1).max(2_147_483_647);
const title = typedLine(200);
const proposalText = typedLinesOrNothing(4000);
const comment = typedLinesOrNothing(1000);
const reason = typedLines(1000);

/** The `metadata` part of `POST /api/v1/cases`; the `file` part carries the document's bytes. */
export const DraftCaseInputSchema = z.strictObject({
  title,
  proposalText: proposalText.default(''),
  classificationCode: z.string().max(40),
});
export type DraftCaseInput = z.infer<typeof DraftCaseInputSchema>;

/** `PATCH /api/v1/cases/{id}`; a missing field stays as it is. */
export const EditCaseInputSchema = z.strictObject({
  version,
  title: title.optional(),
  proposalText: proposalText.optional(),
  classificationCode: z.string().max(40).optional(),
});
export type EditCaseInput = z.infer<typeof EditCaseInputSchema>;

/** The `metadata` part of `POST /api/v1/cases/{id}/document`; the `file` part carries the corrected bytes. */
export const ReplaceDocumentInputSchema = z.strictObject({ version });

export const SubmitInputSchema = z.strictObject({ version });

/** The body of `POST /api/v1/cases/{id}/acts`, and what a pressed card carries beside the case id. */
export const ActInputSchema = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('approve'), version, comment: comment.optional() }),
  z.strictObject({
    act: z.literal('sendBack'),
    version,
    reason,
    /** Missing or null: to the drafter. */
    toSlotId: z.string().nullable().optional(),
  }),
  z.strictObject({ act: z.literal('ask'), version, text: reason }),
  z.strictObject({ act: z.literal('answer'), version, questionId: z.string(), text: reason }),
  z.strictObject({ act: z.literal('pullBack'), version }),
  z.strictObject({ act: z.literal('requestWithdrawal'), version, reason }),
  z.strictObject({ act: z.literal('confirmWithdrawal'), version }),
  z.strictObject({ act: z.literal('declineWithdrawal'), version, reason }),
  z.strictObject({ act: z.literal('discard'), version }),
]);
export type ActInput = z.infer<typeof ActInputSchema>;
export type Act = ActInput['act'];
