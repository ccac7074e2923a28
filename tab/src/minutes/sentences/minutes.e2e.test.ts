import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { SentenceEdit } from '@kaigi/core/contract';
import type { Page } from 'playwright-core';
import { shoot } from '../../testing/browser.ts';
import { type Desk, setUpDesk } from '../../testing/desk.ts';
import { attendeeId, lineId, meetingId } from '../../testing/meetings.ts';
import { sentenceId, theMinutes } from '../../testing/stand-in-sentences.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await setUpDesk();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

const ROUTE = `#/meetings/${meetingId(1)}/minutes`;
const EDITS = `POST /api/v1/meetings/${meetingId(1)}/minutes/edits`;
const sentence = (page: Page, n: number) => page.locator(`[data-sentence-id="${sentenceId(n)}"]`);
const sentences = () => desk.service.world.minutes.minutes.sentences;
const saved = (page: Page) => page.locator('[data-testid="save-state"][data-state="all"]').waitFor();
const edits = () =>
  desk.service.calls.flatMap(({ path, body }) =>
    path.endsWith('/minutes/edits') ? (body as { edits: SentenceEdit[] }).edits : [],
  );

describe('M-09, M-12: the draft', () => {
  it.each([
    ['phone', { viewport: { width: 390, height: 844 } }],
    ['wide', {}],
  ])(
    'stands by item of the agenda, with outcome, owner, due day and what each sentence rests on (%s)',
    async (name, options) => {
      const { page, complaints } = await desk.open(ROUTE, options);
      await sentence(page, 3).waitFor();
      expect(await sentence(page, 3).innerText()).toContain('案のとおり決定');
      const action = await sentence(page, 4).innerText();
      expect(action).toContain('担当：佐藤 花子');
      expect(action).toContain('期限：令和8年12月4日（来週の金曜日）');
      expect(await sentence(page, 2).getByTestId('source').count()).toBe(2);
      expect(await sentence(page, 7).getByTestId('addition').innerText()).toBe('追記');
      await shoot(page, `minutes-${name}`);
      expect(complaints).toEqual([]);
    },
  );

  it('a press on a source leads to the words it rests on', async () => {
    const { page } = await desk.open(ROUTE);
    await sentence(page, 2).getByTestId('source').nth(1).click();
    await page.waitForURL(`**/transcript?line=${lineId(5)}&play=`);
    await page.locator(`[data-line-id="${lineId(5)}"]`).waitFor();
  });

  it('is made on demand where there is none', async () => {
    desk.service.world.minutes.minutes = theMinutes([]);
    const { page } = await desk.open(ROUTE);
    await page.getByText('会議録の案はまだありません').waitFor();
    await page.getByTestId('draft-minutes').click();
    await sentence(page, 3).waitFor();
  });
});

describe('M-12: people have the last word', () => {
  it('an outcome of the five is chosen, a sentence changed, added as 追記, and removed', async () => {
    const { page } = await desk.open(ROUTE);
    await sentence(page, 3).getByTestId('sentence-change').click();
    const options = await page.getByTestId('sentence-outcome').locator('option').allInnerTexts();
    expect(options.slice(1)).toEqual(['案のとおり決定', '一部修正', '継続検討', '否決', '報告了承']);
    await page.getByTestId('sentence-outcome').selectOption('CONTINUED');
    await page.getByTestId('sentence-save').click();
    await sentence(page, 3).locator('[data-outcome="CONTINUED"]').waitFor();
    await page.getByTestId('add-ACTION').first().click();
    await page.getByTestId('sentence-text').fill('資料を直す。');
    await page.getByTestId('sentence-owner').fill('鈴木 一郎');
    await page.getByTestId('sentence-due').fill('今月中');
    await page.getByTestId('sentence-save').click();
    await page.getByText('資料を直す。').waitFor();
    await sentence(page, 7).getByTestId('sentence-remove').click();
    await sentence(page, 7).waitFor({ state: 'detached' });
    await saved(page);
    expect(edits()).toMatchObject([
      { op: 'SET', id: sentenceId(3), version: 1, outcome: 'CONTINUED' },
      {
        ...{ op: 'ADD', part: 'ACTION', itemId: sentenceId(1), after: sentenceId(4), sources: [] },
        ...{ owner: { attendeeId: attendeeId(3), name: '鈴木 一郎' }, due: { words: '今月中', on: null } },
      },
      { op: 'REMOVE', id: sentenceId(7) },
    ]);
    expect(sentences().map(({ text }) => text)).not.toContain('資料の誤字は事務局で直す。');
  });

  it('what was not taken survives closing the page; who comes late sees both texts', async () => {
    desk.service.answer(EDITS, () => ({ drop: true }));
    const { page } = await desk.open(ROUTE);
    await sentence(page, 2).getByTestId('sentence-change').click();
    await page.getByTestId('sentence-text').fill('私の文。');
    await page.getByTestId('sentence-save').click();
    await page.locator('[data-testid="save-state"][data-state="waits"]').waitFor();
    // The page is closed before the service is there again.
    await page.goto('about:blank');
    const { world } = desk.service;
    desk.service.answer(EDITS, (call) => {
      desk.service.restore();
      const theirs = sentences().map((one) =>
        one.id === sentenceId(2) ? { ...one, version: 2, text: '相手の文。' } : one,
      );
      world.minutes.minutes = theMinutes(theirs);
      return world.answer(call);
    });
    await page.goto(`${desk.service.origin}/tab/${ROUTE}`);
    await page.getByTestId('conflict').waitFor();
    expect(await page.getByTestId('conflict-mine').innerText()).toBe('私の文。');
    expect(await page.getByTestId('conflict-now').innerText()).toBe('相手の文。');
    await page.getByTestId('conflict-take-mine').click();
    await sentence(page, 2).getByText('私の文。').waitFor();
    await saved(page);
    expect(sentences()[1]?.text).toBe('私の文。');
  });
});

describe('M-09: wording of a language model', () => {
  const asking = `POST /api/v1/meetings/${meetingId(1)}/minutes/proposals`;
  const withModel = () => {
    const wording = { model: 'city-model', host: 'llm.minato.lg.jp' };
    desk.service.world.minutes.minutes = { ...theMinutes(), wording };
  };
  const ask = async (page: Page) => {
    await sentence(page, 3).waitFor();
    await page.getByTestId('ask-KEY_POINT').first().click();
    return page.getByTestId('proposals');
  };

  it('is offered only where a model is set', async () => {
    const { page } = await desk.open(ROUTE);
    await sentence(page, 3).waitFor();
    expect(await page.getByTestId('ask-KEY_POINT').count()).toBe(0);
  });

  it('says where the words go, and takes what a person takes: marked, and 追記 where nobody said it', async () => {
    withModel();
    const { page, complaints } = await desk.open(ROUTE);
    const dialog = await ask(page);
    await dialog.getByTestId('proposal').nth(1).waitFor();
    expect(await dialog.innerText()).toContain('llm.minato.lg.jp');
    expect(await dialog.getByTestId('proposal').nth(1).innerText()).toContain('追記');
    await shoot(page, 'minutes-proposals');
    await dialog.getByTestId('take-proposal').first().dblclick();
    await page.getByRole('button', { name: '閉じる' }).click();
    await saved(page);
    expect(edits()).toMatchObject([{ op: 'ADD', origin: 'MODEL', part: 'KEY_POINT', sources: [lineId(3), lineId(5)] }]);
    await page.getByText('モデルの案を採用').waitFor();
    expect(sentences().filter(({ origin }) => origin === 'MODEL')).toHaveLength(1);
    expect(complaints).toEqual([]);
  });

  it('that does not come is said in a sentence, and can be asked for again', async () => {
    withModel();
    const busy = desk.service.world.problem(503, 'minutes.wording_busy', '混んでいます。');
    desk.service.answer(asking, () => ({ status: 503, body: busy }));
    const { page } = await desk.open(ROUTE);
    const dialog = await ask(page);
    await dialog.getByTestId('proposals-refused').waitFor();
    desk.service.restore();
    await page.getByRole('button', { name: 'もう一度求める' }).click();
    await dialog.getByTestId('proposal').first().waitFor();
  });
});
