import { z } from 'zod';
import { PersonSchema } from '../../directory/contract.ts';
import { typedDay, typedLines } from '../../shared/typed-text.ts';

const version = z.number().int().min(0).max(2_147_483_647);

/** So many minutes, and the same as days and minutes of the city's day: 3日2時間. */
export const LeaveAmountSchema = z.object({
  total: z.number().int(),
  days: z.number().int(),
  minutes: z.number().int(),
});
export type LeaveAmount = z.infer<typeof LeaveAmountSchema>;

/** `GET /api/v1/leave/balance` */
export const LeaveBalanceQuerySchema = z.strictObject({ staffId: z.uuid().optional() });

/** 年次有給休暇 of one person as it stands today. */
export const LeaveBalanceViewSchema = z.object({
  person: PersonSchema,
  on: z.string(),
  /** Counts every line of the account; 0 where nothing was written yet. */
  version,
  minutesPerDay: z.number().int(),
  hourStep: z.number().int(),
  /** What half a day takes; null where there are none. */
  halfDays: z.object({ AM: z.number().int(), PM: z.number().int() }).nullable(),
  /** 残: granted and carried over, less what was taken or asked for up to today. */
  left: LeaveAmountSchema,
  /** Asked for and not answered yet. */
  reserved: LeaveAmountSchema,
  /** Approved for days to come. */
  promised: LeaveAmountSchema,
  /** What can still be asked for. */
  available: LeaveAmountSchema,
  /** The next 付与 within a year, as the terms of today have it. */
  nextGrant: z.object({ on: z.string(), days: z.number().int() }).nullable(),
  /** The article by which whoever works less than full time is granted leave; null for full-time staff. */
  basis: z.string().nullable(),
  /** The oldest first, as they are taken. */
  lots: z.array(z.object({ on: z.string(), expiresOn: z.string(), left: LeaveAmountSchema })),
  /** Newest first. */
  history: z.array(
    z.object({
      seq: z.number().int(),
      at: z.string(),
      act: z.enum(['GRANTED', 'RESERVED', 'TAKEN', 'GIVEN_BACK', 'ADJUSTED']),
      /** The days that it is about. */
      days: z.array(z.string()),
      /** Below zero where it takes away. */
      minutes: z.number().int(),
      by: PersonSchema,
      reason: z.string().nullable(),
    }),
  ),
  may: z.object({ adjust: z.boolean() }),
});
export type LeaveBalanceView = z.infer<typeof LeaveBalanceViewSchema>;

/** `POST /api/v1/leave/adjustments`: PERSONNEL puts an account right, with the reason. */
export const AdjustLeaveInputSchema = z.strictObject({
  staffId: z.uuid(),
  version,
  /** In minutes; below zero takes away. */
  minutes: z
    .number()
    .int()
    .min(-100_000)
    .max(100_000)
    .refine((by) => by !== 0),
  /** From when it counts. */
  on: typedDay(),
  /** The first day on which nothing is left of it; null: as if it had been granted on that day. */
  expiresOn: typedDay().nullable().default(null),
  reason: typedLines(1000),
});
export type AdjustLeaveInput = z.infer<typeof AdjustLeaveInputSchema>;
