import { z } from 'zod';

export const PROBLEM_CONTENT_TYPE = 'application/problem+json';

/** RFC 9457 problem details, with our stable `code` and the id that stands in the log beside it. */
export const ProblemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  code: z.string(),
  /** Quote it when asking for help; the same id is in the service's log. */
  errorId: z.string(),
  /** For 409: the present state of the thing. */
  present: z.unknown().optional(),
});
export type Problem = z.infer<typeof ProblemSchema>;

/**
 * `GET /api/v1/changes` (server-sent events): something this person sees has changed; ask again. `presence`: somebody of
 * the city hall is elsewhere now, `schedules`: somebody's calendar is another one; no more is said of either.
 */
export const ChangeEventSchema = z.object({
  kind: z.enum(['case', 'presence', 'schedules', 'meeting']),
  id: z.string(),
  version: z.number().int(),
});
export type ChangeEvent = z.infer<typeof ChangeEventSchema>;
