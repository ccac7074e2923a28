import { z } from 'zod';
import { DATA_SETS } from '../file-plan.ts';
import { TextSchema } from './parts.ts';

const article = z.string().min(1).describe('根拠条項 / the article it comes from');
const day = z.iso.date();

const periodShape = {
  retentionYears: z
    .int()
    .nonnegative()
    .max(100)
    .describe(
      '保存期間（年）。0 は1年未満、永年は見直すまでの年数 / years; 0: less than one; of 永年 until it is reviewed',
    ),
  retentionBasis: z
    .enum(['CREATION', 'COMPLETION', 'ISSUANCE', 'EVENT'])
    .describe('起算。作成取得・完結・施行・事由 / what the years are counted from'),
  permanent: z
    .boolean()
    .optional()
    .describe('永年。retentionYears ごとに見直す / permanent, reviewed after retentionYears'),
  keepDays: z.int().positive().max(3650).optional().describe('日数で定める期間 / a period in days'),
  starts: z
    .enum(['NEXT_FISCAL_YEAR', 'NEXT_CALENDAR_YEAR', 'NEXT_DAY'])
    .optional()
    .describe('起算日の特例。なければ翌年度の4月1日 / when it begins; missing: 1 April of the next 年度'),
  event: TextSchema.optional().describe('起算が EVENT のときの事由 / what has to happen, of EVENT'),
  endAction: z
    .enum(['TRANSFER', 'DESTROY', 'CONSULT'])
    .default('CONSULT')
    .describe('満了時の措置。移管・廃棄・協議 / what becomes of it at the end'),
};

const ClassificationRowSchema = z.strictObject({
  code: z.string().min(1),
  major: z.string().min(1),
  middle: z.string().min(1),
  minor: z.string().min(1),
  ...periodShape,
  article,
  keywords: z.array(z.string().min(1)).min(1),
});

/** What a city has otherwise than the standard plan, class by class. */
const ChangeSchema = z.strictObject({
  code: z.string().min(1),
  article,
  retentionYears: periodShape.retentionYears.optional(),
  retentionBasis: periodShape.retentionBasis.optional(),
  permanent: periodShape.permanent,
  keepDays: periodShape.keepDays,
  starts: periodShape.starts,
  event: periodShape.event,
  endAction: z.enum(['TRANSFER', 'DESTROY', 'CONSULT']).optional(),
});

const { permanent: _, ...dataPeriod } = periodShape;
const DataSetRowSchema = z.strictObject({
  set: z.enum(DATA_SETS).describe('データの種類 / the kind of data'),
  name: TextSchema,
  purpose: TextSchema.describe('利用目的 / what it is kept for'),
  article,
  ...dataPeriod,
});

const ExampleSchema = z.strictObject({
  name: z.string().min(1),
  class: z.string().min(1).describe('文書分類 / the class'),
  created: day.describe('作成取得日 / made or received on'),
  issued: day.optional().describe('施行日 / issued on'),
  completed: day.optional().describe('完結日 / completed on'),
  event: day.optional().describe('事由の日 / the day of the event'),
  keptUntil: day.optional().describe('1年未満の満了日 / of less than one year: its last day'),
  expect: z.strictObject({
    starts: day.nullable().optional().describe('起算日 / begins'),
    ends: day.nullable().optional().describe('満了日、永年は見直しの日 / ends, or is reviewed'),
    action: z.enum(['TRANSFER', 'DESTROY', 'CONSULT']).optional(),
  }),
});

/** 文書分類表・保存期間表: classes, how long each is kept from when, and what becomes of it then. */
export const FilePlanSchema = z.strictObject({
  regulation: z.string().min(1),
  rows: z
    .array(ClassificationRowSchema)
    .min(1)
    .optional()
    .describe('なければ標準の分類表 / missing: the standard plan'),
  changes: z.array(ChangeSchema).optional().describe('標準の分類表と違う点 / where it differs from the standard plan'),
  data: z
    .array(DataSetRowSchema)
    .optional()
    .describe('文書以外のデータの目的と保存期間。なければ標準 / data that are no documents; missing: the standard'),
  workingVersions: z
    .strictObject({ days: z.int().positive().max(3650), article })
    .optional()
    .describe(
      '決裁から何日たった作業版を整理するか。なければ文書主任だけが整理する / working versions go so many days after the decision; missing: only a records officer lets them go',
    ),
  examples: z.array(ExampleSchema).optional().describe('読み込むたびに試す例 / tried whenever the file is loaded'),
});

export type FilePlanBlock = z.infer<typeof FilePlanSchema>;
export type RetentionExample = z.infer<typeof ExampleSchema>;
