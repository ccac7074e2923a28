import { z } from 'zod';

/** 分類: a class of the file plan, with what the retention schedule says about it. */
export const ClassificationSchema = z.object({
  code: z.string(),
  /** 大分類 / 中分類 / 小分類, as one line. */
  path: z.string(),
  name: z.string(),
  retentionYears: z.number().int(),
  /** The article the period comes from. */
  article: z.string(),
  /** True for the one that fits the hint best. */
  suggested: z.boolean(),
});
export type Classification = z.infer<typeof ClassificationSchema>;

export const ClassificationListSchema = z.object({ items: z.array(ClassificationSchema) });

/** Why a post decides: the row of the decision table, in words. */
export const DecisionBasisSchema = z.object({
  ruleId: z.string(),
  regulationVersion: z.string(),
  article: z.string(),
  decisionClass: z.enum(['MAYOR', 'DEPUTY_MAYOR', 'DEPARTMENT_HEAD', 'SECTION_HEAD', 'SUBSECTION_HEAD']),
  /** In Japanese, the language of the record. */
  sentence: z.string(),
  /** For readers in English; cases of older versions do not have it. */
  sentenceEn: z.string().optional(),
});
export type DecisionBasis = z.infer<typeof DecisionBasisSchema>;
