import { z } from 'zod';
import { PersonSchema } from '../../directory/contract.ts';
import { typedDay } from '../../shared/typed-text.ts';

const Named = z.object({ code: z.string(), name: z.string() });

/** By which pattern and in which employment somebody works, from a day until the next entry. */
export const WorkTermsSchema = z.object({
  /** Null: since ever, because nothing was said before. */
  from: z.string().nullable(),
  employment: Named,
  pattern: Named,
});

/** `GET /api/v1/telework/terms` */
export const WorkTermsViewSchema = z.object({
  person: PersonSchema,
  /** Counts every change. */
  version: z.number().int(),
  items: z.array(WorkTermsSchema),
  /** What personnel may choose from, by the city's regulations of today. */
  choices: z.object({ employments: z.array(Named), patterns: z.array(Named) }),
  may: z.object({ change: z.boolean() }),
});
export type WorkTermsView = z.infer<typeof WorkTermsViewSchema>;

/** `POST /api/v1/telework/terms`, by personnel. */
export const SetWorkTermsInputSchema = z.strictObject({
  staffId: z.uuid(),
  version: z.number().int().min(0).max(2_147_483_647),
  from: typedDay(),
  employment: z.string().min(1).max(50),
  patternId: z.string().min(1).max(50),
});
export type SetWorkTermsInput = z.infer<typeof SetWorkTermsInputSchema>;

/** What is wrong with a line of a list; the header is line 1. */
export const HoursCsvProblemSchema = z.object({
  line: z.number().int(),
  column: z.string().nullable(),
  value: z.string(),
  code: z.enum(['missing_column', 'broken_line', 'no_lines', 'wrong_value', 'unknown_person', 'twice', 'closed_month']),
});
export type HoursCsvProblem = z.infer<typeof HoursCsvProblemSchema>;

/** `POST /api/v1/telework/terms/import`, `/telework/roster/import`: a CSV file, by personnel. */
export const HoursImportedSchema = z.object({
  /** Lines that were read, and those that changed something. */
  lines: z.number().int(),
  changed: z.number().int(),
});
export type HoursImported = z.infer<typeof HoursImportedSchema>;
