import { z } from 'zod';
import { PersonSchema } from '../../directory/contract.ts';
import { typedLine } from '../../shared/typed-text.ts';

export const VersionsViewSchema = z.object({
  recordId: z.string(),
  items: z.array(
    z.object({
      fileVersion: z.number().int(),
      fileName: z.string(),
      size: z.number(),
      sha256: z.string(),
      addedAt: z.string(),
      addedBy: PersonSchema,
      /** FILED: as it was decided and filed. DECIDED: somebody acted on it. WORKING: neither. */
      standing: z.enum(['FILED', 'DECIDED', 'WORKING', 'PRUNED']),
      told: z.string(),
      /** Of what was pruned: when, by whom, why, and by which article where the regulations said so. */
      pruned: z
        .object({ at: z.string(), by: z.string(), reason: z.string(), article: z.string().nullable() })
        .nullable(),
    }),
  ),
  /** Whether this person may prune its working versions now. */
  mayPrune: z.boolean(),
  /** Why nobody may, or which rule will. */
  sentence: z.string(),
});
export type VersionsView = z.infer<typeof VersionsViewSchema>;

export const PruneInputSchema = z.object({
  fileVersions: z.array(z.number().int().min(1)).min(1).max(1_000),
  reason: typedLine(500),
});
export type PruneInput = z.infer<typeof PruneInputSchema>;

/** Decided drafts whose working versions this person may let go of, the oldest first. */
export const PrunableListSchema = z.object({
  items: z.array(
    z.object({
      recordId: z.string(),
      number: z.string().nullable(),
      title: z.string(),
      unitName: z.string(),
      /** The day of the decision. */
      decidedOn: z.string(),
      /** Those that would go. */
      versions: z.array(
        z.object({ fileVersion: z.number().int(), fileName: z.string(), size: z.number(), addedAt: z.string() }),
      ),
      /** Of all of them. */
      bytes: z.number(),
    }),
  ),
  /** Null: there is no more. */
  nextCursor: z.string().nullable(),
  /** What stays, and which rule of the regulations will do it by itself. */
  sentence: z.string(),
});
export type PrunableList = z.infer<typeof PrunableListSchema>;
export const PrunableQuerySchema = z.strictObject({ cursor: z.uuid().optional() });

/** Exactly what was looked at, of many documents, for one reason. */
export const PruneManyInputSchema = z.strictObject({
  items: z
    .array(z.strictObject({ recordId: z.uuid(), fileVersions: PruneInputSchema.shape.fileVersions }))
    .min(1)
    .max(100),
  reason: typedLine(500),
});
export type PruneManyInput = z.infer<typeof PruneManyInputSchema>;
export const PrunedManySchema = z.object({
  records: z.number().int(),
  versions: z.number().int(),
  bytes: z.number(),
  /** What was left as it is, and why. */
  left: z.array(z.object({ recordId: z.string(), sentence: z.string() })),
});
export type PrunedMany = z.infer<typeof PrunedManySchema>;
