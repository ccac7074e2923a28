import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Hall, openHall } from '../../telework/disaster/room.fixture.ts';
import { MINATO } from '../../testing/test-city.ts';
import type { ChatOffer, ChatView, FromChatAnswer, MeetingLines, MeetingView, MinutesView } from '../contract.ts';
import type { LineEditsAnswer } from '../lines/contract.ts';
import { FakeChat } from './chats.fixture.ts';

const WEEK = { title: '窓口の混雑対策', from: '2026-11-23', to: '2026-11-26' };
let hall: Hall;
let chat: FakeChat;
let nth = 0;

beforeAll(async () => {
  hall = await openHall('2026-11-26T17:00:00+09:00');
});
afterAll(() => hall.city.close());

const oid = (name: string) => hall.city.as(name).entraObjectId;
/** A chat of its own for every test. */
beforeEach(() => {
  hall.clock.set('2026-11-26T17:00:00+09:00');
  nth += 1;
  chat = new FakeChat(`19:chat${nth}@thread.v2`, ['drafter', 'section-head', 'colleague'].map(oid));
  hall.city.suite.useChats(chat);
});

const say = (name: string, at: string, text: string, more: object = {}) =>
  chat.say(oid(name), `2026-11-${at}:00+09:00`, { text, ...more });
const take = (name: string, wish: object = {}) =>
  hall.call<FromChatAnswer>(name, 'POST /meetings/from-chat', { body: { chat: chat.chatKey, ...WEEK, ...wish } });
const at = (id: string) => ({ params: { id } });
const lines = (id: string, name = 'drafter') => hall.call<MeetingLines>(name, 'GET /meetings/{id}/transcript', at(id));
const view = (id: string, name = 'drafter') => hall.call<ChatView>(name, 'GET /meetings/{id}/chat', at(id));
const meeting = (id: string) => hall.call<MeetingView>('drafter', 'GET /meetings/{id}', at(id));
const again = async (id: string, name = 'drafter') => {
  const answer = await hall.call<ChatView>(name, 'POST /meetings/{id}/chat/again', at(id));
  await hall.run('');
  return answer;
};
const taken = async (name = 'drafter', wish: object = {}) => {
  const { meetingId } = await take(name, wish);
  await hall.run('');
  return meetingId;
};
const texts = async (id: string) => (await lines(id)).lines.map(({ text }) => text);
const edit = (id: string, edits: readonly object[]) =>
  hall.call<LineEditsAnswer>('drafter', 'POST /meetings/{id}/transcript/edits', { ...at(id), body: { edits } });
const findings = async (id: string) => {
  const found: string[] = [];
  for await (const one of hall.city.suite.verify(MINATO)) if (one.subject.includes(id)) found.push(one.code);
  return found;
};

const talk = () => {
  say('section-head', '24T10:00', '<p>窓口の混雑対策について話します。</p>');
  say('drafter', '25T09:30', '<p>番号札を<b>分野ごと</b>に分けてはどうでしょうか。</p>', {
    attachments: [{ kind: 'FILE', id: 'a', name: '来庁者数.xlsx', url: 'https://minato.example/a.xlsx' }],
    reactions: [{ sign: 'like', name: null, entraObjectId: oid('colleague') }],
  });
  say('section-head', '26T09:00', '<p>では、番号札を分野ごとに分けることに決定します。</p>');
  say('section-head', '26T09:05', '<p>見本 drafterさん、案内の文を明日までに作成してください。</p>');
};

describe('a chat over days', () => {
  it('becomes a meeting: its lines are the messages, its attendees those who are in the chat', async () => {
    talk();
    const id = await taken();
    const { heldOn, content, attendees, papers, place, transcripts, state } = (await meeting(id)) as MeetingView & {
      content: unknown;
    };
    expect(content).toBeUndefined();
    expect([heldOn, state, papers]).toEqual(['2026-11-26', 'WRITING', ['来庁者数.xlsx']]);
    expect(place).toBe('Teamsのチャット（令和8年11月24日から令和8年11月26日まで）');
    expect(transcripts.map(({ source }) => source)).toEqual(['CHAT']);
    expect(attendees.map(({ name, attended }) => [name, attended]).sort()).toEqual([
      ['見本 colleague', true],
      ['見本 drafter', true],
      ['見本 section-head', true],
    ]);
    const { lines: all } = await lines(id);
    expect(all[1]?.text).toBe('番号札を分野ごとに分けてはどうでしょうか。');
    expect((await meeting(id)).isOfChat).toBe(true);
    const names = new Map(attendees.map((one) => [one.id, one.name]));
    expect(all.map(({ attendeeId }) => names.get(attendeeId ?? ''))).toEqual(
      ['section-head', 'drafter', 'section-head', 'section-head'].map((name) => `見本 ${name}`),
    );
    const { marks, beganAt, files } = await view(id);
    expect(marks[1]?.reactions).toEqual([{ sign: '👍', names: ['見本 colleague'] }]);
    expect(new Date(Date.parse(beganAt) + (all[1]?.startMs ?? 0)).toISOString()).toBe('2026-11-25T00:30:00.000Z');
    expect(files).toEqual([
      expect.objectContaining({ name: '来庁者数.xlsx', url: 'https://minato.example/a.xlsx', by: '見本 drafter' }),
    ]);
    expect(await findings(id)).toEqual([]);
  });

  it('is drafted by the day of each message', async () => {
    talk();
    say('section-head', '24T10:05', '<p>見本 colleagueさん、資料を明日までに送付してください。</p>');
    const id = await taken();
    const drafted = await hall.call<MinutesView>('drafter', 'POST /meetings/{id}/minutes/draft', {
      ...at(id),
      body: { version: 0 },
    });
    const dues = drafted.sentences.flatMap(({ part, due }) => (part === 'ACTION' ? [due?.on] : []));
    expect(dues).toEqual(['2026-11-25', '2026-11-27']);
    const decisions = drafted.sentences.filter(({ part }) => part === 'DECISION');
    expect(decisions).toHaveLength(1);
    const [third] = (await lines(id)).lines.filter(({ text }) => text.includes('決定します'));
    expect(decisions[0]?.sources).toContain(third?.id);
  });

  it('read again adds what is new, doubles nothing, and keeps what was edited', async () => {
    talk();
    const id = await taken();
    const [first, second] = (await lines(id)).lines;
    await edit(id, [{ op: 'TEXT', lineId: first?.id, version: 1, text: '直した発言です。' }]);
    const [one, other] = chat.messages_;
    const editedAt = '2026-11-26T08:30:00.000Z';
    chat.change(one?.messageKey ?? '', { editedAt, body: { html: true, content: 'Teamsで直した。' } });
    chat.change(other?.messageKey ?? '', { editedAt, body: { html: true, content: '番号札を二つに分けましょう。' } });
    hall.clock.set('2026-11-27T12:00:00+09:00');
    say('colleague', '27T09:00', '<p>承知しました。</p>');
    await again(id);
    expect(await texts(id)).toEqual([
      '直した発言です。',
      '番号札を二つに分けましょう。',
      'では、番号札を分野ごとに分けることに決定します。',
      '見本 drafterさん、案内の文を明日までに作成してください。',
      '承知しました。',
    ]);
    expect((await lines(id)).lines[1]?.id).toBe(second?.id);
    const { marks } = await view(id);
    expect(marks.map((mark) => mark.editedAt)).toEqual([editedAt, editedAt, null, null, null]);
    expect((await meeting(id)).heldOn).toBe('2026-11-27');
    await again(id);
    expect(await texts(id)).toHaveLength(5);
    expect(await findings(id)).toEqual([]);
  });

  it('keeps lines that were joined, whatever becomes of their messages', async () => {
    talk();
    const id = await taken();
    const [first, second] = (await lines(id)).lines;
    await edit(id, [{ op: 'JOIN', lineId: first?.id, version: 1, nextId: second?.id, nextVersion: 1 }]);
    const before = await texts(id);
    const editedAt = '2026-11-26T08:30:00.000Z';
    chat.change(chat.messages_[0]?.messageKey ?? '', { editedAt, body: { html: true, content: '別の言葉' } });
    await again(id);
    expect(await texts(id)).toEqual(before);
  });

  it('says of a deleted message that it was, and never what it said', async () => {
    talk();
    say('drafter', '25T10:00', '', { deletedAt: '2026-11-25T02:00:00.000Z' });
    const id = await taken();
    expect((await texts(id))[2]).toBe('（削除された投稿）');
    const gone = chat.messages_.find(({ body }) => body.content.includes('分野ごとに分けること'));
    chat.change(gone?.messageKey ?? '', { deletedAt: '2026-11-26T07:00:00.000Z', body: { html: true, content: '' } });
    await again(id);
    const all = (await lines(id)).lines;
    expect(all.map(({ text }) => text).filter((text) => text === '（削除された投稿）')).toHaveLength(2);
    expect(JSON.stringify(all)).not.toContain('分けることに決定');
  });

  it('says which messages are answered, and how many were written to an app', async () => {
    const asked = say('section-head', '24T10:00', '<p>番号札を分けますか。</p>');
    const called = say('drafter', '24T10:05', '<p>@回議 議事録</p>', { callsApp: true });
    const quote = (id: string) => ({ attachments: [{ kind: 'QUOTE', id, name: null, url: null }] });
    say('drafter', '24T10:10', '<p>はい。</p>', quote(asked.messageKey));
    say('colleague', '24T10:15', '<p>ありがとうございます。</p>', quote(called.messageKey));
    const id = await taken();
    const [first, second, third] = (await lines(id)).lines;
    const { marks, leftOut } = await view(id);
    expect(leftOut).toBe(1);
    const replies = marks.map(({ lineId, replies: to, repliesElsewhere }) => [lineId, to, repliesElsewhere]);
    expect(replies).toEqual([
      [first?.id, [], false],
      [second?.id, [first?.id], false],
      [third?.id, [], true],
    ]);
  });

  it('keeps a guest apart from the colleague whose name they have', async () => {
    say('drafter', '25T10:00', '<p>職員です。</p>');
    chat.say(oid('x'), '2026-11-25T11:00:00+09:00', {
      text: '外の者です。',
      sender: { kind: 'PERSON', entraObjectId: 'live:other', name: '見本 drafter' },
    });
    const id = await taken();
    const { lines: all, speakers } = await lines(id);
    expect(all.map(({ label }) => label)).toEqual(['見本 drafter', '見本 drafter（ゲスト）']);
    expect(new Set(all.map(({ attendeeId }) => attendeeId)).size).toBe(2);
    expect(speakers).toHaveLength(2);
  });

  it('shows names and words of strangers as words', async () => {
    say('drafter', '25T10:00', '<p>a<script>alert(1)</script>b &lt;script&gt;c</p>');
    chat.say(oid('x'), '2026-11-25T11:00:00+09:00', {
      text: '外の者です。',
      sender: { kind: 'PERSON', entraObjectId: 'live:somebody', name: '<img src=x onerror=alert(1)>' },
    });
    const id = await taken();
    expect(await texts(id)).toEqual(['ab <script>c', '外の者です。']);
    const guest = (await meeting(id)).attendees.find(({ role }) => role === 'GUEST');
    expect(guest).toMatchObject({ name: '<img src=x onerror=alert(1)>', staffId: null });
  });

  it('of thousands of messages, over a 年度, cut short in the middle, comes to the same', async () => {
    const start = Date.parse('2026-03-20T09:00:00+09:00');
    for (let i = 0; i < 3000; i += 1)
      chat.say(oid(i % 2 ? 'drafter' : 'section-head'), new Date(start + i * 360_000).toISOString(), {
        text: `<p>${i}番目の話です。</p>`,
      });
    hall.clock.set('2026-04-02T12:00:00+09:00');
    let failed = 0;
    chat.before = async (page) => {
      if (page === 40 && failed === 0) {
        failed += 1;
        throw new Error('the process was killed');
      }
    };
    const { meetingId: id } = await take('drafter', { from: '2026-03-20', to: '2026-04-02' });
    // The job is tried again by itself; a test does not wait for its pause.
    await hall.run('').catch(() => undefined);
    const all = await texts(id);
    expect(all).toHaveLength(3000);
    expect([all[0], all[2999]]).toEqual(['0番目の話です。', '2999番目の話です。']);
    // Page 40 was asked for twice, and none before it.
    expect([failed, chat.pages]).toEqual([1, 61]);
    expect((await meeting(id)).heldOn).toBe('2026-04-01');
  }, 120_000);
});

describe('what Teams answers', () => {
  const TOO_MANY_FOR_A_PAGE = 60;
  const talkOfPages = () => {
    for (let i = 0; i < TOO_MANY_FOR_A_PAGE; i += 1)
      chat.say(oid('drafter'), new Date(Date.parse('2026-11-25T09:00:00+09:00') + i * 60_000).toISOString(), {
        text: `${i}番目`,
      });
  };
  const STRANGE = { kind: 'REFUSED', code: 'minutes.chat_strange_answer' } as const;

  it('is asked for again when it was busy, from the page at which it was', async () => {
    talkOfPages();
    chat.instead = (page) => (page === 2 ? { kind: 'LATER', at: new Date(0) } : null);
    expect(await texts(await taken())).toHaveLength(TOO_MANY_FOR_A_PAGE);
    expect(chat.pages).toBe(3);
  });

  it('is read from the beginning where a place in it is no longer known', async () => {
    talkOfPages();
    chat.instead = (page) => (page === 2 ? { kind: 'LATER', at: new Date(0) } : page === 3 ? STRANGE : null);
    expect(await texts(await taken())).toHaveLength(TOO_MANY_FOR_A_PAGE);
    expect(chat.pages).toBe(5);
  });

  it('is refused where a page stays strange, and not asked for ever', async () => {
    talkOfPages();
    chat.instead = (page) => (page % 2 === 0 ? STRANGE : null);
    const id = await taken();
    expect(await view(id)).toMatchObject({ state: 'REFUSED', refusal: expect.stringContaining('思いがけない答え') });
    expect(chat.pages).toBe(2);
  });
});

describe('who may', () => {
  it('is only who is in the chat, asked of Teams every time', async () => {
    talk();
    expect(await hall.refused(take('personnel'))).toBe('minutes.chat_not_member');
    const id = await taken();
    chat.members_ = chat.members_.filter(({ entraObjectId }) => entraObjectId !== oid('drafter'));
    expect(await hall.refused(again(id))).toBe('minutes.chat_not_member');
    const offered = hall.call<ChatOffer>('drafter', 'GET /meetings/chat-offer', { query: { chat: chat.chatKey } });
    expect(await hall.refused(offered)).toBe('minutes.chat_not_member');
  });

  it('takes nothing in for somebody who has left while it was read', async () => {
    talk();
    const members = chat.members_;
    let asked = 0;
    Object.assign(chat, {
      members: async () => {
        asked += 1;
        return { kind: 'OK', value: asked > 1 ? members.slice(1) : members };
      },
    });
    const { meetingId } = await take('drafter');
    await hall.run('');
    expect((await view(meetingId)).refusal).toContain('参加している人だけ');
    expect(await texts(meetingId)).toEqual([]);
  });

  it('gives nothing from before the moment from which Teams shows the chat to them', async () => {
    talk();
    chat.members_ = chat.members_.map((one) =>
      one.entraObjectId === oid('drafter') ? { ...one, seesSince: '2026-11-25T15:00:00.000Z' } : one,
    );
    expect(await texts(await taken())).toHaveLength(2);
  });

  it.each([
    'minutes.chat_app_not_there',
    'minutes.chat_not_consented',
    'minutes.chat_forbidden',
    'minutes.chat_gone',
  ] as const)('is told %s with what to do', async (code) => {
    chat.refusal = code;
    expect(await hall.refused(take('drafter'))).toBe(code);
    expect(hall.city.suite.texts[code]?.ja).toMatch(/。$/);
  });

  it('is told of days that cannot be, and of those on which nobody wrote', async () => {
    expect(await hall.refused(take('drafter', { from: '2026-11-27', to: '2026-11-26' }))).toBe(
      'minutes.chat_period_turned',
    );
    expect(await hall.refused(take('drafter', { from: '2026-11-27', to: '2026-11-28' }))).toBe(
      'minutes.chat_period_turned',
    );
    expect(await hall.refused(take('drafter', { from: '2024-11-27' }))).toBe('minutes.chat_period_long');
    expect(await hall.refused(take('drafter', { bodyId: 'no-such-body' }))).toBe('minutes.body_unknown');
    const id = await taken();
    expect(await view(id)).toMatchObject({ state: 'REFUSED', refusal: expect.stringContaining('投稿がありません') });
    talk();
    expect(await taken()).toBe(id);
    expect(await texts(id)).toHaveLength(4);
  });
});

describe('pressed', () => {
  it('twice at once, or by two, it is one meeting', async () => {
    talk();
    const all = await Promise.all([take('drafter'), take('drafter'), take('drafter', { from: '2026-11-25' })]);
    expect(new Set(all.map(({ meetingId }) => meetingId)).size).toBe(1);
    await hall.run('');
    expect(await texts(all[0].meetingId)).toHaveLength(4);
  });

  it('by somebody who may not write these minutes, it only says that they are there', async () => {
    talk();
    const id = await taken('drafter');
    chat.members_ = [...chat.members_, { entraObjectId: oid('personnel'), name: null, seesSince: null }];
    expect(await take('personnel')).toEqual({ meetingId: id, outcome: 'THERE' });
  });

  it('begins with the last stretch of talk', async () => {
    chat.say(oid('drafter'), '2026-10-01T10:00:00+09:00', { text: '昔の話' });
    talk();
    const query = { query: { chat: chat.chatKey } };
    const offered = () => hall.call<ChatOffer>('drafter', 'GET /meetings/chat-offer', query);
    expect(await offered()).toMatchObject({ title: '窓口の混雑対策', from: '2026-11-24', to: '2026-11-26' });
    // The drafter is of 政策係; whose minutes it will be is told, as the section and the heads above it read them.
    expect((await offered()).unitName).toBe('政策課');
    await taken('drafter', { from: '2026-11-24', to: '2026-11-25' });
    expect(await offered()).toMatchObject({ from: '2026-11-26', to: '2026-11-26' });
  });
});
