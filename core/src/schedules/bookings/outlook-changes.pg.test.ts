import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { TestCity } from '../../testing/test-city.ts';
import { quiet, until } from '../../testing/until.ts';
import type { RoomsView } from '../rooms/contract.ts';
import type { WeekView } from '../week/contract.ts';
import { addRoom, at, book, bookingCity, type CallRoute, calling, iso, OutlookOfBookings } from './booking.fixture.ts';
import type { BookingView } from './contract.ts';

let city: TestCity;
let call: CallRoute;
let outlook: OutlookOfBookings;
let colleague = '';
let room = '';

beforeAll(async () => {
  city = await bookingCity(() => at('09:00', '2026-11-24'));
  call = calling(city);
  colleague = (await city.suite.directory.me(city.as('colleague'))).staffId;
  outlook = new OutlookOfBookings();
  outlook.openMailbox('drafter', 'colleague');
  city.suite.useCalendars(outlook.port());
  await city.suite.startJobs();
});
afterAll(() => city.close());
beforeEach(async () => {
  outlook.asked.length = 0;
  room = (await addRoom(call, '第1会議室')).roomId;
});

const settled = () => quiet(city.test);
const read = (id: string) => call('GET /schedules/bookings/{id}', { id }) as Promise<BookingView>;
const change = (id: string, body: object) => call('PATCH /schedules/bookings/{id}', { id, body });
const mine = async (id: string) => {
  const week = (await call('GET /schedules/week', { query: { from: '2026-12-01', days: 1 } })) as WeekView;
  const own = week.rows.find(({ mayEdit }) => mayEdit)?.items ?? [];
  return own.filter(({ bookingId }) => bookingId === id).map(({ from, title }) => [from, title]);
};
const inRoom = async () => {
  const day = { from: '2026-12-01', to: '2026-12-01' };
  const { items } = (await call('GET /schedules/rooms', { query: day })) as RoomsView;
  return items.find(({ roomId }) => roomId === room)?.times.map(({ from }) => from);
};
/** A meeting that Outlook has and whose organizer's calendar is followed. */
async function aMeeting(more: object = {}): Promise<string> {
  const { bookingId } = await book(call, { required: [colleague], rooms: [room], ...more });
  await until(async () => (await read(bookingId)).outlook.state === 'WRITTEN');
  await mine(bookingId);
  await settled();
  return bookingId;
}
async function changedThere(...asked: Parameters<OutlookOfBookings['changedThere']>): Promise<void> {
  await city.suite.calendarNews.hear(outlook.changedThere(...asked));
  await settled();
}

describe('S-14: what was booked here and is changed in Outlook', () => {
  it('moves here too, with its room, and stands once in the week', async () => {
    const id = await aMeeting();
    await changedThere(id, { from: at('13:00'), to: at('14:00'), subject: '改めた件名' });
    expect(await read(id)).toMatchObject({
      ...{ from: iso('13:00'), to: iso('14:00'), subject: '改めた件名', version: 2 },
      ...{ outlook: { state: 'WRITTEN' }, rooms: [{ roomId: room, state: 'HELD' }] },
    });
    expect([await mine(id), await inRoom()]).toEqual([[[iso('13:00'), '改めた件名']], [iso('13:00')]]);
    // What came from Outlook is not written back to it.
    expect(outlook.asked).not.toContain('change');
  });

  it('called off there is called off here, and its room is free again', async () => {
    const id = await aMeeting({ from: iso('15:00'), to: iso('16:00') });
    await changedThere(id, null);
    expect((await read(id)).state).toBe('CANCELLED');
    expect([await mine(id), await inRoom()]).toEqual([[], []]);
    expect(outlook.asked).not.toContain('cancel');
  });

  it('moved to where somebody else holds the room loses it, which is told; theirs stays', async () => {
    const other = await aMeeting({ from: iso('10:00'), to: iso('11:00') });
    const id = await aMeeting({ from: iso('11:00'), to: iso('12:00') });
    await changedThere(id, { from: at('10:30'), to: at('11:30') });
    expect((await read(id)).rooms).toMatchObject([{ roomId: room, state: 'DECLINED' }]);
    expect((await read(other)).rooms).toMatchObject([{ roomId: room, state: 'HELD' }]);
    expect(await inRoom()).toEqual([iso('10:00')]);
  });

  it('changed here afterwards is not turned back by what is remembered of before', async () => {
    const id = await aMeeting({ from: iso('16:00'), to: iso('17:00') });
    await changedThere(id, { from: at('16:30'), to: at('17:30') });
    const { version } = await read(id);
    await change(id, { version, from: iso('17:00'), to: iso('18:00') });
    await until(async () => (await read(id)).outlook.state === 'WRITTEN');
    await settled();
    expect((await read(id)).from).toBe(iso('17:00'));
    expect(outlook.events.get(id)?.wish.from).toEqual(at('17:00'));
  });
});
