import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { KaigiError } from '../../shared/index.ts';
import { MINATO, type TestCity } from '../../testing/test-city.ts';
import { quiet, until } from '../../testing/until.ts';
import type { RoomsView } from '../rooms/contract.ts';
import type { WeekView } from '../week/contract.ts';
import {
  ADMIN,
  addRoom,
  at,
  book,
  bookingCity,
  type CallRoute,
  calling,
  iso,
  OutlookOfBookings,
  remoteRoom,
} from './booking.fixture.ts';
import type { BookingView } from './contract.ts';

let city: TestCity;
let call: CallRoute;
let outlook: OutlookOfBookings;
let colleague = '';
const told: [chat: string, message: string][] = [];

beforeAll(async () => {
  city = await bookingCity(() => at('09:00', '2026-11-24'));
  call = calling(city);
  colleague = (await city.suite.directory.me(city.as('colleague'))).staffId;
  city.suite.notifications.useMessenger({
    async send(reference, message) {
      told.push([(reference as { chat: string }).chat, JSON.stringify(message)]);
      return { activityId: `a${told.length}` };
    },
    async update() {},
  });
  await city.suite.startJobs();
  for (const name of ['drafter', 'colleague']) {
    const { entraObjectId } = city.as(name);
    const address = { municipalityId: MINATO, entraObjectId, conversationId: name, reference: { chat: name } };
    await city.suite.notifications.keepAddress(address);
  }
});
afterAll(() => city.close());
beforeEach(async () => {
  outlook = new OutlookOfBookings();
  outlook.openMailbox('drafter', 'colleague');
  city.suite.useCalendars(outlook.port());
});

const settled = () => quiet(city.test);
const read = (id: string, as = 'drafter') => call('GET /schedules/bookings/{id}', { id, as }) as Promise<BookingView>;
const change = (id: string, body: object) =>
  call('PATCH /schedules/bookings/{id}', { id, body }) as Promise<BookingView>;
const cancel = async (id: string, as = 'drafter') =>
  call('DELETE /schedules/bookings/{id}', { id, as, query: { version: (await read(id, as)).version } });
const meet = (from: string, more: object = {}) =>
  book(call, { required: [colleague], from: iso(from), to: iso(`${from.slice(0, 2)}:45`), ...more });
const only = () => [...outlook.events.values()];
/** What waits in the queue is tried now. */
const hurry = () =>
  city.test.owner.query('update graphile_worker._private_jobs set run_at = now() where locked_at is null');
/** Nothing is left to do, nor waits for its time. */
const idle = () => quiet(city.test, hurry);
/** The process dies after Outlook did what was asked and before we heard of it. */
function dieOnceAfter(what: string): void {
  outlook.afterwards = (done) => {
    if (done !== what) return;
    outlook.afterwards = () => undefined;
    throw new KaigiError('unavailable', 'graph.busy');
  };
}
async function untilWritten(id: string): Promise<BookingView> {
  await until(async () => {
    await hurry();
    return (await read(id)).outlook.state === 'WRITTEN';
  });
  // What asks the rooms waits for its time, and whatever failed beside it for its next try.
  await idle();
  return read(id);
}

describe('S-03: Outlook follows a booking', () => {
  it('gets one event with those invited, and the link to the meeting comes back', async () => {
    const { bookingId, outlook: before } = await meet('10:00', { online: true, note: '資料は当日' });
    expect(before).toEqual({ state: 'WAITING', sentence: 'Outlookには未反映です。順に反映しています。' });
    const after = await untilWritten(bookingId);
    expect([after.outlook.sentence, after.joinUrl]).toEqual([null, 'https://teams.example/join']);
    expect(only().map(({ wish }) => wish)).toMatchObject([
      { bookingId, organizer: 'drafter', required: ['colleague'], subject: '打合せ', body: '資料は当日', online: true },
    ]);
  });

  it('stands once in the week of those who take part, here and in Outlook', async () => {
    await meet('18:00');
    outlook.putEvent('colleague', at('18:00'), at('18:45'));
    const query = { from: '2026-12-01', days: 1, people: colleague };
    const week = (await call('GET /schedules/week', { query })) as WeekView;
    await settled();
    const evening = week.rows[0]?.items.filter(({ from }) => from === iso('18:00'));
    expect(evening?.map(({ source }) => source)).toEqual(['OUTLOOK']);
  });

  it('follows a change and a cancellation, each once', async () => {
    const { bookingId } = await meet('11:00');
    await untilWritten(bookingId);
    await change(bookingId, { version: 1, subject: '改めた件名' });
    await untilWritten(bookingId);
    expect(only()[0]?.wish.subject).toBe('改めた件名');
    await cancel(bookingId);
    await cancel(bookingId);
    await settled();
    expect([only()[0]?.cancelled, outlook.asked]).toEqual([true, ['book', 'change', 'cancel']]);
  });

  it('killed after the event was made and before it was known: no second one, and a change meanwhile is not lost', async () => {
    dieOnceAfter('book');
    const { bookingId } = await meet('12:00');
    await until(() => outlook.asked.includes('book'));
    await change(bookingId, { version: 1, subject: '後の件名' });
    await untilWritten(bookingId);
    expect(only().map(({ wish }) => wish.subject)).toEqual(['後の件名']);
    expect(outlook.asked).toEqual(['book', 'book', 'change']);
  });

  it('killed there and then cancelled: the event that nobody knew of is cancelled too', async () => {
    dieOnceAfter('book');
    const { bookingId } = await meet('13:00');
    await until(() => outlook.asked.includes('book'));
    await cancel(bookingId);
    await until(async () => {
      await hurry();
      return only()[0]?.cancelled === true;
    });
    expect(only()).toHaveLength(1);
  });

  it('killed after a change or a cancellation: done again it comes to the same', async () => {
    const { bookingId } = await meet('14:00');
    await untilWritten(bookingId);
    dieOnceAfter('change');
    await change(bookingId, { version: 1, subject: '二度目' });
    await untilWritten(bookingId);
    dieOnceAfter('cancel');
    await cancel(bookingId);
    await until(async () => {
      await hurry();
      return outlook.asked.filter((one) => one === 'cancel').length === 2;
    });
    await settled();
    expect(only().map(({ wish, cancelled }) => [wish.subject, cancelled])).toEqual([['二度目', true]]);
  });

  it('cancelled before Outlook was ever asked is never asked for', async () => {
    city.suite.useCalendars({ ...outlook.port(), municipalityIds: [] });
    const { bookingId } = await meet('15:00');
    await cancel(bookingId);
    city.suite.useCalendars(outlook.port());
    await city.suite.enqueue([{ task: 'schedules/write-bookings-everywhere', payload: {} }]);
    await settled();
    expect(outlook.asked).toEqual([]);
  });

  it('says why Outlook does not take it, tells whoever booked it, and tries again in the night', async () => {
    outlook.refused = true;
    const { bookingId } = await meet('16:00');
    await settled();
    expect(told.at(-1)).toEqual(['drafter', expect.stringContaining('予約がOutlookに反映されていません')]);
    expect((await read(bookingId)).outlook).toMatchObject({
      ...{ state: 'REFUSED', sentence: expect.stringMatching(/^Outlookには未反映です。Outlook の予定表/u) },
    });
    outlook.refused = false;
    await city.suite.enqueue([{ task: 'schedules/write-bookings-everywhere', payload: {} }]);
    await untilWritten(bookingId);
  });
});

describe('who is told of a booking', () => {
  it('those invited, where Outlook does not tell them; and whose booking somebody else cancelled', async () => {
    city.suite.useCalendars({ ...outlook.port(), municipalityIds: [] });
    const before = told.length;
    const { bookingId } = await meet('08:00');
    await settled();
    expect(told.slice(before)).toEqual([['colleague', expect.stringContaining('会議を予約しました')]]);
    expect(told.at(-1)?.[1]).toContain(`https://kaigi.example/schedules/bookings/${bookingId}`);
    await cancel(bookingId, ADMIN);
    await settled();
    expect(
      told
        .slice(before + 1)
        .map(([chat]) => chat)
        .sort(),
    ).toEqual(['colleague', 'drafter']);
    expect(told.at(-1)?.[1]).toContain('予約は取り消されました');
  });
});

describe('S-08: rooms of Microsoft 365', () => {
  const list = async () => {
    const view = (await call('GET /schedules/rooms', { query: { from: '2026-12-01', to: '2026-12-01' } })) as RoomsView;
    return view.items.filter(({ source }) => source === 'GRAPH');
  };
  const readRooms = async (...rooms: readonly ReturnType<typeof remoteRoom>[]) => {
    outlook.rooms = rooms;
    await city.suite.enqueue([{ task: 'schedules/rooms-everywhere', payload: {} }]);
    await idle();
  };

  it('are asked for by whoever looks first, and pages are told of them', async () => {
    outlook.rooms = [remoteRoom('room9@minato.example')];
    expect(await list()).toEqual([]);
    await settled();
    expect(await list()).toMatchObject([{ name: 'room9@minato.example', inOutlook: true }]);
    await list();
    expect(outlook.asked.filter((call) => call === 'rooms')).toHaveLength(1);
  });

  it('are listed with their office; what an administrator writes beside them stays, what is Microsoft’s is not ours', async () => {
    await readRooms(remoteRoom('Room1@minato.example', { name: '大会議室', building: '浜支所', equipment: ['TV'] }));
    const [room] = await list();
    expect(room).toMatchObject({
      name: '大会議室',
      office: { code: 'hama-shisho', name: '浜支所' },
      equipment: ['TV'],
      inOutlook: true,
    });
    const patch = (body: object) => call('PATCH /schedules/rooms/{id}', { as: ADMIN, id: room?.roomId ?? '', body });
    await patch({ version: 1, notes: '鍵は地域係', publicText: '会議中' });
    await expect(patch({ version: 2, name: '別名' })).rejects.toMatchObject({ code: 'schedules.room_of_outlook' });
    await expect(patch({ version: 1, notes: '' })).rejects.toMatchObject({ code: 'schedules.room_stale' });
    await readRooms(remoteRoom('room1@minato.example', { name: '大会議室', building: '浜支所', capacity: 12 }));
    expect(await list()).toMatchObject([
      { roomId: room?.roomId, capacity: 12, notes: '鍵は地域係', publicText: '会議中' },
    ]);
    await readRooms();
    expect(await list()).toHaveLength(1);
  });

  it('taken in Outlook are taken here; one that declines says so, frees its time here and tells whoever booked it', async () => {
    const mailbox = 'room2@minato.example';
    outlook.openMailbox(mailbox);
    outlook.putEvent(mailbox, at('09:00'), at('10:00'));
    await readRooms(remoteRoom('room1@minato.example'), remoteRoom(mailbox, { name: '小会議室' }));
    const room = (await list()).find(({ name }) => name === '小会議室');
    const rooms = [room?.roomId ?? ''];
    expect(room?.times).toMatchObject([{ from: iso('09:00'), bookingId: null }]);
    await expect(meet('09:00', { rooms })).rejects.toMatchObject({ code: 'schedules.room_taken' });
    outlook.declined.add(mailbox);
    const { bookingId } = await meet('17:00', { rooms });
    await until(async () => {
      await hurry();
      return (await read(bookingId)).rooms[0]?.state === 'DECLINED';
    });
    await settled();
    const card = told.filter(([chat]) => chat === 'drafter').at(-1)?.[1];
    expect(card).toContain('会議室がOutlookで予約を受け付けませんでした：小会議室');
    expect(card).toContain(`https://kaigi.example/schedules/bookings/${bookingId}`);
    await book(call, { rooms, from: iso('17:00'), to: iso('17:45') }, { as: 'colleague' });
  });

  it('are 仮 as long as the room has not said yes, or Outlook does not have it', async () => {
    const mailbox = 'room5@minato.example';
    outlook.openMailbox(mailbox);
    outlook.putEvent(mailbox, at('10:00'), at('11:00'), 'TENTATIVE');
    outlook.putEvent(mailbox, at('11:00'), at('12:00'));
    await readRooms(remoteRoom('room1@minato.example'), remoteRoom(mailbox, { name: '承認のいる部屋' }));
    const times = async () => (await list()).find(({ name }) => name === '承認のいる部屋');
    const room = await times();
    expect(room?.times.map(({ from, tentative }) => [from, tentative])).toEqual([
      [iso('10:00'), true],
      [iso('11:00'), false],
    ]);
    outlook.refused = true;
    const { bookingId } = await meet('13:00', { rooms: [room?.roomId ?? ''] });
    await settled();
    const held = async () => (await times())?.times.find((time) => time.bookingId === bookingId)?.tentative;
    expect(await held()).toBe(true);
    outlook.refused = false;
    await city.suite.enqueue([{ task: 'schedules/write-bookings-everywhere', payload: {} }]);
    await untilWritten(bookingId);
    expect(await held()).toBe(false);
  });

  it('that declined stay so when the booking is changed: asked again or dropped only where somebody says so', async () => {
    const mailbox = 'room4@minato.example';
    outlook.openMailbox(mailbox);
    await readRooms(
      remoteRoom('room1@minato.example', { name: '大会議室' }),
      remoteRoom(mailbox, { name: '小会議室' }),
    );
    const listed = await list();
    const [one = '', other = ''] = ['小会議室', '大会議室'].map(
      (name) => listed.find((room) => room.name === name)?.roomId,
    );
    outlook.declined.add(mailbox);
    const { bookingId } = await meet('19:00', { rooms: [one] });
    const states = async () =>
      (await read(bookingId)).rooms.map(({ name, state, from }) => [name, state, from]).toSorted();
    await until(async () => {
      await hurry();
      return (await states())[0]?.[1] === 'DECLINED';
    });
    const said = [['小会議室', 'DECLINED', iso('19:00')]];
    await change(bookingId, { version: 1, subject: '件名だけ' });
    expect(await states()).toEqual(said);
    // As a page says it that was opened before the room declined.
    await change(bookingId, { version: 2, rooms: [one, other], from: iso('20:00'), to: iso('20:45') });
    expect(await states()).toEqual([['大会議室', 'HELD', iso('20:00')], ...said]);
    await untilWritten(bookingId);
    expect(only()[0]?.wish.rooms.map(({ name }) => name)).toEqual(['大会議室']);
    outlook.declined.clear();
    const wish = (roomId: string, said: string) => ({ declined: [{ roomId, wish: said }] });
    await expect(change(bookingId, { version: 3, ...wish(other, 'DROP') })).rejects.toMatchObject({
      code: 'schedules.room_not_declined',
    });
    await change(bookingId, { version: 3, ...wish(one, 'ASK_AGAIN') });
    expect(await states()).toEqual([
      ['大会議室', 'HELD', iso('20:00')],
      ['小会議室', 'HELD', iso('20:00')],
    ]);
    outlook.declined.add('room1@minato.example');
    await until(async () => {
      await hurry();
      return (await states()).some(([, state]) => state === 'DECLINED');
    });
    await change(bookingId, { version: 4, ...wish(other, 'DROP') });
    expect(await states()).toEqual([['小会議室', 'HELD', iso('20:00')]]);
    await idle();
  });

  it('are entered by administrators only, of an office that there is', async () => {
    const add = (as: string, body: object) => call('POST /schedules/rooms', { as, body: { name: '控室', ...body } });
    await expect(add('drafter', {})).rejects.toMatchObject({ code: 'schedules.rooms_not_yours' });
    await expect(add(ADMIN, { office: 'nowhere' })).rejects.toMatchObject({ code: 'schedules.booking_unknown_office' });
    const { roomId } = await addRoom(call, '控室', { office: 'main' });
    await call('PATCH /schedules/rooms/{id}', { as: ADMIN, id: roomId, body: { version: 1, removed: true } });
    await expect(book(call, { rooms: [roomId] })).rejects.toMatchObject({ code: 'schedules.room_not_found' });
  });
});
