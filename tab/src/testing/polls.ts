import {
  ChangePollInputSchema,
  MakePollInputSchema,
  PollActInputSchema,
  PollAnswerInputSchema,
  type PollList,
  PollListSchema,
  PollSchema,
  type PollView,
} from '@kaigi/core/contract';
import { COLLEAGUE, DRAFTER, ME, SECTION_HEAD } from './people.ts';
import type { Answer } from './stand-in-wire.ts';

export const pollIdOf = (n: number): string => `01900000-0000-7000-8000-0000000cd${String(n).padStart(3, '0')}`;
export const candidateIdOf = (n: number): string => `01900000-0000-7000-8000-0000000ce${String(n).padStart(3, '0')}`;

const NOTHING = { may: { answer: false, change: false, send: false, close: false, book: false, cancel: false } };
const ALL = { answer: false, change: true, send: false, close: true, book: true, cancel: true };

/** Of the first days of December at ten. */
function aCandidate(n: number, votes: Partial<PollView['candidates'][number]> = {}): PollView['candidates'][number] {
  const at = (hour: number): string => `2026-12-0${n}T${hour}:00:00+09:00`;
  const none = { yes: 0, maybe: 0, no: 0, chosen: false };
  return { candidateId: candidateIdOf(n), from: at(10), to: at(11), ...none, ...votes };
}

const anAnswer = (more: Partial<PollView['answers'][number]> = {}): PollView['answers'][number] => ({
  ...{ person: COLLEAGUE, required: true, complete: false, votes: {}, remark: '', at: null, mayAnswer: false },
  ...more,
});

/** One in which the reader is asked. */
export function aPoll(n: number, more: Partial<PollView> = {}): PollView {
  return {
    ...{ pollId: pollIdOf(n), version: 2, state: 'OPEN', title: '計画の打合せ', note: '', minutes: 60 },
    ...{ answerBy: '2026-11-27', owner: DRAFTER, maker: null, rooms: [], online: null, visibility: 'PUBLIC' },
    ...{ autoBook: true, outcome: [], problem: null, bookingId: null },
    candidates: [aCandidate(1, { yes: 1 }), aCandidate(2, { no: 1 }), aCandidate(3, { maybe: 1 })],
    answers: [
      anAnswer({ person: SECTION_HEAD, mayAnswer: true }),
      anAnswer({
        ...{ required: false, complete: true, remark: '3日は午後なら。', at: '2026-11-24T00:00:00Z' },
        votes: { [candidateIdOf(1)]: 'YES', [candidateIdOf(2)]: 'NO', [candidateIdOf(3)]: 'MAYBE' },
      }),
    ],
    ...NOTHING,
    ...more,
  };
}

export interface PollsWorld {
  polls: PollView[];
}

export const firstPolls = (): PollsWorld => ({
  polls: [
    aPoll(1, { may: { ...NOTHING.may, answer: true } }),
    aPoll(2, { title: '部内会議', owner: SECTION_HEAD, answers: [anAnswer()], may: ALL }),
  ],
});

function listed({ pollId, state, title, answerBy, owner, answers, candidates }: PollView): PollList['items'][number] {
  return {
    ...{ pollId, state, title, answerBy, owner, organises: owner.staffId === ME.staffId },
    waitsForMe: answers.some(({ mayAnswer, complete }) => mayAnswer && !complete),
    ...{ asked: answers.length, answered: answers.filter(({ complete }) => complete).length },
    from: candidates.find(({ chosen }) => chosen)?.from ?? null,
  };
}

function answered(poll: PollView, body: unknown): PollView {
  const { votes, remark } = PollAnswerInputSchema.parse(body);
  const at = '2026-11-24T01:30:00Z';
  return {
    ...poll,
    answers: poll.answers.map((one) => (one.mayAnswer ? { ...one, votes, remark, at, complete: true } : one)),
  };
}

function acted(poll: PollView, body: unknown): PollView {
  const input = PollActInputSchema.parse(body);
  const next = { ...poll, version: poll.version + 1 };
  if (input.act === 'CANCEL') return { ...next, ...NOTHING, state: 'CANCELLED' };
  if (input.act === 'CLOSE')
    return {
      ...{ ...next, state: 'NOTHING', may: { ...ALL, close: false } },
      outcome: ['必須の全員が出席できる候補はありません（3件）。', '主査 三郎さんは回答していません。'],
    };
  if (input.act !== 'BOOK') return { ...next, state: 'OPEN' };
  const candidates = poll.candidates.map((one) => ({ ...one, chosen: one.candidateId === input.candidateId }));
  return { ...next, ...NOTHING, candidates, state: 'BOOKED', bookingId: 'b-1' };
}

function made(world: PollsWorld, body: unknown): PollView {
  const { title, starts, send, answerBy } = MakePollInputSchema.parse(body);
  const candidates = starts.map((from, n) => ({ ...aCandidate(n + 1), from }));
  const state = send ? ('OPEN' as const) : ('DRAFT' as const);
  const own = { owner: SECTION_HEAD, answers: [anAnswer()], may: { ...ALL, send: !send, close: send } };
  return aPoll(world.polls.length + 1, { title, candidates, answerBy, state, ...own });
}

interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly body: unknown;
}

/** 日程調整 as the service answers them. */
export function ofPolls(world: PollsWorld, { method, url, body }: Asked): Answer | null {
  const [, id, rest] = /^\/api\/v1\/schedules\/polls(?:\/([^/]+))?(?:\/(\w+))?$/.exec(url.pathname) ?? [null];
  if (!url.pathname.startsWith('/api/v1/schedules/polls')) return null;
  if (id === undefined && method === 'GET') return { body: PollListSchema.parse({ items: world.polls.map(listed) }) };
  if (id === undefined) {
    const poll = made(world, body);
    world.polls = [poll, ...world.polls];
    return { status: 201, body: PollSchema.parse(poll) };
  }
  const before = world.polls.find(({ pollId }) => pollId === id);
  if (!before) return null;
  if (method === 'GET') return { body: PollSchema.parse(before) };
  const changed = (): PollView => {
    const { version, title = before.title } = ChangePollInputSchema.parse(body);
    return { ...before, title, version: version + 1 };
  };
  const after = rest === 'acts' ? acted(before, body) : rest === 'answer' ? answered(before, body) : changed();
  world.polls = world.polls.map((one) => (one === before ? after : one));
  return { body: PollSchema.parse(after) };
}
