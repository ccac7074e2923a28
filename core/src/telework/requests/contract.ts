import { z } from 'zod';
import { typedDay, typedLine, typedLinesOrNothing } from '../../shared/typed-text.ts';

const word = z.string().min(1).max(60);
const words = z.array(word).max(20).default([]);
const time = z.string().regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/u);
const span = z.strictObject({ from: time, to: time });

/** 単発の日, or a day of the week from..to (毎週火曜). Days on which the city hall is closed are left out. */
export const RequestDatesSchema = z.union([
  z.strictObject({ dates: z.array(typedDay()).min(1).max(60) }),
  z.strictObject({
    /** 0 is Sunday. */
    weekly: z.array(z.number().int().min(0).max(6)).min(1).max(7),
    from: typedDay(),
    to: typedDay(),
  }),
]);
export type RequestDates = z.infer<typeof RequestDatesSchema>;

/** `POST /api/v1/telework/requests` and `/telework/requests/check`: 実施申請. Words are codes of the city's rules. */
export const TeleworkRequestInputSchema = z.strictObject({
  when: RequestDatesSchema,
  kind: z.enum(['HOME', 'SATELLITE', 'MOBILE']),
  span: z.enum(['DAY', 'MORNING', 'AFTERNOON', 'HOURS']).default('DAY'),
  /** Needed for HOURS. */
  time: span.nullable().default(null),
  place: word,
  networks: words,
  devices: words,
  information: words,
  reasons: words,
  /** 休憩の変更: null leaves the usual ones. */
  breaks: z.array(span).max(10).nullable().default(null),
  overtime: z.enum(['NONE', 'ORDERED', 'UNORDERED']).default('NONE'),
  tasks: typedLinesOrNothing(1000).default(''),
  contact: typedLinesOrNothing(200).default(''),
  reason: typedLinesOrNothing(1000).default(''),
  /** 持ち出す物: 端末 and papers, one each. */
  items: z.array(typedLine(200)).max(50).default([]),
  /** Of several days, those that the rules refuse are left out instead of all being refused. */
  leaveOut: z.boolean().default(false),
  /** The days of an earlier application in whose place these come once they are approved. */
  replaces: z
    .strictObject({ applicationId: z.uuid(), itemIds: z.array(z.uuid()).min(1).max(60) })
    .nullable()
    .default(null),
});
export type TeleworkRequestInput = z.infer<typeof TeleworkRequestInputSchema>;

/** `POST /api/v1/telework/requests/{id}/return`: what was taken out is back. */
export const ReturnItemsInputSchema = z.strictObject({
  version: z.number().int().min(1).max(2_147_483_647),
  /** One of `takeOut.dues`. */
  dueOn: typedDay(),
  note: typedLinesOrNothing(500).default(''),
});
export type ReturnItemsInput = z.infer<typeof ReturnItemsInputSchema>;
