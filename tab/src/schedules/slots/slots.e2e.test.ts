import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { barrierFinder, COLOURS, type FindBarriers } from '../../testing/barriers.ts';
import { BOOKING_ID } from '../../testing/bookings.ts';
import { shoot } from '../../testing/browser.ts';
import { type Desk, setUpDesk } from '../../testing/desk.ts';
import { eventually } from '../../testing/eventually.ts';
import { lookingOver } from '../../testing/looking-over.ts';
import { COLLEAGUE, COLLEAGUE_FOUND } from '../../testing/people.ts';
import { pressRetry } from '../../testing/press-retry.ts';
import { roomIdOf } from '../../testing/rooms.ts';

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
  desk.service.answer('GET /api/v1/directory/staff', () => ({ body: COLLEAGUE_FOUND }));
  const { page } = await desk.blank({ ...options, now: '2026-11-24T10:30:00+09:00' });
  await page.goto(`${desk.service.origin}/tab/#/schedules/slots`);
  await page.getByTestId('slots-search').waitFor();
  return page;
}

async function search(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: '本庁の会議室' }).check();
  await page.getByTestId('slots-search').click();
}

const sent = (path: string) =>
  desk.service.calls.filter((call) => call.method === 'POST' && call.path === path).map(({ body }) => body);

describe('S-03: a time at which they can meet', () => {
  it('is sought for people, days and rooms, and every proposal says why', async () => {
    const page = await open();
    await page.getByTestId('slots-search').click();
    await page.getByText('人か会議室を選んでください').waitFor();
    await page.getByTestId('directory-picker').first().click();
    await page.getByTestId('directory-picker').first().pressSequentially('三郎');
    await page.getByRole('option', { name: '主査 三郎' }).click();
    // As an input method writes: without any key that writes a letter.
    await page.getByTestId('directory-picker').first().pressSequentially('四郎');
    await page.getByRole('listbox').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('listbox').waitFor({ state: 'hidden' });
    await page.getByTestId('slots-minutes').selectOption('90');
    await page.getByTestId('slots-online').selectOption('yes');
    await page.getByTestId('slots-bufferBefore').selectOption('15');
    await page.getByTestId('slots-percent').selectOption('80');
    await search(page);
    await page.getByTestId('proposal').first().waitFor();
    await shoot(page, 'slots');
    expect(sent('/api/v1/schedules/slots')).toEqual([
      expect.objectContaining({
        ...{ required: [COLLEAGUE.staffId], rooms: [[roomIdOf(1), roomIdOf(2)]], minutes: 90, online: true },
        ...{ from: '2026-11-25', to: '2026-12-08', bufferBefore: 15, bufferAfter: 0, percent: 80 },
      }),
    ]);
    expect(await page.getByTestId('slots-count').innerText()).toBe('2件の候補（120通りから）');
    const first = page.getByTestId('proposal').first();
    expect(await first.getByRole('heading').innerText()).toBe('11月25日（水） 10:00–11:00');
    expect(await first.getByTestId('reason').allInnerTexts()).toEqual(['必須の2人全員が空き', '会議室：第1会議室']);
    expect(await first.getByTestId('proposal-percent').innerText()).toBe('必ず出る人の都合 100%');
    expect(await page.getByTestId('slots-unsure').innerText()).toContain('最新でない可能性');
  });

  it('is booked with a name for it; that somebody was faster is told, and one searches again', async () => {
    const page = await open();
    await search(page);
    await page.getByTestId('proposal-book').nth(1).click();
    await page.getByTestId('slot-save').click();
    await page.getByText('会議名を入力してください').waitFor();
    const present = {
      taken: [{ roomId: roomIdOf(1), name: '第1会議室', nextFree: null }],
      others: [{ roomId: roomIdOf(2), name: '第2会議室', capacity: 40 }],
    };
    const refused = desk.service.world.problem(409, 'schedules.room_taken', '第1会議室は、先に予約されました。');
    desk.service.answer('POST /api/v1/schedules/bookings', () => ({
      status: 409,
      body: { ...(refused as object), present },
    }));
    await page.getByTestId('slot-subject').fill('計画の打合せ');
    await page.getByTestId('slot-save').click();
    await page.getByTestId('booking-refused').getByText('先に予約されました').waitFor();
    await page.getByText('その時間に空いている会議室: 第2会議室').waitFor();
    await shoot(page, 'slots-refused');
    desk.service.restore();
    await page.getByTestId('slot-again').click();
    await eventually(() => sent('/api/v1/schedules/slots').length, 2);
    await page.getByTestId('proposal-book').first().click();
    await page.getByTestId('slot-subject').fill('計画の打合せ');
    await page.getByTestId('visibility-PRIVATE').check();
    await page.getByText('参加者だけに見えます').waitFor();
    await page.getByTestId('slot-subject').press('Enter');
    await page.getByTestId('toast').getByText('「計画の打合せ」を予約しました').waitFor();
    await page.waitForURL(`**/#/schedules/bookings/${BOOKING_ID}`);
    await page.getByRole('heading', { level: 1, name: '計画の打合せ' }).waitFor();
    const said = {
      subject: '計画の打合せ',
      from: '2026-11-25T10:00:00+09:00',
      rooms: [roomIdOf(1)],
      visibility: 'PRIVATE',
    };
    expect(sent('/api/v1/schedules/bookings').at(-1)).toMatchObject(said);
  });

  it('that does not exist is told with what stands in the way, and what went wrong too', async () => {
    desk.service.world.finding.view.items = [];
    const text = '主査 三郎は、探した120通りのうち80通りで予定があります。この予定が動けば12通りが空きます。';
    desk.service.world.finding.view.blockers = [{ person: COLLEAGUE, rooms: [], times: 80, alone: 12, text }];
    const page = await open();
    await search(page);
    await page.getByText('会える時間がありません').waitFor();
    expect(await page.getByTestId('slots-blockers').innerText()).toContain(text);
    await page.getByTestId('slots-minutes').selectOption('600');
    await page.getByTestId('slots-breaks').uncheck();
    await page.getByTestId('slots-search').click();
    await eventually(() => sent('/api/v1/schedules/slots').length, 2);
    expect(sent('/api/v1/schedules/slots').at(-1)).toMatchObject({ minutes: 600, breaks: false });
    desk.service.answer('POST /api/v1/schedules/slots', () => ({ drop: true }));
    await page.getByTestId('slots-search').click();
    await page.getByTestId('error').waitFor();
    await pressRetry(desk.service, page);
    await page.getByText('会える時間がありません').waitFor();
  });

  it('is found without serious barriers, and fits, in every colour, with its dialog', async () => {
    const page = await open(COLOURS.contrast);
    await search(page);
    await page.getByTestId('proposal').first().waitFor();
    const { troubles, lookOver } = lookingOver(page, 'slots', seriousTroubles);
    await lookOver('found');
    await page.getByTestId('proposal-book').first().click();
    await page.getByTestId('slot-dialog').waitFor();
    await lookOver('dialog');
    expect(troubles).toEqual({});
  });
});
