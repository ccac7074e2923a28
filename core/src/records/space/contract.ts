import { z } from 'zod';

const Found = z.object({ recordId: z.string(), number: z.string().nullable(), title: z.string() });

/** KEEP: it is needed. LET_GO: it need not be kept longer than its period. */
export const SpaceAnswerSchema = z.enum(['KEEP', 'LET_GO']);
/** What is proposed, with what its section has answered and whether this person may. */
const Proposed = z.object({
  ...Found.shape,
  bytes: z.number(),
  endsOn: z.string().nullable(),
  answer: z.object({ answer: SpaceAnswerSchema, by: z.string(), on: z.string() }).nullable(),
  mayAnswer: z.boolean(),
});
export type SpaceProposal = z.infer<typeof Proposed>;
/** What a lawful disposal would free: what is held or 永年 stays, and bytes that something else is made of too. */
const Ending = z.object({ records: z.number().int(), bytes: z.number(), freed: z.number() });

/** where the space goes, and what could lawfully be let go of. */
export const SpaceViewSchema = z.object({
  /** Of all that is kept: registered bytes, and bytes that lie in the store (the same bytes lie there once). */
  total: z.object({ records: z.number().int(), bytes: z.number(), stored: z.number() }),
  units: z.array(z.object({ unitName: z.string(), records: z.number().int(), bytes: z.number() })),
  /** The same file registered more than once. */
  duplicates: z.array(z.object({ sha256: z.string(), bytes: z.number(), records: z.array(Proposed) })),
  /** Versions before the one that was decided upon or fixed. */
  versions: z.array(z.object({ ...Found.shape, versions: z.number().int(), bytes: z.number() })),
  /** Nobody has opened them for so many years. */
  unread: z.object({ years: z.number().int(), records: z.number().int(), bytes: z.number(), items: z.array(Proposed) }),
  /** What its section need not keep longer than its period. */
  letGo: z.object({ records: z.number().int(), bytes: z.number() }),
  /** What has ended: the way to let it go is the disposal list. */
  ended: Ending,
  /** The same by the end of this 年度. */
  expiring: Ending.extend({ endsBy: z.string() }),
});
export type SpaceView = z.infer<typeof SpaceViewSchema>;
export const SpaceQuerySchema = z.strictObject({ years: z.coerce.number().int().min(1).max(30).default(5) });

/** `POST /api/v1/records/{id}/space-answer` */
export const SpaceAnswerInputSchema = z.strictObject({ answer: SpaceAnswerSchema });
export type SpaceAnswerInput = z.infer<typeof SpaceAnswerInputSchema>;

const Numbered = z.object({ registerId: z.string(), number: z.string(), title: z.string() });

/** 文書主任の今週の仕事. */
export const RecordsTodoSchema = z.object({
  unitNames: z.array(z.string()),
  /** In no 簿冊. */
  unfiled: z.object({ count: z.number().int(), items: z.array(Found) }),
  /** 「番号は要る?」 said that it needs a number, and it has none. */
  unnumbered: z.object({ count: z.number().int(), items: z.array(Found) }),
  /** 収受 that nobody has distributed, or that came back. */
  undistributed: z.object({
    count: z.number().int(),
    items: z.array(Numbered.extend({ takenOn: z.string() })),
  }),
  /** 保存期間 is over or ends within 90 days, and it stands on no list. */
  expiring: z.object({ count: z.number().int(), ended: z.number().int(), until: z.string() }),
  /** 廃棄・移管目録 that this person's section has to check. */
  lists: z.array(z.object({ id: z.string(), name: z.string(), undecided: z.number().int() })),
  /** 予約 of numbers that nobody has confirmed. */
  reserved: z.object({
    count: z.number().int(),
    items: z.array(Numbered.extend({ until: z.string() })),
  }),
  /** 貸出し that should be back. */
  overdue: z.object({
    count: z.number().int(),
    items: z.array(
      z.object({ boxId: z.string(), code: z.string(), title: z.string(), borrower: z.string(), dueOn: z.string() }),
    ),
  }),
  total: z.number().int(),
});
export type RecordsTodo = z.infer<typeof RecordsTodoSchema>;

/** Why a name is not for the public: 自治体機密性 3 in it, or a case that only those who take part in it may read. */
export const MaskSchema = z.enum(['LEVEL', 'PARTICIPANTS']);
export const CataloguePreviewSchema = z.object({
  fiscalYear: z.number().int(),
  fiscalYearLabel: z.string(),
  /** As the file has them, the names of the columns first. */
  columns: z.array(z.string()),
  rows: z.array(z.object({ folderId: z.string(), cells: z.array(z.string()), masked: z.array(MaskSchema) })),
  total: z.number().int(),
  maskedTotal: z.number().int(),
});
export type CataloguePreview = z.infer<typeof CataloguePreviewSchema>;
export const CataloguePreviewQuerySchema = z.strictObject({
  fiscalYear: z.coerce.number().int().min(1868).max(2999).optional(),
});

export const CatalogueQuerySchema = z.strictObject({
  fiscalYear: z.coerce.number().int().min(1868).max(2999),
  encoding: z.enum(['utf-8', 'shift_jis']).default('utf-8'),
});
