import { hasRole, personOf } from '../../directory/index.ts';
import { newId, onlyOnce } from '../../platform/index.ts';
import {
  badInput,
  type Caller,
  conflict,
  isUuid,
  type Locale,
  localDateOf,
  notAllowed,
  notFound,
  say,
  wareki,
} from '../../shared/index.ts';
import { noteNext } from '../act.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { maySee, maySeeWords } from '../meetings/policy.ts';
import { readMeeting } from '../meetings/store.ts';
import { bodyOf, inside, looking, type Open } from '../open.ts';
import type { MinutesParts } from '../parts.ts';
import type { HoldInput, KeptMeetings, KeptMeetingsQuery, MeetingKeeping } from './contract.ts';
import { mayHold, mayLift, watchesRecords } from './policy.ts';
import { isDueOn, keptSentence } from './rules.ts';
import * as store from './store.ts';
import { keepingTexts } from './text.ts';

export interface Keeping {
  /** @throws not-found `minutes.meeting_not_found` */
  read(caller: Caller, meetingId: string): Promise<MeetingKeeping>;
  /** @throws not-allowed `minutes.hold_not_yours` */
  hold(caller: Caller, meetingId: string, input: HoldInput): Promise<MeetingKeeping>;
  /** @throws not-found `minutes.hold_not_found`; not-allowed `minutes.lift_not_yours`; conflict `minutes.hold_lifted` */
  lift(
    caller: Caller,
    of: { readonly meetingId: string; readonly holdId: string },
    input: HoldInput,
  ): Promise<MeetingKeeping>;
  /** @throws not-allowed `minutes.kept_not_yours` */
  kept(caller: Caller, query: KeptMeetingsQuery): Promise<KeptMeetings>;
}

/** Whoever sees the meeting, and whoever watches over the records of its section: what is kept tells no word of it. */
async function meetingKept({ tx, sight, actor }: Open, meetingId: string, { locked = false } = {}): Promise<Meeting> {
  const meeting = await readMeeting(tx, meetingId, { locked });
  if (!meeting || !(maySee(meeting, sight) || watchesRecords(actor, meeting.unitId)))
    throw notFound('minutes.meeting_not_found');
  return meeting;
}

function presentHold(open: Open, meeting: Meeting, hold: store.Hold): MeetingKeeping['holds'][number] {
  const { holdId: id, reason, placedBy: by, placedAt, lifted } = hold;
  const may = { lift: lifted === null && mayLift(open.actor, meeting, by.staffId) };
  return { id, reason, by, at: placedAt.toISOString(), lifted, may };
}

/** Who disputes what, and which files there are, is not for whoever sees the meeting only because it was open. */
const looksAfter = ({ sight, actor }: Open, meeting: Meeting): boolean =>
  maySeeWords(meeting, sight) || watchesRecords(actor, meeting.unitId);

function presentFile(
  { at, disposedAt, ...file }: store.KeptFile,
  article: string,
  locale: Locale,
): MeetingKeeping['items'][number] {
  const day = disposedAt && wareki(localDateOf(disposedAt));
  const disposed = day === null ? null : (say(keepingTexts, 'minutes.kept_disposed', locale, { day, article }) ?? day);
  return { ...file, at: at.toISOString(), disposed };
}

async function viewOf(parts: MinutesParts, open: Open, meeting: Meeting): Promise<MeetingKeeping> {
  const { tx, today, caller } = open;
  const { meetingId, finalOn, keptUntil: until } = meeting;
  const [files, holds] = await Promise.all([store.keptFilesOf(tx, meetingId), store.holdsOf(tx, meetingId)]);
  const recording = bodyOf(parts, tx, meeting)?.recording ?? null;
  const held = holds.filter(({ lifted }) => lifted === null).length;
  const within = looksAfter(open, meeting);
  return {
    meetingId,
    items: within ? files.map((file) => presentFile(file, recording?.article ?? '', caller.locale)) : [],
    ...{ finalOn, until, keepDays: recording?.keepDays ?? null, article: recording?.article ?? null },
    sentence: keptSentence({ until, recording, held }, caller.locale),
    isDue: files.some(({ disposedAt }) => disposedAt === null) && isDueOn(until, today, held),
    holds: within ? holds.map((hold) => presentHold(open, meeting, hold)) : [],
    may: { hold: mayHold(meeting, open) },
  };
}

async function hold(
  parts: MinutesParts,
  caller: Caller,
  { meetingId, input: { reason } }: { readonly meetingId: string; readonly input: HoldInput },
): Promise<MeetingKeeping> {
  const view = await inside(parts, caller, async (open) => {
    const { tx, actor } = open;
    const meeting = await meetingKept(open, meetingId, { locked: true });
    if (!mayHold(meeting, open)) throw notAllowed('minutes.hold_not_yours');
    const request = { use: 'minutes.hold', meetingId, reason };
    await onlyOnce(tx, { staffId: actor.staffId, key: caller.idempotencyKey, request }, async () => {
      const holdId = newId(parts.clock);
      const placedBy = personOf(actor);
      await store.insertHold(tx, meetingId, { holdId, reason, placedBy, placedAt: parts.clock.now(), lifted: null });
      await noteNext({ parts, open, meeting }, 'keeping', { act: 'HELD', fact: { holdId }, change: { reason } });
      return holdId;
    });
    return viewOf(parts, open, meeting);
  });
  parts.wake();
  return view;
}

interface Lifting {
  readonly meetingId: string;
  readonly holdId: string;
  readonly input: HoldInput;
}

async function liftOnce(parts: MinutesParts, open: Open, meeting: Meeting, lifting: Lifting): Promise<void> {
  const { tx, actor } = open;
  const { meetingId, holdId, input } = lifting;
  const found = (await store.holdsOf(tx, meetingId)).find((one) => one.holdId === holdId);
  if (!found) throw notFound('minutes.hold_not_found');
  if (!mayLift(actor, meeting, found.placedBy.staffId)) throw notAllowed('minutes.lift_not_yours');
  if (found.lifted) throw conflict('minutes.hold_lifted');
  const by = personOf(actor);
  const { reason } = input;
  await store.liftHold(tx, meetingId, holdId, { reason, by, at: parts.clock.now().toISOString() });
  await noteNext({ parts, open, meeting }, 'keeping', { act: 'LIFTED', fact: { holdId }, change: { reason } });
}

async function lift(parts: MinutesParts, caller: Caller, lifting: Lifting): Promise<MeetingKeeping> {
  const view = await inside(parts, caller, async (open) => {
    const { meetingId, holdId, input } = lifting;
    const meeting = await meetingKept(open, meetingId, { locked: true });
    const request = { use: 'minutes.lift', meetingId, holdId, reason: input.reason };
    await onlyOnce(open.tx, { staffId: open.actor.staffId, key: caller.idempotencyKey, request }, async () => {
      await liftOnce(parts, open, meeting, lifting);
      return holdId;
    });
    return viewOf(parts, open, meeting);
  });
  parts.wake();
  return view;
}

const PAGE = 50;

function placeOf(cursor: string | undefined): store.KeptAsked['after'] {
  if (cursor === undefined) return null;
  const [until = '', meetingId = ''] = Buffer.from(cursor, 'base64url').toString().split(' ');
  if (!/^(?:19|20|21)\d\d-\d\d-\d\d$/.test(until) || !isUuid(meetingId) || Number.isNaN(Date.parse(until)))
    throw badInput('minutes.bad_cursor');
  return { until, meetingId };
}

/** Null: of every section. @throws not-allowed `minutes.kept_not_yours` */
function sectionsOf({ actor }: Open): string[] | null {
  if (hasRole(actor, 'CHIEF_RECORDS_MANAGER') || hasRole(actor, 'AUDITOR')) return null;
  if (!hasRole(actor, 'RECORDS_OFFICER')) throw notAllowed('minutes.kept_not_yours');
  return actor.posts.flatMap(({ unitId, sectionId }) => [unitId, sectionId]);
}

const kept = (parts: MinutesParts, caller: Caller, { due, cursor }: KeptMeetingsQuery): Promise<KeptMeetings> =>
  looking(parts, caller, async (open) => {
    const { tx, there, today } = open;
    const dueOn = due === 'true' ? today : null;
    const asked = { unitIds: sectionsOf(open), dueOn, after: placeOf(cursor), limit: PAGE + 1 };
    const rows = await store.keptMeetings(tx, asked);
    const page = rows.slice(0, PAGE);
    const last = rows.length > PAGE ? page.at(-1) : undefined;
    return {
      items: page.map((meeting) => {
        const { meetingId, content, heldOn, unitId, finalOn, keptUntil, transcripts, recordings, holds } = meeting;
        return {
          ...{ meetingId, title: content.title, heldOn, finalOn: finalOn ?? '', until: keptUntil ?? '' },
          unitName: there.units.get(unitId)?.name ?? content.organiser.unitName,
          article: bodyOf(parts, tx, meeting)?.recording?.article ?? '',
          ...{ transcripts, recordings, holds, isDue: isDueOn(keptUntil, today, holds) },
          mayOpen: maySeeWords(meeting, open.sight),
        };
      }),
      nextCursor: last ? Buffer.from(`${last.keptUntil} ${last.meetingId}`).toString('base64url') : null,
    };
  });

export const createKeeping = (parts: MinutesParts): Keeping => ({
  read: (caller, meetingId) =>
    looking(parts, caller, async (open) => viewOf(parts, open, await meetingKept(open, meetingId))),
  hold: (caller, meetingId, input) => hold(parts, caller, { meetingId, input }),
  lift: (caller, of, input) => lift(parts, caller, { ...of, input }),
  kept: (caller, query) => kept(parts, caller, query),
});
