import { z } from 'zod';
import { SentencePartSchema } from '../sentences/contract.ts';

// Words as they were recorded: what an earlier release wrote may have more in it, or less.
const Content = z.object({
  ...{ title: z.string(), bodyId: z.string().nullable(), place: z.string() },
  ...{ startsAt: z.string().nullable(), endsAt: z.string().nullable() },
  ...{ closedGround: z.string().nullable(), closedReason: z.string() },
  agenda: z.array(z.object({ title: z.string() })),
  attendees: z.array(z.object({ id: z.string(), name: z.string(), attended: z.boolean() })),
  observers: z.number().nullable(),
  papers: z.array(z.string()),
});
export const MeetingWords = z.object({ heldOn: z.string(), isOpen: z.boolean(), content: Content });
export type MeetingWords = z.infer<typeof MeetingWords>;

export const ReasonWords = z.object({ reason: z.string() });
export const SuggestedWords = z.object({ before: z.string(), after: z.string(), reason: z.string() });
export const RemarkWords = z.object({
  ...{ comment: z.string().optional(), note: z.string().optional(), paper: z.string().optional() },
  absence: z.string().optional(),
});
export const AlignedWords = z.object({ fileName: z.string(), before: z.string().nullable(), after: z.string() });
export const FileWords = z.object({ fileName: z.string() });

const LineWords = z.object({ lineId: z.string(), text: z.string(), attendeeId: z.string().nullable() });
export type LineWords = z.infer<typeof LineWords>;
export const LinesWords = z.object({
  before: z.array(LineWords),
  after: z.array(LineWords),
  removed: z.array(z.string()),
});

const SentenceWords = z.object({ sentenceId: z.string(), part: SentencePartSchema, text: z.string() });
export type SentenceWords = z.infer<typeof SentenceWords>;
export const SentencesWords = z.object({
  before: z.array(SentenceWords).default([]),
  after: z.array(SentenceWords).default([]),
});

const RedactionWords = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('WORDS'), words: z.string() }),
  z.object({ kind: z.literal('PERSON'), attendeeId: z.string() }),
  z.object({ kind: z.literal('ITEM'), itemId: z.string() }),
]);
export type RedactionWords = z.infer<typeof RedactionWords>;
export const RedactionsWords = z.object({ added: z.array(RedactionWords), removed: z.array(RedactionWords) });
