import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestCity } from '../../testing/test-city.ts';
import { quiet } from '../../testing/until.ts';
import {
  addRoom,
  at,
  book,
  bookingCity,
  type CallRoute,
  calling,
  iso,
  OutlookOfBookings,
} from '../bookings/booking.fixture.ts';
import type { SlotsView } from './contract.ts';

let city: TestCity;
let call: CallRoute;
const ids = new Map<string, string>();
const id = (name: string) => ids.get(name) ?? '';

beforeAll(async () => {
  city = await bookingCity(() => at('09:00', '2026-11-24'));
  call = calling(city);
  for (const name of ['drafter', 'colleague', 'section-head', 'department-head', 'other-section'])
    ids.set(name, (await city.suite.directory.me(city.as(name))).staffId);
  await city.suite.startJobs();
});
afterAll(() => city.close());

const find = async (body: object, as = 'drafter') =>
  (await call('POST /schedules/slots', {
    as,
    body: { from: '2026-12-01', to: '2026-12-01', minutes: 60, ...body },
  })) as SlotsView;
const starts = ({ items }: SlotsView) => items.map(({ from }) => from);
const texts = (view: SlotsView) => view.items[0]?.reasons.map(({ text }) => text);

describe('S-03: common times of the city', () => {
  it('keep to the hours of duty of the city, to 祝日 and lunch, and say why', async () => {
    const view = await find({ required: [id('colleague')], from: '2026-11-23', to: '2026-11-24', most: 3 });
    expect(starts(view)).toEqual([iso('09:00', '2026-11-24'), iso('10:00', '2026-11-24'), iso('11:00', '2026-11-24')]);
    expect(texts(view)).toEqual(['必須の2人全員が空き']);
    expect(view.items[0]?.next?.text).toBe('次の候補は同じ条件で、これより後です');
    const lunch = { required: [id('colleague')], minutes: 240 };
    expect(starts(await find(lunch))).toEqual([iso('13:00')]);
    expect(starts(await find({ ...lunch, breaks: false }))).toEqual([iso('08:30'), iso('12:30')]);
  });

  it('what was booked is taken, its place known, and the way from there kept', async () => {
    const { roomId } = await addRoom(call, '浜支所会議室', { office: 'hama-shisho' });
    const day = '2026-12-02';
    await book(call, {
      rooms: [roomId],
      required: [id('colleague')],
      from: iso('09:30', day),
      to: iso('10:30', day),
      online: false,
    });
    const here = await addRoom(call, '本庁会議室', { capacity: 1 });
    const asked = { from: day, to: day, required: [id('colleague')], rooms: [[here.roomId]], stepMinutes: 5, most: 1 };
    const view = await find(asked);
    expect(starts(view)).toEqual([iso('10:55', day)]);
    expect(texts(view)).toEqual([
      '必須の2人全員が空き',
      '会議室：本庁会議室',
      '本庁会議室は定員1人（会場に来るのは2人）',
    ]);
  });

  it('S-15: with people of two offices one may be online; without, the way there is in it', async () => {
    const { roomId } = await addRoom(call, '会議室甲');
    const asked = {
      required: [id('other-section')],
      rooms: [[roomId]],
      stepMinutes: 5,
      most: 1,
      from: '2026-12-07',
      to: '2026-12-07',
    };
    const joint = await find(asked);
    expect([joint.online, starts(joint)]).toEqual([true, [iso('08:30', '2026-12-07')]]);
    expect(texts(joint)).toEqual(['必須の2人全員が空き', 'オンラインで参加：見本 other-section', '会議室：会議室甲']);
    const apart = await find({ ...asked, online: false });
    expect(starts(apart)).toEqual([iso('08:55', '2026-12-07')]);
    expect(texts(apart)).toContain('移動 25分を含む（見本 other-section）');
  });

  it('where nothing fits it is said whose time stands in the way', async () => {
    const day = '2026-12-03';
    await book(
      call,
      { required: [id('department-head')], from: iso('08:00', day), to: iso('18:00', day) },
      { as: 'section-head' },
    );
    const view = await find({ from: day, to: day, required: [id('department-head')] }, 'colleague');
    expect([view.items, view.tried]).toEqual([[], 13]);
    expect(view.blockers.map(({ text }) => text)).toEqual([
      '見本 department-headは、探した13通りのうち13通りで予定があります。この予定が動けば13通りが空きます。',
    ]);
  });

  it('where the hours of duty leave no room for it, whose they are and how long is said', async () => {
    const view = await find({ required: [id('colleague')], minutes: 600 });
    const name = (who: string) =>
      `見本 ${who}の勤務時間は休憩をはさまずに255分までで、600分の会議は入りません。短くするか、回を分けるか、昼休みをまたいでよいことにしてください。`;
    expect([view.items, view.tried]).toEqual([[], 0]);
    expect(view.blockers.map(({ text }) => text)).toEqual([name('drafter'), name('colleague')]);
    const whole = await find({ required: [id('colleague')], minutes: 600, breaks: false });
    expect(whole.blockers[0]?.text).toBe(
      '見本 drafterの勤務時間は続けて525分までで、600分の会議は入りません。短くするか、回を分けてください。',
    );
    const sunday = await find({ required: [id('colleague')], from: '2026-12-06', to: '2026-12-06' });
    expect(sunday.blockers.map(({ text }) => text)).toContain(
      '見本 colleagueは、探した期間に勤務する時間がありません（閉庁日・週休日・勤務時間の外）。',
    );
    const past = find({ required: [id('colleague')], from: '2026-11-20', to: '2026-11-23' });
    await expect(past).rejects.toMatchObject({ kind: 'bad-input', code: 'schedules.slots_past' });
  });

  it('never tells whoever may not know it where somebody is, though the way from there counts', async () => {
    const { roomId } = await addRoom(call, '浜の相談室', { office: 'hama-shisho' });
    const here = await addRoom(call, '本庁の相談室');
    const day = '2026-12-10';
    const secret = { rooms: [roomId], visibility: 'PRIVATE', required: [id('colleague')], online: false };
    await book(call, { ...secret, from: iso('08:30', day), to: iso('17:00', day) });
    const asked = { ...{ from: day, to: day, rooms: [[here.roomId]], stepMinutes: 5, minutes: 10, online: false } };
    const view = await find({ ...asked, required: [id('colleague')] }, 'section-head');
    expect(view.blockers.map(({ text }) => text)).toEqual([
      '見本 colleagueは、探した91通りのうち91通りで予定があります（移動時間を含む）。この予定が動けば91通りが空きます。',
    ]);
    expect(JSON.stringify(view)).not.toMatch(/浜|hama|移動が間に合わない/u);
    // Whose meeting it is knows where it is.
    const own = await find({ ...asked, required: [], optional: [id('section-head')] });
    expect(own.blockers.map(({ text }) => text).join()).toContain('見本 drafterは');
    const later = await find({ ...asked, required: [id('colleague')], minutes: 5 }, 'section-head');
    expect(later.items).toEqual([]);
  });

  it('says how many of those required can come, and what stands against the next best beside the last one shown', async () => {
    const day = '2026-12-11';
    await book(call, { required: [id('department-head')], from: iso('08:30', day), to: iso('12:00', day) });
    const asked = { from: day, to: day, required: [id('drafter'), id('department-head')], most: 1 };
    const [best] = (await find(asked, 'colleague')).items;
    expect([best?.from, best?.percent, best?.next?.text]).toEqual([
      ...[iso('13:00', day), 100, '次の候補は同じ条件で、これより後です'],
    ]);
    const morning = await find({ ...asked, minutes: 180, percent: 30, most: 2 }, 'colleague');
    expect(morning.items.map(({ from, percent, next }) => [from, percent, next?.text ?? null])).toEqual([
      [iso('13:00', day), 100, '次の候補では、見本 drafter、見本 department-headの都合が付きません'],
      [iso('08:30', day), 33, null],
    ]);
  });

  it('calendars that cannot be read are named', async () => {
    const outlook = new OutlookOfBookings();
    outlook.openMailbox('drafter');
    city.suite.useCalendars(outlook.port());
    const view = await find({ required: [id('colleague')], from: '2026-12-09', to: '2026-12-09' });
    await quiet(city.test);
    expect(view.unsure.map(({ text }) => text)).toEqual([
      '見本 colleagueのOutlookの予定表を読めません。ここに入力された予定だけで探しました。',
    ]);
    city.suite.useCalendars({ ...outlook.port(), municipalityIds: [] });
  });

  it('refuses what cannot be searched', async () => {
    const refused = (body: object) => expect(find(body)).rejects;
    await refused({}).toMatchObject({ code: 'schedules.slots_nobody' });
    await refused({ required: [id('colleague')], to: '2027-03-01' }).toMatchObject({ code: 'schedules.slots_period' });
    await refused({ required: ['6d696e61-746f-4000-8000-00000000dead'] }).toMatchObject({
      code: 'schedules.booking_unknown_person',
    });
    await refused({ rooms: [['6d696e61-746f-4000-8000-00000000dead']] }).toMatchObject({
      code: 'schedules.room_not_found',
    });
  });
});
