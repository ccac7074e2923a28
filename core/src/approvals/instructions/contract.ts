import { z } from 'zod';
import { PersonSchema } from '../../directory/contract.ts';
import { typedLines, typedLinesOrNothing } from '../../shared/typed-text.ts';
import { ConfidentialitySchema } from '../contract-parts.ts';
import { CaseStatusSchema } from '../contract-views.ts';

/** OPEN = nobody has drafted from it; DRAFTED = a case is linked; DONE = that case is decided; CANCELLED by the giver. */
export const InstructionStateSchema = z.enum(['OPEN', 'DRAFTED', 'DONE', 'CANCELLED']);
export type InstructionState = z.infer<typeof InstructionStateSchema>;

/** RELEASED = the linked case was given up, rejected or dropped: it may be drafted anew. */
export const InstructionActSchema = z.enum(['GIVEN', 'DRAFTED', 'RELEASED', 'DONE', 'CANCELLED']);
export type InstructionAct = z.infer<typeof InstructionActSchema>;

const lineOrNothing = typedLinesOrNothing(100)
  .refine((text) => !/\s/.test(text.replaceAll(/[ \u3000]/g, '')), 'text.unreadable')
  .default('');

/** `POST /api/v1/instructions`: what a draft is to be, said before anybody drafts it. */
export const GiveInstructionInputSchema = z.strictObject({
  /** To whom. */
  staffId: z.uuid(),
  /** 目的 */
  purpose: typedLines(1000),
  /** 読む人 */
  reader: lineOrNothing,
  /** 分量, in words: 「A4 1枚」 */
  length: lineOrNothing,
  /** 期限 */
  dueOn: z.iso.date().nullable().default(null),
  /** 見本: the document number of a decided case. */
  sampleNumber: lineOrNothing,
  confidentiality: ConfidentialitySchema.default('C2'),
});
export type GiveInstructionInput = z.infer<typeof GiveInstructionInputSchema>;

/** `POST /api/v1/instructions/{id}/cancel` */
export const CancelInstructionInputSchema = z.strictObject({
  version: z.number().int().min(1).max(2_147_483_647),
  reason: typedLines(1000),
});
export type CancelInstructionInput = z.infer<typeof CancelInstructionInputSchema>;

/** `GET /api/v1/instructions` */
export const InstructionQuerySchema = z.strictObject({
  box: z.enum(['given', 'received']),
  cursor: z.string().max(100).optional(),
});
export type InstructionQuery = z.infer<typeof InstructionQuerySchema>;
export type InstructionBox = InstructionQuery['box'];

/** `GET /api/v1/instructions/addressees`: to whom the caller may give one today, nearest first. */
export const AddresseeQuerySchema = z.strictObject({ q: typedLinesOrNothing(100).default('') });
export const AddresseesSchema = z.object({ items: z.array(PersonSchema), more: z.boolean() });
export type Addressees = z.infer<typeof AddresseesSchema>;

export const InstructionViewSchema = z.object({
  id: z.string(),
  /** Counts every line of its history. */
  version: z.number().int(),
  state: InstructionStateSchema,
  givenBy: PersonSchema,
  givenAt: z.string(),
  addressee: PersonSchema,
  purpose: z.string(),
  reader: z.string(),
  length: z.string(),
  dueOn: z.string().nullable(),
  /** The day is over and nothing has been put before the superiors. */
  overdue: z.boolean(),
  confidentiality: ConfidentialitySchema,
  /** What was written in it went with the document that was drafted from it. */
  wordsGone: z.boolean(),
  /** Number only, where this reader may not see the case. */
  sample: z.object({ number: z.string(), caseId: z.string().nullable(), title: z.string().nullable() }).nullable(),
  /** The case that was drafted from it. How often it was sent back is shown to both sides, the case to whom may see it. */
  draft: z
    .object({
      caseId: z.string().nullable(),
      title: z.string().nullable(),
      confidentiality: ConfidentialitySchema,
      status: CaseStatusSchema,
      returns: z.number().int(),
    })
    .nullable(),
  cancelled: z.object({ by: PersonSchema, at: z.string(), reason: z.string() }).nullable(),
  may: z.object({ draft: z.boolean(), cancel: z.boolean() }),
  history: z.array(z.object({ seq: z.number().int(), at: z.string(), act: InstructionActSchema, actor: PersonSchema })),
});
export type InstructionView = z.infer<typeof InstructionViewSchema>;

export const InstructionPageSchema = z.object({
  items: z.array(InstructionViewSchema),
  nextCursor: z.string().nullable(),
});
export type InstructionPage = z.infer<typeof InstructionPageSchema>;
