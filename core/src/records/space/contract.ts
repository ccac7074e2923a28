import { z } from 'zod';

const Found = z.object({ recordId: z.string(), number: z.string().nullable(), title: z.string() });

/** where the space goes, and what could lawfully be let go of. */
export const SpaceViewSchema = z.object({
  /** Of all that is kept: registered bytes, and bytes that lie in the store (the same bytes lie there once). */
  total: z.object({ records: z.number().int(), bytes: z.number(), stored: z.number() }),
  units: z.array(z.object({ unitName: z.string(), records: z.number().int(), bytes: z.number() })),
  /** The same file registered more than once. */
  duplicates: z.array(z.object({ sha256: z.string(), bytes: z.number(), records: z.array(Found) })),
  /** Versions before the one that was decided upon or fixed. */
  versions: z.array(z.object({ ...Found.shape, versions: z.number().int(), bytes: z.number() })),
  /** Nobody has opened them for so many years. */
  unread: z.object({ years: z.number().int(), records: z.number().int(), bytes: z.number(), items: z.array(Found) }),
  /** What ends by the end of this 年度, and what ended before: the way to let it go is the disposal list. */
  expiring: z.object({ records: z.number().int(), bytes: z.number(), endsBy: z.string() }),
});
export type SpaceView = z.infer<typeof SpaceViewSchema>;
export const SpaceQuerySchema = z.strictObject({ years: z.coerce.number().int().min(1).max(30).default(5) });

/** 文書主任の今週の仕事. */
export const RecordsTodoSchema = z.object({
  unitNames: z.array(z.string()),
  /** In no 簿冊. */
  unfiled: z.object({ count: z.number().int(), items: z.array(Found) }),
  /** 保存期間 ends within 90 days and it stands on no list. */
  expiring: z.object({ count: z.number().int(), until: z.string() }),
  /** 廃棄・移管目録 that this person's section has to check. */
  lists: z.array(z.object({ id: z.string(), name: z.string(), undecided: z.number().int() })),
  /** 予約 of numbers that nobody has confirmed. */
  reserved: z.object({
    count: z.number().int(),
    items: z.array(z.object({ number: z.string(), title: z.string(), until: z.string() })),
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

export const CatalogueQuerySchema = z.strictObject({
  fiscalYear: z.coerce.number().int().min(1868).max(2999),
  encoding: z.enum(['utf-8', 'shift_jis']).default('utf-8'),
});
