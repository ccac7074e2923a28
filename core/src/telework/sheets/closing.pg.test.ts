import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ClosingView } from './closing-contract.ts';
import type { Confirmations, SheetView } from './contract.ts';
import { isClosed } from './is-closed.ts';
import { openSheetRoom, type SheetRoom } from './sheets.fixture.ts';

let room: SheetRoom;
const JULY = '2026-07';
const PEOPLE = [
  ...['drafter', 'colleague', 'subsection-head', 'section-head', 'department-head'],
  ...['general-affairs-head', 'other-section', 'auditor'],
];

beforeAll(async () => {
  room = await openSheetRoom();
  for (const name of PEOPLE) await room.usualMonth(name, JULY);
});
afterAll(() => room.city.close());

const closing = (unitId?: string): Promise<ClosingView> =>
  room.call('other-section', 'GET /telework/closing', { query: { month: JULY, ...(unitId ? { unitId } : {}) } });
const close = (key: string, unitId: string | null = null): Promise<ClosingView> =>
  room.call(`other-section#${key}`, 'POST /telework/closing', { body: { month: JULY, unitId } });
const sheet = (name: string): Promise<SheetView> =>
  room.call(name, 'GET /telework/sheets/{month}', { params: { month: JULY } });
async function confirmAll(name: string, but: readonly string[] = []): Promise<void> {
  const { items } = await room.call<Confirmations>(name, 'GET /telework/confirmations', { query: { month: JULY } });
  const wanted = items.filter(({ person, may }) => may.confirm && !but.some((one) => person.name.endsWith(one)));
  await room.call(name, 'POST /telework/confirmations', {
    body: { month: JULY, items: wanted.map(({ person, fingerprint }) => ({ staffId: person.staffId, fingerprint })) },
  });
}
const correct = (name: string, date = '2026-07-01') =>
  room.call(name, 'POST /telework/corrections', {
    body: { date, changes: [{ replaces: null, by: { punch: 'START', at: `${date}T18:00:00+09:00` } }], reason: '残業' },
  });
const isShut = async (name: string) => {
  const id = await room.staffId(name);
  return room.inside((tx) => isClosed(tx, id, JULY));
};

describe('T-09: the closing of a month', () => {
  it('is personnel’s alone, and of no month that is not over', async () => {
    const asked = { body: { month: JULY } };
    expect(await room.refused(room.call('section-head', 'POST /telework/closing', asked))).toBe(
      'telework.sheet_personnel_only',
    );
    const query = { query: { month: JULY } };
    expect(await room.refused(room.call('auditor', 'GET /telework/closing', query))).toBe(
      'telework.sheet_personnel_only',
    );
    const august = room.call('other-section', 'POST /telework/closing', { body: { month: '2026-08' } });
    expect(await room.refused(august)).toBe('telework.sheet_month_open');
    room.at('2026-08-01T14:00:00Z');
    expect(await room.refused(close('early'))).toBe('telework.sheet_month_open');
    room.at('2026-08-03T00:00:00Z');
  });

  it('leaves out whoever has a correction open or is not confirmed, and says who and why', async () => {
    await correct('colleague');
    await confirmAll('section-head', ['subsection-head']);
    await confirmAll('department-head');
    await room.settled();
    const before = await closing();
    const section = before.units.find(({ unitName }) => unitName === '政策課');
    const shown = await closing(section?.unitId);
    expect(shown.blocking.map(({ person, why, bosses }) => [person.name, why[0]?.code, bosses[0]?.name])).toEqual([
      ['見本 colleague', 'OPEN_CORRECTION', '見本 section-head'],
      ['見本 subsection-head', 'UNCONFIRMED', '見本 section-head'],
    ]);
    expect(shown.units.find(({ unitName }) => unitName === '政策課')).toMatchObject({
      people: 4,
      blocked: 1,
      waiting: 1,
    });
    const begun = await close('all');
    expect(begun.may.close).toBe(false);
    await room.settled();
    const after = await closing();
    expect(after.closings).toMatchObject([{ unitName: null, by: { name: '見本 other-section' }, leftOut: 3 }]);
    expect(await sheet('drafter')).toMatchObject({ state: 'CLOSED', may: { confirm: false, unlock: false } });
    expect((await sheet('colleague')).state).toBe('OPEN');
    // Nobody is above these: personnel's closing is the word on them.
    expect((await sheet('department-head')).state).toBe('CLOSED');
    // Whose 課長 has not confirmed.
    expect((await sheet('other-section')).state).toBe('OPEN');
  });

  it('refuses corrections of whoever is closed, and of nobody else', async () => {
    expect([await isShut('drafter'), await isShut('colleague')]).toEqual([true, false]);
    expect(await room.refused(correct('drafter'))).toBe('telework.month_closed');
    await correct('subsection-head', '2026-07-08');
  });

  it('can be opened again for one person with a reason, and closed again', async () => {
    const staffId = await room.staffId('drafter');
    const unlock = (name: string, version: number) =>
      room.call<SheetView>(name, 'POST /telework/sheets/{month}/unlock', {
        params: { month: JULY },
        body: { staffId, version, reason: '届出の漏れがあった' },
      });
    const { version } = await sheet('drafter');
    expect(await room.refused(unlock('section-head', version))).toBe('telework.sheet_personnel_only');
    expect(await room.refused(unlock('other-section', version + 7))).toBe('telework.sheet_stale');
    const opened = await unlock('other-section', version);
    expect(opened).toMatchObject({
      state: 'CONFIRMED',
      closed: null,
      history: [{}, { act: 'UNLOCKED', reason: '届出の漏れがあった' }],
    });
    expect(await room.refused(unlock('other-section', version + 1))).toBe('telework.sheet_not_closed');
    expect(await isShut('drafter')).toBe(false);
    const section = (await closing()).units.find(({ unitName }) => unitName === '政策課')?.unitId ?? null;
    await close('again', section);
    await room.settled();
    expect((await sheet('drafter')).state).toBe('CLOSED');
    expect((await closing()).closings).toHaveLength(2);
  });

  it('of two at once the second is told, and pressed twice it is one', async () => {
    const outcomes = await Promise.all([room.refused(close('one')), room.refused(close('two'))]);
    expect(outcomes.toSorted()).toEqual(['telework.sheet_closing_under_way', 'was not refused']);
    await room.settled();
    const count = (await closing()).closings.length;
    await room.call(`other-section#${outcomes[0] === 'was not refused' ? 'one' : 'two'}`, 'POST /telework/closing', {
      body: { month: JULY, unitId: null },
    });
    await room.settled();
    expect((await closing()).closings).toHaveLength(count);
  });

  it('shows that something came in after the closing, and stands in the log', async () => {
    await room.punch('drafter', '2026-07-05', 'START 9:00', 'END 9:10');
    expect((await sheet('drafter')).state).toBe('CLOSED_CHANGED');
    const section = (await closing()).units.find(({ unitName }) => unitName === '政策課')?.unitId;
    const shown = await closing(section);
    expect(shown.blocking.find(({ person }) => person.name === '見本 drafter')).toMatchObject({ closedChanged: true });
    expect(await room.verified()).toEqual([]);
  });
});
