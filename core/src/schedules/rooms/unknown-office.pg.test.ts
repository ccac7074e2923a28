import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestCity } from '../../testing/test-city.ts';
import { until } from '../../testing/until.ts';
import {
  ADMIN,
  at,
  book,
  bookingCity,
  type CallRoute,
  calling,
  iso,
  OutlookOfBookings,
  remoteRoom,
} from '../bookings/booking.fixture.ts';
import type { SlotsView } from '../slots/contract.ts';
import type { DisplayMade, RoomsView } from './contract.ts';

let city: TestCity;
let call: CallRoute;
let colleague = '';
const outlook = new OutlookOfBookings();
const DAY = '2026-12-01';
const OKA = 'oka@minato.example';
const CODE = 'building:丘出張所';

beforeAll(async () => {
  city = await bookingCity(() => at('09:00', DAY));
  call = calling(city);
  colleague = (await city.suite.directory.me(city.as('colleague'))).staffId;
  outlook.openMailbox('drafter', 'colleague', OKA, 'main@minato.example');
  city.suite.useCalendars(outlook.port());
  await city.suite.startJobs();
  await read({ building: '丘出張所' });
});
afterAll(() => city.close());

const list = async (query: object = {}) =>
  (await call('GET /schedules/rooms', { query: { from: DAY, to: DAY, ...query } })) as RoomsView;
const oka = async (query?: object) => (await list(query)).items.find(({ name }) => name === '丘出張所会議室');

/** Outlook is read again, and says this of the room. */
async function read(said: object): Promise<void> {
  const capacity = outlook.rooms[0]?.capacity === 20 ? 21 : 20;
  outlook.rooms = [
    remoteRoom(OKA, { name: '丘出張所会議室', capacity, ...said }),
    remoteRoom('main@minato.example', { name: '庁議室', building: '本庁舎' }),
  ];
  await city.suite.enqueue([{ task: 'schedules/rooms-everywhere', payload: {} }]);
  await until(async () => (await oka())?.capacity === capacity);
}

const patch = async (body: object, as = ADMIN) => {
  const room = await oka();
  return call('PATCH /schedules/rooms/{id}', { as, id: room?.roomId ?? '', body: { version: room?.version, ...body } });
};

describe('S-08: a room in a building that is none of our offices', () => {
  it('has the building for its place, and is not listed under 本庁', async () => {
    expect(await oka()).toMatchObject({ office: { code: CODE, name: '丘出張所' }, officeKnown: false });
    expect((await list()).buildings).toEqual([{ code: CODE, name: '丘出張所' }]);
    expect((await list()).offices.map(({ name }) => name)).not.toContain('丘出張所');
    expect((await list({ office: 'main' })).items.map(({ name }) => name)).toEqual(['庁議室']);
    expect((await list({ office: CODE })).items.map(({ name }) => name)).toEqual(['丘出張所会議室']);
  });

  it('is proposed to whoever asks for it, and it is said that no way is counted', async () => {
    const room = (await oka())?.roomId;
    const find = async (online: boolean | null) =>
      (await call('POST /schedules/slots', {
        body: { from: '2026-12-02', to: '2026-12-02', minutes: 60, required: [colleague], rooms: [[room]], online },
      })) as SlotsView;
    const [first] = (await find(false)).items;
    expect(first?.people.map(({ travelMinutes, state }) => [travelMinutes, state])).toEqual([
      [0, 'FREE'],
      [0, 'FREE'],
    ]);
    const said = '丘出張所会議室は庁舎が分からないため、移動時間を数えていません';
    expect(first?.reasons.map(({ text }) => text)).toContain(said);
    // Not where they are, as far as anybody knows: so also online.
    expect((await find(null)).online).toBe(true);
    await book(call, {
      ...{ rooms: [room], required: [colleague], travel: true, online: false },
      ...{ from: iso('15:00'), to: iso('16:00') },
    });
  });

  it('is on no display, and no display is made for the building', async () => {
    const make = (body: object) => call('POST /schedules/displays', { as: ADMIN, body }) as Promise<DisplayMade>;
    await expect(make({ name: '丘', office: CODE })).rejects.toMatchObject({
      code: 'schedules.booking_unknown_office',
    });
    const { key } = await make({ name: '本庁1階' });
    const shown = async () => (await city.suite.lobby.show(key))?.lines.map(({ room }) => room);
    expect(await shown()).not.toContain('丘出張所会議室');
  });

  it('is in the office that an administrator says, though Outlook is read again', async () => {
    await expect(patch({ office: CODE })).rejects.toMatchObject({ code: 'schedules.booking_unknown_office' });
    await expect(patch({ office: 'hama-shisho' }, 'colleague')).rejects.toMatchObject({
      code: 'schedules.rooms_not_yours',
    });
    await patch({ office: 'hama-shisho' });
    await read({ building: '丘出張所' });
    expect(await oka()).toMatchObject({ office: { code: 'hama-shisho' }, officeKnown: true });
    expect((await list()).buildings).toEqual([]);
    const { key } = (await call('POST /schedules/displays', {
      ...{ as: ADMIN, body: { name: '支所', office: 'hama-shisho' } },
    })) as DisplayMade;
    const lines = (await city.suite.lobby.show(key))?.lines ?? [];
    expect(lines.map(({ room }) => room)).toEqual(['丘出張所会議室']);
    await patch({ office: 'main' });
    await read({ building: '浜支所' });
    expect(await oka()).toMatchObject({ office: { code: null, name: '本庁' }, officeKnown: true });
  });
});
