import { z } from 'zod';
import { PersonSchema } from '../../directory/contract.ts';

/**
 * 様式: REPORT is the 会議結果報告書; the others are 会議録 by their length: VERBATIM 逐語, CLEAN 整文, KEY_POINTS 要点,
 * SUMMARY 会議概要, DECISIONS 決定事項一覧.
 */
export const PaperFormSchema = z.enum(['REPORT', 'VERBATIM', 'CLEAN', 'KEY_POINTS', 'SUMMARY', 'DECISIONS']);
export type PaperForm = z.infer<typeof PaperFormSchema>;

/** `GET /api/v1/meetings/{id}/paper`, `GET /api/v1/meetings/{id}/publication/paper`: a Word file. */
export const PaperQuerySchema = z.strictObject({ form: PaperFormSchema });

/** `POST /api/v1/minutes/templates`: a Word file with tags; it takes the place of the one before. */
export const TemplateMetadataSchema = z.strictObject({
  form: PaperFormSchema,
  /** Of one 会議体; null: of all that have none of their own. */
  bodyId: z.string().min(1).max(100).nullable().default(null),
});
export type TemplateMetadata = z.infer<typeof TemplateMetadataSchema>;

/** `GET /api/v1/minutes/templates`: the city's own; where there is none the default is used. */
export const TemplateListSchema = z.object({
  items: z.array(
    z.object({
      ...{ id: z.string(), form: PaperFormSchema, bodyId: z.string().nullable(), bodyName: z.string().nullable() },
      ...{ fileName: z.string(), at: z.string(), by: PersonSchema },
    }),
  ),
  may: z.object({ change: z.boolean() }),
});
export type TemplateList = z.infer<typeof TemplateListSchema>;

/** `GET /api/v1/minutes/template-tags`: every tag that a template may use. */
export const TemplateTagsSchema = z.object({
  items: z.array(
    z.object({
      tag: z.string(),
      /** WORDS are put in its place; LIST repeats what stands between its two ends; IF shows it or leaves it out. */
      kind: z.enum(['WORDS', 'LIST', 'IF']),
      /** What it stands for: in Japanese, as papers are. */
      says: z.string(),
      /** The lists that it stands in, the outermost first. */
      within: z.array(z.string()),
    }),
  ),
});
export type TemplateTags = z.infer<typeof TemplateTagsSchema>;
