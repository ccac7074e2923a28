import type { CaseSeen } from '../../approvals/index.ts';
import type { MeetingBody } from '../../regulations/index.ts';
import { type ErrorParams, type LocalDate, type Locale, say } from '../../shared/index.ts';
import { isOfChat } from '../chats/chat.ts';
import { nextOf } from '../course.ts';
import { mayDecide, mustPutForward } from '../deciding/rules.ts';
import { bodyOf, type Open } from '../open.ts';
import type { MinutesParts } from '../parts.ts';
import type { CourseSoFar } from '../progress.ts';
import { presentTranscript } from '../transcripts/present.ts';
import type { TakenRow } from '../transcripts/store.ts';
import type { MeetingList, MeetingView } from './contract.ts';
import type { Meeting } from './meeting.ts';
import { mayCancel, mayEdit, mayPublish, maySeeWords } from './policy.ts';
import { type Deadline, deadlinesOf, isMet, missingOf } from './rules.ts';
import type { ListedMeeting } from './store.ts';
import { meetingTexts } from './text.ts';

const words = (locale: Locale, code: keyof typeof meetingTexts, params: ErrorParams = {}): string =>
  say(meetingTexts, code, locale, params) ?? code;

type Rules = Pick<MinutesParts, 'regulations'>;

/** By the rules of the meeting's day, the city's own days off among them. */
function deadlinesIn(
  parts: Rules,
  { municipalityId }: Pick<Open['tx'], 'municipalityId'>,
  meeting: Meeting | ListedMeeting,
): readonly Deadline[] {
  const { closed } = parts.regulations.workingTimeOn({ municipalityId, day: meeting.heldOn });
  return deadlinesOf(meeting, bodyOf(parts, { municipalityId }, meeting), closed);
}

/** Those that are not kept yet, the first to come first. */
export const openDeadlines = (parts: Rules, tx: Pick<Open['tx'], 'municipalityId'>, meeting: Meeting): Deadline[] =>
  deadlinesIn(parts, tx, meeting)
    .filter((deadline) => !isMet(deadline, meeting))
    .toSorted((a, b) => (a.on < b.on ? -1 : 1));

type DeadlineView = MeetingView['deadlines'][number];

export function presentDeadline(deadline: Deadline, meeting: Meeting, today: LocalDate): DeadlineView {
  const done = isMet(deadline, meeting);
  return { ...deadline, state: done ? 'DONE' : deadline.on < today ? 'LATE' : 'OPEN' };
}

function seenBy({ content, isOpen, state }: Meeting, unitName: string, locale: Locale): string[] {
  const attending = content.attendees.filter(({ staffId }) => staffId !== null).length;
  if (isOpen && state === 'FINAL') return [words(locale, 'minutes.seen_by_all')];
  return [
    words(locale, 'minutes.seen_by_organiser', { name: content.organiser.name }),
    ...(attending > 0 ? [words(locale, 'minutes.seen_by_attendees', { count: attending })] : []),
    words(locale, 'minutes.seen_by_unit', { unit: unitName }),
    words(locale, 'minutes.seen_by_audit'),
    ...(isOpen ? [words(locale, 'minutes.seen_by_all_later')] : []),
  ];
}

const presentBody = (body: MeetingBody | null, locale: Locale) =>
  body && { id: body.id, name: body.name[locale], article: body.article };

const presentCase = ({ id, number, status, holders, returned }: CaseSeen): NonNullable<MeetingView['case']> => ({
  ...{ id, number, status, returned },
  holders: holders.map(({ postTitle, unitName, names, since }) => ({ postTitle, unitName, names, since })),
});

/** Who looks, when, and in which language. */
type Looking = Pick<Open, 'tx' | 'there' | 'sight' | 'today'> & { readonly locale: Locale };

/** A meeting with what came in for it and how far it has come. */
export interface Shown {
  readonly meeting: Meeting;
  readonly transcripts: readonly TakenRow[];
  readonly progress: CourseSoFar;
  /** Null as well for whoever may not see it. */
  readonly case: CaseSeen | null;
}

/** Until when those asked may answer, while they are asked. */
function confirmationDue({ round }: CourseSoFar, today: LocalDate): DeadlineView[] {
  if (round?.state !== 'OPEN') return [];
  const { dueOn: on, article } = round;
  return [{ kind: 'CONFIRMATION', on, state: on < today ? 'LATE' : 'OPEN', article: article ?? '' }];
}

/** A meeting as this person sees it. */
export function presentMeeting(
  parts: Rules,
  { tx, there, sight, today, locale }: Looking,
  { meeting, transcripts, progress, case: seen }: Shown,
): MeetingView {
  const { content, meetingId: id, version, state, heldOn, isOpen, caseId, finalOn } = meeting;
  const { organiser, startsAt, endsAt, place, closedGround, closedReason, observers, cancelledFor } = content;
  const body = bodyOf(parts, tx, meeting);
  const unitName = there.units.get(meeting.unitId)?.name ?? organiser.unitName;
  const edits = mayEdit(meeting, sight);
  const next = nextOf(meeting, body, progress);
  const decides = mayDecide(meeting, sight, next);
  const putForwardBy = decides ? mustPutForward({ there, sight }, body) : null;
  return {
    ...{ id, version, state, title: content.title, body: presentBody(body, locale), heldOn, startsAt, endsAt, place },
    ...{
      isOpen,
      closedGround,
      closedReason,
      observers,
      organiser,
      caseId,
      cancelledFor,
      finalOn,
      case: seen && presentCase(seen),
    },
    ...{ agenda: [...content.agenda], attendees: [...content.attendees], papers: [...content.papers] },
    unit: { id: meeting.unitId, name: unitName },
    isOfChat: isOfChat(meeting),
    transcripts: transcripts.map((row) => presentTranscript(row, locale)),
    deadlines: [
      ...deadlinesIn(parts, tx, meeting).map((deadline) => presentDeadline(deadline, meeting, today)),
      ...confirmationDue(progress, today),
    ],
    missing: missingOf(meeting, body).map((part) => ({
      ...{ part, sentence: words(locale, `minutes.missing_${part}`), article: body?.article ?? '' },
    })),
    seenBy: seenBy(meeting, unitName, locale),
    ...{ next, putForwardBy },
    may: {
      words: maySeeWords(meeting, sight),
      change: edits,
      takeIn: edits,
      edit: edits,
      cancel: mayCancel(meeting, sight),
      decide: decides && putForwardBy === null,
      publish: mayPublish(meeting, sight),
    },
  };
}

/** A line of the list; its date is the next that is not kept yet. */
export function presentListed(
  parts: Rules,
  { tx, there, today, caller }: Open,
  meeting: ListedMeeting,
): MeetingList['items'][number] {
  const { content, meetingId: id, state, heldOn, hasTranscript } = meeting;
  const body = bodyOf(parts, tx, meeting);
  const [next] = openDeadlines(parts, tx, meeting);
  return {
    ...{ id, state, title: content.title, bodyName: body?.name[caller.locale] ?? null, heldOn },
    ...{ startsAt: content.startsAt, place: content.place, hasTranscript },
    unitName: there.units.get(meeting.unitId)?.name ?? content.organiser.unitName,
    due: next ? presentDeadline(next, meeting, today) : null,
  };
}
