import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { moment, openPunchRoom, type PunchRoom } from './room.fixture.ts';

let room: PunchRoom;

beforeAll(async () => {
  room = await openPunchRoom();
});
afterAll(() => room.city.close());

const keyOf = (card: string, punch: string): string =>
  new RegExp(`"punch":"${punch}","tapId":"([^"]+)"`).exec(card)?.[1] ?? '';
const said = (text: string) => moment(text).toISOString();

/** A message as the bot hands it on: the same id twice is the same message. */
function write(name: string, word: string, id: string): Promise<string> {
  const command = room.city.suite.commands.find((one) => one.words.includes(word));
  const caller = room.city.as(name, { via: 'teams', message: { id, clientAt: null } });
  return command ? command.handle(caller, '').then(JSON.stringify) : Promise.reject(new Error(`no word ${word}`));
}

describe('T-06: a day in the chat', () => {
  it('goes by one word or one tap, each answered by one card with what comes next', async () => {
    room.at('2026-11-24 8:30');
    const started = await room.type('drafter', '開始');
    expect(started).toContain('08:30に開始を記録しました。');
    expect(started).toContain('勤務中（08:30から）');
    expect(started).toContain('https://kaigi.example/workday');
    expect([keyOf(started, 'PAUSE'), keyOf(started, 'END'), keyOf(started, 'START')]).toEqual([
      ...[expect.stringMatching(/.+/), expect.stringMatching(/.+/), ''],
    ]);
    room.at('2026-11-24 10:00');
    const data = { punch: 'PAUSE', tapId: keyOf(started, 'PAUSE') };
    const [first, second] = await Promise.all([1, 2].map(() => room.press('drafter', 'telework/punch', data)));
    expect([first, second].filter((card) => card?.includes('10:00に中抜けを記録しました。'))).toHaveLength(1);
    // Of what may be tapped next one button stands out: 再開.
    expect([first, second].map((card) => card?.match(/"style":"positive"/g)?.length)).toEqual([1, 1]);
    room.at('2026-11-24 10:30');
    const resumed = await room.type('drafter', '再開');
    expect(resumed).toContain('10:00〜10:30の中抜けは、休憩ですか、時間休ですか。');
    const punchId = /"punchId":"([^"]+)"/.exec(resumed)?.[1] ?? '';
    const answered = await room.press('drafter', 'telework/mid-shift', { date: '2026-11-24', punchId, as: 'BREAK' });
    expect(answered).not.toContain('休憩ですか');
    room.at('2026-11-24 17:15');
    const ended = await room.type('drafter', '退勤');
    expect(ended).toContain('終了しました（17:15）');
    expect(ended).not.toContain('positive');
    expect((await room.day('drafter')).punches.map(({ punch }) => punch)).toEqual(['START', 'PAUSE', 'RESUME', 'END']);
  });

  it('counts a message once that the channel brings twice, and speaks English to who writes it', async () => {
    room.at('2026-11-25 8:30');
    await write('drafter', '開始', 'c 1');
    expect(await write('drafter', '開始', 'c 1')).toContain('記録済みです');
    expect((await room.day('drafter')).punches).toHaveLength(1);
    const english = room.city.suite.commands.find(({ words }) => words.includes('start'));
    const caller = room.city.as('colleague', { via: 'teams', locale: 'en' });
    expect(JSON.stringify(await english?.handle(caller, ''))).toContain('Start recorded at 08:30.');
  });

  it('does not punch by a sentence that only begins with the word', async () => {
    room.at('2026-11-25 9:00');
    const before = (await room.day('drafter')).punches;
    expect(await room.type('drafter', '終了 時刻を直したい')).toContain('「終了」とだけ送ってください');
    expect((await room.day('drafter')).punches).toEqual(before);
    expect(await room.type('drafter', '終了 しました')).toContain('09:00に終了を記録しました。');
  });

  it('is called by words that call nothing else of the suite', () => {
    const words = room.city.suite.commands.flatMap((command) => command.words.map((word) => word.toLowerCase()));
    expect(words.filter((word, nth) => words.indexOf(word) !== nth)).toEqual([]);
  });

  it.each([
    '開始',
    '中抜け',
    '再開',
    '終了',
    '申請',
    '残業',
    '休暇',
    '外出',
    '直帰',
    '帰庁',
    '報告',
    '登録',
    '出張',
    '勤務表',
  ])('T-02, T-06, T-11, T-13: 「%s」 is a word of the chat, with a help in both languages', (word) => {
    const command = room.city.suite.commands.find(({ words }) => words.includes(word));
    expect(command?.help?.ja).toContain(word);
    expect(command?.help?.en).toMatch(/\w/);
  });

  it('shows the day to who asks, and refuses a card that was tampered with', async () => {
    expect(await room.type('section-head', '打刻')).toContain('まだ開始していません');
    await expect(room.press('drafter', 'telework/punch', { punch: 'FLY', tapId: 'k' })).rejects.toThrow();
  });
});

describe('T-08: a missing punch', () => {
  const EVERYWHERE = 'telework/missing-punches-everywhere';

  it('is asked about half an hour after the planned end, once, and the time that is stated waits for the head', async () => {
    room.at('2026-11-26 8:30');
    await room.type('drafter', '開始');
    room.at('2026-11-26 17:40');
    await room.run(EVERYWHERE);
    const before = room.told.get('drafter')?.length ?? 0;
    room.at('2026-11-26 17:45');
    await room.run(EVERYWHERE);
    await room.run(EVERYWHERE);
    const told = room.told.get('drafter') ?? [];
    expect(told).toHaveLength(before + 1);
    const card = told.at(-1) ?? '';
    expect(card).toContain('終了しましたか');
    expect(card).toContain('いま終了');
    room.at('2026-11-27 9:00');
    const data = { date: '2026-11-26', punch: 'END', tapId: 'n:state' };
    await expect(room.press('drafter', 'telework/state-punch', { ...data, time: 'いつか' })).rejects.toMatchObject({
      code: 'telework.correction_time_unreadable',
    });
    const stated = await room.press('drafter', 'telework/state-punch', { ...data, time: '18:20' });
    expect(stated).toContain('18:20の終了を申請しました。');
    expect(await room.press('drafter', 'telework/state-punch', { ...data, time: '18:20' })).toContain('18:20の終了');
    const day = await room.day('drafter', '2026-11-26');
    expect(day).toMatchObject({ state: 'UNCONFIRMED_END', corrections: [{ state: 'OPEN' }] });
    const correctionId = day.corrections[0]?.id ?? '';
    await room.settled();
    // The head is led to where all corrections are answered, not to a working day of their own.
    expect(room.told.get('section-head')?.at(-1)).toContain('https://kaigi.example/confirmations');
    await room.press('section-head', 'telework/correction-confirm', { correctionId });
    expect(await room.day('drafter', '2026-11-26')).toMatchObject({ state: 'ENDED', since: said('2026-11-26 18:20') });
  });

  it('is ended by one tap of the card, however often it is pressed', async () => {
    room.at('2026-11-27 9:01');
    await room.type('colleague', '開始');
    room.at('2026-11-27 17:45');
    await room.run(EVERYWHERE);
    const card = room.told.get('colleague')?.at(-1) ?? '';
    const data = { punch: 'END', tapId: keyOf(card, 'END') };
    expect(await room.press('colleague', 'telework/punch', data)).toContain('17:45に終了を記録しました。');
    expect(await room.press('colleague', 'telework/punch', data)).toContain('17:45の終了は記録済みです。');
    expect(await room.day('colleague')).toMatchObject({ state: 'ENDED', odd: [] });
  });

  it('of a start is asked on a day of telework that was approved, and on no other', async () => {
    room.at('2026-11-30 9:00');
    const staffId = await room.staffId('drafter');
    await room.city.test.owner.query(
      `insert into kaigi.telework_day (municipality_id, item_id, application_id, staff_id, date, kind, state, detail)
       select municipality_id, gen_random_uuid(), gen_random_uuid(), staff_id, '2026-11-30', 'TELEWORK', 'APPROVED',
         '{"kind":"HOME"}' from kaigi.directory_staff where staff_id = $1`,
      [staffId],
    );
    const others = room.told.get('colleague')?.length;
    await room.run(EVERYWHERE);
    expect(room.told.get('drafter')?.at(-1)).toContain('開始しましたか');
    expect(room.told.get('colleague')?.length).toBe(others);
  });
});
