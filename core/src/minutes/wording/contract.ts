import { z } from 'zod';

/** `POST /api/v1/meetings/{id}/minutes/proposals`: sentences in a model's words, for people to take or leave. */
export const ProposalsInputSchema = z.strictObject({
  part: z.enum(['SUMMARY', 'KEY_POINT']),
  /** The 議題, an ITEM of the minutes; null: the whole meeting. */
  itemId: z.uuid().nullable(),
});
export type ProposalsInput = z.infer<typeof ProposalsInputSchema>;

export const ProposalSchema = z.object({
  text: z.string(),
  /** Lines of the transcript that it rests on; without any it is 追記, and shown as such. */
  sources: z.array(z.string()),
  isAddition: z.boolean(),
});

/** Nothing of it is kept: whoever takes a proposal adds it as a sentence of origin `MODEL`. */
export const ProposalsSchema = z.object({
  model: z.string(),
  host: z.string(),
  part: ProposalsInputSchema.shape.part,
  itemId: z.string().nullable(),
  proposals: z.array(ProposalSchema),
});
export type ProposalsView = z.infer<typeof ProposalsSchema>;

/** Whom one may ask for wording about these minutes, and where their words are sent. */
export const WordingSchema = z.object({ model: z.string(), host: z.string() });
