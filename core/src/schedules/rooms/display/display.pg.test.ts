import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MINATO, type TestCity, YAMATO } from '../../../testing/test-city.ts';
import { ADMIN, addRoom, at, book, bookingCity, type CallRoute, calling, iso } from '../../bookings/booking.fixture.ts';
import type { DisplayMade, DisplayView } from '../contract.ts';

let now = at('09:30');
let city: TestCity;
let call: CallRoute;

beforeAll(async () => {
  city = await bookingCity(() => now);
  call = calling(city);
});
afterAll(() => city.close());

const make = (body: object, { as = ADMIN, key }: { as?: string; key?: string } = {}) =>
  call('POST /schedules/displays', { as, body, ...(key === undefined ? {} : { key }) }) as Promise<DisplayMade>;
const list = async () => ((await call('GET /schedules/displays', { as: ADMIN })) as { items: DisplayView[] }).items;
const show = (key: string) => city.suite.lobby.show(key);

describe('S-09: displays and their keys', () => {
  it('show today’s rooms of their office, without subjects and names', async () => {
    const room = await addRoom(call, '第1会議室');
    const branch = await addRoom(call, '浜の部屋', { office: 'hama-shisho', publicText: '相談' });
    await addRoom(call, '貸出PC', { kind: 'EQUIPMENT' });
    await book(call, { subject: '懲戒の件', rooms: [room.roomId] });
    await book(call, {
      subject: '公開の件',
      publicText: '都市計画審議会',
      rooms: [room.roomId],
      from: iso('13:00'),
      to: iso('14:00'),
    });
    await book(call, {
      subject: '明日の件',
      rooms: [room.roomId],
      from: iso('10:00', '2026-12-02'),
      to: iso('11:00', '2026-12-02'),
    });
    await book(call, { subject: '浜の件', rooms: [branch.roomId] });
    const { key } = await make({ name: '本庁ロビー' });
    const view = await show(key);
    expect(view?.office.ja).toBe('本庁');
    expect(view?.lines.map(({ from, to, text }) => [from, to, text])).toEqual([
      ['10:00', '11:00', null],
      ['13:00', '14:00', '都市計画審議会'],
    ]);
    expect(JSON.stringify(view)).not.toMatch(/懲戒|公開の件|drafter/u);
    const other = await make({ name: '浜支所', office: 'hama-shisho' });
    expect((await show(other.key))?.lines).toMatchObject([{ room: '浜の部屋', text: '相談', now: false }]);
    now = at('11:00');
    expect((await show(other.key))?.lines).toEqual([]);
  });

  it('are made and revoked by system administrators; the key is told once and kept as a hash', async () => {
    await expect(make({ name: '勝手な表示' }, { as: 'drafter' })).rejects.toMatchObject({
      code: 'schedules.display_not_yours',
    });
    await expect(make({ name: 'どこか', office: 'nowhere' })).rejects.toMatchObject({
      code: 'schedules.booking_unknown_office',
    });
    const { display, key } = await make({ name: '2階' });
    const { rows } = await city.test.owner.query('select to_jsonb(d)::text as kept from kaigi.schedules_display d');
    const kept = JSON.stringify([rows, await list()]);
    expect([kept.includes(key), kept.includes(key.split('.')[1] ?? key)]).toEqual([false, false]);
    const revoke = () =>
      call('DELETE /schedules/displays/{id}', { as: ADMIN, id: display.displayId }) as Promise<DisplayView>;
    expect((await show(key))?.lines).toBeDefined();
    const first = await revoke();
    now = at('12:00');
    expect(await revoke()).toEqual(first);
    expect(await show(key)).toBeNull();
  });

  it('pressed twice is one display, with the same key; and no table holds a key, nor what it is made of', async () => {
    const before = (await list()).length;
    const [idempotencyKey, body] = ['0b9f6a53-5a54-4f07-9c4e-9a8f2b7c1d10', { name: '4階' }];
    const twice = () => make(body, { key: idempotencyKey });
    const [first, second] = await Promise.all([twice(), twice()]);
    expect(second).toEqual(first);
    expect(await twice()).toEqual(first);
    expect([(await list()).length - before, (await show(first.key))?.office.ja]).toEqual([1, '本庁']);
    const other = make({ name: '5階' }, { key: idempotencyKey });
    await expect(other).rejects.toMatchObject({ code: 'platform.idempotency_key_reused' });
    const { rows } = await city.test.owner.query(
      `select to_jsonb(d)::text as kept from kaigi.schedules_display d union all
       select to_jsonb(i)::text from kaigi.idempotency i`,
    );
    const kept = JSON.stringify(rows);
    expect([kept.includes(first.key.split('.')[1] ?? first.key), kept.includes(idempotencyKey)]).toEqual([
      false,
      false,
    ]);
  });

  it('nothing but a key of that municipality opens one', async () => {
    const { key } = await make({ name: '3階' });
    const [, secret] = key.split('.');
    const ofYamato = `${YAMATO.replaceAll('-', '')}.${secret}`;
    const forged = `${MINATO.replaceAll('-', '')}.${'A'.repeat(43)}`;
    for (const wrong of ['', 'x', ofYamato, forged, `${key} `, key.toUpperCase(), `${key}'--`, '\u0000', `.${secret}`])
      expect(await show(wrong)).toBeNull();
  });
});
