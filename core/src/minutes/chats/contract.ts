import { z } from 'zod';
import { PersonSchema } from '../../directory/contract.ts';
import { typedDay, typedLine } from '../../shared/typed-text.ts';
import { OnlineChatSchema } from '../meetings/contract.ts';

/** What of a chat shall be minutes. */
export const ChatWishSchema = z.strictObject({
  title: typedLine(200),
  /** 会議体 of the city's rules; null where it is of none. */
  bodyId: z.string().max(100).nullable().default(null),
  from: typedDay(),
  to: typedDay(),
});
export type ChatWish = z.infer<typeof ChatWishSchema>;

/** `POST /api/v1/meetings/from-chat` */
export const FromChatInputSchema = z.strictObject({ chat: OnlineChatSchema, ...ChatWishSchema.shape });

/** `GET /api/v1/meetings/chat-offer?chat=…`: with what the form begins. */
export const ChatOfferQuerySchema = z.strictObject({ chat: OnlineChatSchema });
export const ChatOfferSchema = z.object({
  title: z.string(),
  from: z.string(),
  to: z.string(),
  bodies: z.array(z.object({ id: z.string(), name: z.string() })),
  /** 所管課 that the minutes would be of. */
  unitName: z.string(),
});
export type ChatOffer = z.infer<typeof ChatOfferSchema>;

/** STARTED: it is being read; THERE: others keep the minutes of these days already, and nothing was read. */
export const FromChatAnswerSchema = z.object({ meetingId: z.string(), outcome: z.enum(['STARTED', 'THERE']) });
export type FromChatAnswer = z.infer<typeof FromChatAnswerSchema>;

const ReactionSchema = z.object({ sign: z.string(), names: z.array(z.string()) });

/** What stands beside the words of one message. */
export const ChatMarkSchema = z.object({
  lineId: z.string(),
  editedAt: z.string().nullable(),
  /** Deleted in Teams; the line says so, unless somebody had edited it before. */
  deleted: z.boolean(),
  reactions: z.array(ReactionSchema),
  files: z.array(z.object({ name: z.string(), url: z.string().nullable() })),
  /** Lines that it replies to. */
  replies: z.array(z.string()),
  /** It replies to a message that is none of these lines: of other days, or written to an app. */
  repliesElsewhere: z.boolean(),
  important: z.boolean(),
});
export type ChatMark = z.infer<typeof ChatMarkSchema>;

/** `GET /api/v1/meetings/{id}/chat` */
export const ChatViewSchema = z.object({
  meetingId: z.string(),
  topic: z.string(),
  since: z.string(),
  until: z.string(),
  /** Times of lines count from this moment: a line's own is this and its `startMs`. */
  beganAt: z.string(),
  state: z.enum(['READING', 'DONE', 'REFUSED']),
  /** Why it was not read, and what to do about it. */
  refusal: z.string().nullable(),
  askedAt: z.string(),
  askedBy: PersonSchema,
  /** Messages of this time that people wrote to an app: they are no lines. */
  leftOut: z.number().int(),
  marks: z.array(ChatMarkSchema),
  /** Who posted which file when. */
  files: z.array(
    z.object({
      name: z.string(),
      url: z.string().nullable(),
      by: z.string().nullable(),
      at: z.string(),
      lineId: z.string(),
    }),
  ),
  /** This person may have it read once more. */
  mayReadAgain: z.boolean(),
});
export type ChatView = z.infer<typeof ChatViewSchema>;
