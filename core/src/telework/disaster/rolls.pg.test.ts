import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MINATO } from '../../testing/test-city.ts';
import type { DisasterView } from './contract.ts';
import type { RollAnswer, RollBoard, RollView, SafetyCheckInput } from './roll-contract.ts';
import { type Hall, openHall } from './room.fixture.ts';

let hall: Hall;
const asked: string[] = [];
const fetched = globalThis.fetch;
beforeAll(async () => {
  // Whatever leaves this machine would go this way.
  globalThis.fetch = async (input) => {
    asked.push(String(input));
    throw new TypeError('Graph is down');
  };
  hall = await openHall('2026-11-24T05:10:00+09:00');
  for (const name of ['drafter', 'colleague', 'section-head', 'personnel']) await hall.chat(name);
});
afterAll(async () => {
  globalThis.fetch = fetched;
  await hall.city.close();
});

const SAFETY = '/telework/disaster/safety-checks';
const MUSTER = '/telework/disaster/musters';
const check = (name: string, more: Partial<SafetyCheckInput> = {}) =>
  hall.call<RollView>(name, `POST ${SAFETY}`, { body: { title: '震度6弱の地震', ...more } });
const answer = (name: string, id: string, body: { answer: RollAnswer } & Record<string, unknown>, path = SAFETY) =>
  hall.call<RollView>(name, `POST ${path}/{id}/answers`, { params: { id }, body });
const board = (name: string, id: string, query = {}, path = SAFETY) =>
  hall.call<RollBoard>(name, `GET ${path}/{id}`, { params: { id }, query });
const change = (name: string, { id, version }: RollView, what: 'reminders' | 'close', path = SAFETY) =>
  hall.call<RollView>(name, `POST ${path}/{id}/${what}`, { params: { id }, body: { version } });
const sent = (chat: string) => hall.told.get(chat) ?? [];
const names = ({ people }: RollBoard) => people.map(({ name }) => name.replace('見本 ', ''));

describe('O-12: 安否確認', () => {
  it('asks everybody by a card, answers with one tap, and asks nobody outside for anything', async () => {
    const { id } = await check('personnel');
    await hall.run('');
    expect(sent('drafter').join()).toContain('【安否確認】震度6弱の地震');
    const tapped = await hall.press('drafter', 'roll-answer', { rollId: id, kind: 'SAFETY', answer: 'SAFE_CAN_COME' });
    expect(tapped).toContain('回答：無事・出勤できる');
    await hall.run('');
    expect(sent('update:drafter').join()).toContain('回答：無事・出勤できる');
    expect(sent('update:colleague')).toEqual([]);
    const { asked: all, answered, unreachable, answers, units } = await board('personnel', id);
    expect([all, answered, answers]).toEqual([10, 1, { SAFE_CAN_COME: 1 }]);
    expect(unreachable).toBe(6);
    expect(units.find(({ name }) => name === '政策係')).toMatchObject({ asked: 3, answered: 1, unreachable: 1 });
    expect(asked).toEqual([]);
  });

  it('an answer may change: the last one counts, the same one again is nothing new, and all of them stay', async () => {
    const { id } = await check('personnel', { reminders: 0 });
    await answer('drafter', id, { answer: 'SAFE_CAN_COME' });
    await answer('drafter', id, { answer: 'SAFE_CAN_COME' });
    const both = ['NEEDS_HELP', 'SAFE_CANNOT_COME'] as const;
    await Promise.all(both.map((one) => answer('drafter', id, { answer: one, words: '足をけがした' })));
    await answer('drafter', id, { answer: 'NEEDS_HELP', words: '足をけがした', place: '自宅' });
    const { rows } = await hall.city.test.owner.query<{ acts: string[] }>(
      `select array_agg(fact ->> 'answer' order by seq) as acts from kaigi.telework_fact
       where subject_kind = 'roll-answer' and fact ->> 'rollId' = $1`,
      [id],
    );
    expect(rows[0]?.acts).toHaveLength(4);
    expect(rows[0]?.acts.at(-1)).toBe('NEEDS_HELP');
    const { people, answers } = await board('personnel', id);
    expect(answers).toEqual({ NEEDS_HELP: 1 });
    expect(people[0]).toMatchObject({ name: '見本 drafter', answer: { words: '足をけがした', place: '自宅' } });
  });

  it('is answered for somebody by their boss on the telephone, and by nobody beside or below', async () => {
    const { id } = await check('mayor');
    const staffId = await hall.staffId('subsection-head');
    const by = (name: string) => hall.refused(answer(name, id, { answer: 'SAFE_CANNOT_COME', staffId }));
    expect(await by('colleague')).toBe('telework.roll_not_for_them');
    expect(await by('general-affairs-head')).toBe('telework.roll_not_for_them');
    expect(await by('section-head')).toBe('was not refused');
    const own = await board('section-head', id, { answer: 'SAFE_CANNOT_COME' });
    expect(own.people[0]?.answer).toMatchObject({ by: { name: '見本 section-head' }, late: false });
    expect(await hall.type('subsection-head', '安否')).toContain('section-headさんが確認');
  });

  it('shows a head those below, who has not answered, and who cannot be reached by chat', async () => {
    const { id } = await check('personnel');
    await answer('colleague', id, { answer: 'SAFE_CAN_COME' });
    const own = await board('section-head', id);
    expect(own).toMatchObject({ asked: 3, answered: 1, unreachable: 1 });
    expect(names(own).toSorted()).toEqual(['colleague', 'drafter', 'subsection-head']);
    const silent = await board('section-head', id, { answer: 'NONE' });
    expect(silent.people.map(({ name, reachable }) => [name, reachable]).toSorted()).toEqual([
      ['見本 drafter', true],
      ['見本 subsection-head', false],
    ]);
    expect(await hall.refused(board('drafter', id))).toBe('telework.roll_not_found');
    const typed = await hall.type('personnel', '安否');
    for (const words of ['10人のうち1人が回答', '回答のない人', '（チャット届かず）']) expect(typed).toContain(words);
    expect(typed).toContain(`https://kaigi.example/disaster/${id}?kind=safety`);
    expect(await hall.type('drafter', 'safety')).not.toContain('人のうち');
  });

  it('reminds those who have not answered: by a tap, and by itself as often as was said', async () => {
    const made = await check('personnel', {
      reminders: 1,
      staffIds: await Promise.all(['drafter', 'colleague'].map(hall.staffId)),
    });
    await hall.run('');
    await answer('drafter', made.id, { answer: 'SAFE_CAN_COME' });
    await hall.run('');
    const ofThis = (chat: string) => sent(chat).filter((card) => card.includes(made.id)).length;
    const counted = () => [ofThis('drafter'), ofThis('colleague')];
    expect(counted()).toEqual([1, 1]);
    hall.clock.set('2026-11-24T05:39:59+09:00');
    await hall.run('telework/remind-rolls');
    expect(counted()).toEqual([1, 1]);
    hall.clock.set('2026-11-24T05:40:00+09:00');
    await hall.run('telework/remind-rolls');
    expect(counted()).toEqual([1, 2]);
    hall.clock.set('2026-11-24T06:40:00+09:00');
    await hall.run('telework/remind-rolls');
    const now = (await board('personnel', made.id)).roll;
    expect(now.version).toBe(2);
    expect(counted()).toEqual([1, 2]);
    await change('personnel', now, 'reminders');
    await hall.run('');
    expect(counted()).toEqual([1, 3]);
    expect(await hall.refused(change('personnel', now, 'reminders'))).toBe('telework.roll_stale');
    expect(await hall.refused(change('drafter', now, 'reminders'))).toBe('telework.roll_not_yours');
  });

  it('takes an answer also after it was closed, and says that it came late', async () => {
    const made = await check('personnel');
    await hall.run('');
    await change('personnel', made, 'close');
    await hall.run('');
    expect(sent('update:drafter').at(-1)).toContain('この呼びかけは終わりました');
    expect(await hall.refused(change('personnel', { ...made, version: 2 }, 'reminders'))).toBe('telework.roll_closed');
    const late = await answer('drafter', made.id, { answer: 'NEEDS_HELP' });
    expect(late.asked?.answer).toMatchObject({ answer: 'NEEDS_HELP', late: true });
    const { rolls } = await hall.call<DisasterView>('drafter', 'GET /telework/disaster');
    expect(rolls.find(({ id }) => id === made.id)).toMatchObject({ open: false, may: { board: false, run: false } });
  });

  it('may be called by the offices and the mayor only, and not for nobody', async () => {
    expect(await hall.refused(check('section-head'))).toBe('telework.roll_not_yours');
    expect((await check('mayor')).open).toBe(true);
    const nobody = '00000000-0000-4000-8000-000000000000';
    expect(await hall.refused(check('personnel', { staffIds: [nobody] }))).toBe('telework.roll_nobody');
    expect(await hall.refused(check('personnel', { unitId: nobody }))).toBe('telework.roll_unit_unknown');
  });

  it('of another municipality is not there, by whichever door', async () => {
    const { id } = await check('personnel');
    const staffId = await hall.staffId('drafter');
    const refusals = await Promise.all([
      hall.refused(answer('drafter@yamato', id, { answer: 'SAFE_CAN_COME' })),
      hall.refused(answer('personnel@yamato', id, { answer: 'SAFE_CAN_COME', staffId })),
      hall.refused(board('personnel@yamato', id)),
      hall.refused(hall.press('drafter@yamato', 'roll-answer', { rollId: id, kind: 'SAFETY', answer: 'NEEDS_HELP' })),
      hall.refused(answer('drafter', id, { answer: 'COMING' }, MUSTER)),
    ]);
    expect(new Set(refusals)).toEqual(new Set(['telework.roll_not_found']));
  });

  it('sent once more under one key is one check', async () => {
    const [one, two] = [await check('personnel#again'), await check('personnel#again')];
    expect(two.id).toBe(one.id);
  });
});

describe('O-12: 参集', () => {
  it('calls a unit to a place, and shows by unit who is on the way and who has arrived', async () => {
    const { rows } = await hall.city.test.owner.query<{ id: string }>(
      `select unit_id as id from kaigi.directory_unit where municipality_id = $1 and code = 'seisaku'`,
      [MINATO],
    );
    const body = { title: '第2配備', place: '本庁舎3階 災害対策本部', unitId: rows[0]?.id };
    const { id, unitName } = await hall.call<RollView>('personnel', `POST ${MUSTER}`, { body });
    expect(unitName).toBe('政策課');
    await hall.run('');
    expect(sent('colleague').join()).toContain('本庁舎3階 災害対策本部');
    await answer('drafter', id, { answer: 'COMING' }, MUSTER);
    await hall.press('drafter', 'roll-answer', { rollId: id, kind: 'MUSTER', answer: 'ARRIVED' });
    await answer('colleague', id, { answer: 'CANNOT_COME', words: '道路の冠水' }, MUSTER);
    const all = await board('personnel', id, {}, MUSTER);
    expect(all).toMatchObject({ asked: 4, answered: 2, answers: { ARRIVED: 1, CANNOT_COME: 1 } });
    expect(all.units.find(({ name }) => name === '政策係')).toMatchObject({
      asked: 3,
      answers: { ARRIVED: 1, CANNOT_COME: 1 },
    });
    expect(await hall.type('section-head', '参集')).toContain('到着した 1');
    expect(await hall.refused(board('personnel', id))).toBe('telework.roll_not_found');
  });

  it('what was typed into a card is cut, never refused', async () => {
    const body = { title: '訓練', place: '体育館' };
    const { id } = await hall.call<RollView>('personnel', `POST ${MUSTER}`, { body });
    const words = `長い\u202e${'あ'.repeat(900)}\n二行目`;
    expect(
      await hall.press('drafter', 'roll-answer', { rollId: id, kind: 'MUSTER', answer: 'COMING', words }),
    ).toContain('あああ');
  });
});
