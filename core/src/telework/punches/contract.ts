import { z } from 'zod';
import { PersonSchema } from '../../directory/contract.ts';
import { typedDay, typedLine, typedLines, typedLinesOrNothing } from '../../shared/typed-text.ts';

export const PunchKindSchema = z.enum(['START', 'PAUSE', 'RESUME', 'END']);
const Minutes = z.number().int();
const Instant = z.iso.datetime({ offset: true });

/** A punch that counts, after corrections. */
export const PunchViewSchema = z.object({
  id: z.string(),
  punch: PunchKindSchema,
  at: z.string(),
  /** Made offline and sent later. */
  reportedLate: z.boolean(),
  /** The device's clock could not be believed: the server's counts. */
  clockDoubted: z.boolean(),
  corrected: z.boolean(),
});
export type PunchView = z.infer<typeof PunchViewSchema>;

const ChangedPunchSchema = z.object({ punch: PunchKindSchema, at: z.string() });

/** 打刻修正, or a stated end. */
export const CorrectionViewSchema = z.object({
  id: z.string(),
  person: PersonSchema,
  date: z.string(),
  state: z.enum(['OPEN', 'CONFIRMED', 'DECLINED', 'WITHDRAWN']),
  /** Each punch as it was (null: there was none) and as it is to be (null: taken away). */
  changes: z.array(z.object({ before: ChangedPunchSchema.nullable(), after: ChangedPunchSchema.nullable() })),
  reason: z.string(),
  /** 後日入力: who entered it, by which order, and from which paper; null where the person asked themselves. */
  paper: z.object({ enteredBy: PersonSchema, orderNumber: z.string(), source: z.string() }).nullable(),
  askedAt: z.string(),
  settled: z.object({ by: PersonSchema, at: z.string(), comment: z.string() }).nullable(),
  may: z.object({ settle: z.boolean(), withdraw: z.boolean() }),
});
export type CorrectionView = z.infer<typeof CorrectionViewSchema>;

export const CorrectionPageSchema = z.object({ items: z.array(CorrectionViewSchema), more: z.boolean() });
export type CorrectionPage = z.infer<typeof CorrectionPageSchema>;

/** One working day of one person. */
export const WorkdayViewSchema = z.object({
  date: z.string(),
  state: z.enum(['NOT_STARTED', 'WORKING', 'PAUSED', 'ENDED', 'UNCONFIRMED_END']),
  /** Since when the state is this: the last punch that counts. */
  since: z.string().nullable(),
  /** The hours of duty as `8:30`; null on a day off. */
  scheduled: z
    .object({
      from: z.string(),
      to: z.string(),
      breaks: z.array(z.object({ from: z.string(), to: z.string() })),
    })
    .nullable(),
  /** In words: 勤務日, 週休日, the name of a national holiday. */
  is: z.string(),
  telework: z.array(z.enum(['HOME', 'SATELLITE', 'MOBILE'])),
  /** Up to now, of who is at work. */
  worked: Minutes,
  breaks: Minutes,
  midShift: Minutes,
  punches: z.array(PunchViewSchema),
  /** What may be punched next, as buttons. */
  next: z.array(PunchKindSchema),
  /** 中抜け; `asked` where somebody must say whether it was a break or leave by the hour. */
  pauses: z.array(
    z.object({
      punchId: z.string(),
      from: z.string(),
      to: z.string(),
      as: z.enum(['BREAK', 'HOURLY_LEAVE']).nullable(),
      asked: z.boolean(),
    }),
  ),
  /** What does not fit, each with a sentence. */
  odd: z.array(z.object({ code: z.string(), punchId: z.string(), sentence: z.string() })),
  /** What is to be settled (`blocks` the 締め) or known about the day. */
  flags: z.array(z.object({ flag: z.string(), word: z.string(), blocks: z.boolean() })),
  corrections: z.array(CorrectionViewSchema),
  /** The month is closed: nothing can be corrected. */
  closed: z.boolean(),
});
export type WorkdayView = z.infer<typeof WorkdayViewSchema>;

export const WorkdaysViewSchema = z.object({ person: PersonSchema, items: z.array(WorkdayViewSchema) });
export type WorkdaysView = z.infer<typeof WorkdaysViewSchema>;

/** Without `staffId` one's own; `today` is the working day that is open, or else the day of the calendar in Japan. */
export const WorkdayParamsSchema = z.object({ date: z.union([z.literal('today'), typedDay()]) });
export const WorkdayQuerySchema = z.strictObject({ staffId: z.uuid().optional() });
export const WorkdaysQuerySchema = z.strictObject({
  from: typedDay(),
  to: typedDay(),
  staffId: z.uuid().optional(),
});
export type WorkdaysQuery = z.infer<typeof WorkdaysQuerySchema>;

/**
 * `POST /api/v1/telework/workdays/{date}/punches`. The server's clock says when it was and to which day it belongs; the
 * day of the path is only the one that the page showed.
 */
export const PunchInputSchema = z.strictObject({
  punch: PunchKindSchema,
  /** Made once for each tap, where it was made: the same one twice counts once. */
  key: z.string().min(1).max(100),
  /** By the device's clock: when the finger came down, and when the request left. Both, for a tap that waited offline. */
  clientAt: Instant.nullable().default(null),
  clientSentAt: Instant.nullable().default(null),
});
export type PunchInput = z.infer<typeof PunchInputSchema>;

/** The working day to which the tap belongs, and one sentence on what became of it. */
export const PunchedSchema = z.object({ day: WorkdayViewSchema, sentence: z.string() });
export type Punched = z.infer<typeof PunchedSchema>;

/** `POST /api/v1/telework/workdays/{date}/mid-shifts`: what a 中抜け was. The last word counts. */
export const MidShiftInputSchema = z.strictObject({
  punchId: z.string().min(1).max(60),
  as: z.enum(['BREAK', 'HOURLY_LEAVE']),
});
export type MidShiftInput = z.infer<typeof MidShiftInputSchema>;

/** `POST /api/v1/telework/corrections`: by the person; it counts when a head above confirms it. */
export const CorrectionInputSchema = z.strictObject({
  date: typedDay(),
  changes: z
    .array(
      z.strictObject({
        /** The punch that it takes the place of; null adds one. */
        replaces: z.string().min(1).max(60).nullable(),
        /** Null takes a punch away. */
        by: z.strictObject({ punch: PunchKindSchema, at: Instant }).nullable(),
      }),
    )
    .min(1)
    .max(20),
  reason: typedLines(1000),
});
export type CorrectionInput = z.infer<typeof CorrectionInputSchema>;

/**
 * `POST /api/v1/telework/paper-entries`: 後日入力 of somebody's times by a head above, from a form of a day on which an
 * order was in force. It adds punches and never takes any away; it counts when the person says that it is so.
 */
export const PaperEntryInputSchema = z.strictObject({
  staffId: z.uuid(),
  date: typedDay(),
  punches: z
    .array(z.strictObject({ punch: PunchKindSchema, at: Instant }))
    .min(1)
    .max(10),
  reason: typedLines(1000),
  orderNumber: typedLine(60),
  /** Which paper. */
  source: typedLine(100),
});
export type PaperEntryInput = z.infer<typeof PaperEntryInputSchema>;

/** `POST /api/v1/telework/corrections/{id}/settle`: by a head above, never by the person; of a 後日入力 by the person. */
export const SettleCorrectionInputSchema = z.strictObject({
  outcome: z.enum(['CONFIRMED', 'DECLINED']),
  comment: typedLinesOrNothing(1000).default(''),
});
export type SettleCorrectionInput = z.infer<typeof SettleCorrectionInputSchema>;

/** `GET /api/v1/telework/corrections`: one's own, or those that wait for one's word. */
export const CorrectionQuerySchema = z.strictObject({ box: z.enum(['mine', 'waiting']) });
export type CorrectionQuery = z.infer<typeof CorrectionQuerySchema>;
