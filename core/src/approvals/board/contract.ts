import { z } from 'zod';
import { PersonSchema } from '../../directory/contract.ts';
import { ConfidentialitySchema, UrgencySchema } from '../contract-parts.ts';
import { SlotDutySchema } from '../contract-slots.ts';
import { CaseStatusSchema, TaskSchema } from '../contract-views.ts';

/** One place where an open case waits: a case in parallel 合議 waits in several. Also 後閲 past its last day. */
export const BoardItemSchema = z.object({
  caseId: z.string(),
  version: z.number().int(),
  title: z.string(),
  status: CaseStatusSchema,
  urgency: UrgencySchema,
  confidentiality: ConfidentialitySchema,
  /** 軽易な事案 */
  minor: z.boolean(),
  drafter: PersonSchema,
  /** Where it was drafted. */
  unitName: z.string(),
  /** The slot, the 後閲, or the case itself where it waits for its drafter. */
  slotId: z.string(),
  task: TaskSchema,
  /** Null where it waits for its drafter or for a 後閲. */
  duty: SlotDutySchema.nullable(),
  postTitle: z.string(),
  /** Where it waits. */
  holderUnitId: z.string(),
  holderUnitName: z.string(),
  /** Who has it today; nobody where the post is vacant. */
  names: z.array(z.string()),
  since: z.string(),
  /** Working minutes that it has lain there. */
  workingMinutes: z.number().int(),
  /** The day on which the holder is reminded, of a 後閲 its last, `YYYY-MM-DD`; null where the regulations name none. */
  dueOn: z.string().nullable(),
  /** That day has passed. */
  overdue: z.boolean(),
  opened: z.boolean(),
  remindedAt: z.string().nullable(),
  /** Of the holder today. */
  absence: z.object({ statement: z.string(), until: z.string().nullable() }).nullable(),
  /** Who may stand in today by the regulations. */
  deputies: z.array(z.string()),
  /** Steps that have acted, of all steps. */
  progress: z.object({ done: z.number().int(), of: z.number().int() }),
});
export type BoardItem = z.infer<typeof BoardItemSchema>;

/** `GET /api/v1/stats/board`: who has what, overdue first, then the longest waiting. */
export const BoardPageSchema = z.object({
  items: z.array(BoardItemSchema),
  /** Where open cases wait, of everything that one may see and not only of this page. */
  units: z.array(
    z.object({ unitId: z.string(), unitName: z.string(), count: z.number().int(), overdue: z.number().int() }),
  ),
  total: z.number().int(),
  overdue: z.number().int(),
  nextCursor: z.string().nullable(),
});
export type BoardPage = z.infer<typeof BoardPageSchema>;

export const BoardQuerySchema = z.strictObject({
  /** Only what waits in this unit. */
  unit: z.uuid().optional(),
  cursor: z.string().max(200).optional(),
});
export type BoardQuery = z.infer<typeof BoardQuerySchema>;
