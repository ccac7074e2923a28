import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { aSheet, fingerprintOf, MONTH, staffOf, toConfirm } from '../testing/attendance.ts';
import { shoot } from '../testing/browser.ts';
import { type Desk, setUpDesk } from '../testing/desk.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await setUpDesk();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

const PEOPLE = `#/confirmations?month=${MONTH}`;
const PHONE = { viewport: { width: 390, height: 800 } };

const posts = (path: string) => desk.service.calls.filter((call) => call.method === 'POST' && call.path.includes(path));
const row = (page: Page, name: string) => page.locator(`[data-testid="person-row"][data-name="${name}"]`);
const left = (page: Page, words: string) => page.getByTestId('people-left').getByText(words, { exact: true }).waitFor();

async function open(options = {}): Promise<Page> {
  const { page } = await desk.open(PEOPLE, options);
  await page.getByTestId('person-row').first().waitFor();
  return page;
}

describe('T-09: a boss of twenty', () => {
  it.each([
    ['wide', {}],
    ['phone', PHONE],
    ['dark', { colorScheme: 'dark' }],
  ] as const)('sees who needs an eye, and the others gathered (%s)', async (name, options) => {
    const { page, complaints } = await desk.open(PEOPLE, options);
    await row(page, '起案 太郎').waitFor();
    await shoot(page, `people-${name}`);
    await left(page, 'あと19人');
    expect(await page.getByTestId('person-row').count()).toBe(5);
    expect(await page.getByTestId('confirm-clean').innerText()).toBe('14人をまとめて確認');
    expect(await row(page, '会計年度 花').innerText()).toContain('終了未確認');
    expect(await row(page, '会計年度 花').innerText()).toContain('10/16（金）、10/20（火）');
    const fourth = await row(page, '主任 四郎').innerText();
    for (const words of ['遅刻', '打刻とほかの記録の違い', '上限に近い', '42時間']) expect(fourth).toContain(words);
    expect(await row(page, '主事 五子').innerText()).toContain('確認後に変更あり');
    expect(complaints).toEqual([]);
  });

  it('of whom somebody else is the 所属長, as a 係長 has them, sees them at once and is told why', async () => {
    desk.service.world.attendance.headsOnly = true;
    const page = await open(PHONE);
    expect(await page.getByTestId('heads-only').innerText()).toContain('課長以上の所属長です');
    await shoot(page, 'people-heads-only');
    expect(await page.getByTestId('people-all').isChecked()).toBe(true);
    await page.getByTestId('people-all').click();
    await page.getByText('課長以上の所属長には、勤務を確認する職員が月ごとにここに並びます。').waitFor();
    expect(await page.getByTestId('heads-only').count()).toBe(0);
  });

  it('confirms those without anything open with one press, by what was looked at', async () => {
    const page = await open();
    await page.getByTestId('confirm-clean').click();
    await left(page, 'あと5人');
    const [call] = posts('/confirmations');
    const { items } = (call?.body ?? { items: [] }) as { items: { staffId: string; fingerprint: string }[] };
    expect(items).toHaveLength(14);
    expect(items[0]).toEqual({ staffId: staffOf(6), fingerprint: fingerprintOf(6) });
    expect(call?.headers['idempotency-key']).toBeTruthy();
  });

  it('names those whose month changed meanwhile, and does not confirm them', async () => {
    const { attendance } = desk.service.world;
    desk.service.after('POST /api/v1/telework/confirmations', () => {
      attendance.people = attendance.people.map((one) =>
        one.person.staffId === staffOf(7) ? { ...one, fingerprint: 'f'.repeat(64) } : one,
      );
    });
    const page = await open();
    await page.getByTestId('confirm-clean').click();
    const refused = page.getByTestId('refused');
    await refused.waitFor();
    expect(await refused.innerText()).toContain('職員 7号：表示のあとで勤務表が変わりました。');
    await left(page, 'あと6人');
    await shoot(page, 'people-refused');
  });

  it('goes through them with arrow keys and Enter alone', async () => {
    const page = await open();
    const focused = (label: string) => page.locator(`[data-stop][aria-label="${label}"]:focus`).waitFor();
    await page.locator('[data-page-heading]').focus();
    await page.keyboard.press('ArrowDown');
    await focused('起案 太郎 10/8（木）の修正を認める');
    await page.keyboard.press('Enter');
    // Whoever has nothing open any more joins those who are confirmed together.
    await focused('主査 三郎 10/14（水） 17:15〜20:00の時間外を、この時間で確認');
    await page.keyboard.press('Enter');
    await focused('会計年度 花の勤務表を見る');
    await page.keyboard.press('ArrowDown');
    await focused('主任 四郎の勤務を確認する');
    await page.keyboard.press('Enter');
    await focused('主事 五子の勤務を確認する');
    await page.keyboard.press('Enter');
    await page.locator('[data-testid="confirm-clean"]:focus').getByText('16人をまとめて確認').waitFor();
    await page.keyboard.press('Enter');
    await left(page, 'あと1人');
    await focused('会計年度 花の勤務表を見る');
    expect(posts('/settle')[0]?.body).toEqual({ outcome: 'CONFIRMED', comment: '' });
    expect(posts('/overtime/')[0]?.body).toEqual({ version: 2, worked: { from: '17:15', to: '20:00' }, note: '' });
  });

  it('shows a correction before and after, and declines it with a reason only', async () => {
    const page = await open(PHONE);
    const correction = page.getByTestId('correction');
    const changes = await correction.getByTestId('correction-change').allInnerTexts();
    expect(changes.map((text) => text.replace(/\s+/g, ' '))).toEqual([
      '修正前 開始 9:05 修正後 開始 8:28',
      '修正前 なし 修正後 終了 25:10',
    ]);
    await correction.getByTestId('correction-decline').click();
    await page.getByTestId('reason-confirm').click();
    await page.getByText('理由を書いてください。').waitFor();
    await shoot(page, 'people-decline');
    await page.getByTestId('reason').fill('始業前の時刻は入退館の記録と合いません。');
    await page.getByTestId('reason-confirm').click();
    await correction.waitFor({ state: 'detached' });
    expect(posts('/settle')[0]?.body).toEqual({
      outcome: 'DECLINED',
      comment: '始業前の時刻は入退館の記録と合いません。',
    });
  });

  it('confirms other hours of overtime than those that were ordered', async () => {
    const page = await open();
    await page.getByTestId('overtime-other').click();
    await page.getByTestId('overtime-to').fill('17時');
    await page.getByText('「17:15」のように書いてください。').waitFor();
    await page.getByTestId('overtime-to').fill('１９：３０');
    await shoot(page, 'people-overtime');
    await page.getByTestId('overtime-dialog-confirm').click();
    await page.getByTestId('overtime').waitFor({ state: 'detached' });
    expect(posts('/overtime/')[0]?.body).toEqual({ version: 2, worked: { from: '17:15', to: '19:30' }, note: '' });
  });

  it('is told what waits in another month, and that a month which goes on cannot be confirmed yet', async () => {
    const goesOn = [
      toConfirm(1, { isOver: false, may: { confirm: false } }),
      toConfirm(4, {
        isOver: false,
        may: { confirm: false },
        needs: [{ code: 'MISSING_END', words: '終了未確認', blocks: true, dates: ['2026-11-04'] }],
      }),
    ];
    desk.service.after('GET /api/v1/telework/confirmations', ({ path }) => {
      if (path.includes('month=2026-11')) desk.service.world.attendance.people = goesOn;
    });
    const page = await open();
    expect(await page.getByTestId('elsewhere').innerText()).toBe(
      '令和8年9月の分で、あなたの答えを待つものが1件あります。',
    );
    await page.getByTestId('month-after').click();
    await page.getByTestId('not-over').waitFor();
    await shoot(page, 'people-not-over');
    expect(await page.getByTestId('person-confirm').count()).toBe(0);
    expect(await page.getByTestId('confirm-clean').count()).toBe(0);
  });

  it('says in a friendly way where nobody is to be confirmed', async () => {
    desk.service.world.attendance.people = [];
    const { page } = await desk.open(PEOPLE);
    expect(await page.getByTestId('empty').textContent()).toContain('勤務を確認する部下はいません');
  });
});

describe('T-12, T-15: the month of one person', () => {
  it.each([
    ['wide', {}],
    ['phone', PHONE],
  ] as const)('says day by day what was, what blocks it, and where the records differ (%s)', async (name, options) => {
    const { page, complaints } = await desk.open(PEOPLE, options);
    await row(page, '起案 太郎').getByTestId('person-sheet').click();
    await page.getByTestId('sheet-row').first().waitFor();
    await shoot(page, `sheet-${name}`);
    expect(await page.getByTestId('sheet-row').count()).toBe(31);
    expect(await page.getByTestId('sheet-block').innerText()).toContain('修正申請中');
    expect(await page.getByTestId('gap').innerText()).toContain('50分後の18:10');
    expect(await page.getByTestId('sheet-confirm').count()).toBe(0);
    await page.getByTestId('next-person').click();
    await page.waitForURL(`**/#/confirmations/${staffOf(2)}?month=${MONTH}`);
    expect(complaints).toEqual([]);
  });

  it('T-01: shows the 所属長 where somebody teleworks, and other heads that it is not theirs to read', async () => {
    const route = `#/confirmations/${staffOf(1)}?month=${MONTH}`;
    const { page, complaints } = await desk.open(route, PHONE);
    const shown = page.getByTestId('persons-registration');
    await shown.waitFor();
    for (const part of ['令和9年3月31日', '港町1-2-3', '内線から転送', '貸与端末 PC-0123'])
      expect(await shown.innerText()).toContain(part);
    await shown.scrollIntoViewIfNeeded();
    await shoot(page, 'sheet-registration');
    const { attendance } = desk.service.world;
    const { current } = attendance.registration;
    const places = [{ place: 'OWN_HOME', name: '自宅', address: '' }];
    attendance.registration = { current: current && { ...current, places, contact: '' }, personal: false };
    await page.reload();
    await shown.getByText('住所と連絡先は、本人・所属長・人事だけが見ます').waitFor();
    attendance.registration = { current: null, personal: true };
    await page.reload();
    await page.getByTestId('sheet-row').first().waitFor();
    expect(await shown.count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('is confirmed by the fingerprint of what stands there', async () => {
    desk.service.world.attendance.sheet = aSheet(4, { blocks: [], may: { confirm: true, unlock: false } });
    const { page } = await desk.open(`#/confirmations/${staffOf(4)}?month=${MONTH}`);
    await page.getByTestId('sheet-confirm').click();
    await page.getByTestId('toast').getByText('1人の勤務を確認しました').waitFor();
    expect(posts('/confirmations')[0]?.body).toEqual({
      month: MONTH,
      items: [{ staffId: staffOf(4), fingerprint: fingerprintOf(4) }],
    });
  });
});

describe('T-07: the reports of a day', () => {
  const REPORTS = '#/reports?day=2026-10-30';
  const report = (page: Page, name: string) => page.locator(`[data-testid="report-row"][data-name="${name}"]`);

  it.each([
    ['wide', {}],
    ['phone', PHONE],
  ] as const)('stand side by side, with one press for a word (%s)', async (name, options) => {
    const { page, complaints } = await desk.open(REPORTS, options);
    await report(page, '起案 太郎').waitFor();
    await shoot(page, `reports-${name}`);
    expect(await page.getByTestId('reports-count').innerText()).toBe('2人のうち 予定 2人・実績 1人');
    expect(await report(page, '主査 三郎').innerText()).toContain('実績が未報告（期限超過）');
    await report(page, '起案 太郎').getByTestId('comment-THANKS').click();
    await report(page, '起案 太郎').getByTestId('report-comment').waitFor();
    expect(posts('/comments')[0]?.body).toEqual({ version: 1, tone: 'THANKS', text: '' });
    expect(complaints).toEqual([]);
  });

  it('take words that the boss writes, and none that are empty', async () => {
    const { page } = await desk.open(REPORTS);
    await report(page, '主査 三郎').getByTestId('comment-words').click();
    await page.getByTestId('comment-send').click();
    await page.getByText('ひとことを書いてください。').waitFor();
    await page.getByTestId('comment-text').fill('照会の返事は明日で結構です。');
    await page.getByTestId('comment-send').click();
    await report(page, '主査 三郎').getByTestId('report-comment').waitFor();
    expect(posts('/comments')[0]?.body).toEqual({ version: 1, tone: 'WORDS', text: '照会の返事は明日で結構です。' });
  });
});

describe('the navigation', () => {
  it('names the page of a boss only to whoever has people below', async () => {
    const { page } = await desk.open('#/inbox');
    await page.getByTestId('nav-confirmations').waitFor();
    desk.service.world.instructions.below = [];
    await page.reload();
    await page.getByTestId('case-row').first().waitFor();
    await page.getByTestId('nav-more').click();
    await page.getByTestId('nav-settings').waitFor();
    expect(await page.getByTestId('nav-confirmations').count()).toBe(0);
    expect(await page.getByTestId('nav-closing').count()).toBe(0);
  });
});
