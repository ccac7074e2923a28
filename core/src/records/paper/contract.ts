import { z } from 'zod';
import { PersonSchema } from '../../directory/contract.ts';
import { typedDay, typedLine } from '../../shared/typed-text.ts';

export const PaperPlaceSchema = z.object({
  id: z.string(),
  store: z.string(),
  shelf: z.string(),
  boxes: z.number().int(),
});

export const PaperLoanSchema = z.object({
  id: z.string(),
  borrower: PersonSchema,
  purpose: z.string(),
  lentOn: z.string(),
  dueOn: z.string(),
  returnedOn: z.string().nullable(),
  isOverdue: z.boolean(),
  /** Whether this person may say that it is back. */
  mayReturn: z.boolean(),
});
export type PaperLoan = z.infer<typeof PaperLoanSchema>;

export const PaperBoxSchema = z.object({
  id: z.string(),
  /** What stands under the bars of its label: B000123. */
  code: z.string(),
  title: z.string(),
  fiscalYear: z.number().int(),
  fiscalYearLabel: z.string(),
  unitName: z.string(),
  place: z.object({ id: z.string(), store: z.string(), shelf: z.string() }),
  records: z.number().int(),
  /** Who has it now. */
  loan: PaperLoanSchema.nullable(),
  version: z.number().int(),
  mayKeep: z.boolean(),
});
export type PaperBox = z.infer<typeof PaperBoxSchema>;

/** 書庫: boxes as far as the reader's sections go. */
export const PaperViewSchema = z.object({
  places: z.array(PaperPlaceSchema),
  boxes: z.array(PaperBoxSchema),
  /** The list is cut here; a search finds the rest. */
  more: z.boolean(),
  may: z.object({ addPlace: z.boolean(), addBox: z.boolean() }),
});
export type PaperView = z.infer<typeof PaperViewSchema>;

export const PaperBoxViewSchema = z.object({
  ...PaperBoxSchema.shape,
  contents: z.array(z.object({ recordId: z.string(), number: z.string().nullable(), title: z.string() })),
  /** 貸出しの記録, the newest first. */
  loans: z.array(PaperLoanSchema),
  /** Where it was, the newest first. */
  moves: z.array(z.object({ at: z.string(), by: z.string(), from: z.string().nullable(), to: z.string() })),
});
export type PaperBoxView = z.infer<typeof PaperBoxViewSchema>;

/** The box that the paper of a record lies in; null where it lies in none, or in one of another section. */
export const RecordBoxSchema = z.object({
  box: z
    .object({
      ...{ id: z.string(), code: z.string(), title: z.string() },
      place: z.object({ store: z.string(), shelf: z.string() }),
      isLent: z.boolean(),
    })
    .nullable(),
});
export type RecordBox = z.infer<typeof RecordBoxSchema>;

/** LENT: with somebody now; OVERDUE: should be back; MINE: with whoever asks. */
export const BoxesOnlySchema = z.enum(['LENT', 'OVERDUE', 'MINE']);
export type BoxesOnly = z.infer<typeof BoxesOnlySchema>;
export const BoxSearchSchema = z.strictObject({ q: z.string().max(100).default(''), only: BoxesOnlySchema.optional() });
export type BoxSearchInput = z.infer<typeof BoxSearchSchema>;
export const AddPlaceInputSchema = z.strictObject({ store: typedLine(50), shelf: typedLine(50) });
export type AddPlaceInput = z.infer<typeof AddPlaceInputSchema>;
export const AddBoxInputSchema = z.strictObject({
  title: typedLine(100),
  fiscalYear: z.number().int().min(1868).max(2999),
  placeId: z.uuid(),
});
export type AddBoxInput = z.infer<typeof AddBoxInputSchema>;
export const MoveBoxInputSchema = z.strictObject({ version: z.number().int(), placeId: z.uuid() });
export type MoveBoxInput = z.infer<typeof MoveBoxInputSchema>;
/** 政第12号 of a 年度: as it stands on the paper. */
export const BoxRecordInputSchema = z.strictObject({
  fiscalYear: z.number().int().min(1868).max(2999),
  number: typedLine(40),
});
export type BoxRecordInput = z.infer<typeof BoxRecordInputSchema>;
export const LendInputSchema = z.strictObject({ purpose: typedLine(200), dueOn: typedDay() });
export type LendInput = z.infer<typeof LendInputSchema>;
