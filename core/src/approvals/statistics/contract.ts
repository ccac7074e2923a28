import { z } from 'zod';
import { SlotDutySchema } from '../contract-slots.ts';

const count = z.number().int();
/** Working days of 7 hours 45 minutes, to a tenth. */
const days = z.number().nullable();

/** Why a case does not stand in the numerator of 電子決裁率, or is not counted at all. */
export const NotCountedSchema = z.enum([
  /** In the denominator, not in the numerator. */
  'PARALLEL_PAPER',
  'PAPER_ATTACHMENT',
  'UNANSWERED',
  /** Not in the denominator: nothing was decided. */
  'REJECTED',
  'ABANDONED',
  'WITHDRAWN',
  'UNDER_WAY',
]);
export type NotCounted = z.infer<typeof NotCountedSchema>;

/**
 * 電子決裁率 = numerator / denominator. Denominator: every case decided in the period. Numerator: those of them in which
 * no paper went round beside, as their drafters answered. `unanswered` cases are never taken for electronic ones, so the
 * true rate lies between numerator / denominator and (numerator + unanswered) / denominator.
 */
export const ElectronicRateSchema = z.object({
  numerator: count,
  denominator: count,
  parallelPaper: count,
  /** 紙の添付 of cases that nobody said paper went round for. */
  paperAttachments: count,
  unanswered: count,
  /** With a sentence each, in the reader's language. */
  exclusions: z.array(z.object({ code: NotCountedSchema, sentence: z.string(), count, inDenominator: z.boolean() })),
});

/** `GET /api/v1/stats/approvals` */
export const StatisticsSchema = z.object({
  from: z.string(),
  to: z.string(),
  /** For the filter. */
  units: z.array(z.object({ unitId: z.string(), unitName: z.string() })),
  electronic: ElectronicRateSchema,
  decided: count,
  /** From the first submission to the decision. */
  medianDays: days,
  p90Days: days,
  /** 差戻率 = returnedCases / cases; cases that ended in the period after they had been submitted. */
  returns: z.object({ returnedCases: count, cases: count }),
  standIns: z.object({
    /** 代決 (代理). */
    deputyDecisions: count,
    postReviewsOpen: count,
    postReviewsOverdue: count,
    /** 後閲: reviewers passed over. */
    skipped: count,
  }),
  bySection: z.array(
    z.object({
      unitId: z.string(),
      unitName: z.string(),
      decided: count,
      /** Of the numerator. */
      electronic: count,
      medianDays: days,
      p90Days: days,
      returned: count,
    }),
  ),
  /** At most ten, the slowest first. */
  slowestSteps: z.array(
    z.object({
      postId: z.string(),
      unitName: z.string(),
      postTitle: z.string(),
      duty: SlotDutySchema,
      acts: count,
      medianDays: z.number(),
      p90Days: z.number(),
    }),
  ),
  byMonth: z.array(z.object({ month: z.string(), decided: count, electronic: count, medianDays: days })),
});
export type Statistics = z.infer<typeof StatisticsSchema>;

export const StatisticsQuerySchema = z.strictObject({
  /** Left out: the first day of this fiscal year. */
  from: z.iso.date().optional(),
  /** Left out: today. */
  to: z.iso.date().optional(),
  /** Drafted in this unit or below it. */
  unit: z.uuid().optional(),
});
export type StatisticsQuery = z.infer<typeof StatisticsQuerySchema>;

/** `GET /api/v1/stats/paper-answers`: decided cases of which the caller, their drafter, has not said whether paper went round. */
export const PaperQuestionsSchema = z.object({
  items: z.array(z.object({ caseId: z.string(), title: z.string(), decidedOn: z.string() })),
});
export type PaperQuestions = z.infer<typeof PaperQuestionsSchema>;

/** `POST /api/v1/cases/{id}/paper-answer`: the drafter says whether paper went round in parallel. The last answer counts. */
export const PaperAnswerSchema = z.strictObject({ parallelPaper: z.boolean() });
export type PaperAnswer = z.infer<typeof PaperAnswerSchema>;

/** `GET /api/v1/cases/{id}/paper-answer` */
export const PaperAnswerViewSchema = z.object({
  /** Null: not answered yet. */
  parallelPaper: z.boolean().nullable(),
  mayAnswer: z.boolean(),
});
export type PaperAnswerView = z.infer<typeof PaperAnswerViewSchema>;
