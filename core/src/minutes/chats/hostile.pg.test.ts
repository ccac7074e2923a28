import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Hall, openHall } from '../../telework/disaster/room.fixture.ts';
import { MINATO } from '../../testing/test-city.ts';
import type { ChatOffer, ChatView, FromChatAnswer, MeetingLines, MeetingView } from '../contract.ts';
import { wordsActs } from '../round/store.ts';
import { FakeChat } from './chats.fixture.ts';

// 総合計画審議会 has 政策課 for its secretariat (みなと市会議録等作成要領).
const COUNCIL = 'meeting.planning-council';
const WEEK = { title: '窓口の混雑対策', from: '2026-11-23', to: '2026-11-26' };
let hall: Hall;
let chat: FakeChat;
let nth = 0;

beforeAll(async () => {
  hall = await openHall('2026-11-26T17:00:00+09:00');
});
afterAll(() => hall.city.close());

const oid = (name: string) => hall.city.as(name).entraObjectId;
beforeEach(() => {
  hall.clock.set('2026-11-26T17:00:00+09:00');
  nth += 1;
  chat = new FakeChat(`19:hostile${nth}@thread.v2`, ['drafter', 'section-head', 'personnel'].map(oid));
  hall.city.suite.useChats(chat);
});

const say = (at: string, text: string, more: object = {}) =>
  chat.say(oid('section-head'), `2026-11-${at}:00+09:00`, { text, ...more });
const take = (name = 'drafter', wish: object = {}) =>
  hall.call<FromChatAnswer>(name, 'POST /meetings/from-chat', { body: { chat: chat.chatKey, ...WEEK, ...wish } });
const at = (id: string) => ({ params: { id } });
const taken = async (name = 'drafter', wish: object = {}) => {
  const { meetingId } = await take(name, wish);
  await hall.run('');
  return meetingId;
};
const again = async (id: string, name = 'drafter') => {
  await hall.call<ChatView>(name, 'POST /meetings/{id}/chat/again', at(id));
  await hall.run('');
};
const meeting = (id: string) => hall.call<MeetingView>('drafter', 'GET /meetings/{id}', at(id));
const view = (id: string) => hall.call<ChatView>('drafter', 'GET /meetings/{id}/chat', at(id));
const lines = async (id: string) =>
  (await hall.call<MeetingLines>('drafter', 'GET /meetings/{id}/transcript', at(id))).lines;
const texts = async (id: string) => (await lines(id)).map(({ text }) => text);
const findings = async () => {
  const found: string[] = [];
  for await (const { code } of hall.city.suite.verify(MINATO)) if (code.startsWith('minutes.')) found.push(code);
  return found;
};
const sees = (name: string, seesSince: string | null) => {
  chat.members_ = chat.members_.map((one) => (one.entraObjectId === oid(name) ? { ...one, seesSince } : one));
};

describe('what Teams answers', () => {
  it('is given up where no place of the list is known: nothing is taken in by half', async () => {
    for (let i = 0; i < 120; i += 1) say('25T10:00', `${i}番目`, { messageKey: `${i}` });
    const { messages } = chat;
    Object.assign(chat, {
      messages: async (...[key, stretch]: Parameters<FakeChat['messages']>) =>
        stretch.next === null ? messages(key, stretch) : { kind: 'REFUSED', code: 'minutes.chat_strange_answer' },
    });
    const id = await taken();
    expect(await view(id)).toMatchObject({ state: 'REFUSED', refusal: expect.stringContaining('思いがけない') });
    expect(await texts(id)).toEqual([]);
  });

  it('with characters that no database keeps, names without end and lines that turn round, is read', async () => {
    const name = `外\u0000の\u202E者\n${'長'.repeat(500)}\uD800`;
    say('25T10:00', '\u0000番号札\uD83C', { sender: { kind: 'PERSON', entraObjectId: null, name } });
    say('25T11:00', 'はい。', { reactions: [{ sign: 'x'.repeat(5_000), name, entraObjectId: null }] });
    Object.assign(chat, { topic: async () => ({ kind: 'OK', value: '窓\u0000口\n\u202E対策' }) });
    const id = await taken();
    expect(await texts(id)).toEqual([expect.stringMatching(/^番号札/), 'はい。']);
    const guest = (await meeting(id)).attendees.find(({ role }) => role === 'GUEST');
    expect(guest?.name).toHaveLength(100);
    expect(guest?.name).toMatch(/^外の者 長+$/);
    const { topic, marks } = await view(id);
    expect([topic, marks[1]?.reactions[0]?.sign.length]).toEqual(['窓口 対策', 40]);
    // Whoever keeps the minutes can change what the meeting is, with all who are in it.
    const { version, attendees } = await meeting(id);
    const typed = attendees.map(({ id: who, staffId, name: called, role }) => ({
      id: who,
      staffId,
      name: called,
      role,
    }));
    const body = { version, attendees: typed };
    expect((await hall.call<MeetingView>('drafter', 'PATCH /meetings/{id}', { ...at(id), body })).version).toBe(
      version + 1,
    );
  });
});

describe('what was said and taken back', () => {
  it('is there again when it was put back in Teams, and verify knows it', async () => {
    const said = say('25T10:00', '番号札を分けます。');
    const id = await taken();
    chat.change(said.messageKey, { deletedAt: '2026-11-26T07:00:00.000Z' });
    await again(id);
    expect(await texts(id)).toEqual(['（削除された投稿）']);
    chat.change(said.messageKey, { deletedAt: null });
    await again(id);
    expect(await texts(id)).toEqual(['番号札を分けます。']);
    expect(await findings()).toEqual([]);
  });

  it('is altered behind the back of the minutes: verify finds it, also who is said to have looked at a line', async () => {
    say('25T10:00', '番号札を分けます。');
    say('25T11:00', '承知しました。');
    const id = await taken();
    const { id: lineId, version = 0 } = (await lines(id))[1] ?? {};
    const body = { edits: [{ op: 'SURE', lineId, version, sure: true }] };
    await hall.call('drafter', 'POST /meetings/{id}/transcript/edits', { ...at(id), body });
    expect(await findings()).toEqual([]);
    const sql = (text: string) => hall.city.test.owner.query(text, [id]);
    for (const [column, before] of [
      ['sure', 'not sure'],
      [`heard = '別の言葉', words`, 'words'],
    ]) {
      const { rows } = await sql('select line_id, heard, words, sure from kaigi.minutes_line where meeting_id = $1');
      await sql(`update kaigi.minutes_line set ${column} = ${before} where meeting_id = $1`);
      expect(new Set(await findings())).toEqual(new Set(['minutes.lines_altered']));
      for (const { line_id, heard, words, sure } of rows)
        await hall.city.test.owner.query(
          'update kaigi.minutes_line set heard = $2, words = $3, sure = $4 where line_id = $1',
          [...[line_id, heard, words, sure]],
        );
    }
    expect(await findings()).toEqual([]);
  });
});

describe('what stands beside the words of a chat', () => {
  it('is read again where only that changed, and verify finds whoever alters it', async () => {
    const said = say('25T10:00', '番号札を分けます。');
    const id = await taken();
    const reactions = [{ sign: '👍', name: null, entraObjectId: oid('drafter') }];
    chat.change(said.messageKey, { reactions, editedAt: null });
    await again(id);
    expect(await findings()).toEqual([]);
    const sql = (text: string) => hall.city.test.owner.query(text, [id]);
    for (const marks of [
      `jsonb_set(marks, '{reactions}', '[]')`,
      `jsonb_set(marks, '{files}', '[{"name":"偽.xlsx","url":null}]')`,
    ]) {
      const { rows } = await sql('select marks from kaigi.minutes_chat_message where meeting_id = $1');
      await sql(`update kaigi.minutes_chat_message set marks = ${marks} where meeting_id = $1`);
      expect(await findings()).toEqual(['minutes.source_altered']);
      await hall.city.test.owner.query('update kaigi.minutes_chat_message set marks = $2 where meeting_id = $1', [
        ...[id, JSON.stringify(rows[0]?.marks)],
      ]);
    }
    expect(await findings()).toEqual([]);
  });
});

describe('minutes that people have confirmed', () => {
  it('show what a chat that was read again changed since', async () => {
    const said = say('25T10:00', '番号札を分けます。');
    const id = await taken();
    await hall.city.test.owner.query(
      `insert into kaigi.minutes_round (municipality_id, meeting_id, nth, state, asked_at, asked_by, due_on, silence, closed_at)
       values ($1, $2, 1, 'CLOSED', now(), '{}', '2026-11-26', 'AGREES', $3)`,
      [MINATO, id, hall.clock.now()],
    );
    hall.clock.set('2026-11-26T18:00:00+09:00');
    const editedAt = '2026-11-26T08:30:00.000Z';
    chat.change(said.messageKey, { editedAt, body: { html: true, content: '番号札は分けません。' } });
    await again(id);
    const acts = await hall.city.test.db.inMunicipality(MINATO, (tx) => wordsActs(tx, id));
    expect(JSON.stringify(acts)).toContain('番号札を分けます。');
    // Nobody began that round: verify says so.
    await hall.city.test.owner.query('delete from kaigi.minutes_round where meeting_id = $1', [id]);
  });
});

describe('who asks', () => {
  it('takes in nothing that Teams does not show to them, though a colleague had begun', async () => {
    say('23T10:00', '初めの話');
    const id = await taken('drafter', { to: '2026-11-23' });
    say('24T10:00', '見えない話');
    say('26T10:00', '見える話');
    sees('section-head', '2026-11-25T15:00:00.000Z');
    await again(id, 'section-head');
    expect(await texts(id)).toEqual(['初めの話', '見える話']);
    expect((await meeting(id)).place).toBe('Teamsのチャット（令和8年11月23日から令和8年11月26日まで）');
    // By whoever sees all of it, all comes.
    await again(id);
    expect(await texts(id)).toEqual(['初めの話', '見えない話', '見える話']);
    expect(await findings()).toEqual([]);
  });

  it('reaches no 会議体 through a chat whose secretariat they are not of', async () => {
    say('25T10:00', '審議会の話');
    expect(await hall.refused(take('personnel', { bodyId: COUNCIL }))).toBe('minutes.body_of_secretariat');
    const query = { query: { chat: chat.chatKey } };
    const offered = async (name: string) =>
      (await hall.call<ChatOffer>(name, 'GET /meetings/chat-offer', query)).bodies.map(({ id }) => id);
    expect(await offered('personnel')).not.toContain(COUNCIL);
    expect(await offered('drafter')).toContain(COUNCIL);
    const id = await taken('personnel');
    const { version } = await meeting(id);
    const change = { ...at(id), body: { version, bodyId: COUNCIL } };
    expect(await hall.refused(hall.call('personnel', 'PATCH /meetings/{id}', change))).toBe(
      'minutes.body_of_secretariat',
    );
  });

  it('from another section and outside the chat sees neither the meeting nor its talk, nor takes it by its id', async () => {
    say('25T10:00', '内輪の話');
    const id = await taken();
    for (const what of ['GET /meetings/{id}', 'GET /meetings/{id}/chat', 'GET /meetings/{id}/transcript'])
      expect(await hall.refused(hall.call('mayor', what, at(id)))).toBe('minutes.meeting_not_found');
    expect(await hall.refused(hall.call('mayor', 'POST /meetings/{id}/chat/again', at(id)))).toBe(
      'minutes.meeting_not_found',
    );
    expect(await hall.refused(take('mayor'))).toBe('minutes.chat_not_member');
    const search = await hall.call('mayor', 'GET /meetings/search', { query: { q: '内輪' } });
    expect(JSON.stringify(search)).not.toContain(id);
    const yamato = 'drafter@yamato';
    expect(await hall.refused(take(yamato))).not.toBe('');
    expect(await hall.refused(hall.call(yamato, 'GET /meetings/{id}/chat', at(id)))).not.toBe('');
  });

  it('asks for earlier days later: lines from before the first ones stand before them', async () => {
    say('23T10:00', '一日目');
    say('25T10:00', '三日目');
    const id = await taken('drafter', { from: '2026-11-25' });
    expect(await taken('drafter')).toBe(id);
    expect(await texts(id)).toEqual(['一日目', '三日目']);
    expect(await findings()).toEqual([]);
  });
});
