import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { overflow } from '../../testing/barriers.ts';
import { shoot } from '../../testing/browser.ts';
import { type Desk, setUpDesk } from '../../testing/desk.ts';
import type { Call } from '../../testing/stand-in-wire.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await setUpDesk();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

const REPORT = {
  ...{
    fileName: 'a.csv',
    encoding: 'utf-8',
    rows: 2,
    fresh: 2,
    known: 0,
    errorCount: 1,
    warningCount: 0,
    warnings: [],
    sample: [],
  },
  errors: [{ line: 3, column: '日付', sentence: '「13月」は日付として読めません。' }],
  gaps: [{ symbol: '政収', fiscalYear: '令和元年度', missing: '3〜8', count: 6 }],
  imported: false,
};

describe('the pages of the register', () => {
  it('R-02: look for numbers, lead to one with its history, and note what becomes of it', async () => {
    const { page } = await desk.open('#/records', { viewport: { width: 1280, height: 800 } });
    await page.getByTestId('register-row').first().waitFor();
    await shoot(page, 'register-wide');
    const asked = page.waitForRequest((request) => request.url().includes('q=%E8%A3%9C%E5%8A%A9'));
    await page.getByTestId('register-words').fill('補助');
    await asked;
    await page.getByTestId('register-row').first().getByRole('link').click();
    await page.getByTestId('number-fact').first().waitFor();
    await page.getByTestId('number-due').fill('2026-12-01');
    const saved = page.waitForRequest((request) => request.method() === 'PATCH');
    await page.getByTestId('number-save').click();
    expect((await saved).postDataJSON()).toMatchObject({ dueOn: '2026-12-01', version: 1 });
    await shoot(page, 'number-wide');
    await page.getByTestId('number-void').click();
    await page.getByTestId('ask-submit').click();
    await page.getByText('入力してください').waitFor();
  });

  it('R-03, R-04: say whether a number is needed, and take one', async () => {
    const { page } = await desk.open('#/records', { viewport: { width: 390, height: 760 } });
    await page.getByTestId('need-button').click();
    await page.getByTestId('need-outside').getByText('はい').click();
    await page.getByTestId('need-verdict').getByText('第12条第1項').waitFor();
    await shoot(page, 'need-390');
    await page.getByTestId('need-close').click();
    await page.getByTestId('take-button').click();
    await page.getByTestId('take-title').fill('協定書（案）');
    await page.getByTestId('take-reserve').check();
    await shoot(page, 'take-390');
    const taken = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/register'));
    await page.getByTestId('take-submit').click();
    expect((await taken).postDataJSON()).toEqual({ series: 'SENT', title: '協定書（案）', reserve: true });
    await page.getByTestId('number-fact').first().waitFor();
    expect(await overflow(page)).toBe(0);
  });

  it('R-06: distribute what was received, and accept or give back what waits', async () => {
    const { page } = await desk.open('#/records/receipts', { viewport: { width: 390, height: 760 } });
    await page.getByTestId('receipt-waiting').waitFor();
    await shoot(page, 'receipts-390');
    expect(await overflow(page)).toBe(0);
    await page.getByTestId('receipt-handling').selectOption('REPLY');
    const accepted = page.waitForRequest((request) => request.url().endsWith('/acceptance'));
    await page.getByTestId('receipt-accept').click();
    expect((await accepted).postDataJSON()).toEqual({ version: 1, handling: 'REPLY', dueOn: '2026-11-30' });
    await page.getByTestId('receipt-distribute').click();
    await page.getByTestId('distribute-unit').selectOption('u2');
    const distributed = page.waitForRequest((request) => request.url().endsWith('/distribution'));
    await page.getByTestId('distribute-submit').click();
    expect((await distributed).postDataJSON()).toEqual({ unitId: 'u2', cameBy: 'POST' });
    await page.getByTestId('distribute-dialog').waitFor({ state: 'detached' });
  });

  it('R-24: enter postage, whose sum is reckoned, and print it', async () => {
    const { page } = await desk.open('#/records/postage?month=2026-11', { viewport: { width: 1280, height: 800 } });
    await page.getByTestId('postage-row').waitFor();
    expect(await page.getByTestId('postage-extras').innerText()).toBe('なし');
    await page.getByTestId('postage-pieces').fill('0');
    await page.getByTestId('postage-enter').click();
    await page.getByText('入力してください', { exact: true }).waitFor();
    await page.getByText('1以上の整数を入力してください').waitFor();
    await shoot(page, 'postage-missing');
    await page.getByTestId('postage-addressee').fill('みなと県');
    await page.getByTestId('postage-pieces').fill('3');
    await page.getByText('330円').waitFor();
    await page.getByTestId('postage-extras').click();
    for (const name of ['速達', '簡易書留']) await page.getByRole('menuitemcheckbox', { name }).click();
    await page.getByText('2,280円').waitFor();
    await shoot(page, 'postage-extras');
    await page.keyboard.press('Escape');
    await shoot(page, 'postage-wide');
    const entered = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/postage'));
    await page.getByTestId('postage-enter').click();
    expect((await entered).postDataJSON()).toMatchObject({
      addressee: 'みなと県',
      chargeId: 'standard50',
      extras: ['express250', 'simple-registered'],
      pieces: 3,
    });
    await page.getByTestId('toast').waitFor();
    await page.emulateMedia({ media: 'print' });
    await shoot(page, 'postage-print');
    expect(await page.getByTestId('toast').isVisible()).toBe(false);
    expect(await page.getByTestId('postage-enter').isVisible()).toBe(false);
  });

  it('R-28: look an old ledger over, refuse it with its lines, and take in one that is right', async () => {
    const { page: other } = await desk.open('#/records/import');
    await other.getByTestId('import-not-yours').waitFor();
    expect(await other.getByTestId('import-file-input').count()).toBe(0);
    desk.service.world.me = { ...desk.service.world.me, roles: ['CHIEF_RECORDS_MANAGER'] };
    const { page } = await desk.open('#/records/import', { viewport: { width: 1280, height: 800 } });
    let looked = 0;
    desk.service.answer('POST /api/v1/register/import', (_: Call) => {
      looked += 1;
      if (looked === 1) return { body: REPORT };
      return { body: { ...REPORT, errorCount: 0, errors: [], imported: looked === 3 } };
    });
    const file = { name: '旧台帳.csv', mimeType: 'text/csv', buffer: Buffer.from('番号,日付,件名') };
    const [sample] = await Promise.all([page.waitForEvent('download'), page.getByTestId('import-example').click()]);
    expect(sample.suggestedFilename()).toBe('旧台帳の見本.csv');
    expect(await readFile(await sample.path(), 'utf8')).toContain('番号,枝番,日付,区分,相手方,件名');
    await page.getByTestId('import-file-input').setInputFiles(file);
    await page.getByTestId('import-chosen').getByText('旧台帳.csv').waitFor();
    await page.getByTestId('import-line').getByText('3行目').waitFor();
    await shoot(page, 'import-refused');
    await page.getByTestId('import-file-input').setInputFiles({ ...file, name: '直した台帳.csv' });
    await page.getByTestId('import-do').click();
    await page.getByTestId('import-done').waitFor();
  });
});
