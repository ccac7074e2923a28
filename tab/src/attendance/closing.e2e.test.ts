import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { aPerson, aSheet, MONTH, staffOf } from '../testing/attendance.ts';
import { shoot } from '../testing/browser.ts';
import { aClosing, unitOf } from '../testing/closing.ts';
import { type Desk, setUpDesk } from '../testing/desk.ts';
import { ME } from '../testing/people.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await setUpDesk();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

const CLOSING = `#/closing?month=${MONTH}`;
const PHONE = { viewport: { width: 390, height: 800 } };

const posts = (path: string) => desk.service.calls.filter((call) => call.method === 'POST' && call.path.includes(path));
const asked = (path: string) => desk.service.calls.filter((call) => call.path.includes(path));
const unit = (page: Page, name: string) => page.locator(`[data-testid="unit-row"][data-name="${name}"]`);

async function open(options = {}) {
  desk.service.world.me = { ...ME, roles: ['PERSONNEL'] };
  const opened = await desk.open(CLOSING, options);
  await opened.page.getByTestId('closing-counts').waitFor();
  return opened;
}

describe('T-09: the closing page of personnel', () => {
  it.each([
    ['wide', {}],
    ['phone', PHONE],
    ['dark', { colorScheme: 'dark' }],
  ] as const)('says how far the month is, and what holds it up by section and person (%s)', async (name, options) => {
    const { page, complaints } = await open(options);
    await page.getByTestId('rates').waitFor();
    await shoot(page, `closing-${name}`);
    expect(await page.getByTestId('count-blocked').innerText()).toContain('3人');
    expect(await page.getByTestId('unit-row').count()).toBe(2);
    await unit(page, '政策課').getByTestId('unit-open').click();
    const people = page.getByTestId('blocking');
    await people.first().waitFor();
    await shoot(page, `closing-open-${name}`);
    const [first = '', second = '', third = ''] = await people.allInnerTexts();
    for (const words of ['起案 太郎', '終了未確認', '10/16（金）、10/20（火）', '確認する人：政策課 課長 課長 次郎'])
      expect(first).toContain(words);
    expect(second).toContain('締めを解いた人');
    expect(third).toContain('締め後に変更あり');
    expect(asked(`unitId=${unitOf(1)}`).length).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
  });

  it('closes after saying what is left out', async () => {
    const { page } = await open();
    await page.getByTestId('close-all').click();
    await page.getByTestId('left-out').waitFor();
    await shoot(page, 'closing-dialog');
    const words = await page.getByTestId('close-dialog').innerText();
    for (const part of ['令和8年10月を締める（全庁）', '41人を締めます', '所属長の確認待ち 6人', '妨げのある人 3人'])
      expect(words).toContain(part);
    expect(posts('/closing')).toEqual([]);
    await page.getByTestId('close-confirm').click();
    await page.getByTestId('count-closed').getByText('51人').waitFor();
    expect(posts('/closing')[0]?.body).toEqual({ month: MONTH, unitId: null });
  });

  it('closes one section, and not where nobody is confirmed', async () => {
    desk.service.world.attendance.closing = aClosing({
      units: aClosing().units.map((one) => (one.unitId === unitOf(1) ? { ...one, confirmed: 0 } : one)),
    });
    const { page } = await open();
    await unit(page, '政策課').getByTestId('close-unit').click();
    await page.getByText('いま締められる人はいません').waitFor();
    await page.keyboard.press('Escape');
    await unit(page, '財政課').getByTestId('close-unit').click();
    await page.getByTestId('close-confirm').click();
    await page.getByTestId('close-dialog').waitFor({ state: 'detached' });
    expect(posts('/closing').map(({ body }) => body)).toEqual([{ month: MONTH, unitId: unitOf(2) }]);
  });

  it('asks again by itself until a closing that is under way is done', async () => {
    const { attendance } = desk.service.world;
    const [done] = attendance.closing.closings;
    attendance.closing = aClosing({
      closings: done ? [{ ...done, doneAt: null, closed: null, leftOut: null }] : [],
      may: { close: false },
    });
    const { page } = await open();
    await page.getByTestId('closing-running').waitFor();
    expect(await page.getByTestId('close-all').count()).toBe(0);
    attendance.closing = aClosing();
    await page.getByTestId('closing-running').waitFor({ state: 'detached' });
    expect(await page.getByTestId('closing-row').innerText()).toContain('10人を締め、0人を残しました');
  });

  it('shows nothing to whoever is not of personnel', async () => {
    const { page } = await desk.open(CLOSING);
    expect(await page.getByTestId('empty').textContent()).toContain('人事課のページです');
    expect(asked('/telework/closing')).toEqual([]);
  });
});

describe('T-15: the export', () => {
  it('is a file that names its month, its content and its encoding', async () => {
    const { page } = await open();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('export-download').click()]);
    expect(download.suggestedFilename()).toBe('勤務表_2026-10_utf8.csv');
    expect(await readFile(await download.path(), 'utf8')).toBe('\uFEFF職員番号,氏名\r\n');
    expect(asked('/export?')[0]?.path).toBe(
      `/api/v1/telework/sheets/${MONTH}/export?encoding=utf8&kind=days&closedOnly=true`,
    );
  });

  it('names whom Shift_JIS cannot write before the file leaves', async () => {
    const { page } = await open(PHONE);
    await page.getByTestId('export-sjis').check();
    const lacking = page.getByTestId('lacking');
    await lacking.waitFor();
    await shoot(page, 'closing-sjis');
    const words = await lacking.innerText();
    for (const part of ['2件', '髙﨑 花子（職員番号 10234）', 'U+9AD9', '𠮷田 一郎：「𠮷」'])
      expect(words).toContain(part);
  });
});

describe('T-17: the rate of telework', () => {
  it('is said by section without ranking, and not of fewer than five', async () => {
    const { page } = await open();
    const words = await page.getByTestId('rates').innerText();
    for (const part of ['60人のうち33人（55％）', '20人のうち15人（75％）', '5人未満のため表示しません'])
      expect(words).toContain(part);
  });
});

describe('T-09: a closed month', () => {
  it('of one person is found by name and unlocked with a reason', async () => {
    const { world } = desk.service;
    world.attendance.sheet = aSheet(1, {
      ...{ state: 'CLOSED_CHANGED', version: 2, blocks: [], closed: { at: '2026-11-04T00:10:00Z' } },
      may: { confirm: false, unlock: true },
    });
    const found = { staffId: staffOf(1), name: '起案 太郎', posts: [{ unitName: '政策課', title: '主事' }] };
    desk.service.answer('GET /api/v1/directory/staff', () => ({ body: { items: [found], nextCursor: null } }));
    const { page } = await open();
    await page.getByTestId('find-person').click();
    await page.getByTestId('find-person').pressSequentially('起案');
    await page.getByRole('option', { name: /起案 太郎/ }).click();
    await page.waitForURL(`**/#/closing/${staffOf(1)}?month=${MONTH}`);
    await page.getByTestId('closed-changed').waitFor();
    await page.getByTestId('unlock').click();
    await page.getByTestId('reason').fill('10月8日の修正を認めたため');
    await shoot(page, 'closing-unlock');
    await page.getByTestId('reason-confirm').click();
    await page.getByTestId('sheet-history').getByText('10月8日の修正を認めたため').waitFor();
    expect(posts('/unlock')[0]?.body).toEqual({
      staffId: aPerson(1).staffId,
      version: 2,
      reason: '10月8日の修正を認めたため',
    });
    await page.getByTestId('sheet-back').click();
    await page.getByTestId('closing-counts').waitFor();
  });
});
