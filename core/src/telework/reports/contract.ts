import { z } from 'zod';
import { PersonSchema } from '../../directory/contract.ts';
import { typedDay, typedLines, typedLinesOrNothing } from '../../shared/typed-text.ts';

/** 予定 before the work, 実績 after it. */
export const ReportKindSchema = z.enum(['PLAN', 'RESULT']);
export type ReportKind = z.infer<typeof ReportKindSchema>;

const version = z.number().int().min(0).max(2_147_483_647);
const MOST_CASES = 10;

/** `POST /api/v1/telework/workdays/{date}/reports`; once more is a correction, and what was said before stays. */
export const MakeReportInputSchema = z.strictObject({
  kind: ReportKindSchema,
  /** That of the day's reports as they were looked at; 0 where there are none. */
  version,
  /** What is planned, or what was done. */
  text: typedLines(2000),
  /** What comes next; of a result only. */
  tomorrow: typedLinesOrNothing(1000).default(''),
  /** Cases that it is about. */
  caseIds: z.array(z.uuid()).max(MOST_CASES).default([]),
});
export type MakeReportInput = z.infer<typeof MakeReportInputSchema>;

/** SEEN and THANKS are one tap. */
export const CommentToneSchema = z.enum(['SEEN', 'THANKS', 'WORDS']);
export type CommentTone = z.infer<typeof CommentToneSchema>;

/** `POST /api/v1/telework/reports/{id}/comments` */
export const ReportCommentInputSchema = z
  .strictObject({
    version,
    tone: CommentToneSchema,
    /** Needed for WORDS. */
    text: typedLinesOrNothing(1000).default(''),
  })
  .refine(({ tone, text }) => tone !== 'WORDS' || text !== '', { path: ['text'], error: 'text.missing' });
export type ReportCommentInput = z.infer<typeof ReportCommentInputSchema>;

/** `GET /api/v1/telework/workdays/{date}/reports`: one's own, or of somebody whom one may look at. */
export const DayReportQuerySchema = z.strictObject({ staffId: z.uuid().optional() });

const LinkedCaseSchema = z.object({
  caseId: z.string(),
  /** Null where this reader may not see the case. */
  title: z.string().nullable(),
  number: z.string().nullable(),
});

export const SaidReportSchema = z.object({
  kind: ReportKindSchema,
  at: z.string(),
  text: z.string(),
  tomorrow: z.string(),
  cases: z.array(LinkedCaseSchema),
});
export type SaidReport = z.infer<typeof SaidReportSchema>;

export const ReportCommentSchema = z.object({
  at: z.string(),
  by: PersonSchema,
  tone: CommentToneSchema,
  text: z.string(),
});

/** A report that the rules ask for on this day. */
export const ReportAskedSchema = z.object({
  kind: ReportKindSchema,
  article: z.string(),
  sentence: z.string(),
  /** The last day for it. */
  lastDay: z.string(),
  state: z.enum(['DONE', 'OPEN', 'LATE']),
});

export const DayReportViewSchema = z.object({
  /** Null where nothing was reported. */
  id: z.string().nullable(),
  version: z.number().int(),
  date: z.string(),
  person: PersonSchema,
  plan: SaidReportSchema.nullable(),
  result: SaidReportSchema.nullable(),
  /** What was said before it was corrected, oldest first. */
  earlier: z.array(SaidReportSchema),
  comments: z.array(ReportCommentSchema),
  asked: z.array(ReportAskedSchema),
  /** With what the forms are filled; `from` says where it comes from. */
  prefilled: z.object({
    plan: z.object({ text: z.string(), from: z.enum(['REQUEST', 'YESTERDAY', 'NOTHING']) }),
    result: z.object({ text: z.string(), from: z.enum(['PLAN', 'NOTHING']) }),
  }),
  may: z.object({ report: z.boolean(), comment: z.boolean() }),
});
export type DayReportView = z.infer<typeof DayReportViewSchema>;

/** `GET /api/v1/telework/reports`: of the people below on one day; today where nothing is said. */
export const ReportListQuerySchema = z.strictObject({
  date: typedDay().optional(),
  cursor: z.string().max(100).optional(),
});
export type ReportListQuery = z.infer<typeof ReportListQuerySchema>;

export const ReportListItemSchema = z.object({
  id: z.string().nullable(),
  version: z.number().int(),
  person: PersonSchema,
  /** Whether the day is a telework day of theirs. */
  telework: z.boolean(),
  plan: SaidReportSchema.nullable(),
  result: SaidReportSchema.nullable(),
  comments: z.array(ReportCommentSchema),
  asked: z.array(ReportAskedSchema),
});
export type ReportListItem = z.infer<typeof ReportListItemSchema>;
export const ReportListSchema = z.object({
  date: z.string(),
  items: z.array(ReportListItemSchema),
  nextCursor: z.string().nullable(),
});
export type ReportList = z.infer<typeof ReportListSchema>;
