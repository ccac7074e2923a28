import { z } from 'zod';
import { PersonSchema } from '../directory/contract.ts';
import { PassOverSchema, StageRuleSchema } from '../regulations/contract.ts';

export const SlotStatusSchema = z.enum([
  'WAITING',
  'ACTIVE',
  'APPROVED',
  'CONSENTED',
  'CONSENTED_WITH_OPINION',
  'OBJECTED',
  'REJECTED',
  /** 後閲: passed over, looks at it afterwards. */
  'SKIPPED_POST_REVIEW',
  /** 代決, or 代理 where the city's rules let somebody stand in for a reviewer. */
  'DEPUTY_DECIDED',
  /** Enough others of its stage have acted. */
  'NOT_REQUIRED',
]);
export type SlotStatus = z.infer<typeof SlotStatusSchema>;

/** 回議, 合議, 審査, 仮決裁, 決裁. Exactly one slot decides, and it is the last. */
export const SlotDutySchema = z.enum(['REVIEW', 'CONSULT', 'EXAMINE', 'PROVISIONAL', 'DECISION']);
export type SlotDuty = z.infer<typeof SlotDutySchema>;

export const PostNameSchema = z.object({ postId: z.string(), postTitle: z.string(), unitName: z.string() });

/** How a mark came about, as it is shown: 「代」 for 代決, 「後閲」, 「引上げ」. */
export const MarkViewSchema = z.object({
  kind: z.enum(['OWN', 'DEPUTY', 'PULL_UP', 'SKIPPED', 'STAGE_RULE']),
  onBehalfOf: PostNameSchema.nullable(),
  article: z.string().nullable(),
  /** Why, in the words of the regulations, of the absence or of the one who passed over. */
  because: z.string().nullable(),
  instruction: z.string().nullable(),
  /** 緊急時の代決: the 特例の命令 without which it was not allowed. */
  orderNumber: z.string().nullable(),
  /** 兼務: the other posts for which the same act counts. */
  alsoPosts: z.array(PostNameSchema),
  paperChecked: z.boolean(),
  /** Given before the last 差戻し and still valid, because nothing it saw has changed. */
  kept: z.boolean(),
  manifestHash: z.string(),
});
export type MarkView = z.infer<typeof MarkViewSchema>;

export const SlotViewSchema = z.object({
  id: z.string(),
  /** Names the slot in a simulated route too, where ids change every time (`RouteWish`). */
  key: z.string(),
  /** Stages act in order, from 1. */
  stage: z.number().int(),
  /** Slots of one stage act side by side: all of them, any one, or so many. */
  stageRule: StageRuleSchema,
  duty: SlotDutySchema,
  status: SlotStatusSchema,
  postId: z.string(),
  postTitle: z.string(),
  unitName: z.string(),
  /** 合議 that is addressed to a section: its receiver names who answers. */
  toSection: z.boolean(),
  mandatory: z.boolean(),
  /** Added by somebody, not by the regulations. */
  added: z.boolean(),
  /** Added under review, by whom; null for the drafter's wishes. */
  addedBy: z.object({ by: PersonSchema, at: z.string() }).nullable(),
  /** Of the rule that put it there. */
  article: z.string(),
  reason: z.string(),
  /** Who holds the post today; empty when it is vacant. After the act: who acted, as they were then. */
  holders: z.array(PersonSchema),
  /** Who took it in for the section, and who answers. */
  received: z.object({ by: PersonSchema, at: z.string() }).nullable(),
  assignee: PersonSchema.nullable(),
  /** The first who opened it; opening is no act. */
  opened: z.object({ by: PersonSchema, at: z.string() }).nullable(),
  /** The holder's absence today, as evidence; who would stand in by the regulations. */
  absence: z.object({ statement: z.string(), until: z.string().nullable(), source: z.string() }).nullable(),
  expectedDeputy: PostNameSchema.extend({ names: z.array(z.string()), article: z.string() }).nullable(),
  /** 後閲 of an absent reviewer, by the regulations. */
  expectedPassOver: PassOverSchema.nullable(),
  activeSince: z.string().nullable(),
  /** Working minutes (8:30 to 17:15 on working days) that it has lain here, or did until the act. */
  workingMinutes: z.number().int().nullable(),
  remindedAt: z.string().nullable(),
  actedBy: PersonSchema.nullable(),
  actedAt: z.string().nullable(),
  comment: z.string().nullable(),
  mark: MarkViewSchema.nullable(),
});
export type SlotView = z.infer<typeof SlotViewSchema>;

export const QuestionSchema = z.object({
  id: z.string(),
  askedBy: PersonSchema,
  askedAt: z.string(),
  text: z.string(),
  answer: z
    .object({ by: PersonSchema, at: z.string(), text: z.string(), attachmentIds: z.array(z.string()) })
    .nullable(),
});
export type Question = z.infer<typeof QuestionSchema>;

/** 後閲 in both senses, and 供覧: open until done, never in the way of the case. */
export const ObligationSchema = z.object({
  id: z.string(),
  kind: z.enum(['POST_REVIEW_AFTER_DEPUTY', 'POST_REVIEW_SKIPPED', 'READING']),
  status: z.enum(['OPEN', 'CONFIRMED', 'COMMENTED', 'OBJECTED']),
  post: PostNameSchema.nullable(),
  /** The reader, or those who hold the post today; after it is done, who did it. */
  people: z.array(PersonSchema),
  /** Last day, `YYYY-MM-DD`. */
  dueOn: z.string().nullable(),
  overdue: z.boolean(),
  article: z.string().nullable(),
  createdAt: z.string(),
  doneAt: z.string().nullable(),
  comment: z.string().nullable(),
  /** True when this viewer may do it now. */
  mine: z.boolean(),
});
export type ObligationView = z.infer<typeof ObligationSchema>;
