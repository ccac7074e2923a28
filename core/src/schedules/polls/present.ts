import type { Person } from '../../directory/contract.ts';
import { type Locale, say, type Texts } from '../../shared/index.ts';
import type { PollList, PollView } from './contract.ts';
import { answersFor, type Looking, mayNow, organises } from './policy.ts';
import { type Answer, askedOf, type InTheWay, type Outcome, type Poll, type Vote } from './poll.ts';
import { answersBy, isComplete, waitedFor } from './rules.ts';
import { pollTexts } from './text.ts';

export interface Around {
  readonly people: ReadonlyMap<string, Person>;
  readonly rooms: ReadonlyMap<string, string>;
  readonly answers: readonly Answer[];
  readonly now: Date;
  readonly locale: Locale;
  readonly texts: Texts;
}

const someone = (staffId: string, { people }: Pick<Around, 'people'>): Person =>
  people.get(staffId) ?? { staffId, name: '', postTitle: '', unitName: '' };

function inTheWay({ staffId, silent, times, alone }: InTheWay, around: Around): string {
  const { name } = someone(staffId, around);
  const code = silent ? 'schedules.poll_block_silent' : 'schedules.poll_block_no';
  const sentence = say(pollTexts, code, around.locale, { name, times }) ?? '';
  if (alone === 0) return sentence;
  return say(pollTexts, 'schedules.poll_block_alone', around.locale, { sentence, alone }) ?? '';
}

/** Why it is this one, or who stands in the way. */
function sentencesOf({ why, inTheWay: blockers, ...counts }: Outcome, around: Around): string[] {
  const { tried, among, required, optional, doubts } = counts;
  const params = { tried, among, required, optional, doubts };
  return [
    say(pollTexts, `schedules.poll_why_${why}`, around.locale, params) ?? '',
    ...blockers.map((one) => inTheWay(one, around)),
  ];
}

const count = (answers: readonly Answer[], candidateId: string, vote: Vote): number =>
  answers.filter(({ votes }) => votes[candidateId] === vote).length;

function candidatesOf({ content, chosen }: Poll, answers: readonly Answer[]): PollView['candidates'] {
  return content.candidates.map((candidate) => ({
    ...candidate,
    yes: count(answers, candidate.candidateId, 'YES'),
    maybe: count(answers, candidate.candidateId, 'MAYBE'),
    no: count(answers, candidate.candidateId, 'NO'),
    chosen: candidate.candidateId === chosen,
  }));
}

/** Of those asked now; votes on candidates that are gone are left out. */
function answersOf(poll: Poll, looking: Looking, around: Around): PollView['answers'] {
  const { content } = poll;
  const takesAnswers = mayNow(poll, around.now).answer;
  const by = answersBy(around.answers);
  return askedOf(content).map((staffId) => {
    const answer = by.get(staffId);
    const votes = content.candidates.flatMap(({ candidateId: id }) => {
      const vote = answer?.votes[id];
      return vote ? [[id, vote] as const] : [];
    });
    return {
      ...{ person: someone(staffId, around), required: content.required.includes(staffId) },
      ...{ complete: isComplete(content, answer), votes: Object.fromEntries(votes) },
      ...{ remark: answer?.remark ?? '', at: answer?.at.toISOString() ?? null },
      mayAnswer: takesAnswers && looking.mayWriteFor(staffId),
    };
  });
}

/** As this reader may see it: everybody asked sees what the others said. */
export function presentPoll(poll: Poll, looking: Looking, around: Around): PollView {
  const { pollId, version, state, content, answerBy, owner, maker, outcome, problem, bookingId } = poll;
  const { title, note, minutes, rooms, online, visibility, autoBook } = content;
  const asked = new Set(askedOf(content));
  const answers = around.answers.filter(({ staffId }) => asked.has(staffId));
  const [now, leads] = [mayNow(poll, around.now), organises(poll, looking)];
  const reason =
    problem === null
      ? null
      : (say(around.texts, problem, around.locale, { rooms: [...around.rooms.values()].join('・') }) ?? problem);
  return {
    ...{ pollId, version, state, title, note, minutes, answerBy, owner, bookingId },
    ...{ online, visibility, autoBook, maker: poll.makerId === poll.ownerId ? null : maker },
    candidates: candidatesOf(poll, answers),
    answers: answersOf(poll, looking, { ...around, answers }),
    rooms: rooms.map((roomId) => ({ roomId, name: around.rooms.get(roomId) ?? '' })),
    outcome: outcome ? sentencesOf(outcome, around) : [],
    problem:
      reason === null ? null : (say(pollTexts, 'schedules.poll_not_booked', around.locale, { reason }) ?? reason),
    may: {
      answer: now.answer && answersFor(poll, looking).length > 0,
      ...{ change: leads && now.change, send: leads && now.send, close: leads && now.close },
      ...{ book: leads && now.book, cancel: leads && now.cancel },
    },
  };
}

export function presentListed(
  poll: Poll,
  looking: Looking,
  { answers, now }: Pick<Around, 'answers' | 'now'>,
): PollList['items'][number] {
  const { pollId, state, content, answerBy, owner, chosen } = poll;
  const waiting = waitedFor(content, answers);
  const asked = askedOf(content).length;
  return {
    ...{ pollId, state, title: content.title, answerBy, owner, asked, answered: asked - waiting.length },
    waitsForMe: mayNow(poll, now).answer && waiting.some(looking.mayWriteFor),
    organises: organises(poll, looking),
    from: content.candidates.find(({ candidateId }) => candidateId === chosen)?.from ?? null,
  };
}
