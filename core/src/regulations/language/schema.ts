import { z } from 'zod';
import { BaseSchema } from './base.ts';
import { DisclosureSchema } from './disclosure.ts';
import { DeputyExampleSchema, OrganisationSchema, RouteExampleSchema, SkipExampleSchema } from './examples.ts';
import { FilePlanSchema } from './file-plan.ts';
import { LeaveSchema } from './leave.ts';
import { MeetingsSchema } from './meetings.ts';
import { appliesShape, DesignationSchema, NameSchema, type rowShape, TextSchema } from './parts.ts';
import { RegistersSchema } from './registers.ts';
import { SchedulesSchema } from './schedules.ts';
import {
  AbsenceSchema,
  ClassSchema,
  DecisionSchema,
  DeputySchema,
  EscalationSchema,
  FactSchema,
  LimitSchema,
  MatterSchema,
  StepSchema,
} from './tables.ts';
import { PostReviewSchema, ReminderSchema, SeriesSchema, SkipSchema } from './tables-afterwards.ts';
import { TeleworkSchema } from './telework.ts';
import { WorkingTimeSchema } from './working-time.ts';

const FunctionSchema = z.strictObject({
  function: NameSchema,
  name: TextSchema,
  rows: z
    .array(z.strictObject({ units: appliesShape.units, to: DesignationSchema }))
    .min(1)
    .describe('起案所属に合う最初の行 / the first row that fits the drafter’s unit'),
});

/** 規程の版: one municipality's regulations from their 施行日 on, as they stand in a YAML file. */
export const PackFileSchema = z.strictObject({
  version: z.string().regex(/^[a-z0-9-]+\/[0-9]{4}-[0-9]{2}-[0-9]{2}[a-z0-9.-]*$/u),
  effectiveFrom: z.iso.date(),
  base: BaseSchema.optional().describe('準用する規程 / regulations of another body that this one goes by'),
  title: TextSchema.describe('規程の題名 / the title of the regulation'),
  body: TextSchema.describe('団体の名前 / the body whose regulation it is'),
  organisation: OrganisationSchema,
  ladder: z.array(ClassSchema).min(1).describe('職の段階。下から上へ / the steps of deciders, lowest first'),
  reasons: z
    .array(z.strictObject({ code: NameSchema, name: TextSchema }))
    .default([])
    .describe('専決の制限の理由 / reasons for which a case goes further up'),
  facts: z.array(FactSchema).default([]),
  functions: z.array(FunctionSchema).default([]),
  groups: z
    .array(z.strictObject({ group: z.string().min(1), name: TextSchema }))
    .default([])
    .describe('分野の名前。書くなら全ての分野を / names of the groups of matters; all of them or none'),
  matters: z.array(MatterSchema).min(1),
  changedBy: NameSchema.optional().describe(
    '規程の版を改める案件の事案 / the matter of a case that decides upon a new version; missing: any',
  ),
  unlisted: z
    .strictObject({ as: NameSchema, article: z.string().min(1), sentence: TextSchema })
    .optional()
    .describe('表にない事案の扱い / what a matter that no row names is handled as'),
  analogy: z
    .strictObject({
      article: z.string().min(1),
      sentence: TextSchema,
      exceptClasses: z.array(NameSchema).default([]).describe('類推専決ができない段階 / classes that may not'),
    })
    .optional()
    .describe('類推専決 / matters decided by analogy; missing: not allowed'),
  line: z.strictObject({
    article: z.string().min(1),
    from: NameSchema.optional(),
    skip: z.array(NameSchema).optional(),
  }),
  decisions: z.array(DecisionSchema).min(1),
  steps: z.array(StepSchema).default([]),
  escalations: z.array(EscalationSchema).default([]),
  deputies: z.array(DeputySchema).default([]),
  deputyLimits: z.array(LimitSchema).default([]),
  absence: z.array(AbsenceSchema).min(1),
  postReview: z.array(PostReviewSchema).default([]),
  skips: z.array(SkipSchema).default([]),
  reminders: z.array(ReminderSchema).default([]),
  series: z.array(SeriesSchema).default([]),
  numbering: z.strictObject({
    article: z.string().min(1),
    symbols: z.array(z.strictObject({ unit: z.string().min(1), symbol: z.string().min(1) })).default([]),
  }),
  filePlan: FilePlanSchema,
  telework: TeleworkSchema.optional().describe(
    'テレワークの定め。なければ「定めがない」と答える / telework; missing: none',
  ),
  workingTime: WorkingTimeSchema.optional().describe(
    '勤務時間の定め。なければ国の例による / working time; missing: as in the state’s offices',
  ),
  leave: LeaveSchema.optional().describe('休暇の定め。なければ国の例による / leave; missing: as for the state’s staff'),
  meetings: MeetingsSchema.optional().describe('会議の定め。なければ会議体はない / meetings; missing: no bodies'),
  schedules: SchedulesSchema.optional().describe('庁舎間の移動時間。なければ一律30分 / travel; missing: half an hour'),
  registers: RegistersSchema.optional().describe(
    '収受・発送・番号・郵便の定め。なければ多くの市の例による / the register and postage; missing: as most cities have it',
  ),
  disclosure: DisclosureSchema.optional().describe(
    '開示請求の定め（期間と不開示情報）。なければ個人情報保護法のみ / requests for disclosure; missing: what the law says of personal information',
  ),
  examples: z.strictObject({
    routes: z.array(RouteExampleSchema).min(1),
    deputies: z.array(DeputyExampleSchema).default([]),
    skips: z.array(SkipExampleSchema).default([]),
  }),
});

export type PackFile = z.infer<typeof PackFileSchema>;
export type Row = Pick<PackFile['decisions'][number], keyof typeof rowShape>;
export type DecisionRow = PackFile['decisions'][number];
export type StepRow = PackFile['steps'][number];
export type EscalationRow = PackFile['escalations'][number];
export type DeputyRow = PackFile['deputies'][number];
export type LimitRow = PackFile['deputyLimits'][number];
export type AbsenceRow = PackFile['absence'][number];
export type PostReviewRow = PackFile['postReview'][number];
export type SkipRow = PackFile['skips'][number];
export type ReminderRow = PackFile['reminders'][number];
export type SeriesRow = PackFile['series'][number];
export type Matter = PackFile['matters'][number];
export type Fact = PackFile['facts'][number];
export type LadderClass = PackFile['ladder'][number];
