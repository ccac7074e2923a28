import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseView } from '../../approvals/contract.ts';
import type { LocalDate } from '../../shared/index.ts';
import { MINATO, YAMATO } from '../../testing/test-city.ts';
import { until } from '../../testing/until.ts';
import type { AfterAction, SwitchOrderInput, SwitchOrderView } from './contract.ts';
import { type Hall, openHall } from './room.fixture.ts';
import { activeSwitches } from './switches.ts';

let hall: Hall;
beforeAll(async () => {
  hall = await openHall('2026-11-24T09:00:00+09:00');
  for (const name of ['drafter', 'personnel', 'mayor']) await hall.chat(name);
});
afterAll(() => hall.city.close());

const ORDERS = 'POST /telework/disaster/orders';
let numbers = 0;
const asked = (more: Partial<SwitchOrderInput> = {}) => {
  numbers += 1;
  const days = { from: '2026-11-24', until: '2026-11-30' };
  return { switch: 'DISASTER', orderNumber: `災対第${numbers}号`, ...days, reason: '台風の接近', ...more };
};
const order = (name: string, more: Partial<SwitchOrderInput> = {}) =>
  hall.call<SwitchOrderView>(name, ORDERS, { body: asked(more) });
const read = (name: string, id: string) =>
  hall.call<SwitchOrderView>(name, 'GET /telework/disaster/orders/{id}', { params: { id } });
const end = (name: string, { id, version }: SwitchOrderView, lastDay: string) =>
  hall.call<SwitchOrderView>(name, 'POST /telework/disaster/orders/{id}/end', {
    params: { id },
    body: { version, lastDay, reason: '警報の解除' },
  });
const on = async (day: string, municipalityId = MINATO) =>
  (await hall.city.test.db.inMunicipality(municipalityId, (tx) => activeSwitches(tx, day as LocalDate))).map(
    ({ orderNumber }) => orderNumber,
  );
const follow = () => hall.run('telework/follow-orders');
/** Everything over, so that the next test begins with nothing on. */
async function allOver(): Promise<void> {
  hall.clock.set(`${Number(today().slice(0, 4)) + 1}-01-05T09:00:00+09:00`);
  await follow();
  hall.told.clear();
}
const today = () => new Date(hall.clock.now().getTime() + 9 * 3_600_000).toISOString().slice(0, 10);
const days = (from: number, until: number) => {
  const day = (plus: number) => new Date(Date.parse(today()) + plus * 86_400_000).toISOString().slice(0, 10);
  return { from: day(from), until: day(until) };
};

describe('O-12: an order at once', () => {
  it('by the mayor is in force with its number and reason, and everybody is told what it relaxes', async () => {
    const made = await order('mayor', { atOnce: true });
    expect(made).toMatchObject({ state: 'IN_FORCE', atOnce: true, unconfirmed: true, orderNumber: '災対第1号' });
    expect(await on('2026-11-24')).toEqual(['災対第1号']);
    expect(await on('2026-12-01')).toEqual([]);
    await hall.run('');
    const [card] = hall.told.get('drafter') ?? [];
    for (const words of [
      '災害時の特例を実施します',
      '災対第1号',
      '台風の接近',
      '令和8年11月24日から令和8年11月30日まで',
    ])
      expect(card).toContain(words);
    expect((await read('drafter', made.id)).may).toEqual({
      end: false,
      prolong: false,
      afterAction: false,
      submit: false,
    });
    await allOver();
  });

  it('is for the mayors and the posts that the rules name; the offices ask for a decision, others for nothing', async () => {
    expect(await hall.refused(order('personnel', { atOnce: true, ...days(0, 3) }))).toBe('telework.switch_not_at_once');
    expect(await hall.refused(order('drafter', days(0, 3)))).toBe('telework.switch_not_yours');
    expect(await hall.refused(order('section-head', { atOnce: true, ...days(0, 3) }))).toBe(
      'telework.switch_not_yours',
    );
  });

  it('two at the same moment: one is in force, the other one is told of it', async () => {
    const both = await Promise.all(
      ['mayor', 'mayor'].map((name) => hall.refused(order(name, { atOnce: true, ...days(0, 5) }))),
    );
    expect(both.toSorted()).toEqual(['telework.switch_on_already', 'was not refused']);
    await allOver();
  });

  it('pressed twice with one key is one order', async () => {
    const body = asked({ atOnce: true, ...days(0, 5) });
    const first = await hall.call<SwitchOrderView>('mayor#twice', ORDERS, { body });
    expect((await hall.call<SwitchOrderView>('mayor#twice', ORDERS, { body })).id).toBe(first.id);
    await allOver();
  });

  it('ends by itself at midnight in Japan, and is said to be over', async () => {
    const made = await order('mayor', { atOnce: true, ...days(0, 1) });
    await hall.run('');
    hall.told.clear();
    const last = days(1, 1).from;
    hall.clock.set(`${last}T23:59:59+09:00`);
    await follow();
    expect((await read('drafter', made.id)).state).toBe('IN_FORCE');
    expect(await on(today())).toEqual([made.orderNumber]);
    hall.clock.set(`${days(1, 1).from}T00:00:00+09:00`);
    expect(await on(today())).toEqual([]);
    expect((await read('drafter', made.id)).state).toBe('OVER');
    await follow();
    const over = await read('personnel', made.id);
    expect(over.history.map(({ act }) => act)).toEqual(['ORDERED', 'EXPIRED']);
    expect(over.history.at(-1)?.actor.name).toBe('規程による自動処理');
    expect(hall.told.get('drafter')?.join()).toContain('災害時の特例の期間は終わりました');
  });

  it('is ended early from the next day on, and only by its present version', async () => {
    await allOver();
    const made = await order('mayor', { atOnce: true, ...days(0, 9) });
    expect(await hall.refused(end('mayor', made, days(-1, 0).from))).toBe('telework.switch_end_past');
    expect(await hall.refused(end('mayor', made, days(0, 20).until))).toBe('telework.switch_end_later');
    expect(await hall.refused(end('drafter', made, today()))).toBe('telework.switch_not_yours');
    const ended = await end('personnel', made, today());
    expect(ended.history.at(-1)).toMatchObject({ act: 'ENDED', reason: '警報の解除' });
    expect(await on(today())).toEqual([made.orderNumber]);
    expect(await on(days(1, 1).from)).toEqual([]);
    expect(await hall.refused(end('mayor', made, today()))).toBe('telework.switch_stale');
    await allOver();
  });

  it('goes on only by a new order with a number of its own', async () => {
    const made = await order('mayor', { atOnce: true, ...days(0, 5) });
    const prolong = (more: Partial<SwitchOrderInput>) =>
      order('mayor', { atOnce: true, prolongs: made.id, ...days(6, 20), ...more });
    expect(await hall.refused(order('mayor', { atOnce: true, ...days(3, 9) }))).toBe('telework.switch_on_already');
    expect(await hall.refused(prolong({ orderNumber: made.orderNumber }))).toBe('telework.switch_number_taken');
    expect(await hall.refused(prolong(days(8, 20)))).toBe('telework.switch_prolongs_nothing');
    expect(await hall.refused(prolong(days(0, 31)))).toBe('telework.switch_too_long');
    const more = await prolong({});
    expect(await on(days(10, 10).from)).toEqual([more.orderNumber]);
    expect(await hall.refused(prolong(days(6, 25)))).toBe('telework.switch_prolonged_already');
    await allOver();
  });

  it.each([
    ['from a day that is over', () => days(-1, 3), 'telework.switch_from_past'],
    ['that ends before it begins', () => days(3, 2), 'telework.switch_until_before'],
    ['that the rules do not know', () => ({ ...days(0, 3), switch: 'FLOOD' }), 'telework.switch_unknown'],
  ])('is refused %s', async (_, more, code) => {
    expect(await hall.refused(order('mayor', { atOnce: true, ...more() }))).toBe(code);
  });

  it('of another municipality is not there', async () => {
    const made = await order('mayor', { atOnce: true, ...days(0, 2) });
    expect(await hall.refused(read('mayor@yamato', made.id))).toBe('telework.switch_not_found');
    expect(await on(today(), YAMATO)).toEqual([]);
    await allOver();
  });
});

describe('O-12: an order by a decision', () => {
  const decideCase = async (caseId: string, act: 'approve' | 'reject') => {
    const { approvals } = hall.city.suite;
    for (const name of ['general-affairs-head']) {
      const by = hall.city.as(name, { municipalityId: YAMATO });
      const { version } = await approvals.read(by, caseId);
      const input = act === 'approve' ? { act, version } : { act, version, reason: '必要がない' };
      await approvals.act(by, caseId, input as never);
    }
  };
  const byCase = (more: Partial<SwitchOrderInput> = {}) => order('personnel@yamato', { ...days(0, 9), ...more });

  it('is drafted and submitted as a case of its own, and in force when that is decided', async () => {
    const made = await byCase();
    expect(made).toMatchObject({ state: 'ASKED', atOnce: false });
    expect(await on(today(), YAMATO)).toEqual([]);
    expect(await hall.refused(read('drafter@yamato', made.id))).toBe('telework.switch_not_found');
    const found: CaseView = await hall.city.suite.approvals.read(
      hall.city.as('personnel', { municipalityId: YAMATO }),
      made.caseId ?? '',
    );
    expect(found).toMatchObject({ status: 'IN_REVIEW', title: expect.stringContaining(made.orderNumber) });
    // What is with the superiors already is not put before them again.
    expect((await read('personnel@yamato', made.id)).may.submit).toBe(false);
    await decideCase(made.caseId ?? '', 'approve');
    await follow();
    expect(await on(today(), YAMATO)).toEqual([made.orderNumber]);
    const now = await read('personnel@yamato', made.id);
    expect(now).toMatchObject({ state: 'IN_FORCE', unconfirmed: false });
    expect(now.history.map(({ act }) => act)).toEqual(['ASKED', 'SUBMITTED', 'ORDERED']);
    await end('personnel@yamato', now, today());
  });

  it('is refused with its case', async () => {
    const made = await byCase(days(20, 22));
    await decideCase(made.caseId ?? '', 'reject');
    await follow();
    expect((await read('personnel@yamato', made.id)).state).toBe('REFUSED');
    expect(await on(days(20, 20).from, YAMATO)).toEqual([]);
  });

  it('at once is confirmed by a case afterwards, and ends with the day where that is refused', async () => {
    const submit = (id: string) =>
      hall.call<SwitchOrderView>('personnel@yamato', 'POST /telework/disaster/orders/{id}/submit', { params: { id } });
    const made = await order('mayor@yamato', { atOnce: true, ...days(30, 32) });
    const first = await submit(made.id);
    expect((await submit(made.id)).caseId).toBe(first.caseId);
    await decideCase(first.caseId ?? '', 'approve');
    await follow();
    expect(await read('mayor@yamato', made.id)).toMatchObject({ state: 'COMING', unconfirmed: false });
    const other = await order('mayor@yamato', { atOnce: true, ...days(1, 9) });
    await decideCase((await submit(other.id)).caseId ?? '', 'reject');
    await follow();
    expect(await read('mayor@yamato', other.id)).toMatchObject({ state: 'OVER', unconfirmed: false });
  });

  it('that is before its deciders is ended by its case only', async () => {
    const made = await byCase(days(40, 41));
    expect(await hall.refused(end('personnel@yamato', made, today()))).toBe('telework.switch_over');
  });
});

describe('O-12: the look back', () => {
  it('lists what the order went through, applications that it made easier, and calls in its days', async () => {
    await allOver();
    // A Wednesday: of other days applications leave those out on which the city hall is closed.
    hall.clock.set('2040-01-11T09:00:00+09:00');
    const made = await order('mayor', { atOnce: true, ...days(0, 2) });
    const words = { place: 'OWN_HOME', networks: ['CITY_LINE'], devices: ['LOANED_PC'], information: ['GENERAL'] };
    const said = { reasons: [], tasks: '計画案の作成', contact: '内線から転送' };
    // On the same day and without a registration: both are asked for where nothing is on.
    const body = { when: { dates: [today()] }, kind: 'HOME', ...words, ...said };
    await hall.call('drafter', 'POST /telework/requests', { body });
    await hall.call('personnel', 'POST /telework/disaster/safety-checks', { body: { title: '台風' } });
    const list = (name: string) =>
      hall.call<AfterAction>(name, 'GET /telework/disaster/orders/{id}/after-action', { params: { id: made.id } });
    const { items } = await list('auditor');
    expect(items.map(({ what }) => what).toSorted()).toEqual(['ORDER', 'RELAXED', 'SAFETY']);
    const relaxed = items.find(({ what }) => what === 'RELAXED');
    expect(relaxed?.articles).toContain('みなと市テレワーク実施要領 第4条');
    expect(relaxed?.who.name).toBe('見本 drafter');
    expect(await hall.refused(list('drafter'))).toBe('telework.switch_not_yours');
  });

  it('finds everything in the log as it was recorded', async () => {
    await hall.run('');
    await until(async () => (await hall.city.test.owner.query('select from kaigi.ledger_pending')).rowCount === 0);
    const found: string[] = [];
    for await (const { subject } of hall.city.suite.verify(YAMATO)) found.push(subject);
    expect(found).toEqual([]);
  });
});
