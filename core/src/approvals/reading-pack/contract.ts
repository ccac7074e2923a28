import { z } from 'zod';
import { DocumentNumberSchema, ReadingPackSchema } from '../../records/contract.ts';

const PieceSchema = z.object({ kind: z.enum(['SAME', 'ADDED', 'REMOVED']), text: z.string() });

export const DiffBlockSchema = z.discriminatedUnion('kind', [
  /** A paragraph beside a change, to know where one is. */
  z.object({ kind: z.literal('SAME'), text: z.string() }),
  /** So many unchanged paragraphs in between. */
  z.object({ kind: z.literal('GAP'), count: z.number().int() }),
  z.object({ kind: z.literal('ADDED'), text: z.string() }),
  z.object({ kind: z.literal('REMOVED'), text: z.string() }),
  z.object({ kind: z.literal('CHANGED'), pieces: z.array(PieceSchema) }),
]);
export type DiffBlock = z.infer<typeof DiffBlockSchema>;

export const PartDiffSchema = z.object({
  /** As in the pack; against a cited case also `proposal`: title and 伺い文. */
  key: z.string(),
  title: z.string(),
  /** REPLACED: another file whose text cannot be compared, or whose text is the same. */
  change: z.enum(['SAME', 'ADDED', 'REMOVED', 'CHANGED', 'REPLACED']),
  pagesBefore: z.number().int().nullable(),
  pagesAfter: z.number().int().nullable(),
  blocks: z.array(DiffBlockSchema),
});
export type PartDiff = z.infer<typeof PartDiffSchema>;

export const PackDiffSchema = z.object({ parts: z.array(PartDiffSchema), changedParts: z.number().int() });
export type PackDiff = z.infer<typeof PackDiffSchema>;

/** `GET /api/v1/cases/{id}/reading-pack` */
export const ReadingAnswerSchema = z.object({
  pack: ReadingPackSchema,
  /** When this reader last acted on another content; then `diff` says what is different. */
  since: z.string().nullable(),
  diff: PackDiffSchema.nullable(),
  /** 引用起案: what is different from the case that it was drafted from, for readers who may see that one too. */
  cited: z
    .object({
      caseId: z.string(),
      title: z.string(),
      documentNumber: DocumentNumberSchema.nullable(),
      diff: PackDiffSchema,
    })
    .nullable(),
});
export type ReadingAnswer = z.infer<typeof ReadingAnswerSchema>;
