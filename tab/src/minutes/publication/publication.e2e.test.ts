import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { RedactionEdit } from '@kaigi/core/contract';
import type { Page } from 'playwright-core';
import { shoot } from '../../testing/browser.ts';
import { type Desk, setUpDesk } from '../../testing/desk.ts';
import { eventually } from '../../testing/eventually.ts';
import { attendeeId, lineId, meetingId } from '../../testing/meetings.ts';
import { changeLine } from '../../testing/stand-in-lines.ts';
import { sentenceId } from '../../testing/stand-in-sentences.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await setUpDesk();
});
beforeEach(() => {
  changeLine(desk.service.world.minutes, lineId(3), { text: '霧島さん（電話は090-1234-5678）の要望です。' });
  changeLine(desk.service.world.minutes, lineId(5), { text: '霧島さんは市民です。' });
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

const ROUTE = `#/meetings/${meetingId(1)}/publication`;
const EDITS = `POST /api/v1/meetings/${meetingId(1)}/publication/edits`;
const text = (page: Page, id: string) => page.locator(`[data-text-id="${id}"]`);
const copyOf = (page: Page, id: string) => text(page, id).getByTestId('text-copy');
const candidate = (page: Page, why: string) => page.locator(`[data-testid="candidate"][data-why="${why}"]`);
const redaction = (page: Page, kind: string) => page.locator(`[data-testid="redaction"][data-kind="${kind}"]`);
const edits = () =>
  desk.service.calls.flatMap(({ path, body }) =>
    path.endsWith('/publication/edits') ? (body as { edits: RedactionEdit[] }).edits : [],
  );

/** By keys alone: the words that the text begins with. */
async function select(page: Page, id: string, words: string): Promise<void> {
  await text(page, id).getByTestId('text-redact').click();
  await page.getByTestId('words-text').focus();
  await page.keyboard.press('Control+Home');
  for (const _ of words) await page.keyboard.press('Shift+ArrowRight');
  await page.getByTestId('words-chosen').getByText(`「${words}」`).waitFor();
}

describe('M-16: the publication copy', () => {
  it('candidates are taken on a ground or left; words, people and 議題 are redacted, beside how the copy looks', async () => {
    const { page, complaints } = await desk.open(ROUTE);
    await candidate(page, 'PHONE').getByTestId('candidate-take').click();
    await page.getByText('先に、根拠を決めてください。').waitFor();
    expect(edits()).toEqual([]);
    await page.getByTestId('ground').selectOption('personal');
    await candidate(page, 'PHONE').getByTestId('candidate-take').click();
    await copyOf(page, lineId(3)).getByText('霧島さん（電話は■■■）の要望です。').waitFor();
    expect(await text(page, lineId(3)).getByTestId('text-original').innerText()).toContain('090-1234-5678');
    await redaction(page, 'WORDS').getByText('情報公開条例 第7条第1号：個人に関する情報').waitFor();

    await candidate(page, 'PRIVATE_NAME').first().getByTestId('candidate-leave').click();
    await page.getByText('残すことにした候補：1件').waitFor();
    await page.getByTestId('candidates-again').click();
    await candidate(page, 'PRIVATE_NAME').nth(1).waitFor();

    await select(page, lineId(3), '霧島');
    await page.getByTestId('scope-HERE').check();
    await shoot(page, 'publication-words');
    await page.getByTestId('redact-confirm').click();
    await page.getByTestId('also-stands').getByText('ほかの1か所に残っています').waitFor();
    await copyOf(page, lineId(5)).getByText('霧島さんは市民です。').waitFor();
    await shoot(page, 'publication-wide');
    await page.getByTestId('also-all').click();
    await copyOf(page, lineId(5)).getByText('■■■さんは市民です。').waitFor();

    const chair = page.getByTestId('person').filter({ hasText: '議長 太郎' });
    await chair.getByTestId('person-redact').click();
    await redaction(page, 'PERSON').getByText('議長 太郎の名').waitFor();
    await page.getByTestId('item-close').first().click();
    await page.getByTestId('item-first').selectOption(lineId(2));
    await page.getByTestId('redact-wrong').getByText('両方選んでください').waitFor();
    await page.getByTestId('item-last').selectOption(lineId(5));
    await page.getByTestId('redact-confirm').click();
    await copyOf(page, sentenceId(1)).getByText('（写しには載りません）').waitFor();
    expect(edits()).toMatchObject([
      { op: 'WORDS', targetId: lineId(3), version: 2, from: 8, to: 21, scope: 'EVERYWHERE', ground: 'personal' },
      { op: 'WORDS', targetId: lineId(3), from: 0, to: 2, scope: 'HERE' },
      { op: 'REMOVE' },
      { op: 'WORDS', targetId: lineId(3), from: 0, to: 2, scope: 'EVERYWHERE' },
      { op: 'PERSON', attendeeId: attendeeId(1) },
      { op: 'ITEM', itemId: sentenceId(1), titled: false, lines: { firstId: lineId(2), lastId: lineId(5) } },
    ]);
    await page.getByTestId('texts-show').selectOption('CHANGED');
    await eventually(() => page.getByTestId('text').count(), 3);
    await redaction(page, 'WORDS').first().getByTestId('redaction-show').click();
    await page.locator(`[data-text-id="${lineId(3)}"]:focus`).waitFor();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByTestId('copy-get').click()]);
    expect(file.suggestedFilename()).toBe('会議録（整文）_第3回 総合計画審議会（公表用）.docx');
    expect(complaints).toEqual([]);
  });

  it('a redaction whose text has changed stops the copy, says why, and the copy goes on without it', async () => {
    const { world } = desk.service;
    const words = { of: 'LINE', targetId: lineId(3), from: 2, words: '青空', scope: 'EVERYWHERE' } as const;
    const problem = { why: 'CHANGED', sentence: '墨塗りした箇所の文が変わりました。' } as const;
    const shown = { id: '0193c0de-0000-7000-b200-000000000001', ground: 'personal', problem };
    world.minutes.publication = { version: 3, redactions: [{ kind: 'WORDS', ...shown, ...words }] };
    const { page } = await desk.open(ROUTE, { viewport: { width: 390, height: 844 }, colorScheme: 'dark' });
    await page.getByTestId('copy-stopped').waitFor();
    await page.getByTestId('redaction-problem').getByText('墨塗りした箇所の文が変わりました。').waitFor();
    expect(await page.getByTestId('copy-get').getAttribute('aria-disabled')).toBe('true');
    await shoot(page, 'publication-stopped');
    await page.getByTestId('redaction-remove').click();
    await page.getByTestId('copy-ready').waitFor();
    await page.getByText('墨塗りはありません。').waitFor();
  });

  it('somebody who was faster is told of, and the redactions are shown as they are now', async () => {
    const { world } = desk.service;
    desk.service.answer(EDITS, () => {
      const theirs = { kind: 'PERSON', id: '0193c0de-0000-7000-b200-000000000002', attendeeId: attendeeId(2) } as const;
      world.minutes.publication = { version: 7, redactions: [{ ...theirs, ground: 'personal', problem: null }] };
      const sentence = '墨塗りが、ほかの人により変更されました。';
      return { status: 409, body: world.problem(409, 'minutes.publication_stale', sentence) };
    });
    const { page } = await desk.open(ROUTE);
    await page.getByTestId('ground').selectOption('personal');
    await candidate(page, 'PHONE').getByTestId('candidate-take').click();
    await page.getByTestId('redact-refused').getByText('ほかの人により変更されました').waitFor();
    await redaction(page, 'PERSON').getByText('佐藤 花子の名').waitFor();
  });

  it('has no tab for whoever does not publish', async () => {
    const [view] = desk.service.world.minutes.meetings;
    if (view) view.may.publish = false;
    const { page } = await desk.open(`#/meetings/${meetingId(1)}`);
    await page.getByTestId('part-minutes').waitFor();
    expect(await page.getByTestId('part-publication').count()).toBe(0);
  });
});
