import { z } from 'zod';
import { PersonSchema } from '../../directory/contract.ts';
import { typedDay } from '../../shared/typed-text.ts';

const people = z.array(z.uuid()).max(50);
const minutes = (least: number, most: number) => z.number().int().min(least).max(most).multipleOf(5);

/** `POST /api/v1/schedules/slots` */
export const SlotsInputSchema = z.strictObject({
  /** Whoever asks takes part without being named. */
  required: people.default([]),
  optional: people.default([]),
  /** Of each list one room: any of several is one list, a room in every office is a list each (S-15). */
  rooms: z.array(z.array(z.uuid()).min(1).max(30)).max(10).default([]),
  /** Where people meet without a room: the code of a unit, `main` for 本庁. */
  office: z.string().min(1).max(100).nullable().default(null),
  from: typedDay(),
  /** Included. */
  to: typedDay(),
  minutes: minutes(5, 600),
  stepMinutes: z.union([z.literal(5), z.literal(10), z.literal(15), z.literal(30), z.literal(60)]).default(30),
  /** Minutes that everybody must be free before and after. */
  bufferBefore: minutes(0, 240).default(0),
  bufferAfter: minutes(0, 240).default(0),
  /** Whether lunch and other breaks are kept free. */
  breaks: z.boolean().default(true),
  /** Of those required, how many percent are enough; who is tentatively taken counts as half. */
  percent: z.number().int().min(1).max(100).default(100),
  /** Whether one may take part online; null: where more than one office takes part. */
  online: z.boolean().nullable().default(null),
  most: z.number().int().min(1).max(20).default(10),
});
export type SlotsInput = z.infer<typeof SlotsInputSchema>;

/** A reason by its code, and in words. */
export const SlotReasonSchema = z.object({ code: z.string(), text: z.string() });
export type SlotReason = z.infer<typeof SlotReasonSchema>;

const RoomRefSchema = z.object({ roomId: z.string(), name: z.string() });

export const SlotProposalSchema = z.object({
  from: z.string(),
  to: z.string(),
  rooms: z.array(RoomRefSchema),
  online: z.boolean(),
  /** Of those required, how many percent can come; who is tentatively taken counts as half. */
  percent: z.number().int(),
  people: z.array(
    z.object({
      person: PersonSchema,
      required: z.boolean(),
      state: z.enum(['FREE', 'TENTATIVE', 'NO']),
      /** Takes part online, though there is a place. */
      online: z.boolean(),
      /** One way. */
      travelMinutes: z.number().int(),
    }),
  ),
  /** Why it is proposed. */
  reasons: z.array(SlotReasonSchema),
  /** What stands against the next one; null: there is none. */
  next: SlotReasonSchema.nullable(),
});
export type SlotProposal = z.infer<typeof SlotProposalSchema>;

export const SlotBlockerSchema = z.object({
  /** null: rooms. */
  person: PersonSchema.nullable(),
  rooms: z.array(RoomRefSchema),
  /** At how many of the times tried. */
  times: z.number().int(),
  /** At how many of them nothing else stands in the way. */
  alone: z.number().int(),
  text: z.string(),
});

export const SlotsViewSchema = z.object({
  at: z.string(),
  online: z.boolean(),
  /** How many times within somebody's hours were looked at. */
  tried: z.number().int(),
  items: z.array(SlotProposalSchema),
  /** Where nothing fits: who and what stands in the way, the most first. */
  blockers: z.array(SlotBlockerSchema),
  /** Of whom not everything is known: their calendar could not be read, or is old. */
  unsure: z.array(z.object({ person: PersonSchema.nullable(), room: RoomRefSchema.nullable(), text: z.string() })),
});
export type SlotsView = z.infer<typeof SlotsViewSchema>;
