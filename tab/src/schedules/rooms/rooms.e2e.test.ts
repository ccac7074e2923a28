import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { barrierFinder, COLOURS, type FindBarriers, LOOKS, look, overflow } from '../../testing/barriers.ts';
import { shoot } from '../../testing/browser.ts';
import { type Desk, setUpDesk } from '../../testing/desk.ts';
import { eventually } from '../../testing/eventually.ts';
import { pressRetry } from '../../testing/press-retry.ts';
import { aRoom, aRoomTime, roomIdOf } from '../../testing/rooms.ts';

let desk: Desk;
let seriousTroubles: FindBarriers;

beforeAll(async () => {
  desk = await setUpDesk();
  seriousTroubles = await barrierFinder();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

/** On Tuesday, 24 November 2026, at half past ten. */
async function open(options?: BrowserContextOptions): Promise<Page> {
  const { page } = await desk.blank({ ...options, now: '2026-11-24T10:30:00+09:00' });
  await page.goto(`${desk.service.origin}/tab/#/schedules/rooms`);
  await page.getByTestId('rooms-count').waitFor();
  return page;
}

const rowOf = (page: Page, name: string) => page.getByTestId('week-row').filter({ hasText: name });
const booked = () =>
  desk.service.calls
    .filter(({ method, path }) => method === 'POST' && path.endsWith('/bookings'))
    .map(({ body }) => body);
const BOOK = `POST /api/v1/schedules/rooms/${roomIdOf(2)}/bookings`;
const refusal = (sentence: string, present: unknown) => () => ({
  status: 409,
  body: { ...(desk.service.world.problem(409, 'schedules.refused', sentence) as object), present },
});

async function openBooking(page: Page): Promise<void> {
  await rowOf(page, '第2会議室').getByTestId('week-cell').nth(6).click();
  await page.getByTestId('room-book').click();
  await page.getByTestId('booking-subject').fill('係会議');
}

describe('S-08: rooms', () => {
  it('says which are free now and until when, office by office, with their day', async () => {
    const page = await open();
    await shoot(page, 'rooms');
    expect(await page.getByTestId('rooms-count').innerText()).toBe('2室が今空いています（全3室、10:30 現在）');
    expect(await page.getByTestId('week-unit').allInnerTexts()).toEqual(['本庁', '支所']);
    expect(await rowOf(page, '第1会議室').innerText()).toContain('使用中（11:30 まで）');
    expect(await rowOf(page, '第2会議室').innerText()).toContain('空き（15:00 まで） 40人');
    expect(await rowOf(page, '第1会議室').getByTestId('week-bar').allInnerTexts()).toEqual([
      '9:00–11:30\n庁議',
      '予約あり',
    ]);
    await page.getByTestId('rooms-office').selectOption('SHISHO');
    expect(await page.getByTestId('week-row').count()).toBe(1);
    await page.getByTestId('week-row').locator('th').click();
    await page.getByText('Outlook にはない会議室です').waitFor();
  });

  it('says beside the heading that the day is a holiday, and shades its hours', async () => {
    const { page } = await desk.open('#/schedules/rooms?day=2026-11-23');
    await page.getByTestId('day-note').getByText('勤労感謝の日').waitFor();
    await shoot(page, 'rooms-holiday');
    const ground = () =>
      page
        .getByTestId('week-cell')
        .first()
        .evaluate((cell) => getComputedStyle(cell).backgroundColor);
    const closed = await ground();
    await page.getByTestId('rooms-next').click();
    await page.getByTestId('day-note').waitFor({ state: 'detached' });
    expect(await ground()).not.toBe(closed);
  });

  it('keeps a building of nobody’s office apart from 本庁', async () => {
    const { world } = desk.service;
    const office = { code: 'building:丘出張所', name: '丘出張所' };
    world.rooms.rooms = [aRoom(5, '丘出張所会議室', { office, officeKnown: false }), ...world.rooms.rooms];
    const page = await open();
    expect(await page.getByTestId('week-unit').allInnerTexts()).toEqual(['本庁', '支所', 'その他の庁舎：丘出張所']);
    await shoot(page, 'rooms-building');
    await page.getByTestId('rooms-office').selectOption('main');
    expect(await rowOf(page, '丘出張所会議室').count()).toBe(0);
    await page.getByTestId('rooms-office').selectOption({ label: 'その他の庁舎：丘出張所' });
    expect(await page.getByTestId('week-row').count()).toBe(1);
    await rowOf(page, '丘出張所会議室').locator('th').click();
    await page.getByTestId('room-dialog').getByText('その他の庁舎：丘出張所 3階').waitFor();
  });

  it('says 仮 where the room has not said yes', async () => {
    const [, second] = desk.service.world.rooms.rooms;
    if (second) second.times = [{ ...aRoomTime('13:00', '14:00', '返事待ちの会議'), tentative: true }];
    const page = await open();
    expect(await rowOf(page, '第2会議室').getByTestId('week-bar').innerText()).toContain('仮');
    await rowOf(page, '第2会議室').locator('th').click();
    await page.getByTestId('room-time').getByText('仮（返事待ち').waitFor();
    await shoot(page, 'rooms-tentative');
  });

  it('is booked at the hour that was pressed, by the keyboard alone', async () => {
    const page = await open();
    await page.locator('[data-testid="week-grid"] [tabindex="0"]').focus();
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
    await page.getByTestId('room-dialog').getByText('鍵は総務課').waitFor();
    await page.getByTestId('room-book').press('Enter');
    await page.getByTestId('booking-save').press('Enter');
    await page.getByText('会議名を入力してください').waitFor();
    await page.getByTestId('booking-subject').fill('係会議');
    await page.getByRole('checkbox', { name: '移動式スクリーン' }).check();
    await shoot(page, 'rooms-booking');
    await page.getByTestId('booking-subject').press('Enter');
    await page.getByTestId('toast').getByText('第2会議室 を予約しました').waitFor();
    await rowOf(page, '第2会議室').getByText('係会議').waitFor();
    const times = { from: '2026-11-24T10:00:00+09:00', to: '2026-11-24T11:00:00+09:00' };
    expect(booked()).toEqual([
      expect.objectContaining({ ...times, subject: '係会議', with: [roomIdOf(4)], repeat: null }),
    ]);
  });

  it('that somebody else was faster to book is told, with what else is free', async () => {
    const page = await open();
    const present = {
      taken: [{ roomId: roomIdOf(2), name: '第2会議室', nextFree: '2026-11-24T16:00:00+09:00' }],
      others: [{ roomId: roomIdOf(1), name: '第1会議室', capacity: 12 }],
    };
    desk.service.answer(BOOK, refusal('第2会議室は、先に予約されました。', present));
    await openBooking(page);
    await page.getByTestId('booking-save').click();
    await page.getByTestId('booking-refused').getByText('先に予約されました').waitFor();
    await page.getByText('第2会議室 は 16:00 から空いています').waitFor();
    await page.getByText('その時間に空いている会議室: 第1会議室').waitFor();
    expect(await page.getByTestId('booking-subject').inputValue()).toBe('係会議');
  });

  it('again and again lists what cannot be booked one by one, and takes those that are free', async () => {
    const page = await open();
    const rooms = [{ roomId: roomIdOf(2), name: '第2会議室' }];
    const conflict = (day: string, why: string) => ({
      ...{ from: `2026-${day}T14:00:00+09:00`, to: `2026-${day}T15:00:00+09:00`, why, rooms },
    });
    const conflicts = [conflict('12-01', 'TAKEN'), conflict('12-29', 'DAY_OFF')];
    desk.service.answer(BOOK, refusal('6回のうち2回は予約できません。', { conflicts, free: [1, 2, 3, 4] }));
    await openBooking(page);
    await page.getByTestId('booking-repeat').selectOption('WEEK');
    await page.getByTestId('booking-times').fill('6');
    await page.getByTestId('booking-save').click();
    await page.getByTestId('booking-free-only').waitFor();
    await shoot(page, 'rooms-conflicts');
    expect(await page.getByTestId('booking-conflict').allInnerTexts()).toEqual([
      '令和8年12月1日（火） 14:00–15:00 先約あり（第2会議室）',
      '令和8年12月29日（火） 14:00–15:00 閉庁日',
    ]);
    desk.service.restore();
    await page.getByTestId('booking-free-only').click();
    await page.getByTestId('booking-dialog').waitFor({ state: 'detached' });
    const repeat = { every: 'WEEK', times: 6 };
    expect(booked()).toEqual([
      expect.objectContaining({ take: 'ALL', repeat }),
      expect.objectContaining({ take: 'FREE', repeat }),
    ]);
  });

  it('follows what is told to open pages, goes from day to day, and says what went wrong', async () => {
    const page = await open();
    const [, second] = desk.service.world.rooms.rooms;
    if (second) second.times = [aRoomTime('13:00', '14:00', '新しい会議')];
    desk.service.tell('all', 0, 'schedules');
    await rowOf(page, '第2会議室').getByText('新しい会議').waitFor();
    await page.getByTestId('rooms-next').click();
    await page.waitForURL('**/#/schedules/rooms?day=2026-11-25');
    await eventually(() => page.getByTestId('week-bar').count(), 0);
    // What is free now says nothing of another day.
    await rowOf(page, '第2会議室').locator('th').click();
    await page.getByTestId('room-dialog').getByText('この日の予約はありません').waitFor();
    expect(await page.getByTestId('room-dialog').innerText()).not.toContain('空き（');
    await page.keyboard.press('Escape');
    desk.service.answer('GET /api/v1/schedules/rooms', () => ({ drop: true }));
    const { page: lost } = await desk.open('#/schedules/rooms?day=2026-11-24');
    await lost.getByTestId('error').waitFor();
    await pressRetry(desk.service, lost);
    await lost.getByTestId('week-row').first().waitFor();
    desk.service.world.rooms.rooms = [];
    const { page: none } = await desk.open('#/schedules/rooms');
    await none.getByText('会議室が登録されていません').waitFor();
  });

  it.each(['room-dialog', 'booking-dialog'])(
    '%s is without serious barriers and fits, in every colour',
    async (shown) => {
      const page = await open(COLOURS.contrast);
      await page.getByTestId('week-cell').first().click();
      if (shown === 'booking-dialog') await page.getByTestId('room-book').click();
      await page.getByTestId(shown).waitFor();
      const troubles: Record<string, readonly string[]> = {};
      for (const [colours, width] of LOOKS) {
        await look(page, colours, width);
        await shoot(page, `rooms-${shown}-${colours}-${width}`);
        const found = [...(await seriousTroubles(page)), ...((await overflow(page)) > 0 ? ['wider'] : [])];
        if (found.length > 0) troubles[`${colours} ${width}`] = found;
      }
      expect(troubles).toEqual({});
    },
  );
});
