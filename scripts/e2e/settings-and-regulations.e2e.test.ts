import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openTab } from './open-tab.ts';
import { shot, tabSetting } from './tab.ts';

const setting = tabSetting();
const open = (name: string, hash: string) => openTab(setting, { name, hash });

const REGULATIONS = readFileSync(
  path.join(import.meta.dirname, '../../core/src/regulations/packs/minato/2026-04-01.yaml'),
  'utf8',
);
const NEXT = REGULATIONS.replace('version: minato/2026-04-01', 'version: minato/2026-12-01')
  .replace(/effectiveFrom: .*/u, 'effectiveFrom: "2026-12-01"')
  .replace('（1件50万円以下、本庁）は課長専決', '（1件50万円まで、本庁）は課長専決');

const choose = (page: Page, yaml: string) =>
  page.getByTestId('pack-file').setInputFiles({
    name: '事務決裁規程.yaml',
    mimeType: 'application/yaml',
    buffer: Buffer.from(yaml),
  });

describe('「これは誰の決裁？」', () => {
  it('is asked for one’s own unit, or for another one that is looked for by name', async () => {
    const page = await open('section-head', '#/explain');
    const own = page.getByTestId('unit-picker');
    await page.getByTestId('decider').getByText('企画部長').waitFor();
    expect(await own.inputValue()).toBe('自分の所属（政策課）');
    await own.click();
    await own.fill('財政課');
    await page.getByRole('option', { name: '財政課', exact: true }).click();
    await page.getByTestId('decider').getByText('財政課長').waitFor();
    expect(await page.getByTestId('draft-this').count()).toBe(0);
    await own.click();
    await page.getByRole('option', { name: '自分の所属（政策課）' }).click();
    await page.getByTestId('decider').getByText('企画部長').waitFor();
    await page.getByTestId('account-menu').click();
    await page.getByTestId('language-switch').click();
    await page.getByTestId('matter-picker').click();
    await page.getByRole('group', { name: 'General', exact: true }).waitFor();
  });
});

describe('A-35, A-41: the page of settings', () => {
  it('records an absence that others see at once, and ends it; wishes hold for the chat too', async () => {
    const page = await open('section-head', '#/settings');
    await page.getByTestId('absence-none').waitFor();
    await page.getByTestId('away-note').fill('県庁で会議');
    await page.getByTestId('away-save').click();
    const row = page.getByTestId('absence-row');
    await row.waitFor();
    await page.getByTestId('absences-others').getByTestId('absence-none-other').waitFor();
    expect(await row.innerText()).toMatch(/不在中[\s\S]*24:00 まで[\s\S]*県庁で会議/);
    await page.getByTestId('wish-DIGEST').check();
    await page.getByTestId('wishes-save').click();
    await page.getByTestId('wishes-now').getByText('8:30・13:00・16:30').waitFor();
    await shot(page, 'settings');
    const { body } = await setting.drafter.call<{ items: { note: string }[] }>('GET', '/directory/absences?of=unit');
    expect(body.items.map(({ note }) => note)).toContain('県庁で会議');
    await page.getByTestId('absence-end').click();
    await page.getByTestId('absence-none').waitFor();
  });

  it('lists for administrators whom the bot does not reach', async () => {
    const page = await open('admin', '#/settings');
    await page.getByTestId('reach-counts').waitFor();
    expect(await page.getByTestId('reach-counts').innerText()).toMatch(/職員 \d+ 人のうち \d+ 人に届きます/);
  });
});

describe('O-03: a new version of the regulations', () => {
  it('is refused row by row, brought in, and put up for decision by a case of its own', async () => {
    const page = await open('general-affairs-head', '#/packs');
    await choose(page, NEXT.replace('decider: SECTION_HEAD', 'decider: KING'));
    await page.getByTestId('pack-propose').click();
    await page.getByTestId('pack-finding').getByText('「KING」（職の段階）はどこにも定められていません。').waitFor();
    await shot(page, 'packs-refused');
    await choose(page, NEXT);
    await page.getByTestId('pack-propose').click();
    await page.getByRole('heading', { name: 'minato/2026-12-01' }).waitFor();
    expect(await page.getByTestId('pack-changed').allInnerTexts()).toEqual([expect.stringContaining('1件50万円まで')]);
    await page.getByTestId('pack-section').first().getByRole('button').click();
    await page.getByTestId('pack-row').first().waitFor();
    await page.getByTestId('toast').waitFor({ state: 'detached' });
    await shot(page, 'packs');
    const address = page.url();
    await page.getByTestId('decide-button').click();
    await page.getByTestId('draft-proposal').waitFor();
    expect(await page.getByTestId('draft-proposal').inputValue()).toContain('minato/2026-12-01');
    await page.getByTestId('attachment').getByText('minato-2026-12-01.yaml.txt').waitFor();
    await page.getByTestId('submit-button').click();
    await page.getByTestId('case-title').waitFor();
    await page.goto(address);
    await page.getByTestId('pack-case').getByText('規程の改正について（minato/2026-12-01）').waitFor();
    expect(await page.getByTestId('pack-state').getAttribute('data-standing')).toBe('IN_REVIEW');
  });
});
