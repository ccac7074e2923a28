import { z } from 'zod';
import { PersonSchema } from '../../directory/contract.ts';
import { LEVEL_QUESTIONS } from '../../shared/level-questions.ts';
import { typedDay, typedLine, typedLines } from '../../shared/typed-text.ts';
import {
  day,
  HistoryLineSchema,
  HoldReasonSchema,
  HoldViewSchema,
  LevelAnswersSchema,
  LevelSchema,
  RetentionViewSchema,
  version,
} from './base-contract.ts';

export {
  type HoldList,
  HoldListSchema,
  HoldReasonSchema,
  type HoldView,
  HoldViewSchema,
  RetentionViewSchema,
} from './base-contract.ts';
export * from './folder-contract.ts';

/** How a record is kept, for its page. */
export const KeepingViewSchema = z.object({
  recordId: z.string(),
  title: z.string(),
  note: z.string().nullable(),
  classification: z.object({ code: z.string(), name: z.string() }),
  unitName: z.string(),
  level: LevelSchema,
  levelAnswers: z.record(z.string(), z.boolean()).nullable(),
  onlyParticipants: z.boolean(),
  sealed: z.boolean(),
  createdOn: day,
  issuedOn: day.nullable(),
  completedOn: day.nullable(),
  eventOn: day.nullable(),
  retention: RetentionViewSchema,
  folder: z.object({ id: z.string(), title: z.string(), fiscalYear: z.number().int() }).nullable(),
  holds: z.array(HoldViewSchema),
  /** The first day on which it may be disposed of; null while it is not known. */
  disposableFrom: day.nullable(),
  medium: z.enum(['ELECTRONIC', 'PAPER']),
  custody: z.enum(['SECTION', 'CENTRAL']),
  state: z.enum(['KEPT', 'DISPOSED', 'TRANSFERRED']),
  history: z.array(HistoryLineSchema),
  /** The plain questions of the level, in their order. */
  levelSteps: z.array(
    z.object({
      question: z.enum(LEVEL_QUESTIONS).nullable(),
      /** The question in the reader's language; null where nothing is left to ask. */
      text: z.string().nullable(),
      level: LevelSchema,
      allowed: z.boolean(),
    }),
  ),
  /** Those named for it; only for who may name them. */
  readers: z.array(PersonSchema),
  /** What this person may do to it now. */
  may: z.object({
    ...{ describe: z.boolean(), manage: z.boolean(), complete: z.boolean(), level: z.boolean() },
    ...{ lowerLevel: z.boolean(), readers: z.boolean(), event: z.boolean(), keepUntil: z.boolean() },
    ...{ move: z.boolean(), seal: z.boolean(), hold: z.boolean() },
  }),
  version,
});
export type KeepingView = z.infer<typeof KeepingViewSchema>;

/** 簿冊 that a record may go to: of its own section and class. */
export const FolderChoicesSchema = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      fiscalYear: z.number().int(),
      endsOn: day.nullable(),
      /** It can move the end of what lies in it, so it takes a reason. */
      needsReason: z.boolean(),
    }),
  ),
  /** There are older ones that are not shown. */
  truncated: z.boolean(),
});
export type FolderChoices = z.infer<typeof FolderChoicesSchema>;

const reason = typedLines(500);

/** One thing that is done to a record that is kept. */
export const KeepingActSchema = z.discriminatedUnion('act', [
  /** 登録内容の訂正 */
  z.strictObject({
    act: z.literal('describe'),
    version,
    title: typedLine(200),
    note: typedLines(1000).nullable(),
    reason,
  }),
  /** 機密性: the answers decide. */
  z.strictObject({
    act: z.literal('classifyLevel'),
    version,
    answers: LevelAnswersSchema,
    reason,
  }),
  /** 閲覧できる職員 */
  z.strictObject({ act: z.literal('nameReaders'), version, staffIds: z.array(z.uuid()).max(50), reason }),
  /** 完結 of what has no case. */
  z.strictObject({ act: z.literal('complete'), version, on: typedDay() }),
  /** 起算の事由 */
  z.strictObject({ act: z.literal('noteEvent'), version, on: typedDay(), reason }),
  /** 1年未満の満了日 */
  z.strictObject({ act: z.literal('keepUntil'), version, on: typedDay(), reason }),
  /** 簿冊 */
  z.strictObject({ act: z.literal('moveTo'), version, folderId: z.uuid().nullable(), reason: reason.optional() }),
  /** 封 */
  z.strictObject({ act: z.literal('seal'), version, reason }),
]);
export type KeepingAct = z.infer<typeof KeepingActSchema>;

export const PlaceHoldSchema = z.strictObject({
  reason: HoldReasonSchema,
  note: typedLines(500),
  recordIds: z.array(z.uuid()).max(500).default([]),
  folderIds: z.array(z.uuid()).max(500).default([]),
  /** 業務上の必要: the day until which, if it is known. */
  until: typedDay().optional(),
});
export type PlaceHold = z.infer<typeof PlaceHoldSchema>;
export const EndHoldSchema = z.strictObject({ version, decidedOn: typedDay(), note: typedLines(500).optional() });
