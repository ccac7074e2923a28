import { z } from 'zod';
import { PartDiffSchema } from '../../approvals/contract.ts';
import { PersonSchema } from '../../directory/contract.ts';
import { ReadingPartSchema } from '../../records/contract.ts';
import { typedLine, typedLinesOrNothing } from '../../shared/typed-text.ts';

const version = z.number().int().min(0).max(2_147_483_647);
const LONGEST_ITEM_MINUTES = 600;

/** 次第, one of it. `id` is chosen by whoever adds it. */
const AgendaItemSchema = z.strictObject({
  id: z.uuid(),
  title: typedLine(200),
  /** Who speaks to it, and may lay papers to it: somebody who takes part. */
  ownerId: z.uuid().nullable(),
  minutes: z.number().int().min(1).max(LONGEST_ITEM_MINUTES).nullable(),
});

/** `PUT /api/v1/schedules/bookings/{id}/agenda`, in the order of the meeting. */
export const AgendaInputSchema = z.strictObject({
  /** `agendaVersion` of the view it was made on. */
  version,
  items: z.array(AgendaItemSchema).max(100),
  /** 記録者: somebody who takes part. */
  recorderId: z.uuid().nullable().default(null),
  /** Who may read the papers. */
  readers: z.enum(['PARTICIPANTS', 'SECTIONS']).default('PARTICIPANTS'),
  /** Whether 会議録 is made by itself when the meeting is over. */
  makesMinutes: z.boolean().default(false),
});
export type AgendaInput = z.infer<typeof AgendaInputSchema>;

const paper = {
  title: typedLine(200),
  /** Of the agenda; null: of the whole meeting. */
  itemId: z.uuid().nullable().default(null),
  /** The paper of which this is the next edition, and the newest edition that whoever lays it has seen. */
  replaces: z
    .strictObject({ paperId: z.uuid(), edition: z.number().int().min(1).max(1000) })
    .nullable()
    .default(null),
  /** 差替えの頁: 「3、5-7」. */
  pages: z.string().max(200).default(''),
  note: typedLinesOrNothing(500).default(''),
};

/** `POST /api/v1/schedules/bookings/{id}/papers`: the metadata of the file. */
export const LayPaperInputSchema = z.strictObject(paper);
export type LayPaperInput = z.infer<typeof LayPaperInputSchema>;

/** `POST /api/v1/schedules/bookings/{id}/papers/records`: a record, as a link. */
export const LayRecordInputSchema = z.strictObject({ ...paper, recordId: z.uuid() });
export type LayRecordInput = z.infer<typeof LayRecordInputSchema>;

/** `POST /api/v1/schedules/bookings/{id}/papers/attachments`: 添付 of a case as it is now, as a link. */
export const LayAttachmentInputSchema = z.strictObject({ ...paper, caseId: z.uuid(), attachmentId: z.uuid() });
export type LayAttachmentInput = z.infer<typeof LayAttachmentInputSchema>;

const PageRangesSchema = z.array(z.object({ from: z.number().int(), to: z.number().int() }));

/** Who opened an edition, for whoever called the meeting and the 記録者. */
const OpenedSchema = z.object({ person: PersonSchema, at: z.string() });

export const PaperEditionSchema = z.object({
  edition: z.number().int(),
  title: z.string(),
  /** 差替えの頁 as whoever laid it said; none: not said. */
  pages: PageRangesSchema,
  /** The same against the edition before as both were read; null: the first, or what cannot be compared. */
  changes: z
    .object({
      ...{ changed: PageRangesSchema, added: PageRangesSchema },
      /** Pages that are no more. */
      gone: z.number().int(),
      pageCount: z.number().int(),
      /** Of so many pages from the first. */
      compared: z.number().int(),
    })
    .nullable(),
  note: z.string(),
  file: z.object({ fileName: z.string(), mediaType: z.string(), size: z.number().int() }).nullable(),
  /** Opened where records are, by whoever may read it there. */
  recordId: z.string().nullable(),
  /** The same of 添付 of a case. */
  attachment: z.object({ caseId: z.string(), attachmentId: z.string(), version: z.number().int() }).nullable(),
  by: PersonSchema,
  at: z.string(),
  /** Whether the reader has opened it. */
  opened: z.boolean(),
  openedBy: z.array(OpenedSchema).nullable(),
});

export const BookingPapersSchema = z.object({
  bookingId: z.string(),
  subject: z.string(),
  from: z.string(),
  to: z.string(),
  version: z.number().int(),
  agendaVersion: z.number().int(),
  agenda: z.array(
    z.object({ id: z.string(), title: z.string(), owner: PersonSchema.nullable(), minutes: z.number().nullable() }),
  ),
  recorder: PersonSchema.nullable(),
  readers: z.enum(['PARTICIPANTS', 'SECTIONS']),
  /** In the order in which they were laid; the newest edition of each first. */
  papers: z.array(
    z.object({
      paperId: z.string(),
      itemId: z.string().nullable(),
      may: z.object({ replace: z.boolean() }),
      editions: z.array(PaperEditionSchema),
    }),
  ),
  minutes: z.object({
    bySelf: z.boolean(),
    /** The 会議録 made of it. */
    meetingId: z.string().nullable(),
    /** Why it could not be made. */
    sentence: z.string().nullable(),
  }),
  /** Who may speak to an item and keep the minutes. */
  people: z.array(PersonSchema),
  may: z.object({
    plan: z.boolean(),
    lay: z.boolean(),
    /** To the whole meeting; else to one's own items. */
    layToAll: z.boolean(),
    layTo: z.array(z.string()),
    makeMinutes: z.boolean(),
  }),
});
export type BookingPapers = z.infer<typeof BookingPapersSchema>;
export type PaperEdition = z.infer<typeof PaperEditionSchema>;

/** `GET /api/v1/schedules/bookings/{id}/papers/{paperId}/content` */
export const PaperContentQuerySchema = z.strictObject({
  /** Left out: the newest. */
  edition: z.coerce.number().int().min(1).optional(),
});

/** `GET /api/v1/schedules/bookings/{id}/papers/{paperId}/reading` */
export const PaperReadingQuerySchema = z.strictObject({
  /** Left out: the newest. */
  edition: z.coerce.number().int().min(1).optional(),
  /** An earlier edition to compare with; left out: the one before. */
  against: z.coerce.number().int().min(1).optional(),
});
export type PaperReadingQuery = z.infer<typeof PaperReadingQuerySchema>;

export const PaperReadingSchema = z.object({
  paperId: z.string(),
  edition: z.number().int(),
  title: z.string(),
  fileName: z.string(),
  /** What it is compared with; null: nothing. */
  against: z.number().int().nullable(),
  /** All of them, also those that are not shown; null: nobody knows. */
  pageCount: z.number().int().nullable(),
  /** The words of a PDF page by page, and what became of each; null: no PDF, or one that cannot be read. */
  pages: z
    .array(
      z.object({
        number: z.number().int(),
        /** null: compared with nothing. */
        change: z.enum(['SAME', 'CHANGED', 'NEW']).nullable(),
        /** Its number in the other edition. */
        was: z.number().int().nullable(),
        lines: z.array(z.string()),
      }),
    )
    .nullable(),
  /** Pages of the other edition that are no more. */
  gone: z.array(z.number().int()),
  /** The paper as it can be shown, where it is no PDF. */
  part: ReadingPartSchema,
  /** The words that are different; null: compared with nothing. */
  diff: PartDiffSchema.nullable(),
});
export type PaperReading = z.infer<typeof PaperReadingSchema>;
