import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { BookingView, DisplayMade } from '@kaigi/core/contract';
import { addDays, dayOfWeek, type LocalDate, localDateOf, localTimeOf } from '@kaigi/core/shared';
import type { Locator, Page } from 'playwright-core';
import { notAroundMidnight } from './days.ts';
import { openTab } from './open-tab.ts';
import { signIn } from './people.ts';
import { shot, tabSetting } from './tab.ts';

const setting = tabSetting();
// One step stands on the one before; each waits for a minute at most.
jest.setTimeout(300_000);

const FIRST = '庁舎再編の打合せ';
const RENAMED = '庁舎再編の協議';
const MINUTE_MS = 60_000;

const mondayOf = (date: LocalDate): LocalDate => addDays(date, -((dayOfWeek(date) + 6) % 7));
const dayOf = (instant: string): LocalDate => localDateOf(new Date(instant));

let booking: BookingView;

/** Their own row of the week in which this day lies. */
async function weekOf(name: string, day: LocalDate): Promise<{ page: Page; bars: (subject: string) => Locator }> {
  const page = await openTab(setting, { name, hash: `#/schedules?from=${mondayOf(day)}` });
  const own = page.getByTestId('week-row').first();
  await own.waitFor();
  return { page, bars: (subject) => own.getByTestId('week-bar').filter({ hasText: subject }) };
}

async function outlookOf(name: string, day: LocalDate): Promise<Page> {
  const page = await (await setting.browser.newContext({ locale: 'ja-JP' })).newPage();
  page.setDefaultTimeout(MINUTE_MS);
  await page.goto(`${setting.product.sandboxUrl}/outlook?as=${name}@minato.example&week=${mondayOf(day)}`);
  return page;
}
const eventIn = (outlook: Page, subject: string): Locator =>
  outlook.locator('details').filter({ hasText: subject }).last();

async function changeIn(outlook: Page, subject: string, fields: Readonly<Record<string, string>>): Promise<void> {
  const event = eventIn(outlook, subject);
  await event.locator('summary').click();
  for (const [name, value] of Object.entries(fields)) await event.locator(`input[name=${name}]`).fill(value);
  await event.locator('button[value=change]').click();
}

/** The display at reception, as a machine with its key shows it. */
async function theLobby(): Promise<Page> {
  const admin = await signIn(setting.product, 'admin');
  const { body } = await admin.call<DisplayMade>('POST', '/schedules/displays', { name: '本庁1階', office: 'main' });
  const page = await (await setting.browser.newContext({ locale: 'ja-JP' })).newPage();
  await page.goto(`${setting.product.serviceUrl}/lobby`);
  await page.locator('input[name=key]').fill(body.key);
  await page.keyboard.press('Enter');
  await page.getByText('本日の会議室').waitFor();
  return page;
}

/** It reads anew by itself twice a minute; here sooner. */
async function untilLobby(lobby: Page, there: boolean, words: string): Promise<void> {
  for (const end = Date.now() + MINUTE_MS; Date.now() < end; await new Promise((go) => setTimeout(go, 200))) {
    await lobby.reload();
    if ((await lobby.locator('body').innerText()).includes(words) === there) return;
  }
  throw new Error(`the lobby ${there ? 'never showed' : 'went on showing'} ${words}`);
}

/** Rooms that nobody has booked today: at what hour this runs, is not known. */
beforeAll(async () => {
  for (const room of ['201', '202', '301', '302', '401'])
    await fetch(`${setting.product.sandboxUrl}/sandbox/mailboxes/room-${room}@minato.example`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: '{"entries":[]}',
    });
});

describe('a meeting from the wish to its end, in the tab, in Outlook and at reception', () => {
  it('S-03, S-04: a time for people of two offices is found with its reasons, and booked with a room', async () => {
    const page = await openTab(setting, { name: 'drafter', hash: '#/schedules/slots' });
    const who = page.getByTestId('directory-picker').first();
    await who.click();
    await who.pressSequentially('白帆');
    await page.getByRole('option', { name: '白帆' }).first().click();
    await page.getByRole('checkbox', { name: '本庁の会議室' }).check();
    await page.getByTestId('slots-search').click();
    const proposal = page.getByTestId('proposal').first();
    await proposal.waitFor();
    const reasons = (await proposal.getByTestId('reason').allInnerTexts()).join();
    expect(reasons).toContain('必須の2人全員が空き');
    expect(reasons).toContain('オンラインで参加：白帆 あかね');
    await shot(page, 'schedules-1-slots');
    await proposal.getByTestId('proposal-book').click();
    await page.getByTestId('slot-subject').fill(FIRST);
    const isBooked = (url: string) => url.endsWith('/api/v1/schedules/bookings');
    const [answer] = await Promise.all([
      page.waitForResponse((response) => isBooked(response.url()) && response.request().method() === 'POST'),
      page.getByTestId('slot-save').click(),
    ]);
    booking = (await answer.json()) as BookingView;
    await page.getByTestId('toast').getByText(`「${FIRST}」を予約しました`).waitFor();
    expect(booking.rooms.map(({ state }) => state)).toEqual(['HELD']);
  });

  it('S-01, S-14: stands in both weeks and in Outlook; a change made there comes into the open weeks', async () => {
    const day = dayOf(booking.from);
    const [mine, theirs] = [await weekOf('drafter', day), await weekOf('branch-clerk', day)];
    await Promise.all([mine, theirs].map(({ bars }) => bars(FIRST).waitFor()));
    const outlook = await outlookOf('drafter', day);
    await eventIn(outlook, FIRST).waitFor();
    expect(await eventIn(outlook, FIRST).locator('small').textContent()).toContain(booking.rooms[0]?.name);
    await changeIn(outlook, FIRST, { subject: RENAMED });
    await Promise.all([mine, theirs].map(({ bars }) => bars(RENAMED).waitFor()));
    await Promise.all([mine, theirs].map(({ bars }) => bars(FIRST).waitFor({ state: 'detached' })));
    expect(await mine.bars(RENAMED).count()).toBe(1);
    await shot(mine.page, 'schedules-2-week');
  });

  it('S-09: moved to today it is shown at reception with its room, without its subject', async () => {
    await notAroundMidnight();
    const begins = new Date(Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS);
    const [from, end] = [localTimeOf(begins), localTimeOf(new Date(begins.getTime() + 30 * MINUTE_MS))];
    const to = end > from ? end : '23:59';
    const today = localDateOf(begins);
    const [outlook, lobby] = [await outlookOf('drafter', dayOf(booking.from)), await theLobby()];
    await changeIn(outlook, RENAMED, { day: today, from, to });
    await untilLobby(lobby, true, `${from}–${to}`);
    // On a working day the city's own meetings stand there too.
    const moved = lobby.locator('tbody tr').filter({ hasText: `${from}–${to}` });
    expect((await moved.allInnerTexts()).join()).toContain(booking.rooms[0]?.name ?? '');
    expect(await lobby.locator('body').innerText()).not.toContain('庁舎再編');
    await shot(lobby, 'schedules-3-lobby');
  });

  it('called off here, it is gone from both weeks, from Outlook and from reception', async () => {
    const today = localDateOf(new Date());
    const [mine, theirs, lobby] = [
      await weekOf('drafter', today),
      await weekOf('branch-clerk', today),
      await theLobby(),
    ];
    await Promise.all([mine, theirs].map(({ bars }) => bars(RENAMED).waitFor()));
    const page = await openTab(setting, { name: 'drafter', hash: `#/schedules/bookings/${booking.bookingId}` });
    await page.getByTestId('booking-cancel').click();
    await page.getByTestId('cancel-save').click();
    await page.getByTestId('booking-cancelled').waitFor();
    await Promise.all([mine, theirs].map(({ bars }) => bars(RENAMED).waitFor({ state: 'detached' })));
    await untilLobby(lobby, false, booking.rooms[0]?.name ?? '');
    const outlook = await outlookOf('drafter', today);
    await outlook.getByText(RENAMED).waitFor({ state: 'detached' });
  });
});
