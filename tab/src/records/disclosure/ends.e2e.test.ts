import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { DisclosureView } from '@kaigi/core/contract';
import type { Page } from 'playwright-core';
import { barrierFinder, type FindBarriers } from '../../testing/barriers.ts';
import { shoot } from '../../testing/browser.ts';
import { type Desk, setUpDesk } from '../../testing/desk.ts';
import { lookingOver } from '../../testing/looking-over.ts';
import { aDisclosure, aDisclosureItem, DISCLOSURE_ID, someDisclosures } from '../../testing/stand-in-disclosure.ts';
import { gone, openAct, serve, serveNumbers, submit, submitTwice } from './disclosure.fixture.ts';

let desk: Desk;
let seriousTroubles: FindBarriers;
beforeAll(async () => {
  desk = await setUpDesk();
  seriousTroubles = await barrierFinder();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

const ROUTE = `#/records/disclosures/${DISCLOSURE_ID}`;
/** A note that is just going is paler than what stays. */
const toastGone = (page: Page) => page.getByTestId('toast').first().waitFor({ state: 'detached' });
const NOW = { now: '2026-11-24T03:00:00.000Z' } as const;
const DECIDED = {
  ...{ state: 'DECIDED', dueOn: null, decidedOn: '2026-11-12', decisionNumber: '政第9号' },
  ...{
    may: { work: true, collect: false, decide: true },
    items: [aDisclosureItem(1, { decision: 'PARTLY', mayJudge: false })],
  },
} satisfies Partial<DisclosureView>;
const LATE = {
  ...{ correctionAskedOn: '2026-11-11', correctionWanted: '文書を特定できる名称', correctionUntil: '2026-11-18' },
  ...{ correctionLate: true, dueOn: null },
} as const;

it('R-26: a correction is asked for with what and by when; the term stands still, whose days are told afterwards', async () => {
  const state = serve(desk);
  const { page, complaints } = await desk.open(ROUTE, NOW);
  await openAct(page, 'askCorrection');
  // By the regulations, from the day on which it was asked for, until somebody chooses another.
  const until = page.getByTestId('correction-until');
  expect(await until.inputValue()).toBe('2026-12-08');
  await page.getByTestId('act-day').fill('2026-11-12');
  expect(await until.inputValue()).toBe('2026-11-26');
  await page.getByText('求めた日の翌日から14日（みなと市情報公開条例 第6条第2項）').waitFor();
  const chosen = '2026-12-01';
  await until.fill(chosen);
  await submit(page);
  await page.getByText('入力してください').waitFor();
  await page.getByTestId('correction-wanted').fill('文書を特定できる名称\n対象とする年度');
  const { lookOver, troubles } = lookingOver(page, 'disclosure', seriousTroubles);
  await lookOver('correction');
  await submit(page);
  await gone(page, 'correction-dialog');
  expect(state.acts).toMatchObject([
    { act: 'askCorrection', on: '2026-11-12', until: chosen, wanted: '文書を特定できる名称\n対象とする年度' },
  ]);
  await page.getByText('補正を待っている間は進みません（令和8年11月12日に補正を求めました）').waitFor();
  await page.getByText('対象とする年度').waitFor();
  await page.getByText('補正待ち').waitFor();
  // While it can still come, nothing is dismissed; withdrawn it can be at any time.
  await page.getByTestId('disclosure-acts').click();
  await page.getByTestId('act-withdraw').waitFor();
  expect(await page.getByTestId('act-dismiss').count()).toBe(0);
  await page.keyboard.press('Escape');
  await page.getByTestId('act-corrected').click();
  await page.getByTestId('act-day').fill('2026-11-15');
  await submit(page);
  await gone(page, 'day-dialog');
  await page.getByText('令和8年11月28日（みなと市情報公開条例 第12条第1項）').waitFor();
  const told = '補正に要した3日は、期限の日数に数えていません（みなと市情報公開条例 第12条第1項ただし書）';
  await page.getByText(told).waitFor();
  await toastGone(page);
  await lookOver('corrected');
  expect(troubles).toEqual({});
  expect(complaints).toEqual([]);
});

it('R-26: what is not corrected in time is offered to be dismissed by a decided case, with its article and reason', async () => {
  const registerId = serveNumbers(desk, '政第9号');
  const state = serve(desk, LATE);
  const { page, complaints } = await desk.open(ROUTE, NOW);
  await page.getByTestId('correction-late').getByText('補正の期限（令和8年11月18日）が過ぎました').waitFor();
  await page.getByText('補正の期限超過').waitFor();
  const { lookOver, troubles } = lookingOver(page, 'disclosure', seriousTroubles);
  await lookOver('late');
  await page.getByTestId('act-dismiss').click();
  expect(await page.getByTestId('act-article').inputValue()).toBe('みなと市行政手続条例 第7条');
  expect(await page.getByTestId('act-reason').inputValue()).toBe('期限（令和8年11月18日）までに補正がなかったため');
  await submit(page);
  await page.getByText('入力してください').waitFor();
  await page.getByTestId('number-pick').selectOption({ label: '政第9号 花火大会の文書' });
  await page.getByTestId('act-article').fill(' ');
  await page.getByText('入力してください').waitFor();
  await page.getByTestId('act-article').fill('みなと市行政手続条例 第7条');
  await lookOver('dismiss');
  await submitTwice(page);
  await gone(page, 'dismiss-dialog');
  expect(state.acts).toMatchObject([
    {
      ...{ act: 'dismiss', registerId, article: 'みなと市行政手続条例 第7条' },
      reason: '期限（令和8年11月18日）までに補正がなかったため',
    },
  ]);
  await page.getByTestId('disclosure-state').getByText('却下').waitFor();
  await page.getByTestId('disclosure-hold').getByText('令和8年11月20日の却下の翌日から1年間').waitFor();
  await page.getByText('令和8年11月20日（みなと市行政手続条例 第7条）').waitFor();
  await page.getByText('却下を決裁した起案').waitFor();
  expect(await page.getByTestId('item-judge').count()).toBe(0);
  await toastGone(page);
  await lookOver('dismissed');
  // A refusal can be appealed against.
  await openAct(page, 'appeal');
  await page.getByTestId('act-day').fill('2026-11-21');
  await submit(page);
  await gone(page, 'day-dialog');
  expect(state.acts.at(-1)).toMatchObject({ act: 'appeal', on: '2026-11-21' });
  expect(troubles).toEqual({});
  expect(complaints).toEqual([]);
});

it('R-26: a request that is withdrawn ends, once for two presses, and nothing of it can be done any more', async () => {
  const state = serve(desk);
  const { page, complaints } = await desk.open(ROUTE, NOW);
  await openAct(page, 'withdraw');
  await page.getByTestId('act-day').fill('2026-11-20');
  await page.getByTestId('act-note').fill('ホームページで公表された資料で足りるため');
  const { lookOver, troubles } = lookingOver(page, 'disclosure', seriousTroubles);
  await lookOver('withdraw');
  await submitTwice(page);
  await gone(page, 'withdraw-dialog');
  expect(state.acts).toMatchObject([
    { act: 'withdraw', on: '2026-11-20', note: 'ホームページで公表された資料で足りるため' },
  ]);
  await page.getByTestId('disclosure-state').getByText('取下げ').waitFor();
  await page.getByTestId('disclosure-hold').getByText('決定がないためです').waitFor();
  await page.getByText('ホームページで公表された資料で足りるため').waitFor();
  const offered = await page.locator('[data-testid^="act-"], [data-testid="disclosure-acts"]').count();
  const judged = await page.getByTestId('disclosure-decision').count();
  expect([offered, await page.getByTestId('item-judge').count(), judged]).toEqual([0, 0, 0]);
  await toastGone(page);
  await lookOver('withdrawn');
  expect(troubles).toEqual({});
  expect(complaints).toEqual([]);
});

it('R-26: a withdrawal that is refused says why and keeps what was typed', async () => {
  serve(desk);
  const sentence = '取り下げられた請求は変更できません。';
  desk.service.answer(`POST /api/v1/disclosures/${DISCLOSURE_ID}/acts`, () => ({
    status: 409,
    body: desk.service.world.problem(409, 'records.disclosure_withdrawn', sentence),
  }));
  const { page } = await desk.open(ROUTE, NOW);
  await openAct(page, 'withdraw');
  await page.getByTestId('act-note').fill('別の資料で足りるため');
  await submit(page);
  await page.getByTestId('act-error').getByText(sentence).waitFor();
  expect(await page.getByTestId('act-note').inputValue()).toBe('別の資料で足りるため');
});

it('R-26: an appeal is noted and holds again; it goes to the review board, and its end is told with its article', async () => {
  const state = serve(desk, { ...DECIDED, outcome: 'PARTLY' });
  const { page, complaints } = await desk.open(ROUTE, NOW);
  await openAct(page, 'appeal');
  await page.getByTestId('act-day').fill('2026-11-15');
  await submit(page);
  await gone(page, 'day-dialog');
  await page.getByTestId('disclosure-state').getByText('審査請求中').waitFor();
  await page.getByTestId('disclosure-hold').getByText('審査請求があるため').waitFor();
  await page.getByText('まだ諮問していません').waitFor();
  await page.getByTestId('act-rule').click();
  await page.getByTestId('rule-ruling').getByText('棄却（').click();
  await page.getByText('棄却・一部認容には、審査会への諮問が要ります（みなと市情報公開条例 第19条第1項）').waitFor();
  await page.keyboard.press('Escape');
  await gone(page, 'rule-dialog');
  await page.getByTestId('act-refer').click();
  await page.getByTestId('act-day').fill('2026-11-17');
  await page.getByTestId('board-number').fill('諮問第12号');
  await submitTwice(page);
  await gone(page, 'board-dialog');
  await page.getByText('令和8年11月17日、諮問第12号（みなと市情報公開条例 第19条第1項）').waitFor();
  await page.getByText('まだ答申がありません').waitFor();
  await toastGone(page);
  const { lookOver, troubles } = lookingOver(page, 'disclosure', seriousTroubles);
  await lookOver('appealed');
  await page.getByTestId('act-rule').click();
  await page.getByTestId('rule-ruling').getByText('一部認容（行政不服審査法 第45条第2項・第46条第1項）').click();
  await page.getByText('棄却・一部認容の前に、答申の日を登録してください').waitFor();
  await page.keyboard.press('Escape');
  await gone(page, 'rule-dialog');
  await page.getByTestId('act-advised').click();
  await page.getByTestId('act-day').fill('2026-11-19');
  await page.getByTestId('board-number').fill('答申第3号');
  await lookOver('advised');
  await submitTwice(page);
  await gone(page, 'board-dialog');
  await page.getByText('令和8年11月19日、答申第3号').waitFor();
  await page.getByTestId('act-rule').click();
  await submit(page);
  await page.getByText('入力してください').waitFor();
  await page.getByTestId('rule-ruling').getByText('一部認容（').click();
  await page.getByTestId('act-day').fill('2026-11-20');
  await submit(page);
  await page.getByText('入力してください').waitFor();
  await page.getByTestId('act-note').fill('第7条第2号による不開示を取り消す');
  await lookOver('rule');
  await submitTwice(page);
  await gone(page, 'rule-dialog');
  await page.getByTestId('disclosure-hold').getByText('令和8年11月20日の裁決の翌日から1年間').waitFor();
  await page.getByText('一部認容（令和8年11月20日、行政不服審査法 第45条第2項・第46条第1項）').waitFor();
  await page.getByTestId('disclosure-ruling').getByText('審査請求：一部認容').waitFor();
  expect(state.acts).toMatchObject([
    { act: 'appeal', on: '2026-11-15' },
    { act: 'refer', on: '2026-11-17', number: '諮問第12号' },
    { act: 'advised', on: '2026-11-19', number: '答申第3号' },
    { act: 'rule', on: '2026-11-20', ruling: 'PARTLY_UPHELD', note: '第7条第2号による不開示を取り消す' },
  ]);
  await toastGone(page);
  await lookOver('ruled');
  expect(troubles).toEqual({});
  expect(complaints).toEqual([]);
});

it('R-26: how each request ended is told in the list', async () => {
  const { schemes, truncated } = someDisclosures();
  const over = { dueOn: null } as const;
  const items = [
    aDisclosure(LATE),
    aDisclosure({ ...over, id: 'd-2', number: '政収第2号', state: 'WITHDRAWN', withdrawnOn: '2026-11-20' }),
    aDisclosure({ ...over, id: 'd-3', number: '政収第3号', state: 'DISMISSED', dismissedOn: '2026-11-20' }),
    aDisclosure({ ...DECIDED, id: 'd-4', number: '政収第4号', outcome: 'PARTLY', ruling: 'REJECTED' }),
  ];
  desk.service.answer('GET /api/v1/disclosures', () => ({ body: { items, truncated, schemes } }));
  const { page, complaints } = await desk.open('#/records/disclosures', NOW);
  const rows = page.getByTestId('disclosure');
  await rows.nth(0).getByText('補正の期限超過').waitFor();
  await rows.nth(1).getByText('令和8年11月10日収受 / 令和8年11月20日取下げ').waitFor();
  await rows.nth(2).getByText('令和8年11月20日却下').waitFor();
  await rows.nth(3).getByText('審査請求：棄却').waitFor();
  const { lookOver, troubles } = lookingOver(page, 'disclosures', seriousTroubles);
  await lookOver('ends');
  expect(troubles).toEqual({});
  expect(complaints).toEqual([]);
});

it('R-26: in English too', async () => {
  serveNumbers(desk, '政第9号');
  const state = serve(desk, LATE);
  const { page, complaints } = await desk.open(ROUTE, NOW);
  await page.getByTestId('account-menu').click();
  await page.getByTestId('language-switch').click();
  await page.getByTestId('correction-late').getByText('The day for the correction, 18 Nov 2026, is over').waitFor();
  await shoot(page, 'disclosure-late-english');
  await page.getByTestId('act-dismiss').click();
  expect(await page.getByTestId('act-reason').inputValue()).toBe('It was not corrected by 18 Nov 2026');
  await shoot(page, 'disclosure-dismiss-english');
  await page.keyboard.press('Escape');
  await openAct(page, 'withdraw');
  await page.getByText('As nothing was decided, its holds end today.').waitFor();
  await shoot(page, 'disclosure-withdraw-english');
  await submit(page);
  await gone(page, 'withdraw-dialog');
  await page.getByTestId('disclosure-hold').getByText('it was withdrawn on 24 Nov 2026').waitFor();
  await shoot(page, 'disclosure-withdrawn-english');
  expect(state.acts).toMatchObject([{ act: 'withdraw', on: '2026-11-24', note: '' }]);
  serve(desk, { ...DECIDED, state: 'APPEALED', appealedOn: '2026-11-15', outcome: 'PARTLY' });
  await page.reload();
  await page.getByTestId('act-rule').click();
  await page.getByTestId('rule-ruling').getByText('rejected (').click();
  await page.getByText('An appeal is rejected, as a whole or in part, only after the review board was asked').waitFor();
  await shoot(page, 'disclosure-rule-english');
  expect(complaints).toEqual([]);
});

it('R-26: a correction whose term the regulations leave open is asked for by a day that is chosen', async () => {
  const { scheme } = aDisclosure();
  const state = serve(desk, { scheme: { ...scheme, correctionTerm: { days: null, article: '法 第77条第3項' } } });
  const { page } = await desk.open(ROUTE, NOW);
  await openAct(page, 'askCorrection');
  await page.getByTestId('correction-wanted').fill('本人であることを示す書類');
  await page.getByText('相当の期間を定めます（法 第77条第3項）').waitFor();
  await submit(page);
  await page.getByText('入力してください').waitFor();
  await page.getByTestId('correction-until').fill('2026-12-08');
  await submitTwice(page);
  await gone(page, 'correction-dialog');
  expect(state.acts).toMatchObject([{ act: 'askCorrection', on: '2026-11-24', until: '2026-12-08' }]);
});
