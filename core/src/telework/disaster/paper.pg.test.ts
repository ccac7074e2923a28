import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../../testing/until.ts';
import type { CorrectionPage, CorrectionView, PaperEntryInput, WorkdayView } from '../punches/contract.ts';
import type { AfterAction, SwitchOrderView } from './contract.ts';
import type { RollAnswerInput, RollBoard, RollView } from './roll-contract.ts';
import { type Hall, openHall } from './room.fixture.ts';

let hall: Hall;
let order: SwitchOrderView;
beforeAll(async () => {
  hall = await openHall('2026-11-24T05:00:00+09:00');
  for (const name of ['drafter', 'section-head']) await hall.chat(name);
  const days = { from: '2026-11-24', until: '2026-11-25' };
  const body = { switch: 'DISASTER', orderNumber: '災対第1号', ...days, reason: '停電', atOnce: true };
  order = await hall.call<SwitchOrderView>('mayor', 'POST /telework/disaster/orders', { body });
});
afterAll(() => hall.city.close());

const SAFETY = '/telework/disaster/safety-checks';
const SOURCE = '安否確認票（政策課）';
const paper = (more = {}) => ({ orderNumber: '災対第1号', at: '2026-11-24T07:30:00+09:00', source: SOURCE, ...more });
const board = (id: string, name = 'personnel') => hall.call<RollBoard>(name, `GET ${SAFETY}/{id}`, { params: { id } });
const answer = (name: string, id: string, body: Partial<RollAnswerInput>) =>
  hall.call<RollView>(name, `POST ${SAFETY}/{id}/answers`, { params: { id }, body });
const listed = async () =>
  (
    await hall.call<AfterAction>('auditor', 'GET /telework/disaster/orders/{id}/after-action', {
      params: { id: order.id },
    })
  ).items;

describe('O-12: an answer entered afterwards from paper', () => {
  it('stands with the hour of the paper, who entered it, and from which sheet; in time where the paper was', async () => {
    const made = await hall.call<RollView>('personnel', `POST ${SAFETY}`, { body: { title: '震度6弱' } });
    hall.clock.set('2026-11-24T12:00:00+09:00');
    await hall.call('personnel', `POST ${SAFETY}/{id}/close`, { params: made, body: { version: made.version } });
    hall.clock.set('2026-11-26T09:00:00+09:00');
    const staffId = await hall.staffId('drafter');
    await answer('section-head', made.id, { answer: 'SAFE_CANNOT_COME', staffId, paper: paper() });
    const { people } = await board(made.id);
    const found = people.find((one) => one.staffId === staffId)?.answer;
    expect(found).toMatchObject({
      ...{ answer: 'SAFE_CANNOT_COME', late: false, by: { name: '見本 section-head' } },
      at: '2026-11-23T22:30:00.000Z',
      paper: { source: SOURCE, orderNumber: '災対第1号', enteredAt: '2026-11-26T00:00:00.000Z' },
    });
    expect(await listed()).toContainEqual(
      expect.objectContaining({
        what: 'PAPER',
        sentence: `見本 drafterさんの回答を用紙から後日入力した（${SOURCE}）`,
        who: expect.objectContaining({ name: '見本 section-head' }),
      }),
    );
  });

  it('never stands in the place of the person’s own, whichever came first', async () => {
    const { id } = await hall.call<RollView>('personnel', `POST ${SAFETY}`, { body: { title: '余震' } });
    const staffId = await hall.staffId('drafter');
    await answer('section-head', id, { answer: 'SAFE_CANNOT_COME', staffId, paper: paper() });
    await answer('drafter', id, { answer: 'NEEDS_HELP' });
    const entering = answer('section-head', id, { answer: 'SAFE_CAN_COME', staffId, paper: paper() });
    expect(await hall.refused(entering)).toBe('telework.paper_answered_already');
    const { people } = await board(id);
    expect(people.find((one) => one.staffId === staffId)?.answer).toMatchObject({
      ...{ answer: 'NEEDS_HELP', paper: null, by: null },
    });
  });

  it('is for the days of an order, for what is past, for others, and for a head or the office', async () => {
    const { id } = await hall.call<RollView>('personnel', `POST ${SAFETY}`, { body: { title: '停電' } });
    const staffId = await hall.staffId('drafter');
    const by = (name: string, more: object, whose: string | undefined = staffId) => {
      const own = whose === '' ? {} : { staffId: whose };
      return hall.refused(answer(name, id, { answer: 'SAFE_CAN_COME', ...own, paper: paper(more) }));
    };
    expect(await by('section-head', { orderNumber: '災対第9号' })).toBe('telework.paper_order_unknown');
    expect(await by('section-head', { at: '2026-11-26T08:00:00+09:00' })).toBe('telework.paper_order_unknown');
    expect(await by('section-head', { at: '2026-11-27T08:00:00+09:00' })).toBe('telework.paper_future');
    expect(await by('colleague', {})).toBe('telework.roll_not_for_them');
    expect(await by('drafter', {}, '')).toBe('telework.paper_for_oneself');
    expect(await by('section-head', {})).toBe('was not refused');
  });
});

describe('O-12: working times entered afterwards from paper', () => {
  const times = (more: Partial<PaperEntryInput> = {}) => ({
    ...{
      date: '2026-11-24',
      reason: '停電のため打刻できなかった',
      orderNumber: '災対第1号',
      source: '勤務記録票 2枚目',
    },
    punches: [
      { punch: 'START', at: '2026-11-24T08:30:00+09:00' },
      { punch: 'END', at: '2026-11-24T17:15:00+09:00' },
    ],
    ...more,
  });
  const enter = async (name: string, more: Partial<PaperEntryInput> = {}) =>
    hall.call<WorkdayView>(name, 'POST /telework/paper-entries', {
      body: { staffId: await hall.staffId('drafter'), ...times(more) },
    });
  const settle = (name: string, id: string, outcome: string) =>
    hall.call<CorrectionView>(name, 'POST /telework/corrections/{id}/settle', {
      ...{ params: { id }, body: { outcome, comment: outcome === 'DECLINED' ? '時刻が違う' : '' } },
    });
  const waiting = async (name: string) =>
    (await hall.call<CorrectionPage>(name, 'GET /telework/corrections', { query: { box: 'waiting' } })).items;
  const day = (name: string) =>
    hall.call<WorkdayView>(name, 'GET /telework/workdays/{date}', { params: { date: '2026-11-24' } });

  it('wait for the person, who is asked by a card, and count when they say so', async () => {
    const entered = await enter('section-head');
    expect(entered.worked).toBe(0);
    const id = entered.corrections[0]?.id ?? '';
    expect(entered.corrections[0]).toMatchObject({
      ...{ state: 'OPEN', person: { name: '見本 drafter' }, may: { settle: false, withdraw: true } },
      paper: { enteredBy: { name: '見本 section-head' }, orderNumber: '災対第1号', source: '勤務記録票 2枚目' },
    });
    await hall.run('');
    expect(hall.told.get('drafter')?.at(-1)).toContain('用紙から入れられたあなたの時間');
    expect(hall.told.get('section-head')?.join() ?? '').not.toContain('用紙から入れられたあなたの時間');
    expect(await hall.refused(settle('section-head', id, 'CONFIRMED'))).toBe('telework.correction_not_yours');
    expect((await waiting('section-head')).map((one) => one.id)).not.toContain(id);
    expect(await waiting('drafter')).toMatchObject([{ id, may: { settle: true } }]);
    await hall.press('drafter', 'correction-confirm', { correctionId: id });
    expect(await day('drafter')).toMatchObject({ state: 'ENDED', worked: 465 });
    await hall.run('');
    expect(hall.told.get('section-head')?.at(-1)).toContain('後日入力：確認されました');
    const items = await listed();
    expect(items.filter(({ sentence }) => sentence.includes('勤務時間を用紙から後日入力した'))).toHaveLength(1);
  });

  it('count for nothing where the person says that it was not so; what they tapped stays as it is', async () => {
    const before = await day('drafter');
    const entered = await enter('section-head', {
      punches: [{ punch: 'START', at: '2026-11-24T06:00:00+09:00' }],
    });
    const id = entered.corrections.find(({ state }) => state === 'OPEN')?.id ?? '';
    expect((await settle('drafter', id, 'DECLINED')).state).toBe('DECLINED');
    const after = await day('drafter');
    expect([after.worked, after.punches]).toEqual([before.worked, before.punches]);
  });

  it('where the person cannot answer another head may, never whoever entered them', async () => {
    const entered = await enter('section-head', { punches: [{ punch: 'START', at: '2026-11-24T18:00:00+09:00' }] });
    const id = entered.corrections.find(({ state }) => state === 'OPEN')?.id ?? '';
    expect(await hall.refused(settle('section-head', id, 'CONFIRMED'))).toBe('telework.correction_not_yours');
    expect(await hall.refused(settle('colleague', id, 'CONFIRMED'))).toBe('telework.correction_not_found');
    expect((await settle('department-head', id, 'DECLINED')).state).toBe('DECLINED');
  });

  it('are refused without an order of that day, for oneself, and from anybody who is no head above', async () => {
    const staffId = await hall.staffId('section-head');
    expect(await hall.refused(enter('section-head', { orderNumber: '災対第9号' }))).toBe(
      'telework.paper_order_unknown',
    );
    expect(await hall.refused(enter('section-head', { staffId }))).toBe('telework.paper_for_oneself');
    expect(await hall.refused(enter('colleague'))).toBe('telework.paper_not_yours');
    expect(await hall.refused(enter('personnel@yamato'))).toBe('telework.person_unknown');
  });

  it('under one key are entered once, and everything is in the log as it was recorded', async () => {
    const body = { staffId: await hall.staffId('colleague'), ...times() };
    const again = () => hall.call<WorkdayView>('section-head#paper', 'POST /telework/paper-entries', { body });
    const [one, two] = [await again(), await again()];
    expect([one.corrections.length, two.corrections.length]).toEqual([1, 1]);
    await hall.run('');
    await until(async () => (await hall.city.test.owner.query('select from kaigi.ledger_pending')).rowCount === 0);
    const found: string[] = [];
    for await (const { subject } of hall.city.suite.verify(hall.city.as('drafter').municipalityId)) found.push(subject);
    expect(found).toEqual([]);
  });
});
