import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { localDateOf } from '../../shared/index.ts';
import { type TestCity, YAMATO } from '../../testing/test-city.ts';
import { addRoom, at, book, bookingCity, type CallRoute, calling, iso } from './booking.fixture.ts';
import type { BookingsPage, BookingView } from './contract.ts';

let now = at('09:00', '2026-11-24');
let city: TestCity;
let call: CallRoute;
let room = '';
const ids = new Map<string, string>();
const id = (name: string) => ids.get(name) ?? '';

beforeAll(async () => {
  city = await bookingCity(() => now);
  call = calling(city);
  for (const name of ['drafter', 'colleague', 'section-head', 'other-section'])
    ids.set(name, (await city.suite.directory.me(city.as(name))).staffId);
  room = (await addRoom(call, '第1会議室')).roomId;
});
afterAll(() => city.close());

const list = (query: object = {}, as = 'colleague', more: object = {}) =>
  call('GET /schedules/bookings', { as, query, ...more }) as Promise<BookingsPage>;
const subjects = ({ items }: BookingsPage) => items.map(({ subject }) => subject);
const meet = (subject: string, day: string, more: object = {}, as = 'drafter'): Promise<BookingView> =>
  book(call, { subject, from: iso('10:00', day), to: iso('11:00', day), required: [id('colleague')], ...more }, { as });

describe('自分の予約', () => {
  it('are those one made and those one takes part in, the earliest to come first, and nobody else’s', async () => {
    await meet('招かれた', '2026-12-03');
    await meet('任意で招かれた', '2026-12-02', { required: [id('section-head')], optional: [id('colleague')] });
    await meet('自分で取った', '2026-12-01', { required: [], rooms: [room] }, 'colleague');
    await meet('非公開でも', '2026-12-04', { visibility: 'PRIVATE' });
    await meet('よその', '2026-12-02', { required: [id('section-head')], rooms: [room] }, 'other-section');
    const page = await list();
    expect(page.items.map(({ subject, role, from }) => [subject, role, localDateOf(new Date(from))])).toEqual([
      ['自分で取った', 'ORGANISER', '2026-12-01'],
      ['任意で招かれた', 'PARTICIPANT', '2026-12-02'],
      ['招かれた', 'PARTICIPANT', '2026-12-03'],
      ['非公開でも', 'PARTICIPANT', '2026-12-04'],
    ]);
    expect(page.nextCursor).toBeNull();
    expect(page.items[0]).toMatchObject({
      ...{ rooms: [{ roomId: room, name: '第1会議室', state: 'HELD' }], may: { change: true, cancel: true } },
      outlook: { state: 'NONE', sentence: expect.stringContaining('Outlookには未反映です') },
    });
    expect(page.items[1]?.may).toEqual({ change: false, cancel: false });
    expect(subjects(await list({ role: 'ORGANISER' }))).toEqual(['自分で取った']);
    expect(subjects(await list({ role: 'PARTICIPANT' }))).toHaveLength(3);
    const abroad = await list({}, 'colleague', { more: { municipalityId: YAMATO } });
    expect(abroad).toEqual({ items: [], nextCursor: null });
  });

  it('follow a change: who is added has it in their list, who is taken out not any more, and its time is the new one', async () => {
    const { bookingId } = await meet('動く会議', '2026-12-10', { required: [id('section-head')] });
    const has = async (as: string) => subjects(await list({}, as)).includes('動く会議');
    expect([await has('section-head'), await has('other-section')]).toEqual([true, false]);
    const time = { from: iso('15:00', '2026-11-25'), to: iso('16:00', '2026-11-25') };
    const body = { version: 1, required: [id('other-section')], ...time };
    await call('PATCH /schedules/bookings/{id}', { id: bookingId, body });
    expect([await has('section-head'), await has('other-section')]).toEqual([false, true]);
    expect(subjects(await list({ role: 'ORGANISER' }, 'drafter'))[0]).toBe('動く会議');
    await call('DELETE /schedules/bookings/{id}', { id: bookingId, query: { version: 2 } });
    expect(await has('other-section')).toBe(false);
    const past = await list({ when: 'PAST' }, 'other-section');
    expect(past.items.map(({ subject, state }) => [subject, state])).toEqual([['動く会議', 'CANCELLED']]);
  });

  it('come page by page, each once and in order, also where many begin at the same time', async () => {
    for (let n = 0; n < 35; n += 1) await meet(`朝会${n}`, '2027-02-01');
    const whole: string[] = [];
    let cursor: string | null = null;
    do {
      const page: BookingsPage = await list(cursor === null ? {} : { cursor });
      expect(page.items.length).toBeLessThanOrEqual(30);
      whole.push(...page.items.map(({ bookingId }) => bookingId));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect([whole.length, new Set(whole).size]).toEqual([39, 39]);
    const forged = Buffer.from(`-271821-04-20T00:00:00.000Z ${whole[0]}`).toString('base64url');
    for (const bad of ['あ', forged])
      await expect(list({ cursor: bad })).rejects.toMatchObject({ kind: 'bad-input', code: 'schedules.bad_cursor' });
  });

  it('what goes on is still to come; what is over is past, the latest first', async () => {
    now = at('10:30');
    expect(subjects(await list())[0]).toBe('自分で取った');
    now = at('11:00');
    expect(subjects(await list())[0]).toBe('任意で招かれた');
    now = at('12:00', '2026-12-03');
    expect(subjects(await list({ when: 'PAST' }))).toEqual(['招かれた', '任意で招かれた', '自分で取った']);
    const long = { from: iso('13:00', '2026-12-03'), to: iso('12:00', '2026-12-10') };
    await meet('一週間の泊まり込み', '2026-12-03', long);
    now = at('11:59', '2026-12-10');
    expect(subjects(await list())[0]).toBe('一週間の泊まり込み');
  });
});
