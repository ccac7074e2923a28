import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Hall, openHall } from '../../telework/disaster/room.fixture.ts';
import { importPosts, MINATO, POSTS } from '../../testing/test-city.ts';
import type { BookingView } from '../bookings/contract.ts';
import type { WeekView } from '../week/contract.ts';
import type { PollList, PollView } from './contract.ts';

const NOW = '2026-11-24T09:00:00+09:00';
const START = ['2026-12-01', '2026-12-02', '2026-12-03'].map((day) => `${day}T10:00:00+09:00`);
const LINES = [
  ...POSTS,
  'shicho,市長室,OFFICE,,minato-head,市長,MAYOR,1,mayor,0,,2026-04-01,',
  'somu,総務課,SECTION,,somu-jinji,主査,STAFF,0,personnel,0,SECRETARY|ADMIN,2026-04-01,',
];
const PEOPLE = ['drafter', 'colleague', 'section-head', 'subsection-head', 'other-section', 'mayor', 'personnel'];

let hall: Hall;
const ids = new Map<string, string>();
const id = (name: string) => ids.get(name) ?? '';

beforeAll(async () => {
  hall = await openHall(NOW);
  await importPosts(hall.city.suite, MINATO, LINES);
  for (const name of PEOPLE) {
    ids.set(name, await hall.staffId(name));
    await hall.chat(name);
  }
});
afterAll(() => hall.city.close());
beforeEach(() => {
  hall.clock.set(NOW);
  hall.told.clear();
});

const settled = () => hall.run('');
const PATH = '/schedules/polls';
const make = (more: object = {}, as = 'drafter') =>
  hall.call<PollView>(as, `POST ${PATH}`, {
    body: {
      ...{ title: '計画の打合せ', minutes: 60, starts: START, required: [id('colleague'), id('section-head')] },
      ...{ optional: [id('subsection-head')], answerBy: '2026-11-27', send: true, ...more },
    },
  });
const one = (as: string, what: string, pollId: string, body: object = {}) =>
  hall.call<PollView>(as, `${what.replace(' ', ` ${PATH}/{id}`)}`, { params: { id: pollId }, body });
const read = (pollId: string, as = 'drafter') => one(as, 'GET ', pollId);
const act = (pollId: string, body: object, as = 'drafter') => one(as, 'POST /acts', pollId, body);
const VOTES = { o: 'YES', d: 'MAYBE', x: 'NO' } as const;
const votesOf = ({ candidates }: PollView, letters: string) =>
  Object.fromEntries(candidates.map(({ candidateId }, at) => [candidateId, VOTES[letters[at] as keyof typeof VOTES]]));
const answer = (poll: PollView, as: string, letters: string, more: object = {}) =>
  one(as, 'PUT /answer', poll.pollId, { votes: votesOf(poll, letters), ...more });
const news = (name: string) => hall.told.get(name) ?? [];
const held = async (name: string) => {
  const query = { unit: 'all', from: '2026-12-01', days: 4 };
  const week = await hall.call<WeekView>(name, 'GET /schedules/week', { query });
  const items = week.rows.find(({ person }) => person.staffId === id(name))?.items ?? [];
  return items.map(({ title, status, from }) => [title, status, new Date(from).getUTCDate()]);
};
/** What `reader` sees in the calendar of `name`. */
const seenIn = async (name: string, reader: string) => {
  const query = { unit: 'all', from: '2026-12-01', days: 4 };
  const week = await hall.call<WeekView>(reader, 'GET /schedules/week', { query });
  const items = week.rows.find(({ person }) => person.staffId === id(name))?.items ?? [];
  return items.map(({ title, bookingId, heldFor }) => ({ title, bookingId, heldFor }));
};
const acts = async (pollId: string) => {
  const query = `select act from kaigi.schedules_fact where subject_kind = 'poll' and subject_id = $1 order by seq`;
  return (await hall.city.test.owner.query<{ act: string }>(query, [pollId])).rows.map((row) => row.act);
};
const cancelMeeting = async ({ bookingId }: PollView, as = 'drafter') => {
  await hall.call(as, 'DELETE /schedules/bookings/{id}', { params: { id: bookingId }, query: { version: 1 } });
  await settled();
};

describe('S-05: a poll', () => {
  it('asks each person once, keeps its times free, and books what suits all who are required', async () => {
    const poll = await make();
    await settled();
    expect(news('colleague')).toHaveLength(1);
    expect(news('colleague')[0]).toContain('都合を回答してください');
    expect(await held('colleague')).toEqual([1, 2, 3].map((day) => ['（仮）計画の打合せ', 'TENTATIVE', day]));
    expect(await held('drafter')).toHaveLength(3);
    expect(await held('subsection-head')).toEqual([]);

    await answer(poll, 'colleague', 'xoo', { remark: '1日は出張です。' });
    await answer(poll, 'subsection-head', 'xxo');
    expect((await read(poll.pollId, 'section-head')).answers.map(({ remark }) => remark)).toContain('1日は出張です。');
    const closed = await answer(poll, 'section-head', 'ooo');
    expect(closed).toMatchObject({ state: 'CHOSEN', outcome: [expect.stringContaining('任意の人の○が1人で最も多い')] });
    await settled();
    const done = await read(poll.pollId);
    expect([done.state, done.candidates.map(({ chosen }) => chosen)]).toEqual(['BOOKED', [false, false, true]]);
    const meeting = await hall.call<BookingView>('colleague', 'GET /schedules/bookings/{id}', {
      params: { id: done.bookingId },
    });
    expect([meeting.subject, meeting.from, meeting.required.length]).toEqual([
      ...['計画の打合せ', new Date(START[2] ?? '').toISOString(), 2],
    ]);
    expect(await held('colleague')).toEqual([['計画の打合せ', 'BUSY', 3]]);
    expect(await acts(poll.pollId)).toEqual(['MADE', 'SENT', 'ANSWERED', 'ANSWERED', 'ANSWERED', 'CLOSED', 'BOOKED']);
    // The poll's card is brought up to date in place; the meeting is told of once.
    expect(news('colleague')).toHaveLength(2);
    expect(hall.told.get('update:colleague')?.at(-1)).toContain('日程が決まりました');
    expect(news('drafter').filter((card) => card.includes('日程が決まりました'))).toHaveLength(1);
    await cancelMeeting(done);
  });

  it('is answered from its card; one of other candidates, or pressed too late, answers with what holds now', async () => {
    const poll = await make({ autoBook: false });
    const { pollId } = poll;
    await settled();
    const press = (name: string, seen: PollView, letters: string) =>
      hall.press(name, 'schedules/poll-answer', { pollId, remark: '', ...votesOf(seen, letters) });
    expect(await press('colleague', poll, 'oxo')).toContain('回答済みです');
    const starts = [START[0], START[1], '2026-12-04T10:00:00+09:00'];
    hall.told.clear();
    await one('drafter', 'PATCH ', pollId, { version: poll.version, starts });
    await settled();
    // Asked anew: one time is new to them.
    expect(news('colleague').filter((card) => card.includes('都合を回答'))).toHaveLength(1);
    const stale = await press('colleague', poll, 'ooo');
    expect(stale).toContain('回答していない候補があります');
    expect(stale).toContain('12月4日');
    const now = await read(pollId);
    expect(now.answers.find(({ person }) => person.staffId === id('colleague'))?.complete).toBe(false);
    await press('colleague', now, 'xoo');
    // What a card says of whom it answers for is not believed, nor may a stranger press it.
    const forged = {
      pollId,
      staffId: id('section-head'),
      version: 9,
      state: 'BOOKED',
      remark: '',
      ...votesOf(now, 'xxx'),
    };
    expect(await hall.press('subsection-head', 'schedules/poll-answer', forged)).toContain('回答済みです');
    expect((await read(pollId)).answers.find(({ person }) => person.staffId === id('section-head'))?.complete).toBe(
      false,
    );
    expect(await hall.refused(hall.press('other-section', 'schedules/poll-answer', forged))).toBe(
      'schedules.poll_not_found',
    );
    const otherTime = { pollId, version: now.version, candidateId: pollId };
    expect(await hall.press('colleague', 'schedules/poll-book', otherTime)).toContain('進められるのは');
    expect(await hall.press('drafter', 'schedules/poll-book', otherTime)).toContain('候補はもうありません');
    expect(await press('section-head', now, 'ooo')).toContain('日時の案が出ました');
    expect(await press('colleague', now, 'ooo')).toContain('次の段階に進んでいます');
    await settled();
    const proposal = news('drafter').at(-1) ?? '';
    expect(proposal).toContain('この日時で予約する');
    expect(await held('colleague')).toEqual([['（仮）計画の打合せ', 'TENTATIVE', 2]]);
    const chosen = await read(pollId);
    const data = { pollId, version: chosen.version, candidateId: chosen.candidates[1]?.candidateId };
    expect(await hall.press('drafter', 'schedules/poll-book', data)).toContain('日程が決まりました');
    expect(await hall.press('drafter', 'schedules/poll-book', data)).toContain('日程が決まりました');
    expect((await acts(pollId)).filter((done) => done === 'BOOKED')).toHaveLength(1);
    await settled();
    await cancelMeeting(await read(pollId));
  });

  it('answered by the last two at the same moment is closed once, and booked once', async () => {
    const poll = await make();
    await Promise.all([answer(poll, 'colleague', 'ooo'), answer(poll, 'section-head', 'ooo')]);
    await settled();
    expect(await acts(poll.pollId)).toEqual(['MADE', 'SENT', 'ANSWERED', 'ANSWERED', 'CLOSED', 'BOOKED']);
    await cancelMeeting(await read(poll.pollId));
  });

  it('whose last day is over is closed once by any number of processes, takes no more answers, and says who was silent', async () => {
    const poll = await make();
    await answer(poll, 'colleague', 'oox');
    hall.clock.set('2026-11-28T00:01:00+09:00');
    // Nobody has closed it yet, and it takes no answers any more.
    expect(await hall.refused(answer(poll, 'section-head', 'ooo'))).toBe('schedules.poll_too_late');
    const late = { pollId: poll.pollId, remark: '', ...votesOf(poll, 'ooo') };
    const card = await hall.press('section-head', 'schedules/poll-answer', late);
    expect(card).toContain('回答期限を過ぎました');
    expect(card).not.toContain('Input.ChoiceSet');
    expect((await read(poll.pollId, 'section-head')).may.answer).toBe(false);
    const payload = { municipalityId: MINATO, pollId: poll.pollId };
    await hall.city.suite.enqueue([1, 2, 3].map((n) => ({ task: 'schedules/poll-move', payload, key: `again-${n}` })));
    await settled();
    await hall.run('schedules/polls-keep-all');
    const over = await read(poll.pollId);
    expect(over).toMatchObject({ state: 'NOTHING', may: { book: true, change: true, close: false } });
    expect(over.outcome).toEqual([
      '必須の全員が出席できる候補はありません（3件）。',
      '見本 section-headさんは回答していません。この人だけが妨げの候補が2件あります。',
      '見本 colleagueさんは1件で×です。',
    ]);
    expect(await hall.refused(answer(poll, 'section-head', 'ooo'))).toBe('schedules.poll_over');
    expect(news('drafter').filter((card) => card.includes('全員がそろう日時がありません'))).toHaveLength(1);
    expect((await acts(poll.pollId)).filter((done) => done === 'CLOSED')).toHaveLength(1);
    expect(news('drafter').filter((card) => card.includes('全員がそろう日時がありません'))).toHaveLength(1);
    expect(await held('colleague')).toEqual([]);
    // Asked again with another last day, it goes on with what was said.
    await one('drafter', 'PATCH ', poll.pollId, {
      version: over.version,
      answerBy: '2026-11-30',
      required: [id('colleague')],
    });
    await settled();
    const again = await read(poll.pollId);
    expect(again).toMatchObject({ state: 'BOOKED', outcome: [expect.stringContaining('最も早い')] });
    await cancelMeeting(again);
  });

  it('killed between the choice and the booking is booked once by whoever looks next', async () => {
    const poll = await make();
    await answer(poll, 'colleague', 'ooo');
    await settled();
    const { owner } = hall.city.test;
    // What the process that closed it was about to do is lost.
    await owner.query(
      'create table kaigi.lost (); ' +
        'create function kaigi.lose() returns trigger language plpgsql as $$ begin return null; end $$; ' +
        'create trigger lose before insert on kaigi.outbox for each row execute function kaigi.lose()',
    );
    expect((await answer(poll, 'section-head', 'ooo')).state).toBe('CHOSEN');
    await owner.query('drop trigger lose on kaigi.outbox; drop function kaigi.lose(); drop table kaigi.lost');
    await settled();
    expect((await read(poll.pollId)).state).toBe('CHOSEN');
    await hall.run('schedules/polls-keep-all');
    await hall.run('schedules/polls-keep-all');
    expect((await acts(poll.pollId)).filter((done) => done === 'BOOKED')).toHaveLength(1);
    const meetings = await owner.query(`select from kaigi.schedules_booking where state = 'BOOKED'`);
    expect(meetings.rowCount).toBe(1);
    await cancelMeeting(await read(poll.pollId));
  });

  it('whose room was taken meanwhile is proposed with the reason, and not tried for ever', async () => {
    const room = await hall.call<{ roomId: string }>('personnel', 'POST /schedules/rooms', {
      body: { name: '第1会議室' },
    });
    const poll = await make({ rooms: [room.roomId], starts: START.slice(0, 2) });
    const taken = { subject: '別の会議', from: START[0], to: '2026-12-01T11:00:00+09:00', rooms: [room.roomId] };
    await hall.call('other-section', 'POST /schedules/bookings', { body: taken });
    await answer(poll, 'colleague', 'oo');
    await answer(poll, 'section-head', 'oo');
    await settled();
    await hall.run('schedules/polls-keep-all');
    const proposed = await read(poll.pollId);
    expect(proposed).toMatchObject({ state: 'CHOSEN', problem: expect.stringContaining('第1会議室') });
    expect((await acts(poll.pollId)).filter((done) => done === 'NOT_BOOKED')).toHaveLength(1);
    expect(news('drafter').filter((told) => told.includes('自動では予約できませんでした'))).toHaveLength(1);
    const { candidateId } = proposed.candidates[1] ?? {};
    const booked = await act(poll.pollId, { act: 'BOOK', version: proposed.version, candidateId });
    expect(booked).toMatchObject({ state: 'BOOKED', problem: null });
    await cancelMeeting(booked);
  });

  it('reminds on the last day those who have not answered, once', async () => {
    const poll = await make();
    await answer(poll, 'colleague', 'ooo');
    await settled();
    hall.told.clear();
    hall.clock.set('2026-11-27T09:05:00+09:00');
    await hall.run('schedules/polls-keep-all');
    await hall.run('schedules/polls-keep-all');
    expect([news('section-head').length, news('subsection-head').length, news('colleague').length]).toEqual([1, 1, 0]);
    await act(poll.pollId, { act: 'CANCEL', version: poll.version });
    await settled();
    expect(news('colleague').filter((card) => card.includes('取りやめ'))).toHaveLength(1);
    expect(await held('colleague')).toEqual([]);
    expect(await hall.refused(answer(poll, 'section-head', 'ooo'))).toBe('schedules.poll_over');
    const twice = await act(poll.pollId, { act: 'CANCEL', version: poll.version });
    expect([twice.state, twice.may]).toEqual([
      'CANCELLED',
      { answer: false, change: false, send: false, close: false, book: false, cancel: false },
    ]);
    expect((await acts(poll.pollId)).filter((done) => done === 'CANCELLED')).toHaveLength(1);
  });

  it('closed by hand by two at the same moment is closed once', async () => {
    const poll = await make({ autoBook: false });
    await answer(poll, 'colleague', 'xxx');
    const close = () => act(poll.pollId, { act: 'CLOSE', version: poll.version });
    const [one, other] = await Promise.all([close(), close()]);
    expect([one.state, other]).toEqual(['NOTHING', one]);
    expect((await acts(poll.pollId)).filter((done) => done === 'CLOSED')).toHaveLength(1);
    await act(poll.pollId, { act: 'CANCEL', version: one.version });
    await settled();
  });

  it('is refused when sent for times that no calendar holds, but kept as a draft', async () => {
    const far = ['2026-12-01T10:00:00+09:00', '9999-12-31T23:30:00-11:00'];
    expect(await hall.refused(make({ starts: far }))).toBe('schedules.poll_far_candidate');
    const draft = await make({ starts: far, send: false });
    expect((await read(draft.pollId)).state).toBe('DRAFT');
    await act(draft.pollId, { act: 'CANCEL', version: 1 });
  });
});

describe('who may', () => {
  it('its times lead those asked to it; the section reads what it is about, others only that somebody is busy', async () => {
    const poll = await make();
    const own = { title: '（仮）計画の打合せ', bookingId: null, heldFor: { kind: 'POLL', id: poll.pollId } };
    expect(await seenIn('colleague', 'colleague')).toEqual([own, own, own]);
    expect((await seenIn('colleague', 'subsection-head'))[0]).toEqual({ ...own, heldFor: null });
    expect((await seenIn('colleague', 'other-section'))[0]).toEqual({ title: null, bookingId: null, heldFor: null });
    const closed = await one('drafter', 'PATCH ', poll.pollId, { version: poll.version, visibility: 'PRIVATE' });
    expect((await seenIn('colleague', 'subsection-head'))[0]).toEqual({ ...own, title: null, heldFor: null });
    expect((await seenIn('colleague', 'colleague'))[0]).toEqual(own);
    await act(poll.pollId, { act: 'CANCEL', version: closed.version });
    await settled();
  });

  it('a draft is its maker’s alone, may still miss anything, and is sent when it does not', async () => {
    const draft = await make({ send: false, starts: [], answerBy: null });
    expect(await hall.refused(read(draft.pollId, 'colleague'))).toBe('schedules.poll_not_found');
    expect(await hall.refused(act(draft.pollId, { act: 'SEND', version: 1 }))).toBe('schedules.poll_few_candidates');
    const changed = await one('drafter', 'PATCH ', draft.pollId, { version: 1, starts: START, answerBy: '2026-11-27' });
    expect(await hall.refused(one('drafter', 'PATCH ', draft.pollId, { version: 1, title: '遅れた' }))).toBe(
      'schedules.poll_stale',
    );
    const sent = await act(draft.pollId, { act: 'SEND', version: changed.version });
    expect(await act(draft.pollId, { act: 'SEND', version: changed.version })).toEqual(sent);
    const list = await hall.call<PollList>('colleague', `GET ${PATH}`);
    expect(list.items[0]).toMatchObject({ pollId: draft.pollId, waitsForMe: true, organises: false });
    for (const [as, code] of [
      ['colleague', 'schedules.poll_not_yours'],
      ['other-section', 'schedules.poll_not_found'],
      ['drafter@yamato', 'schedules.poll_not_found'],
    ] as const)
      expect(await hall.refused(act(draft.pollId, { act: 'CLOSE', version: sent.version }, as))).toBe(code);
    expect(await hall.refused(answer(sent, 'drafter', 'ooo'))).toBe('schedules.poll_not_asked');
    const forOther = answer(sent, 'colleague', 'ooo', { staffId: id('section-head') });
    expect(await hall.refused(forOther)).toBe('schedules.poll_not_asked');
    await act(draft.pollId, { act: 'CANCEL', version: sent.version });
  });

  it('a secretary makes it for the mayor, whose meeting it becomes, and answers for the mayor', async () => {
    expect(await hall.refused(make({ onBehalfOf: id('mayor') }))).toBe('schedules.poll_not_for_them');
    const poll = await make({ onBehalfOf: id('mayor'), required: [id('colleague')] }, 'personnel');
    expect([poll.owner.name, poll.maker?.name]).toEqual(['見本 mayor', '見本 personnel']);
    await answer(poll, 'colleague', 'ooo');
    await settled();
    const done = await read(poll.pollId, 'mayor');
    const meeting = await hall.call<BookingView>('mayor', 'GET /schedules/bookings/{id}', {
      params: { id: done.bookingId },
    });
    expect(meeting.booker.name).toBe('見本 mayor');
    expect(news('personnel').some((card) => card.includes('日程が決まりました'))).toBe(true);
    await cancelMeeting(done, 'mayor');
    // Moved to another office, the secretary organises nothing of the mayor's: the mayor is told themselves.
    const left = await make({ onBehalfOf: id('mayor'), required: [id('colleague')], optional: [] }, 'personnel');
    await settled();
    const moved = LINES.map((line) => line.replace('SECRETARY|ADMIN', 'ADMIN'));
    await importPosts(hall.city.suite, MINATO, moved);
    hall.told.clear();
    await answer(left, 'colleague', 'xxx');
    await settled();
    expect(news('mayor').filter((card) => card.includes('全員がそろう日時がありません'))).toHaveLength(1);
    expect(news('personnel')).toEqual([]);
    expect(await hall.refused(read(left.pollId, 'personnel'))).toBe('schedules.poll_not_found');
    await importPosts(hall.city.suite, MINATO, LINES);
    await act(left.pollId, { act: 'CANCEL', version: (await read(left.pollId, 'mayor')).version }, 'mayor');
    const asked = await make({ required: [id('mayor')], optional: [] });
    const { items } = await hall.call<PollList>('personnel', `GET ${PATH}`);
    expect(items[0]).toMatchObject({ pollId: asked.pollId, waitsForMe: true, organises: false });
    expect((await answer(asked, 'personnel', 'oxo', { staffId: id('mayor') })).state).toBe('CHOSEN');
    await settled();
    await cancelMeeting(await read(asked.pollId));
  });

  it('pressed twice with one key is one poll, and its history is as it was recorded', async () => {
    const twice = () => make({ send: false }, 'drafter#one-poll');
    const [first, second] = await Promise.all([twice(), twice()]);
    expect(second.pollId).toBe(first.pollId);
    await settled();
    const findings: unknown[] = [];
    for await (const finding of hall.city.suite.verify(MINATO)) findings.push(finding);
    expect(findings).toEqual([]);
  });
});
