import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { BookingPapers } from '@kaigi/core/contract';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { barrierFinder, COLOURS, type FindBarriers } from '../../testing/barriers.ts';
import { aReading, CHIEF, ITEM_ID, MEETING_ID, PAPER_ID, somePapers } from '../../testing/booking-papers.ts';
import { BOOKING_ID } from '../../testing/bookings.ts';
import { shoot } from '../../testing/browser.ts';
import { type Desk, setUpDesk } from '../../testing/desk.ts';
import { lookingOver } from '../../testing/looking-over.ts';

let desk: Desk;
let seriousTroubles: FindBarriers;

beforeAll(async () => {
  desk = await setUpDesk();
  seriousTroubles = await barrierFinder();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

const BOOKING = `#/schedules/bookings/${BOOKING_ID}`;
const PAPER = `${BOOKING}/papers/${PAPER_ID}`;
const RECORD_ID = '01900000-0000-7000-8000-0000000ee001';
const PATH = `/api/v1/schedules/bookings/${BOOKING_ID}`;

async function open(route = BOOKING, options?: BrowserContextOptions): Promise<Page> {
  const { page } = await desk.blank({ ...options, now: '2026-11-24T10:30:00+09:00' });
  await page.goto(`${desk.service.origin}/tab/${route}`);
  return page;
}

const stands = (change: Partial<BookingPapers> = {}): void => {
  desk.service.world.bookingPapers.view = somePapers(change);
};
const sent = (method: string) =>
  desk.service.calls.filter((call) => call.method === method && call.path.startsWith(PATH));
const refuse = (what: string, status: number, code: string, sentence: string): void =>
  desk.service.answer(what, () => ({ status, body: desk.service.world.problem(status, code, sentence) }));
const NO = { plan: false, lay: false, layToAll: false, layTo: [], makeMinutes: false };

describe('S-16: 次第と資料 of a booking', () => {
  it('shows the items with their times, whose they are, their papers, what changed and who has opened it', async () => {
    stands();
    const page = await open();
    const item = page.getByTestId('agenda-item').first();
    await item.waitFor();
    await shoot(page, 'papers');
    const said = await item.innerText();
    for (const words of ['予算について', '10:00–10:40', '40分', '担当 政策課 政策係 係長 係長 花子', '第2版'])
      expect(said).toContain(words);
    expect(await page.getByTestId('paper-changed').innerText()).toBe('変わった頁 2・新しい頁 4–5・なくなった頁 1頁');
    expect(await page.getByTestId('paper-unread').innerText()).toBe('新しい版');
    expect(await page.getByText('会議より10分長くなります').count()).toBe(1);
    await page.getByTestId('paper-openers').getByText('開いた人 1人・まだの人 1人').click();
    await page.getByTestId('paper-openers').getByText('主査 三郎').waitFor();
    await page.getByTestId('paper-link').click();
    await page.getByRole('heading', { level: 1, name: '令和9年度予算案 第2版' }).waitFor();
    expect(new URL(page.url()).hash).toBe(PAPER);
  });

  it('whoever only reads gets no buttons; whoever has nothing to do with it finds no trace', async () => {
    stands({ may: NO, agenda: [], papers: [], version: 0 });
    const page = await open();
    await page.getByTestId('papers-none').getByText('予約した人か記録者が載せると').waitFor();
    for (const button of ['papers-plan', 'papers-lay', 'minutes-make'])
      expect(await page.getByTestId(button).count()).toBe(0);
    desk.service.world.bookingPapers.view = null;
    const other = await open();
    await other.getByTestId('booking-what').waitFor();
    // It stands with a ring until the refusal has come.
    await other.getByTestId('papers').waitFor({ state: 'detached' });
  });

  it('an agenda is set item by item with the keyboard; what is missing is said at its item', async () => {
    stands({ agenda: [], papers: [], agendaVersion: 0 });
    const page = await open();
    await page.getByTestId('papers-plan').click();
    await page.getByTestId('plan-add').click();
    await page.getByTestId('plan-save').click();
    await page.getByText('題名を入力してください').waitFor();
    await page.getByTestId('plan-item-title').fill('予算');
    await page.getByTestId('plan-item-owner').selectOption({ label: '政策課 政策係 係長 係長 花子' });
    await page.getByTestId('plan-item-minutes').fill('２０');
    await page.getByTestId('plan-add').click();
    await page.getByTestId('plan-item-title').last().fill('はじめに');
    await page.getByRole('button', { name: '議題2を上へ' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('「はじめに」を1番目にしました').waitFor();
    await page.getByTestId('plan-recorder').selectOption(CHIEF.staffId);
    await shoot(page, 'papers-plan');
    await page.getByTestId('plan-save').click();
    await page.getByTestId('toast').getByText('次第を決めました').waitFor();
    expect(await page.getByTestId('agenda-item').allInnerTexts()).toEqual([
      expect.stringContaining('はじめに'),
      expect.stringContaining('予算'),
    ]);
    expect(sent('PUT')[0]?.body).toMatchObject({
      ...{ version: 0, recorderId: CHIEF.staffId, readers: 'PARTICIPANTS', makesMinutes: false },
      items: [
        { title: 'はじめに', ownerId: null, minutes: null },
        { title: '予算', ownerId: CHIEF.staffId, minutes: 20 },
      ],
    });
  });

  it('that somebody else set it meanwhile is told, and nothing of theirs is written over', async () => {
    stands();
    const page = await open();
    await page.getByTestId('papers-plan').click();
    await page.getByTestId('plan-item-title').first().fill('予算（修正）');
    stands({ agendaVersion: 2, agenda: [{ id: ITEM_ID, title: '人事について', owner: null, minutes: null }] });
    refuse(`PUT ${PATH}/agenda`, 409, 'schedules.agenda_stale', '次第は、ほかの人がその間に変えました。');
    await page.getByTestId('plan-save').click();
    await page.getByTestId('papers-refused').getByText('ほかの人がその間に変えました').waitFor();
    desk.service.restore();
    await page.getByTestId('plan-reload').click();
    await expect(page.getByTestId('plan-item-title').inputValue()).resolves.toBe('人事について');
    await page.getByTestId('plan-save').click();
    await page.getByTestId('toast').getByText('次第を決めました').waitFor();
    expect(sent('PUT').at(-1)?.body).toMatchObject({ version: 2 });
  });
});

describe('S-16: laying papers', () => {
  it('a file is dropped or chosen, and becomes the next edition of the one it follows', async () => {
    stands();
    const page = await open();
    await page.getByTestId('paper-replace').click();
    await page.getByTestId('lay-save').click();
    await page.getByText('ファイルか文書を選んでください').waitFor();
    const dropped = await page.evaluateHandle(() => {
      const data = new DataTransfer();
      data.items.add(new File(['%PDF-1.7'], '予算案 改.pdf', { type: 'application/pdf' }));
      return data;
    });
    await page.getByTestId('lay-drop').dispatchEvent('drop', { dataTransfer: dropped });
    await page.getByTestId('lay-chosen').getByText('予算案 改.pdf').waitFor();
    await page.getByTestId('lay-note').fill('表を直した');
    await shoot(page, 'papers-lay');
    refuse(`POST ${PATH}/papers`, 409, 'schedules.paper_stale', 'この資料は、ほかの人がその間に新しい版を出しました。');
    await page.getByTestId('lay-save').click();
    await page.getByTestId('papers-refused').getByText('ほかの人がその間に新しい版を出しました').waitFor();
    desk.service.restore();
    await page.getByTestId('lay-save').click();
    await page.getByTestId('toast').getByText('資料を出しました').waitFor();
    await page.getByTestId('paper').getByText('第3版').waitFor();
    expect(desk.service.world.bookingPapers.laid).toMatchObject([
      { title: '令和9年度予算案', note: '表を直した', replaces: { paperId: PAPER_ID, edition: 2 } },
    ]);
  });

  it('a document of a case is found and laid as a link, under its name', async () => {
    stands();
    for (const view of desk.service.world.cases.values()) view.document.recordId = RECORD_ID;
    const page = await open();
    await page.getByTestId('papers-lay').click();
    await page.getByRole('radio', { name: '案件の文書・添付' }).check();
    await page.getByTestId('lay-search').fill('庁舎');
    await page.getByTestId('lay-found').getByRole('button').first().click();
    await page.getByRole('radio', { name: /^文書: / }).check();
    await shoot(page, 'papers-link');
    await page.getByTestId('lay-item').selectOption(ITEM_ID);
    await page.getByTestId('lay-save').click();
    await page.getByTestId('toast').getByText('資料を出しました').waitFor();
    const [laid] = sent('POST').filter(({ path }) => path.endsWith('/papers/records'));
    expect(laid?.body).toMatchObject({ recordId: RECORD_ID, itemId: ITEM_ID, replaces: null });
  });

  it('a paper is withdrawn after being asked once more', async () => {
    stands();
    const page = await open();
    await page.getByTestId('paper-withdraw').click();
    await page.getByTestId('withdraw-dialog').getByText('「令和9年度予算案」のすべての版').waitFor();
    await page.getByTestId('withdraw-save').click();
    await page.getByTestId('toast').getByText('取り下げました').waitFor();
    expect(await page.getByTestId('paper').count()).toBe(0);
  });
});

describe('S-16: 会議録', () => {
  it('is made with a press, and led to from then on', async () => {
    stands();
    const page = await open();
    await page.getByTestId('minutes-make').click();
    await page.getByTestId('toast').getByText('会議録を作りました').waitFor();
    expect(await page.getByTestId('minutes-open').getAttribute('href')).toBe(`#/meetings/${MEETING_ID}`);
    expect(await page.getByTestId('minutes-make').count()).toBe(0);
    expect(sent('POST').filter(({ path }) => path.endsWith('/minutes'))).toHaveLength(1);
  });
});

describe('S-16: reading a paper', () => {
  it('pages that changed or are new stand out, are gone through one by one, and can be shown alone', async () => {
    stands();
    const page = await open(PAPER);
    await page.getByTestId('reading-summary').getByText('第1版から、2頁が変わりました').waitFor();
    await page.getByTestId('reading-summary').getByText('第1版の4頁は、なくなりました').waitFor();
    await shoot(page, 'paper-reading');
    const changes = () =>
      page.getByTestId('reading-page').evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.change));
    expect(await changes()).toEqual(['SAME', 'CHANGED', 'NEW', 'SAME']);
    expect(await page.getByRole('heading', { level: 2, name: '2頁 変わった頁' }).count()).toBe(1);
    expect(await page.getByRole('heading', { level: 2, name: '3頁 新しい頁' }).count()).toBe(1);
    await page.getByTestId('reading-next').click();
    await page.getByTestId('reading-next').click();
    expect(await page.evaluate(() => document.activeElement?.querySelector('h2')?.textContent)).toContain('3頁');
    await page.getByRole('radio', { name: '変わった頁だけ（2）' }).check();
    expect(await changes()).toEqual(['CHANGED', 'NEW']);
    await page.getByRole('radio', { name: '文の違い' }).check();
    await page.getByTestId('part-diff').locator('ins').getByText('二十').waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('paper-original').click()]);
    expect(download.suggestedFilename()).toBe('予算案.pdf');
    await page.getByTestId('paper-back').click();
    await page.getByTestId('papers').waitFor();
  });

  it('of an older edition it is said that there is a newer one', async () => {
    stands();
    desk.service.world.bookingPapers.reading = aReading({ edition: 1, against: null, diff: null, gone: [] });
    const page = await open(`${PAPER}?edition=1`);
    await page.getByTestId('paper-older').getByText('新しい版（第2版）があります').waitFor();
    expect(await page.getByTestId('reading-summary').count()).toBe(0);
    desk.service.world.bookingPapers.reading = aReading();
    await page.getByTestId('reading-edition').selectOption('2');
    await page.getByTestId('reading-summary').waitFor();
    const asked = sent('GET').filter(({ path }) => path.includes('/reading'));
    expect(asked.at(-1)?.path).toBe(`${PATH}/papers/${PAPER_ID}/reading?edition=2`);
  });

  it('what may not be opened says so in the service’s words, and leads back', async () => {
    stands();
    refuse(`GET ${PATH}/papers/${PAPER_ID}/reading`, 404, 'approvals.not_found', '案件が見つかりません。');
    const page = await open(PAPER);
    await page.getByTestId('empty').getByText('案件が見つかりません').waitFor();
    await page.getByTestId('paper-back').waitFor();
    refuse(`GET ${PATH}/papers/${PAPER_ID}/reading`, 400, 'schedules.paper_unknown', 'その資料はありません。');
    const none = await open(PAPER);
    await none.getByTestId('empty').getByText('その資料はありません').waitFor();
  });
});

describe('S-16: for everybody', () => {
  it('the pages and their dialogs are without serious barriers and fit, in every colour', async () => {
    stands();
    const page = await open(undefined, COLOURS.contrast);
    const { troubles, lookOver } = lookingOver(page, 'papers', seriousTroubles);
    await page.getByTestId('paper').waitFor();
    await lookOver('page');
    await page.getByTestId('papers-plan').click();
    await page.getByTestId('plan-item').first().waitFor();
    await lookOver('plan');
    await page.keyboard.press('Escape');
    await page.getByTestId('plan-dialog').waitFor({ state: 'detached' });
    await page.getByTestId('paper-replace').click();
    await page.getByTestId('lay-drop').waitFor();
    await lookOver('lay');
    await page.keyboard.press('Escape');
    await page.getByTestId('lay-dialog').waitFor({ state: 'detached' });
    await page.getByTestId('paper-link').click();
    await page.getByTestId('reading-page').first().waitFor();
    await lookOver('reading');
    expect(troubles).toEqual({});
  });
});
