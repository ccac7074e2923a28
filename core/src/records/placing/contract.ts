import { z } from 'zod';
import { LEVEL_QUESTIONS } from '../../shared/level-questions.ts';
import { RecordKindSchema } from '../contract.ts';
import { LevelSchema } from '../keeping/base-contract.ts';

/** `GET /api/v1/records/placing`: where a document of this class goes today, how long it stays and who sees it. */
export const PlacingQuerySchema = z.strictObject({
  kind: RecordKindSchema,
  classificationCode: z.string().min(1).max(40),
});
export type PlacingQuery = z.infer<typeof PlacingQuerySchema>;

export const PlacingSchema = z.object({
  retention: z.object({
    /** 5年, 永年（30年ごとに見直し）, 1年未満 */
    period: z.string(),
    /** なぜ5年か: how long, from when, and what becomes of it. */
    sentence: z.string(),
    article: z.string(),
  }),
  /** 簿冊 of this section, year and class. */
  folders: z.array(z.object({ id: z.string(), title: z.string() })),
  /** Into which it goes when nobody says; null where none, or none of several, speaks for itself. */
  folderId: z.string().nullable(),
  /** 自治体機密性 that this class has as a rule, and why it is proposed. */
  level: LevelSchema,
  levelReason: z.string(),
  /** The plain questions, in order: the first 「はい」 decides. */
  questions: z.array(z.object({ id: z.enum(LEVEL_QUESTIONS), text: z.string() })),
  /** What each level is called, and who then sees the document. */
  levels: z.record(LevelSchema, z.object({ name: z.string(), readers: z.string() })),
});
export type Placing = z.infer<typeof PlacingSchema>;
