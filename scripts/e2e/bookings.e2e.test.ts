import { describe, expect, it } from '@jest/globals';
import type { BookingsPage, BookingView, RoomView } from '@kaigi/core/contract';
import { addWorkingDays, localDateOf } from '@kaigi/core/shared';
import type { Page } from 'playwright-core';
import { openTab } from './open-tab.ts';
import { signIn } from './people.ts';
import { shot, tabSetting } from './tab.ts';

const setting = tabSetting();
const DAY = addWorkingDays(localDateOf(new Date()), 5);
const at = (clock: string): string => `${DAY}T${clock}:00+09:00`;

async function aRoom(name: string): Promise<RoomView> {
  const admin = await signIn(setting.product, 'admin');
  return (await admin.call<RoomView>('POST', '/schedules/rooms', { name, capacity: 8 })).body;
}

/** Everything is filled in; only 「予約する」 is left to press. */
async function readyToBook(name: string, room: string): Promise<Page> {
  const page = await openTab(setting, { name, hash: `#/schedules/rooms?day=${DAY}` });
  await page.getByTestId('week-row').filter({ hasText: room }).locator('th').click();
  await page.getByTestId('room-book').click();
  await page.getByTestId('booking-subject').fill(`${name}の会議`);
  await page.getByTestId('booking-from').fill('10:00');
  await page.getByTestId('booking-to').fill('11:00');
  return page;
}

describe('S-08: the last free room, in two browsers', () => {
  it('pressed in the same second goes to one; the other keeps what was typed and is told what else is free', async () => {
    const [wanted, other] = [await aRoom('競う会議室'), await aRoom('空いている会議室')];
    const pages = await Promise.all(['drafter', 'section-head'].map((name) => readyToBook(name, wanted.name)));
    await Promise.all(pages.map((page) => page.getByTestId('booking-save').click()));
    const outcome = (page: Page) =>
      Promise.race([
        page
          .getByTestId('toast')
          .waitFor()
          .then(() => 'booked' as const),
        page
          .getByTestId('booking-refused')
          .waitFor()
          .then(() => 'refused' as const),
      ]);
    const outcomes = await Promise.all(pages.map(outcome));
    expect(outcomes.toSorted()).toEqual(['booked', 'refused']);
    const late = pages[outcomes.indexOf('refused')];
    if (!late) throw new Error('nobody was late');
    await late.getByTestId('booking-refused').getByText('先に予約されました').waitFor();
    await late.getByText(`${wanted.name} は 11:00 から空いています`).waitFor();
    await late.getByText(/その時間に空いている会議室: .*空いている会議室/u).waitFor();
    expect(await late.getByTestId('booking-subject').inputValue()).not.toBe('');
    await shot(late, 'bookings-race');
    const { body } = await setting.drafter.call<{ items: { roomId: string; times: unknown[] }[] }>(
      ...(['GET', `/schedules/rooms?from=${DAY}&to=${DAY}`] as const),
    );
    expect(body.items.find(({ roomId }) => roomId === wanted.roomId)?.times).toHaveLength(1);
    expect(body.items.find(({ roomId }) => roomId === other.roomId)?.times).toEqual([]);
  });
});

describe('a booking and bad luck', () => {
  const mine = async () => (await setting.drafter.call<BookingsPage>('GET', '/schedules/bookings')).body.items;

  it('asked for while the power goes, and asked for again, is one; and is found again among one’s own', async () => {
    const { roomId } = await aRoom('停電の会議室');
    const body = { subject: '停電の会議', rooms: [roomId], from: at('14:00'), to: at('15:00') };
    const headers = { 'idempotency-key': crypto.randomUUID() };
    const ask = () => setting.drafter.call<BookingView>('POST', '/schedules/bookings', body, headers);
    const lost = ask().catch(() => null);
    await setting.product.killService();
    await lost;
    await setting.product.start();
    const again = await ask();
    expect(again.status).toBe(201);
    expect((await mine()).filter(({ subject }) => subject === '停電の会議')).toHaveLength(1);
    const page = await openTab(setting, { name: 'drafter', hash: '#/schedules/bookings' });
    await page.getByTestId('booking-row').getByRole('link', { name: '停電の会議' }).click();
    await page.getByTestId('booking-cancel').click();
    await shot(page, 'bookings-cancel');
    await page.getByTestId('cancel-save').click();
    await page.getByTestId('booking-cancelled').waitFor();
    expect((await mine()).some(({ subject }) => subject === '停電の会議')).toBe(false);
  });
});
