import { type Actor, personOf } from '../../directory/index.ts';
import type { Caller } from '../../shared/index.ts';
import { badInput, KaigiError } from '../../shared/index.ts';
import { BookInputSchema } from '../bookings/contract.ts';
import { makeBooking } from '../bookings/making.ts';
import type { BookingParts } from '../bookings/parts.ts';
import { againIfTaken } from '../bookings/taking.ts';
import { record, type Step } from './parts.ts';
import type { Answer, Poll } from './poll.ts';
import { closesBy, isToBook, outcomeOf, remindsNow } from './rules.ts';
import { answersOf, lockPoll } from './store.ts';

/** No more answers: what they came to is written down, and holds for good. */
export function closePoll(
  parts: BookingParts,
  step: Step,
  { poll, answers, why }: { readonly poll: Poll; readonly answers: readonly Answer[]; readonly why: string },
): Promise<Poll> {
  const outcome = outcomeOf(poll.content, answers, step.now);
  const chosen = outcome.candidateId;
  const closed: Poll = {
    ...{ ...poll, state: chosen === null ? 'NOTHING' : 'CHOSEN', outcome, chosen, problem: null },
    version: poll.version + 1,
  };
  return record(parts, step, { poll: closed, act: 'CLOSED', fact: { why, outcome: outcome.why, candidateId: chosen } });
}

/** Closes it where everybody required has answered, or its last day is over. */
export async function closeIfDone(
  parts: BookingParts,
  step: Step,
  { poll, answers }: { readonly poll: Poll; readonly answers: readonly Answer[] },
): Promise<Poll> {
  const why = closesBy(poll, answers, step.now);
  return why === null ? poll : closePoll(parts, { ...step, actor: null, via: 'rules' }, { poll, answers, why });
}

/** The meeting is that of whose poll it is, whoever pressed. */
function bookingCaller(municipalityId: string, { via }: Step): Caller {
  return { municipalityId, entraObjectId: '', via, locale: 'ja', idempotencyKey: null };
}

const bookInput = ({ content }: Poll, candidateId: string) => {
  const time = content.candidates.find((one) => one.candidateId === candidateId);
  if (!time) throw badInput('schedules.poll_candidate_unknown');
  const { title: subject, note, required, optional, rooms, online, visibility } = content;
  const { from, to } = time;
  return BookInputSchema.parse({ subject, note, from, to, required, optional, rooms, online, visibility });
};

/**
 * The meeting at this candidate, and the poll as its own.
 * @throws as `makeBooking`; bad-input `schedules.poll_candidate_unknown`
 */
export async function bookCandidate(
  parts: BookingParts,
  step: Step,
  { poll, candidateId }: { readonly poll: Poll; readonly candidateId: string },
): Promise<Poll> {
  const { tx, now } = step;
  const owner: Actor | null = await parts.directory.actorById(tx, poll.ownerId);
  if (!owner) throw badInput('schedules.booking_unknown_person');
  const acting = { tx, actor: owner, caller: bookingCaller(tx.municipalityId, step), now };
  const { bookingId } = await makeBooking(parts, acting, bookInput(poll, candidateId));
  const booked: Poll = {
    ...{ ...poll, state: 'BOOKED', chosen: candidateId, bookingId, problem: null, version: poll.version + 1 },
  };
  return record(parts, step, {
    poll: booked,
    act: 'BOOKED',
    fact: { candidateId, bookingId, owner: personOf(owner).staffId },
  });
}

type One = { readonly municipalityId: string; readonly pollId: string };

/** What was chosen becomes a meeting; where it cannot, its organisers are told why. Done twice it is done once. */
async function bookChosen(parts: BookingParts, { municipalityId, pollId }: One): Promise<void> {
  await againIfTaken(() =>
    parts.db.inMunicipality(municipalityId, async (tx) => {
      const poll = await lockPoll(tx, pollId);
      if (!poll || !isToBook(poll) || poll.chosen === null) return;
      const step: Step = { tx, now: parts.clock.now(), actor: null, via: 'rules' };
      try {
        await bookCandidate(parts, step, { poll, candidateId: poll.chosen });
      } catch (error) {
        // Nothing was written yet: a booking is refused before it is begun.
        if (!(error instanceof KaigiError) || error.kind === 'unavailable') throw error;
        const { code } = error;
        await record(parts, step, { poll: { ...poll, problem: code }, act: 'NOT_BOOKED', fact: { code } });
      }
    }),
  );
}

/** Whatever is due of it, by any process, however often: closed, reminded of, booked. */
export async function move(parts: BookingParts, one: One): Promise<void> {
  await parts.db.inMunicipality(one.municipalityId, async (tx) => {
    const poll = await lockPoll(tx, one.pollId);
    if (!poll) return;
    const now = parts.clock.now();
    const step: Step = { tx, now, actor: null, via: 'rules' };
    const closed = await closeIfDone(parts, step, { poll, answers: await answersOf(tx, [one.pollId]) });
    if (remindsNow(closed, now))
      await record(parts, step, { poll: { ...closed, remindedAt: now }, act: 'REMINDED', fact: {} });
  });
  await bookChosen(parts, one);
  parts.wake();
}
