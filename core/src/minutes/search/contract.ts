import { z } from 'zod';
import { typedDay, typedLine } from '../../shared/typed-text.ts';
import { MeetingListItemSchema } from '../meetings/contract.ts';
import { SentencePartSchema } from '../sentences/contract.ts';

/** `GET /api/v1/meetings/search`: two letters or more; several words between spaces must all be there. */
export const MinutesSearchQuerySchema = z.strictObject({
  q: typedLine(200),
  /** A part of the speaker's name. */
  speaker: typedLine(100).optional(),
  /** A part of the 議題 under which it stands. */
  agenda: typedLine(200).optional(),
  /** 会議体 */
  body: z.string().min(1).max(100).optional(),
  from: typedDay().optional(),
  to: typedDay().optional(),
  cursor: z.string().max(300).optional(),
});
export type MinutesSearchQuery = z.infer<typeof MinutesSearchQuerySchema>;

export const MinutesHitSchema = z.object({
  /** TITLE of the meeting, AGENDA of its 次第, SENTENCE of the minutes, LINE of the transcript (for whoever keeps the minutes). */
  kind: z.enum(['TITLE', 'AGENDA', 'SENTENCE', 'LINE']),
  /** Of the meeting, the 議題, the sentence, the line. */
  id: z.string(),
  part: SentencePartSchema.nullable(),
  speaker: z.string().nullable(),
  /** The words around the first hit, in their order. */
  snippet: z.array(z.object({ text: z.string(), hit: z.boolean() })),
  meeting: MeetingListItemSchema.pick({
    id: true,
    state: true,
    title: true,
    bodyName: true,
    heldOn: true,
    unitName: true,
  }),
});
export type MinutesHit = z.infer<typeof MinutesHitSchema>;

/** The newest meeting first, and what was found in one meeting in its order. */
export const MinutesSearchSchema = z.object({
  /** Of all that this person may see. */
  total: z.number().int(),
  items: z.array(MinutesHitSchema),
  nextCursor: z.string().nullable(),
});
export type MinutesSearch = z.infer<typeof MinutesSearchSchema>;
