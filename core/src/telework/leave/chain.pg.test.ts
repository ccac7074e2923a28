import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CaseView } from '../../approvals/contract.ts';
import { importPosts, MINATO, POSTS, YAMATO } from '../../testing/test-city.ts';
import type { ApplicationView, JudgementView } from '../applications/contract.ts';
import { openPunchRoom, type PunchRoom } from '../punches/room.fixture.ts';
import type { LeaveBalanceView } from './contract.ts';

let room: PunchRoom;

beforeAll(async () => {
  // A Friday.
  room = await openPunchRoom('2026-11-20 9:00');
  await importPosts(room.city.suite, MINATO, [
    ...POSTS,
    'somu,総務課,SECTION,,jinji-shuji,主事,STAFF,0,other-section,1,PERSONNEL,2026-04-01,',
  ]);
});
afterAll(() => room.city.close());
beforeEach(() => room.at('2026-11-20 9:00'));

const annual = (date: string, more: object = {}) => ({ kind: 'ANNUAL', when: { dates: [date] }, ...more });
const ask = (name: string, body: object) => room.call<ApplicationView>(name, 'POST /leave', { body });
const check = (name: string, body: object) => room.call<JudgementView>(name, 'POST /leave/check', { body });
const read = (name: string, { id }: { id: string }) =>
  room.call<ApplicationView>(name, 'GET /leave/{id}', { params: { id } });
const balance = (name: string) => room.call<LeaveBalanceView>(name, 'GET /leave/balance');
const cancel = (name: string, view: ApplicationView, at = 0) =>
  room.call<ApplicationView>(name, 'POST /leave/{id}/days/{itemId}/cancel', {
    params: { id: view.id, itemId: view.days[at]?.itemId },
    body: { version: view.version, reason: '出勤することになった' },
  });
async function act(name: string, view: ApplicationView, what: 'approve' | 'reject' | 'send-back') {
  const caseId = view.cases[0]?.caseId ?? '';
  const { version } = await room.city.suite.approvals.read(room.city.as(name), caseId);
  const input = what === 'approve' ? { act: what, version } : { act: what, version, reason: '業務の都合' };
  const done: CaseView = await room.city.suite.approvals.act(room.city.as(name), caseId, input as never);
  await room.settled();
  return done;
}
const awayNow = async (name: string) => {
  const staffId = await room.staffId(name);
  const known = await room.city.test.db.inMunicipality(MINATO, (tx) =>
    room.city.suite.absences.absencesOf(tx, [staffId]),
  );
  return (known.get(staffId) ?? []).map(({ source, statement }) => `${source} ${statement}`);
};

describe('T-11: 年次有給休暇 from the wish to the account', () => {
  it('is decided by the table of the city: a day by the 係長, and counts before and after the decision', async () => {
    const made = await ask('drafter', annual('2026-11-25'));
    expect(made).toMatchObject({ state: 'REVIEW', problem: null, title: '年次有給休暇承認申請（令和8年11月25日）' });
    expect(await balance('drafter')).toMatchObject({ reserved: { days: 1 }, available: { days: 19 } });
    await act('subsection-head', made, 'approve');
    expect(await read('drafter', made)).toMatchObject({ state: 'APPROVED', days: [{ state: 'APPROVED' }] });
    expect(await balance('drafter')).toMatchObject({
      reserved: { total: 0 },
      promised: { days: 1 },
      available: { days: 19 },
    });
  });

  it('gives back what was refused or withdrawn', async () => {
    const refused = await ask('drafter', annual('2026-12-01'));
    await act('subsection-head', refused, 'reject');
    expect((await read('drafter', refused)).state).toBe('REFUSED');
    const made = await ask('drafter', annual('2026-12-01'));
    const body = { version: made.version, reason: '要らなくなった' };
    await room.call('drafter', 'POST /leave/{id}/withdraw', { params: { id: made.id }, body });
    expect((await balance('drafter')).available.days).toBe(19);
  });

  it('takes half days and hours as the city counts them, and goes to the 課長 above a day', async () => {
    const half = await ask('colleague', annual('2026-12-02', { span: 'AFTERNOON' }));
    expect(half.days).toMatchObject([{ from: '13:00', to: '17:15' }]);
    const hours = await ask('colleague', annual('2026-12-02', { span: 'HOURS', time: { from: '08:30', to: '10:30' } }));
    expect((await balance('colleague')).reserved.total).toBe(255 + 120);
    expect(hours.state).toBe('REVIEW');
    const week = await ask('colleague', { kind: 'ANNUAL', when: { from: '2026-12-04', to: '2026-12-08' } });
    expect(week.days.map(({ date }) => date)).toEqual(['2026-12-04', '2026-12-07', '2026-12-08']);
    const { items } = await room.city.suite.approvals.route(room.city.as('colleague'), week.cases[0]?.caseId ?? '');
    expect(JSON.stringify(items)).toContain('課長');
  });

  it('refuses what is not there, also of two at the same moment', async () => {
    const spans = [
      { from: '2027-02-01', to: '2027-03-12' },
      { from: '2027-05-10', to: '2027-06-18' },
    ];
    const asked = spans.map((when) => room.refused(ask('subsection-head', { kind: 'ANNUAL', when })));
    expect((await Promise.all(asked)).sort()).toEqual(['telework.refused', 'was not refused']);
    expect((await balance('subsection-head')).available.days).toBeLessThan(20);
  });

  it('says what stands against it: days off, times outside duty, late ones without a reason, a kind nobody knows', async () => {
    const found = async (body: object) =>
      (await check('drafter', body)).findings.map(({ code, severity }) => `${severity} ${code}`);
    expect(await found(annual('2026-11-23'))).toContain('REFUSED telework.leave_day_off');
    expect(await found(annual('2026-11-20'))).toEqual(['REFUSED telework.leave_late_reason']);
    expect(await found(annual('2026-11-20', { reason: '発熱のため' }))).toEqual([]);
    expect(await found(annual('2026-11-19', { reason: '発熱のため' }))).toEqual(['WARNED telework.leave_afterwards']);
    expect(await found(annual('2028-11-20'))).toContain('REFUSED telework.leave_too_far');
    expect(await room.refused(check('drafter', annual('2026-12-03', { kind: 'NAP' })))).toBe(
      'telework.leave_kind_unknown',
    );
    const early = annual('2026-12-03', { span: 'HOURS', time: { from: '06:00', to: '08:00' } });
    expect(await room.refused(check('drafter', early))).toBe('telework.leave_hours');
  });

  it('does not lie upon other leave; halves of one day stand beside each other', async () => {
    expect(await room.refused(ask('drafter', annual('2026-11-25')))).toBe('telework.overlaps');
    await ask('drafter', annual('2026-12-10', { span: 'MORNING' }));
    expect(
      await room.refused(ask('drafter', annual('2026-12-10', { span: 'HOURS', time: { from: '10:00', to: '12:00' } }))),
    ).toBe('telework.overlaps');
    expect((await ask('drafter', annual('2026-12-10', { span: 'AFTERNOON' }))).state).toBe('REVIEW');
  });

  it('for a day that is over is not taken back any more', async () => {
    const made = await ask('drafter', annual('2026-11-24'));
    await act('subsection-head', made, 'approve');
    room.at('2026-11-25 9:00');
    expect(await room.refused(cancel('drafter', await read('drafter', made)))).toBe('telework.day_over');
  });
});

describe('T-11: leave in another city', () => {
  it('is decided by its own rows, from an account of its own', async () => {
    const route = room.city.suite.routes.find(({ method, path }) => method === 'POST' && path === '/leave');
    if (!route?.body || route.answer === 'download') throw new Error('no route');
    const caller = room.city.as('drafter', { municipalityId: YAMATO });
    const input = { params: {}, query: {}, body: route.body.parse(annual('2026-11-25')), file: null };
    const made = route.answer.parse(await route.handle(caller, input)) as ApplicationView;
    expect(made).toMatchObject({ state: 'REVIEW', problem: null });
    expect(await room.refused(read('drafter', made))).toBe('telework.application_not_found');
  });
});

describe('T-11: special leave, sick leave and absence', () => {
  it('counts what the city’s list allows, and tells with the article what is too much', async () => {
    const summer = (from: string, to: string) => ({ kind: 'SUMMER', when: { from, to } });
    expect((await ask('colleague', summer('2026-12-21', '2026-12-24'))).state).toBe('REVIEW');
    const more = await check('colleague', summer('2026-12-25', '2026-12-28'));
    expect(more).toMatchObject({ answer: 'REFUSED', findings: [{ code: 'telework.special_too_many_days' }] });
    expect(more.findings[0]?.sentence).toContain('残り1日');
  });

  it('of sick leave nothing stands in a chat, the paper may follow, and the account is untouched', async () => {
    const before = await balance('drafter');
    const sick = { kind: 'SICK', when: { from: '2027-01-12', to: '2027-01-15' }, reason: '通院のため' };
    expect((await check('drafter', sick)).findings).toMatchObject([
      { severity: 'WARNED', code: 'telework.special_evidence' },
    ]);
    const made = await ask('drafter', { ...sick, evidence: 'FOLLOWS' });
    const view = await room.city.suite.approvals.read(room.city.as('drafter'), made.cases[0]?.caseId ?? '');
    expect(made.problem).toBe(null);
    expect(view).toMatchObject({ confidentiality: 'C3A', status: 'IN_REVIEW' });
    expect(await balance('drafter')).toMatchObject({ available: before.available });
  });

  it('of absence without pay says so, and wants the reason', async () => {
    const absence = { kind: 'ABSENCE', when: { dates: ['2026-12-15'] } };
    expect((await check('drafter', absence)).answer).toBe('REFUSED');
    expect((await check('drafter', { ...absence, reason: '私用' })).findings).toMatchObject([
      { code: 'telework.leave_unpaid' },
    ]);
  });

  it('is evidence of absence on its day and not before, and taken back it is none', async () => {
    const made = await ask('drafter', annual('2026-11-26'));
    await act('subsection-head', made, 'approve');
    expect(await awayNow('drafter')).toEqual([]);
    room.at('2026-11-26 10:00');
    expect(await awayNow('drafter')).toEqual(['LEAVE 休暇の承認']);
    expect((await cancel('drafter', await read('drafter', made))).state).toBe('CANCELLED');
    expect(await awayNow('drafter')).toEqual([]);
  });

  it('leaves a log that holds everything', async () => {
    expect((await room.verified()).filter((code) => code.startsWith('telework'))).toEqual([]);
  });
});
