import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { MINATO, YAMATO } from '../../testing/test-city.ts';
import type { ApplicationView, JudgementView } from '../applications/contract.ts';
import { openPunchRoom, type PunchRoom } from '../punches/room.fixture.ts';
import type { TripReportView } from './contract.ts';

let room: PunchRoom;

beforeAll(async () => {
  room = await openPunchRoom('2026-11-20 9:00');
});
afterAll(() => room.city.close());
beforeEach(() => room.at('2026-11-20 9:00'));

const trip = (from: string, to = from, more: object = {}) => ({
  ...{
    destination: '県庁',
    purpose: '補助金の協議',
    from: { date: from, time: '13:00' },
    to: { date: to, time: '16:00' },
  },
  ...more,
});
const ask = (name: string, body: object) => room.call<ApplicationView>(name, 'POST /trips', { body });
const check = (name: string, body: object) => room.call<JudgementView>(name, 'POST /trips/check', { body });
const read = (name: string, { id }: { id: string }) =>
  room.call<ApplicationView>(name, 'GET /trips/{id}', { params: { id } });
async function approve(name: string, view: ApplicationView) {
  const caseId = view.cases[0]?.caseId ?? '';
  const { version } = await room.city.suite.approvals.read(room.city.as(name), caseId);
  await room.city.suite.approvals.act(room.city.as(name), caseId, { act: 'approve', version });
  await room.settled();
}
async function order(view: ApplicationView) {
  for (const name of ['subsection-head', 'section-head']) await approve(name, view);
}
const away = async (name: string) => {
  const staffId = await room.staffId(name);
  const { absences } = room.city.suite;
  const known = await room.city.test.db.inMunicipality(MINATO, (tx) => absences.absencesOf(tx, [staffId]));
  return (known.get(staffId) ?? []).map(({ statement }) => statement);
};

describe('T-11: 出張', () => {
  it('is ordered by the table of the city, and is absence from the departure to the return', async () => {
    const made = await ask('drafter', trip('2026-11-24'));
    expect(made).toMatchObject({ state: 'REVIEW', problem: null, days: [{ from: '13:00', to: '16:00' }] });
    await order(made);
    expect((await read('drafter', made)).state).toBe('APPROVED');
    expect(await away('drafter')).toEqual([]);
    room.at('2026-11-24 14:00');
    expect(await away('drafter')).toEqual(['出張の命令：県庁']);
    room.at('2026-11-24 16:30');
    expect(await away('drafter')).toEqual([]);
  });

  it('with 直行 and 直帰 takes all of the day; with nights every day of it, days off too', async () => {
    const direct = await check('drafter', trip('2026-11-25', '2026-11-25', { startsAt: 'HOME', returnsTo: 'HOME' }));
    expect(direct.days).toMatchObject([{ date: '2026-11-25', from: null, to: null }]);
    const nights = await check('drafter', trip('2026-11-27', '2026-11-30'));
    expect(nights.days.map(({ date, from, to }) => [date, from, to])).toEqual([
      ['2026-11-27', '13:00', '24:00'],
      ['2026-11-28', null, null],
      ['2026-11-29', null, null],
      ['2026-11-30', '0:00', '16:00'],
    ]);
  });

  it('wants a reason when it comes late, refuses what runs backwards, and does not lie upon leave', async () => {
    expect((await check('drafter', trip('2026-11-20'))).findings).toMatchObject([
      { code: 'telework.trip_late_reason' },
    ]);
    expect((await check('drafter', trip('2026-11-19', '2026-11-19', { reason: '急な呼出し' }))).answer).toBe('WARNED');
    expect(await room.refused(check('drafter', trip('2026-12-02', '2026-12-01')))).toBe('telework.trip_times');
    const leave = { kind: 'ANNUAL', when: { dates: ['2026-12-03'] }, span: 'AFTERNOON' };
    await room.call('drafter', 'POST /leave', { body: leave });
    expect(await room.refused(ask('drafter', trip('2026-12-03')))).toBe('telework.overlaps');
    const morning = trip('2026-12-03', '2026-12-03', {
      from: { date: '2026-12-03', time: '9:00'.padStart(5, '0') },
      to: { date: '2026-12-03', time: '12:00' },
    });
    expect((await ask('drafter', morning)).state).toBe('REVIEW');
  });

  it('may be changed as a whole: the old days make room once the new ones are ordered', async () => {
    const made = await ask('drafter', trip('2026-12-14'));
    await order(made);
    const old = await read('drafter', made);
    const replaces = { applicationId: old.id, itemIds: old.days.map(({ itemId }) => itemId) };
    const changed = await ask('drafter', trip('2026-12-14', '2026-12-15', { replaces }));
    await order(changed);
    expect([(await read('drafter', made)).state, (await read('drafter', changed)).state]).toEqual([
      'CANCELLED',
      'APPROVED',
    ]);
  });

  it('is decided by the rows of another city as well', async () => {
    const route = room.city.suite.routes.find(({ method, path }) => method === 'POST' && path === '/trips');
    if (!route?.body || route.answer === 'download') throw new Error('no route');
    const caller = room.city.as('drafter', { municipalityId: YAMATO });
    const input = { params: {}, query: {}, body: route.body.parse(trip('2026-11-24')), file: null };
    const made = route.answer.parse(await route.handle(caller, input)) as ApplicationView;
    expect(made).toMatchObject({ state: 'REVIEW', problem: null });
    expect(await room.refused(read('drafter', made))).toBe('telework.application_not_found');
  });

  it('asks for the report on the morning after, once, and puts what is written before the superiors', async () => {
    const made = await ask('colleague', trip('2026-11-25'));
    await order(made);
    const report = () => room.call<TripReportView>('colleague', 'GET /trips/{id}/report', { params: { id: made.id } });
    const write = (name: string, version: number) =>
      room.call<TripReportView>(name, 'POST /trips/{id}/report', {
        params: { id: made.id },
        body: { version, text: '協議が整った。' },
      });
    expect(await room.refused(write('colleague', 0))).toBe('telework.trip_not_over');
    room.at('2026-11-26 8:40');
    for (const _ of [1, 2]) await room.run('telework/ask-trip-reports');
    expect((room.told.get('colleague') ?? []).filter((one) => one.includes('復命をお願いします'))).toHaveLength(1);
    expect(await report()).toMatchObject({ state: 'WAITS', version: 1, may: { report: true } });
    expect(await room.refused(write('section-head', 1))).toBe('telework.trip_report_not_yours');
    expect(await room.refused(write('colleague', 0))).toBe('telework.trip_report_stale');
    await room.press('colleague', 'telework/trip-report', {
      applicationId: made.id,
      version: 1,
      text: '協議が整った。',
    });
    await room.settled();
    const done = await report();
    expect(done).toMatchObject({ state: 'REPORTED', problem: null, may: { report: false } });
    const view = await room.city.suite.approvals.read(room.city.as('colleague'), done.caseId ?? '');
    expect(view).toMatchObject({ title: '復命（県庁、令和8年11月25日）', status: 'IN_REVIEW' });
  });

  it('of one day given up in the middle is two absences', async () => {
    const made = await ask('colleague', trip('2026-12-07', '2026-12-09'));
    await order(made);
    const view = await read('colleague', made);
    const body = { version: view.version, reason: '会議の中止' };
    const params = { id: view.id, itemId: view.days[1]?.itemId };
    await room.call('colleague', 'POST /trips/{id}/days/{itemId}/cancel', { params, body });
    const at = async (moment: string) => {
      room.at(moment);
      return (await away('colleague')).length;
    };
    expect([await at('2026-12-07 15:00'), await at('2026-12-08 10:00'), await at('2026-12-09 10:00')]).toEqual([
      1, 0, 1,
    ]);
  });
});
