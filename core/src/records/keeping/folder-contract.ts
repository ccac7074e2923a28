import { z } from 'zod';
import { typedLine, typedLines } from '../../shared/typed-text.ts';
import {
  ActionSchema,
  day,
  HistoryLineSchema,
  HoldViewSchema,
  LevelSchema,
  RetentionViewSchema,
  version,
} from './base-contract.ts';

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
  mayHold: z.boolean(),
  version,
});
export type FolderView = z.infer<typeof FolderViewSchema>;
export const FolderListSchema = z.object({
  fiscalYear: z.number().int(),
  items: z.array(FolderViewSchema),
  /** There are more than are shown. */
  truncated: z.boolean(),
  /** Records of the year that lie in no 簿冊. */
  loose: z.number().int(),
  /** The sections that the reader makes 簿冊 for. */
  sections: z.array(z.object({ unitId: z.string(), name: z.string() })),
  /** 総括文書管理者 and 監査 look at what a changed schedule would move. */
  maySeeSchedule: z.boolean(),
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
  /** More lies in it than is shown; `records` counts all of it. */
  truncated: z.boolean(),
  history: z.array(HistoryLineSchema),
  holds: z.array(HoldViewSchema),
  /** 再編: another section keeps it from now on. */
  mayPassOn: z.boolean(),
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
  /** There are more folders of the year than were looked at. */
  truncated: z.boolean(),
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
export const ApplyScheduleSchema = z.strictObject({ digest: z.string().max(100), reason: typedLines(500) });
export const AppliedSchema = z.object({ changed: z.number().int() });
