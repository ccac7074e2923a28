import { z } from 'zod';
import { PersonSchema } from '../../directory/contract.ts';
import { typedLines } from '../../shared/typed-text.ts';

/** `POST /api/v1/meetings/{id}/holds`, `POST /api/v1/meetings/{id}/holds/{holdId}/lift` */
export const HoldInputSchema = z.strictObject({ reason: typedLines(500) });
export type HoldInput = z.infer<typeof HoldInputSchema>;

/** 廃棄の停止: somebody disputes the minutes, and nothing of the meeting may be disposed of. */
export const MinutesHoldSchema = z.object({
  ...{ id: z.string(), reason: z.string(), by: PersonSchema, at: z.string() },
  lifted: z.object({ reason: z.string(), by: PersonSchema, at: z.string() }).nullable(),
  may: z.object({ lift: z.boolean() }),
});
export type MinutesHold = z.infer<typeof MinutesHoldSchema>;

/** `GET /api/v1/meetings/{id}/keeping`: which recordings and transcripts are kept, until when, and what keeps them longer. */
export const MeetingKeepingSchema = z.object({
  meetingId: z.string(),
  items: z.array(
    z.object({
      ...{ id: z.string(), kind: z.enum(['TRANSCRIPT', 'RECORDING']), fileName: z.string(), at: z.string() },
      by: PersonSchema,
      /** It is gone: when and by which article, in words. */
      disposed: z.string().nullable(),
    }),
  ),
  /** The day on which the minutes became final. */
  finalOn: z.string().nullable(),
  /** The last day, counted from `finalOn`; null before that, and where the rules say nothing. */
  until: z.string().nullable(),
  keepDays: z.number().int().nullable(),
  article: z.string().nullable(),
  /** All of the above in words. */
  sentence: z.string(),
  /** Its last day has passed and nothing holds it. */
  isDue: z.boolean(),
  /** The newest first. */
  holds: z.array(MinutesHoldSchema),
  may: z.object({ hold: z.boolean() }),
});
export type MeetingKeeping = z.infer<typeof MeetingKeepingSchema>;

/** `GET /api/v1/meetings/kept`: for the 総括文書管理者, 文書主任 of their own sections, and 監査. The oldest day first. */
export const KeptMeetingsQuerySchema = z.strictObject({
  /** `true`: only what is due for disposal. */
  due: z.enum(['true', 'false']).default('false'),
  cursor: z.string().max(200).optional(),
});
export type KeptMeetingsQuery = z.infer<typeof KeptMeetingsQuerySchema>;

export const KeptMeetingsSchema = z.object({
  items: z.array(
    z.object({
      ...{ meetingId: z.string(), title: z.string(), heldOn: z.string(), unitName: z.string() },
      ...{ finalOn: z.string(), until: z.string(), article: z.string(), isDue: z.boolean() },
      ...{ transcripts: z.number().int(), recordings: z.number().int(), holds: z.number().int() },
      /** Whether this person may look at the meeting itself. */
      mayOpen: z.boolean(),
    }),
  ),
  nextCursor: z.string().nullable(),
});
export type KeptMeetings = z.infer<typeof KeptMeetingsSchema>;
