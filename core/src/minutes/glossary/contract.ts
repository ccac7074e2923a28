import { z } from 'zod';
import { PersonSchema } from '../../directory/contract.ts';
import { typedLine, typedLines, typedLinesOrNothing } from '../../shared/typed-text.ts';
import { LineSuggestionsSchema } from '../lines/contract.ts';

const version = z.number().int().min(1).max(2_147_483_647);
const WRITING = 100;
const MOST_HEARD = 20;

/** 人名, 地名, 部署, 事業名, その他 */
export const TermKindSchema = z.enum(['PERSON', 'PLACE', 'UNIT', 'PROJECT', 'OTHER']);

/** Of one 会議体; null: of the whole city. */
const bodyId = z.string().min(1).max(100).nullable();

const changeable = {
  /** The city's spelling. */
  written: typedLine(WRITING),
  /** As it is spoken; a hint to recognisers. */
  reading: typedLinesOrNothing(WRITING),
  kind: TermKindSchema,
  /** What recognisers make of it. */
  heard: z.array(typedLine(WRITING)).max(MOST_HEARD),
};

/** `POST /api/v1/minutes/glossary` */
export const AddTermInputSchema = z.strictObject({
  ...changeable,
  bodyId: bodyId.default(null),
  reading: changeable.reading.default(''),
  kind: changeable.kind.default('OTHER'),
  heard: changeable.heard.default([]),
});
export type AddTermInput = z.infer<typeof AddTermInputSchema>;

/** `PATCH /api/v1/minutes/glossary/{id}`: what is given is changed. */
export const ChangeTermInputSchema = z.strictObject({ version, ...z.object(changeable).partial().shape });
export type ChangeTermInput = z.infer<typeof ChangeTermInputSchema>;

export const GlossaryItemSchema = z.object({
  ...{ id: z.string(), version: z.number().int(), bodyId: z.string().nullable(), bodyName: z.string().nullable() },
  ...{ written: z.string(), reading: z.string(), kind: TermKindSchema, heard: z.array(z.string()) },
  ...{ at: z.string(), by: PersonSchema, may: z.object({ change: z.boolean() }) },
});
export type GlossaryItem = z.infer<typeof GlossaryItemSchema>;

/** `GET /api/v1/minutes/glossary`: those of the whole city first, by their reading. */
export const GlossarySchema = z.object({
  items: z.array(GlossaryItemSchema),
  may: z.object({
    /** For the whole city. */
    cityWide: z.boolean(),
    /** 会議体 for which this person may add terms. */
    bodies: z.array(z.object({ id: z.string(), name: z.string() })),
  }),
});
export type GlossaryView = z.infer<typeof GlossarySchema>;

/** `POST /api/v1/minutes/glossary/preview`: what the terms would make of a text. */
export const GlossaryPreviewInputSchema = z.strictObject({
  text: typedLines(2000),
  bodyId: bodyId.default(null),
  /** As if this term of that scope were kept as well. */
  also: z
    .strictObject({ written: changeable.written, heard: changeable.heard, kind: changeable.kind.default('OTHER') })
    .optional(),
});
export type GlossaryPreviewInput = z.infer<typeof GlossaryPreviewInputSchema>;
export const GlossaryPreviewSchema = LineSuggestionsSchema.shape.items.element.pick({ edits: true, after: true });
export type GlossaryPreview = z.infer<typeof GlossaryPreviewSchema>;

/** `POST /api/v1/minutes/glossary/import`: a CSV file; a term that is there already is changed, none is removed. */
export const ImportGlossaryMetadataSchema = z.strictObject({
  /** Says what would happen, and does nothing. */
  dryRun: z.boolean().default(false),
});

export const GlossaryProblemSchema = z.object({
  /** The header is line 1. */
  line: z.number().int(),
  column: z.string().nullable(),
  value: z.string(),
  /** In a sentence. */
  why: z.string(),
});
export type GlossaryProblem = z.infer<typeof GlossaryProblemSchema>;

/** Nothing is taken in as long as there is a problem. */
export const GlossaryImportSchema = z.object({
  ...{ added: z.number().int(), changed: z.number().int(), unchanged: z.number().int() },
  problems: z.array(GlossaryProblemSchema),
  done: z.boolean(),
});
export type GlossaryImport = z.infer<typeof GlossaryImportSchema>;

/** `GET /api/v1/minutes/glossary/export` */
export const GlossaryExportQuerySchema = z.strictObject({
  /** CSV to be taken in again; HOTWORDS a term on each line, PROMPT a sentence: both for recognisers. */
  form: z.enum(['CSV', 'HOTWORDS', 'PROMPT']).default('CSV'),
  /** Of CSV. */
  encoding: z.enum(['utf-8', 'shift_jis']).default('utf-8'),
  /** With the terms of this 会議体 before those of the city; left out: CSV has all, the others those of the city. */
  bodyId: z.string().min(1).max(100).optional(),
});
export type GlossaryExportQuery = z.infer<typeof GlossaryExportQuerySchema>;
