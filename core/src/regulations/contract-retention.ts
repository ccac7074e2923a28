import { z } from 'zod';
import { DATA_SETS } from './file-plan.ts';

/** What Kaigi keeps besides documents: what for, how long, and by which article. */
export const DataSetsViewSchema = z.object({
  regulationVersion: z.string(),
  regulation: z.string(),
  items: z.array(
    z.object({
      set: z.enum(DATA_SETS),
      name: z.string(),
      purpose: z.string(),
      article: z.string(),
      period: z.string(),
      sentence: z.string(),
      endAction: z.enum(['TRANSFER', 'DESTROY', 'CONSULT']),
      /** What goes by itself is kept from this day on; null where nothing does. */
      keptFrom: z.iso.date().nullable(),
      /** What of it goes at the end, and what stays as part of the log; empty where nothing is to be said. */
      note: z.string(),
    }),
  ),
});
export type DataSetsView = z.infer<typeof DataSetsViewSchema>;
