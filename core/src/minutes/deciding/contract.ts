import { z } from 'zod';
import { CaseStatusSchema } from '../../approvals/contract.ts';
import { PersonSchema } from '../../directory/contract.ts';

/** `POST /api/v1/meetings/{id}/decide`: the minutes go to those who decide, or are final where nobody has to. */
export const DecideMeetingInputSchema = z.strictObject({
  version: z.number().int().min(0).max(2_147_483_647),
  /** The paper that is decided upon. Left out: 会議結果報告書 of a meeting of the staff, 会議録 of a council. */
  form: z.enum(['REPORT', 'VERBATIM', 'CLEAN', 'KEY_POINTS']).optional(),
});
export type DecideMeetingInput = z.infer<typeof DecideMeetingInputSchema>;

/** Where the approval case of the minutes is, for whoever may see the case. */
export const MeetingCaseSchema = z.object({
  id: z.string(),
  /** 政第12号, once it is decided. */
  number: z.string().nullable(),
  status: CaseStatusSchema,
  /** At whose desk it lies, the longest first; nobody's once it is decided or came back. */
  holders: z.array(
    z.object({ postTitle: z.string(), unitName: z.string(), names: z.array(z.string()), since: z.string() }),
  ),
  /** Who sent it back or ended it, and why; null where nobody did. */
  returned: z.object({ by: PersonSchema, at: z.string(), reason: z.string() }).nullable(),
});
export type MeetingCase = z.infer<typeof MeetingCaseSchema>;
