import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '../../shared/index.ts';
import { toldOf } from './jobs.ts';
import { mayNow } from './policy.ts';
import type { Answer, Poll, PollContent, Vote } from './poll.ts';
import { candidatesAt, closesBy, isSure, outcomeOf, remindsNow, sendProblem, waitedFor } from './rules.ts';

const NOW = new Date('2026-11-24T09:00:00+09:00');
const START = ['2026-12-01', '2026-12-02', '2026-12-03'].map((day) => `${day}T10:00:00+09:00`);
const ids = ['a', 'b', 'c'];

const contentWith = (more: Partial<PollContent> = {}): PollContent => ({
  ...{ title: '部長調整会議', note: '', minutes: 60, rooms: [], online: null, visibility: 'PUBLIC', autoBook: true },
  candidates: START.map((from, at) => ({ candidateId: ids[at] ?? '', from, to: from.replace('T10', 'T11') })),
  ...{ required: ['r1', 'r2'], optional: ['o1', 'o2'] },
  ...more,
});

const LETTERS: Readonly<Record<string, Vote>> = { o: 'YES', d: 'MAYBE', x: 'NO' };
/** 'oxd': ○ for the first candidate, × for the second, △ for the third; a blank: nothing. */
const said = (staffId: string, letters: string): Answer => ({
  staffId,
  votes: Object.fromEntries(
    [...letters].flatMap((letter, at) => (LETTERS[letter] ? [[ids[at], LETTERS[letter]]] : [])),
  ),
  ...{ remark: '', at: NOW },
});
const outcome = (answers: Record<string, string>, now = NOW) =>
  outcomeOf(
    contentWith(),
    Object.entries(answers).map(([staffId, letters]) => said(staffId, letters)),
    now,
  );

describe('the choice', () => {
  it('is the only candidate to which everybody required says ○, however many optional people prefer another', () => {
    const found = outcome({ r1: 'xoo', r2: 'oox', o1: 'oxx', o2: 'oxx' });
    expect(found).toMatchObject({ why: 'ONLY', candidateId: 'b', optional: 0, among: 1, tried: 3 });
    expect(isSure(found)).toBe(true);
  });

  it('is of several such the one with the most optional people, and △ of theirs is none', () => {
    expect(outcome({ r1: 'ooo', r2: 'ooo', o1: 'ddo', o2: 'ddx' })).toMatchObject({
      ...{ why: 'OPTIONAL', candidateId: 'c', optional: 1, among: 3 },
    });
  });

  it('is of equally good ones the earliest', () => {
    expect(outcome({ r1: 'xoo', r2: 'ooo', o1: 'oxx' })).toMatchObject({ why: 'EARLIEST', candidateId: 'b' });
    expect(outcome({ r1: 'ooo', r2: 'ooo', o1: 'xoo' })).toMatchObject({ why: 'EARLIEST', candidateId: 'b' });
  });

  it('is proposed with △ of those required only where no candidate has ○ of all, and never booked by itself', () => {
    expect(outcome({ r1: 'doo', r2: 'oxo' })).toMatchObject({ why: 'ONLY', candidateId: 'c' });
    const doubtful = outcome({ r1: 'ddx', r2: 'doo' });
    expect(doubtful).toMatchObject({ why: 'DOUBT', candidateId: 'b', doubts: 1 });
    expect(isSure(doubtful)).toBe(false);
  });

  it('is nothing where somebody required is in the way everywhere: who alone is comes first', () => {
    const found = outcome({ r1: 'xxo', r2: 'oox', o1: 'ooo' });
    expect(found).toMatchObject({ why: 'NONE', candidateId: null });
    expect(found.inTheWay).toEqual([
      { staffId: 'r1', silent: false, times: 2, alone: 2 },
      { staffId: 'r2', silent: false, times: 1, alone: 1 },
    ]);
  });

  it('takes silence of somebody required for no ○, and says so', () => {
    expect(outcome({ r1: 'ooo' }).inTheWay).toEqual([{ staffId: 'r2', silent: true, times: 3, alone: 3 }]);
  });

  it('leaves out what is over by now', () => {
    const all = { r1: 'ooo', r2: 'ooo' };
    expect(outcome(all, new Date(START[0] ?? ''))).toMatchObject({ candidateId: 'b', tried: 2 });
    expect(outcome(all, new Date(START[2] ?? ''))).toMatchObject({ why: 'PAST', candidateId: null });
  });
});

describe('the end of the answers', () => {
  const open = { state: 'OPEN', content: contentWith(), answerBy: '2026-11-27' as LocalDate } as const;
  const all = [said('r1', 'oxo'), said('r2', 'ddd')];

  it('comes when everybody required has said something to every candidate', () => {
    expect(closesBy(open, all, NOW)).toBe('ANSWERED');
    expect(closesBy(open, [said('r1', 'oxo'), said('r2', 'dd ')], NOW)).toBeNull();
    expect(closesBy({ ...open, state: 'CHOSEN' }, all, NOW)).toBeNull();
  });

  it('comes when the last day is over in Japan, and not before', () => {
    expect(closesBy(open, [], new Date('2026-11-27T23:59:59+09:00'))).toBeNull();
    expect(closesBy(open, [], new Date('2026-11-28T00:00:00+09:00'))).toBe('OVER');
  });

  it('is reminded of once, on the morning of the last day, and nobody who was asked that night', () => {
    const asked = { ...open, openedAt: NOW, remindedAt: null };
    const morning = new Date('2026-11-27T09:00:00+09:00');
    expect(remindsNow(asked, new Date('2026-11-27T08:59:00+09:00'))).toBe(false);
    expect(remindsNow(asked, morning)).toBe(true);
    expect(remindsNow({ ...asked, remindedAt: morning }, morning)).toBe(false);
    expect(remindsNow({ ...asked, openedAt: new Date('2026-11-27T08:00:00+09:00') }, morning)).toBe(false);
    expect(remindsNow({ ...asked, state: 'NOTHING' }, morning)).toBe(false);
  });
});

describe('the last day', () => {
  it('ends answers by the clock in Japan, whether or not a job has closed it', () => {
    const poll = { state: 'OPEN', answerBy: '2026-11-27' as LocalDate } as const;
    expect(mayNow(poll, new Date('2026-11-27T23:59:59+09:00')).answer).toBe(true);
    expect(mayNow(poll, new Date('2026-11-28T00:00:00+09:00'))).toMatchObject({ answer: false, close: true });
    expect(mayNow({ ...poll, state: 'DRAFT', answerBy: null }, NOW)).toMatchObject({ answer: false, send: true });
  });
});

describe('who is told as news', () => {
  const poll = {
    ...{ state: 'CHOSEN', makerId: 'm', openedAt: NOW, content: contentWith(), problem: null },
    outcome: outcome({ r1: 'ooo', r2: 'ooo' }),
  } as Poll;
  const told = (more: Partial<Poll>, act: string, by = '') =>
    toldOf({ ...poll, ...more }, { act, by }, { waiting: ['r2'], leader: 'm' });

  it('is whoever leads it, once: of what is booked as booked, of what could not be as that', () => {
    expect(told({}, 'CLOSED')).toEqual([]);
    expect(told({ problem: 'schedules.room_taken' }, 'CLOSED')).toEqual([]);
    expect(told({ problem: 'schedules.room_taken' }, 'NOT_BOOKED')).toEqual(['m']);
    expect(told({ state: 'BOOKED' }, 'BOOKED')).toEqual(['m']);
    expect(told({ state: 'NOTHING' }, 'CLOSED')).toEqual(['m']);
    expect(told({ state: 'NOTHING' }, 'CLOSED', 'm')).toEqual([]);
  });

  it('is whoever is waited for while it is open, and everybody asked where it is called off', () => {
    expect(told({ state: 'OPEN' }, 'SENT')).toEqual(['r2']);
    expect(told({ state: 'CANCELLED' }, 'SENT')).toEqual([]);
    expect(told({ state: 'CANCELLED' }, 'CANCELLED', 'm')).toEqual(['r1', 'r2', 'o1', 'o2']);
    expect(told({ state: 'CANCELLED', openedAt: null }, 'CANCELLED')).toEqual([]);
  });
});

describe('candidates', () => {
  it('keep their votes where their time stays, and are new ones where it does not', () => {
    const before = candidatesAt(START, { minutes: 60, before: [], idOf: () => 'old' });
    const idOf = () => 'new';
    const moved = candidatesAt([START[1] ?? '', '2026-12-09T10:00:00+09:00', START[1] ?? ''], {
      minutes: 60,
      before,
      idOf,
    });
    expect(moved.map(({ candidateId }) => candidateId)).toEqual(['old', 'new']);
    expect(candidatesAt(START, { minutes: 30, before, idOf }).map(({ candidateId }) => candidateId)).toEqual(
      START.map(() => 'new'),
    );
  });

  it('ask anew whoever has not said something to all of them', () => {
    expect(waitedFor(contentWith(), [said('r1', 'ooo'), said('o1', 'oo ')])).toEqual(['r2', 'o1', 'o2']);
  });

  it.each([
    ['poll_few_candidates', { content: contentWith({ candidates: contentWith().candidates.slice(0, 1) }) }],
    ['poll_nobody', { content: contentWith({ required: [] }) }],
    ['poll_answer_by', { answerBy: null }],
    ['poll_answer_by', { answerBy: '2026-11-23' }],
    ['poll_answer_by', { answerBy: '2026-12-04' }],
  ])('are not sent: %s', (code, more) => {
    const poll = { content: contentWith(), answerBy: '2026-11-27' as LocalDate };
    expect(sendProblem(poll, NOW)).toBeNull();
    expect(sendProblem({ ...poll, ...(more as object) }, NOW)).toBe(`schedules.${code}`);
    const far = contentWith({
      candidates: contentWith().candidates.map((one) => ({ ...one, to: '9999-01-01T00:00:00Z' })),
    });
    expect(sendProblem({ ...poll, content: far }, NOW)).toBe('schedules.poll_far_candidate');
    expect(sendProblem(poll, new Date(START[0] ?? ''))).toBe('schedules.poll_past_candidate');
  });
});
