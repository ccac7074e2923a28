import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { barrierFinder, COLOURS, type FindBarriers, LOOKS, look, overflow } from '../../testing/barriers.ts';
import { aListed, BOOKING_ID } from '../../testing/bookings.ts';
import { shoot } from '../../testing/browser.ts';
import { type Desk, setUpDesk } from '../../testing/desk.ts';
import { eventually } from '../../testing/eventually.ts';
import { pressRetry } from '../../testing/press-retry.ts';

let desk: Desk;
let seriousTroubles: FindBarriers;

beforeAll(async () => {
  desk = await setUpDesk();
  seriousTroubles = await barrierFinder();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

async function open(route = '#/schedules/bookings', options?: BrowserContextOptions): Promise<Page> {
  const { page } = await desk.blank({ ...options, now: '2026-11-24T10:30:00+09:00' });
  await page.goto(`${desk.service.origin}/tab/${route}`);
  return page;
}

const rows = (page: Page) => page.getByTestId('booking-row');

describe('自分の予約', () => {
  it('are reached from the pages of 予定, those booked and those one is invited to, and lead to each', async () => {
    const page = await open('#/schedules/slots');
    await page.getByTestId('part-bookings').click();
    await page.getByRole('heading', { level: 1, name: '自分の予約' }).waitFor();
    await rows(page).first().waitFor();
    await shoot(page, 'my-bookings');
    const [first, second] = await rows(page).allInnerTexts();
    expect(first?.split(/\n+/u)).toEqual([
      ...['計画の打合せ', '自分が予約', '令和8年11月25日（水） 10:00–11:00', '第1会議室、オンラインあり'],
    ]);
    expect(second).toContain('招かれた');
    expect(second).toContain('予約: 政策課 政策係 係長 係長 花子');
    await page.getByTestId('bookings-role').selectOption('PARTICIPANT');
    await eventually(() => rows(page).count(), 1);
    await page.getByTestId('bookings-role').selectOption('ALL');
    await rows(page).getByRole('link', { name: '計画の打合せ' }).click();
    await page.waitForURL(`**/#/schedules/bookings/${BOOKING_ID}`);
    await page.getByTestId('booking-what').waitFor();
  });

  it('that are over or were cancelled stand apart, and say so; what went wrong with one is told in the list', async () => {
    const wrong = { state: 'REFUSED' as const, sentence: 'Outlookには未反映です。' };
    const [room] = aListed(1).rooms;
    if (!room) throw new Error('no room');
    desk.service.world.finding.listed = {
      ...desk.service.world.finding.listed,
      coming: [
        aListed(1, { tentative: true, outlook: wrong, rooms: [{ ...room, state: 'DECLINED' }], seriesId: BOOKING_ID }),
      ],
    };
    const page = await open();
    const text = await rows(page).innerText();
    for (const said of ['仮', 'Outlookに未反映', '会議室が受け付けず', 'くり返し']) expect(text).toContain(said);
    await page.getByTestId('bookings-past').click();
    await page.waitForURL('**/#/schedules/bookings?when=past');
    await rows(page).getByText('取消し').waitFor();
  });

  it('come page by page; none at all and a service that fails are said with what to do', async () => {
    const coming = Array.from({ length: 35 }, (_, n) => aListed(n + 1));
    desk.service.world.finding.listed = { coming, past: [] };
    const page = await open();
    await eventually(() => rows(page).count(), 30);
    await page.getByTestId('more-button').click();
    await eventually(() => rows(page).count(), 35);
    desk.service.world.finding.listed = { coming: [], past: [] };
    const none = await open();
    await none.getByTestId('empty').getByText('これからの予約はありません').waitFor();
    await none.getByTestId('empty').getByRole('link', { name: '空き時間を探す' }).waitFor();
    desk.service.answer('GET /api/v1/schedules/bookings', () => ({ drop: true }));
    const lost = await open('#/schedules/bookings?when=past');
    await lost.getByTestId('error').waitFor();
    await pressRetry(desk.service, lost);
    await lost.getByTestId('empty').getByText('終わった予約はありません').waitFor();
  });

  it('are without serious barriers and fit, in every colour', async () => {
    const page = await open(undefined, COLOURS.contrast);
    await rows(page).first().waitFor();
    const troubles: Record<string, readonly string[]> = {};
    for (const [colours, width] of LOOKS) {
      await look(page, colours, width);
      await shoot(page, `my-bookings-${colours}-${width}`);
      const found = [...(await seriousTroubles(page)), ...((await overflow(page)) > 0 ? ['wider'] : [])];
      if (found.length > 0) troubles[`${colours} ${width}`] = found;
    }
    expect(troubles).toEqual({});
  });
});
