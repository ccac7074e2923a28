import { z } from 'zod';

/** 分類: a class of the file plan, with what the retention schedule says about it. */
export const ClassificationSchema = z.object({
  code: z.string(),
  /** 大分類 / 中分類 / 小分類, as one line. */
  path: z.string(),
  name: z.string(),
  /** 0 is 1年未満; of 永年 the years until it is reviewed. */
  retentionYears: z.number().int(),
  /** 5年, 永年（30年ごとに見直し）, 1年未満 */
  period: z.object({ ja: z.string(), en: z.string() }),
  permanent: z.boolean().optional(),
  endAction: z.enum(['TRANSFER', 'DESTROY', 'CONSULT']).optional(),
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

const NamedSchema = z.object({ code: z.string(), name: z.string() });

/** A post or section on a route, with whoever holds it today. */
export const AddresseeSchema = z.object({
  kind: z.enum(['POST', 'SECTION']),
  /** The post’s or the unit’s id. */
  id: z.string(),
  /** 政策課長, 財政課 */
  name: z.string(),
  holders: z.array(z.object({ staffId: z.string(), name: z.string() })),
  /** Known to be away at the moment, as these regulations mean it. */
  absent: z.boolean(),
});
export type Addressee = z.infer<typeof AddresseeSchema>;

const ReasonSchema = z.object({ ruleId: z.string(), article: z.string(), sentence: z.string() });

/** 後閲 of somebody who is away today: by the regulations themselves, or where somebody chooses to. */
export const PassOverSchema = z.object({ article: z.string(), sentence: z.string(), automatic: z.boolean() });

export const ExplainedSlotSchema = z.object({
  stage: z.number().int(),
  stageRule: StageRuleSchema,
  duty: DutyCodeSchema,
  who: AddresseeSchema,
  mandatory: z.boolean(),
  article: z.string(),
  sentence: z.string(),
  /** Null while the holder is there, or where nobody may be passed over. */
  passOver: PassOverSchema.nullable(),
});
export type ExplainedSlot = z.infer<typeof ExplainedSlotSchema>;

/** 「これは誰の決裁？」: who decides, who is consulted, who may act for them today, and why. */
export const ExplainViewSchema = z.object({
  day: z.string(),
  regulationVersion: z.string(),
  regulation: z.string(),
  matter: NamedSchema.extend({ group: z.string(), minor: z.boolean() }),
  /** What stands in the way, as a sentence, and who can resolve it; then the rest is empty. */
  problem: z.object({ code: z.string(), sentence: z.string(), whoCanResolve: z.string() }).nullable(),
  decider: AddresseeSchema.nullable(),
  /** 決裁区分 in words: 課長専決. */
  decisionClass: NamedSchema.nullable(),
  /** 専決 */
  delegated: z.boolean(),
  route: z.array(ExplainedSlotSchema),
  /** 引継先・報告先 */
  readers: z.array(ExplainedSlotSchema),
  /** ―(斜線) */
  struck: z.array(AddresseeSchema),
  /** For the deciding post and those who may be stood in for: in order, with who may act today. */
  standIns: z.array(
    z.object({
      for: AddresseeSchema,
      duty: DutyCodeSchema,
      article: z.string(),
      sentence: z.string(),
      order: z.array(z.object({ place: z.number().int(), who: z.array(AddresseeSchema) })),
      /** Names of posts; empty while the holder is there, or where nobody may. */
      mayActToday: z.array(z.string()),
    }),
  ),
  retention: z
    .object({
      ...{ code: z.string(), path: z.string(), years: z.number().int(), article: z.string() },
      permanent: z.boolean(),
      endAction: z.enum(['TRANSFER', 'DESTROY', 'CONSULT']),
      /** From when until when, and what becomes of it then. */
      sentence: z.string(),
    })
    .nullable(),
  reminders: z.array(
    z.object({ afterWorkingDays: z.number(), to: z.enum(['HOLDER', 'SUPERIOR', 'RECORDS', 'DRAFTER']) }),
  ),
  numbering: z
    .object({
      series: z.string(),
      symbol: z.string().nullable(),
      per: z.enum(['UNIT', 'BODY', 'NONE']),
      article: z.string(),
    })
    .nullable(),
  /** Every row that had a part in it. */
  why: z.array(ReasonSchema),
});
export type ExplainView = z.infer<typeof ExplainViewSchema>;

/** What the drafting page asks for: the matters of the pack in force, with the facts each needs. */
export const MattersViewSchema = z.object({
  regulationVersion: z.string(),
  regulation: z.string(),
  items: z.array(
    NamedSchema.extend({
      group: z.string(),
      help: z.string().nullable(),
      minor: z.boolean(),
      /** Words that people ask with. */
      keywords: z.array(z.string()),
      /** The file-plan class that fits as a rule. */
      classification: z.string().nullable(),
      facts: z.array(
        z.object({
          key: z.string(),
          type: z.enum(['amountYen', 'days', 'nights', 'count', 'number', 'boolean', 'choice']),
          label: z.string(),
          help: z.string().nullable(),
          optional: z.boolean(),
          choices: z.array(z.object({ value: z.string(), label: z.string() })),
        }),
      ),
    }),
  ),
  /** 専決の制限: reasons for going further up. */
  reasons: z.array(NamedSchema),
  /** 職の段階, lowest first. */
  classes: z.array(NamedSchema),
  /** 類推専決 is allowed. */
  analogy: z.boolean(),
});
export type MattersView = z.infer<typeof MattersViewSchema>;

/** The question as it comes by HTTP. `facts` is JSON text: `{"amountYen":500000}`. */
export const ExplainQuerySchema = z.strictObject({
  matter: z.string().max(80).default('GENERAL'),
  facts: z.string().max(4000).default('{}'),
  /** Codes with commas between. */
  escalations: z.string().max(400).default(''),
  raiseTo: z.string().max(80).optional(),
  analogousTo: z.string().max(80).optional(),
  urgent: z.enum(['true', 'false']).default('false'),
  /** The unit in which it would be drafted; the caller’s own when not said. */
  unitId: z.string().max(64).optional(),
});
export type ExplainQuery = z.infer<typeof ExplainQuerySchema>;

const RowNameSchema = z.object({ ruleId: z.string(), article: z.string(), sentence: z.string() });

/** A version of the regulations: in force, to come, or proposed. */
export const PackViewSchema = z.object({
  /** Null for a version that came with the product. */
  packId: z.string().nullable(),
  version: z.string(),
  regulation: z.string(),
  effectiveFrom: z.string(),
  state: z.enum(['BUILT_IN', 'PROPOSED', 'ACTIVE', 'DROPPED']),
  /** The version that decides today. */
  inForceToday: z.boolean(),
  /** From when it counts; null until it is decided upon. */
  inForceFrom: z.string().nullable(),
  importedBy: z
    .object({ staffId: z.string(), name: z.string(), postTitle: z.string(), unitName: z.string() })
    .nullable(),
  importedAt: z.string().nullable(),
  caseId: z.string().nullable(),
  /** 伺い文 must name this, so that whoever decides knows which text it is. */
  fingerprint: z.string().nullable(),
  rows: z.number().int(),
});
export type PackView = z.infer<typeof PackViewSchema>;

/** For review: what it changes, and which of its rows would point to nobody today. */
export const PackReviewSchema = PackViewSchema.extend({
  comparedWith: z.string(),
  /** The matter of the case that may decide upon it; null: any. */
  matter: NamedSchema.nullable(),
  added: z.array(RowNameSchema),
  changed: z.array(RowNameSchema),
  removed: z.array(RowNameSchema),
  breaks: z.array(RowNameSchema),
  /** A 伺い文 for the case that decides upon it. */
  proposalText: z.string(),
});
export type PackReview = z.infer<typeof PackReviewSchema>;

/** A version as tables, for whoever reads regulations. */
export const PackTableSchema = z.object({
  version: z.string(),
  regulation: z.string(),
  body: z.string(),
  effectiveFrom: z.string(),
  sections: z.array(z.object({ title: z.string(), head: z.array(z.string()), rows: z.array(z.array(z.string())) })),
});
export type PackTable = z.infer<typeof PackTableSchema>;

/** Which version: one that was brought in, or one by its name; in force today where neither is said. */
export const PackTableQuerySchema = z.strictObject({
  packId: z.uuid().optional(),
  version: z.string().max(100).optional(),
});
export type PackTableQuery = z.infer<typeof PackTableQuerySchema>;

export const PackListSchema = z.object({ items: z.array(PackViewSchema) });

/** Why a text is refused as a pack: `present` of the problem `regulations.pack_refused`. */
export const PackFindingSchema = z.object({ row: z.string().nullable(), code: z.string(), sentence: z.string() });
export type PackFinding = z.infer<typeof PackFindingSchema>;

export const PackCaseSchema = z.strictObject({ caseId: z.uuid() });

const PostNameSchema = z.object({ postId: z.string(), name: z.string() });

/** 指定: whom the caller named as deputies of their own posts. */
export const NamedDeputiesSchema = z.object({
  /** False where the regulations in force name the deputies themselves: then it has no effect. */
  counts: z.boolean(),
  items: z.array(z.object({ post: PostNameSchema, deputies: z.array(PostNameSchema) })),
});
export type NamedDeputies = z.infer<typeof NamedDeputiesSchema>;

export const NamingInputSchema = z.strictObject({ postId: z.uuid(), deputyPostIds: z.array(z.uuid()).max(5) });
export type NamingInput = z.infer<typeof NamingInputSchema>;
