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
  /** Of the row, and of what raised it further. */
  article: z.string(),
  /** 決裁区分 by the pack's own name of it: `SECTION_HEAD`. */
  decisionClass: z.string(),
  /** In Japanese, the language of the record. */
  sentence: z.string(),
  /** For readers in English; cases of older versions do not have it. */
  sentenceEn: z.string().optional(),
  /** 専決: a subordinate post decides in the name of the head of the body. Older cases do not say. */
  delegated: z.boolean().optional(),
  /** Older cases do not say; they are general matters. */
  matter: z.string().optional(),
});
export type DecisionBasis = z.infer<typeof DecisionBasisSchema>;

/** 回議（経由） 合議 審査 仮決裁 決裁 供覧 */
export const DutyCodeSchema = z.enum(['REVIEW', 'CONSULT', 'EXAMINE', 'PROVISIONAL', 'DECISION', 'READING']);
export type DutyCode = z.infer<typeof DutyCodeSchema>;

export const StageRuleSchema = z.union([z.enum(['ALL', 'ANY']), z.object({ atLeast: z.int().positive() })]);
export type StageRule = z.infer<typeof StageRuleSchema>;

/** A post, or a section whose receiver names who answers. */
export const PlannedAddressSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('POST'), postId: z.string() }),
  z.object({ kind: z.literal('SECTION'), unitId: z.string() }),
]);
export type PlannedAddress = z.infer<typeof PlannedAddressSchema>;

export const FactValueSchema = z.union([z.number(), z.boolean(), z.string()]);
export type FactValue = z.infer<typeof FactValueSchema>;
