import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChatMessage } from '../../shared/index.ts';
import { MINATO } from '../../testing/test-city.ts';
import type { Confirmations, SheetView } from './contract.ts';
import { openSheetRoom, type SheetRoom } from './sheets.fixture.ts';

let room: SheetRoom;
const told = new Map<string, string[]>();
const JULY = '2026-07';

beforeAll(async () => {
  room = await openSheetRoom();
  const { suite } = room.city;
  suite.notifications.useMessenger({
    async send(reference: unknown, message: ChatMessage) {
      const { chat } = reference as { chat: string };
      told.set(chat, [...(told.get(chat) ?? []), JSON.stringify(message)]);
      return { activityId: `${chat}-${told.get(chat)?.length}` };
    },
    update: async () => undefined,
  });
  for (const name of ['section-head', 'other-section']) {
    const { entraObjectId } = room.city.as(name);
    const address = { municipalityId: MINATO, entraObjectId, conversationId: `c-${name}`, reference: { chat: name } };
    await suite.notifications.keepAddress(address);
  }
  for (const name of ['drafter', 'colleague', 'subsection-head']) await room.usualMonth(name, JULY);
});
afterAll(() => room.city.close());

const run = async (moment: string): Promise<void> => {
  room.at(`${moment}:00+09:00`);
  await room.city.suite.enqueue([{ task: 'telework/confirm-reminders-everywhere', payload: {} }]);
  await room.settled();
};
const sent = (name: string, words: string) => (told.get(name) ?? []).filter((card) => card.includes(words));
const HEAD = '勤務表の確認をお願いします';
const PERSONNEL = '確認が済んでいない所属長が';

describe('T-15: a month that waits for its heads', () => {
  it('is told to them once, on the working day before the last', async () => {
    await run('2026-08-03T08:50');
    expect(sent('section-head', HEAD)).toEqual([]);
    await run('2026-08-04T08:50');
    await run('2026-08-05T08:50');
    const [card, ...again] = sent('section-head', HEAD);
    expect(card).toContain('令和8年8月5日');
    expect(card).toContain('見本 drafter');
    expect(again).toEqual([]);
    expect(sent('other-section', PERSONNEL)).toEqual([]);
  });

  it('after the last day personnel is told once which heads are missing', async () => {
    await run('2026-08-06T08:50');
    await run('2026-08-07T08:50');
    const [card, ...again] = sent('other-section', PERSONNEL);
    expect(card).toContain('政策課');
    expect(again).toEqual([]);
    expect(sent('section-head', HEAD)).toHaveLength(1);
  });

  it('of a month before the record began nobody is told', async () => {
    told.clear();
    await run('2026-07-03T08:50');
    expect([...told.values()].flat()).toEqual([]);
  });
});

describe('T-08: days before the record began', () => {
  it('are not missing: the record begins with the first punch of the city', async () => {
    room.at('2026-08-10T09:00:00+09:00');
    const june = await room.call<SheetView>('drafter', 'GET /telework/sheets/{month}', {
      params: { month: '2026-06' },
    });
    expect(june.blocks).toEqual([]);
    const own = await room.call<SheetView>('section-head', 'GET /telework/sheets/{month}', { params: { month: JULY } });
    expect(own.blocks[0]).toMatchObject({ date: '2026-07-01', code: 'MISSING_START' });
  });
});

describe('T-12: a gap that nobody has explained', () => {
  it('is among what the head has to look at, and no more once a correction says why', async () => {
    const csv = '職員,起動,終了\ndrafter,2026-07-01 08:20,2026-07-01 20:00\n';
    await room.call('other-section', 'POST /telework/pc-logs', { csv });
    const list = () =>
      room.call<Confirmations>('section-head', 'GET /telework/confirmations', { query: { month: JULY, all: 'true' } });
    const needs = async () => (await list()).items.find(({ person }) => person.name.includes('drafter'))?.needs;
    expect(await needs()).toContainEqual({
      ...{ code: 'GAP', words: '打刻と記録の差', blocks: false, dates: ['2026-07-01'] },
    });
    const changes = [{ replaces: null, by: { punch: 'END', at: '2026-07-01T19:55:00+09:00' } }];
    const body = { date: '2026-07-01', changes, reason: '端末の電源を切り忘れました' };
    await room.call('drafter', 'POST /telework/corrections', { body });
    expect((await needs())?.map(({ code }) => code)).not.toContain('GAP');
  });
});
