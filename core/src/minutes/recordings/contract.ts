import { z } from 'zod';
import { PersonSchema } from '../../directory/contract.ts';
import { typedLine } from '../../shared/typed-text.ts';
import { FollowsSchema } from '../lines/contract.ts';

/**
 * UPLOADING while its parts come; STORED once all of it is there; RECOGNISING while a recogniser listens; RECOGNISED when its
 * transcript is there; FAILED when there is none, with the reason.
 */
export const RecordingStateSchema = z.enum(['UPLOADING', 'STORED', 'RECOGNISING', 'RECOGNISED', 'FAILED']);
export type RecordingState = z.infer<typeof RecordingStateSchema>;

/** What the bytes are, whatever the file is called. */
export const RecordingKindSchema = z.enum(['WAV', 'M4A', 'MP4', 'MP3', 'OGG', 'WEBM']);
export type RecordingKind = z.infer<typeof RecordingKindSchema>;

/** Why a recording has no transcript yet. */
export const RecordingProblemSchema = z.object({
  code: z.string(),
  sentence: z.string(),
  /** It is tried again by itself. */
  passing: z.boolean(),
});

export const RecordingSchema = z.object({
  id: z.string(),
  fileName: z.string(),
  state: RecordingStateSchema,
  /** Null until its beginning has come. */
  kind: RecordingKindSchema.nullable(),
  bytes: z.number().int(),
  partBytes: z.number().int(),
  parts: z.number().int(),
  /** So many parts have come: the next to be sent has this number, counted from 0. */
  received: z.number().int(),
  at: z.string(),
  by: PersonSchema,
  problem: RecordingProblemSchema.nullable(),
  /** Of those of the meeting: what came of it. */
  transcriptId: z.string().nullable(),
  /** It goes on from another recording or transcript. */
  follows: z.boolean(),
  may: z.object({ send: z.boolean(), recognise: z.boolean(), play: z.boolean() }),
});
export type RecordingView = z.infer<typeof RecordingSchema>;

/** `GET /api/v1/meetings/{id}/recordings`: the oldest first. */
export const RecordingListSchema = z.object({
  recordings: z.array(RecordingSchema),
  /** The one that the lines of the transcript are heard in; null where there is none. */
  playsId: z.string().nullable(),
  /** What the lines are heard in, in order: from so many milliseconds of theirs on. Below 0: it was begun before them. */
  plays: z.array(z.object({ recordingId: z.string(), fromMs: z.number().int() })),
  mostBytes: z.number().int(),
  /** Of what is begun now: so many bytes go into each part but the last. */
  partBytes: z.number().int(),
  may: z.object({ add: z.boolean() }),
});
export type RecordingList = z.infer<typeof RecordingListSchema>;

/** `POST /api/v1/meetings/{id}/recordings/{recordingId}/align`: this line is heard at this moment of the recording. */
export const AlignRecordingInputSchema = z.strictObject({
  lineId: z.uuid(),
  atMs: z.number().int().min(0).max(172_800_000),
});
export type AlignRecordingInput = z.infer<typeof AlignRecordingInputSchema>;

const Sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * `POST /api/v1/meetings/{id}/recordings`: begins to send a recording. The same file again goes on where the last attempt
 * ended.
 */
export const BeginRecordingInputSchema = z.strictObject({
  fileName: typedLine(200),
  bytes: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
  /** Of the first part: tells whether it is the same file. */
  firstSha256: Sha256Schema,
  /** 続き: what it says comes after what is there. */
  follows: FollowsSchema.optional(),
});
export type BeginRecordingInput = z.infer<typeof BeginRecordingInputSchema>;

/** `PUT /api/v1/meetings/{id}/recordings/{recordingId}/parts/{number}`: the bytes of one part, with their hash beside them. */
export const RecordingPartMetadataSchema = z.strictObject({ sha256: Sha256Schema });

/**
 * `POST /api/v1/meetings/{id}/recordings/{recordingId}/ticket`: where the recording can be played from for some minutes, by
 * whoever asked and may still see the meeting. Answers ranges (RFC 9110, 14).
 */
export const PlayTicketSchema = z.object({ path: z.string(), until: z.string() });
export type PlayTicket = z.infer<typeof PlayTicketSchema>;
