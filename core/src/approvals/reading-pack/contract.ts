import { z } from 'zod';
import { DocumentNumberSchema } from '../../records/contract.ts';

/** What the reader has to be told about a part. */
export const ReadingNoteSchema = z.enum([
  /** Broken, or not what its name says. */
  'UNREADABLE',
  /** Protected by a password. */
  'ENCRYPTED',
  /** Too large or too intricate to be shown here. */
  'TOO_LARGE',
  /** Refused by the look-over of documents: macros, things loaded from outside. */
  'REFUSED',
  /** Formulas or embedded objects are not shown. */
  'OBJECTS_OMITTED',
  /** Pictures in a format of drawing programs, or too large ones, are not shown. */
  'PICTURES_OMITTED',
  /** 変更履歴: shown as if all changes were accepted. */
  'TRACKED_CHANGES',
  'COMMENTS',
  /** The text of a PDF without its drawings and layout, and without characters of typefaces that name none. */
  'TEXT_ONLY',
  /** Nothing to show: to be opened in its own program. */
  'OPEN_ORIGINAL',
]);
export type ReadingNote = z.infer<typeof ReadingNoteSchema>;

export const ReadingPartSchema = z.object({
  /** `document`, or the attachment's id: the same in every version. */
  key: z.string(),
  title: z.string(),
  fileName: z.string(),
  sha256: z.string(),
  /** bytes */
  size: z.number().int(),
  kind: z.enum(['WORD', 'PDF', 'IMAGE', 'TEXT', 'OTHER']),
  /** Paragraphs, lists, tables and pictures only: no script, no style, no link, nothing that is loaded from anywhere. */
  html: z.string().nullable(),
  pageCount: z.number().int().nullable(),
  /** Counted in the file, as Word counted when it saved, or estimated from the length of the text. */
  counted: z.enum(['FILE', 'WORD', 'ESTIMATE']).nullable(),
  notes: z.array(ReadingNoteSchema),
});
export type ReadingPartView = z.infer<typeof ReadingPartSchema>;

export const ReadingPackSchema = z.object({
  parts: z.array(ReadingPartSchema),
  /** Of the parts whose pages can be counted. */
  totalPages: z.number().int(),
  uncountedParts: z.number().int(),
  /** True when the total holds an estimate. */
  estimated: z.boolean(),
});
export type ReadingPackView = z.infer<typeof ReadingPackSchema>;

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
