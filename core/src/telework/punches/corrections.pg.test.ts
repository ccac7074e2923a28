import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { YAMATO } from '../../testing/test-city.ts';
import type { CorrectionPage, CorrectionView, WorkdayView } from './contract.ts';
import { moment, openPunchRoom, type PunchRoom } from './room.fixture.ts';

let room: PunchRoom;

beforeAll(async () => {
  room = await openPunchRoom();
});
afterAll(() => room.city.close());

const said = (text: string) => moment(text).toISOString();
const settle = (name: string, id: string, outcome: string, comment = '') =>
  room.call<CorrectionView>(name, 'POST /telework/corrections/{id}/settle', {
    ...{ params: { id }, body: { outcome, comment } },
  });
const box = async (name: string, which: string) =>
  (await room.call<CorrectionPage>(name, 'GET /telework/corrections', { query: { box: which } })).items;

describe('T-09: corrections', () => {
  let asked: WorkdayView;
  const lastOf = (view: WorkdayView) => view.corrections.find(({ state }) => state === 'OPEN')?.id ?? '';

  it('say what was before and what is to be, and count only when a head above confirms them', async () => {
    room.at('2026-11-24 8:50');
    const { day } = await room.tap('drafter', 'START');
    room.at('2026-11-24 18:00');
    await room.tap('drafter', 'END');
    const by = { punch: 'START', at: said('2026-11-24 8:30') } as const;
    asked = await room.correct('drafter', {
      date: '2026-11-24',
      changes: [{ replaces: day.punches[0]?.id ?? '', by }],
    });
    expect(asked.corrections).toMatchObject([
      {
        ...{ state: 'OPEN', reason: '押し忘れました', may: { settle: false, withdraw: true } },
        changes: [{ before: { punch: 'START', at: said('2026-11-24 8:50') }, after: by }],
      },
    ]);
    expect(asked.punches[0]?.at).toBe(said('2026-11-24 8:50'));
    expect(asked.flags).toContainEqual(expect.objectContaining({ flag: 'OPEN_CORRECTION', blocks: true }));
  });

  it('are asked of the head by a card with one tap, and the answer comes back to whoever asked', async () => {
    await room.settled();
    const card = room.told.get('section-head')?.at(-1) ?? '';
    expect(card).toContain('打刻修正の確認');
    expect(card).toContain('開始 08:50 → 開始 08:30');
    expect(card).toContain('telework/correction-confirm');
    const id = lastOf(asked);
    expect(await box('section-head', 'waiting')).toMatchObject([{ id, may: { settle: true, withdraw: false } }]);
    expect(await box('colleague', 'waiting')).toEqual([]);
    const done = await room.press('section-head', 'telework/correction-confirm', { correctionId: id });
    expect(done).toContain('打刻修正：確認されました');
    await room.settled();
    expect(room.told.get('drafter')?.at(-1)).toContain('打刻修正：確認されました');
    expect(await room.day('drafter', '2026-11-24')).toMatchObject({
      ...{ state: 'ENDED', worked: 510, corrections: [{ state: 'CONFIRMED', settled: { comment: '' } }] },
      punches: [
        { punch: 'START', at: said('2026-11-24 8:30'), corrected: true },
        { punch: 'END', at: said('2026-11-24 18:00'), corrected: false },
      ],
    });
    expect(await box('section-head', 'waiting')).toEqual([]);
  });

  it('are answered once: of two heads the second is shown what became of it', async () => {
    const again = await room.press('department-head', 'telework/correction-confirm', { correctionId: lastOf(asked) });
    expect(again).toContain('すでに確認・却下されたか取り下げられています');
    const next = await room.correct('drafter', {
      ...{ date: '2026-11-24', changes: [{ replaces: null, by: { punch: 'PAUSE', at: said('2026-11-24 15:00') } }] },
    });
    const both = await Promise.allSettled(
      ['section-head', 'department-head'].map((name) => settle(name, lastOf(next), 'DECLINED', '不要です')),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const failed = both.find((one) => one.status === 'rejected');
    expect(failed?.reason).toMatchObject({ code: 'telework.correction_over', present: { state: 'DECLINED' } });
    expect((await room.day('drafter', '2026-11-24')).punches).toHaveLength(2);
  });

  it('are never confirmed by oneself, nor by who is not above, nor seen by others', async () => {
    const date = '2026-11-24';
    const mine = await room.correct('section-head', {
      ...{ date, changes: [{ replaces: null, by: { punch: 'START', at: said('2026-11-24 8:30') } }] },
    });
    const id = lastOf(mine);
    expect(await room.refused(settle('section-head', id, 'CONFIRMED'))).toBe('telework.correction_not_yours');
    expect(await room.refused(settle('drafter', id, 'CONFIRMED'))).toBe('telework.correction_not_found');
    expect(await room.refused(settle('general-affairs-head', id, 'CONFIRMED'))).toBe('telework.correction_not_found');
    const { suite } = room.city;
    const read = suite.routes.find(({ method, path }) => `${method} ${path}` === 'GET /telework/corrections/{id}');
    const other = room.city.as('department-head', { municipalityId: YAMATO });
    const elsewhere = read?.handle(other, { params: { id }, query: {}, body: {}, file: null });
    expect(await room.refused(Promise.resolve(elsewhere))).toBe('telework.correction_not_found');
    expect(await settle('department-head', id, 'CONFIRMED')).toMatchObject({ state: 'CONFIRMED' });
  });

  it('may be withdrawn by whoever asked, until they are answered', async () => {
    const view = await room.correct('drafter', {
      ...{ date: '2026-11-24', changes: [{ replaces: null, by: { punch: 'PAUSE', at: said('2026-11-24 15:00') } }] },
    });
    const withdraw = (name: string) =>
      room.call<CorrectionView>(name, 'POST /telework/corrections/{id}/withdraw', { params: { id: lastOf(view) } });
    expect(await room.refused(withdraw('section-head'))).toBe('telework.correction_not_yours');
    expect(await withdraw('drafter')).toMatchObject({ state: 'WITHDRAWN', may: { settle: false, withdraw: false } });
    expect(await room.refused(withdraw('drafter'))).toBe('telework.correction_over');
  });

  it('are refused where they say nothing, what is yet to come, another day, or a punch that is there no more', async () => {
    const ask = (replaces: string | null, at: string | null, date = '2026-11-24') => {
      const by = at === null ? null : ({ punch: 'END', at: said(at) } as const);
      return room.refused(room.correct('drafter', { date, changes: [{ replaces, by }] }));
    };
    expect(await ask(null, null)).toBe('telework.correction_nothing');
    expect(await ask(null, '2026-11-24 23:00')).toBe('telework.correction_future');
    expect(await ask(null, '2026-11-24 12:00', '2026-11-25')).toBe('telework.correction_future');
    expect(await ask(null, '2026-11-23 23:00')).toBe('telework.correction_other_day');
    expect(await ask('00000000-0000-7000-8000-000000000000', '2026-11-24 17:15')).toBe('telework.correction_stale');
  });

  it('of the same key are one, and another wish under it is refused', async () => {
    const body = {
      ...{ date: '2026-11-24', reason: 'x' },
      changes: [{ replaces: null, by: { punch: 'RESUME', at: said('2026-11-24 15:10') } }],
    };
    const ask = (reason: string) =>
      room.call<WorkdayView>('colleague#one', 'POST /telework/corrections', { body: { ...body, reason } });
    expect(await ask('x')).toEqual(await ask('x'));
    expect(await box('colleague', 'mine')).toHaveLength(1);
    expect(await room.refused(ask('y'))).toBe('platform.idempotency_key_reused');
  });
});
