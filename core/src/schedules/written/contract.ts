import { z } from 'zod';
import { PersonSchema } from '../../directory/contract.ts';
import { typedLine, typedLines, typedLinesOrNothing } from '../../shared/typed-text.ts';

const instant = z.iso.datetime({ offset: true });
const version = z.number().int().min(1).max(2_147_483_647);

const fields = {
  title: typedLine(200),
  note: typedLinesOrNothing(2000),
  opensAt: instant,
  closesAt: instant,
  participants: z.array(z.uuid()).min(1).max(100),
  /** 定足数: how many must have written something. */
  quorum: z.number().int().min(1).max(100),
  items: z
    .array(z.strictObject({ title: typedLine(200), proposal: typedLines(2000) }))
    .min(1)
    .max(10),
};

/** `POST /api/v1/schedules/written` */
export const MakeWrittenInputSchema = z.strictObject({ ...fields, note: fields.note.default('') });
export type MakeWrittenInput = z.infer<typeof MakeWrittenInputSchema>;

/** `PATCH /api/v1/schedules/written/{id}`, until it opens: what is missing stays. */
export const ChangeWrittenInputSchema = z.strictObject(fields).partial().extend({ version });
export type ChangeWrittenInput = z.infer<typeof ChangeWrittenInputSchema>;

/** `POST /api/v1/schedules/written/{id}/cancel` */
export const CancelWrittenInputSchema = z.strictObject({ version });
export type CancelWrittenInput = z.infer<typeof CancelWrittenInputSchema>;

export const StanceSchema = z.enum(['FOR', 'AGAINST', 'HOLD']);

/** `POST /api/v1/schedules/written/{id}/remarks`: to each matter a stance, a comment, or both. */
export const WrittenRemarksInputSchema = z.strictObject({
  remarks: z
    .array(
      z.strictObject({
        itemId: z.uuid(),
        stance: StanceSchema.nullable().default(null),
        comment: typedLinesOrNothing(2000).default(''),
      }),
    )
    .min(1)
    .max(10)
    // To one matter one thing at a time: which of two would count?
    .refine((all) => new Set(all.map(({ itemId }) => itemId)).size === all.length),
});
export type WrittenRemarksInput = z.infer<typeof WrittenRemarksInputSchema>;

const StateSchema = z.enum(['PLANNED', 'OPEN', 'CLOSED', 'CANCELLED']);

export const WrittenSchema = z.object({
  ...{ writtenId: z.string(), version: z.number().int(), state: StateSchema, title: z.string(), note: z.string() },
  ...{ opensAt: z.string(), closesAt: z.string(), quorum: z.number().int(), organiser: PersonSchema },
  participants: z.array(z.object({ person: PersonSchema, attended: z.boolean() })),
  items: z.array(
    z.object({
      ...{ itemId: z.string(), title: z.string(), proposal: z.string() },
      ...{ for: z.number().int(), against: z.number().int(), hold: z.number().int() },
      /** The reader's own last one. */
      stance: StanceSchema.nullable(),
      /** After the end, in a sentence with the count. */
      decision: z.string().nullable(),
      remarks: z.array(
        z.object({ person: PersonSchema, stance: StanceSchema.nullable(), comment: z.string(), at: z.string() }),
      ),
    }),
  ),
  /** Whether there is, or was, a quorum, in a sentence. */
  attendance: z.string(),
  /** The meeting of its minutes. */
  meetingId: z.string().nullable(),
  may: z.object({ say: z.boolean(), change: z.boolean(), cancel: z.boolean() }),
});
export type WrittenView = z.infer<typeof WrittenSchema>;

/** `GET /api/v1/schedules/written`: one's own and those one takes part in, the newest first. */
export const WrittenListSchema = z.object({
  items: z.array(
    z.object({
      ...{ writtenId: z.string(), state: StateSchema, title: z.string(), opensAt: z.string(), closesAt: z.string() },
      organiser: PersonSchema,
      /** The reader has not said where they stand on every matter. */
      waitsForMe: z.boolean(),
    }),
  ),
});
export type WrittenList = z.infer<typeof WrittenListSchema>;
