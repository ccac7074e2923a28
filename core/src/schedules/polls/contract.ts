import { z } from 'zod';
import { PersonSchema } from '../../directory/contract.ts';
import { typedDay, typedLine, typedLines, typedLinesOrNothing } from '../../shared/typed-text.ts';

const instant = z.iso.datetime({ offset: true });
const people = z.array(z.uuid()).max(50);
const version = z.number().int().min(1).max(2_147_483_647);

export const VoteSchema = z.enum(['YES', 'MAYBE', 'NO']);

const fields = {
  title: typedLine(200),
  note: z.union([z.literal(''), typedLines(2000)]),
  minutes: z.number().int().min(5).max(600).multipleOf(5),
  /** When the candidates begin; at least two before it is sent. */
  starts: z.array(instant).max(20),
  /** Whose poll it is takes part without being named, and is not asked. */
  required: people,
  optional: people,
  rooms: z.array(z.uuid()).max(10),
  /** null: online where more than one office takes part. */
  online: z.boolean().nullable(),
  visibility: z.enum(['PUBLIC', 'SECTION', 'PRIVATE']),
  /** The last day for answers; null only in a draft. */
  answerBy: typedDay().nullable(),
  /** Whether a time that suits everybody required is booked by itself. */
  autoBook: z.boolean(),
};

/** `POST /api/v1/schedules/polls` */
export const MakePollInputSchema = z.strictObject({
  ...fields,
  /** Whose poll it is, where a secretary makes it for an executive. */
  onBehalfOf: z.uuid().nullable().default(null),
  note: fields.note.default(''),
  starts: fields.starts.default([]),
  required: fields.required.default([]),
  optional: fields.optional.default([]),
  rooms: fields.rooms.default([]),
  online: fields.online.default(null),
  visibility: fields.visibility.default('SECTION'),
  answerBy: fields.answerBy.default(null),
  autoBook: fields.autoBook.default(true),
  /** Whether people are asked at once; otherwise it is a draft. */
  send: z.boolean().default(false),
});
export type MakePollInput = z.infer<typeof MakePollInputSchema>;

/** `PATCH /api/v1/schedules/polls/{id}`: what is missing stays. One that is sent asks anew whoever must say more. */
export const ChangePollInputSchema = z.strictObject(fields).partial().extend({ version });
export type ChangePollInput = z.infer<typeof ChangePollInputSchema>;

/** `POST /api/v1/schedules/polls/{id}/acts` */
export const PollActInputSchema = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('SEND'), version }),
  /** No more answers: what do they come to? */
  z.strictObject({ act: z.literal('CLOSE'), version }),
  /** This candidate, whatever the votes say. */
  z.strictObject({ act: z.literal('BOOK'), version, candidateId: z.uuid() }),
  z.strictObject({ act: z.literal('CANCEL'), version }),
]);
export type PollActInput = z.infer<typeof PollActInputSchema>;

/** `PUT /api/v1/schedules/polls/{id}/answer`: something to every candidate; the newest answer counts. */
export const PollAnswerInputSchema = z.strictObject({
  /** For whom; null: oneself. Secretaries answer for executives. */
  staffId: z.uuid().nullable().default(null),
  votes: z.record(z.uuid(), VoteSchema),
  remark: typedLinesOrNothing(500).default(''),
});
export type PollAnswerInput = z.infer<typeof PollAnswerInputSchema>;

const PollStateSchema = z.enum(['DRAFT', 'OPEN', 'CHOSEN', 'NOTHING', 'BOOKED', 'CANCELLED']);

const PollAnswerSchema = z.object({
  person: PersonSchema,
  required: z.boolean(),
  /** Has said something to every candidate as they are now. */
  complete: z.boolean(),
  votes: z.record(z.string(), VoteSchema),
  remark: z.string(),
  at: z.string().nullable(),
  /** The reader may answer for them: it is themselves, or an executive of theirs. */
  mayAnswer: z.boolean(),
});

export const PollSchema = z.object({
  pollId: z.string(),
  version: z.number().int(),
  state: PollStateSchema,
  ...{ title: z.string(), note: z.string(), minutes: z.number().int(), answerBy: z.string().nullable() },
  owner: PersonSchema,
  /** Who acts for the owner; null: the owner. */
  maker: PersonSchema.nullable(),
  candidates: z.array(
    z.object({
      ...{ candidateId: z.string(), from: z.string(), to: z.string() },
      ...{ yes: z.number().int(), maybe: z.number().int(), no: z.number().int() },
      chosen: z.boolean(),
    }),
  ),
  answers: z.array(PollAnswerSchema),
  rooms: z.array(z.object({ roomId: z.string(), name: z.string() })),
  online: z.boolean().nullable(),
  visibility: z.enum(['PUBLIC', 'SECTION', 'PRIVATE']),
  autoBook: z.boolean(),
  /** After the end of the answers: why this one, or who stands in the way, in sentences. */
  outcome: z.array(z.string()),
  /** Why it could not be booked. */
  problem: z.string().nullable(),
  bookingId: z.string().nullable(),
  may: z.object({
    ...{ answer: z.boolean(), change: z.boolean(), send: z.boolean(), close: z.boolean() },
    ...{ book: z.boolean(), cancel: z.boolean() },
  }),
});
export type PollView = z.infer<typeof PollSchema>;

/** `GET /api/v1/schedules/polls`: one's own and those one is asked in; what waits for one first. */
export const PollListSchema = z.object({
  items: z.array(
    z.object({
      ...{ pollId: z.string(), state: PollStateSchema, title: z.string(), answerBy: z.string().nullable() },
      owner: PersonSchema,
      /** The reader is asked and has not said everything. */
      waitsForMe: z.boolean(),
      organises: z.boolean(),
      ...{ asked: z.number().int(), answered: z.number().int() },
      /** The time chosen or booked. */
      from: z.string().nullable(),
    }),
  ),
});
export type PollList = z.infer<typeof PollListSchema>;
