import { z } from 'zod';
import { typedDay, typedLinesOrNothing } from '../../shared/typed-text.ts';

const word = z.string().min(1).max(60);
const time = z.string().regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/u);

/** Days by name, or from a day to another: days on which nothing is to be worked are left out of a span. */
export const LeaveDatesSchema = z.union([
  z.strictObject({ dates: z.array(typedDay()).min(1).max(60) }),
  z.strictObject({ from: typedDay(), to: typedDay() }),
]);

/** `POST /api/v1/leave` and `/leave/check`: 休暇申請. */
export const LeaveRequestInputSchema = z.strictObject({
  /** `ANNUAL`, `ABSENCE` (欠勤), or the id of a kind of `GET /leave/kinds`. */
  kind: word,
  when: LeaveDatesSchema,
  span: z.enum(['DAY', 'MORNING', 'AFTERNOON', 'HOURS']).default('DAY'),
  /** Needed for HOURS. */
  time: z.strictObject({ from: time, to: time }).nullable().default(null),
  /** 忌引: the relation, one of those that the kind names. */
  relation: word.nullable().default(null),
  /** The day of what it is for (結婚, 出産 …): leave for the same occasion counts together. */
  occasionOn: typedDay().nullable().default(null),
  /** Papers that show it: brought along or to follow. */
  evidence: z.enum(['NONE', 'WITH_IT', 'FOLLOWS']).default('NONE'),
  /** Why; for annual leave only why it comes late. */
  reason: typedLinesOrNothing(1000).default(''),
  contact: typedLinesOrNothing(200).default(''),
});
export type LeaveRequestInput = z.infer<typeof LeaveRequestInputSchema>;

/** `GET /api/v1/leave/kinds`: what leave there is in this city, and how much of it is left to the caller. */
export const LeaveKindsViewSchema = z.object({
  items: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      /** The smallest part of a day in which it is taken. */
      unit: z.enum(['DAY', 'HALF_DAY', 'HOUR', 'MINUTE']),
      /** Null: as long as is needed, or by the account of annual leave. */
      days: z.number().nullable(),
      per: z.enum(['OCCASION', 'YEAR', 'ACCOUNT']),
      /** Of those counted by the year: days asked for or approved this leave year. */
      taken: z.number(),
      paid: z.boolean(),
      evidence: z.enum(['NONE', 'STATEMENT', 'CERTIFICATE']),
      article: z.string(),
      relations: z.array(z.object({ code: z.string(), name: z.string(), days: z.number() })),
    }),
  ),
});
export type LeaveKindsView = z.infer<typeof LeaveKindsViewSchema>;
