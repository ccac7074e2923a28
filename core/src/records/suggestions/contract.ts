import { z } from 'zod';
import { RecordKindSchema } from '../contract.ts';

/** `POST /api/v1/records/suggestions`: what is known of a document that is not filed yet. Nothing of it is kept. */
export const SuggestionInputSchema = z.strictObject({
  kind: RecordKindSchema,
  title: z.string().max(400).default(''),
  headings: z.array(z.string().max(200)).max(30).default([]),
});
export type SuggestionInput = z.infer<typeof SuggestionInputSchema>;

/** From what it was made: 件名, 見出し, an earlier document of this person, what the person or the section files. */
export const SuggestedBySchema = z.enum(['TITLE', 'HEADING', 'EARLIER', 'OWN', 'SECTION']);
export type SuggestedBy = z.infer<typeof SuggestedBySchema>;

export const SuggestionSchema = z.object({
  /** Of a class in the file plan of today. */
  code: z.string(),
  by: SuggestedBySchema,
  /** 「見出しの『予算』から」, in the reader's language. */
  reason: z.string(),
});
export type Suggestion = z.infer<typeof SuggestionSchema>;

/** The best first; none when nothing speaks for any class. */
export const SuggestionListSchema = z.object({ items: z.array(SuggestionSchema) });
