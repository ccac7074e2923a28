import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MINATO, type TestCity, YAMATO } from '../../testing/test-city.ts';
import { quiet } from '../../testing/until.ts';
import type { RoomsView } from '../rooms/contract.ts';
import type { WeekView } from '../week/contract.ts';
import { ADMIN, addRoom, at, book, bookingCity, type CallRoute, calling, iso } from './booking.fixture.ts';
import type { BookingView, RoomsTaken } from './contract.ts';

let now = at('09:00', '2026-11-24');
let city: TestCity;
let call: CallRoute;
const ids = new Map<string, string>();
const id = (name: string) => ids.get(name) ?? '';

beforeAll(async () => {
  city = await bookingCity(() => now);
  call = calling(city);
  for (const name of ['drafter', 'colleague', 'section-head', 'other-section', ADMIN])
    ids.set(name, (await city.suite.directory.me(city.as(name))).staffId);
  await city.suite.startJobs();
});
afterAll(() => city.close());

const PATH = { one: 'GET /schedules/bookings/{id}', change: 'PATCH /schedules/bookings/{id}' } as const;
const CANCEL = 'DELETE /schedules/bookings/{id}';
const ROOM = 'POST /schedules/rooms/{id}/bookings';
const list = async (as = 'drafter', query: object = { from: '2026-12-01', to: '2026-12-01' }) =>
  (await call('GET /schedules/rooms', { as, query })) as RoomsView;
const timesOf = (view: RoomsView, roomId: string) => view.items.find((room) => room.roomId === roomId)?.times ?? [];
const rows = async (text: string) => (await city.test.owner.query(text)).rows;

describe('S-08: the last free room', () => {
  it('goes to one of those who take it in the same second; the others are told what else is free', async () => {
    const [one, other] = [
      await addRoom(call, '第1会議室', { capacity: 8 }),
      await addRoom(call, '第2会議室', { capacity: 20 }),
    ];
    const people = ['drafter', 'colleague', 'section-head', 'subsection-head', 'department-head', 'other-section'];
    const tries = await Promise.allSettled(people.map((as) => book(call, { rooms: [one.roomId] }, { as })));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refused = tries.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
    expect(refused.map(({ code, kind }) => [code, kind])).toEqual(
      people.slice(1).map(() => ['schedules.room_taken', 'conflict']),
    );
    const [{ present }] = refused as [{ present: RoomsTaken }];
    expect(present.taken).toEqual([{ roomId: one.roomId, name: '第1会議室', nextFree: iso('11:00') }]);
    expect(present.others).toEqual([{ roomId: other.roomId, name: '第2会議室', capacity: 20 }]);
    expect(timesOf(await list(), one.roomId)).toHaveLength(1);
  });

  it('is guarded by the database itself, against every writer', async () => {
    const { roomId } = await addRoom(call, '第3会議室');
    const { bookingId } = await book(call, { rooms: [roomId] });
    const again = (from: string) =>
      city.test.owner.query(
        `insert into kaigi.schedules_hold values ($1, $2, $3, $4, $5, $5::timestamptz + interval '1 hour', 'HELD')`,
        [MINATO, randomUUID(), bookingId, roomId, at(from)],
      );
    await expect(again('10:59')).rejects.toMatchObject({ code: '23P01' });
    await expect(again('11:00')).resolves.toBeDefined();
  });

  it('two rooms wanted crosswise make nobody wait for ever', async () => {
    const rooms = [(await addRoom(call, '甲')).roomId, (await addRoom(call, '乙')).roomId];
    const tries = await Promise.allSettled([
      book(call, { rooms }),
      book(call, { rooms: rooms.toReversed() }, { as: 'colleague' }),
    ]);
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('S-08: the days of the rooms', () => {
  it('say the 祝日, and where the city hall is closed without one', async () => {
    const days = async (from: string, to: string) => (await list('drafter', { from, to })).days;
    expect(await days('2026-11-23', '2026-11-24')).toEqual([
      { date: '2026-11-23', holiday: '勤労感謝の日' },
      { date: '2026-11-24', holiday: null },
    ]);
    expect(await days('2026-06-01', '2026-06-01')).toEqual([{ date: '2026-06-01', holiday: '閉庁日' }]);
  });
});

describe('S-03: booking', () => {
  let room = '';
  beforeAll(async () => {
    room = (await addRoom(call, '予約の部屋', { notes: '鍵は総務課' })).roomId;
  });

  it('pressed twice is one booking', async () => {
    const twice = () => book(call, { rooms: [room], from: iso('08:30'), to: iso('09:00') }, { key: 'once' });
    const [first, second] = await Promise.all([twice(), twice()]);
    expect(second).toEqual(first);
    expect(timesOf(await list(), room)).toHaveLength(1);
  });

  it('is kept to the second, as Outlook keeps it', async () => {
    const [from, to] = ['2026-12-02T01:00:00.987Z', '2026-12-02T02:00:00.5Z'];
    const made = await book(call, { rooms: [room], from, to });
    expect([made.from, made.to]).toEqual(['2026-12-02T01:00:00.000Z', '2026-12-02T02:00:00.000Z']);
  });

  it('without Graph stands in the suite’s own calendars, and says that Outlook does not have it', async () => {
    const made = await book(call, { rooms: [room], required: [id('colleague')], optional: [id('section-head')] });
    expect(made.outlook).toEqual({
      state: 'NONE',
      sentence: 'Outlookには未反映です。この環境はOutlookに書き込みません。',
    });
    expect([made.online, made.rooms[0]?.notes]).toEqual([false, '鍵は総務課']);
    const week = (await call('GET /schedules/week', { as: 'colleague', query: { from: '2026-12-01', days: 1 } })) as {
      rows: {
        person: { staffId: string };
        items: { title: string; status: string; place: string; bookingId: string | null }[];
      }[];
    };
    const seen = week.rows.map(({ person, items }) => [
      person.staffId,
      items.map(({ title, status, place, bookingId }) => [title, status, place, bookingId]),
    ]);
    for (const [name, status] of [
      ['drafter', 'BUSY'],
      ['colleague', 'BUSY'],
      ['section-head', 'TENTATIVE'],
    ])
      expect(seen).toContainEqual([id(name ?? ''), [['打合せ', status, '予約の部屋', made.bookingId]]]);
  });

  it('moves over its own time, keeps the old one free, and refuses a stale version', async () => {
    const made = await book(call, { rooms: [room], from: iso('13:00'), to: iso('14:00') });
    const move = (body: object) => call(PATH.change, { id: made.bookingId, body }) as Promise<BookingView>;
    const moved = await move({ version: 1, from: iso('13:30'), to: iso('14:30') });
    expect([moved.version, moved.from, moved.rooms.map(({ state }) => state)]).toEqual([2, iso('13:30'), ['HELD']]);
    await expect(move({ version: 1, subject: '遅れた変更' })).rejects.toMatchObject({
      ...{ code: 'schedules.booking_stale', present: { version: 2 } },
    });
    await book(call, { rooms: [room], from: iso('13:00'), to: iso('13:30') }, { as: 'colleague' });
    await expect(move({ version: 2, from: iso('13:00'), to: iso('14:00') })).rejects.toMatchObject({
      code: 'schedules.room_taken',
    });
    expect(await call(PATH.one, { id: made.bookingId })).toEqual(moved);
  });

  it('cancelled twice is cancelled once; its time is free again, and it is not changed any more', async () => {
    const made = await book(call, { rooms: [room], from: iso('15:00'), to: iso('16:00'), required: [id('colleague')] });
    const cancel = () => call(CANCEL, { id: made.bookingId, query: { version: 1 } }) as Promise<BookingView>;
    const [first, second] = [await cancel(), await cancel()];
    expect(second).toEqual(first);
    expect([first.state, first.version, first.may]).toEqual(['CANCELLED', 2, { change: false, cancel: false }]);
    await book(call, { rooms: [room], from: iso('15:00'), to: iso('16:00') }, { as: 'colleague' });
    const body = { version: 2, subject: '復活' };
    await expect(call(PATH.change, { id: made.bookingId, body })).rejects.toMatchObject({
      code: 'schedules.booking_cancelled',
    });
    const left = `select 1 from kaigi.schedules_own_entry where booking_id = '${made.bookingId}' and removed_at is null`;
    expect(await rows(left)).toEqual([]);
  });

  it('that was changed meanwhile is not cancelled by who has not seen it: they are shown what it says by now', async () => {
    const made = await book(call, { rooms: [room], from: iso('16:00'), to: iso('17:00') });
    const cancel = (version: number) => call(CANCEL, { id: made.bookingId, query: { version } });
    await call(PATH.change, { id: made.bookingId, body: { version: 1, subject: '大事な会議' } });
    await expect(cancel(1)).rejects.toMatchObject({
      ...{ code: 'schedules.booking_stale', kind: 'conflict', present: { version: 2, subject: '大事な会議' } },
    });
    expect(await call(PATH.one, { id: made.bookingId })).toMatchObject({ state: 'BOOKED', version: 2 });
    expect(await cancel(2)).toMatchObject({ state: 'CANCELLED', version: 3 });
    await expect(call(CANCEL, { id: made.bookingId })).rejects.toThrow(/version/u);
  });

  it('is changed by whoever booked it only; the room’s administrator may cancel it', async () => {
    const { roomId } = await addRoom(call, '市長応接室', { administrators: [id('section-head')] });
    const made = await book(call, { rooms: [roomId] });
    for (const as of ['colleague', 'section-head']) {
      const changing = call(PATH.change, { as, id: made.bookingId, body: { version: 1, subject: '横取り' } });
      await expect(changing).rejects.toMatchObject({ code: 'schedules.booking_not_yours', kind: 'not-allowed' });
    }
    const cancel = (as: string) => call(CANCEL, { as, id: made.bookingId, query: { version: 1 } });
    await expect(cancel('colleague')).rejects.toMatchObject({ kind: 'not-allowed' });
    expect(await cancel('section-head')).toMatchObject({ state: 'CANCELLED' });
  });

  it('is cancelled by the room’s administrator though they may not read what it is about, once', async () => {
    const { roomId } = await addRoom(call, '議会図書室', { administrators: [id('other-section')] });
    const made = await book(call, { rooms: [roomId], visibility: 'PRIVATE' });
    const cancel = () => call(CANCEL, { as: 'other-section', id: made.bookingId, query: { version: 1 } });
    const [first, second] = [await cancel(), await cancel()];
    expect(first).toMatchObject({ state: 'CANCELLED', version: 2, subject: null, rooms: [] });
    expect(second).toEqual(first);
    expect(timesOf(await list(), roomId)).toEqual([]);
  });

  it('says no to what cannot be: past, endless, unknown people and rooms, nobody to meet', async () => {
    const refused = (body: object) => expect(book(call, body)).rejects;
    await refused({ rooms: [room], from: iso('08:00', '2026-11-20'), to: iso('09:00', '2026-11-20') }).toMatchObject({
      code: 'schedules.booking_past',
    });
    await refused({ rooms: [room], from: iso('11:00'), to: iso('10:00') }).toMatchObject({
      code: 'schedules.booking_time',
    });
    await refused({ rooms: [room], from: iso('10:00', '2029-12-01'), to: iso('11:00', '2029-12-01') }).toMatchObject({
      code: 'schedules.booking_far',
    });
    await refused({ required: [randomUUID()] }).toMatchObject({ code: 'schedules.booking_unknown_person' });
    await refused({ rooms: [randomUUID()] }).toMatchObject({ code: 'schedules.room_not_found' });
    await refused({ required: [id('colleague')], office: 'nowhere' }).toMatchObject({
      code: 'schedules.booking_unknown_office',
    });
    await refused({}).toMatchObject({ code: 'schedules.booking_nothing' });
  });

  it('is known of by those who may: 非公開 is 「予約あり」 to others, and nothing at all to another municipality', async () => {
    const { roomId } = await addRoom(call, '相談室');
    const secret = await book(call, {
      rooms: [roomId],
      visibility: 'PRIVATE',
      note: '内密',
      required: [id('section-head')],
    });
    const usual = await book(call, { rooms: [roomId], from: iso('13:00'), to: iso('14:00') });
    const titled = async (as: string) =>
      timesOf(await list(as), roomId).find(({ bookingId }) => bookingId === usual.bookingId)?.title;
    expect([await titled('colleague'), await titled('other-section')]).toEqual(['打合せ', null]);
    const [time] = timesOf(await list('colleague'), roomId);
    expect([time?.title, time?.booker?.staffId]).toEqual([null, id('drafter')]);
    const seen = (as: string) => call(PATH.one, { as, id: secret.bookingId }) as Promise<BookingView>;
    expect(await seen('colleague')).toMatchObject({ subject: null, note: null, required: [], travel: [] });
    expect(await seen('section-head')).toMatchObject({ subject: '打合せ', note: '内密' });
    const abroad = call(PATH.one, { id: secret.bookingId, more: { municipalityId: YAMATO } });
    await expect(abroad).rejects.toMatchObject({ kind: 'not-found' });
    const alone = await book(call, {
      visibility: 'PRIVATE',
      required: [id('section-head')],
      from: iso('17:00'),
      to: iso('18:00'),
    });
    await expect(call(PATH.one, { as: 'colleague', id: alone.bookingId })).rejects.toMatchObject({ kind: 'not-found' });
    const query = { people: id('drafter'), from: '2026-12-01', days: 1 };
    const bookingsIn = async (as: string) =>
      ((await call('GET /schedules/week', { as, query })) as WeekView).rows
        .flatMap(({ items }) => items)
        .map(({ bookingId }) => bookingId);
    expect(await bookingsIn('drafter')).toContain(alone.bookingId);
    expect(await bookingsIn('colleague')).not.toContain(alone.bookingId);
  });
});

describe('S-04 and S-15: several offices', () => {
  it('a meeting of 本庁 and 支所 is online by itself, and keeps the way of those free who come', async () => {
    const { roomId } = await addRoom(call, '本庁の会議室');
    const time = { from: iso('10:00', '2026-12-03'), to: iso('11:00', '2026-12-03') };
    const made = await book(call, { ...time, rooms: [roomId], required: [id('other-section')] });
    expect(made.online).toBe(true);
    expect(made.travel.map(({ person, way, from, to }) => [person.staffId, way, from, to])).toEqual([
      [id('other-section'), 'THERE', iso('09:35', '2026-12-03'), iso('10:00', '2026-12-03')],
      [id('other-section'), 'BACK', iso('11:00', '2026-12-03'), iso('11:25', '2026-12-03')],
    ]);
    const distant = await call(PATH.change, {
      id: made.bookingId,
      body: { version: 1, onlinePeople: [id('other-section')] },
    });
    expect(distant).toMatchObject({ travel: [], online: true });
  });
});

describe('S-08: a series', () => {
  const weekly = (roomId: string, more: object = {}) =>
    call(ROOM, {
      id: roomId,
      body: {
        subject: '週例会',
        from: iso('09:00', '2026-12-15'),
        to: iso('10:00', '2026-12-15'),
        repeat: { every: 'WEEK', times: 4 },
        ...more,
      },
    });

  it('tells every conflict before anything is booked, then books what is free, or nothing', async () => {
    const { roomId } = await addRoom(call, '例会の部屋');
    await book(
      call,
      { rooms: [roomId], from: iso('09:30', '2026-12-22'), to: iso('11:00', '2026-12-22') },
      { as: 'colleague' },
    );
    await expect(weekly(roomId)).rejects.toMatchObject({
      code: 'schedules.series_conflicts',
      params: { times: 4, conflicts: 2 },
      present: {
        conflicts: [
          { from: iso('09:00', '2026-12-22'), why: 'TAKEN', rooms: [{ roomId, name: '例会の部屋' }] },
          { from: iso('09:00', '2026-12-29'), why: 'DAY_OFF', rooms: [] },
        ],
      },
    });
    const query = { from: '2026-12-15', to: '2027-01-05' };
    expect(timesOf(await list('drafter', query), roomId)).toHaveLength(1);
    const booked = await weekly(roomId, { take: 'FREE' });
    expect(booked).toMatchObject({
      booked: [{ from: iso('09:00', '2026-12-15') }, { from: iso('09:00', '2027-01-05') }],
      left: [{ why: 'TAKEN' }, { why: 'DAY_OFF' }],
    });
    await expect(weekly(roomId, { take: 'FREE' })).rejects.toMatchObject({ code: 'schedules.series_nothing_free' });
  });

  it('by months tells the days that are not there, the days off and the taken ones, each with its reason', async () => {
    const { roomId } = await addRoom(call, '月例の部屋');
    const [day, taken] = ['2027-01-31', '2027-03-31'];
    await book(call, { rooms: [roomId], from: iso('13:00', taken), to: iso('14:00', taken) }, { as: 'colleague' });
    const monthly = weekly(roomId, {
      ...{ from: iso('13:30', day), to: iso('14:30', day), repeat: { every: 'MONTH_DAY', times: 4 } },
    });
    await expect(monthly).rejects.toMatchObject({
      code: 'schedules.series_conflicts',
      present: {
        conflicts: [
          { from: iso('13:30', '2027-02-28'), why: 'NO_SUCH_DAY', rooms: [] },
          { from: iso('13:30', '2027-03-31'), why: 'TAKEN', rooms: [{ roomId, name: '月例の部屋' }] },
          { from: iso('13:30', '2027-04-30'), why: 'NO_SUCH_DAY', rooms: [] },
        ],
        free: [{ from: iso('13:30', day) }],
      },
    });
    // 1 January, and Monday 11 January (成人の日).
    const [first, second] = ['2026-12-01', '2026-12-14'].map((from) => ({
      ...{ from: iso('15:30', from), to: iso('16:00', from) },
    }));
    const NEW_YEAR = { ...first, repeat: { every: 'MONTH_DAY', times: 2 } };
    await expect(weekly(roomId, NEW_YEAR)).rejects.toMatchObject({
      present: { conflicts: [{ from: iso('15:30', '2027-01-01'), why: 'DAY_OFF' }] },
    });
    for (const every of ['MONTH_WEEKDAY', 'TWO_WEEKS'])
      await expect(weekly(roomId, { ...second, repeat: { every, times: 3 } })).rejects.toMatchObject({
        present: { conflicts: [{ from: iso('15:30', '2027-01-11'), why: 'DAY_OFF', rooms: [] }], free: { length: 2 } },
      });
  });

  it('goes to the end of the next fiscal year, to the day, and says how often that is', async () => {
    const { roomId } = await addRoom(call, '長い例会の部屋');
    const far = (times: number) => weekly(roomId, { repeat: { every: 'MONTH_DAY', times }, take: 'FREE' });
    await expect(far(17)).rejects.toMatchObject({
      ...{ kind: 'bad-input', code: 'schedules.series_far', params: { until: '2028-03-31', fits: 16 } },
    });
    expect(await rows(`select 1 from kaigi.schedules_hold where room_id = '${roomId}'`)).toEqual([]);
    const { booked } = (await far(16)) as { booked: { from: string }[] };
    expect(booked.at(-1)?.from).toBe(iso('09:00', '2028-03-15'));
  });

  it('is cancelled from one time on, and the earlier ones stay', async () => {
    const { roomId } = await addRoom(call, '貸与PC', { kind: 'EQUIPMENT' });
    const series = (await weekly(roomId, { repeat: { every: 'TWO_WEEKS', times: 3 }, take: 'FREE' })) as {
      booked: { bookingId: string }[];
    };
    const second = series.booked[1]?.bookingId ?? '';
    await call(CANCEL, { id: second, query: { version: 1, scope: 'FOLLOWING' } });
    const left = timesOf(await list('drafter', { from: '2026-12-15', to: '2027-01-15' }), roomId);
    expect(left.map(({ bookingId }) => bookingId)).toEqual([series.booked[0]?.bookingId]);
  });

  it('every act stands in the history, which nobody alters', async () => {
    await quiet(city.test);
    const acts = await rows(
      `select act, count(*)::int from kaigi.schedules_fact where subject_kind = 'booking' group by act order by act`,
    );
    expect(acts.map(({ act }) => act)).toEqual(['BOOKED', 'CANCELLED', 'CHANGED']);
  });
});

it('the clock goes on: what is over frees the room', async () => {
  const { roomId } = await addRoom(call, '時計の部屋');
  await book(call, { rooms: [roomId] });
  const is = async () => (await list()).items.find((room) => room.roomId === roomId)?.now;
  now = at('10:30');
  expect(await is()).toEqual({ kind: 'TAKEN', until: iso('11:00') });
  now = at('11:00');
  expect(await is()).toEqual({ kind: 'FREE', until: null });
});
