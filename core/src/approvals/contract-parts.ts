import { z } from 'zod';
import { FileRefSchema, LevelSchema } from '../records/contract.ts';
import { typedLine, typedLines, typedLinesOrNothing } from '../shared/typed-text.ts';

/** 自治体機密性, as records have it. Above C2 only number and link leave the tab. */
export const ConfidentialitySchema = LevelSchema;
export type Confidentiality = z.infer<typeof ConfidentialitySchema>;

/** 通常・至急・緊急 */
export const UrgencySchema = z.enum(['NORMAL', 'URGENT', 'EMERGENCY']);
export type Urgency = z.infer<typeof UrgencySchema>;

const localDay = z.iso.date();

/** What is decided about, as the regulations ask for it. `GENERAL` exists in every city. */
export const MatterSchema = z.strictObject({
  code: z.string().max(60),
  /** amountYen, nights, days and whatever else a row of the city's regulations names. */
  facts: z
    .record(z.string().max(60), z.union([z.number(), z.boolean(), typedLine(200)]))
    .refine((facts) => Object.keys(facts).length <= 40)
    .default({}),
  /** 専決の制限, by the codes of the city's regulations: ASSEMBLY, IMPORTANT, UNUSUAL, PRECEDENT, DISPUTE as a rule. */
  escalations: z.array(z.string().max(60)).max(10).default([]),
  /** To lift the decision to this class; needs one of the reasons. */
  raiseTo: z.string().max(60).nullable().default(null),
  /** 類推: an unlisted matter handled like this listed one. */
  analogousTo: z.string().max(60).nullable().default(null),
});
export type MatterInput = z.infer<typeof MatterSchema>;

/** 公開・一部公開・非公開 */
export const DisclosureSchema = z.strictObject({
  kind: z.enum(['PUBLIC', 'PARTIAL', 'CLOSED']),
  reason: typedLinesOrNothing(500).default(''),
});
export type Disclosure = z.infer<typeof DisclosureSchema>;

/** How what was decided reaches those whom it concerns. */
export const IssuanceMethodSchema = z.enum(['DISPATCH', 'NOTICE', 'CONTRACT', 'POSTING', 'OTHER']);
export type IssuanceMethod = z.infer<typeof IssuanceMethodSchema>;

/** 施行方法・期日 */
export const IssuanceSchema = z.strictObject({
  method: z.enum(['NONE', ...IssuanceMethodSchema.options]),
  on: localDay.nullable().default(null),
});
export type Issuance = z.infer<typeof IssuanceSchema>;

/** Paper that stays paper: where it lies and why (文書管理規程の例外). */
export const PaperAttachmentSchema = z.strictObject({
  title: typedLine(200),
  pages: z.number().int().min(1).max(100_000),
  location: typedLine(200),
  holder: typedLine(100),
  reason: z.enum(['TOO_LARGE', 'ORIGINAL_NEEDED', 'SECRET', 'PAYMENT_VOUCHER', 'OTHER']),
});
export type PaperAttachment = z.infer<typeof PaperAttachmentSchema>;

/** Slots that the drafter adds to what the regulations want, or takes out where they are not mandatory. */
export const RouteWishSchema = z.strictObject({
  adds: z
    .array(
      z.strictObject({
        duty: z.enum(['REVIEW', 'CONSULT', 'READING']),
        /** Exactly one of the two. */
        postId: z.uuid().nullable().default(null),
        unitId: z.uuid().nullable().default(null),
        reason: typedLine(200),
      }),
    )
    .max(40)
    .default([]),
  /** Ids of slots of the simulated route that are not mandatory (`SlotView.key`). */
  removes: z.array(z.string().max(120)).max(40).default([]),
  /** 後閲: reviewers known to be absent, passed over from the start (`SlotView.key`). */
  skips: z.array(z.string().max(120)).max(40).default([]),
});
export type RouteWish = z.infer<typeof RouteWishSchema>;

/** The fields of a draft beside its document; every one may be left out. */
export const draftFields = {
  title: typedLine(200),
  /** 伺い文 */
  proposalText: typedLinesOrNothing(4000),
  classificationCode: z.string().max(40),
  /** 根拠法令 */
  legalBasis: typedLinesOrNothing(500),
  matter: MatterSchema,
  disclosure: DisclosureSchema.nullable(),
  issuance: IssuanceSchema.nullable(),
  /** 施行日 */
  effectiveOn: localDay.nullable(),
  /** 遡及理由: needed where the effective day lies before the day of submission. */
  retroactiveReason: typedLines(1000).nullable(),
  confidentiality: ConfidentialitySchema,
  urgency: UrgencySchema,
  paperAttachments: z.array(PaperAttachmentSchema).max(50),
  routeWish: RouteWishSchema,
};

/** An attachment in its present version; earlier ones stay in the record. */
export const AttachmentSchema = z.object({
  id: z.string(),
  /** From 1; the order is the drafter's, never that of the file names. */
  order: z.number().int(),
  name: z.string(),
  version: z.number().int(),
  file: FileRefSchema,
  addedAt: z.string(),
  /** False once somebody has approved with it: then it can only get a new version. */
  removable: z.boolean(),
});
export type AttachmentView = z.infer<typeof AttachmentSchema>;

/** What changed since a mark, field by field. */
export const DiffItemSchema = z.object({
  part: z.enum([
    'TITLE',
    'PROPOSAL_TEXT',
    'DOCUMENT',
    'LEGAL_BASIS',
    'MATTER',
    'EFFECTIVE_ON',
    'CLASSIFICATION',
    'DISCLOSURE',
    'ISSUANCE',
    'CONFIDENTIALITY',
    'PAPER',
    'ATTACHMENT_ADDED',
    'ATTACHMENT_REPLACED',
    'ATTACHMENT_REMOVED',
  ]),
  /** The name of the attachment or file, where the part has one. */
  name: z.string().nullable(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type DiffItem = z.infer<typeof DiffItemSchema>;
