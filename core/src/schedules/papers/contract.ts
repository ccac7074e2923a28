import { z } from 'zod';
import { PersonSchema } from '../../directory/contract.ts';
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
  /** The paper of which this is the next edition. */
  replaces: z.uuid().nullable().default(null),
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

/** Who opened an edition, for whoever called the meeting and the 記録者. */
const OpenedSchema = z.object({ person: PersonSchema, at: z.string() });

export const PaperEditionSchema = z.object({
  edition: z.number().int(),
  title: z.string(),
  /** 差替えの頁 against the edition before, to be shown as such; none: not said. */
  pages: z.array(z.object({ from: z.number().int(), to: z.number().int() })),
  note: z.string(),
  file: z.object({ fileName: z.string(), mediaType: z.string(), size: z.number().int() }).nullable(),
  /** Opened where records are, by whoever may read it there. */
  recordId: z.string().nullable(),
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
  may: z.object({ plan: z.boolean(), lay: z.boolean(), makeMinutes: z.boolean() }),
});
export type BookingPapers = z.infer<typeof BookingPapersSchema>;

/** `GET /api/v1/schedules/bookings/{id}/papers/{paperId}/content` */
export const PaperContentQuerySchema = z.strictObject({
  /** Left out: the newest. */
  edition: z.coerce.number().int().min(1).optional(),
});
