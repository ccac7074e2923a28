import { z } from 'zod';
import { PersonSchema } from '../../directory/contract.ts';
import { typedLine, typedLinesOrNothing } from '../../shared/typed-text.ts';
import { FileRefSchema, RecordKindSchema } from '../contract.ts';

const version = z.number().int().min(1).max(2_147_483_647);
const TITLE = 100;
const PURPOSE = 300;
const NOTE = 300;

/** 様式の版: what was added when, and what is new in it. */
export const TemplateEditionSchema = z.object({
  /** Counted from 1. */
  edition: z.number().int(),
  file: FileRefSchema,
  note: z.string(),
  /** instant, ISO 8601 */
  addedAt: z.string(),
  addedBy: PersonSchema,
});
export type TemplateEdition = z.infer<typeof TemplateEditionSchema>;

/** 様式: a form that a section offers. */
export const TemplateViewSchema = z.object({
  id: z.string(),
  version: z.number().int(),
  title: z.string(),
  purpose: z.string(),
  /** What documents made from it are filed as, where one kind and class are meant. */
  kind: RecordKindSchema.nullable(),
  classification: z.object({ code: z.string(), name: z.string() }).nullable(),
  /** 主管課 */
  ownerUnitName: z.string(),
  /** `RETIRED` is no longer to be used. */
  state: z.enum(['OFFERED', 'RETIRED']),
  /** The newest. */
  current: TemplateEditionSchema,
  may: z.object({ change: z.boolean() }),
});
export type TemplateView = z.infer<typeof TemplateViewSchema>;

/** `GET /api/v1/templates/{id}`: with every edition, newest first. */
export const TemplateInFullSchema = TemplateViewSchema.extend({ editions: z.array(TemplateEditionSchema) });
export type TemplateInFull = z.infer<typeof TemplateInFullSchema>;

/** `GET /api/v1/templates`: by section and title. */
export const OfferedTemplatesSchema = z.object({
  items: z.array(TemplateViewSchema),
  /** 文書主任 for their section, 総括文書管理者 for theirs. */
  may: z.object({ add: z.boolean() }),
});
export type OfferedTemplates = z.infer<typeof OfferedTemplatesSchema>;

export const TemplateQuerySchema = z.strictObject({
  /** Words of title, purpose or section. */
  q: z.string().max(100).default(''),
  /** `all` shows the retired ones too. */
  state: z.enum(['offered', 'all']).default('offered'),
});
export type TemplateQuery = z.infer<typeof TemplateQuerySchema>;

const described = {
  title: typedLine(TITLE),
  purpose: typedLinesOrNothing(PURPOSE),
  kind: RecordKindSchema.nullable(),
  classificationCode: z.string().max(40).nullable(),
};

/** The `metadata` part of `POST /api/v1/templates`; the `file` part is the Word document. */
export const AddTemplateInputSchema = z.strictObject({
  title: described.title,
  purpose: described.purpose.default(''),
  kind: described.kind.default(null),
  classificationCode: described.classificationCode.default(null),
  note: typedLinesOrNothing(NOTE).default(''),
});
export type AddTemplateInput = z.infer<typeof AddTemplateInputSchema>;

/** The `metadata` part of `POST /api/v1/templates/{id}/editions`. */
export const AddEditionInputSchema = z.strictObject({ version, note: typedLinesOrNothing(NOTE).default('') });
export type AddEditionInput = z.infer<typeof AddEditionInputSchema>;

/** `PATCH /api/v1/templates/{id}`: what is given is changed. */
export const ChangeTemplateInputSchema = z.strictObject({
  version,
  ...z.object({ ...described, state: z.enum(['OFFERED', 'RETIRED']) }).partial().shape,
});
export type ChangeTemplateInput = z.infer<typeof ChangeTemplateInputSchema>;

export const TemplateContentQuerySchema = z.strictObject({
  /** The newest when not given. */
  edition: z.coerce.number().int().min(1).max(2_147_483_647).optional(),
});
