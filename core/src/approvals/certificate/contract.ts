import { z } from 'zod';
import { PersonSchema } from '../../directory/contract.ts';
import { IssuanceMethodSchema } from '../contract.ts';

/** How the pages are drawn; raised whenever the same facts would look different. */
export const RENDERING = 1;

const Instant = z.iso.datetime();
const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** 職: the post as it was called on the day, and its unit. */
const PostSchema = z.strictObject({ postTitle: z.string(), unitName: z.string() });

export const MarkResultSchema = z.enum([
  'APPROVED',
  'DECIDED',
  'PROVISIONALLY_DECIDED',
  'CONSENTED',
  'CONSENTED_WITH_OPINION',
  'OBJECTED',
  'EXAMINED',
  /** 後閲: passed over while absent, to be seen afterwards. */
  'SKIPPED_POST_REVIEW',
  /** Enough others of its stage have acted. */
  'NOT_REQUIRED',
]);

/** By what right somebody acted. */
export const MarkBasisSchema = z.strictObject({
  /** 本人・代決・引上げ・後閲・段の定足 */
  kind: z.enum(['OWN', 'DEPUTY', 'PULL_UP', 'SKIPPED', 'STAGE_RULE']),
  onBehalfOf: PostSchema.nullable(),
  article: z.string().nullable(),
  ruleId: z.string().nullable(),
  /** Why the post's holder could not act, as it was stated then. */
  absence: z.string().nullable(),
  /** The absent decider's instruction, where a restricted matter needs one. */
  instruction: z.string().nullable(),
  /** 緊急時の代決: the 特例の命令 without which it was not allowed. */
  orderNumber: z.string().nullable(),
});

/** 決裁欄の一枠: a post's duty and what became of it. */
export const CertificateMarkSchema = z.strictObject({
  /** The line of the history that made it. */
  seq: z.number().int().positive(),
  stage: z.number().int(),
  duty: z.enum(['REVIEW', 'CONSULT', 'EXAMINE', 'PROVISIONAL', 'DECISION']),
  post: PostSchema,
  result: MarkResultSchema,
  actedBy: PersonSchema.strict(),
  actedAt: Instant,
  comment: z.string().nullable(),
  /** The content for which it was given. */
  manifestHash: Sha256,
  basis: MarkBasisSchema,
  /** 兼務: the other posts for which the same act counts. */
  alsoPosts: z.array(PostSchema),
  /** The paper attachments were looked at. */
  paperChecked: z.boolean(),
});
export type CertificateMark = z.infer<typeof CertificateMarkSchema>;

const PostReviewSchema = z.strictObject({
  kind: z.enum(['POST_REVIEW_AFTER_DEPUTY', 'POST_REVIEW_SKIPPED', 'READING']),
  /** Null for 供覧 to a person. */
  post: PostSchema.nullable(),
  dueOn: Day.nullable(),
  status: z.enum(['OPEN', 'CONFIRMED', 'COMMENTED', 'OBJECTED']),
  /** Who did it; for 供覧 to a person, who is to read. */
  person: PersonSchema.strict().nullable(),
  at: Instant.nullable(),
  comment: z.string().nullable(),
});

const FileSchema = z.strictObject({
  /** 0 is the document itself; attachments follow from 1. */
  order: z.number().int().min(0),
  name: z.string(),
  sha256: Sha256,
  size: z.number().int().min(0),
});

const PaperSchema = z.strictObject({
  title: z.string(),
  pages: z.number().int().min(0),
  location: z.string(),
  holder: z.string(),
  reason: z.enum(['TOO_LARGE', 'ORIGINAL_NEEDED', 'SECRET', 'PAYMENT_VOUCHER', 'OTHER']),
});

const Registered = { by: PersonSchema.strict(), at: Instant, note: z.string().nullable() };

const CaseSchema = z.strictObject({
  caseId: z.string(),
  title: z.string(),
  proposalText: z.string(),
  documentNumber: z.strictObject({ label: z.string(), date: Day }).nullable(),
  classification: z.strictObject({ code: z.string(), name: z.string() }),
  retentionYears: z.number().int(),
  /** 根拠法令 */
  legalBasis: z.string(),
  /** 自治体機密性 */
  confidentiality: z.enum(['C3A', 'C3B', 'C3C', 'C2', 'C1']).nullable(),
  drafter: PersonSchema.strict(),
  draftedAt: Instant,
  decidedAt: Instant,
  effectiveOn: Day.nullable(),
  /** Why it takes effect before it was decided. */
  retroactiveReason: z.string().nullable(),
  revision: z.number().int().positive(),
  /** 合議不調: both opinions went up to the decider. */
  deadlock: z.strictObject({ by: PersonSchema.strict(), at: Instant, reason: z.string() }).nullable(),
  /** 施行 */
  issued: z.strictObject({ on: Day, method: IssuanceMethodSchema, ...Registered }).nullable(),
  /** 完結 */
  completed: z.strictObject({ on: Day, fiscalYear: z.number().int(), ...Registered }).nullable(),
  basis: z
    .strictObject({
      /** 決裁区分: the post that decides by the table. */
      decisionClass: z.string(),
      article: z.string(),
      ruleId: z.string(),
      regulationVersion: z.string(),
      sentence: z.string(),
      /** 専決 */
      delegated: z.boolean(),
    })
    .nullable(),
});

/** When, by whom and in which language it was issued: what no history can prove. */
const IssueSchema = z.strictObject({
  locale: z.enum(['ja', 'en']),
  municipality: z.strictObject({ id: z.string(), name: z.string() }),
  issued: z.strictObject({ at: Instant, by: PersonSchema.strict() }),
});
export type Issue = z.infer<typeof IssueSchema>;

/** What the history of the case says. Instants are ISO 8601 in UTC. */
const CertifiedFactsSchema = z.strictObject({
  case: CaseSchema,
  marks: z.array(CertificateMarkSchema),
  /** Posts that were not asked: above a 専決 (shown with a slanting line), vacant, or the drafter's own. */
  passedOver: z.array(PostSchema.extend({ why: z.enum(['STRUCK', 'VACANT', 'DRAFTER']) })),
  postReviews: z.array(PostReviewSchema),
  files: z.array(FileSchema),
  papers: z.array(PaperSchema),
  /** What the decision's hash was made over; its canonical form hashes to `manifestHash`. */
  manifest: z.json(),
  manifestHash: Sha256,
});
export type CertifiedFacts = z.infer<typeof CertifiedFactsSchema>;

const LogSchema = z.strictObject({
  origin: z.string(),
  /** The key that signed the checkpoint, as text (c2sp.org/signed-note). */
  vkeys: z.array(z.string()).min(1),
  /** The signed note that every proof below leads to. */
  checkpoint: z.string(),
  /** Every line of the case's history, from the first to the last. */
  entries: z.array(
    z.strictObject({
      index: z.number().int().min(0),
      entry: z.string(),
      proof: z.array(z.string()).max(64),
      /** What the act changed; its hash stands in the entry. */
      change: z.string(),
    }),
  ),
});
export type CertificateLog = z.infer<typeof LogSchema>;

/** The JSON inside the PDF, in canonical form. The pages are drawn from it and from nothing else. */
export const CertificateSchema = z.strictObject({
  ...IssueSchema.shape,
  ...CertifiedFactsSchema.shape,
  kind: z.literal('kaigi/decision-certificate'),
  v: z.literal(1),
  rendering: z.number().int(),
  log: LogSchema,
});
export type Certificate = z.infer<typeof CertificateSchema>;
