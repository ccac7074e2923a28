import { z } from 'zod';

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
