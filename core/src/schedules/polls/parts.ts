import { type Actor, personOf } from '../../directory/index.ts';
import { emit, newId, type Tx } from '../../platform/index.ts';
import { type Json, say, type Via } from '../../shared/index.ts';
import type { BookingParts } from '../bookings/parts.ts';
import { type BookedEntry, replaceEntries } from '../bookings/store.ts';
import { CALENDAR_CHANGED } from '../calendar/announce.ts';
import { addFact } from '../calendar/history.ts';
import type { Candidate, Poll } from './poll.ts';
import { savePoll } from './store.ts';
import { pollTexts } from './text.ts';

/** Payload: `pollId`, `act`, `seq`, and `by`: who did it, nothing where it happened by itself. */
export const POLL_CHANGED = 'schedules/poll-changed';
export const POLL = 'poll';

export type PollAct =
  | 'MADE'
  | 'CHANGED'
  | 'SENT'
  | 'ANSWERED'
  | 'REMINDED'
  | 'CLOSED'
  | 'BOOKED'
  | 'NOT_BOOKED'
  | 'CANCELLED';

/** A step of a poll in its transaction. */
export interface Step {
  readonly tx: Tx;
  readonly now: Date;
  /** null: it happens by itself. */
  readonly actor: Actor | null;
  readonly via: Via;
}

/** The times that are kept free: all that are asked about, then the one that is proposed. */
function heldTimes({ state, content, chosen }: Poll, now: Date): Candidate[] {
  const ahead = content.candidates.filter(({ to }) => new Date(to) > now);
  if (state === 'OPEN') return ahead;
  return state === 'CHOSEN' ? ahead.filter(({ candidateId }) => candidateId === chosen) : [];
}

/** 仮押さえ in the calendars of whose poll it is and of everybody required. */
async function hold(parts: BookingParts, { tx, now }: Step, poll: Poll): Promise<void> {
  const { content, ownerId, pollId } = poll;
  const subject = say(pollTexts, 'schedules.poll_hold', 'ja', { title: content.title }) ?? content.title;
  const entries = heldTimes(poll, now).flatMap(({ from, to }) =>
    [ownerId, ...content.required].map(
      (staffId): BookedEntry => ({
        ...{ entryId: newId(parts.clock), staffId, from: new Date(from), to: new Date(to), status: 'TENTATIVE' },
        ...{ subject, place: '', online: content.online ?? false },
      }),
    ),
  );
  await replaceEntries(
    tx,
    { bookingId: pollId, visibility: content.visibility, heldFor: 'POLL' },
    { entries, at: now },
  );
}

const MOVES_HOLDS: ReadonlySet<PollAct> = new Set(['CHANGED', 'SENT', 'CLOSED', 'BOOKED', 'CANCELLED']);

/** The poll with its holds, its history and the fact that jobs follow: all of one transaction. */
export async function record(
  parts: BookingParts,
  step: Step,
  { poll: next, act, fact }: { readonly poll: Poll; readonly act: PollAct; readonly fact: Record<string, Json> },
): Promise<Poll> {
  const { tx, now, actor, via } = step;
  const poll = { ...next, facts: act === 'MADE' ? 1 : next.facts + 1 };
  const { pollId, facts: seq, ownerId } = poll;
  await savePoll(tx, poll);
  if (MOVES_HOLDS.has(act)) await hold(parts, step, poll);
  await addFact(tx, {
    ...{ subject: { kind: POLL, id: pollId }, seq, at: now, act, staffId: ownerId },
    ...{ actor: actor ? personOf(actor) : poll.owner, fact, via: actor ? via : 'rules', leafId: newId(parts.clock) },
  });
  await emit(tx, [
    { topic: POLL_CHANGED, payload: { pollId, act, seq, by: actor?.staffId ?? '' } },
    { topic: CALENDAR_CHANGED, payload: { ownerId } },
  ]);
  return poll;
}
