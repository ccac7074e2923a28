import { z } from 'zod';
import {
  AppliesSchema,
  appliesShape,
  DesignationSchema,
  NameSchema,
  NumberTestSchema,
  rowShape,
  TextSchema,
} from './parts.ts';

const RANKS = [
  'MAYOR',
  'DEPUTY_MAYOR',
  'BUREAU_HEAD',
  'WARD_HEAD',
  'DEPARTMENT_HEAD',
  'SECTION_HEAD',
  'DEPUTY_SECTION_HEAD',
  'SUBSECTION_HEAD',
  'CHIEF',
  'STAFF',
] as const;

/** 職の段階: a step of the ladder of deciders, lowest first. */
export const ClassSchema = z.strictObject({
  class: NameSchema,
  name: TextSchema,
  ranks: z
    .array(z.enum(RANKS))
    .optional()
    .describe('この段階に当たる職位 / ranks of the directory that stand on this step'),
  titles: z.array(z.string().min(1)).optional().describe('職位より優先する職名 / titles; they go before ranks'),
  posts: z.array(z.string().min(1)).optional().describe('職名より優先する職コード / posts; they go before titles'),
  nonHeads: z
    .boolean()
    .optional()
    .describe('所属長でなくても系列に入る（副市長、課長補佐など） / stands in the line without heading a unit'),
  inCharge: z
    .array(z.strictObject({ post: z.string().min(1), units: z.array(z.string().min(1)).min(1) }))
    .optional()
    .describe('所管を分ける職（副市長の担任など） / which of several posts stands in the line of which units'),
});

export const FactSchema = z.strictObject({
  key: NameSchema,
  type: z.enum(['amountYen', 'days', 'nights', 'count', 'number', 'boolean', 'choice']),
  label: TextSchema,
  help: TextSchema.optional(),
  choices: z.array(z.strictObject({ value: NameSchema, label: TextSchema })).optional(),
  everyMatter: z.boolean().optional().describe('全ての事案で尋ねる / asked for every matter'),
  optional: z.boolean().optional().describe('尋ねるが空でよい / may be left empty: yes/no counts as no'),
});

export const MatterSchema = z.strictObject({
  code: NameSchema,
  name: TextSchema,
  group: z.string().min(1),
  help: TextSchema.optional(),
  minor: z.boolean().default(false).describe('軽易。一括承認ができ、番号を付けない / minor: bulk approval, no number'),
  facts: z.array(NameSchema).default([]),
  sameAs: NameSchema.optional().describe('例による事案 / decided by the rows of another matter'),
  classification: z.string().optional().describe('文書分類の初期値 / the file-plan class that fits'),
  keywords: z.array(z.string().min(1)).default([]).describe('「誰の決裁」で探す言葉 / words people ask with'),
});

/** Which posts of the line review below the deciding post. */
const LineSchema = z.union([
  z.enum(['ALL', 'NONE']),
  z.strictObject({
    from: NameSchema.optional().describe('この段階から / from this class upwards'),
    upTo: NameSchema.optional().describe('この段階まで / up to this class'),
    skip: z.array(NameSchema).optional().describe('省く段階 / classes left out'),
  }),
]);

/** A row of the decision table (別表). */
export const DecisionSchema = z.strictObject({
  ...rowShape,
  matters: z.array(NameSchema).min(1),
  when: appliesShape.when,
  units: appliesShape.units,
  unitKinds: appliesShape.unitKinds,
  drafterClasses: appliesShape.drafterClasses,
  otherwise: z.boolean().optional().describe('ほかの行に当たらないとき / where no other row of the matter applies'),
  decider: z
    .union([NameSchema, DesignationSchema])
    .describe('決裁する段階（起案者の系列）又は特定の職 / a class in the drafter’s line, or a certain post'),
  line: LineSchema.optional(),
});

/** What stands on the way besides the line: 経由・合議・審査・仮決裁, and 引継先・報告先 after it. */
export const StepSchema = z.strictObject({
  ...rowShape,
  ...appliesShape,
  duty: z.enum(['REVIEW', 'CONSULT', 'EXAMINE', 'PROVISIONAL', 'READING']),
  to: z
    .array(DesignationSchema)
    .default([])
    .describe('相手。仮決裁では空 / whom; empty for a provisional decision, which is the decider’s'),
  place: z
    .union([
      z.enum(['BEFORE_LINE', 'BEFORE_DECISION']),
      z.strictObject({ after: NameSchema }).describe('この段階の職の後 / after the post of this class'),
    ])
    .default('BEFORE_DECISION'),
  afterRows: z
    .array(NameSchema)
    .optional()
    .describe('この行の後（同じ場所の中で） / after these rows of the same place'),
  rule: z.union([z.enum(['ALL', 'ANY']), z.strictObject({ atLeast: z.int().positive() })]).default('ALL'),
  mandatory: z.boolean().default(true),
});

/** 専決の制限: what may not be decided where the table says, and how far up it goes. */
export const EscalationSchema = z.strictObject({
  ...rowShape,
  ...appliesShape,
  reasons: z.array(NameSchema).min(1),
  raises: z.union([
    z.strictObject({ to: NameSchema }).describe('この段階以上 / to this class at least'),
    z.strictObject({ steps: z.int().positive() }).describe('何段階上か / so many steps up'),
  ]),
});

export const DUTIES = ['REVIEW', 'CONSULT', 'EXAMINE', 'PROVISIONAL', 'DECISION'] as const;
export const dutiesOf = z.array(z.enum(DUTIES)).min(1);

const vacant = z
  .boolean()
  .optional()
  .describe('欠員のときだけか、職員がいて不在のときだけか / only while the post is vacant, or only while it is filled');

/** 緊急時: a row of the switches of telework (災害時の特例) whose order has to be in force. */
export const whileOrdered = z
  .array(NameSchema)
  .min(1)
  .optional()
  .describe('この特例の命令の間だけ / only while an order of one of these switches is in force');

/** 代決者: who stands in for whom, in order. */
export const DeputySchema = z.strictObject({
  ...rowShape,
  ...appliesShape,
  whileOrdered,
  classes: z.array(NameSchema).min(1).optional().describe('代わられる職の段階 / classes stood in for'),
  posts: z.array(z.string().min(1)).min(1).optional().describe('代わられる職 / posts stood in for'),
  duties: dutiesOf.default(['DECISION']).describe('決裁だけか、回議等もか / only deciding, or other duties too'),
  vacant,
  absentDays: NumberTestSchema.optional().describe(
    '不在の長さ（24時間を1日とし、始めから終わりまで）。終わりの分からない不在は、これまでの長さで見る / how long the holder is away in days of 24 hours; without a known end: how long so far',
  ),
  order: z
    .array(
      z.strictObject({
        who: z
          .union([DesignationSchema, z.array(DesignationSchema).min(1)])
          .describe('配列は同順位 / a list shares one place'),
        only: AppliesSchema.optional().describe('この者が代われる範囲 / within which this one may'),
      }),
    )
    .min(1),
  inOrder: z.boolean().default(true).describe('先順位の者が不在のときに限る / only when those before are absent'),
});

/** Whose rows these are: posts of a class, or certain posts. */
export const ofWhom = {
  classes: z.array(NameSchema).min(1).optional().describe('対象の職の段階 / classes of posts'),
  posts: z.array(z.string().min(1)).min(1).optional().describe('対象の職 / certain posts'),
};

/** What was stood in for: a decision or another duty, of a post that is filled or vacant. */
export const stoodInFor = {
  ...ofWhom,
  duties: dutiesOf.optional().describe('この務めの代決だけ / only standing in for these duties'),
  vacant,
};

/** 代決の制限. */
export const LimitSchema = z.strictObject({
  ...rowShape,
  ...appliesShape,
  ...stoodInFor,
  deadlock: z.literal(true).optional().describe('合議が調わないもの / a consultation ended in disagreement'),
  lifted: z
    .strictObject({ by: z.array(z.enum(['INSTRUCTED', 'URGENT'])).min(1), need: z.enum(['ANY', 'ALL']).default('ANY') })
    .optional()
    .describe('あらかじめ指示を受けたとき・至急のときの例外 / lifted by instruction or urgency; missing: never'),
});

export const SOURCES = [
  'MANUAL',
  'GRAPH_AUTOMATIC_REPLY',
  'GRAPH_CALENDAR',
  'GRAPH_PRESENCE',
  'LEAVE',
  'TRIP',
] as const;

/** 不在: what counts as absence in this city. */
export const AbsenceSchema = z.strictObject({
  ...rowShape,
  ...appliesShape,
  whileOrdered,
  ...ofWhom,
  duties: dutiesOf.optional(),
  sources: z.array(z.enum(SOURCES)).min(1).describe('不在と認める記録 / the evidence that counts'),
  awayMoreThanDays: z
    .number()
    .nonnegative()
    .optional()
    .describe('この日数を超える不在に限る / only longer than so many days'),
  awayAtLeastHours: z
    .number()
    .positive()
    .optional()
    .describe('この時間以上の不在に限る / only for so many hours or more'),
  urgentLifts: z.boolean().default(false).describe('至急なら日数を問わない / urgency lifts the length'),
  vacancy: z.enum(['NOT_ABSENT', 'ABSENT']).describe('欠員を不在とみるか / whether a vacant post counts'),
  vacancyArticle: z.string().optional(),
  vacancySentence: TextSchema.optional(),
});
