import { z } from 'zod';
import { PersonSchema } from '../../directory/contract.ts';
import { typedDay, typedLine, typedLines, typedLinesOrNothing } from '../../shared/typed-text.ts';

export const DisclosureDecisionSchema = z.enum(['DISCLOSE', 'PARTLY', 'WITHHOLD', 'ABSENT', 'UNCONFIRMED']);
/** 審査請求の却下（不適法）・棄却・一部認容・認容・取下げ */
export const DisclosureRulingSchema = z.enum(['INADMISSIBLE', 'REJECTED', 'PARTLY_UPHELD', 'UPHELD', 'WITHDRAWN']);
const GroundSchema = z.object({ id: z.string(), article: z.string(), sentence: z.string() });
export const DisclosureSchemeSchema = z.object({
  id: z.string(),
  name: z.string(),
  law: z.string(),
  term: z.object({ days: z.number().int(), article: z.string() }),
  extension: z.object({ days: z.number().int(), article: z.string() }),
  /** By which article days of a correction do not count, where the regulations name it. */
  correction: z.string().nullable(),
  /** 補正を求める: by which article, and within how many days where the regulations say so. */
  correctionTerm: z.object({ days: z.number().int().nullable(), article: z.string() }).nullable(),
  /** 却下 of the request, and 諮問 of an appeal: by which article. */
  dismissal: z.string().nullable(),
  referral: z.string().nullable(),
  /** By which article each ends, as far as it was known when the request was begun. */
  rulings: z.partialRecord(DisclosureRulingSchema, z.string()).nullable(),
  grounds: z.array(GroundSchema),
});

export const DisclosureSummarySchema = z.object({
  id: z.string(),
  /** The 収受 that it came with. */
  registerId: z.string(),
  number: z.string(),
  schemeName: z.string(),
  subject: z.string(),
  unitName: z.string(),
  state: z.enum(['OPEN', 'DECIDED', 'DISMISSED', 'WITHDRAWN', 'APPEALED']),
  receivedOn: z.string(),
  /** The last day for the decision; null while a correction is waited for, and once the request has ended. */
  dueOn: z.string().nullable(),
  overdue: z.boolean(),
  extended: z.boolean(),
  decidedOn: z.string().nullable(),
  withdrawnOn: z.string().nullable(),
  dismissedOn: z.string().nullable(),
  /** 補正 was not made within its term: the request can be dismissed. */
  correctionLate: z.boolean(),
  /** How the last appeal ended; null while there is none or it goes on. */
  ruling: DisclosureRulingSchema.nullable(),
  outcome: DisclosureDecisionSchema.nullable(),
});
export type DisclosureSummary = z.infer<typeof DisclosureSummarySchema>;
export const DisclosuresSchema = z.object({
  items: z.array(DisclosureSummarySchema),
  /** There are more than are shown. */
  truncated: z.boolean(),
  schemes: z.array(DisclosureSchemeSchema),
});
export type Disclosures = z.infer<typeof DisclosuresSchema>;

export const DisclosureItemSchema = z.object({
  id: z.string(),
  recordId: z.string().nullable(),
  /** Of the record, as far as the reader may see it, or what was looked for. */
  title: z.string(),
  decision: DisclosureDecisionSchema.nullable(),
  grounds: z.array(z.string()),
  note: z.string(),
  judgedBy: PersonSchema.nullable(),
  /** 墨消しした写し: the newest one. */
  copy: z.object({ nth: z.number().int(), size: z.number().int(), pages: z.number().int() }).nullable(),
  mayJudge: z.boolean(),
  /** Grounds on the bars of that copy that were not judged, and judged ones that stand on no bar. */
  differing: z.object({ unjudged: z.array(z.string()), unbarred: z.array(z.string()) }),
});
export const DisclosureViewSchema = DisclosureSummarySchema.extend({
  version: z.number().int(),
  scheme: DisclosureSchemeSchema,
  extensionReason: z.string().nullable(),
  correctionAskedOn: z.string().nullable(),
  /** 補正: how many days the term stood still until now. */
  correctionDays: z.number().int(),
  /** What is to be put right, or was at last, and by when while it is waited for. */
  correctionWanted: z.string().nullable(),
  correctionUntil: z.string().nullable(),
  decisionNumber: z.string().nullable(),
  withdrawalNote: z.string(),
  /** Of the 起案; null of what was dismissed before it was asked for. */
  dismissalNumber: z.string().nullable(),
  dismissalArticle: z.string().nullable(),
  dismissalReason: z.string().nullable(),
  appealedOn: z.string().nullable(),
  /** 審査会への諮問 and its 答申, each with its number where it has one. */
  referredOn: z.string().nullable(),
  referralNumber: z.string(),
  advisedOn: z.string().nullable(),
  adviceNumber: z.string(),
  ruledOn: z.string().nullable(),
  rulingNote: z.string(),
  /** 廃棄の停止 by this request as it stands today; `until`: its last day, once known; `by`: whether the request or an appeal holds so long. */
  hold: z.object({
    state: z.enum(['NONE', 'HELD', 'HELD_UNTIL', 'ENDED']),
    until: z.string().nullable(),
    by: z.enum(['DISCLOSURE', 'APPEAL']).nullable(),
  }),
  items: z.array(DisclosureItemSchema),
  asked: z.array(z.object({ unitId: z.string(), unitName: z.string() })),
  /** Sections whose records this person does not see, and whom to ask there. */
  toAsk: z.array(z.object({ unitId: z.string(), unitName: z.string(), person: z.string().nullable() })),
  may: z.object({ work: z.boolean(), collect: z.boolean(), decide: z.boolean() }),
  /** `about`: which document, section or number, and what was said of it; null where the act says it all. */
  history: z.array(z.object({ at: z.string(), act: z.string(), about: z.string().nullable(), by: z.string() })),
});
export type DisclosureView = z.infer<typeof DisclosureViewSchema>;

export const OpenDisclosureSchema = z.strictObject({
  registerId: z.uuid(),
  scheme: z.string().max(60),
  subject: typedLines(1000),
});
export type OpenDisclosure = z.infer<typeof OpenDisclosureSchema>;

const version = z.number().int();
/** 諮問第何号・答申第何号, where the board counts them. */
const boardNumber = z.union([typedLine(60), z.literal('')]).default('');
export const DisclosureActSchema = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('collect'), version, recordIds: z.array(z.uuid()).min(1).max(100) }),
  /** Something that was looked for and is not there, or of which nothing is said. */
  z.strictObject({ act: z.literal('describe'), version, described: typedLine(300) }),
  z.strictObject({ act: z.literal('drop'), version, itemId: z.uuid(), reason: typedLine(300) }),
  z.strictObject({ act: z.literal('ask'), version, unitId: z.uuid() }),
  z.strictObject({
    act: z.literal('judge'),
    version,
    itemId: z.uuid(),
    decision: DisclosureDecisionSchema,
    grounds: z.array(z.string().max(60)).max(20).default([]),
    note: z.union([typedLines(1000), z.literal('')]).default(''),
  }),
  z.strictObject({ act: z.literal('extend'), version, reason: typedLines(500) }),
  /** 補正を求めた・補正された. Without `until` as many days as the regulations say. */
  z.strictObject({
    ...{ act: z.literal('askCorrection'), version, on: typedDay() },
    ...{ wanted: typedLines(1000), until: typedDay().optional() },
  }),
  z.strictObject({ act: z.literal('corrected'), version, on: typedDay() }),
  /** 決裁 of the 起案, by its number. `unbarredSeen`: judged grounds without a bar are right so. */
  z.strictObject({
    ...{ act: z.literal('decide'), version, registerId: z.uuid() },
    unbarredSeen: z.literal(true).optional(),
  }),
  /** 取下げ of the request; 却下, by the number of the decided 起案 */
  z.strictObject({
    ...{ act: z.literal('withdraw'), version, on: typedDay(), note: typedLinesOrNothing(500).default('') },
  }),
  z.strictObject({
    ...{ act: z.literal('dismiss'), version, registerId: z.uuid(), article: typedLine(200), reason: typedLines(1000) },
  }),
  /** 審査請求・諮問・答申・裁決（又は審査請求の取下げ） */
  z.strictObject({ act: z.literal('appeal'), version, on: typedDay() }),
  z.strictObject({ act: z.literal('refer'), version, on: typedDay(), number: boardNumber }),
  z.strictObject({ act: z.literal('advised'), version, on: typedDay(), number: boardNumber }),
  z.strictObject({
    ...{ act: z.literal('rule'), version, on: typedDay(), ruling: DisclosureRulingSchema },
    note: typedLinesOrNothing(1000).default(''),
  }),
]);
export type DisclosureAct = z.infer<typeof DisclosureActSchema>;
export type ActOf<A extends DisclosureAct['act']> = Extract<DisclosureAct, { act: A }>;

export const RedactableSchema = z.object({ text: z.string(), textSha256: z.string() });
export type Redactable = z.infer<typeof RedactableSchema>;
export const RedactSchema = z.strictObject({
  textSha256: z.string().length(64),
  passages: z
    .array(z.strictObject({ from: z.number().int().min(0), to: z.number().int().min(1), ground: z.string().max(60) }))
    .min(1)
    .max(2_000),
});
export type Redact = z.infer<typeof RedactSchema>;
export const RedactedSchema = z.object({
  nth: z.number().int(),
  size: z.number().int(),
  pages: z.number().int(),
  /** Words hidden in one place that still stand in another. */
  leftOver: z.array(z.string()),
  /** Grounds on bars that were not judged, and judged ones that stand on no bar. */
  unjudged: z.array(z.string()),
  unbarred: z.array(z.string()),
});
export type Redacted = z.infer<typeof RedactedSchema>;
