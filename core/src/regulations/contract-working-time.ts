import { z } from 'zod';

const said = {
  sentence: z.string(),
  /** Null where it is no rule of the law or of the body, but how the record is kept. */
  article: z.string().nullable(),
  /** BODY: the body’s own rule; NATIONAL: as in the offices of the state. */
  source: z.enum(['BODY', 'NATIONAL']),
};

/** 勤務時間・休日・時間外勤務・休暇の定め, for people. */
export const WorkingTimeViewSchema = z.object({
  regulationVersion: z.string(),
  /** Null where the regulations in force say nothing of their own. */
  title: z.string().nullable(),
  leaveTitle: z.string().nullable(),
  /** What a value is and on what it rests: `askAfter`, `limits.month`, `leave.days` … */
  items: z.array(z.object({ topic: z.string(), ...said })),
  patterns: z.array(
    z.object({
      patternId: z.string(),
      name: z.string(),
      /** 「月から金 8:30から17:15（休憩 12:00から13:00）」 */
      hours: z.array(z.string()),
      employments: z.array(z.object({ code: z.string(), name: z.string() })),
      isUsual: z.boolean(),
      ...said,
    }),
  ),
  /** What a roster may give. */
  shifts: z.array(z.object({ shiftId: z.string(), name: z.string(), hours: z.string() })),
  daysOff: z.array(z.object({ on: z.string(), sentence: z.string(), article: z.string() })),
  specialLeave: z.array(
    z.object({
      kind: z.string(),
      name: z.string(),
      /** Null: for as long as is needed. */
      days: z.int().nullable(),
      daysBy: z.array(z.object({ code: z.string(), name: z.string(), days: z.int() })),
      per: z.enum(['OCCASION', 'YEAR']),
      unit: z.enum(['DAY', 'HALF_DAY', 'HOUR', 'MINUTE']),
      paid: z.boolean(),
      evidence: z.enum(['NONE', 'STATEMENT', 'CERTIFICATE']),
      calendarDays: z.boolean(),
      ...said,
    }),
  ),
});
export type WorkingTimeView = z.infer<typeof WorkingTimeViewSchema>;
