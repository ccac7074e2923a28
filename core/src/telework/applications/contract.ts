import { z } from 'zod';
import { CaseStatusSchema } from '../../approvals/contract.ts';
import { PersonSchema } from '../../directory/contract.ts';
import { typedDay, typedLines } from '../../shared/typed-text.ts';

/** 利用者登録・テレワーク実施・休暇・時間外勤務・出張 */
export const ApplicationKindNameSchema = z.enum(['REGISTRATION', 'TELEWORK', 'LEAVE', 'OVERTIME', 'TRIP']);
export type ApplicationKindName = z.infer<typeof ApplicationKindNameSchema>;

/**
 * FILING = made, and not yet put before the superiors (`problem` says why where it cannot be); REVIEW; SENT_BACK to the
 * applicant; APPROVED; REFUSED; WITHDRAWN by the applicant before it was decided; CANCELLED = no day of it is left.
 */
export const ApplicationStateSchema = z.enum([
  'FILING',
  'REVIEW',
  'SENT_BACK',
  'APPROVED',
  'REFUSED',
  'WITHDRAWN',
  'CANCELLED',
]);
export type ApplicationState = z.infer<typeof ApplicationStateSchema>;

export const ApplicationActSchema = z.enum([
  'MADE',
  'FILED',
  'NOT_FILED',
  'RESUBMITTED',
  'CORRECTED',
  'SENT_BACK',
  'APPROVED',
  'REFUSED',
  'WITHDRAWN',
  'DAY_CANCELLED',
  'REPLACED',
  'RETURNED',
  'CANCELLED',
]);
export type ApplicationAct = z.infer<typeof ApplicationActSchema>;

export const DayStateSchema = z.enum(['ASKED', 'APPROVED', 'CANCELLED', 'REFUSED']);

/** できる・注意・特別の承認・できない */
export const AnswerSchema = z.enum(['ALLOWED', 'WARNED', 'NEEDS_SPECIAL_APPROVAL', 'REFUSED']);
export type Answer = z.infer<typeof AnswerSchema>;

/** What the rules say against it, with the article, and whom to ask. */
export const FindingViewSchema = z.object({
  severity: AnswerSchema.exclude(['ALLOWED']),
  code: z.string(),
  sentence: z.string(),
  /** What the city's rules say, in their own words. */
  rule: z.string().nullable(),
  article: z.string().nullable(),
  ask: z.string().nullable(),
  /** The days that it is about; empty: all of it. */
  dates: z.array(z.string()),
});
export type FindingView = z.infer<typeof FindingViewSchema>;

const StepViewSchema = z.object({ procedure: z.string(), name: z.string(), article: z.string(), sentence: z.string() });

/** `POST …/check`: what would come of it, without making anything. */
export const JudgementViewSchema = z.object({
  answer: AnswerSchema,
  regulationVersion: z.string(),
  findings: z.array(FindingViewSchema),
  /** Orders (災害・感染症の特例) that relaxed a row. */
  relaxed: z.array(z.object({ name: z.string(), orderNumber: z.string(), article: z.string() })),
  /** 要る手続, in order. */
  steps: z.array(StepViewSchema),
  /** 報告・取扱い: what else is to be done or holds, in the rules' own words. */
  further: z.array(z.object({ sentence: z.string(), article: z.string() })),
  days: z.array(
    z.object({ date: z.string(), answer: AnswerSchema, from: z.string().nullable(), to: z.string().nullable() }),
  ),
  title: z.string(),
});
export type JudgementView = z.infer<typeof JudgementViewSchema>;

export const ApplicationDayViewSchema = z.object({
  itemId: z.string(),
  date: z.string(),
  kind: ApplicationKindNameSchema.exclude(['REGISTRATION']),
  state: DayStateSchema,
  /** `9:00`, beyond 24:00 after midnight; both null: all of the day. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  detail: z.record(z.string(), z.json()),
  /** What has changed in the rules between the application and the approval. */
  notes: z.array(z.string()),
  /** Why it was cancelled. */
  reason: z.string().nullable(),
  mayCancel: z.boolean(),
});
export type ApplicationDayView = z.infer<typeof ApplicationDayViewSchema>;

export const ApplicationViewSchema = z.object({
  id: z.string(),
  kind: ApplicationKindNameSchema,
  /** Counts every line of its history. */
  version: z.number().int(),
  state: ApplicationStateSchema,
  applicant: PersonSchema,
  madeAt: z.string(),
  title: z.string(),
  days: z.array(ApplicationDayViewSchema),
  judgement: JudgementViewSchema,
  /** What was asked, as the kind's own input; to be copied into a new one. */
  input: z.record(z.string(), z.json()),
  /** The cases by which it is decided. A case that the reader may not see has no id. */
  cases: z.array(
    z.object({
      procedure: z.string(),
      name: z.string(),
      caseId: z.string().nullable(),
      status: CaseStatusSchema.nullable(),
    }),
  ),
  /** Why it could not be put before the superiors. */
  problem: z.string().nullable(),
  replaces: z.string().nullable(),
  may: z.object({
    file: z.boolean(),
    withdraw: z.boolean(),
    change: z.boolean(),
    /** 差戻し: its days and fields may be corrected and put before the superiors again. */
    correct: z.boolean(),
    /** 取消し of what is about no days. */
    cancel: z.boolean(),
    returnItems: z.boolean(),
  }),
  /** 持ち出す物, and when they are due back; null where nothing is taken out. */
  takeOut: z
    .object({
      items: z.array(z.string()),
      dues: z.array(z.object({ dueOn: z.string(), returnedAt: z.string().nullable() })),
    })
    .nullable(),
  history: z.array(
    z.object({
      seq: z.number().int(),
      at: z.string(),
      act: ApplicationActSchema,
      actor: PersonSchema,
      reason: z.string().nullable(),
    }),
  ),
});
export type ApplicationView = z.infer<typeof ApplicationViewSchema>;

export const ApplicationQuerySchema = z.strictObject({
  /** mine = one's own; people = of those below; a person by `staffId` where one may look at them. */
  box: z.enum(['mine', 'people']).default('mine'),
  staffId: z.uuid().optional(),
  state: ApplicationStateSchema.optional(),
  /** Only those with a day in this span, both included. */
  from: typedDay().optional(),
  to: typedDay().optional(),
  cursor: z.string().max(100).optional(),
});
export type ApplicationQuery = z.infer<typeof ApplicationQuerySchema>;

/** `GET /api/v1/telework/applications`: those of every kind. */
export const AllApplicationsQuerySchema = ApplicationQuerySchema.extend({ kind: ApplicationKindNameSchema.optional() });
export type AllApplicationsQuery = z.infer<typeof AllApplicationsQuerySchema>;

export const ApplicationPageSchema = z.object({
  items: z.array(ApplicationViewSchema),
  nextCursor: z.string().nullable(),
});
export type ApplicationPage = z.infer<typeof ApplicationPageSchema>;

const version = z.number().int().min(1).max(2_147_483_647);

/** `POST …/{id}/file`: once more, where it could not be put before the superiors. */
export const FileApplicationInputSchema = z.strictObject({ version });
export type FileApplicationInput = z.infer<typeof FileApplicationInputSchema>;

/** `POST …/{id}/withdraw` and `POST …/{id}/days/{itemId}/cancel` */
export const GiveUpInputSchema = z.strictObject({ version, reason: typedLines(1000) });
export type GiveUpInput = z.infer<typeof GiveUpInputSchema>;

const out = { applicationId: z.string(), items: z.array(z.string()), dueOn: z.string() };
/** The day on which it is due has begun. */
const due = z.boolean();

/** `GET /api/v1/telework/take-outs`: what is out and not back yet, what is due first before the others. */
export const TakeOutListSchema = z.object({
  /** One's own, with the version to be sent back with the return. */
  own: z.array(z.object({ ...out, due, version: z.number().int() })),
  /** Under a permit that a post of the reader decided, with the case of the permit. */
  permitted: z.array(z.object({ ...out, due, person: PersonSchema, caseId: z.string() })),
  /** There are more of the latter than are shown. */
  more: z.boolean(),
});
export type TakeOutList = z.infer<typeof TakeOutListSchema>;
