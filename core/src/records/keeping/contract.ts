import { z } from 'zod';
import { typedDay, typedLine, typedLines } from '../../shared/typed-text.ts';

const LevelSchema = z.enum(['C3A', 'C3B', 'C3C', 'C2', 'C1']);
const ActionSchema = z.enum(['TRANSFER', 'DESTROY', 'CONSULT']);
const BasisSchema = z.enum(['CREATION', 'COMPLETION', 'ISSUANCE', 'EVENT']);
export const HoldReasonSchema = z.enum(['AUDIT', 'LITIGATION', 'APPEAL', 'DISCLOSURE', 'BUSINESS']);
const version = z.number().int().min(0);
const day = z.string();

/** 保存期間: how long, from when, until when, why, and what becomes of it. */
export const RetentionViewSchema = z.object({
  /** 5年, 永年（30年ごとに見直し）, 1年未満 */
  period: z.string(),
  permanent: z.boolean(),
  basis: BasisSchema,
  basisOn: day.nullable(),
  startsOn: day.nullable(),
  /** 満了日; of 永年 the day of its review. */
  endsOn: day.nullable(),
  action: ActionSchema,
  ruleId: z.string(),
  article: z.string(),
  regulationVersion: z.string(),
  /** All of it in words. */
  sentence: z.string(),
});

export const HoldViewSchema = z.object({
  id: z.string(),
  reason: HoldReasonSchema,
  note: z.string(),
  /** What it lies on. */
  on: z.enum(['RECORD', 'FOLDER']),
  recordId: z.string().nullable(),
  folderId: z.string().nullable(),
  title: z.string(),
  placedBy: z.string(),
  placedOn: day,
  decidedOn: day.nullable(),
  /** The last day on which it holds; null while it is open. */
  until: day.nullable(),
  version,
});
export type HoldView = z.infer<typeof HoldViewSchema>;
export const HoldListSchema = z.object({ items: z.array(HoldViewSchema), mayPlace: z.boolean() });

const HistoryLineSchema = z.object({
  at: z.string(),
  act: z.string(),
  /** What was done, in words. */
  said: z.string(),
  by: z.string(),
  post: z.string(),
  reason: z.string().nullable(),
});

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
  may: z.object({ describe: z.boolean(), manage: z.boolean(), complete: z.boolean() }),
  version,
});
export type KeepingView = z.infer<typeof KeepingViewSchema>;

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
    answers: z.strictObject({ secret: z.boolean(), grave: z.boolean(), personal: z.boolean(), internal: z.boolean() }),
    reason,
  }),
  /** 閲覧できる職員 */
  z.strictObject({ act: z.literal('nameReaders'), version, signInNames: z.array(z.string().max(200)).max(50), reason }),
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

/** 簿冊 */
export const FolderViewSchema = z.object({
  id: z.string(),
  fiscalYear: z.number().int(),
  title: z.string(),
  note: z.string().nullable(),
  unitName: z.string(),
  unitId: z.string(),
  classification: z.object({ code: z.string(), name: z.string() }),
  retention: RetentionViewSchema,
  custody: z.enum(['SECTION', 'CENTRAL']),
  disposableFrom: day.nullable(),
  held: z.boolean(),
  records: z.number().int(),
  /** Those that are not finished: they keep the period from beginning. */
  open: z.number().int(),
  mayManage: z.boolean(),
  version,
});
export type FolderView = z.infer<typeof FolderViewSchema>;
export const FolderListSchema = z.object({
  fiscalYear: z.number().int(),
  items: z.array(FolderViewSchema),
  /** Records of the year that lie in no 簿冊. */
  loose: z.number().int(),
  /** The sections that the reader makes 簿冊 for. */
  sections: z.array(z.object({ unitId: z.string(), name: z.string() })),
});
export type FolderList = z.infer<typeof FolderListSchema>;
export const FolderDetailSchema = FolderViewSchema.extend({
  contents: z.array(
    z.object({
      recordId: z.string(),
      title: z.string(),
      level: LevelSchema,
      createdOn: day,
      basisOn: day.nullable(),
      custody: z.enum(['SECTION', 'CENTRAL']),
      state: z.enum(['KEPT', 'DISPOSED', 'TRANSFERRED']),
    }),
  ),
  history: z.array(HistoryLineSchema),
});
export type FolderDetail = z.infer<typeof FolderDetailSchema>;

export const FolderQuerySchema = z.strictObject({ fiscalYear: z.coerce.number().int().min(1868).max(2999).optional() });
export const MakeFolderSchema = z.strictObject({
  fiscalYear: z.number().int().min(1868).max(2999),
  unitId: z.uuid(),
  classificationCode: z.string().max(40),
  title: typedLine(200),
  note: typedLines(1000).optional(),
});
export type MakeFolder = z.infer<typeof MakeFolderSchema>;
/** 前年度からの引継ぎ: the 簿冊 of a year made anew for the next. */
export const CopyFoldersSchema = z.strictObject({ unitId: z.uuid(), from: z.number().int().min(1868).max(2998) });
export const CopiedSchema = z.object({ made: z.number().int(), there: z.number().int() });

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

/** 引継: from the section to the records section. */
export const HandoverViewSchema = z.object({
  fiscalYear: z.number().int(),
  items: z.array(
    z.object({
      folder: FolderViewSchema,
      /** What is still in the way; empty where it can be handed over. */
      lacks: z.array(z.object({ code: z.string(), said: z.string() })),
    }),
  ),
  mayHandOver: z.boolean(),
});
export type HandoverView = z.infer<typeof HandoverViewSchema>;
export const HandOverSchema = z.strictObject({
  folders: z
    .array(z.strictObject({ id: z.uuid(), version }))
    .min(1)
    .max(500),
});
export const HandedOverSchema = z.object({ done: z.number().int(), already: z.number().int() });

/** 保存期間表の改正: what would move. */
export const ScheduleChangeSchema = z.object({
  /** Of exactly this preview: nothing else is carried out. */
  digest: z.string(),
  regulationVersion: z.string(),
  items: z.array(
    z.object({
      kind: z.enum(['FOLDER', 'RECORD']),
      id: z.string(),
      title: z.string(),
      unitName: z.string(),
      ruleId: z.string(),
      before: z.object({ period: z.string(), action: ActionSchema, endsOn: day.nullable(), article: z.string() }),
      after: z.object({ period: z.string(), action: ActionSchema, endsOn: day.nullable(), article: z.string() }),
    }),
  ),
  /** Of those, how many would end sooner. */
  shorter: z.number().int(),
  mayApply: z.boolean(),
});
export type ScheduleChange = z.infer<typeof ScheduleChangeSchema>;
export const ApplyScheduleSchema = z.strictObject({ digest: z.string().max(100), reason });
export const AppliedSchema = z.object({ changed: z.number().int() });
