import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { RecordHit, RecordsSearch } from '@kaigi/core/contract';
import { shoot } from '../../testing/browser.ts';
import { type Desk, setUpDesk } from '../../testing/desk.ts';

const PATH = 'GET /api/v1/records';
let desk: Desk;

beforeAll(async () => {
  desk = await setUpDesk();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

const hit = (nth: number): RecordHit => ({
  id: `00000000-0000-4000-8000-00000000000${nth}`,
  kind: nth === 1 ? 'RECEIPT' : 'DRAFT_DOCUMENT',
  state: nth === 1 ? 'FROZEN' : 'OPEN',
  title: [
    { text: '図書館', hit: true },
    { text: `の開館時間の延長について（照会その${nth}）`, hit: false },
  ],
  number: nth === 1 ? '政収第12号' : null,
  classification: { code: 'B-01-02', name: '計画' },
  unitName: '政策課',
  registeredOn: '2026-11-21',
  registeredOnWareki: '令和8年11月21日',
  caseId: null,
  ...(nth === 1
    ? { foundIn: 'TEXT', attachment: null }
    : { foundIn: 'ATTACHMENT', attachment: { id: `attachment-${nth}`, name: '利用者アンケートの結果.xlsx' } }),
  snippet: [
    { text: '…平日の夜間も', hit: false },
    { text: '図書館', hit: true },
    { text: 'を開けてほしいという声が多く寄せられており、来年度から午後八時まで…', hit: false },
  ],
});

const found = (more: Partial<RecordsSearch> = {}): RecordsSearch => ({
  ...{ mode: 'EXACT', total: 2, totalIsMore: false, items: [hit(1), hit(2)], nextCursor: null, rebuilding: false },
  ...more,
});

const searches = () =>
  desk.service.calls.flatMap(({ path }) => {
    const url = new URL(path, 'http://x');
    return url.pathname === '/api/v1/records' ? [Object.fromEntries(url.searchParams)] : [];
  });

describe('R-22: the page of the search', () => {
  it('asks by the conditions in the address, for nothing below two letters, and marks what was found', async () => {
    desk.service.answer(PATH, () => ({ body: found() }));
    const { page, complaints } = await desk.open('#/records/search');
    await page.getByTestId('search-q').fill('図');
    await page.getByTestId('search-send').click();
    await page.getByText('2文字以上入力してください。').waitFor();
    expect(searches()).toEqual([]);
    await page.getByTestId('search-q').fill('図書館');
    await page.getByTestId('search-kind').selectOption('RECEIPT');
    await page.getByTestId('search-counterparty').fill('県庁');
    await page.getByTestId('search-from').fill('2026-04-01');
    await page.getByTestId('search-q').press('Enter');
    await page.getByText('2件見つかりました。新しい順です。').waitFor();
    expect(searches()).toEqual([{ q: '図書館', kind: 'RECEIPT', counterparty: '県庁', from: '2026-04-01' }]);
    expect(await page.getByTestId('found-record').locator('mark').allInnerTexts()).toEqual(Array(4).fill('図書館'));
    const link = page.getByTestId('found-record').first().getByRole('link');
    expect(await link.getAttribute('href')).toBe(`#/records/${hit(1).id}`);
    const papers = await page.getByTestId('found-in-attachment').allInnerTexts();
    expect(papers).toEqual(['添付「利用者アンケートの結果.xlsx」の中']);
    await shoot(page, 'records-search');
    await page.reload();
    await page.getByTestId('found-record').first().waitFor();
    expect(await page.getByTestId('search-counterparty').inputValue()).toBe('県庁');
    expect(complaints).toEqual([]);
  });

  it('says what a question found, how many there are at least, that nothing is found, and that it failed', async () => {
    desk.service.answer(PATH, () => ({ body: found({ mode: 'RELATED' }) }));
    const phone = { viewport: { width: 390, height: 844 } };
    const { page } = await desk.open('#/records/search?q=%E3%81%84%E3%81%A4%E9%96%8B%E9%A4%A8', phone);
    await page.getByText('内容の近い順に2件を出しています。').waitFor();
    await shoot(page, 'records-search-phone');
    desk.service.answer(PATH, () => ({ body: found({ total: 200, totalIsMore: true }) }));
    await page.reload();
    await page.getByText('200件以上見つかりました。').waitFor();
    const body = desk.service.world.problem(503, 'platform.unavailable', 'いまは使えません。');
    desk.service.answer(PATH, () => ({ status: 503, body }));
    await page.reload();
    await page.getByText('探せませんでした').waitFor();
    desk.service.answer(PATH, () => ({ body: found({ total: 0, items: [] }) }));
    await page.reload();
    await page.getByText('見つかりませんでした').waitFor();
    expect(await page.getByTestId('search-rebuilding').count()).toBe(0);
    for (const rebuilt of [found({ total: 0, items: [], rebuilding: true }), found({ rebuilding: true })]) {
      desk.service.answer(PATH, () => ({ body: rebuilt }));
      await page.reload();
      await page.getByTestId('search-rebuilding').getByText('前からある文書は見つからないことがあります').waitFor();
    }
    await shoot(page, 'records-search-rebuilding');
  });

  it('says that a search is under way, and keeps what is typed on meanwhile', async () => {
    desk.service.answer(PATH, () => ({ body: found() }));
    const { page, complaints } = await desk.open('#/records/search?q=%E5%9B%B3%E6%9B%B8%E9%A4%A8');
    await page.getByText('2件見つかりました').waitFor();
    const words = page.getByTestId('search-q');
    let late = Promise.withResolvers<void>();
    await page.route(/\/api\/v1\/records\?/, async (route) => {
      await late.promise;
      await route.continue();
    });
    await words.fill('図書館 ');
    await words.press('End');
    await page.getByTestId('search-kind').selectOption('RECEIPT');
    await words.press('Enter');
    await page.getByTestId('search-total').getByText('探しています…').waitFor();
    await shoot(page, 'records-search-under-way');
    await page.keyboard.type('開館');
    expect(await words.inputValue()).toBe('図書館 開館');
    desk.service.answer(PATH, () => ({ body: found({ total: 0, items: [] }) }));
    late.resolve();
    await page.getByText('見つかりませんでした').waitFor();
    expect(await words.inputValue()).toBe('図書館 開館');
    late = Promise.withResolvers<void>();
    await words.press('Enter');
    // Nothing was found before: that is not said of the words that are sought now.
    await page.getByText('見つかりませんでした').waitFor({ state: 'detached' });
    late.resolve();
    await page.getByText('見つかりませんでした').waitFor();
    // Back leads to the words of then.
    await page.goBack();
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('[data-testid=search-q]')?.value === '図書館',
    );
    expect(complaints).toEqual([]);
  });

  it('on a phone shows what was found below the words, and the filters behind a button that counts them', async () => {
    desk.service.answer(PATH, () => ({ body: found() }));
    const phone = { viewport: { width: 390, height: 844 } };
    const { page, complaints } = await desk.open('#/records/search?q=%E5%9B%B3%E6%9B%B8%E9%A4%A8&kind=RECEIPT', phone);
    const button = page.getByRole('button', { name: '絞り込み（1件）', expanded: false });
    await button.waitFor();
    const first = await page.getByTestId('found-record').first().boundingBox();
    expect((first?.y ?? 844) + (first?.height ?? 0)).toBeLessThan(844);
    expect(await page.getByTestId('search-kind').count()).toBe(0);
    await shoot(page, 'records-search-phone-found');
    await button.focus();
    await page.keyboard.press('Enter');
    const filters = page.getByRole('group', { name: '絞り込み' });
    await filters.waitFor();
    expect(await filters.getAttribute('id')).toBe(
      await page.getByTestId('search-filters').getAttribute('aria-controls'),
    );
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-testid'))).toBe('search-fiscalYear');
    await page.getByLabel('相手方').fill('県庁');
    await page.getByRole('button', { name: '絞り込み（2件）', expanded: true }).waitFor();
    await shoot(page, 'records-search-phone-filters');
    const asked = page.waitForResponse(/counterparty=/);
    await page.getByTestId('search-send').click();
    await page.getByRole('button', { name: '絞り込み（2件）', expanded: false }).waitFor();
    await asked;
    expect(searches().at(-1)).toEqual({ q: '図書館', kind: 'RECEIPT', counterparty: '県庁' });
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-testid'))).toBe('search-send');
    await page.emulateMedia({ colorScheme: 'dark' });
    await shoot(page, 'records-search-phone-dark');
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.getByTestId('search-kind').waitFor();
    expect(await page.getByTestId('search-counterparty').inputValue()).toBe('県庁');
    expect(await page.getByTestId('search-filters').count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});
