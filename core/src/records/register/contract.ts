import { z } from 'zod';
import { PersonSchema } from '../../directory/contract.ts';
import { typedDay, typedLine, typedLines, typedLinesOrNothing } from '../../shared/typed-text.ts';
import { DocumentNumberSchema } from '../number-contract.ts';

/** 起案・収受・発送 */
export const DirectionSchema = z.enum(['DRAFTED', 'RECEIVED', 'SENT']);
/** Kept for somebody, taken, or void: a void number stays and is never given again. */
export const NumberStateSchema = z.enum(['RESERVED', 'TAKEN', 'VOID']);
/** 処置: 起案・供覧・回答・保管 */
export const HandlingSchema = z.enum(['DRAFT', 'CIRCULATE', 'REPLY', 'FILE']);
export type HandlingCode = z.infer<typeof HandlingSchema>;
const version = z.number().int().min(1).max(2_147_483_647);

/** A row of the 文書収発簿. */
export const RegisterRowSchema = z.object({
  id: z.string(),
  number: DocumentNumberSchema,
  direction: DirectionSchema,
  title: z.string(),
  counterparty: z.string().nullable(),
  /** 相手番号 */
  theirNumber: z.string().nullable(),
  /** 主務課 */
  unitName: z.string(),
  registeredBy: z.string(),
  recordId: z.string().nullable(),
  caseId: z.string().nullable(),
  state: NumberStateSchema,
  /** DOCUMENT: of a document of the store; BY_HAND: paper; IMPORTED: of an old ledger. */
  origin: z.enum(['DOCUMENT', 'RESERVED', 'BY_HAND', 'IMPORTED']),
  /** 処理期限, days as `YYYY-MM-DD` */
  dueOn: z.string().nullable(),
  isOverdue: z.boolean(),
  handling: HandlingSchema.nullable(),
  /** 施行日 */
  issuedOn: z.string().nullable(),
  /** 完結日 */
  completedOn: z.string().nullable(),
  /** 備考: why it is void, why last year's, what was noted. */
  note: z.string(),
});
export type RegisterRow = z.infer<typeof RegisterRowSchema>;

export const RegisterPageSchema = z.object({
  fiscalYear: z.number().int(),
  fiscalYearLabel: z.string(),
  items: z.array(RegisterRowSchema),
  nextCursor: z.string().nullable(),
});
export type RegisterPage = z.infer<typeof RegisterPageSchema>;

/** `GET /api/v1/register` */
export const RegisterQuerySchema = z.strictObject({
  fiscalYear: z.coerce.number().int().min(1900).max(2999).optional(),
  direction: DirectionSchema.optional(),
  state: NumberStateSchema.optional(),
  symbol: z.string().max(40).optional(),
  unit: z.uuid().optional(),
  from: typedDay().optional(),
  to: typedDay().optional(),
  q: z.string().max(100).optional(),
  overdue: z.enum(['yes']).optional(),
  imported: z.enum(['yes']).optional(),
  /** `number`: by symbol and number, as on paper; else the newest first. */
  order: z.enum(['newest', 'number']).optional(),
  cursor: z.string().max(200).optional(),
});
export type RegisterQuery = z.infer<typeof RegisterQuerySchema>;

/** `GET /api/v1/register.csv` */
export const RegisterCsvQuerySchema = RegisterQuerySchema.omit({ cursor: true, order: true }).extend({
  encoding: z.enum(['utf-8', 'shift_jis']).default('utf-8'),
});
export type RegisterCsvQuery = z.infer<typeof RegisterCsvQuerySchema>;

export const NumberFactSchema = z.object({
  at: z.string(),
  act: z.string(),
  by: PersonSchema,
  fact: z.record(z.string(), z.json()),
});

/** One number with everything that was done with it. */
export const NumberViewSchema = z.object({
  row: RegisterRowSchema,
  version: z.number().int(),
  takenAt: z.string(),
  registeredBy: PersonSchema,
  reservedUntil: z.string().nullable(),
  lastYearReason: z.string().nullable(),
  branches: z.array(RegisterRowSchema),
  history: z.array(NumberFactSchema),
  may: z.object({ change: z.boolean(), confirm: z.boolean(), void: z.boolean(), branch: z.boolean() }),
});
export type NumberView = z.infer<typeof NumberViewSchema>;

/** `GET /api/v1/register/choices`: what the page of the register offers. */
export const RegisterChoicesSchema = z.object({
  symbols: z.array(z.string()),
  /** Runs from which a number can be taken by hand. */
  series: z.array(z.object({ key: z.string(), symbol: z.string(), name: z.string(), article: z.string() })),
  lastYear: z.object({ open: z.boolean(), label: z.string(), until: z.string(), sentence: z.string() }),
  reservationHours: z.number().int(),
  senders: z.array(z.string()),
});
export type RegisterChoices = z.infer<typeof RegisterChoicesSchema>;

/** `POST /api/v1/register`: a number taken by hand, at once or kept until the document is complete. */
export const TakeNumberInputSchema = z.strictObject({
  /** A `key` of the choices. */
  series: z.string().min(1).max(60),
  title: typedLine(200),
  counterparty: typedLine(200).optional(),
  theirNumber: typedLine(60).optional(),
  dueOn: typedDay().optional(),
  reserve: z.boolean().default(false),
  /** 前年度の番号: why. */
  lastYearReason: typedLines(400).optional(),
});
export type TakeNumberInput = z.infer<typeof TakeNumberInputSchema>;

/** `POST /api/v1/register/{id}/branches` */
export const BranchInputSchema = z.strictObject({ title: typedLine(200), counterparty: typedLine(200).optional() });
export type BranchInput = z.infer<typeof BranchInputSchema>;

/** `POST /api/v1/register/{id}/confirmation` */
export const ConfirmNumberInputSchema = z.strictObject({
  version,
  title: typedLine(200).optional(),
  counterparty: typedLine(200).optional(),
  /** The document of the store that bears the number; none: it is on paper. */
  recordId: z.uuid().optional(),
});
export type ConfirmNumberInput = z.infer<typeof ConfirmNumberInputSchema>;

/** `POST /api/v1/register/{id}/void` */
export const VoidInputSchema = z.strictObject({ version, reason: typedLines(400) });
export type VoidInput = z.infer<typeof VoidInputSchema>;

/** `PATCH /api/v1/register/{id}`: a field that is left out stays, null clears it. */
export const ChangeNumberInputSchema = z.strictObject({
  version,
  theirNumber: typedLine(60).nullable().optional(),
  dueOn: typedDay().nullable().optional(),
  handling: HandlingSchema.nullable().optional(),
  issuedOn: typedDay().nullable().optional(),
  completedOn: typedDay().nullable().optional(),
  note: typedLinesOrNothing(400).nullable().optional(),
});
export type ChangeNumberInput = z.infer<typeof ChangeNumberInputSchema>;

/** 「番号は要る?」 `GET /api/v1/register/need?answers=outside:yes,decision:no` */
export const NeedQuerySchema = z.strictObject({ answers: z.string().max(400).default('') });
export const NeedAnswersSchema = z.record(z.string().max(60), z.boolean());
export const NeedViewSchema = z.object({
  questions: z.array(z.object({ id: z.string(), question: z.string(), help: z.string().nullable() })),
  /** Null while more has to be answered. */
  verdict: z
    .object({
      outcome: z.enum(['NUMBERED', 'UNNUMBERED', 'MINOR']),
      ruleId: z.string(),
      article: z.string(),
      sentence: z.string(),
    })
    .nullable(),
});
export type NeedView = z.infer<typeof NeedViewSchema>;
