import { z } from 'zod';
import { PersonSchema } from '../../directory/contract.ts';
import { typedLines } from '../../shared/typed-text.ts';

export const MonthSchema = z.string().regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/);
const minutes = z.number().int();
const count = z.number().int();

/** `GET /api/v1/telework/sheets/{month}`: one's own, or somebody's by `staffId`. */
export const SheetQuerySchema = z.strictObject({ staffId: z.uuid().optional() });

/** A flag of a day, with its words. What blocks must be settled before the month is confirmed and closed. */
export const SheetFlagSchema = z.object({ code: z.string(), words: z.string(), blocks: z.boolean() });
export type SheetFlag = z.infer<typeof SheetFlagSchema>;

/** A marked difference between the punches and what the suite knows besides; the person sees what the boss sees. */
export const GapSchema = z.object({
  kind: z.enum(['BEFORE_START', 'AFTER_END', 'WITHOUT_PUNCHES']),
  /** What was seen: an act in the suite, or a PC that was on. */
  signal: z.enum(['ACT', 'PC']),
  /** `18:40`, `25:10` after midnight. */
  at: z.string(),
  minutes,
  words: z.string(),
});
export type GapView = z.infer<typeof GapSchema>;

/** `GET /api/v1/telework/workdays/{date}/gaps` */
export const GapsSchema = z.object({
  date: z.string(),
  person: PersonSchema,
  thresholdMinutes: minutes,
  gaps: z.array(GapSchema),
  /** Everything that was compared with the punches, whether it differs or not. */
  seen: z.array(z.object({ signal: z.enum(['ACT', 'PC']), from: z.string(), to: z.string() })),
  explanation: z.string(),
});
export type GapsView = z.infer<typeof GapsSchema>;

const ByClassSchema = z.record(z.string(), z.object({ minutes, night: minutes }));

export const SheetRowSchema = z.object({
  date: z.string(),
  is: z.string(),
  isWords: z.string(),
  spentAs: z.array(
    z.object({ kind: z.string(), leave: z.string().nullable(), part: z.enum(['DAY', 'PART']), words: z.string() }),
  ),
  state: z.enum(['NOT_STARTED', 'WORKING', 'PAUSED', 'ENDED', 'UNCONFIRMED_END']),
  /** `8:30`; `26:00` is two o'clock of the day after. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  scheduled: minutes,
  worked: minutes,
  deemed: minutes,
  breaks: minutes,
  midShift: minutes,
  leave: minutes,
  late: minutes,
  leftEarly: minutes,
  away: minutes,
  absent: minutes,
  byClass: ByClassSchema,
  ordered: minutes,
  withoutOrder: minutes,
  corrections: count,
  reported: z.object({ plan: z.boolean(), result: z.boolean() }),
  flags: z.array(SheetFlagSchema),
  gaps: z.array(GapSchema),
});

export const LimitSchema = z.object({
  code: z.string(),
  level: z.enum(['WITHIN', 'NEAR', 'REACHED', 'EXCEEDED']),
  /** Minutes; months for `telework.limit_months_above`. */
  value: z.number(),
  limit: z.number(),
  words: z.string(),
});
export type LimitView = z.infer<typeof LimitSchema>;

/**
 * OPEN = nobody has confirmed it; CHANGED = it is otherwise than what was confirmed; CLOSING = a closing is being worked
 * out; CLOSED_CHANGED = something was approved or added after the closing: the closed figures stand until it is unlocked.
 */
export const SheetStateSchema = z.enum(['OPEN', 'CONFIRMED', 'CHANGED', 'CLOSING', 'CLOSED', 'CLOSED_CHANGED']);
export type SheetState = z.infer<typeof SheetStateSchema>;

const Marked = z.object({ at: z.string(), by: PersonSchema });

export const SheetViewSchema = z.object({
  month: z.string(),
  person: PersonSchema,
  state: SheetStateSchema,
  version: count,
  /** Of what it says now. */
  fingerprint: z.string(),
  isOver: z.boolean(),
  rows: z.array(SheetRowSchema),
  totals: z.object({
    scheduled: minutes,
    worked: minutes,
    deemed: minutes,
    breaks: minutes,
    leave: minutes,
    ordered: minutes,
    withoutOrder: minutes,
    absent: minutes,
    late: minutes,
    leftEarly: minutes,
    corrections: count,
    beyondForty: minutes,
    daysWorked: count,
    byClass: ByClassSchema,
    days: z.array(z.object({ kind: z.string(), words: z.string(), whole: count, part: count })),
    /** 在宅・サテライト・モバイル, of which every part counts as a day: what 通勤手当 looks at. */
    teleworkDays: count,
  }),
  /** How near the limits of overtime are, those that are far included. */
  limits: z.array(LimitSchema),
  /** What must be settled first. */
  blocks: z.array(z.object({ date: z.string(), code: z.string(), words: z.string() })),
  confirmed: Marked.nullable(),
  closed: z.object({ at: z.string() }).nullable(),
  history: z.array(
    z.object({
      seq: count,
      at: z.string(),
      act: z.enum(['CONFIRMED', 'UNLOCKED']),
      actor: PersonSchema,
      reason: z.string().nullable(),
    }),
  ),
  may: z.object({ confirm: z.boolean(), unlock: z.boolean() }),
});
export type SheetView = z.infer<typeof SheetViewSchema>;

/** `GET /api/v1/telework/confirmations`: of the caller's own people; `all` also of those further below. */
export const ConfirmationsQuerySchema = z.strictObject({
  month: MonthSchema,
  all: z.enum(['true', 'false']).default('false'),
});

export const ToConfirmSchema = z.object({
  person: PersonSchema,
  state: SheetStateSchema,
  fingerprint: z.string(),
  isOver: z.boolean(),
  /** What needs an eye, by kind of flag: how many days, and which. */
  needs: z.array(z.object({ code: z.string(), words: z.string(), blocks: z.boolean(), dates: z.array(z.string()) })),
  worked: minutes,
  overtime: minutes,
  withoutOrder: minutes,
  teleworkDays: count,
  limits: z.array(LimitSchema),
  confirmed: Marked.nullable(),
  may: z.object({ confirm: z.boolean() }),
});
export type ToConfirm = z.infer<typeof ToConfirmSchema>;

export const ConfirmationsSchema = z.object({
  month: z.string(),
  /** Those who need an eye first. */
  items: z.array(ToConfirmSchema),
  waiting: count,
  confirmed: count,
  blocked: count,
  /** There are more than are shown: those below have bosses of their own. */
  more: z.boolean(),
});
export type Confirmations = z.infer<typeof ConfirmationsSchema>;

/** `POST /api/v1/telework/confirmations` */
export const ConfirmInputSchema = z.strictObject({
  month: MonthSchema,
  items: z
    .array(z.strictObject({ staffId: z.uuid(), fingerprint: z.string().regex(/^[0-9a-f]{64}$/) }))
    .min(1)
    .max(300),
});
export type ConfirmInput = z.infer<typeof ConfirmInputSchema>;

export const ConfirmOutcomeSchema = z.enum(['CONFIRMED', 'CHANGED', 'BLOCKED', 'NOT_OVER', 'CLOSED', 'NOT_YOURS']);
export type ConfirmOutcome = z.infer<typeof ConfirmOutcomeSchema>;

export const ConfirmedSchema = z.object({
  items: z.array(z.object({ staffId: z.string(), outcome: ConfirmOutcomeSchema, words: z.string() })),
  confirmed: count,
  refused: count,
});
export type Confirmed = z.infer<typeof ConfirmedSchema>;

/** `POST /api/v1/telework/sheets/{month}/unlock`, for personnel. */
export const UnlockInputSchema = z.strictObject({
  staffId: z.uuid(),
  version: z.number().int().min(0).max(2_147_483_647),
  reason: typedLines(1000),
});
export type UnlockInput = z.infer<typeof UnlockInputSchema>;
