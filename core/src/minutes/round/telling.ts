import { z } from 'zod';
import type { Subscriber, Task, Tx } from '../../platform/index.ts';
import { localDateOf } from '../../shared/index.ts';
import { courseVersionOf, factAt, MINUTES_CHANGED } from '../history/store.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { readMeeting } from '../meetings/store.ts';
import type { MinutesParts } from '../parts.ts';
import { progressOf } from '../progress.ts';
import { signersOf } from '../signing/rules.ts';
import { chairOf, isRunning } from './policy.ts';
import { waitsFor } from './present.ts';
import { type Standing, standingOf } from './standing.ts';
import type { Suggestion } from './suggestion-store.ts';

export const ROUND_SUBJECT = 'minutes/round';
export const SIGNING_SUBJECT = 'minutes/signing';
export const SUGGESTION_SUBJECT = 'minutes/suggestion';

const TELL = 'minutes/tell-course';
const STEPS: ReadonlySet<unknown> = new Set([
  ...['ROUND_BEGUN', 'ROUND_CLOSED', 'REOPENED', 'SIGNING_BEGUN', 'SIGNING_REFUSED'],
]);

const ToTell = z.object({
  ...{ municipalityId: z.uuid(), meetingId: z.uuid(), of: z.enum(['meeting', 'round', 'signing']) },
  version: z.number().int(),
});
type ToTell = z.infer<typeof ToTell>;

/** Whoever called the meeting and 記録者: they see it through. */
export const keepersOf = ({ organiserId, content }: Meeting): string[] => [
  organiserId,
  ...content.attendees.flatMap(({ role, staffId }) => (role === 'RECORDER' && staffId !== null ? [staffId] : [])),
];

/** Who hears of what waits to be settled; while the chair is away, who settles in their place as well. */
export function settlersOf({ meeting, chairAway }: Pick<Standing, 'meeting' | 'chairAway'>): string[] {
  const chair = chairOf(meeting);
  if (chair === null) return keepersOf(meeting);
  return chairAway.length === 0 ? [chair] : [chair, ...keepersOf(meeting)];
}

interface Happened {
  readonly act: string;
  readonly fact: Readonly<Record<string, unknown>>;
}

/** What is shown, and to whom as something new. */
interface Fresh {
  readonly subject: string;
  readonly fresh: readonly string[];
}

const Ids = z.array(z.string()).catch([]);

/** The chair, who may close it as well, reads it on the card that asked them. */
function closersOf(standing: Standing): string[] {
  const { meeting, round } = standing;
  return isRunning(meeting, round) && waitsFor(standing, 'ja').length === 0 ? keepersOf(meeting) : [];
}

/** To whom something new is said about the round. */
function freshInRound(standing: Standing, { act, fact }: Happened): string[] {
  const { meeting, answers } = standing;
  const asked = answers.flatMap(({ staffId }) => staffId ?? []);
  switch (act) {
    case 'ROUND_BEGUN':
      return asked;
    case 'REMINDED': {
      const ids = Ids.parse(fact.attendeeIds);
      return answers.flatMap(({ attendeeId, staffId }) => (ids.includes(attendeeId) ? (staffId ?? []) : []));
    }
    case 'REOPENED':
    case 'SIGNING_REFUSED':
      return [...asked, ...keepersOf(meeting)];
    case 'DEADLINE_PASSED':
      return [...keepersOf(meeting), ...closersOf(standing)];
    case 'AGREED':
    case 'SETTLED':
    case 'ENTERED':
    case 'WITHDRAWN':
      return closersOf(standing);
    default:
      return [];
  }
}

/** To whom something new is said about one suggestion: whoever settles it, then whoever made it. */
function freshInSuggestion(standing: Standing, { act, fact }: Happened, suggestion: Suggestion): string[] {
  if (suggestion.suggestionId !== fact.suggestionId) return [];
  if (act === 'SUGGESTED') return settlersOf(standing);
  return act === 'SETTLED' ? [suggestion.madeBy.staffId] : [];
}

/** To whom something new is said about signing. */
function freshInSigning({ meeting }: Standing, { act }: Happened, signed: boolean): string[] {
  if (meeting.state !== 'SIGNING') return [];
  if (signed) return act === 'SIGNED' || act === 'SIGNED_ON_PAPER' ? keepersOf(meeting) : [];
  if (act !== 'ROUND_CLOSED' && act !== 'SIGNING_BEGUN') return [];
  return signersOf(meeting).flatMap(({ staffId }) => staffId ?? []);
}

const others = (staffIds: readonly string[], actorId: string): string[] =>
  [...new Set(staffIds)].filter((staffId) => staffId !== actorId);

async function whoHears(parts: MinutesParts, tx: Tx, { meetingId, of, version }: ToTell) {
  await parts.regulations.ready(tx);
  const [meeting, happened] = await Promise.all([
    readMeeting(tx, meetingId),
    factAt(tx, { of, meetingId, seq: version }),
  ]);
  if (!meeting || !happened) return null;
  const standing = await standingOf(parts, { tx, today: localDateOf(parts.clock.now()) }, meeting);
  const { signed } = await progressOf(tx, meeting);
  // Who begins the round and was there is asked like everybody else.
  const actorId = happened.act === 'ROUND_BEGUN' || happened.act === 'ROUND_CLOSED' ? '' : happened.actor.staffId;
  const fresh: Fresh[] = [
    { subject: `${ROUND_SUBJECT}/${meetingId}`, fresh: others(freshInRound(standing, happened), actorId) },
    { subject: `${SIGNING_SUBJECT}/${meetingId}`, fresh: others(freshInSigning(standing, happened, signed), actorId) },
    ...standing.suggestions.map((one) => ({
      subject: `${SUGGESTION_SUBJECT}/${one.suggestionId}`,
      fresh: others(freshInSuggestion(standing, happened, one), actorId),
    })),
  ];
  return { fresh, version: await courseVersionOf(tx, meetingId) };
}

async function tell(parts: MinutesParts, toTell: ToTell): Promise<void> {
  const { municipalityId } = toTell;
  const heard = await parts.db.singly(municipalityId, (tx) => whoHears(parts, tx, toTell));
  if (!heard) return;
  const { version, fresh } = heard;
  await parts.notifications.show(
    municipalityId,
    fresh.map((one) => ({ ...one, version })),
  );
}

/** Who hears in the chat how far the minutes have come. */
export const courseTelling = (
  parts: MinutesParts,
): { readonly tasks: Readonly<Record<string, Task>>; readonly subscriber: Subscriber } => ({
  tasks: { [TELL]: (payload) => tell(parts, ToTell.parse(payload)) },
  subscriber: (facts) =>
    facts.flatMap(({ topic, municipalityId, payload: { of, act, meetingId, version } }) =>
      topic === MINUTES_CHANGED && (of === 'round' || of === 'signing' || (of === 'meeting' && STEPS.has(act)))
        ? [{ task: TELL, payload: { municipalityId, meetingId, of, version }, queue: `${TELL}:${String(meetingId)}` }]
        : [],
    ),
});
