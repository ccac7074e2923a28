import { z } from 'zod';
import { typedLines } from '../../shared/typed-text.ts';

const version = z.number().int().min(0).max(2_147_483_647);
/** A remark of ten minutes read aloud. */
const MOST_LETTERS = 5000;
const MOST_EDITS = 200;

/** 区切り of the transcript as people edit it: what one speaker said in one go. */
export const LineSchema = z.object({
  id: z.string(),
  /** Its own: of two editors of one line the later one is told. */
  version: z.number().int(),
  /** The machine's label, kept for good. */
  label: z.string().nullable(),
  labelKind: z.enum(['NAME', 'MACHINE', 'ROOM', 'HIDDEN', 'NONE']),
  /** Whom people have put it to; null is 発言者不明. */
  attendeeId: z.string().nullable(),
  /** From the beginning of the transcript, in milliseconds. */
  startMs: z.number().int(),
  endMs: z.number().int().nullable(),
  /** What the machine heard; what is said now stands in `text`. */
  heard: z.string(),
  text: z.string(),
  /** Others speak at the same time: words may be whoever's. */
  overlaps: z.boolean(),
  /** How surely the voice is that of its label, 0 to 1; null where no recogniser told voices apart. */
  confidence: z.number().nullable(),
  /** A person looked at this very line: whose it stands for is no question any more. */
  sure: z.boolean(),
});
export type LineView = z.infer<typeof LineSchema>;

/** A label of the transcript, and who it may be: a candidate is shown, never set (M-06). */
export const SpeakerSchema = z.object({
  label: z.string().nullable(),
  kind: LineSchema.shape.labelKind,
  lines: z.number().int(),
  letters: z.number().int(),
  spokenMs: z.number().int(),
  /** Lines of it that nobody has been put to. */
  open: z.number().int(),
  candidates: z.array(
    z.object({
      attendeeId: z.string(),
      /** 0 to 1. */
      likelihood: z.number(),
      why: z.enum(['NAME', 'FAMILY_NAME', 'CALLED', 'PRESENT']),
    }),
  ),
});
export type SpeakerView = z.infer<typeof SpeakerSchema>;

/** `GET /api/v1/meetings/{id}/transcript` */
export const MeetingLinesSchema = z.object({
  meetingId: z.string(),
  version: z.number().int(),
  timed: z.boolean(),
  lines: z.array(LineSchema),
  speakers: z.array(SpeakerSchema),
  /** A voice that is surer than this is its label's; below, whoever edits is shown the line (M-06). */
  sureFrom: z.number(),
  /** Who else has it open (beside the reader), and at which line. */
  editors: z.array(z.object({ staffId: z.string(), name: z.string(), lineId: z.string().nullable() })),
});
export type MeetingLines = z.infer<typeof MeetingLinesSchema>;

export const SpeakerScopeSchema = z.enum(['THIS', 'FROM_HERE', 'EVERYWHERE']);

const line = { lineId: z.uuid(), version };

/** One step of an editor. Undoing is the opposite step. */
export const LineEditSchema = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('TEXT'), ...line, text: typedLines(MOST_LETTERS) }),
  /** `at` counts UTF-16 units of the text; the second half becomes the line `newId`. */
  z.strictObject({ op: z.literal('SPLIT'), ...line, at: z.number().int().min(1).max(100_000), newId: z.uuid() }),
  /** The line after it becomes a part of it. */
  z.strictObject({ op: z.literal('JOIN'), ...line, nextId: z.uuid(), nextVersion: version }),
  /** EVERYWHERE and FROM_HERE mean the lines of the same label. Null: 発言者不明. */
  z.strictObject({
    ...{ op: z.literal('SPEAKER'), ...line },
    ...{ attendeeId: z.uuid().nullable(), scope: SpeakerScopeSchema },
  }),
  /** Somebody has looked at it: it is whose it stands for; or they take that back. */
  z.strictObject({ op: z.literal('SURE'), ...line, sure: z.boolean() }),
]);
export type LineEdit = z.infer<typeof LineEditSchema>;

/** `POST /api/v1/meetings/{id}/transcript/edits`: as far as they fit what stands there now. */
export const LineEditsInputSchema = z.strictObject({ edits: z.array(LineEditSchema).min(1).max(MOST_EDITS) });
export type LineEditsInput = z.infer<typeof LineEditsInputSchema>;

export const LineEditsAnswerSchema = z.object({
  version: z.number().int(),
  changed: z.array(LineSchema),
  removed: z.array(z.string()),
  /** Edits that no longer fit, by their place in the input, with the line as it is now; null where it is gone. */
  refused: z.array(z.object({ edit: z.number().int(), now: LineSchema.nullable() })),
});
export type LineEditsAnswer = z.infer<typeof LineEditsAnswerSchema>;

/** `POST /api/v1/meetings/{id}/editing`: where I am; answers who else is there. */
export const EditingInputSchema = z.strictObject({ lineId: z.uuid().nullable() });
export const EditingAnswerSchema = MeetingLinesSchema.pick({ editors: true, version: true });

export const EditKindSchema = z.enum([
  'FILLER',
  'REPETITION',
  'RESTART',
  'OBVIOUS_ERROR',
  'INAUDIBLE',
  'NUMBER',
  'GLOSSARY',
]);

/** `GET /api/v1/meetings/{id}/transcript/suggestions`: 整文 and glossary; nothing is changed by asking. */
export const LineSuggestionsSchema = z.object({
  version: z.number().int(),
  items: z.array(
    z.object({
      lineId: z.string(),
      version: z.number().int(),
      edits: z.array(z.object({ kind: EditKindSchema, from: z.number().int(), before: z.string(), after: z.string() })),
      /** The text with all of them in it. */
      after: z.string(),
      /** 照会: what may be wrong and may be right; asked of the speaker, never changed. */
      queries: z.array(z.object({ from: z.number().int(), words: z.string(), why: z.string() })),
    }),
  ),
});
export type LineSuggestions = z.infer<typeof LineSuggestionsSchema>;

/** A second recording or transcript of one meeting: so much later than the first it begins. Null: where the first ends. */
export const FollowsSchema = z.strictObject({ offsetMs: z.number().int().min(0).max(86_400_000).nullable() });
export type Follows = z.infer<typeof FollowsSchema>;

/** `POST /api/v1/meetings/{id}/transcript`: a file of any recogniser, with this beside it. */
export const TakeInMetadataSchema = z.strictObject({
  version,
  /** 続き: its lines come after what is there. Left out: it replaces what nobody has edited, else it is kept beside. */
  follows: FollowsSchema.optional(),
  /** The transcript's name says another day or nobody known speaks in it: taken all the same. */
  despiteDoubts: z.boolean().default(false),
});
export type TakeInMetadata = z.infer<typeof TakeInMetadataSchema>;
