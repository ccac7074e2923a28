import { z } from 'zod';
import { PersonSchema } from '../../directory/contract.ts';
import { typedDay, typedLine } from '../../shared/typed-text.ts';

export const DisposalStateSchema = z.enum([
  ...['SECTION', 'RECORDS', 'PROPOSED', 'APPROVED', 'BEGUN', 'EXECUTING', 'DONE', 'DROPPED'],
] as ['SECTION', 'RECORDS', 'PROPOSED', 'APPROVED', 'BEGUN', 'EXECUTING', 'DONE', 'DROPPED']);
export type DisposalState = z.infer<typeof DisposalStateSchema>;
export const DisposalChoiceSchema = z.enum(['DESTROY', 'TRANSFER', 'EXTEND']);
export type DisposalChoice = z.infer<typeof DisposalChoiceSchema>;
export const DisposalStepSchema = z.enum([
  ...['SUBMIT', 'SEND_BACK', 'PROPOSE', 'TAKE_BACK', 'BEGIN', 'GIVE_UP', 'CONFIRM', 'DROP'],
] as ['SUBMIT', 'SEND_BACK', 'PROPOSE', 'TAKE_BACK', 'BEGIN', 'GIVE_UP', 'CONFIRM', 'DROP']);
export type DisposalStep = z.infer<typeof DisposalStepSchema>;

/** A line of a 廃棄・移管目録. */
export const DisposalItemSchema = z.object({
  /** `RECORD`, or what another part of the suite keeps: `RECORDING`, `TRANSCRIPT`, `LOG`. */
  kind: z.string(),
  id: z.string(),
  title: z.string(),
  /** 政第12号 */
  number: z.string().nullable(),
  folder: z.object({ id: z.string(), title: z.string() }).nullable(),
  classification: z.object({ code: z.string(), name: z.string() }),
  filedOn: z.string(),
  startsOn: z.string().nullable(),
  /** 満了日; of 永年 the day of its review. */
  endsOn: z.string(),
  medium: z.enum(['ELECTRONIC', 'PAPER']),
  /** What the schedule says. */
  proposed: z.enum(['TRANSFER', 'DESTROY', 'CONSULT']),
  /** Why it cannot simply go. */
  mark: z.enum(['HELD', 'PERMANENT', 'CONSULT']).nullable(),
  files: z.number().int(),
  bytes: z.number(),
  choice: DisposalChoiceSchema.nullable(),
  choices: z.array(DisposalChoiceSchema),
  reason: z.string(),
  until: z.string().nullable(),
  chosenBy: PersonSchema.nullable(),
  /** 歴史公文書; null as long as the records section has not said. */
  historical: z.boolean().nullable(),
  state: z.enum(['LISTED', 'LEFT_OUT', 'REFUSED', 'AWAITS_RECEIPT', 'REMOVING', 'GONE', 'EXTENDED']),
  /** Why it did not go after all. */
  refusal: z.string().nullable(),
  /** What of it is not gone yet, in words. */
  remains: z.string().nullable(),
  /** 手放してよい: its section said so when 容量 asked, and has not said otherwise since. */
  letGo: z.object({ by: z.string(), on: z.string() }).nullable(),
});
export type DisposalItem = z.infer<typeof DisposalItemSchema>;

export const DisposalSummarySchema = z.object({
  id: z.string(),
  name: z.string(),
  fiscalYear: z.number().int(),
  fiscalYearLabel: z.string(),
  unitName: z.string(),
  state: DisposalStateSchema,
  items: z.number().int(),
  undecided: z.number().int(),
  /** Lines that still wait for what is to become of them. */
  open: z.number().int(),
  /** Whether something on it waits for this person. */
  waitsForMe: z.boolean(),
});
export type DisposalSummary = z.infer<typeof DisposalSummarySchema>;

export const DisposalsSchema = z.object({
  fiscalYear: z.number().int(),
  fiscalYearLabel: z.string(),
  items: z.array(DisposalSummarySchema),
  /** There are more than are shown. */
  truncated: z.boolean(),
  /** `SECTION`: of the own section; `ALL`; null where this person makes no lists. */
  mayMake: z.enum(['SECTION', 'ALL']).nullable(),
});
export type Disposals = z.infer<typeof DisposalsSchema>;

export const DisposalViewSchema = z.object({
  ...DisposalSummarySchema.shape,
  version: z.number().int(),
  endsBy: z.string(),
  madeBy: PersonSchema,
  madeAt: z.string(),
  lines: z.array(DisposalItemSchema),
  /** Why it came back, in words. */
  note: z.string().nullable(),
  round: z.number().int(),
  fingerprint: z.string().nullable(),
  caseId: z.string().nullable(),
  proposedBy: PersonSchema.nullable(),
  approvedAt: z.string().nullable(),
  begunBy: PersonSchema.nullable(),
  begunAt: z.string().nullable(),
  /** Until then a second person confirms. */
  confirmBy: z.string().nullable(),
  confirmedBy: PersonSchema.nullable(),
  confirmedAt: z.string().nullable(),
  receipt: z
    .object({
      ...{ institution: z.string(), reference: z.string(), receivedOn: z.string(), keepsCopy: z.boolean() },
      by: PersonSchema,
    })
    .nullable(),
  doneAt: z.string().nullable(),
  /** Until when copies of what is gone may still lie in backups, in words. */
  backups: z.string(),
  may: z.object({
    decide: z.boolean(),
    select: z.boolean(),
    steps: z.array(DisposalStepSchema),
    receive: z.boolean(),
    /** The package for the archives is there. */
    package: z.boolean(),
  }),
});
export type DisposalView = z.infer<typeof DisposalViewSchema>;

export const DisposalsQuerySchema = z.strictObject({
  fiscalYear: z.coerce.number().int().min(1900).max(2999).optional(),
});
export const MakeDisposalsInputSchema = z.strictObject({ fiscalYear: z.number().int().min(1900).max(2999) });

/** Of lines or of a whole 簿冊; the last word of a line is its newest. */
export const DecideDisposalInputSchema = z.strictObject({
  version: z.number().int(),
  items: z.array(z.uuid()).min(1).max(200),
  choice: DisposalChoiceSchema.optional(),
  reason: z.union([typedLine(300), z.literal('')]).default(''),
  until: typedDay().nullable().default(null),
  /** 選別, by the records section. */
  historical: z.boolean().optional(),
});
export type DecideDisposalInput = z.infer<typeof DecideDisposalInputSchema>;

export const DisposalStepInputSchema = z.strictObject({
  version: z.number().int(),
  step: DisposalStepSchema,
  reason: z.union([typedLine(300), z.literal('')]).default(''),
});
export type DisposalStepInput = z.infer<typeof DisposalStepInputSchema>;

export const ReceiptInputSchema = z.strictObject({
  version: z.number().int(),
  institution: typedLine(100),
  reference: typedLine(100),
  receivedOn: typedDay(),
  keepsCopy: z.boolean().default(false),
});
export type ReceiptInput = z.infer<typeof ReceiptInputSchema>;

/** 廃棄記録 */
export const TombstoneSchema = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  number: z.string().nullable(),
  classification: z.object({ code: z.string(), name: z.string() }),
  unitName: z.string(),
  filedOn: z.string(),
  startsOn: z.string().nullable(),
  endsOn: z.string(),
  action: z.enum(['DESTROY', 'TRANSFER']),
  reason: z.string(),
  /** The two who carried it out. */
  by: z.array(PersonSchema),
  buriedAt: z.string(),
  caseId: z.string().nullable(),
  listId: z.string(),
  contentGoes: z.boolean(),
  /** The archives and their reference, of 移管. */
  receipt: z.object({ institution: z.string(), reference: z.string(), receivedOn: z.string() }).nullable(),
  /** Until when backups may still hold it, in words. */
  backups: z.string().nullable(),
  /** What became of the copy in SharePoint, in words; null where there was none. */
  copy: z.string().nullable(),
  files: z.array(z.object({ fileVersion: z.number().int(), sha256: z.string(), size: z.number(), leafId: z.string() })),
  leafId: z.string(),
});
export type Tombstone = z.infer<typeof TombstoneSchema>;

/** `GET /api/v1/tombstones` */
export const TombstonesQuerySchema = z.strictObject({
  /** Words of title, number, class, section and who carried it out; or the SHA-256 of a file. */
  q: typedLine(200).optional(),
  from: typedDay().optional(),
  to: typedDay().optional(),
});
export type TombstonesQuery = z.infer<typeof TombstonesQuerySchema>;

export const TombstoneLineSchema = TombstoneSchema.extend({
  buriedOn: z.string(),
  /** The page of the record is there for this reader. */
  mayOpen: z.boolean(),
});
export type TombstoneLine = z.infer<typeof TombstoneLineSchema>;

/** 廃棄の記録 */
export const TombstonesSchema = z.object({
  items: z.array(TombstoneLineSchema),
  /** There are more than are shown. */
  truncated: z.boolean(),
});
export type Tombstones = z.infer<typeof TombstonesSchema>;
