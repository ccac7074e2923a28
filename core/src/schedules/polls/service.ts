import { personOf } from '../../directory/index.ts';
import { newId, type Tx } from '../../platform/index.ts';
import { asJson, badInput, type Caller, conflict, type LocalDate, notAllowed, notFound } from '../../shared/index.ts';
import type { Acting, BookingParts } from '../bookings/parts.ts';
import { actOnce } from '../bookings/service.ts';
import { roomsNamed } from '../rooms/store.ts';
import { bookCandidate, closeIfDone, closePoll } from './closing.ts';
import type { ChangePollInput, MakePollInput, PollActInput, PollAnswerInput, PollList, PollView } from './contract.ts';
import { keptBy, lookingAs } from './looking.ts';
import { record, type Step } from './parts.ts';
import { answersFor, type Looking, mayNow, mayRead, organises } from './policy.ts';
import { type Answer, askedOf, type Poll, type PollContent } from './poll.ts';
import { presentListed } from './present.ts';
import { candidatesAt, isComplete, sendProblem } from './rules.ts';
import { answersOf, lockPoll, pollsOf, readPoll, saveAnswer } from './store.ts';
import { viewOf } from './viewing.ts';

export interface Polls {
  /** @throws bad-input `schedules.poll_*`, `…booking_unknown_person`; not-allowed `schedules.poll_not_for_them` */
  make(caller: Caller, input: MakePollInput): Promise<PollView>;
  /** @throws not-found `schedules.poll_not_found` */
  read(caller: Caller, pollId: string): Promise<PollView>;
  list(caller: Caller): Promise<PollList>;
  /** @throws conflict `schedules.poll_stale`, `…poll_over`; not-allowed `schedules.poll_not_yours` */
  change(caller: Caller, pollId: string, input: ChangePollInput): Promise<PollView>;
  /** The same, and as booking. Again is harmless. */
  act(caller: Caller, pollId: string, input: PollActInput): Promise<PollView>;
  /** @throws conflict `schedules.poll_over`; bad-input `schedules.poll_votes_missing`; not-allowed `…poll_not_asked` */
  answer(caller: Caller, pollId: string, input: PollAnswerInput): Promise<PollView>;
}

const stepOf = ({ tx, now, actor, caller }: Acting): Step => ({ tx, now, actor, via: caller.via });

/** Somebody before a poll that they may see. @throws not-found `schedules.poll_not_found` */
interface At {
  readonly poll: Poll;
  readonly now: Date;
  readonly looking: Looking;
  readonly view: (poll: Poll) => Promise<PollView>;
}

async function at(parts: BookingParts, { tx, actor, caller, now }: Acting, pollId: string): Promise<At> {
  const [poll, looking] = [await lockPoll(tx, pollId), await lookingAs(parts, tx, actor)];
  if (!poll || !mayRead(poll, looking)) throw notFound('schedules.poll_not_found');
  return { poll, looking, now, view: (poll) => viewOf(parts, tx, { poll, looking, locale: caller.locale }) };
}

/** @throws bad-input `schedules.booking_unknown_person`; not-found `schedules.room_not_found` */
async function assureKnown({ directory }: BookingParts, tx: Tx, content: PollContent): Promise<void> {
  const people = await Promise.all(askedOf(content).map((staffId) => directory.actorById(tx, staffId)));
  if (people.includes(null)) throw badInput('schedules.booking_unknown_person');
  const rooms = await roomsNamed(tx, content.rooms);
  if (rooms.filter(({ removedAt }) => !removedAt).length < content.rooms.length)
    throw notFound('schedules.room_not_found');
}

const once = (ids: readonly string[], but: readonly string[]): string[] =>
  [...new Set(ids)].filter((id) => !but.includes(id));

type Fields = Omit<MakePollInput, 'onBehalfOf' | 'send'>;

function contentOf(
  { clock }: BookingParts,
  { ownerId, before, input }: { ownerId: string; before: PollContent | null; input: Omit<Fields, 'answerBy'> },
): PollContent {
  const { title, note, minutes, online, visibility, autoBook } = input;
  const required = once(input.required, [ownerId]);
  const optional = once(input.optional, [ownerId, ...required]);
  const known = before?.candidates ?? [];
  const candidates = candidatesAt(input.starts, { minutes, before: known, idOf: () => newId(clock) });
  const rooms = once(input.rooms, []);
  return { title, note, minutes, candidates, required, optional, rooms, online, visibility, autoBook };
}

async function send(parts: BookingParts, acting: Acting, poll: Poll): Promise<Poll> {
  const problem = sendProblem(poll, acting.now);
  if (problem) throw badInput(problem);
  const opened: Poll = { ...poll, state: 'OPEN', openedAt: acting.now, version: poll.version + 1 };
  return record(parts, stepOf(acting), { poll: opened, act: 'SENT', fact: { asked: askedOf(poll.content) } });
}

async function make(parts: BookingParts, acting: Acting, input: MakePollInput): Promise<PollView> {
  const { tx, actor, caller, now } = acting;
  const { onBehalfOf, send: sends, answerBy, ...fields } = input;
  const looking = await lookingAs(parts, tx, actor);
  const owner = onBehalfOf === null ? actor : await parts.directory.actorById(tx, onBehalfOf);
  if (!owner || !looking.mayWriteFor(owner.staffId)) throw notAllowed('schedules.poll_not_for_them');
  const content = contentOf(parts, { ownerId: owner.staffId, before: null, input: fields });
  await assureKnown(parts, tx, content);
  const draft: Poll = {
    ...{ pollId: newId(parts.clock), state: 'DRAFT', version: 1, facts: 0, makerId: actor.staffId },
    ...{ maker: personOf(actor), ownerId: owner.staffId, owner: personOf(owner), content },
    ...{ answerBy: answerBy as LocalDate | null, openedAt: null, remindedAt: null, outcome: null, chosen: null },
    ...{ bookingId: null, problem: null, madeAt: now },
  };
  const made = await record(parts, stepOf(acting), { poll: draft, act: 'MADE', fact: { owner: owner.staffId } });
  const poll = sends ? await send(parts, acting, made) : made;
  return viewOf(parts, tx, { poll, looking, locale: caller.locale });
}

/** For its organisers, as it was when they looked. @throws not-allowed, conflict */
async function assureOrganiser(
  { poll, looking, now, view }: At,
  act: 'change' | 'send' | 'close' | 'book' | 'cancel',
  version: number,
) {
  if (!organises(poll, looking)) throw notAllowed('schedules.poll_not_yours');
  if (!mayNow(poll, now)[act]) throw conflict('schedules.poll_over', {}, await view(poll));
  if (poll.version !== version) throw conflict('schedules.poll_stale', {}, await view(poll));
}

const startsOf = ({ candidates }: PollContent) => candidates.map(({ from }) => from);

async function change(parts: BookingParts, acting: Acting, asked: { pollId: string; input: ChangePollInput }) {
  const { tx } = acting;
  const there = await at(parts, acting, asked.pollId);
  const { version, answerBy, ...input } = asked.input;
  await assureOrganiser(there, 'change', version);
  const { poll: before, view } = there;
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  const { required, optional, rooms, ...rest } = before.content;
  const lists = {
    required: [...required],
    optional: [...optional],
    rooms: [...rooms],
    starts: startsOf(before.content),
  };
  const fields = { ...rest, ...lists, ...given };
  const content = contentOf(parts, { ownerId: before.ownerId, before: before.content, input: fields });
  await assureKnown(parts, tx, content);
  const changed: Poll = {
    ...{ ...before, content, answerBy: answerBy === undefined ? before.answerBy : (answerBy as LocalDate | null) },
    ...{ version: version + 1, remindedAt: null, outcome: null, chosen: null, problem: null },
    state: before.state === 'DRAFT' ? 'DRAFT' : 'OPEN',
  };
  const problem = changed.state === 'OPEN' ? sendProblem(changed, acting.now) : null;
  if (problem) throw badInput(problem);
  const fact = { candidates: startsOf(content), asked: askedOf(content) };
  const saved = await record(parts, stepOf(acting), { poll: changed, act: 'CHANGED', fact });
  const answers = await answersOf(tx, [saved.pollId]);
  return view(await closeIfDone(parts, stepOf(acting), { poll: saved, answers }));
}

const DONE: Readonly<Record<PollActInput['act'], readonly Poll['state'][]>> = {
  SEND: ['OPEN'],
  CLOSE: ['CHOSEN', 'NOTHING'],
  BOOK: ['BOOKED'],
  CANCEL: ['CANCELLED'],
};
const MAY = { SEND: 'send', CLOSE: 'close', BOOK: 'book', CANCEL: 'cancel' } as const;

async function acted(parts: BookingParts, acting: Acting, { poll, input }: { poll: Poll; input: PollActInput }) {
  const step = stepOf(acting);
  if (input.act === 'SEND') return send(parts, acting, poll);
  if (input.act === 'BOOK') return bookCandidate(parts, step, { poll, candidateId: input.candidateId });
  if (input.act === 'CLOSE')
    return closePoll(parts, step, { poll, answers: await answersOf(acting.tx, [poll.pollId]), why: 'BY_HAND' });
  const cancelled: Poll = { ...poll, state: 'CANCELLED', version: poll.version + 1 };
  return record(parts, step, { poll: cancelled, act: 'CANCELLED', fact: {} });
}

async function act(parts: BookingParts, acting: Acting, asked: { pollId: string; input: PollActInput }) {
  const { input } = asked;
  const there = await at(parts, acting, asked.pollId);
  const { poll, looking, view } = there;
  // Pressed again after it was done: as it is.
  if (DONE[input.act].includes(poll.state) && organises(poll, looking) && poll.version === input.version + 1)
    return view(poll);
  await assureOrganiser(there, MAY[input.act], input.version);
  return view(await acted(parts, acting, { poll, input }));
}

async function answer(parts: BookingParts, acting: Acting, asked: { pollId: string; input: PollAnswerInput }) {
  const { tx, actor, now } = acting;
  const { pollId, input } = asked;
  const { poll, looking, view } = await at(parts, acting, pollId);
  const staffId = input.staffId ?? actor.staffId;
  if (!answersFor(poll, looking).includes(staffId)) throw notAllowed('schedules.poll_not_asked');
  if (!mayNow(poll, now).answer)
    throw conflict(poll.state === 'OPEN' ? 'schedules.poll_too_late' : 'schedules.poll_over', {}, await view(poll));
  const { content } = poll;
  const votes = Object.fromEntries(
    content.candidates.flatMap(({ candidateId: id }) => (input.votes[id] ? [[id, input.votes[id]]] : [])),
  );
  const said: Answer = { staffId, votes, remark: input.remark, at: now };
  // A page or a card of candidates that have changed meanwhile.
  if (!isComplete(content, said)) throw conflict('schedules.poll_votes_missing', {}, await view(poll));
  await saveAnswer(tx, pollId, said);
  const fact = { of: staffId, votes: said.votes };
  const saved = await record(parts, stepOf(acting), { poll, act: 'ANSWERED', fact });
  return view(await closeIfDone(parts, stepOf(acting), { poll: saved, answers: await answersOf(tx, [pollId]) }));
}

const LISTED_DAYS = 180;

async function list(parts: BookingParts, caller: Caller): Promise<PollList> {
  const { db, directory } = parts;
  const now = parts.clock.now();
  return db.singly(caller.municipalityId, async (tx) => {
    const actor = await directory.actorOf(tx, caller);
    const looking = await lookingAs(parts, tx, actor);
    const people = await keptBy(parts, tx, { staffId: actor.staffId, looking });
    const since = new Date(now.getTime() - LISTED_DAYS * 86_400_000);
    const polls = (await pollsOf(tx, people, since)).filter((poll) => mayRead(poll, looking));
    const answers = await answersOf(
      tx,
      polls.map(({ pollId }) => pollId),
    );
    const items = polls.map((poll) =>
      presentListed(poll, looking, { answers: answers.filter(({ pollId }) => pollId === poll.pollId), now }),
    );
    return { items: items.toSorted((a, b) => Number(b.waitsForMe) - Number(a.waitsForMe)) };
  });
}

export function createPolls(parts: BookingParts): Polls {
  const { db, directory } = parts;
  const acting = (caller: Caller, request: object, work: (acting: Acting) => Promise<PollView>) =>
    actOnce(parts, { caller, request: asJson(request) }, work);
  return {
    list: (caller) => list(parts, caller),
    make: (caller, input) => acting(caller, { use: 'schedules.poll', ...input }, (now) => make(parts, now, input)),
    read: (caller, pollId) =>
      db.singly(caller.municipalityId, async (tx) => {
        const looking = await lookingAs(parts, tx, await directory.actorOf(tx, caller));
        const poll = await readPoll(tx, pollId);
        if (!poll || !mayRead(poll, looking)) throw notFound('schedules.poll_not_found');
        return viewOf(parts, tx, { poll, looking, locale: caller.locale });
      }),
    change: (caller, pollId, input) =>
      acting(caller, { use: 'schedules.change-poll', pollId, ...input }, (now) =>
        change(parts, now, { pollId, input }),
      ),
    act: (caller, pollId, input) =>
      acting(caller, { use: 'schedules.act-poll', pollId, ...input }, (now) => act(parts, now, { pollId, input })),
    answer: (caller, pollId, input) =>
      acting(caller, { use: 'schedules.answer-poll', pollId, ...input }, (now) =>
        answer(parts, now, { pollId, input }),
      ),
  };
}
