import { z } from 'zod';
import { PersonSchema } from '../../directory/contract.ts';
import { typedDay, typedLine, typedLines } from '../../shared/typed-text.ts';
import { RollViewSchema } from './roll-contract.ts';

const version = z.number().int().min(1).max(2_147_483_647);

/** ASKED = a case decides upon it; CONFIRM = in force by word of mouth, its case still to be decided; OVER = past, or ended. */
export const SwitchStateSchema = z.enum(['ASKED', 'COMING', 'IN_FORCE', 'OVER', 'REFUSED']);
export type SwitchState = z.infer<typeof SwitchStateSchema>;

/** `POST /api/v1/telework/disaster/orders` */
export const SwitchOrderInputSchema = z.strictObject({
  /** A switch of the telework rules: `DISASTER`. */
  switch: z.string().min(1).max(100),
  /** 命令番号 */
  orderNumber: typedLine(60),
  from: typedDay(),
  /** The last day. */
  until: typedDay(),
  reason: typedLines(1000),
  /** At once, by whoever may; a case confirms it afterwards. */
  atOnce: z.boolean().default(false),
  /** The order that this one prolongs. */
  prolongs: z.uuid().nullable().default(null),
});
export type SwitchOrderInput = z.infer<typeof SwitchOrderInputSchema>;

/** `POST /api/v1/telework/disaster/orders/{id}/end` */
export const EndSwitchInputSchema = z.strictObject({
  version,
  /** The last day on which it still holds: today or later. */
  lastDay: typedDay(),
  reason: typedLines(1000),
});
export type EndSwitchInput = z.infer<typeof EndSwitchInputSchema>;

export const SwitchActSchema = z.enum([
  'ASKED',
  'SUBMITTED',
  'ORDERED',
  'CONFIRMED',
  'REFUSED',
  'ENDED',
  'EXPIRED',
  'DROPPED',
]);
export type SwitchAct = z.infer<typeof SwitchActSchema>;

export const SwitchOrderViewSchema = z.object({
  id: z.string(),
  version: z.number().int(),
  switch: z.string(),
  name: z.string(),
  /** The article by which it relaxes. */
  article: z.string(),
  orderNumber: z.string(),
  from: z.string(),
  until: z.string(),
  reason: z.string(),
  state: SwitchStateSchema,
  atOnce: z.boolean(),
  /** In force, but nobody has confirmed it yet. */
  unconfirmed: z.boolean(),
  prolongs: z.string().nullable(),
  caseId: z.string().nullable(),
  askedBy: PersonSchema,
  /** Rows of the rules that it relaxes, in their own words; `to` is IN_FORCE for those that hold only under it. */
  relaxes: z.array(z.object({ row: z.string(), article: z.string(), sentence: z.string(), to: z.string() })),
  history: z.array(
    z.object({ seq: z.number().int(), at: z.string(), act: SwitchActSchema, actor: PersonSchema, reason: z.string() }),
  ),
  may: z.object({ end: z.boolean(), prolong: z.boolean(), afterAction: z.boolean(), submit: z.boolean() }),
});
export type SwitchOrderView = z.infer<typeof SwitchOrderViewSchema>;

/** `GET /api/v1/telework/disaster`: what is on, and what this person may do. */
export const DisasterViewSchema = z.object({
  orders: z.array(SwitchOrderViewSchema),
  switches: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      article: z.string(),
      sentence: z.string(),
      longestDays: z.number().int().nullable(),
      /** Whether this person may switch it on at once. */
      atOnce: z.boolean(),
    }),
  ),
  rolls: z.array(RollViewSchema),
  /** `paper`: print the forms for a unit, and enter afterwards what stands on them. */
  may: z.object({ ask: z.boolean(), call: z.boolean(), paper: z.boolean() }),
});
export type DisasterView = z.infer<typeof DisasterViewSchema>;

/** Something exceptional that was done under an order. */
export const AfterActionItemSchema = z.object({
  at: z.string(),
  /** DEPUTY: 緊急時の代決; PAPER: 後日入力. */
  what: z.enum(['ORDER', 'RELAXED', 'DEPUTY', 'PAPER', 'SAFETY', 'MUSTER']),
  who: PersonSchema,
  sentence: z.string(),
  /** Articles that were relaxed. */
  articles: z.array(z.string()),
  subject: z.object({ kind: z.string(), id: z.string() }),
});
/** `GET /api/v1/telework/disaster/orders/{id}/after-action` */
export const AfterActionSchema = z.object({
  order: SwitchOrderViewSchema,
  items: z.array(AfterActionItemSchema),
  nextCursor: z.string().nullable(),
});
export type AfterAction = z.infer<typeof AfterActionSchema>;
