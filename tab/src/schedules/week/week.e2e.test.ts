import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { barrierFinder, COLOURS, type FindBarriers, LOOKS, look, overflow } from '../../testing/barriers.ts';
import { shoot } from '../../testing/browser.ts';
import { type Desk, setUpDesk } from '../../testing/desk.ts';
import { eventually } from '../../testing/eventually.ts';
import { pressRetry } from '../../testing/press-retry.ts';
import { anEntry, aWeekRow, entryStaff } from '../../testing/schedules.ts';

let desk: Desk;
let seriousTroubles: FindBarriers;

beforeAll(async () => {
  desk = await setUpDesk();
  seriousTroubles = await barrierFinder();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

const WEEK = '#/schedules?from=2026-11-23';
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

/** Opens it on Tuesday, 24 November 2026, at this time in Japan. */
async function openAt(route: string, time: string, options?: BrowserContextOptions): Promise<Page> {
  const { page } = await desk.blank({ ...options, now: `2026-11-24T${time}:00+09:00` });
  await page.goto(`${desk.service.origin}/tab/${route}`);
  return page;
}

const rowOf = (page: Page, name: string) => page.getByTestId('week-row').filter({ hasText: name });
const asked = (end: string) => () => desk.service.calls.some(({ path }) => path.endsWith(end));
const sent = (method: string) =>
  desk.service.calls
    .filter((call) => call.method === method && call.path.startsWith('/api/v1/schedules'))
    .map(({ path, body }) => [path.replace('/api/v1/schedules/', ''), body]);

describe('S-01: the week of a section', () => {
  it('shows everybody with what they do, oneself first, as each day and each source tells', async () => {
    const { page, complaints } = await desk.open(WEEK);
    const rows = page.getByTestId('week-row');
    await rows.first().waitFor();
    await shoot(page, 'week');
    expect(await page.getByTestId('week-period').innerText()).toBe('令和8年11月23日（月）～11月27日（金）');
    expect(await page.getByTestId('week-unit').allInnerTexts()).toEqual(['政策課 政策係', '政策課 企画係']);
    expect(await rows.locator('th').allInnerTexts()).toEqual([
      expect.stringContaining('課長 次郎'),
      expect.stringContaining('係長 花子'),
      expect.stringMatching(/主査 三郎\s.*\s.*最終同期 10:20/),
      expect.stringMatching(/主事 忙子\s.*\s.*Outlook の予定表なし/),
    ]);
    expect(await page.getByTestId('week-column').first().innerText()).toContain('勤労感謝の日');
    const head = rowOf(page, '係長 花子').getByTestId('week-bar');
    expect(await head.allInnerTexts()).toEqual(['9:00\n庁議', '9:30\n予定あり', '13:00\n仮\n来庁対応', '10:00\n締切']);
    const statuses = await rowOf(page, '主査 三郎').getByTestId('week-bar').all();
    expect(await Promise.all(statuses.map((bar) => bar.getAttribute('data-status')))).toEqual([
      ...['OOF', 'ELSEWHERE', 'OOF'],
    ]);
    const leave = await statuses[0]?.boundingBox();
    const telework = await statuses[1]?.boundingBox();
    expect((leave?.width ?? 0) / (telework?.width ?? 1)).toBeCloseTo(2, 0);
    expect(complaints).toEqual([]);
  });

  it('says each cell in a sentence, and opens what it has no room for', async () => {
    const { page } = await desk.open(WEEK);
    await rowOf(page, '主事 忙子').getByTestId('week-more').getByText('+4').click();
    await page.getByTestId('day-dialog').waitFor();
    expect(await page.getByTestId('day-item').count()).toBe(8);
    await shoot(page, 'week-day-dialog');
    expect(await page.getByTestId('day-synced').innerText()).toContain('メールボックスがないため');
    await page.getByTestId('day-close').click();
    await page.locator('[data-testid="week-cell"]:focus').waitFor();
    const words = await page.locator('[data-testid="week-cell"]:focus').getAttribute('aria-label');
    expect(words).toContain('主事 忙子、11月24日（火）、予定8件。8:30–8:50 面談 8時。');
    await rowOf(page, '係長 花子').getByTestId('week-bar').first().click();
    const meant = page.locator('[data-testid="day-item"][aria-current="true"]');
    expect(await meant.innerText()).toContain('庁議');
  });

  it('is gone through by the keys of a grid, and a day is opened with Enter', async () => {
    const { page } = await desk.open(WEEK);
    await page.getByTestId('week-row').first().waitFor();
    await page.locator('[data-testid="week-grid"] [tabindex="0"]').focus();
    const here = () =>
      page.evaluate(() => {
        const cell = document.activeElement;
        return `${cell?.closest('tr')?.getAttribute('aria-rowindex')}/${cell?.getAttribute('aria-colindex')}`;
      });
    expect(await here()).toBe('2/2');
    for (const [key, place] of [
      ['ArrowRight', '2/3'],
      ['ArrowDown', '4/3'],
      ['Home', '4/1'],
      ['Control+End', '7/6'],
      ['ArrowRight', '7/6'],
      ['Control+Home', '2/1'],
    ] as const) {
      await page.keyboard.press(key);
      await eventually(here, place);
    }
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByTestId('day-dialog').getByText('庁議').waitFor();
    expect(await page.getByTestId('day-item').count()).toBe(4);
    await page.keyboard.press('Escape');
    await eventually(here, '4/1');
  });

  it('goes from week to week, to a date, to another length and to other people, and its address tells it', async () => {
    const page = await openAt('#/schedules', '09:00');
    await page.getByTestId('week-row').first().waitFor();
    expect(await page.getByTestId('week-column').nth(1).innerText()).toContain('今日');
    await page.getByTestId('week-next').click();
    await page.waitForURL('**/#/schedules?from=2026-11-30');
    await page.getByTestId('week-date').fill('2026-12-10');
    await page.waitForURL('**/#/schedules?from=2026-12-07');
    await page.getByTestId('week-today').click();
    await page.getByTestId('week-days-7').click();
    await page.waitForURL('**/#/schedules?days=7');
    await eventually(() => page.getByTestId('week-column').count(), 7);
    await page.getByTestId('week-below').click();
    await page.getByTestId('unit-all').click();
    await page.waitForURL('**/#/schedules?unit=all&days=7&below=no');
    await eventually(asked('/week?unit=all&below=false&from=2026-11-23&days=7'), true);
    await page.goto(`${desk.service.origin}/tab/${WEEK}&people=${entryStaff(2)},${entryStaff(3)}`);
    await eventually(() => page.getByTestId('week-row').count(), 2);
    expect(await page.getByTestId('picked').innerText()).toContain('主査 三郎');
    await page.getByTestId('week-choose').click();
    await eventually(() => page.getByTestId('week-row').count(), 4);
  });

  it('shows one day by hours with a line where it is now', async () => {
    const page = await openAt('#/schedules?days=1', '10:30');
    await page.getByTestId('week-now').waitFor();
    await shoot(page, 'week-hours');
    const [bar, line] = await Promise.all([
      rowOf(page, '係長 花子').getByTestId('week-bar').nth(1).boundingBox(),
      page.getByTestId('week-now').boundingBox(),
    ]);
    const middle = (bar?.x ?? 0) + ((bar?.width ?? 0) * 2) / 3;
    expect(Math.abs(middle - (line?.x ?? 0))).toBeLessThan(6);
    expect(await page.locator('[aria-current="time"]').innerText()).toBe('10時');
  });

  it('says beside the heading of one day that it is a holiday, and shades its hours', async () => {
    const page = await openAt('#/schedules?from=2026-11-23&days=1', '10:30');
    await page.getByTestId('week-row').first().waitFor();
    await shoot(page, 'week-hours-holiday');
    expect(await page.getByTestId('day-note').innerText()).toBe('勤労感謝の日');
    const ground = () =>
      page
        .getByTestId('week-cell')
        .first()
        .evaluate((cell) => getComputedStyle(cell).backgroundColor);
    const closed = await ground();
    await page.getByTestId('week-next').click();
    await page.getByTestId('day-note').waitFor({ state: 'detached' });
    expect(await ground()).not.toBe(closed);
  });

  it('lets the words of a short entry run over into free hours, and not into the next entry', async () => {
    desk.service.world.schedules.rows = [
      aWeekRow(1, '係長 花子', {
        items: [
          anEntry(24, ['09:00', '09:30'], { title: '政策調整会議の事前打合せ' }),
          anEntry(24, ['10:00', '10:30'], { title: '議会答弁の読み合わせ（総務部・企画部・財政課の合同）' }),
          anEntry(24, ['14:00', '14:30'], { title: '来庁対応（県市町村課）' }),
        ],
      }),
    ];
    const page = await openAt('#/schedules?days=1', '10:30');
    await page.getByTestId('bar-words').first().waitFor();
    await shoot(page, 'week-hours-short');
    const bars = await page.getByTestId('week-bar').all();
    const words = await page.getByTestId('bar-words').all();
    const places = await Promise.all([...bars, ...words].map((one) => one.boundingBox()));
    const [, second, third, first, middle, last] = places.map((box) => box ?? { x: 0, y: 0, width: 0, height: 0 });
    expect((first?.x ?? 0) + (first?.width ?? 0)).toBeLessThanOrEqual(second?.x ?? 0);
    expect((middle?.x ?? 0) + (middle?.width ?? 0)).toBeLessThanOrEqual(third?.x ?? 0);
    expect(middle?.width ?? 0).toBeGreaterThan(4 * (second?.width ?? 0));
    // All of its words are there, in the two lines that its row has room for.
    const cut = (at: number) =>
      words[at]?.evaluate((one) => {
        const title = one.lastElementChild;
        return !title || title.scrollHeight > title.clientHeight || title.scrollWidth > title.clientWidth;
      });
    expect([await cut(0), await cut(1), await cut(2)]).toEqual([false, false, false]);
    expect(last?.height).toBeGreaterThan(36);
    expect(await bars[0]?.getAttribute('title')).toBe('9:00–9:30 政策調整会議の事前打合せ');
    // What is free stays free to press, whatever words lie over it.
    await page.mouse.click((second?.x ?? 0) + (second?.width ?? 0) + 30, (second?.y ?? 0) + 10);
    await page.getByTestId('day-dialog').waitFor();
    expect(await page.locator('[data-testid="day-item"][aria-current="true"]').count()).toBe(0);
  });

  it('follows what is told to open pages, says that nobody is there, and what went wrong', async () => {
    const { page } = await desk.open(WEEK);
    await page.getByTestId('week-row').first().waitFor();
    desk.service.world.schedules.more = 12;
    desk.service.world.schedules.rows = [aWeekRow(9, '新しい人', { items: [anEntry(25, ['09:00', '10:00'])] })];
    desk.service.tell('all', 0, 'schedules');
    await eventually(() => page.getByTestId('week-row').locator('th').allInnerTexts(), ['新しい人\n主事']);
    expect(await page.getByTestId('week-beyond').innerText()).toContain('ほかに12人');
    desk.service.world.schedules.rows = [];
    const { page: empty } = await desk.open(WEEK);
    await empty.getByText('この所属には職員がいません').waitFor();
    desk.service.answer('GET /api/v1/schedules/week', () => ({ drop: true }));
    const { page: lost } = await desk.open(WEEK);
    await lost.getByTestId('error').waitFor();
    await pressRetry(desk.service, lost);
    await lost.getByText('この所属には職員がいません').waitFor();
  });
});

describe('S-02: own entries', () => {
  it('are entered from a day, with who may read them, and say what is missing', async () => {
    const { page } = await desk.open(WEEK);
    await rowOf(page, '課長 次郎').getByTestId('week-cell').nth(3).click();
    await page.getByTestId('day-add').click();
    await page.getByTestId('entry-save').click();
    await page.getByText('件名を入力してください').waitFor();
    await page.getByTestId('entry-subject').fill('健診');
    await page.getByTestId('entry-PRIVATE').check();
    await page.getByText('自分だけに件名と場所が見えます').waitFor();
    await page.getByTestId('entry-toTime').fill('08:00');
    await page.getByTestId('entry-save').click();
    await page.getByText('終了は開始より後にしてください').waitFor();
    await shoot(page, 'week-entry');
    await page.getByTestId('entry-toTime').fill('09:45');
    await page.getByTestId('entry-save').click();
    await page.getByTestId('toast').getByText('予定を保存しました').waitFor();
    await rowOf(page, '課長 次郎').getByText('健診').waitFor();
    const said = { subject: '健診', from: '2026-11-26T09:00:00+09:00', to: '2026-11-26T09:45:00+09:00' };
    expect(sent('POST')).toEqual([['entries', expect.objectContaining({ ...said, visibility: 'PRIVATE' })]]);
  });

  it('are changed and deleted with the version that was seen, and a refusal is told', async () => {
    const { page } = await desk.open(WEEK);
    const mine = rowOf(page, '課長 次郎').getByTestId('week-bar').filter({ hasText: '予算査定' });
    const edit = async () => {
      await mine.click();
      await page.getByTestId('day-edit').click();
      await page.getByTestId('entry-dialog').waitFor();
    };
    await edit();
    await page.getByTestId('entry-allDay').check();
    await page.getByTestId('entry-save').click();
    await page.getByTestId('entry-dialog').waitFor({ state: 'detached' });
    const [path, body] = sent('PATCH')[0] ?? [];
    expect(body).toMatchObject({ version: 3, allDay: true, to: '2026-11-26T00:00:00+09:00' });
    const sentence = '予定が変わっています。';
    desk.service.answer(`DELETE /api/v1/schedules/${path}`, () => ({
      status: 409,
      body: desk.service.world.problem(409, 'schedules.stale', sentence),
    }));
    await edit();
    await page.getByTestId('entry-remove').click();
    await page.getByTestId('entry-remove').getByText('本当に削除する').click();
    await page.getByTestId('entry-refused').getByText(sentence).waitFor();
    desk.service.restore();
    await page.getByTestId('entry-remove').click();
    await mine.waitFor({ state: 'detached' });
    expect(sent('DELETE').map(([to]) => to)).toEqual([`${path}?version=4`, `${path}?version=4`]);
  });
});

describe('S-01: on a phone', () => {
  it('is one day, person by person, and the next one by a button or a finger', async () => {
    const page = await openAt(WEEK, '09:00', PHONE);
    await page.getByTestId('phone-day').getByText('11月24日（火）').waitFor();
    const people = page.getByTestId('week-person');
    expect(await people.first().innerText()).toContain('課長 次郎');
    expect(await people.filter({ hasText: '係長 花子' }).innerText()).toMatch(/9:00–10:00\s+庁議/);
    await shoot(page, 'week-phone');
    // The first person is in sight without scrolling; whom to show is folded, and there.
    const first = await people.first().boundingBox();
    expect((first?.y ?? PHONE.viewport.height) + (first?.height ?? 0)).toBeLessThan(PHONE.viewport.height);
    expect(await page.getByTestId('week-below').isVisible()).toBe(false);
    // What the marks mean is above them, folded.
    expect(await page.getByTestId('week-legend').isVisible()).toBe(false);
    const legend = page.getByTestId('week-legend-fold').locator('summary');
    expect((await legend.boundingBox())?.y).toBeLessThan(first?.y ?? 0);
    await legend.click();
    await page.getByTestId('week-legend').waitFor();
    await legend.click();
    await page.getByTestId('week-who').locator('summary').click();
    await page.getByTestId('week-below').waitFor();
    await page.getByTestId('phone-next').click();
    await page.getByTestId('phone-day').getByText('11月25日（水）').waitFor();
    await page.getByTestId('phone-list').evaluate((list) => {
      const touch = (clientX: number) => [new Touch({ identifier: 1, target: list, clientX, clientY: 300 })];
      list.dispatchEvent(new TouchEvent('touchstart', { bubbles: true, touches: touch(300) }));
      list.dispatchEvent(new TouchEvent('touchend', { bubbles: true, changedTouches: touch(100) }));
    });
    await page.getByTestId('phone-day').getByText('11月26日（木）').waitFor();
    await people.filter({ hasText: '主査 三郎' }).getByTestId('week-person-open').click();
    await page.getByTestId('day-item').getByText('在宅勤務').waitFor();
  });
});

describe('S-01: on paper', () => {
  it('is a table of everybody with the unit and the week in 和暦, without buttons', async () => {
    const { page } = await desk.open(WEEK);
    await page.getByTestId('week-row').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    await page.getByTestId('week-paper').waitFor();
    await shoot(page, 'week-paper');
    const words = await page.getByTestId('week-paper').innerText();
    for (const part of [
      'みなと市 政策課 週の予定',
      '令和8年11月23日（月）～11月27日（金）',
      '面談 16時',
      '〔仮〕来庁対応',
    ])
      expect(words).toContain(part);
    expect(await page.getByTestId('paper-row').count()).toBe(4);
    expect(await page.locator('button:visible').count()).toBe(0);
  });
});

/** Runs in the page: `drawnMs` is how long the first row takes to be painted after the answer has come. */
function whenDrawn(): void {
  const original = window.fetch.bind(window);
  const { promise, resolve } = Promise.withResolvers<number>();
  Object.assign(window, { drawnMs: promise });
  window.fetch = async (...asked) => {
    const answer = await original(...asked);
    if (!String(asked[0]).includes('/schedules/week')) return answer;
    const body = await answer.blob();
    const begun = performance.now();
    const look = () => {
      const there = document.querySelector('[data-testid="week-bar"]');
      requestAnimationFrame(there ? () => resolve(performance.now() - begun) : look);
    };
    look();
    return new Response(body, answer);
  };
}

describe('S-01: a hundred people', () => {
  it('are drawn at once, of whom those in sight are there, and the last one is reached', async () => {
    desk.service.world.schedules.rows = Array.from({ length: 100 }, (_, n) =>
      aWeekRow(n, `職員 ${n}号`, {
        items: Array.from({ length: 40 }, (_, at) =>
          anEntry(23 + (at % 5), [`${10 + Math.floor(at / 5)}:00`, `${10 + Math.floor(at / 5)}:45`]),
        ),
      }),
    );
    const { page } = await desk.blank();
    await page.addInitScript(whenDrawn);
    await page.goto(`${desk.service.origin}/tab/${WEEK}`);
    await page.getByTestId('week-row').first().waitFor();
    expect(await page.getByTestId('week-row').count()).toBeLessThan(30);
    // By itself it takes a tenth of this: the machine may be slow, a grid of 4,000 entries that is all there is not.
    const drawn = await page.evaluate(() => (window as unknown as { drawnMs: Promise<number> }).drawnMs);
    expect(drawn).toBeLessThan(3000);
    await page.locator('[data-testid="week-grid"] [tabindex="0"]').focus();
    await page.keyboard.press('Control+End');
    await eventually(async () => (await page.locator(':focus').getAttribute('aria-label'))?.slice(0, 6), '職員 99号');
    await shoot(page, 'week-hundred');
  });

  it('chosen one by one leave the grid in sight', async () => {
    desk.service.world.schedules.rows = Array.from({ length: 100 }, (_, n) => aWeekRow(n, `職員 ${n}号`));
    const people = Array.from({ length: 100 }, (_, n) => entryStaff(n)).join();
    const { page } = await desk.open(`${WEEK}&people=${people}`);
    await page.getByTestId('week-chosen').getByText('職員 99号').waitFor({ state: 'attached' });
    await shoot(page, 'week-hundred-chosen');
    const top = await page.getByTestId('week-grid').evaluate((grid) => grid.getBoundingClientRect().top);
    expect(top).toBeLessThan(0.75 * (page.viewportSize()?.height ?? 0));
  });
});

describe('the dialogs of the week', () => {
  it.each([
    ['a day', 'week-bar', 'day-dialog'],
    ['an entry', 'week-add', 'entry-dialog'],
  ])('%s is without serious barriers and fits, in every colour', async (name, press, shown) => {
    // On the day that is marked, and that has more than there is room for.
    const page = await openAt(WEEK, '10:00', COLOURS.contrast);
    await page.getByTestId(press).first().click();
    await page.getByTestId(shown).waitFor();
    const troubles: Record<string, readonly string[]> = {};
    for (const [colours, width] of LOOKS) {
      await look(page, colours, width);
      await shoot(page, `week-${name.replace(/^an? /, '')}-${colours}-${width}`);
      const found = [...(await seriousTroubles(page)), ...((await overflow(page)) > 0 ? ['wider'] : [])];
      if (found.length > 0) troubles[`${colours} ${width}`] = found;
    }
    expect(troubles).toEqual({});
  });
});
