import { z } from 'zod';
import { PersonSchema } from '../../directory/contract.ts';
import { typedLinesOrNothing } from '../../shared/typed-text.ts';

/** Where somebody is as far as the city hall knows. Colleagues see the state; why somebody is on leave they do not. */
export const PresenceStateSchema = z.enum([
  'OFFICE',
  'HOME',
  'SATELLITE',
  'MOBILE',
  'TRIP',
  'LEAVE',
  'OUT',
  'NOT_STARTED',
  'PAUSED',
  'ENDED',
  'UNKNOWN',
]);
export type PresenceState = z.infer<typeof PresenceStateSchema>;

/** What says so: a punch, what was approved, 外出・直帰, the directory's absences; NONE: nothing was said. */
export const PresenceSourceSchema = z.enum(['PUNCH', 'PLAN', 'WHEREABOUTS', 'ABSENCE', 'NONE']);
export type PresenceSource = z.infer<typeof PresenceSourceSchema>;

/** `GET /api/v1/telework/presence` */
export const PresenceQuerySchema = z.strictObject({
  /** Left out: the caller's own section. */
  unit: z.union([z.literal('all'), z.uuid()]).optional(),
  /** Those in the units below it as well. */
  below: z.enum(['true', 'false']).default('true'),
});
export type PresenceQuery = z.infer<typeof PresenceQuerySchema>;

export const PresenceRowSchema = z.object({
  person: PersonSchema,
  unitId: z.string(),
  state: PresenceStateSchema,
  since: z.string().nullable(),
  /** Until when, or when they are back. */
  until: z.string().nullable(),
  /** 行先, 出張先, a place set up by the city; never anybody's home. */
  where: z.string().nullable(),
  /** 直帰: not back today. */
  noReturn: z.boolean(),
  /** Where they are to work today, where that was approved. */
  planned: z.enum(['HOME', 'SATELLITE', 'MOBILE']).nullable(),
  /** What only the person, the heads above and personnel may read: the kind of leave, what an absence says. */
  detail: z.string().nullable(),
  /** 連絡先 by which the application for the day says they are reached: for the same readers. */
  contact: z.string().nullable(),
  source: PresenceSourceSchema,
  /** Whether the caller may ask them to answer now. */
  mayNudge: z.boolean(),
});
export type PresenceRow = z.infer<typeof PresenceRowSchema>;

const UnitSchema = z.object({ unitId: z.string(), name: z.string() });

export const PresenceBoardSchema = z.object({
  at: z.string(),
  /** The unit shown and those above it, the top first; empty where all of the city hall is shown. */
  path: z.array(UnitSchema),
  /** The units right below it. */
  units: z.array(UnitSchema),
  items: z.array(PresenceRowSchema),
  counts: z.record(PresenceStateSchema, z.number().int()),
});
export type PresenceBoard = z.infer<typeof PresenceBoardSchema>;

/** ASKED: waits; ANSWERED in time; ANSWERED_LATE; UNANSWERED: the time is over. */
export const NudgeStateSchema = z.enum(['ASKED', 'ANSWERED', 'ANSWERED_LATE', 'UNANSWERED']);
export type NudgeState = z.infer<typeof NudgeStateSchema>;

/** `POST /api/v1/telework/nudges`: 「応答お願いします」 to somebody at work below oneself. */
export const NudgeInputSchema = z.strictObject({
  staffIds: z.array(z.uuid()).min(1).max(50),
  message: typedLinesOrNothing(200).default(''),
});
export type NudgeInput = z.infer<typeof NudgeInputSchema>;

/** `POST /api/v1/telework/nudges/{id}/answer` */
export const NudgeAnswerInputSchema = z.strictObject({ message: typedLinesOrNothing(200).default('') });
export type NudgeAnswerInput = z.infer<typeof NudgeAnswerInputSchema>;

export const NudgeViewSchema = z.object({
  id: z.string(),
  version: z.number().int(),
  state: NudgeStateSchema,
  person: PersonSchema,
  askedBy: PersonSchema,
  askedAt: z.string(),
  dueAt: z.string(),
  message: z.string(),
  answeredAt: z.string().nullable(),
  answer: z.string(),
  mayAnswer: z.boolean(),
});
export type NudgeView = z.infer<typeof NudgeViewSchema>;

/** `GET /api/v1/telework/nudges`: of today, asked by the caller or of the caller; newest first. */
export const NudgeListSchema = z.object({ items: z.array(NudgeViewSchema) });
export type NudgeList = z.infer<typeof NudgeListSchema>;
