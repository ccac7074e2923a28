import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { shoot } from '../../testing/browser.ts';
import { type Desk, setUpDesk } from '../../testing/desk.ts';
import { eventually } from '../../testing/eventually.ts';
import { meetingId } from '../../testing/meetings.ts';
import { aTemplate } from '../../testing/stand-in-papers.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await setUpDesk();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

const asked = (method: string, path: string) =>
  desk.service.calls.filter((call) => call.method === method && call.path.startsWith(`/api/v1${path}`));
const ofForm = (page: Page, form: string) => page.locator(`[data-testid="templates-of"][data-form="${form}"]`);
const choose = (page: Page, name: string) =>
  page.getByTestId('template-file-input').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from('PK') });

describe('M-17: 様式で出す', () => {
  it('says which template a paper will be made from, and gives the file or says why not', async () => {
    const council = { bodyId: 'plan-council', bodyName: '総合計画審議会', fileName: '審議会の会議録.docx' };
    desk.service.world.papers.templates = [aTemplate(), aTemplate({ id: 't2', form: 'CLEAN', ...council })];
    const { page, complaints } = await desk.open(`#/meetings/${meetingId(1)}`);
    await page.getByText('市の様式「会議結果報告書（市の様式）.docx」（すべての会議体）を使います。').waitFor();
    const forms = await page.getByTestId('paper-form').locator('option').allInnerTexts();
    expect(forms).toEqual(
      expect.arrayContaining([
        '会議結果報告書',
        '会議録（逐語）',
        '会議録（整文）',
        '会議録（要点）',
        '会議概要',
        '決定事項一覧',
      ]),
    );
    await page.getByTestId('paper-form').selectOption('DECISIONS');
    await page.getByText('標準の様式を使います。').waitFor();
    await page.getByTestId('paper-form').selectOption('CLEAN');
    await page.getByText('市の様式「審議会の会議録.docx」（総合計画審議会）を使います。').waitFor();
    await shoot(page, 'papers');
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByTestId('paper-get').click()]);
    expect(file.suggestedFilename()).toBe('会議録（整文）_第3回 総合計画審議会.docx');
    expect(asked('GET', `/meetings/${meetingId(1)}/paper?form=CLEAN`)).toHaveLength(1);
    expect(complaints).toEqual([]);
    const body = desk.service.world.problem(400, 'minutes.paper_too_much', '様式を簡単にしてください。');
    desk.service.answer(`GET /api/v1/meetings/${meetingId(1)}/paper`, () => ({ status: 400, body }));
    await page.getByTestId('paper-get').click();
    await page.getByTestId('toast').getByText('様式を簡単にしてください。').waitFor();
  });
});

describe('M-17: the templates', () => {
  it('one is brought, refused with what is wrong in it, downloaded and taken away', async () => {
    const { page } = await desk.open('#/meetings/templates');
    await ofForm(page, 'REPORT').getByText('会議結果報告書（市の様式）.docx').waitFor();
    expect(await ofForm(page, 'CLEAN').innerText()).toContain('標準の様式を使います');
    const [standard] = await Promise.all([
      page.waitForEvent('download'),
      ofForm(page, 'CLEAN').getByTestId('default-get').click(),
    ]);
    expect(standard.suggestedFilename()).toBe('標準様式_会議録（整文）.docx');

    await page.getByTestId('paper-form').selectOption('CLEAN');
    await page.getByTestId('template-body').selectOption('plan-council');
    const sentence = '様式に、使えない差し込み記号があります：市長の印（「会長　{市長の印}」の所）。';
    const body = desk.service.world.problem(400, 'minutes.template_unknown_tags', sentence);
    desk.service.answer('POST /api/v1/minutes/templates', () => ({ status: 400, body }));
    await choose(page, '審議会.docx');
    await page.getByTestId('template-refused').getByText(sentence).waitFor();
    expect(await page.getByTestId('template-refused').innerText()).toContain('minutes.template_unknown_tags');
    await shoot(page, 'templates-refused');

    desk.service.restore();
    await choose(page, '審議会（直した）.docx');
    await ofForm(page, 'CLEAN').getByText('審議会（直した）.docx').waitFor();
    expect(await ofForm(page, 'CLEAN').innerText()).toContain('総合計画審議会');
    expect(await page.getByTestId('template-refused').count()).toBe(0);
    await eventually(
      () => desk.service.world.papers.templates.map(({ form, bodyId }) => [form, bodyId]),
      [
        ['REPORT', null],
        ['CLEAN', 'plan-council'],
      ],
    );

    await ofForm(page, 'CLEAN').getByTestId('template-remove').click();
    await page.getByTestId('remove-dialog').getByText('「審議会（直した）.docx」の代わりに').waitFor();
    await page.getByTestId('remove-confirm').click();
    await ofForm(page, 'CLEAN').getByText('標準の様式を使います').waitFor();
    expect(desk.service.world.papers.templates).toHaveLength(1);
  });

  it('whoever may not bring one sees them and the tags, with what they stand for and where they may stand', async () => {
    desk.service.world.papers.mayChange = false;
    const { page } = await desk.open('#/meetings/templates', { viewport: { width: 390, height: 844 } });
    await page.getByText('システム管理者が行います').waitFor();
    expect(await page.getByTestId('template-remove').count()).toBe(0);
    expect(await page.getByTestId('template-file').count()).toBe(0);
    const groups = page.getByTestId('tag-group');
    expect(await groups.first().innerText()).toMatch(
      /\{会議名\}[\s\S]*会議の名称[\s\S]*\{#公表用\} … \{\/公表用\}\s*条件/u,
    );
    await groups.nth(2).getByText('「審議 / 発言」の中で使える記号').click();
    await groups.nth(2).getByText('{発言内容}').waitFor();
    await shoot(page, 'templates-phone');
  });
});
