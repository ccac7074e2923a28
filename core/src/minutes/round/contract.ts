import { z } from 'zod';
import { PersonSchema } from '../../directory/contract.ts';
import { typedDay, typedLine, typedLines, typedLinesOrNothing } from '../../shared/typed-text.ts';

const version = z.number().int().min(0).max(2_147_483_647);
const REASON = 1000;

/** What holds where somebody does not answer in time. */
export const SilenceSchema = z.enum(['AGREES', 'STAYS_OPEN']);

/**
 * ASKED: no answer yet; AGREED; SUGGESTED: wishes for other words; AGREED_BY_SILENCE: by the rules of the body; OPEN: the
 * day is over and nothing was said, which the rules do not take for an answer; BY_OTHER_MEANS: not of the city's staff, to
 * be asked by mail or on the telephone, no answer yet.
 */
export const AnswerStateSchema = z.enum([
  ...(['ASKED', 'AGREED', 'SUGGESTED', 'AGREED_BY_SILENCE', 'OPEN', 'BY_OTHER_MEANS'] as const),
]);
export type AnswerState = z.infer<typeof AnswerStateSchema>;

/** How an answer came that somebody else wrote down: 口頭, 電話, 電子メール, 書面. */
export const MeansSchema = z.enum(['SPOKEN', 'TELEPHONE', 'MAIL', 'PAPER']);
export type Means = z.infer<typeof MeansSchema>;

const ofAttendee = { attendeeId: z.string(), name: z.string(), postTitle: z.string() };

export const RoundPersonSchema = z.object({
  ...ofAttendee,
  state: AnswerStateSchema,
  answeredAt: z.string().nullable(),
  /** After the deadline. */
  isLate: z.boolean(),
  /** Null: answered here. */
  means: MeansSchema.nullable(),
  /** Who wrote it down for them. */
  enteredBy: PersonSchema.nullable(),
  /** The day on which they told it; null where they answered here, or an earlier release did not ask. */
  toldOn: z.string().nullable(),
  note: z.string(),
  /** Lines put to them, and sentences that rest on those or name them. */
  own: z.object({ lines: z.number().int(), sentences: z.number().int() }),
});
export type RoundPersonView = z.infer<typeof RoundPersonSchema>;

export const SuggestionStateSchema = z.enum(['OPEN', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'VOID']);
const of = z.enum(['SENTENCE', 'LINE']);

/** A wish for other words: kept for good, whatever became of it. */
export const RoundSuggestionSchema = z.object({
  id: z.string(),
  /** Whose wish it is. Null: of whoever keeps the minutes and did not attend. */
  attendee: z.object(ofAttendee).nullable(),
  by: PersonSchema,
  means: MeansSchema.nullable(),
  /** The day on which they told it to whoever wrote it down. */
  toldOn: z.string().nullable(),
  at: z.string(),
  isLate: z.boolean(),
  target: z.object({ of, id: z.string() }),
  before: z.string(),
  after: z.string(),
  reason: z.string(),
  state: SuggestionStateSchema,
  /** Other words stand there by now: it can be declined or withdrawn, and not be accepted. */
  isStale: z.boolean(),
  settledBy: PersonSchema.nullable(),
  settledAt: z.string().nullable(),
  comment: z.string(),
  may: z.object({ withdraw: z.boolean(), settle: z.boolean() }),
});
export type RoundSuggestionView = z.infer<typeof RoundSuggestionSchema>;

const sentenced = z.object({ code: z.string(), sentence: z.string() });

/** `GET /api/v1/meetings/{id}/round` */
export const RoundSchema = z.object({
  meetingId: z.string(),
  /** Of the meeting, for whoever begins, closes or reopens. */
  version: z.number().int(),
  /** What the rules of the body want; null where they want no confirmation. */
  rule: z
    .object({
      /** Begun today, the round ends on this day or later. */
      dueOn: z.string(),
      silence: SilenceSchema,
      article: z.string(),
    })
    .nullable(),
  /** The newest round; null before the first. */
  round: z
    .object({
      nth: z.number().int(),
      /** VOID: the minutes were opened again; the answers are kept and hold no more. */
      state: z.enum(['OPEN', 'CLOSED', 'VOID']),
      askedAt: z.string(),
      by: PersonSchema,
      /** The last day on which one may answer. */
      dueOn: z.string(),
      isOver: z.boolean(),
      silence: SilenceSchema,
      /** What deadline and silence rest on; null where the body has no rule. */
      article: z.string().nullable(),
      closedAt: z.string().nullable(),
      people: z.array(RoundPersonSchema),
      suggestions: z.array(RoundSuggestionSchema),
    })
    .nullable(),
  /** Me among those who were asked. */
  me: z
    .object({
      attendeeId: z.string(),
      state: AnswerStateSchema,
      own: z.object({ lineIds: z.array(z.string()), sentenceIds: z.array(z.string()) }),
    })
    .nullable(),
  /** What stands otherwise than people last confirmed it: while minutes that came back are written on, and while they are asked again. */
  changed: z.array(z.object({ of, id: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
  /** Why a round cannot begin yet. */
  hindrances: z.array(sentenced),
  /** Why it cannot be closed yet: who has not answered, what is not settled. */
  waitsFor: z.array(sentenced),
  /** Why I settle in the chair's place: their absence, as the directory knows it. Null where I do not. */
  standIn: z.object({ chair: z.string(), statement: z.string() }).nullable(),
  may: z.object({
    ...{ begin: z.boolean(), agree: z.boolean() },
    /** OWN: one's own remarks; ANYWHERE: chair and whoever keeps the minutes. */
    suggest: z.enum(['NOWHERE', 'OWN', 'ANYWHERE']),
    /** Write down the answer of somebody who was asked by other means. */
    ...{ enter: z.boolean(), settle: z.boolean(), close: z.boolean(), reopen: z.boolean() },
  }),
});
export type RoundView = z.infer<typeof RoundSchema>;

/** `POST /api/v1/meetings/{id}/round` */
export const BeginRoundInputSchema = z.strictObject({
  version,
  /** Left out: as the rules have it. Without rules it must be given. */
  dueOn: typedDay().optional(),
});
export type BeginRoundInput = z.infer<typeof BeginRoundInputSchema>;

const means = MeansSchema;
/** The day on which it was told: from the day of the asking until today. Left out: today. */
const toldOn = typedDay().optional();

/** `POST /api/v1/meetings/{id}/round/agree`: with the minutes as they stand. */
export const AgreeInputSchema = z.strictObject({
  /** The round that was looked at, where it may be another by now. */
  nth: z.number().int().min(1).optional(),
});
export type AgreeInput = z.infer<typeof AgreeInputSchema>;

/** `POST /api/v1/meetings/{id}/round/answers`: of somebody who was asked by other means. */
export const EnterAnswerInputSchema = z.strictObject({
  attendeeId: z.uuid(),
  /** AGREED_BY_SILENCE: asked, and nothing came; after the deadline and by rules that have it so. */
  answer: z.enum(['AGREED', 'AGREED_BY_SILENCE']),
  means,
  toldOn,
  note: typedLinesOrNothing(REASON).default(''),
});
export type EnterAnswerInput = z.infer<typeof EnterAnswerInputSchema>;

/** `POST /api/v1/meetings/{id}/round/suggestions` */
export const SuggestInputSchema = z.strictObject({
  id: z.uuid(),
  target: z.strictObject({ of, id: z.uuid(), version }),
  /** The words that should stand there. */
  text: typedLines(2000),
  reason: typedLinesOrNothing(REASON).default(''),
  /** Written down for somebody who was asked by other means. */
  behalf: z.strictObject({ attendeeId: z.uuid(), means, toldOn }).nullable().default(null),
});
export type SuggestInput = z.infer<typeof SuggestInputSchema>;

/** `POST /api/v1/meetings/{id}/round/suggestions/{suggestionId}/settle` */
export const SettleInputSchema = z.strictObject({
  outcome: z.enum(['ACCEPTED', 'DECLINED']),
  comment: typedLinesOrNothing(REASON).default(''),
});
export type SettleInput = z.infer<typeof SettleInputSchema>;

/** `POST /api/v1/meetings/{id}/round/suggestions/{suggestionId}/withdraw` */
export const WithdrawInputSchema = z.strictObject({});

/** `POST /api/v1/meetings/{id}/round/close` */
export const CloseRoundInputSchema = z.strictObject({ version });

/** `POST /api/v1/meetings/{id}/reopen`: back to writing; answers and signatures are kept and hold no more. */
export const ReopenInputSchema = z.strictObject({ version, reason: typedLine(REASON) });
export type ReopenInput = z.infer<typeof ReopenInputSchema>;
