import { z } from 'zod';
import { typedLinesOrNothing } from '../../shared/typed-text.ts';
import { PersonSchema } from '../contract.ts';

/** How it is known that somebody is away. Telework is work, so it is no source. */
export const AbsenceSourceSchema = z.enum([
  'MANUAL',
  'LEAVE',
  'TRIP',
  'GRAPH_AUTOMATIC_REPLY',
  'GRAPH_CALENDAR',
  'GRAPH_PRESENCE',
]);
export type AbsenceSource = z.infer<typeof AbsenceSourceSchema>;

/** What the directory knows about an absence. Evidence, not authority: the regulations say what follows from it. */
export const AbsenceEvidenceSchema = z.object({
  absenceId: z.string(),
  source: AbsenceSourceSchema,
  /** instants, ISO 8601 */
  from: z.string(),
  /** null: nobody has said until when. */
  until: z.string().nullable(),
  /** How it is known, as a Japanese sentence: it goes into the history of what is done because of it. */
  statement: z.string(),
  recordedAt: z.string(),
  /** The staff id of who typed it; null when a source told it. A regulation may want that to be somebody else. */
  recordedBy: z.string().nullable(),
  /** When the source last said so; null for what does not come from Microsoft 365. */
  confirmedAt: z.string().nullable(),
  /** True when the source could not be asked for half an hour: it may no longer be so. */
  stale: z.boolean(),
});
export type AbsenceEvidence = z.infer<typeof AbsenceEvidenceSchema>;

export const AbsenceViewSchema = z.object({
  id: z.string(),
  person: PersonSchema,
  source: AbsenceSourceSchema,
  from: z.string(),
  until: z.string().nullable(),
  /** Away at this moment; false when it is still to come. */
  now: z.boolean(),
  /** How it is known, in the reader's language. */
  statement: z.string(),
  /** What was typed. */
  note: z.string(),
  recordedAt: z.string(),
  recordedBy: z.string().nullable(),
  confirmedAt: z.string().nullable(),
  stale: z.boolean(),
  mayCancel: z.boolean(),
});
export type AbsenceView = z.infer<typeof AbsenceViewSchema>;

export const AbsenceListSchema = z.object({
  items: z.array(AbsenceViewSchema),
  /** How fresh each source of Microsoft 365 is. */
  sources: z.array(
    z.object({
      source: AbsenceSourceSchema,
      readAt: z.string().nullable(),
      stale: z.boolean(),
      sentence: z.string(),
    }),
  ),
  /** For whom, beside themselves, the reader may type an absence, nearest first; personnel may for everybody. */
  mayRecordFor: z.array(PersonSchema),
});
export type AbsenceList = z.infer<typeof AbsenceListSchema>;

export const AbsenceQuerySchema = z.strictObject({
  /** `mine`: my own; `unit`: also those of my unit, of the units below it that I head, and of the heads above me. */
  of: z.enum(['mine', 'unit']).default('unit'),
});
export type AbsenceQuery = z.infer<typeof AbsenceQuerySchema>;

export const AbsenceInputSchema = z.strictObject({
  /** Left out: myself. */
  staffId: z.uuid().optional(),
  /** Left out: from now. */
  from: z.iso.datetime({ offset: true }).optional(),
  until: z.iso.datetime({ offset: true }).nullable().default(null),
  note: typedLinesOrNothing(200).default(''),
});
export type AbsenceInput = z.infer<typeof AbsenceInputSchema>;
