import { z } from 'zod';
import { typedLine } from '../../shared/typed-text.ts';

/** `metadata` of the upload; the file is the list of posts (CSV) of the organisation to come. */
export const NewRehearsalSchema = z.strictObject({
  /** 令和9年度 組織改正 */
  title: typedLine(100),
  /** 施行日: the first day of the new organisation. */
  effectiveOn: z.iso.date(),
});
export type NewRehearsal = z.infer<typeof NewRehearsalSchema>;

export const OrganisationDifferenceSchema = z.object({
  kind: z.enum([
    'UNIT_NEW',
    'UNIT_GONE',
    'UNIT_RENAMED',
    'UNIT_MOVED',
    'UNIT_KIND',
    'POST_NEW',
    'POST_GONE',
    'POST_MOVED',
    'POST_RENAMED',
    'POST_RANK',
    'POST_HEAD',
    'HOLDER_CHANGED',
    'PERSON_WITHOUT_POST',
  ]),
  /** Of the unit or post. */
  code: z.string(),
  /** The unit, the post with its unit, or the person. */
  name: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type OrganisationDifference = z.infer<typeof OrganisationDifferenceSchema>;

const BreakReasonSchema = z.enum([
  /** 廃止された所属 */
  'UNIT_GONE',
  /** 廃止された職 */
  'POST_GONE',
  /** 欠員 */
  'POST_VACANT',
  /** 起案者 would have to act on their own case. */
  'HOLDER_IS_DRAFTER',
]);
export type BreakReason = z.infer<typeof BreakReasonSchema>;

const BrokenCaseSchema = z.object({
  kind: z.literal('CASE'),
  /** By this it is accepted. */
  breakId: z.string(),
  caseId: z.string(),
  label: z.string(),
  drafterName: z.string(),
  drafterUnit: z.string(),
  duty: z.string(),
  postTitle: z.string(),
  unitName: z.string(),
  reason: BreakReasonSchema,
  /** It is so today already. */
  already: z.boolean(),
  /** Who stands nearest above and can take it up. */
  resolver: z.object({ postTitle: z.string(), unitName: z.string(), name: z.string() }).nullable(),
  sentence: z.string(),
});

const BrokenRuleSchema = z.object({
  kind: z.literal('RULE'),
  breakId: z.string(),
  ruleId: z.string(),
  article: z.string(),
  already: z.boolean(),
  sentence: z.string(),
});

export const BreakViewSchema = z.discriminatedUnion('kind', [BrokenCaseSchema, BrokenRuleSchema]);
export type BreakView = z.infer<typeof BreakViewSchema>;

const SummarySchema = z.object({
  id: z.string(),
  title: z.string(),
  effectiveOn: z.string(),
  /** 令和9年4月1日 */
  effectiveOnLabel: z.string(),
  /** REPLACED: another one was activated for the same day afterwards. */
  state: z.enum(['REHEARSED', 'ACTIVATED', 'REPLACED']),
  createdAt: z.string(),
  createdBy: z.string(),
  activatedAt: z.string().nullable(),
  activatedBy: z.string().nullable(),
});
export type RehearsalSummary = z.infer<typeof SummarySchema>;

export const RehearsalListSchema = z.object({ items: z.array(SummarySchema) });

const AcceptedSchema = z.object({
  breakId: z.string(),
  reason: z.string(),
  acceptedBy: z.string(),
  acceptedAt: z.string(),
});

export const RehearsalViewSchema = SummarySchema.extend({
  /** How many differences of each kind; `differences` shows the first of them, the download all. */
  counts: z.record(z.string(), z.number().int()),
  differences: z.array(OrganisationDifferenceSchema),
  /** How many breaks nobody has accepted: the gate is at zero. */
  open: z.number().int(),
  broken: z.array(BreakViewSchema),
  /** Cases whose drafter leaves: nothing stops, but what is sent back would reach nobody. */
  orphaned: z.array(
    z.object({ caseId: z.string(), label: z.string(), drafterName: z.string(), drafterUnit: z.string() }),
  ),
  accepted: z.array(AcceptedSchema),
  /** Sign-in names of the list that Entra does not know yet: their posts count as vacant. */
  unknown: z.array(z.string()),
  mayActivate: z.boolean(),
});
export type RehearsalView = z.infer<typeof RehearsalViewSchema>;

export const RehearsalActivationSchema = z.strictObject({
  /** Breaks that are taken into account, each by its id and with the reason. */
  accepted: z
    .array(z.strictObject({ breakId: z.string().max(200), reason: typedLine(300) }))
    .max(5_000)
    .default([]),
});
export type RehearsalActivation = z.infer<typeof RehearsalActivationSchema>;
