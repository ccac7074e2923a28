import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { atRest, barrierFinder, type FindBarriers, overflow } from '../../testing/barriers.ts';
import { shoot } from '../../testing/browser.ts';
import { type Desk, setUpDesk } from '../../testing/desk.ts';
import { aLine, aList, ID, idOf, person } from './disposal.fixture.ts';

let desk: Desk;
let seriousTroubles: FindBarriers;
beforeAll(async () => {
  desk = await setUpDesk();
  seriousTroubles = await barrierFinder();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

it('R-15: the work list leads to a list, where a 簿冊 is decided upon at once and what is held cannot be chosen', async () => {
  const long = { title: '地域計画の策定に伴う関係機関への照会とその回答の取りまとめについて', number: '政第12号の2' };
  const [first, ...more] = aList().lines;
  let list = aList({ lines: first ? [{ ...first, ...long }, ...more] : more });
  desk.service.answer('GET /api/v1/disposals', () => ({
    body: { fiscalYear: 2026, fiscalYearLabel: '令和8年度', items: [list], truncated: true, mayMake: 'SECTION' },
  }));
  desk.service.answer('POST /api/v1/disposals', () => ({
    body: { fiscalYear: 2026, fiscalYearLabel: '令和8年度', items: [list], truncated: false, mayMake: 'SECTION' },
  }));
  desk.service.answer(`GET /api/v1/disposals/${ID}`, () => ({ body: list }));
  desk.service.answer(`POST /api/v1/disposals/${ID}/choices`, () => {
    const lines = list.lines.map((line) => (line.mark === 'HELD' ? line : { ...line, choice: 'DESTROY' as const }));
    list = { ...list, lines, version: 2, undecided: 0 };
    return { body: list };
  });
  const { page, complaints } = await desk.open('#/records/disposals');
  await page.getByTestId('disposal-list').waitFor();
  await page.getByTestId('cut-note').getByText('はじめの1件だけを表示しています').waitFor();
  await shoot(page, 'disposals');
  // Pressed where nothing more ends, it does not say that a list was made.
  await page.getByTestId('disposals-make').click();
  await page.getByText('新しく目録に載せる文書はありませんでした').first().waitFor();
  list = { ...list, items: list.items + 1 };
  await page.getByTestId('disposals-make').click();
  await page.getByText('目録を作りました').first().waitFor();
  await page.getByRole('link', { name: list.name }).click();
  await page.getByTestId('disposal-line').first().waitFor();
  await page.getByTestId('disposal-let-go').getByText('手放してよい（文書 主任、令和8年11月20日）').waitFor();
  expect(await page.getByRole('checkbox', { name: '「道路事故の賠償の協議」を選ぶ' }).isDisabled()).toBe(true);
  // Beside long words in the other columns, a number and a state stay on one line each.
  const heights = await page
    .getByTestId('disposal-line')
    .first()
    .locator('td[data-label="番号"] span, td[data-label="状態"] span')
    .evaluateAll((all) => all.map((one) => one.getClientRects().length));
  expect(heights).toEqual([1, 1]);
  expect(await page.getByTestId('disposal-record').first().getAttribute('href')).toBe(`#/records/${idOf(1)}`);
  await page.getByRole('checkbox', { name: '簿冊「照会・回答」をまとめて選ぶ' }).check();
  await page.getByText('2件を選択中').waitFor();
  await shoot(page, 'disposal-section');
  // What differs from the schedule is not sent without its reason, nor what stays without its day.
  await page.getByTestId('disposal-choice').selectOption('EXTEND');
  await page.getByTestId('disposal-apply').click();
  await page.getByText('定めと違う扱いには理由が要ります').waitFor();
  await page.getByText('新しい満了日を入れてください').waitFor();
  await shoot(page, 'disposal-lacks');
  await page.getByTestId('disposal-choice').selectOption('DESTROY');
  await page.getByTestId('disposal-apply').click();
  await page.getByText('2件を決めました').first().waitFor();
  const [call] = desk.service.calls.filter(({ method, path }) => method === 'POST' && path.endsWith('/choices'));
  expect(call?.body).toMatchObject({ version: 1, items: [idOf(1), idOf(2)], choice: 'DESTROY' });
  await atRest(page);
  expect(await seriousTroubles(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 760 });
  await shoot(page, 'disposal-section-phone');
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  expect(complaints).toEqual([]);
});

it('R-15: the second person is told what cannot be brought back, and who is the first is refused in words', async () => {
  const lines = [
    aLine(1, { choice: 'DESTROY' }),
    aLine(2, { choice: 'TRANSFER', reason: '市史編さん', historical: true }),
  ];
  const may = {
    decide: false,
    select: false,
    steps: ['GIVE_UP' as const, 'CONFIRM' as const],
    receive: false,
    package: false,
  };
  const begun = {
    state: 'BEGUN' as const,
    begunBy: person('文書 太郎'),
    begunAt: '2027-04-02T01:00:00.000Z',
    confirmBy: '2027-04-16',
  };
  const list = aList({ lines, may, ...begun });
  desk.service.answer(`GET /api/v1/disposals/${ID}`, () => ({ body: list }));
  desk.service.answer(`POST /api/v1/disposals/${ID}/steps`, () => ({
    status: 409,
    body: {
      ...{ type: 'about:blank', title: 'x', status: 409, code: 'records.disposal_same_person', errorId: 'e1' },
      detail: '実行は二人で行います。はじめた人とは別の人が確認してください。',
    },
  }));
  const { page } = await desk.open(`#/records/disposals/${ID}`);
  await page.getByTestId('disposal-step-CONFIRM').click();
  await page.getByText('戻せません。残るのは廃棄記録だけです。1件を廃棄、1件を移管').waitFor();
  await shoot(page, 'disposal-sure');
  await page.getByTestId('disposal-sure-button').click();
  await page.getByTestId('disposal-refused').getByText('はじめた人とは別の人').waitFor();
  await atRest(page);
  expect(await seriousTroubles(page)).toEqual([]);
});
