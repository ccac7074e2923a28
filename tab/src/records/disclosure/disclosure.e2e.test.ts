import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { OpenDisclosure, RecordHit, Redact } from '@kaigi/core/contract';
import type { Page } from 'playwright-core';
import { barrierFinder, type FindBarriers } from '../../testing/barriers.ts';
import { shoot } from '../../testing/browser.ts';
import { type Desk, setUpDesk } from '../../testing/desk.ts';
import { eventually } from '../../testing/eventually.ts';
import { lookingOver } from '../../testing/looking-over.ts';
import {
  aDisclosure,
  aDisclosureItem,
  DISCLOSURE_ID,
  DISCLOSURE_ITEM_ID,
  REDACTABLE,
  someDisclosures,
} from '../../testing/stand-in-disclosure.ts';
import { DISCLOSURE_PATH, gone, openAct, serve, serveNumbers, submit } from './disclosure.fixture.ts';

let desk: Desk;
let seriousTroubles: FindBarriers;
beforeAll(async () => {
  desk = await setUpDesk();
  seriousTroubles = await barrierFinder();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

it('R-26: the list tells what is late, and a request is begun with the number of its receipt', async () => {
  const opened: OpenDisclosure[] = [];
  const registerId = serveNumbers(desk, '政収第9号');
  desk.service.answer('POST /api/v1/disclosures', ({ body }) => {
    opened.push(body as OpenDisclosure);
    return { status: 201, body: aDisclosure() };
  });
  desk.service.answer('GET /api/v1/disclosures', () => ({ body: { ...someDisclosures(), truncated: true } }));
  const { page, complaints } = await desk.open('#/records/disclosures');
  await page.getByTestId('cut-note').getByText('はじめの3件だけを表示しています').waitFor();
  await page.getByTestId('disclosures-late').getByText('期限を過ぎた請求が1件あります').waitFor();
  const rows = page.getByTestId('disclosure');
  expect(await rows.count()).toBe(someDisclosures().items.length);
  expect(await rows.first().getByTestId('disclosure-overdue').textContent()).toBe('期限超過');
  await rows.first().getByText('期限 令和8年11月5日').waitFor();
  await shoot(page, 'disclosures');
  await page.getByTestId('disclosure-open').click();
  await submit(page);
  await page.getByText('入力してください').first().waitFor();
  await page.getByText('15日以内に決定（みなと市情報公開条例 第12条第1項）').waitFor();
  await page.getByTestId('number-pick').selectOption({ label: '政収第9号 花火大会の文書' });
  await page.getByTestId('open-subject').fill('花火大会の委託契約に関する文書');
  await shoot(page, 'disclosure-open');
  await page.getByTestId('act-submit').dblclick();
  await page.getByTestId('disclosure-item').first().waitFor();
  expect(opened).toEqual([{ registerId, scheme: 'information', subject: '花火大会の委託契約に関する文書' }]);
  const asked = desk.service.calls.filter(({ path }) => path.startsWith('/api/v1/register?')).map(({ path }) => path);
  expect(asked.every((path) => path.includes('direction=RECEIVED') && path.includes('state=TAKEN'))).toBe(true);
  expect(complaints).toEqual([]);
});

const hit = (place: number): RecordHit => {
  const { recordId, title } = aDisclosureItem(place);
  return {
    ...{ id: recordId ?? '', kind: 'REFERENCE', state: 'FROZEN', title: [{ text: title, hit: true }], number: null },
    ...{ classification: { code: 'A-04-03', name: '契約' }, unitName: '政策課', registeredOn: '2026-11-01' },
    ...{ registeredOnWareki: '令和8年11月1日', caseId: null, foundIn: 'FILED_AS' },
    ...{ attachment: null, snippet: [] },
  };
};

it('R-26: documents are collected by search, other sections asked, the term extended with its reason', async () => {
  const state = serve(desk);
  const items = [hit(1), hit(3)];
  desk.service.answer('GET /api/v1/records', () => ({
    body: { mode: 'EXACT', total: 2, totalIsMore: false, items, nextCursor: null, rebuilding: false },
  }));
  const { page, complaints } = await desk.open(`#/records/disclosures/${DISCLOSURE_ID}`);
  await page.getByTestId('disclosure-hold').getByText('決定の翌日から1年間').waitFor();
  await page.getByTestId('act-collect').click();
  await page.getByTestId('collect-words').fill('花火大会');
  await page.getByTestId('collect-words').press('Enter');
  // What is collected already cannot be ticked.
  expect(await page.getByRole('checkbox', { name: '加えてあります' }).isDisabled()).toBe(true);
  await submit(page);
  await page.getByText('加える文書を選んでください').waitFor();
  await page.getByRole('checkbox', { name: '花火大会の委託契約書その3' }).check();
  const { lookOver, troubles } = lookingOver(page, 'disclosure', seriousTroubles);
  await lookOver('collect');
  // Somebody else is faster: what was ticked stands, and the next press adds it.
  state.view = { ...state.view, version: 7, unitName: '文書課' };
  await submit(page);
  await page.getByTestId('act-error').getByText('ほかの人が先に変更しました').waitFor();
  await page.getByText('文書課').waitFor();
  await submit(page);
  await gone(page, 'collect-dialog');
  expect(state.acts).toEqual([{ act: 'collect', version: 7, recordIds: [hit(3).id] }]);
  await page.getByText('対象の文書（3件）').waitFor();

  await openAct(page, 'ask');
  await page.getByTestId('ask-unit').selectOption({ label: '観光課（観光 課長）' });
  await submit(page);
  await gone(page, 'ask-dialog');
  // Put away, the focus is where the form was opened from.
  await eventually(() => page.getByTestId('disclosure-acts').evaluate((it) => it === document.activeElement), true);
  expect(state.acts.at(-1)).toMatchObject({ act: 'ask', unitId: aDisclosure().toAsk[0]?.unitId });

  await openAct(page, 'extend');
  await page.getByText('第12条第2項により、45日延長します').waitFor();
  await submit(page);
  await page.getByText('入力してください').waitFor();
  await page.getByTestId('act-reason').fill('対象の文書が多いため');
  await submit(page);
  await gone(page, 'extend-dialog');
  expect(state.acts.at(-1)).toMatchObject({ act: 'extend', reason: '対象の文書が多いため' });
  await page.getByText('対象の文書が多いため').waitFor();
  expect(troubles).toEqual({});
  expect(complaints.filter((text) => !text.includes('409'))).toEqual([]);
});

it('R-26: each document is judged with its ground, and the number of the case decides and ends the hold', async () => {
  const state = serve(desk);
  const { page } = await desk.open(`#/records/disclosures/${DISCLOSURE_ID}`);
  await page.getByText('判断していない文書が1件あります').waitFor();
  await page.getByRole('button', { name: '「花火大会の委託契約書その2」を判断する' }).click();
  await page.getByTestId('judge-decision').getByText('不開示').click();
  await submit(page);
  await page.getByTestId('judge-dialog').getByText('選んでください').waitFor();
  await page.getByTestId('judge-ground-io.2').check();
  const { lookOver, troubles } = lookingOver(page, 'disclosure', seriousTroubles);
  await lookOver('judge');
  await submit(page);
  await gone(page, 'judge-dialog');
  expect(state.acts.at(-1)).toMatchObject({
    ...{ act: 'judge', itemId: aDisclosureItem(2).id, decision: 'WITHHOLD', grounds: ['io.2'], note: '' },
  });
  await page.getByText('判断していない文書が1件あります').waitFor({ state: 'detached' });

  const registerId = serveNumbers(desk, '政第9号');
  await page.getByTestId('act-decide').click();
  await page.getByTestId('number-pick').selectOption({ label: '政第9号 花火大会の文書' });
  const offered = await page.getByTestId('number-pick').locator('option').allTextContents();
  expect(offered).toEqual(['', '政第9号 花火大会の文書']);
  await submit(page);
  await gone(page, 'decide-dialog');
  expect(state.acts.at(-1)).toMatchObject({ act: 'decide', registerId });
  const held = '令和9年11月24日まで続きます（令和8年11月24日の決定の翌日から1年間）';
  await page.getByTestId('disclosure-hold').getByText(held).waitFor();
  await page.getByText('部分開示（令和8年11月24日、政第9号）').waitFor();
  await shoot(page, 'disclosure-decided');
  expect(troubles).toEqual({});
});

it('R-26: bars that are not what was judged are told, and a ground without one is decided upon once it was looked at', async () => {
  const [first] = aDisclosure().items;
  const differing = { unjudged: ['io.2'], unbarred: ['io.1'] };
  const item = aDisclosureItem(1, { ...first, differing });
  const state = serve(desk, { items: [item] });
  const { page } = await desk.open(`#/records/disclosures/${DISCLOSURE_ID}`);
  const note = page.getByTestId('item-differing');
  await note.getByText('判断にない根拠（第7条第2号）の墨があります').waitFor();
  await note.getByText('判断した根拠（第7条第1号）の墨が、写しにありません').waitFor();
  await shoot(page, 'disclosure-differing');
  const registerId = serveNumbers(desk, '政第9号');
  await page.getByTestId('act-decide').click();
  await page.getByTestId('number-pick').selectOption({ label: '政第9号 花火大会の文書' });
  await page.getByTestId('decide-differing').getByText('隠し忘れがないかを見てください').waitFor();
  const { lookOver, troubles } = lookingOver(page, 'disclosure-differing', seriousTroubles);
  await lookOver('decide');
  await page.getByRole('checkbox', { name: '隠し忘れはありません' }).check();
  await shoot(page, 'disclosure-differing-decide');
  await submit(page);
  await gone(page, 'decide-dialog');
  expect(state.acts.at(-1)).toEqual({ act: 'decide', registerId, unbarredSeen: true, version: 3 });
  expect(troubles).toEqual({});
});

/** Selects some of the shown words, as a finger or a mouse would. */
async function select(page: Page, words: string): Promise<void> {
  await page.getByTestId('redaction-words').evaluate((box, sought) => {
    const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(sought) ?? -1;
      if (at < 0) continue;
      document.getSelection()?.setBaseAndExtent(node, at, node, at + sought.length);
      return;
    }
  }, words);
  await page.getByText(`選択中：「${words}」`).waitFor();
}

it('R-26: words and passages are hidden, seen as they will be read, and what is left over is told', async () => {
  const item = { id: DISCLOSURE_ID, itemId: DISCLOSURE_ITEM_ID };
  const copy = `/api/v1/disclosures/${item.id}/items/${item.itemId}/copy`;
  const made: Redact[] = [];
  desk.service.answer(`POST ${copy}`, ({ body }) => {
    made.push(body as Redact);
    return {
      status: 201,
      body: { nth: 2, size: 20_480, pages: 1, leftOver: ['一式'], unjudged: ['io.2'], unbarred: [] },
    };
  });
  desk.service.answer(`GET ${copy}`, () => ({
    body: Buffer.from('%PDF-1.7'),
    headers: { 'Content-Type': 'application/pdf' },
  }));
  const { page, complaints } = await desk.open(`#/records/disclosures/${item.id}?item=${item.itemId}`);
  // The name stands there twice, once with a blank in it.
  await page.getByTestId('hide-word').fill('山田太郎');
  await page.getByText('同じ言葉をすべて隠す（2箇所）').waitFor();
  await page.getByTestId('hide-word').press('Enter');
  await page.getByText('隠した箇所（2）').waitFor();
  await select(page, '０３－１２３４');
  await page.getByTestId('hide-ground').selectOption('io.2');
  await page.getByTestId('hide-selected').click();
  await page.getByText('隠した箇所（3）').waitFor();
  await select(page, '契約金額は');
  await page.getByTestId('hide-selected').click();
  await page.getByText('隠した箇所（4）').waitFor();
  await page.getByRole('button', { name: '4番目の「契約金額は」を戻す' }).click();
  await page.getByText('隠した箇所（3）').waitFor();
  expect(await page.getByTestId('hidden-words').allTextContents()).toEqual(['山田太郎', '山田 太郎', '０３－１２３４']);
  const { lookOver, troubles } = lookingOver(page, 'redaction', seriousTroubles);
  await lookOver('chosen');
  await page.getByText('写しの見え方').click();
  await page.getByTestId('redaction-preview').getByText('第7条第2号').waitFor();
  expect(await page.getByTestId('redaction-preview').textContent()).toBe(
    '委託契約書\n受託者の担当は第7条第1号です。\n連絡は第7条第1号（第7条第2号）まで。\n契約金額は一式とします。',
  );
  await lookOver('preview');
  await page.getByTestId('redaction-make').click();
  await page.getByTestId('redaction-made').getByText('ほかの場所に残っています：「一式」').waitFor();
  await page.getByTestId('redaction-made').getByText('判断にない根拠（第7条第2号）の墨があります').waitFor();
  const { text, textSha256 } = REDACTABLE;
  const hidden = made.flatMap(({ passages }) => passages.map(({ from, to, ground }) => [text.slice(from, to), ground]));
  expect(made.map((one) => one.textSha256)).toEqual([textSha256]);
  expect(hidden).toEqual([
    ['山田太郎', 'io.1'],
    ['山田 太郎', 'io.1'],
    ['０３－１２３４', 'io.2'],
  ]);
  await shoot(page, 'redaction-made');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('redaction-download').click()]);
  expect(download.suggestedFilename()).toBe('政収第1号 開示用写し 1-2.pdf');
  expect(troubles).toEqual({});
  expect(complaints).toEqual([]);
});

it('R-26: a document whose words cannot be read says so, and who may not judge it is not offered it', async () => {
  const sentence = '文字を読み取れない文書です。印刷して墨塗りし、写しを登録してください。';
  desk.service.answer(`GET ${DISCLOSURE_PATH}/items/${DISCLOSURE_ITEM_ID}/text`, () => ({
    status: 400,
    body: desk.service.world.problem(400, 'records.redaction_no_text', sentence),
  }));
  const { page } = await desk.open(`#/records/disclosures/${DISCLOSURE_ID}?item=${DISCLOSURE_ITEM_ID}`);
  await page.getByText('この文書は、ここでは墨消しできません').waitFor();
  await page.getByText(sentence).waitFor();
  const may = { work: false, collect: false, decide: false };
  serve(desk, { may, items: [aDisclosureItem(1, { mayJudge: false })] });
  await page.reload();
  await page.getByText('この文書を判断できる人だけが').waitFor();
  await page.getByRole('link', { name: '開示請求に戻る' }).click();
  await page.getByTestId('disclosure-item').waitFor();
  const offered = await page.locator('[data-testid^="act-"], [data-testid^="item-"]').count();
  expect(offered).toBe(0);
});
