import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ApplicationView } from '../applications/contract.ts';
import { type ApplyRoom, openApplyRoom } from '../applications/room.fixture.ts';
import type { MyRegistration, PersonsRegistration } from './contract.ts';

let room: ApplyRoom;
const ADDRESS = 'みなと市浜町1丁目2番3号';

beforeAll(async () => {
  room = await openApplyRoom('2026-11-20 10:00');
});
afterAll(() => room.city.close());

const mine = (name: string) => room.call<MyRegistration>(name, 'GET /telework/registrations/mine');
const read = (name: string, id: string) =>
  room.call<ApplicationView>(name, 'GET /telework/registrations/{id}', { params: { id } });
const asOf = ({ current, asked }: MyRegistration) => [
  current?.state ?? null,
  current?.until ?? null,
  asked?.state ?? null,
];

describe('T-01: 利用者登録', () => {
  it('while it is being decided, 「申請」 says so, by whom, and leads to its case', async () => {
    expect(await room.type('colleague', '申請')).toContain('先に利用者登録をしてください');
    const body = {
      ...{ places: [{ place: 'OWN_HOME', address: ADDRESS }], devices: [{ device: 'LOANED_PC', name: 'PC-0124' }] },
      ...{ reasons: [], contact: '090-0000-0000', renewal: false },
    };
    const view = await room.call<ApplicationView>('colleague', 'POST /telework/registrations', { body });
    const said = await room.type('colleague', '申請');
    expect(said).not.toContain('先に利用者登録をしてください');
    expect(said).toMatch(/利用者登録は申請中です。[^。]*係長[^。]*が決裁しています。/u);
    expect(said).toContain(room.caseOf(view, 'APPROVAL'));
    await room.approved(view);
    const after = await room.type('colleague', '申請');
    expect(after).not.toContain('申請中です');
    expect(after).not.toContain('先に利用者登録をしてください');
  });

  it('is asked for, approved by the head, and valid until the end of the 年度', async () => {
    expect(asOf(await mine('drafter'))).toEqual([null, null, null]);
    const view = await room.registered('drafter');
    expect([view.state, view.judgement.steps.map(({ procedure }) => procedure)]).toEqual([
      'APPROVED',
      ['APPROVAL', 'NOTICE'],
    ]);
    const after = await mine('drafter');
    expect(asOf(after)).toEqual(['VALID', '2027-03-31', null]);
    expect(after.current?.places[0]).toEqual({ place: 'OWN_HOME', name: '自宅', address: ADDRESS });
    expect(after.renewable).toBe(false);
  });

  it('shows the address to the person, the 所属長 and personnel, and to no other head above', async () => {
    const { current } = await mine('drafter');
    const id = current?.id ?? '';
    for (const name of ['drafter', 'section-head', 'auditor'])
      expect(JSON.stringify((await read(name, id)).input)).toContain(ADDRESS);
    for (const name of ['subsection-head', 'department-head']) {
      const { input } = await read(name, id);
      expect(input).toMatchObject({ places: [{ place: 'OWN_HOME' }] });
      for (const secret of [ADDRESS, '090-0000-0000']) expect(JSON.stringify(input)).not.toContain(secret);
    }
    for (const name of ['colleague', 'other-section'])
      expect(await room.refused(read(name, id))).toBe('telework.application_not_found');
  });

  it('is read where a boss looks at somebody, with the address for the 所属長 and personnel alone', async () => {
    const staffId = (await mine('drafter')).current?.staff.staffId ?? '';
    const ofPerson = (name: string) =>
      room.call<PersonsRegistration>(name, 'GET /telework/registrations/people/{staffId}', { params: { staffId } });
    for (const name of ['section-head', 'auditor']) {
      const { current, personal } = await ofPerson(name);
      expect([personal, current?.places[0]?.address, current?.contact]).toEqual([true, ADDRESS, '090-0000-0000']);
    }
    for (const name of ['subsection-head', 'department-head']) {
      const { current, personal } = await ofPerson(name);
      expect([personal, current?.places]).toEqual([false, [{ place: 'OWN_HOME', name: '自宅', address: '' }]]);
      expect(current?.contact).toBe('');
    }
    for (const name of ['colleague', 'other-section'])
      expect(await room.refused(ofPerson(name))).toBe('telework.application_not_found');
  });

  it('keeps address and telephone out of the log, the history, the cases, the jobs and the chats', async () => {
    const { owner } = room.city.test;
    const everywhere = await owner.query<{ said: string }>(
      `select fact::text as said from kaigi.telework_fact union all select content::text from kaigi.approvals_case
       union all select coalesce(change::text, '') from kaigi.approvals_history
       union all select convert_from(entry, 'UTF8') from kaigi.ledger_leaf
       union all select convert_from(entry, 'UTF8') from kaigi.ledger_pending`,
    );
    const said = [...everywhere.rows.map((row) => row.said), ...[...room.told.values()].flat()].join('\n');
    expect(said).toContain('OWN_HOME');
    for (const secret of [ADDRESS, '090-0000-0000']) expect(said).not.toContain(secret);
  });

  it('a change notice takes its place from its approval on, and until then the old one counts', async () => {
    const places = [{ place: 'CARED_HOME', address: 'やまと町1番' }];
    room.at('2026-11-24 9:00');
    const change = await room.call<ApplicationView>('drafter', 'POST /telework/registrations', {
      body: { places, devices: [{ device: 'LOANED_PC', name: '' }], contact: '内線' },
    });
    expect(asOf(await mine('drafter'))).toEqual(['VALID', '2027-03-31', 'ASKED']);
    expect((await room.check('drafter', { place: 'CARED_HOME' })).answer).toBe('REFUSED');
    room.at('2026-11-25 9:00');
    await room.approved(change);
    expect((await mine('drafter')).current?.places[0]?.place).toBe('CARED_HOME');
    const later = { when: { dates: ['2026-11-27'] } };
    expect((await room.check('drafter', { ...later, place: 'CARED_HOME' })).answer).toBe('ALLOWED');
    expect((await room.check('drafter', { ...later, place: 'OWN_HOME' })).answer).toBe('REFUSED');
  });

  it('is refused with the article where the rules do not allow the place or the device', async () => {
    const body = { places: [{ place: 'OWN_HOME' }], devices: [{ device: 'OWN_PC' }], contact: '内線' };
    const refusal = room.call('colleague', 'POST /telework/registrations', { body });
    await expect(refusal).rejects.toMatchObject({
      code: 'telework.refused',
      params: { reasons: expect.stringContaining('第8条第3項') },
    });
  });

  it('is renewed from the day that the rules say, is reminded of twice, and ends by itself', async () => {
    const renewal = { renewal: true, places: [{ place: 'CARED_HOME', address: 'やまと町1番' }] };
    const ask = () => room.registered('drafter', renewal);
    expect(await room.refused(ask())).toBe('telework.renewal_not_due');
    const reminded = () =>
      (room.told.get('drafter') ?? []).filter((card) => card.includes('期限が近づきました')).length;
    for (const [day, times] of [
      ['2027-03-01 8:45', 0],
      ['2027-03-03 8:45', 1],
      ['2027-03-04 8:45', 1],
      ['2027-03-26 8:45', 2],
      ['2027-03-30 8:45', 2],
    ] as const) {
      room.at(day);
      await room.run('telework/registration-reminders-everywhere');
      expect([day, reminded()]).toEqual([day, times]);
    }
    expect((await mine('drafter')).renewable).toBe(true);
    await ask();
    const [now, next] = await Promise.all([mine('drafter'), room.type('drafter', '登録')]);
    expect([...asOf(now), now.renewable]).toEqual(['VALID', '2027-03-31', null, false]);
    expect(next).toContain('有効');
    expect(next).toContain('https://kaigi.example/workday/new?kind=REGISTRATION');
    room.at('2027-04-02 9:00');
    expect(asOf(await mine('drafter'))).toEqual(['VALID', '2028-03-31', null]);
    room.at('2028-04-02 9:00');
    expect(asOf(await mine('drafter'))).toEqual(['EXPIRED', '2028-03-31', null]);
  });

  it('is cancelled by the person, and then nothing may be asked for by it', async () => {
    room.at('2027-04-05 9:00');
    const { current } = await mine('drafter');
    const id = current?.id ?? '';
    const { version } = await read('drafter', id);
    const cancel = (name: string) =>
      room.call<ApplicationView>(name, 'POST /telework/registrations/{id}/cancel', {
        ...{ params: { id }, body: { version, reason: '転居' } },
      });
    expect(await room.refused(cancel('section-head'))).toBe('telework.application_not_yours');
    expect((await cancel('drafter')).state).toBe('CANCELLED');
    const judged = await room.check('drafter', { when: { dates: ['2027-04-07'] }, place: 'CARED_HOME' });
    expect(judged.answer).toBe('REFUSED');
  });
});
