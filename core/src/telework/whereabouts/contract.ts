import { z } from 'zod';
import { PersonSchema } from '../../directory/contract.ts';
import { typedLine, typedLinesOrNothing } from '../../shared/typed-text.ts';

/** 外出 (comes back), 直帰 (goes home from there). */
export const WhereaboutsKindSchema = z.enum(['OUT', 'DIRECT_HOME']);
export type WhereaboutsKind = z.infer<typeof WhereaboutsKindSchema>;

/**
 * `POST /api/v1/telework/whereabouts`: where I am. Either as people type it (`said`: 「外出 県庁 17時まで」「直帰」「帰庁」),
 * or by `kind` with instants. It ends by itself.
 */
export const WhereaboutsInputSchema = z
  .strictObject({
    said: typedLine(200).nullable().default(null),
    kind: z.enum(['OUT', 'DIRECT_HOME', 'BACK']).nullable().default(null),
    /** null: from now. */
    from: z.iso.datetime({ offset: true }).nullable().default(null),
    /** When back; of 直帰, until when there. */
    until: z.iso.datetime({ offset: true }).nullable().default(null),
    place: typedLinesOrNothing(100).default(''),
  })
  .refine(({ said, kind }) => (said === null) !== (kind === null), 'telework.whereabouts_one_of');
export type WhereaboutsInput = z.infer<typeof WhereaboutsInputSchema>;

export const WhereaboutsViewSchema = z.object({
  id: z.string(),
  /** Counts every line of its history. */
  version: z.number().int(),
  person: PersonSchema,
  kind: WhereaboutsKindSchema,
  /** OPEN: holds or is to come; BACK: the person is; REPLACED by what was said later; OVER by itself. */
  state: z.enum(['OPEN', 'BACK', 'REPLACED', 'OVER']),
  from: z.string(),
  /** As said; null where nothing was. */
  until: z.string().nullable(),
  /** When it ends by itself. */
  expiresAt: z.string(),
  place: z.string(),
  saidAt: z.string(),
});
export type WhereaboutsView = z.infer<typeof WhereaboutsViewSchema>;

export const WhereaboutsAnswerSchema = z.object({
  /** What was understood, as a sentence. */
  understood: z.string(),
  /** What holds or is to come now; nothing after 「帰庁」. */
  items: z.array(WhereaboutsViewSchema),
});
export type WhereaboutsAnswer = z.infer<typeof WhereaboutsAnswerSchema>;
