import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { importPosts, MINATO, POSTS, YAMATO } from '../../testing/test-city.ts';
import type { ApplicationView, JudgementView } from '../applications/contract.ts';
import { openPunchRoom, type PunchRoom } from '../punches/room.fixture.ts';
import type { OvertimeDaysView, OvertimeDayView } from './contract.ts';

let room: PunchRoom;

beforeAll(async () => {
  room = await openPunchRoom('2026-11-20 9:00');
  await importPosts(room.city.suite, MINATO, [
    ...POSTS,
    'jinji,人事課,SECTION,,jinji-kacho,課長,SECTION_HEAD,1,general-affairs-head,1,PERSONNEL,2026-04-01,',
  ]);
});
afterAll(() => room.city.close());
beforeEach(() => room.at('2026-11-20 9:00'));

const wish = (date: string, to = '19:15', more: object = {}) => ({ date, to, reason: '議会の資料', ...more });
const ask = (name: string, body: object) => room.call<ApplicationView>(name, 'POST /overtime', { body });
const check = (name: string, body: object) => room.call<JudgementView>(name, 'POST /overtime/check', { body });
const days = (name: string, query: object = {}) => room.call<OvertimeDaysView>(name, 'GET /overtime/days', { query });
async function order(name: string, who: string, date: string, more: object = {}) {
  const body = { ...wish(date), staffId: await room.staffId(who), ...more };
  return room.call<OvertimeDayView>(name, 'POST /overtime/orders', { body });
}
const confirm = (
  name: string,
  { itemId, version }: { itemId: string | null; version: number },
  worked: object | null,
) =>
  room.call<OvertimeDayView>(name, 'POST /overtime/days/{itemId}/confirm', {
    params: { itemId },
    body: { version, worked },
  });
async function approve(name: string, view: ApplicationView) {
  const caseId = view.cases[0]?.caseId ?? '';
  const { version } = await room.city.suite.approvals.read(room.city.as(name), caseId);
  await room.city.suite.approvals.act(room.city.as(name), caseId, { act: 'approve', version });
  await room.settled();
}

describe('T-11: 時間外勤務の事前命令', () => {
  it('is asked for from the end of duty on, and decided by the 課長', async () => {
    const made = await ask('drafter', wish('2026-11-24'));
    expect(made).toMatchObject({ state: 'REVIEW', problem: null, days: [{ from: '17:15', to: '19:15' }] });
    for (const name of ['subsection-head', 'section-head']) await approve(name, made);
    expect(await days('drafter')).toMatchObject({
      items: [{ state: 'ORDERED', minutes: 120, reason: '議会の資料' }],
      totals: { month: 120, year: 120, limits: [] },
    });
  });

  it('says at the moment of asking how near the limits are, and caps nothing', async () => {
    for (const day of ['02', '03', '04', '07', '08', '09', '10', '11']) {
      const made = await ask('colleague', wish(`2026-12-${day}`, '22:15'));
      expect(made.state).toBe('REVIEW');
    }
    const near = await check('colleague', wish('2026-12-14', '20:15'));
    expect(near).toMatchObject({ answer: 'WARNED', findings: [{ code: 'telework.limit_month' }] });
    expect(near.findings[0]?.sentence).toBe('月の時間外勤務が43時間です（上限45時間）。');
    const above = await check('colleague', wish('2026-12-14', '23:15'));
    expect(above).toMatchObject({ answer: 'NEEDS_SPECIAL_APPROVAL' });
    // Above 45 hours the table of this city asks the 部長.
    const made = await ask('colleague', wish('2026-12-14', '23:15'));
    const route = await room.city.suite.approvals.route(room.city.as('colleague'), made.cases[0]?.caseId ?? '');
    expect(JSON.stringify(route.items)).toContain('部長');
  });

  it('refuses hours of duty, a day off without a beginning, and the same time twice', async () => {
    expect(await room.refused(check('drafter', wish('2026-11-25', '18:00', { from: '16:00' })))).toBe(
      'telework.overtime_within_duty',
    );
    expect(await room.refused(check('drafter', wish('2026-11-28')))).toBe('telework.overtime_from_missing');
    expect((await check('drafter', wish('2026-11-28', '12:00', { from: '9:00' }))).answer).toBe('ALLOWED');
    expect(await room.refused(ask('drafter', wish('2026-11-24', '18:00')))).toBe('telework.overlaps');
    expect((await check('drafter', wish('2026-11-25', '1:00'))).days).toMatchObject([{ from: '17:15', to: '25:00' }]);
  });

  it('is ordered by a boss for somebody below within what the table lets them decide', async () => {
    expect(await room.refused(order('colleague', 'drafter', '2026-11-26'))).toBe('telework.overtime_not_below');
    expect(await room.refused(order('section-head', 'section-head', '2026-11-26'))).toBe('telework.overtime_not_below');
    expect(await room.refused(order('subsection-head', 'drafter', '2026-11-26'))).toBe('telework.overtime_not_decider');
    expect(await room.refused(order('section-head', 'drafter', '2026-11-19'))).toBe('telework.overtime_order_past');
    const made = await order('section-head', 'drafter', '2026-11-26');
    expect(made).toMatchObject({ state: 'ORDERED', from: '17:15', to: '19:15', orderedBy: { postTitle: '課長' } });
    await room.settled();
    expect(room.told.get('drafter')?.some((one) => one.includes('時間外勤務を命じられました'))).toBe(true);
    expect(await room.refused(order('section-head', 'drafter', '2026-11-26'))).toBe('telework.overtime_overlaps');
    expect(await room.refused(order('section-head', 'colleague', '2026-12-15', { to: '23:00' }))).toBe(
      'telework.overtime_not_decider',
    );
    expect((await order('department-head', 'colleague', '2026-12-15', { to: '23:00' })).state).toBe('ORDERED');
  });
});

describe('T-11: 時間外勤務 in another city', () => {
  it('is decided by the rows of that city, and is nothing that others see', async () => {
    const route = room.city.suite.routes.find(({ method, path }) => method === 'POST' && path === '/overtime');
    if (!route?.body || route.answer === 'download') throw new Error('no route');
    const caller = room.city.as('drafter', { municipalityId: YAMATO });
    const input = { params: {}, query: {}, body: route.body.parse(wish('2026-11-24')), file: null };
    const made = route.answer.parse(await route.handle(caller, input)) as ApplicationView;
    expect(made).toMatchObject({ state: 'REVIEW', problem: null });
    const params = { itemId: made.days[0]?.itemId };
    expect(await room.refused(room.call('section-head', 'GET /overtime/days/{itemId}', { params }))).toBe(
      'telework.overtime_not_found',
    );
  });
});

describe('T-11: 時間外勤務の事後確認', () => {
  it('waits with the boss when it is over, and counts as it was worked', async () => {
    expect((await days('section-head', { box: 'to-confirm' })).items).toEqual([]);
    room.at('2026-11-27 9:00');
    const { items } = await days('section-head', { box: 'to-confirm' });
    expect(items.map(({ date, state }) => [date, state])).toEqual([
      ['2026-11-24', 'ORDERED'],
      ['2026-11-26', 'ORDERED'],
    ]);
    const [first, second] = items;
    if (!first || !second) throw new Error('nothing waits');
    expect(await room.refused(confirm('drafter', first, { from: '17:15', to: '20:00' }))).toBe(
      'telework.overtime_not_below',
    );
    const done = await confirm('section-head', first, { from: '17:15', to: '20:00' });
    expect(done).toMatchObject({
      state: 'CONFIRMED',
      minutes: 165,
      to: '20:00',
      confirmed: { by: { postTitle: '課長' } },
    });
    expect(await room.refused(confirm('section-head', first, null))).toBe('telework.overtime_stale');
    expect((await confirm('section-head', second, null)).state).toBe('NOT_WORKED');
    expect((await days('section-head', { box: 'to-confirm' })).items).toEqual([]);
    expect((await days('drafter')).totals).toMatchObject({ month: 165 });
  });

  it('of two at the same moment is one, and may be put right by another', async () => {
    room.at('2026-11-27 9:00');
    const item = (await days('drafter')).items.find(({ date }) => date === '2026-11-26');
    if (!item) throw new Error('not there');
    const worked = { from: '17:15', to: '18:15' };
    const both = await Promise.all([1, 2].map(() => room.refused(confirm('section-head', item, worked))));
    expect(both.sort()).toEqual(['telework.overtime_stale', 'was not refused']);
    expect((await days('drafter')).totals).toMatchObject({ month: 225 });
  });

  it('is not given for what is not over', async () => {
    const made = await order('section-head', 'drafter', '2026-11-30');
    expect(await room.refused(confirm('section-head', made, { from: '17:15', to: '18:00' }))).toBe(
      'telework.overtime_not_over',
    );
    expect(await room.refused(confirm('section-head', made, null))).toBe('telework.overtime_not_over');
  });

  it('finds work that nobody ordered, which counts and is asked about', async () => {
    room.at('2026-11-25 8:20');
    await room.tap('colleague', 'START');
    room.at('2026-11-25 19:00');
    await room.tap('colleague', 'END');
    room.at('2026-11-26 9:00');
    const found = (await days('section-head', { box: 'to-confirm' })).items.filter(
      ({ state }) => state === 'UNORDERED',
    );
    expect(found).toMatchObject([{ date: '2026-11-25', to: '19:00', itemId: null }]);
    const body = { staffId: await room.staffId('colleague'), date: '2026-11-25', from: '17:15', to: '19:00' };
    const done = await room.call<OvertimeDayView>('section-head', 'POST /overtime/confirmations', { body });
    expect(done).toMatchObject({ state: 'CONFIRMED', minutes: 105 });
    expect(await room.refused(room.call('section-head', 'POST /overtime/confirmations', { body }))).toBe(
      'telework.overtime_overlaps',
    );
    expect(
      await room.refused(room.call('drafter', 'GET /overtime/days/{itemId}', { params: { itemId: done.itemId } })),
    ).toBe('telework.overtime_not_found');
  });

  it('leaves a log that holds everything', async () => {
    expect((await room.verified()).filter((code) => code.startsWith('telework'))).toEqual([]);
  });
});
