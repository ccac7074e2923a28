import { z } from 'zod';
import { PersonSchema } from '../directory/contract.ts';
import { DocumentNumberSchema, FileRefSchema } from '../records/contract.ts';
import { DecisionBasisSchema } from '../regulations/contract.ts';
import { MaySchema } from './contract-may.ts';
import {
  AttachmentSchema,
  ConfidentialitySchema,
  DiffItemSchema,
  DisclosureSchema,
  IssuanceMethodSchema,
  IssuanceSchema,
  MatterSchema,
  PaperAttachmentSchema,
  RouteWishSchema,
  UrgencySchema,
} from './contract-parts.ts';
import { ObligationSchema, PostNameSchema, QuestionSchema, SlotDutySchema, SlotViewSchema } from './contract-slots.ts';

/**
 * IN_DISPUTE = 協議 after an objection in 合議; ISSUED = 施行, COMPLETED = 完結, both after the decision;
 * REJECTED = 却下; ABANDONED = 廃案; WITHDRAWN = a draft thrown away.
 */
export const CaseStatusSchema = z.enum([
  'DRAFT',
  'IN_REVIEW',
  'IN_DISPUTE',
  'SENT_BACK',
  'DECIDED',
  'ISSUED',
  'COMPLETED',
  'REJECTED',
  'ABANDONED',
  'WITHDRAWN',
]);
export type CaseStatus = z.infer<typeof CaseStatusSchema>;

/** What a decided case may be: the decision stands in each of them. */
export const DECIDED_STATUSES = ['DECIDED', 'ISSUED', 'COMPLETED'] as const satisfies readonly CaseStatus[];
export type DecidedStatus = (typeof DECIDED_STATUSES)[number];
export const isDecidedStatus = (status: CaseStatus): status is DecidedStatus =>
  (DECIDED_STATUSES as readonly CaseStatus[]).includes(status);

/** What a decided case still waits for; 後閲 is in the way of 完結, unread 供覧 is not. */
export const AwaitsSchema = z.enum(['ISSUANCE', 'POST_REVIEW', 'COMPLETION']);
export type Awaits = z.infer<typeof AwaitsSchema>;

/** Why the case is on this viewer's desk; `null` when it is not. */
export const TaskSchema = z.enum([
  'ACT',
  'CONSULT',
  'RECEIVE',
  'STAND_IN',
  'ANSWER',
  'CORRECT',
  'SETTLE_WITHDRAWAL',
  'SETTLE_DISPUTE',
  'POST_REVIEW',
  'READ',
]);
export type Task = z.infer<typeof TaskSchema>;

export const HolderViewSchema = z.object({
  slotId: z.string(),
  duty: SlotDutySchema,
  postTitle: z.string(),
  unitName: z.string(),
  names: z.array(z.string()),
  since: z.string(),
});
export type HolderView = z.infer<typeof HolderViewSchema>;

export const CaseSummarySchema = z.object({
  id: z.string(),
  title: z.string(),
  status: CaseStatusSchema,
  version: z.number().int(),
  revision: z.number().int(),
  drafter: PersonSchema,
  unitName: z.string(),
  confidentiality: ConfidentialitySchema,
  urgency: UrgencySchema,
  /** Of the city's regulations; `GENERAL` where nothing more is known. */
  matterCode: z.string(),
  /** 軽易な事案 */
  minor: z.boolean(),
  /** Who has it now and since when, the longest first; null unless somebody has it. */
  holder: HolderViewSchema.nullable(),
  /** All who have it now. */
  holders: z.array(HolderViewSchema),
  /** Steps that have acted, of all steps. */
  progress: z.object({ done: z.number().int(), of: z.number().int() }),
  attachmentCount: z.number().int(),
  openQuestions: z.number().int(),
  documentNumber: DocumentNumberSchema.nullable(),
  task: TaskSchema.nullable(),
  /** Of the task, `YYYY-MM-DD`, where it has a last day. */
  dueOn: z.string().nullable(),
  mayBulkApprove: z.boolean(),
  createdAt: z.string(),
  updatedAt: z.string(),
  submittedAt: z.string().nullable(),
  decidedAt: z.string().nullable(),
  awaits: AwaitsSchema.nullable(),
});
export type CaseSummary = z.infer<typeof CaseSummarySchema>;

/** 施行 as it is registered now; what it was before stands in the history. */
const IssuedSchema = z.object({
  on: z.string(),
  method: IssuanceMethodSchema,
  note: z.string().nullable(),
  by: PersonSchema,
  at: z.string(),
});
/** 完結; the 完結年度 is that of its day. */
const CompletedSchema = z.object({
  on: z.string(),
  fiscalYear: z.number().int(),
  note: z.string().nullable(),
  by: PersonSchema,
  at: z.string(),
});

const SaidSchema = z.object({ by: PersonSchema, at: z.string(), reason: z.string() });

export const CaseViewSchema = CaseSummarySchema.extend({
  /** 伺い文 */
  proposalText: z.string(),
  classification: z.object({ code: z.string(), name: z.string() }),
  retentionYears: z.number().int(),
  /** 保存期間 in words: 5年, 永年（30年ごとに見直し）, 1年未満 */
  period: z.object({ ja: z.string(), en: z.string() }),
  document: z.object({ recordId: z.string(), fileVersion: z.number().int(), file: FileRefSchema }),
  legalBasis: z.string(),
  matter: MatterSchema,
  matterName: z.string().nullable(),
  disclosure: DisclosureSchema.nullable(),
  issuance: IssuanceSchema.nullable(),
  /** 施行日; where it is another day than that of the decision (of a case not decided: today), it is shown in red. */
  effectiveOn: z.string().nullable(),
  effectiveDiffers: z.boolean(),
  /** 遡及: before that day. */
  retroactive: z.boolean(),
  /** Why it is another day than that of the decision, before or after it. */
  retroactiveReason: z.string().nullable(),
  attachments: z.array(AttachmentSchema),
  paperAttachments: z.array(PaperAttachmentSchema),
  routeWish: RouteWishSchema,
  citedCaseId: z.string().nullable(),
  correctsCaseId: z.string().nullable(),
  instructionId: z.string().nullable(),
  /** 作成指示 from which it was drafted; `mayOpen` for its two sides and those who watch over records. */
  instruction: z.object({ givenBy: PersonSchema, givenAt: z.string(), mayOpen: z.boolean() }).nullable(),
  externalId: z.string().nullable(),
  /** The route taken, or while the case is a draft the route it would take today. */
  route: z.array(SlotViewSchema),
  /** Posts that are not asked: 起案者, 欠員, or superiors above a 専決 (shown as ―). */
  passedOver: z.array(
    PostNameSchema.extend({ why: z.enum(['DRAFTER', 'VACANT', 'STRUCK']), sentence: z.string().nullable() }),
  ),
  /** Said when no route can be made today, for example because the deciding post is vacant. */
  routeProblem: z.string().nullable(),
  basis: DecisionBasisSchema.nullable(),
  questions: z.array(QuestionSchema),
  obligations: z.array(ObligationSchema),
  sentBack: SaidSchema.nullable(),
  withdrawalRequest: SaidSchema.nullable(),
  /** 却下・廃案 with its reason. */
  ended: SaidSchema.nullable(),
  issued: IssuedSchema.nullable(),
  completed: CompletedSchema.nullable(),
  /** 合議不調: both sides' opinions go up to the decider. */
  deadlock: SaidSchema.nullable(),
  /** 上位者の決裁を仰いだ: who, when and why, under review. */
  raised: SaidSchema.nullable(),
  /** What changed since this viewer last acted on it; null when nothing did. */
  changes: z.object({ since: z.string(), items: z.array(DiffItemSchema) }).nullable(),
  /** How often it was sent back. */
  returns: z.number().int(),
  /** The document went on that day by that list, and with it what was written here; who did what when is still there. */
  disposed: z.object({ on: z.string(), action: z.enum(['DESTROY', 'TRANSFER']), list: z.string() }).optional(),
  may: MaySchema,
  /** Earlier slots a 差戻し may go to; the drafter is always possible and is not listed. */
  sendBackTargets: z.array(z.object({ slotId: z.string(), label: z.string() })),
});
export type CaseView = z.infer<typeof CaseViewSchema>;

/** `GET /api/v1/cases/{id}/route` */
export const RouteViewSchema = z.object({
  items: z.array(SlotViewSchema),
  passedOver: CaseViewSchema.shape.passedOver,
  problem: z.string().nullable(),
  basis: DecisionBasisSchema.nullable(),
});
export type RouteView = z.infer<typeof RouteViewSchema>;
