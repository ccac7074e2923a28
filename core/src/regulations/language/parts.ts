import { z } from 'zod';

/** A name inside a pack: of a class, a matter, a fact, a function, a reason. */
const NAME = /^[A-Za-z][A-Za-z0-9_.-]*$/u;
export const NameSchema = z.string().regex(NAME);

export const TextSchema = z
  .strictObject({ ja: z.string().min(1), en: z.string().min(1) })
  .describe('一文を日本語と英語で / one sentence in Japanese and English');

/** What every row of a regulation has. */
export const rowShape = {
  id: NameSchema.describe('行の名前。版の中で一度だけ使う / the name of the row, used once in the pack'),
  article: z.string().min(1).describe('根拠条項 / the article it comes from'),
  sentence: TextSchema.describe('理由として示す文 / what people are told as the reason'),
};

export const NumberTestSchema = z
  .strictObject({
    from: z.number().nonnegative().optional().describe('以上 / at least'),
    over: z.number().nonnegative().optional().describe('超 / more than'),
    upTo: z.number().nonnegative().optional().describe('以下 / at most'),
    below: z.number().nonnegative().optional().describe('未満 / less than'),
  })
  .refine((test) => Object.keys(test).length > 0, 'a limit is missing')
  .refine((test) => test.from === undefined || test.over === undefined, 'from and over exclude each other')
  .refine((test) => test.upTo === undefined || test.below === undefined, 'upTo and below exclude each other');
export type NumberTest = z.infer<typeof NumberTestSchema>;

export const FactTestSchema = z
  .union([NumberTestSchema, z.boolean(), z.string().min(1), z.array(z.string().min(1)).min(1)])
  .describe('数値の範囲、はい/いいえ、選択肢（複数可） / a range, yes or no, one choice or several');
export type FactTest = z.infer<typeof FactTestSchema>;

const WhenSchema = z.record(NameSchema, FactTestSchema);
export const UNIT_KINDS = ['BUREAU', 'DEPARTMENT', 'SECTION', 'SUBSECTION', 'OFFICE', 'BRANCH'] as const;

const names = (what: string) => z.array(NameSchema).min(1).optional().describe(what);
const unitCodes = (what: string) => z.array(z.string().min(1)).min(1).optional().describe(what);

/** When a row applies. What is missing does not matter; everything named must hold. */
export const appliesShape = {
  matters: names('事案 / matters'),
  groups: z.array(z.string().min(1)).min(1).optional().describe('事案の分野 / groups of matters'),
  exceptMatters: names('除く事案 / not these matters'),
  exceptGroups: z.array(z.string().min(1)).min(1).optional().describe('除く分野 / not these groups'),
  minor: z.boolean().optional().describe('軽易な事案か / only minor matters, or only others'),
  when: z
    .union([WhenSchema, z.array(WhenSchema).min(1)])
    .optional()
    .describe('事案の事実による条件。配列はいずれか / conditions on facts; a list means any of them'),
  units: unitCodes('起案所属又はその上位 / the drafter’s unit or one above it'),
  exceptUnits: unitCodes('除く所属（その下位を含む） / not these units or what is below them'),
  unitKinds: z
    .array(z.enum(UNIT_KINDS))
    .min(1)
    .optional()
    .describe('起案所属の種別。係は所属する課等で見る / kind of the drafter’s unit; a 係 counts as the unit above it'),
  drafterClasses: names('起案者の職の段階 / class of the drafter’s own post'),
  deciderClasses: names('決裁者の段階 / class of the deciding post'),
  deciderFrom: NameSchema.optional().describe('決裁者がこの段階以上 / the deciding post is of this class or higher'),
  urgent: z.boolean().optional().describe('至急か / only urgent cases, or only others'),
  escalations: names('専決の制限の理由のいずれか / one of these reasons for escalation is given'),
};
export const AppliesSchema = z.strictObject(appliesShape);
export type Applies = z.infer<typeof AppliesSchema>;

/** Words for a post or a section that the directory resolves on the day. */
export const DesignationSchema = z
  .union([
    z.strictObject({ post: z.string().min(1) }).describe('職コード / a post by its code'),
    z.strictObject({ head: z.string().min(1) }).describe('所属の長 / the head of a unit by its code'),
    z.strictObject({ section: z.string().min(1) }).describe('所属あて（合議受付者が担当者を決める） / a section'),
    z.strictObject({ function: NameSchema }).describe('functions に書いた担当 / whoever has this function'),
    z
      .strictObject({ inLine: NameSchema })
      .describe('起案者の系列にあるこの段階の職 / the post of this class in the line'),
    z.strictObject({ superior: z.literal(true) }).describe('直近上位の職 / the next post above in the line'),
    z
      .strictObject({ beside: z.strictObject({ class: NameSchema.optional(), title: z.string().min(1).optional() }) })
      .describe('代決: 不在の職と同じ所属の職 / for deputies: posts in the unit of the absent post'),
    z
      .strictObject({ named: z.literal(true) })
      .describe('代決: 不在の職の者があらかじめ指定した職 / for deputies: whom the absent one named beforehand'),
    z
      .strictObject({ below: NameSchema })
      .describe('代決: 不在の職の所属の直下にある所属の長 / for deputies: heads of the units right below'),
  ])
  .describe('職又は所属の指定 / names a post or a section');
export type Designation = z.infer<typeof DesignationSchema>;
