import { z } from 'zod';
import { appliesShape, NameSchema, rowShape } from './parts.ts';
import { dutiesOf, ofWhom, SOURCES, stoodInFor, whileOrdered } from './tables.ts';

// What follows an act, or does not come in time: 後閲, 催促, numbers.

const DueSchema = z.strictObject({
  workingDays: z.int().positive(),
  from: z
    .enum(['ACT', 'RETURN'])
    .default('ACT')
    .describe('起算: 処理の日か登庁の日か / from the act, or from the return'),
});

/** 後閲 after 代決. */
export const PostReviewSchema = z.strictObject({
  ...rowShape,
  ...appliesShape,
  whileOrdered,
  ...stoodInFor,
  instructed: z
    .boolean()
    .optional()
    .describe('あらかじめ指示を受けたものか / only what was instructed beforehand, or only what was not'),
  required: z.boolean(),
  due: DueSchema.default({ workingDays: 5, from: 'ACT' }),
  to: z
    .array(z.enum(['ABSENT', 'SUPERIOR']))
    .min(1)
    .default(['ABSENT']),
});

/** 後閲 of one who was passed over on the way. */
export const SkipSchema = z.strictObject({
  ...rowShape,
  ...appliesShape,
  ...ofWhom,
  duties: dutiesOf.default(['REVIEW']),
  triggers: z.array(z.enum(['DRAFTING', 'ABSENCE', 'PULL_UP'])).min(1),
  allowed: z.boolean(),
  automatic: z
    .strictObject({
      sources: z.array(z.enum(SOURCES)).min(1).describe('この記録による不在に限る / only by this evidence'),
    })
    .optional()
    .describe(
      '不在の者のところへ回ったとき、操作なしに後閲とする。なければ人が選ぶ / passed over by itself; missing: somebody chooses to',
    ),
  due: DueSchema.default({ workingDays: 5, from: 'ACT' }),
});

export const ReminderSchema = z.strictObject({
  ...rowShape,
  ...appliesShape,
  steps: z
    .array(
      z.strictObject({
        afterWorkingDays: z.number().positive(),
        to: z.enum(['HOLDER', 'SUPERIOR', 'RECORDS', 'DRAFTER']),
        duties: dutiesOf.optional().describe('この務めの者だけに / only to those with these duties'),
      }),
    )
    .min(1),
  overdue: z
    .array(
      z.strictObject({
        afterWorkingDays: z.int().positive(),
        to: z
          .enum(['READER', 'SUPERIOR', 'OFFICER', 'RECORDS', 'ADMIN', 'DRAFTER'])
          .describe('OFFICER は後閲する者の所属の文書主任 / OFFICER: the records officer of the reader’s section'),
      }),
    )
    .default([])
    .describe('後閲が期限を過ぎたとき、期限から何日で誰に / so many days past the last day of 後閲, to whom'),
});

/** 番号の系列 for the matters that do not take the section's number. */
export const SeriesSchema = z.strictObject({
  ...rowShape,
  ...appliesShape,
  series: NameSchema,
  symbol: z.string().min(1).optional().describe('記号。なければ課の記号 / symbol; missing: the section’s'),
  per: z.enum(['UNIT', 'BODY', 'NONE']).describe('課ごと・全庁・付番しない / per unit, one for all, no number'),
});
