import { z } from 'zod';
import { RoleSchema } from '../../directory/contract.ts';
import { NameSchema, rowShape, TextSchema } from './parts.ts';

const article = z.string().min(1);
const yen = z.int().min(0).max(1_000_000);

export const NEED_OUTCOMES = ['NUMBERED', 'UNNUMBERED', 'MINOR'] as const;

const QuestionSchema = z.strictObject({
  id: NameSchema,
  question: TextSchema.describe('はい・いいえで答えられる問い / a question of yes or no'),
  help: TextSchema.optional().describe('例 / examples'),
});

const NeedRowSchema = z.strictObject({
  ...rowShape,
  when: z
    .record(NameSchema, z.boolean())
    .describe('答え。書かない問いは問わない / answers; what is missing does not matter'),
  outcome: z.enum(NEED_OUTCOMES).describe('番号を付ける・付けない・軽易 / numbered, unnumbered, minor'),
});

const HandSeriesSchema = z.strictObject({
  id: NameSchema,
  name: TextSchema,
  symbol: z.string().min(1).max(20).describe('記号 / the symbol'),
  article,
});

const RunSchema = z.strictObject({
  symbol: z.string().min(1).max(20).describe('記号 / the symbol'),
  resets: z
    .enum(['FISCAL_YEAR', 'CALENDAR_YEAR'])
    .default('FISCAL_YEAR')
    .describe('番号を改める時：年度又は暦年 / begins again with the fiscal or the calendar year'),
  takenBy: z
    .array(RoleSchema)
    .min(1)
    .optional()
    .describe(
      '手で番号を取れる役割。なければ職のある職員 / roles that may take one by hand; missing: whoever holds a post',
    ),
  article,
});

const ChargeSchema = z.strictObject({
  id: NameSchema,
  name: TextSchema,
  yen,
  upToGrams: z.int().min(1).max(100_000).optional().describe('重さの上限 / at most so heavy'),
  extra: z.boolean().default(false).describe('加算するもの（速達・書留など） / added to another'),
});

/** 文書の収受・発送: numbers taken by hand, whether a document needs one, what postage costs. */
export const RegistersSchema = z.strictObject({
  article: article.describe('定めの根拠 / the article on which the rules rest'),
  suffixes: z
    .strictObject({
      RECEIVED: z.string().min(1).max(4).default('収'),
      SENT: z.string().min(1).max(4).default('発'),
    })
    .optional()
    .describe('所属の記号に付ける字 / what follows a section’s symbol'),
  series: z.array(HandSeriesSchema).default([]).describe('令達のほかの系列 / further runs of numbers'),
  runs: z.array(RunSchema).default([]).describe('系列ごとの定め / what holds for a run of numbers'),
  lastYear: z
    .strictObject({ until: z.string().regex(/^\d{2}-\d{2}$/u), article, sentence: TextSchema })
    .optional()
    .describe('前年度の番号を付けられる末日（月-日） / until when last year’s numbers may be taken'),
  reservation: z
    .strictObject({ hours: z.int().min(1).max(720), article })
    .optional()
    .describe('番号の予約が有効な時間 / how long a number is kept for somebody'),
  need: z
    .strictObject({ questions: z.array(QuestionSchema).min(1).max(3), rows: z.array(NeedRowSchema).min(1) })
    .optional()
    .describe('番号は要るか / whether a document needs a number'),
  senders: z.array(z.string().min(1).max(60)).default([]).describe('発信者名 / in whose name documents go out'),
  postage: z
    .array(z.strictObject({ from: z.iso.date(), article, charges: z.array(ChargeSchema).min(1) }))
    .default([])
    .describe('郵便料金。なければ全国の料金 / postage; missing: the national charges'),
});

export type RegistersBlock = z.infer<typeof RegistersSchema>;
