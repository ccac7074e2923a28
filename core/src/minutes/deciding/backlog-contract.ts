import { z } from 'zod';
import { MeetingDeadlineSchema, MeetingStateSchema } from '../meetings/contract.ts';

/** `GET /api/v1/meetings/backlog`: what the sections of the reader still have to write (M-15, M-23). */
export const MinutesBacklogQuerySchema = z.strictObject({
  /** One of the reader's own sections or of those below them; left out: all of them. */
  unit: z.uuid().optional(),
});
export type MinutesBacklogQuery = z.infer<typeof MinutesBacklogQuerySchema>;

/**
 * `FEW`: fewer than three meetings, so it may be one person's work; `OTHERS`: all of the reader's sections less this one
 * would tell of such a section. The figure is null in both.
 */
const ToldSchema = z.enum(['SHOWN', 'FEW', 'OTHERS']);

export const MinutesBacklogItemSchema = z.object({
  ...{ id: z.string(), state: MeetingStateSchema, title: z.string(), bodyName: z.string().nullable() },
  ...{ heldOn: z.string(), unitName: z.string() },
  /** The next that is not kept yet; null where the rules set none. */
  due: MeetingDeadlineSchema.nullable(),
  /** Calendar days until then: 0 on the day itself, below 0 when it is late. */
  daysLeft: z.number().int().nullable(),
});

export const MinutesBacklogSchema = z.object({
  /** Those that may be asked for by themselves. */
  units: z.array(z.object({ id: z.string(), name: z.string() })),
  /** The most pressing first, those without a date last. */
  items: z.array(MinutesBacklogItemSchema),
  /** More than are listed here. */
  more: z.boolean(),
  counts: z.object({ open: z.number().int(), late: z.number().int(), soon: z.number().int() }),
  /** Of the minutes that became final in the last 365 days. */
  measures: z.object({
    final: z.number().int(),
    told: z.object({ averageDays: ToldSchema, correctionRate: ToldSchema, hours: ToldSchema }),
    /** Calendar days from the meeting until its minutes were final, to the tenth; null without any. */
    averageDays: z.number().nullable(),
    drafted: z.number().int(),
    /** 修正率: the share of drafted sentences that people changed or took out, 0 to 1; null where nothing was drafted. */
    correctionRate: z.number().nullable(),
    /** 削減できた時間の見込み: speech typed by hand less the time of those who edited. */
    saved: z.object({
      /** To the tenth; below 0 where editing took longer; null where none has a transcript with times. */
      hours: z.number().nullable(),
      /** Of the final minutes, those that were reckoned. */
      meetings: z.number().int(),
      /** Hours of typing for an hour of speech. */
      hoursByHand: z.number(),
    }),
  }),
});
export type MinutesBacklog = z.infer<typeof MinutesBacklogSchema>;
