import { z } from 'zod';
import { PersonSchema } from '../../directory/contract.ts';
import { typedDay, typedLine, typedLinesOrNothing } from '../../shared/typed-text.ts';
import { MeetingCaseSchema } from '../deciding/contract.ts';

/**
 * PLANNED before anything was written down; WRITING while transcript and minutes are edited; CONFIRMING while speakers
 * look at their remarks; SIGNING while 署名委員 sign; DECIDING in approval; FINAL for good.
 */
export const MeetingStateSchema = z.enum([
  'PLANNED',
  'WRITING',
  'CONFIRMING',
  'SIGNING',
  'DECIDING',
  'FINAL',
  'CANCELLED',
]);
export type MeetingState = z.infer<typeof MeetingStateSchema>;

/** ROUND is the confirmation by those who were there, DECISION the approval case. */
export const NextStepSchema = z.enum(['ROUND', 'SIGNING', 'DECISION', 'FINAL']);
export type NextStep = z.infer<typeof NextStepSchema>;

/** CHAIR leads; STAFF are 職員 in attendance beside the members; SIGNER is 署名委員; RECORDER keeps the minutes. */
export const AttendeeRoleSchema = z.enum(['CHAIR', 'MEMBER', 'STAFF', 'SIGNER', 'RECORDER', 'GUEST']);
export type AttendeeRole = z.infer<typeof AttendeeRoleSchema>;

const version = z.number().int().min(0).max(2_147_483_647);
const MOST_ATTENDEES = 300;
const MOST_ITEMS = 100;
const LINE = 200;

export const AttendeeInputSchema = z.strictObject({
  /** Chosen by whoever adds the attendee; speakers are assigned to it. */
  id: z.uuid(),
  /** Null for somebody who is not of the city's staff; then the rest says who it is. */
  staffId: z.uuid().nullable(),
  name: typedLine(100),
  postTitle: typedLinesOrNothing(100).default(''),
  unitName: typedLinesOrNothing(100).default(''),
  role: AttendeeRoleSchema.default('MEMBER'),
  /** 出欠 */
  attended: z.boolean().default(true),
});
export type AttendeeInput = z.infer<typeof AttendeeInputSchema>;

export const AgendaItemInputSchema = z.strictObject({ id: z.uuid(), title: typedLine(LINE) });

/** What a meeting is, as far as it is known: each part may be given or changed by itself. */
const facts = {
  title: typedLine(LINE),
  /** 会議体 of the city's rules; null where the meeting is of none. */
  bodyId: z.string().max(100).nullable(),
  heldOn: typedDay(),
  startsAt: z.iso.datetime({ offset: true }).nullable(),
  endsAt: z.iso.datetime({ offset: true }).nullable(),
  place: typedLinesOrNothing(LINE),
  /** 公開・非公開. */
  isOpen: z.boolean(),
  /** Of the body's grounds for closing (情報公開条例の号). */
  closedGround: z.string().max(100).nullable(),
  closedReason: typedLinesOrNothing(500),
  agenda: z.array(AgendaItemInputSchema).max(MOST_ITEMS),
  attendees: z.array(AttendeeInputSchema).max(MOST_ATTENDEES),
  /** 傍聴者数 */
  observers: z.number().int().min(0).max(100_000).nullable(),
  /** 資料名 */
  papers: z.array(typedLine(LINE)).max(MOST_ITEMS),
};

/** The chat of a meeting in Teams, as Teams names it to the side panel. */
export const OnlineChatSchema = z
  .string()
  .max(300)
  .regex(/^19:[^\s]+$/);

/** `POST /api/v1/meetings` */
export const MakeMeetingInputSchema = z.strictObject({
  ...facts,
  startsAt: facts.startsAt.default(null),
  endsAt: facts.endsAt.default(null),
  bodyId: facts.bodyId.default(null),
  place: facts.place.default(''),
  /** Left out: as the body's rules have it. */
  isOpen: facts.isOpen.optional(),
  closedGround: facts.closedGround.default(null),
  closedReason: facts.closedReason.default(''),
  agenda: facts.agenda.default([]),
  attendees: facts.attendees.default([]),
  observers: facts.observers.default(null),
  papers: facts.papers.default([]),
  /** Made in the side panel of a meeting: its transcript comes to this one. */
  onlineChat: OnlineChatSchema.nullable().default(null),
});
export type MakeMeetingInput = z.infer<typeof MakeMeetingInputSchema>;

/** `GET /api/v1/meetings/bodies`: 会議体 that this person may give to a new meeting, or to the one named. */
export const MeetingBodiesQuerySchema = z.strictObject({ meeting: z.uuid().optional() });
export const MeetingBodiesSchema = z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })) });
export type MeetingBodies = z.infer<typeof MeetingBodiesSchema>;

/** `PATCH /api/v1/meetings/{id}`: what is given is changed. */
export const ChangeMeetingInputSchema = z.strictObject({ version, ...z.object(facts).partial().shape });
export type ChangeMeetingInput = z.infer<typeof ChangeMeetingInputSchema>;

/** `POST /api/v1/meetings/{id}/cancel` */
export const CancelMeetingInputSchema = z.strictObject({ version, reason: typedLinesOrNothing(500).default('') });
export type CancelMeetingInput = z.infer<typeof CancelMeetingInputSchema>;

export const AttendeeSchema = z.object({
  ...{ id: z.string(), staffId: z.string().nullable(), name: z.string(), postTitle: z.string(), unitName: z.string() },
  ...{ role: AttendeeRoleSchema, attended: z.boolean() },
});
export type AttendeeView = z.infer<typeof AttendeeSchema>;

export const MeetingDeadlineSchema = z.object({
  /** SUMMARY is the 会議概要, MINUTES the 会議録. */
  kind: z.enum(['SUMMARY', 'MINUTES', 'CONFIRMATION']),
  on: z.string(),
  state: z.enum(['OPEN', 'LATE', 'DONE']),
  article: z.string(),
});

/** Something the rules want written down that is not there yet. */
export const MissingPartSchema = z.object({ part: z.string(), sentence: z.string(), article: z.string() });

/** Which transcript came in when, from where, and what was odd about it. */
export const TakenTranscriptSchema = z.object({
  id: z.string(),
  source: z.enum(['FILE', 'TEAMS', 'RECORDING', 'CHAT']),
  fileName: z.string(),
  at: z.string(),
  by: PersonSchema,
  /** USED is what the lines are made of; KEPT is kept beside it. */
  state: z.enum(['USED', 'KEPT']),
  lines: z.number().int(),
  /** So much after the beginning of the first one it begins; 0 where it follows none. */
  fromMs: z.number().int(),
  sha256: z.string(),
  /** What was odd in the file, and why it may be of another meeting, as sentences. */
  warnings: z.array(z.string()),
  doubts: z.array(z.string()),
});
export type TakenTranscript = z.infer<typeof TakenTranscriptSchema>;

export const MeetingMaySchema = z.object({
  /** Read what was said and follow the way to the end; who sees it only because it was open reads what is published. */
  words: z.boolean(),
  change: z.boolean(),
  takeIn: z.boolean(),
  edit: z.boolean(),
  cancel: z.boolean(),
  /** Put the minutes before those who decide, or make them final where nobody has to. */
  decide: z.boolean(),
  /** Look at what the publication copy leaves out, change it, and make the copy. */
  publish: z.boolean(),
});

export const MeetingSchema = z.object({
  id: z.string(),
  version: z.number().int(),
  state: MeetingStateSchema,
  title: z.string(),
  body: z.object({ id: z.string(), name: z.string(), article: z.string() }).nullable(),
  ...{ heldOn: z.string(), startsAt: z.string().nullable(), endsAt: z.string().nullable(), place: z.string() },
  ...{ isOpen: z.boolean(), closedGround: z.string().nullable(), closedReason: z.string() },
  agenda: z.array(z.object({ id: z.string(), title: z.string() })),
  attendees: z.array(AttendeeSchema),
  observers: z.number().int().nullable(),
  papers: z.array(z.string()),
  /** 所管課 */
  unit: z.object({ id: z.string(), name: z.string() }),
  organiser: PersonSchema,
  /** Minutes of a chat of Teams: `GET /api/v1/meetings/{id}/chat` says what stands beside its lines. */
  isOfChat: z.boolean(),
  transcripts: z.array(TakenTranscriptSchema),
  deadlines: z.array(MeetingDeadlineSchema),
  missing: z.array(MissingPartSchema),
  /** Who can see this, in sentences (M-21). */
  seenBy: z.array(z.string()),
  /** Which step comes next, or is under way. Null: nothing comes any more. */
  next: NextStepSchema.nullable(),
  /** The secretariat that alone puts these minutes forward, where one keeps them and is none of it; null otherwise. */
  putForwardBy: z.string().nullable(),
  caseId: z.string().nullable(),
  /** Where that case is; null as well for whoever may not see it. */
  case: MeetingCaseSchema.nullable(),
  /** The day on which the minutes became final. */
  finalOn: z.string().nullable(),
  cancelledFor: z.string().nullable(),
  may: MeetingMaySchema,
});
export type MeetingView = z.infer<typeof MeetingSchema>;

/** `GET /api/v1/meetings`: the newest first. */
export const MeetingListQuerySchema = z.strictObject({
  /** MINE: that I attend or called; UNIT: of my section; ALL: everything that I may see. */
  box: z.enum(['MINE', 'UNIT', 'ALL']).default('MINE'),
  state: MeetingStateSchema.optional(),
  from: typedDay().optional(),
  to: typedDay().optional(),
  /** Only those of this meeting in Teams; a series has one for each day. */
  onlineChat: OnlineChatSchema.optional(),
  cursor: z.string().max(200).optional(),
});
export type MeetingListQuery = z.infer<typeof MeetingListQuerySchema>;

export const MeetingListItemSchema = z.object({
  ...{ id: z.string(), state: MeetingStateSchema, title: z.string(), bodyName: z.string().nullable() },
  ...{ heldOn: z.string(), startsAt: z.string().nullable(), place: z.string(), unitName: z.string() },
  ...{ hasTranscript: z.boolean(), due: MeetingDeadlineSchema.nullable() },
});
export const MeetingListSchema = z.object({ items: z.array(MeetingListItemSchema), nextCursor: z.string().nullable() });
export type MeetingList = z.infer<typeof MeetingListSchema>;
