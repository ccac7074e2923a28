import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { BookingView } from '@kaigi/core/contract';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { barrierFinder, COLOURS, type FindBarriers } from '../../testing/barriers.ts';
import { aBooking, BOOKING_ID } from '../../testing/bookings.ts';
import { shoot } from '../../testing/browser.ts';
import { type Desk, setUpDesk } from '../../testing/desk.ts';
import { lookingOver } from '../../testing/looking-over.ts';
import { roomIdOf } from '../../testing/rooms.ts';

let desk: Desk;
let seriousTroubles: FindBarriers;

beforeAll(async () => {
  desk = await setUpDesk();
  seriousTroubles = await barrierFinder();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

const PATH = `/api/v1/schedules/bookings/${BOOKING_ID}`;
const CHANGE = `PATCH ${PATH}`;

/** On Tuesday, 24 November 2026, at half past ten. */
async function open(route = `#/schedules/bookings/${BOOKING_ID}`, options?: BrowserContextOptions): Promise<Page> {
  const { page } = await desk.blank({ ...options, now: '2026-11-24T10:30:00+09:00' });
  await page.goto(`${desk.service.origin}/tab/${route}`);
  return page;
}

const stands = (change: Partial<BookingView>): void => {
  desk.service.world.finding.booking = aBooking(change);
};
const sent = (method: string) =>
  desk.service.calls.filter((call) => call.method === method && call.path.startsWith(PATH));
const refuse = (code: string, sentence: string, present: unknown): void =>
  desk.service.answer(CHANGE, () => ({
    status: 409,
    body: { ...(desk.service.world.problem(409, code, sentence) as object), present },
  }));

describe('a booking', () => {
  it('says what, when, who, where, the way kept free, and what stands in Outlook', async () => {
    const page = await open();
    await page.getByRole('heading', { level: 1, name: '計画の打合せ' }).waitFor();
    await shoot(page, 'booking');
    expect(await page.getByTestId('booking-what').innerText()).toContain('令和8年11月25日（水） 10:00–11:00');
    expect(await page.getByTestId('booking-what').innerText()).toContain('Outlookに反映されています');
    const who = await page.getByTestId('booking-who').innerText();
    for (const name of ['主査 三郎', '係長 花子', '課長 次郎']) expect(who).toContain(name);
    expect(await page.getByTestId('booking-room').innerText()).toContain('鍵・備品: 鍵は総務課');
    expect(await page.getByTestId('booking-online').getByRole('link').getAttribute('href')).toContain('teams.example');
    expect(await page.getByTestId('booking-travel').innerText()).toContain('主査 三郎 行き 9:35–10:00');
  });

  it('is opened from a room’s day and from the week', async () => {
    const [first] = desk.service.world.rooms.rooms;
    if (first) first.times = first.times.map((time) => ({ ...time, bookingId: BOOKING_ID }));
    const page = await open('#/schedules/rooms?day=2026-11-24');
    await page.getByTestId('week-row').first().locator('th').click();
    await page.getByTestId('room-dialog').getByRole('link', { name: '庁議' }).click();
    await page.getByRole('heading', { level: 1, name: '計画の打合せ' }).waitFor();
    for (const item of desk.service.world.schedules.rows.flatMap(({ items }) => items)) item.bookingId = BOOKING_ID;
    await page.goto(`${desk.service.origin}/tab/#/schedules?from=2026-11-23`);
    await page.getByTestId('week-bar').filter({ hasText: '庁議' }).first().click();
    await page.getByTestId('day-dialog').getByRole('link', { name: '庁議' }).click();
    await page.getByRole('heading', { level: 1, name: '計画の打合せ' }).waitFor();
  });

  it('is changed where it was touched; of a room that is taken, what else is free is told', async () => {
    const page = await open();
    await page.getByTestId('booking-change').click();
    await page.getByTestId('change-save').click();
    await page.getByText('変わったところがありません').waitFor();
    refuse('schedules.room_taken', '第2会議室は、先に予約されました。', {
      taken: [{ roomId: roomIdOf(2), name: '第2会議室', nextFree: '2026-11-25T16:00:00+09:00' }],
      others: [{ roomId: roomIdOf(3), name: '支所会議室', capacity: 12 }],
    });
    await page.getByRole('checkbox', { name: '第1会議室' }).uncheck();
    await page.getByRole('checkbox', { name: '第2会議室' }).check();
    await page.getByTestId('change-from').fill('09:30');
    await page.getByTestId('visibility-SECTION').check();
    await page.getByTestId('change-save').click();
    await page.getByTestId('booking-refused').getByText('変更できませんでした').waitFor();
    await page.getByText('第2会議室 は 16:00 から空いています').waitFor();
    await shoot(page, 'booking-taken');
    desk.service.restore();
    await page.getByTestId('change-save').click();
    await page.getByTestId('toast').getByText('予約を変更しました').waitFor();
    await page.getByTestId('booking-what').getByText('9:30–11:00').waitFor();
    const change = {
      ...{ version: 2, rooms: [roomIdOf(2)], visibility: 'SECTION' },
      ...{ from: '2026-11-25T09:30:00+09:00', to: '2026-11-25T11:00:00+09:00' },
    };
    expect(sent('PATCH').map(({ body }) => body)).toEqual([change, change]);
  });

  it('that was changed elsewhere meanwhile shows what it says by now, and is changed from there', async () => {
    const page = await open();
    await page.getByTestId('booking-change').click();
    await page.getByTestId('change-subject').fill('予算の打合せ');
    stands({ version: 3, publicText: '財政課', subject: '別の会議' });
    refuse('schedules.booking_stale', '予約が変わっています。', desk.service.world.finding.booking);
    await page.getByTestId('change-save').click();
    await page.getByTestId('change-now').getByText('別の会議').waitFor();
    desk.service.restore();
    await page.getByTestId('change-save').click();
    await page.getByRole('heading', { level: 1, name: '予算の打合せ' }).waitFor();
    expect(sent('PATCH').at(-1)?.body).toEqual({ subject: '予算の打合せ', version: 3 });
    expect(desk.service.world.finding.booking.publicText).toBe('財政課');
  });

  it('keeps a room that declined as it is, unless somebody asks it again or does without it', async () => {
    const [held] = aBooking().rooms;
    if (!held) throw new Error('no room');
    const other = { ...held, roomId: roomIdOf(3), name: '支所会議室', notes: '' };
    const before = { from: '2026-11-24T10:00:00+09:00', to: '2026-11-24T11:00:00+09:00' };
    stands({ rooms: [held, { ...other, ...before, state: 'DECLINED' as const }] });
    const page = await open();
    await page
      .getByTestId('booking-room')
      .getByText('令和8年11月24日（火） 10:00–11:00の予約を受け付けません')
      .waitFor();
    await page.getByTestId('booking-change').click();
    expect(await page.getByRole('checkbox', { name: '支所会議室' }).count()).toBe(0);
    await page.getByTestId('change-subject').fill('予算の打合せ');
    await page.getByTestId('change-save').click();
    await page.getByTestId('change-dialog').waitFor({ state: 'detached' });
    expect(sent('PATCH').at(-1)?.body).toEqual({ subject: '予算の打合せ', version: 2 });
    await page.getByTestId('booking-room').getByText('受け付けませんでした').waitFor();
    await page.getByTestId('booking-change').click();
    await page.getByTestId('change-declined').selectOption('DROP');
    await shoot(page, 'booking-declined');
    await page.getByTestId('change-save').click();
    await page.getByTestId('booking-room').filter({ hasText: '支所会議室' }).waitFor({ state: 'detached' });
    expect(sent('PATCH').at(-1)?.body).toEqual({ declined: [{ roomId: roomIdOf(3), wish: 'DROP' }], version: 3 });
  });

  it('is not cancelled over a change that was not seen: it is shown, and asked once more', async () => {
    const page = await open();
    await page.getByTestId('booking-cancel').click();
    stands({ version: 3, subject: '別の会議' });
    const stale = desk.service.world.problem(409, 'schedules.booking_stale', '予約が変わっています。');
    desk.service.answer(`DELETE ${PATH}`, () => ({ status: 409, body: stale }));
    await page.getByTestId('cancel-save').click();
    await page.getByTestId('change-now').getByText('別の会議').waitFor();
    await page.getByTestId('booking-refused').getByText('取り消せませんでした').waitFor();
    desk.service.restore();
    await page.getByTestId('cancel-save').click();
    await page.getByTestId('booking-cancelled').waitFor();
    expect(sent('DELETE').map(({ path }) => path)).toEqual([2, 3].map((n) => `${PATH}?version=${n}&scope=ONE`));
  });

  it('of a series is cancelled from this time on, and says so', async () => {
    stands({ seriesId: '01900000-0000-7000-8000-0000000cc002' });
    const page = await open();
    await page.getByTestId('booking-cancel').click();
    await page.getByRole('radio', { name: 'この回以降のすべて' }).check();
    await page.getByTestId('cancel-save').click();
    await page.getByTestId('booking-cancelled').waitFor();
    expect(sent('DELETE').map(({ path }) => path)).toEqual([`${PATH}?version=2&scope=FOLLOWING`]);
    expect(await page.getByTestId('booking-change').count()).toBe(0);
  });

  it('shows others only what is theirs, and nothing at all of what is not there', async () => {
    const nothing = { subject: null, note: null, required: [], optional: [], travel: [], joinUrl: null };
    const rooms = aBooking().rooms.map((room) => ({ ...room, state: 'DECLINED' as const, notes: '' }));
    const outlook = { state: 'REFUSED' as const, sentence: 'Outlookには未反映です。権限がありません。' };
    stands({ ...nothing, rooms, outlook, visibility: 'PRIVATE', may: { change: false, cancel: false } });
    const page = await open();
    await page.getByRole('heading', { level: 1, name: '予約あり' }).waitFor();
    await page.getByTestId('booking-outlook').getByText('Outlookには未反映です').waitFor();
    await page.getByTestId('booking-room').getByText('受け付けませんでした').waitFor();
    await page.getByText('公開の範囲により表示していません').waitFor();
    expect(await page.getByTestId('booking-cancel').count()).toBe(0);
    const problem = desk.service.world.problem(404, 'schedules.booking_not_found', '予約が見つかりません。');
    desk.service.answer(`GET ${PATH}`, () => ({ status: 404, body: problem }));
    const none = await open();
    await none.getByTestId('empty').getByText('予約が見つかりません').waitFor();
    await none.getByRole('link', { name: '会議室を見る' }).waitFor();
  });

  it('is without serious barriers and fits, in every colour, with its dialogs', async () => {
    stands({ seriesId: BOOKING_ID, outlook: { state: 'WAITING', sentence: 'Outlookには未反映です。' } });
    const page = await open(undefined, COLOURS.contrast);
    const { troubles, lookOver } = lookingOver(page, 'booking', seriousTroubles);
    await page.getByTestId('booking-travel').waitFor();
    await lookOver('page');
    await page.getByTestId('booking-change').click();
    await page.getByRole('checkbox', { name: '第1会議室' }).waitFor();
    await lookOver('change');
    await page.keyboard.press('Escape');
    await page.getByTestId('change-dialog').waitFor({ state: 'detached' });
    await page.getByTestId('booking-cancel').click();
    await page.getByTestId('cancel-dialog').waitFor();
    await lookOver('cancel');
    expect(troubles).toEqual({});
  });
});
