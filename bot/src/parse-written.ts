import { z } from 'zod';

const Instant = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text))
  .nullish()
  .catch(null);

const WrittenSchema = z.object({
  id: z.string().min(1).max(300),
  // The channel hands it on as text; the SDK's own parser makes a Date of it.
  localTimestamp: z.union([z.date(), Instant]),
});

/** Which message it was, and when it was written by the clock of the person's device; null where it has no id. */
export function parseWritten(activity: unknown): { readonly id: string; readonly clientAt: Date | null } | null {
  const read = WrittenSchema.safeParse(activity);
  return read.success ? { id: read.data.id, clientAt: read.data.localTimestamp ?? null } : null;
}
