import { z } from 'zod';
import { NameSchema, UNIT_KINDS } from './parts.ts';
import { DUTIES, SOURCES } from './tables.ts';

const FactsSchema = z.record(NameSchema, z.union([z.number(), z.boolean(), z.string()])).default({});

/** What an example asks: a matter, drafted in a unit by the holder of a post. */
const questionShape = {
  name: z.string().min(1),
  matter: NameSchema,
  analogousTo: NameSchema.optional(),
  facts: FactsSchema,
  escalations: z.array(NameSchema).default([]),
  raiseTo: NameSchema.optional(),
  urgent: z.boolean().default(false),
  unit: z.string().min(1).describe('起案所属 / the drafter’s unit'),
  drafterPosts: z.array(z.string().min(1)).default([]).describe('起案者の職 / the drafter’s posts'),
};

/**
 * A slot in words: duty and address. `回議 seisaku-head`, `合議 unit:zaisei`, `決裁 minato-head`.
 * Duties: 経由・回議 REVIEW, 合議 CONSULT, 審査 EXAMINE, 仮決裁 PROVISIONAL, 決裁 DECISION, 供覧 READING.
 */
const SlotTextSchema = z.string().regex(/^(経由|回議|合議|審査|仮決裁|決裁|供覧) (unit:)?\S+$/u);

const ProblemSchema = z.strictObject({ problem: z.string().min(1) });

export const RouteExampleSchema = z.strictObject({
  ...questionShape,
  expect: z.union([
    z.strictObject({
      article: z.string().min(1).describe('決裁の根拠条項 / article of the decision'),
      class: NameSchema.optional(),
      route: z
        .array(z.union([SlotTextSchema, z.array(SlotTextSchema).min(2)]))
        .min(1)
        .describe('段階の順。配列は並行 / stages in order; a list is parallel'),
      inform: z.array(SlotTextSchema).optional(),
      struck: z.array(z.string()).optional().describe('斜線となる上位の職 / superiors struck out'),
      skipped: z.array(z.string()).optional().describe('省いた職 / posts left out'),
      series: z.string().optional(),
      remindAfter: z.array(z.number()).optional().describe('催促の営業日 / working days of the reminders'),
    }),
    ProblemSchema,
  ]),
});

const EvidenceSchema = z.strictObject({
  source: z.enum(SOURCES),
  from: z.iso.datetime({ offset: true }),
  until: z.iso.datetime({ offset: true }).nullable().default(null),
});

const standInShape = {
  ...questionShape,
  duty: z.enum(DUTIES),
  post: z.string().min(1).describe('不在の職 / the absent post'),
  absent: EvidenceSchema.nullable().default(null),
};

/** 代決: may the holder of `by` act for the absent post? */
export const DeputyExampleSchema = z.strictObject({
  ...standInShape,
  by: z.string().min(1).describe('代決しようとする職 / the post that wants to act'),
  absentPosts: z.array(z.string()).default([]).describe('ほかに不在の職 / other posts that are absent'),
  named: z
    .record(z.string(), z.array(z.string()))
    .default({})
    .describe('あらかじめ指定した代決者（職ごと） / deputies named beforehand, by post'),
  ordered: z.array(NameSchema).default([]).describe('効力のある特例の命令 / switches of which an order is in force'),
  instructed: z.boolean().default(false),
  deadlock: z.boolean().default(false),
  expect: z.union([
    z.strictObject({
      article: z.string().min(1),
      order: z.int().positive().optional(),
      postReview: z.boolean().optional(),
      dueWorkingDays: z.int().optional(),
      byOrder: NameSchema.nullable()
        .optional()
        .describe('命令があるからできる特例 / the switch without which not; null: none needed'),
    }),
    z.strictObject({ refused: z.string().min(1), article: z.string().optional() }),
  ]),
});

/** 後閲: may the absent participant be passed over? */
export const SkipExampleSchema = z.strictObject({
  ...standInShape,
  trigger: z.enum(['DRAFTING', 'ABSENCE', 'PULL_UP']),
  expect: z.union([
    z.strictObject({
      article: z.string().min(1),
      dueWorkingDays: z.int().optional(),
      automatic: z.boolean().optional().describe('操作なしに後閲となるか / whether by itself'),
    }),
    z.strictObject({ refused: z.string().min(1), article: z.string().optional() }),
  ]),
});

/** The units and posts that the rows speak of and the examples are tried on. */
export const OrganisationSchema = z.strictObject({
  units: z
    .array(
      z.strictObject({
        code: z.string().min(1),
        name: z.string().min(1),
        kind: z.enum(UNIT_KINDS),
        under: z.string().optional().describe('上位所属 / the unit above'),
      }),
    )
    .min(1),
  posts: z
    .array(
      z.strictObject({
        code: z.string().min(1),
        unit: z.string().min(1),
        title: z.string().min(1),
        rank: z.string().min(1).default('STAFF'),
        head: z.boolean().default(false),
        vacant: z.boolean().default(false),
      }),
    )
    .min(1),
});
