import { z } from 'zod';
import { PersonSchema } from '../../directory/contract.ts';
import { typedLine, typedLinesOrNothing } from '../../shared/typed-text.ts';
import { PaperSchema } from './paper-contract.ts';

const version = z.number().int().min(1).max(2_147_483_647);

/** 安否確認, 参集 */
export const RollKindSchema = z.enum(['SAFETY', 'MUSTER']);
export type RollKind = z.infer<typeof RollKindSchema>;

export const SafetyAnswerSchema = z.enum(['SAFE_CAN_COME', 'SAFE_CANNOT_COME', 'NEEDS_HELP']);
export const MusterAnswerSchema = z.enum(['COMING', 'ARRIVED', 'CANNOT_COME']);
export const RollAnswerSchema = z.enum([...SafetyAnswerSchema.options, ...MusterAnswerSchema.options]);
export type RollAnswer = z.infer<typeof RollAnswerSchema>;

const line = typedLinesOrNothing(200).refine((text) => !text.includes('\n'), 'text.unreadable');

const callShape = {
  title: typedLine(100),
  words: typedLinesOrNothing(1000).default(''),
  /** Of this unit and those below it; null: everybody. */
  unitId: z.uuid().nullable().default(null),
  /** These people only. */
  staffIds: z.array(z.uuid()).min(1).max(500).optional(),
};
/** `POST /api/v1/telework/disaster/safety-checks` */
export const SafetyCheckInputSchema = z.strictObject({
  ...callShape,
  /** How often those who have not answered are reminded by themselves, half an hour after each other. */
  reminders: z.number().int().min(0).max(10).default(3),
});
export type SafetyCheckInput = z.infer<typeof SafetyCheckInputSchema>;
/** `POST /api/v1/telework/disaster/musters` */
export const MusterInputSchema = z.strictObject({
  ...callShape,
  /** 参集場所 */
  place: typedLine(100),
  reminders: z.number().int().min(0).max(10).default(1),
});
export type MusterInput = z.infer<typeof MusterInputSchema>;

const answerShape = {
  words: typedLinesOrNothing(500).default(''),
  place: line.default(''),
  /** For whom; oneself where nothing is said. For others: 「電話で確認」. */
  staffId: z.uuid().optional(),
  /** 後日入力: for somebody else, from a form that they filled in while the network was down. */
  paper: PaperSchema.optional(),
};
/** `POST /api/v1/telework/disaster/safety-checks/{id}/answers` */
export const SafetyAnswerInputSchema = z.strictObject({ ...answerShape, answer: SafetyAnswerSchema });
/** `POST /api/v1/telework/disaster/musters/{id}/answers` */
export const MusterAnswerInputSchema = z.strictObject({ ...answerShape, answer: MusterAnswerSchema });
export type RollAnswerInput = z.infer<typeof SafetyAnswerInputSchema> | z.infer<typeof MusterAnswerInputSchema>;

/** `POST …/{id}/reminders`, `POST …/{id}/close` */
export const RollChangeInputSchema = z.strictObject({ version });
export type RollChangeInput = z.infer<typeof RollChangeInputSchema>;

export const RollAnswerViewSchema = z.object({
  answer: RollAnswerSchema,
  at: z.string(),
  words: z.string(),
  place: z.string(),
  /** Who said it, where it was somebody else. */
  by: PersonSchema.nullable(),
  /** 後日入力: from which paper, by which order, and when it was entered; `at` is then what the paper says. */
  paper: z.object({ source: z.string(), orderNumber: z.string(), enteredAt: z.string() }).nullable(),
  /** After it was closed. */
  late: z.boolean(),
});
export type RollAnswerView = z.infer<typeof RollAnswerViewSchema>;

/** As one person sees it who was asked. */
export const RollViewSchema = z.object({
  id: z.string(),
  kind: RollKindSchema,
  version: z.number().int(),
  title: z.string(),
  words: z.string(),
  place: z.string(),
  unitName: z.string().nullable(),
  askedBy: PersonSchema,
  askedAt: z.string(),
  open: z.boolean(),
  /** Null where this person was not asked. */
  asked: z.object({ answer: RollAnswerViewSchema.nullable() }).nullable(),
  may: z.object({ board: z.boolean(), run: z.boolean() }),
});
export type RollView = z.infer<typeof RollViewSchema>;

/** Somebody on the board. */
export const RollPersonSchema = PersonSchema.extend({
  answer: RollAnswerViewSchema.nullable(),
  /** Null where it is not asked: nobody has to be reached who has answered. */
  reachable: z.boolean().nullable(),
  may: z.object({ answer: z.boolean() }),
});
export type RollPerson = z.infer<typeof RollPersonSchema>;

const counts = { asked: z.number().int(), answered: z.number().int(), unreachable: z.number().int() };
export const RollUnitSchema = z.object({
  unitId: z.string().nullable(),
  name: z.string(),
  ...counts,
  answers: z.partialRecord(RollAnswerSchema, z.number().int()),
});
export type RollUnit = z.infer<typeof RollUnitSchema>;

/** `GET …/{id}`: the people of one unit, or those with one answer (`NONE`: without any), page by page. */
export const RollBoardQuerySchema = z.strictObject({
  unitId: z.union([z.uuid(), z.literal('none')]).optional(),
  answer: z.union([RollAnswerSchema, z.literal('NONE')]).optional(),
  cursor: z.string().max(100).optional(),
});
export type RollBoardQuery = z.infer<typeof RollBoardQuerySchema>;

/** The whole city for whoever runs it; for heads the units below them. */
export const RollBoardSchema = z.object({
  roll: RollViewSchema,
  ...counts,
  answers: z.partialRecord(RollAnswerSchema, z.number().int()),
  units: z.array(RollUnitSchema),
  /** Whoever needs help first, then those who have not answered. */
  people: z.array(RollPersonSchema),
  nextCursor: z.string().nullable(),
});
export type RollBoard = z.infer<typeof RollBoardSchema>;
