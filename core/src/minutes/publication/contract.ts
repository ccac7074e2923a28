import { z } from 'zod';
import { SentencePartSchema } from '../sentences/contract.ts';

const version = z.number().int().min(0).max(2_147_483_647);
const MOST_EDITS = 200;
const place = z.number().int().min(0).max(100_000);
const ground = z.string().min(1).max(100);
const of = z.enum(['LINE', 'SENTENCE']);

/** Why a redaction stops the publication copy. */
export const RedactionProblemSchema = z.object({
  /** GONE: what it was about is no longer there; CHANGED: other words stand there; NO_PLACE: nobody knows its lines. */
  why: z.enum(['GONE', 'CHANGED', 'NO_PLACE']),
  sentence: z.string(),
});

const shown = { id: z.string(), ground: z.string(), problem: RedactionProblemSchema.nullable() };

/** 墨塗り */
export const RedactionSchema = z.discriminatedUnion('kind', [
  z.object({
    ...{ ...shown, kind: z.literal('WORDS'), of, targetId: z.string(), from: z.number().int(), words: z.string() },
    /** EVERYWHERE: wherever else these words stand in the copy too. */
    scope: z.enum(['HERE', 'EVERYWHERE']),
  }),
  z.object({ ...shown, kind: z.literal('PERSON'), attendeeId: z.string() }),
  z.object({
    ...{ ...shown, kind: z.literal('ITEM'), itemId: z.string(), titled: z.boolean() },
    lines: z.object({ firstId: z.string(), lastId: z.string() }).nullable(),
  }),
]);

const span = { of, targetId: z.string(), from: z.number().int(), to: z.number().int() };

/** `GET /api/v1/meetings/{id}/publication`: what the publication copy leaves out, and what it may have to. */
export const PublicationSchema = z.object({
  meetingId: z.string(),
  version: z.number().int(),
  redactions: z.array(RedactionSchema),
  /** The grounds that the body's rules have; where they have none, whoever redacts says the ground in words. */
  grounds: z.array(z.object({ id: z.string(), text: z.string(), article: z.string() })),
  /** What may be personal information and is not redacted: proposals only. */
  candidates: z.object({
    people: z.array(z.object({ attendeeId: z.string(), why: z.literal('NOT_STAFF') })),
    words: z.array(
      z.object({
        ...{ ...span, words: z.string() },
        why: z.enum(['NOT_STAFF', 'PRIVATE_NAME', 'PHONE', 'EMAIL', 'ADDRESS']),
      }),
    ),
  }),
  /** Words redacted in one place only that stand open in another. */
  alsoStands: z.array(z.object({ ...span, redactionId: z.string() })),
  /** Nothing stands in the way of the copy. */
  ready: z.boolean(),
  may: z.object({ change: z.boolean() }),
});
export type PublicationView = z.infer<typeof PublicationSchema>;

/** `GET /api/v1/meetings/{id}/publication/preview`: what stands there, and what the copy will say instead. */
export const PublicationPreviewSchema = z.object({
  /** Of the redactions that are carried out in it; those with a problem are not. */
  version: z.number().int(),
  people: z.array(z.object({ attendeeId: z.string(), name: z.string(), copy: z.string() })),
  /** First the sentences of the minutes, then the remarks. */
  texts: z.array(
    z.object({
      ...{ of, id: z.string(), version: z.number().int(), text: z.string() },
      /** Null: left out whole. */
      copy: z.string().nullable(),
      /** Of a sentence. */
      part: SentencePartSchema.nullable(),
      /** Who made the remark; null where it is not known. */
      attendeeId: z.string().nullable(),
    }),
  ),
});
export type PublicationPreview = z.infer<typeof PublicationPreviewSchema>;

const added = { id: z.uuid(), ground };

export const RedactionEditSchema = z.discriminatedUnion('op', [
  z.strictObject({
    ...{ op: z.literal('WORDS'), ...added, of, targetId: z.uuid() },
    /** UTF-16 units of the text as it was read in this version. */
    ...{ version, from: place, to: place },
    scope: z.enum(['HERE', 'EVERYWHERE']).default('EVERYWHERE'),
  }),
  z.strictObject({ op: z.literal('PERSON'), ...added, attendeeId: z.uuid() }),
  z.strictObject({
    ...{ op: z.literal('ITEM'), ...added, itemId: z.uuid(), titled: z.boolean().default(false) },
    /** Where it begins and ends, where the minutes do not tell. */
    lines: z.strictObject({ firstId: z.uuid(), lastId: z.uuid() }).nullable().default(null),
  }),
  z.strictObject({ op: z.literal('REMOVE'), id: z.uuid() }),
]);
export type RedactionEdit = z.infer<typeof RedactionEditSchema>;

/** `POST /api/v1/meetings/{id}/publication/edits`: all of them or none. */
export const RedactionEditsInputSchema = z.strictObject({
  version,
  edits: z.array(RedactionEditSchema).min(1).max(MOST_EDITS),
});
export type RedactionEditsInput = z.infer<typeof RedactionEditsInputSchema>;
