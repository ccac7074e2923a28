import { z } from 'zod';
import { typedDay, typedLine } from '../../shared/typed-text.ts';

/** `GET /api/v1/records/mirror` */
export const MirrorOverviewSchema = z.strictObject({
  /** Whether this municipality has a library at all. */
  isOn: z.boolean(),
  checkedAt: z.iso.datetime().nullable(),
  /** Those that are to be copied and are not outside yet. */
  notYet: z.int(),
  /** Until when SharePoint asked to be left alone; null: nothing stands in the way. */
  quietUntil: z.iso.datetime().nullable(),
  counts: z.record(z.string(), z.int()),
  /** More are in trouble than are shown. */
  truncated: z.boolean(),
  /** Copies that are not as they should be, the newest news first. */
  troubled: z.array(
    z.strictObject({
      recordId: z.uuid(),
      /** With the name of the copy, which holds it too: null for whoever may not see the document. */
      title: z.string().nullable(),
      number: z.string().nullable(),
      name: z.string().nullable(),
      state: z.enum(['MIRRORED', 'REFUSED', 'ALTERED', 'MISSING', 'BLOCKED', 'REMOVED']),
      problem: z.string().nullable(),
      /** The problem as a sentence, with what helps. */
      said: z.string().nullable(),
      noticedAt: z.iso.datetime(),
      /** When it is tried again by itself; null: it waits for somebody. */
      againAt: z.iso.datetime().nullable(),
      /** It has to be deleted by hand, and this person may say that it was. */
      mayTellDeleted: z.boolean(),
    }),
  ),
});
export type MirrorOverview = z.infer<typeof MirrorOverviewSchema>;

/** 手で削除した: `POST /api/v1/records/{id}/mirror/deletion` */
export const TellDeletedSchema = z.strictObject({
  /** The day on which somebody deleted it. */
  deletedOn: typedDay(),
  /** Who did it and how it was made sure. */
  note: typedLine(300),
});
export type TellDeleted = z.infer<typeof TellDeletedSchema>;
