import { z } from 'zod';
import { NameSchema, rowShape, TextSchema } from './parts.ts';

const article = z.string().min(1).describe('根拠条項 / the article');

const SchemeSchema = z.strictObject({
  id: NameSchema,
  name: TextSchema.describe('請求の名 / what the request is called'),
  law: TextSchema.describe('条例又は法律の名 / the ordinance or law'),
  term: z
    .strictObject({ days: z.int().min(1).max(120), article })
    .describe('請求のあった日の翌日から数える日数 / days from the day after the request'),
  extension: z
    .strictObject({ days: z.int().min(1).max(120), article })
    .describe('理由を付けて延長できる日数 / by how many days it may be extended with a reason'),
  correction: article
    .optional()
    .describe('補正に要した日数を期間に数えない根拠 / that days of a correction do not count'),
  correctionTerm: z
    .strictObject({ days: z.int().min(1).max(120).optional(), article })
    .optional()
    .describe(
      '補正を求める根拠と、求めた日の翌日から数える日数（なければその都度決める）/ by when a correction is due',
    ),
  dismissal: article.optional().describe('請求を却下する根拠 / that a request is dismissed as inadmissible'),
  referral: article.optional().describe('審査会への諮問を要する根拠 / that an appeal goes to the review board'),
  grounds: z
    .array(z.strictObject(rowShape))
    .min(1)
    .describe('不開示情報の各号。文は理由として示す / what may be withheld'),
  absent: article.describe('不存在の決定の根拠 / that there is no such document'),
  unconfirmed: article.describe('存否応答拒否の根拠 / that not even its existence is confirmed'),
});

/** 情報公開条例と個人情報保護法による開示請求: terms and grounds. */
export const DisclosureSchema = z.strictObject({ schemes: z.array(SchemeSchema).min(1) });

export type DisclosureBlock = z.infer<typeof DisclosureSchema>;
