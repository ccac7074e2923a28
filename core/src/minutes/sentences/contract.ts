import { z } from 'zod';
import { typedDay, typedLine, typedLines, typedLinesOrNothing } from '../../shared/typed-text.ts';
import { WordingSchema } from '../wording/contract.ts';

const version = z.number().int().min(0).max(2_147_483_647);
const MOST_SOURCES = 200;
const MOST_EDITS = 200;

/** The five boxes of the 会議結果報告書: 案のとおり決定, 一部修正, 継続検討, 否決, 報告了承. */
export const OutcomeSchema = z.enum([
  'APPROVED_AS_PROPOSED',
  'APPROVED_WITH_CHANGES',
  'CONTINUED',
  'REJECTED',
  'REPORT_ACCEPTED',
]);

/** ITEM is a 議題; SUMMARY the 概要; ANSWER follows its QUESTION. */
export const SentencePartSchema = z.enum(['SUMMARY', 'ITEM', 'KEY_POINT', 'DECISION', 'ACTION', 'QUESTION', 'ANSWER']);
export type SentencePart = z.infer<typeof SentencePartSchema>;

/** One sentence of the minutes with what it rests on. */
export const SentenceSchema = z.object({
  id: z.string(),
  version: z.number().int(),
  part: SentencePartSchema,
  /** Its 議題, an ITEM; null before the first one. */
  itemId: z.string().nullable(),
  text: z.string(),
  /** RULES drafted it, a PERSON wrote or changed it, a MODEL proposed it and a person took it. */
  origin: z.enum(['RULES', 'PERSON', 'MODEL']),
  /** Lines of the transcript; where there are none the sentence is shown as 追記. */
  sources: z.array(z.string()),
  isAddition: z.boolean(),
  outcome: OutcomeSchema.nullable(),
  /** Of an ACTION; `attendeeId` null where the name is nobody's who attended. */
  owner: z.object({ attendeeId: z.string().nullable(), name: z.string() }).nullable(),
  /** Of an ACTION; `on` null where the words name no single day (「今月中」). */
  due: z.object({ words: z.string(), on: z.string().nullable() }).nullable(),
  /** Of a QUESTION or an ANSWER. */
  speaker: z.string().nullable(),
});
export type SentenceView = z.infer<typeof SentenceSchema>;

/** `GET /api/v1/meetings/{id}/minutes` */
export const MinutesSchema = z.object({
  meetingId: z.string(),
  version: z.number().int(),
  sentences: z.array(SentenceSchema),
  /** Whom one may ask for wording, and where words are then sent; null: nobody. */
  wording: WordingSchema.nullable(),
  /** The 議題 of the meeting changed after the newest draft: whoever may edit can have it drafted along them. */
  agendaIsNewer: z.boolean(),
});
export type MinutesView = z.infer<typeof MinutesSchema>;

const changeable = {
  text: typedLines(2000),
  outcome: OutcomeSchema.nullable(),
  owner: z.strictObject({ attendeeId: z.uuid().nullable(), name: typedLine(100) }).nullable(),
  due: z.strictObject({ words: typedLinesOrNothing(100), on: typedDay().nullable() }).nullable(),
  sources: z.array(z.uuid()).max(MOST_SOURCES),
};

export const SentenceEditSchema = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('SET'), id: z.uuid(), version, ...z.object(changeable).partial().shape }),
  z.strictObject({
    ...{ op: z.literal('ADD'), id: z.uuid(), part: SentencePartSchema, itemId: z.uuid().nullable() },
    /** Comes after this sentence; null at the end of its part. */
    after: z.uuid().nullable(),
    text: changeable.text,
    sources: changeable.sources.default([]),
    outcome: changeable.outcome.default(null),
    owner: changeable.owner.default(null),
    due: changeable.due.default(null),
    /** MODEL: a proposal that this person took. */
    origin: z.enum(['PERSON', 'MODEL']).default('PERSON'),
  }),
  z.strictObject({ op: z.literal('REMOVE'), id: z.uuid(), version }),
]);
export type SentenceEdit = z.infer<typeof SentenceEditSchema>;

/** `POST /api/v1/meetings/{id}/minutes/edits` */
export const SentenceEditsInputSchema = z.strictObject({ edits: z.array(SentenceEditSchema).min(1).max(MOST_EDITS) });
export type SentenceEditsInput = z.infer<typeof SentenceEditsInputSchema>;

export const SentenceEditsAnswerSchema = z.object({
  version: z.number().int(),
  changed: z.array(SentenceSchema),
  removed: z.array(z.string()),
  refused: z.array(z.object({ edit: z.number().int(), now: SentenceSchema.nullable() })),
});
export type SentenceEditsAnswer = z.infer<typeof SentenceEditsAnswerSchema>;

/** `POST /api/v1/meetings/{id}/minutes/draft`: by rules; what people wrote stays, what rules drafted before gives way. */
export const DraftInputSchema = z.strictObject({ version });
