import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { shoot } from '../../testing/browser.ts';
import { caseId } from '../../testing/cases.ts';
import { aRound, aSuggestion, suggestionId } from '../../testing/course.ts';
import { type Desk, setUpDesk } from '../../testing/desk.ts';
import { aMeeting, attendeeId, meetingId } from '../../testing/meetings.ts';
import { SECTION_HEAD } from '../../testing/people.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await setUpDesk();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

const ROUTE = `#/meetings/${meetingId(1)}/course`;
const posted = (rest: string) =>
  desk.service.calls.flatMap(({ method, path, body }) =>
    method === 'POST' && path === `/api/v1/meetings/${meetingId(1)}/${rest}` ? [body] : [],
  );
const stepNow = (page: Page, name: string) => page.locator(`[data-step="${name}"][data-state="NOW"]`).waitFor();
const said = (page: Page, words: string) => page.getByTestId('toast').getByText(words).waitFor();
async function confirm(page: Page, typed?: string): Promise<void> {
  if (typed !== undefined) await page.getByTestId('ask-field').fill(typed);
  await page.getByTestId('ask-confirm').click();
  await page.getByTestId('ask-dialog').waitFor({ state: 'detached' });
}

function inConfirmation(): void {
  desk.service.world.minutes.meetings = [aMeeting({ state: 'CONFIRMING', next: 'ROUND' })];
}

describe('確定までの流れ', () => {
  it('M-13, M-14, M-17: leads from confirmation over signatures to the approval case, one button at a time', async () => {
    const { minutes } = desk.service.world;
    minutes.meetings = [aMeeting({ next: 'ROUND' })];
    minutes.round = aRound({ round: null, waitsFor: [], me: null });
    const { page, complaints } = await desk.open(ROUTE);
    await stepNow(page, 'ROUND');
    await page.getByTestId('next-BEGIN_ROUND').click();
    expect(await page.getByTestId('ask-field').inputValue()).toBe('2026-12-04');
    await confirm(page, '2026-12-10');
    await said(page, '確認を依頼しました');
    await page.getByTestId('course-blocks').getByText('鈴木 一郎 の回答を待っています。').waitFor();
    await page.getByText('回答の期限：令和8年12月10日').waitFor();
    await page.getByTestId('enter-answer').click();
    await page.getByTestId('enter-means').selectOption('MAIL');
    await page.getByTestId('told-on').fill('2026-11-28');
    await confirm(page, '11月30日のメール');
    await page.getByText('電子メール、').waitFor();
    await page.getByText('令和8年11月28日に聞き取り').waitFor();
    await page.getByTestId('next-CLOSE_ROUND').click();
    await confirm(page);
    await stepNow(page, 'SIGNING');
    const digest = await page.getByTestId('signing-digest').innerText();
    await page.getByTestId('next-SIGN').click();
    await page.getByTestId('ask-dialog').getByText(digest.slice(0, 16)).waitFor();
    await confirm(page);
    await stepNow(page, 'DECISION');
    await page.getByTestId('meeting-state').getByText('署名済み').waitFor();
    await page.getByTestId('next-DECIDE').click();
    await confirm(page);
    await page.getByTestId('course-case').getByRole('link').waitFor();
    expect(await page.getByTestId('course-case').getByRole('link').getAttribute('href')).toBe(`#/cases/${caseId(1)}`);
    expect(posted('round')).toEqual([{ version: 3, dueOn: '2026-12-10' }]);
    expect(posted('round/answers')).toEqual([
      { attendeeId: attendeeId(3), answer: 'AGREED', means: 'MAIL', note: '11月30日のメール', toldOn: '2026-11-28' },
    ]);
    expect(posted('sign')).toEqual([{ version: 3, digest }]);
    expect(posted('decide')).toHaveLength(1);
    expect(complaints).toEqual([]);
  });

  it('M-13, M-17: minutes that came back and were changed say what nobody confirmed, and ask once more', async () => {
    const { minutes } = desk.service.world;
    minutes.meetings = [aMeeting({ state: 'WRITING', next: 'DECISION', caseId: caseId(1) })];
    const { round, may } = aRound();
    minutes.round = aRound({
      round: round && { ...round, state: 'CLOSED', suggestions: [] },
      changed: [{ of: 'SENTENCE', id: meetingId(9), before: '机を十台購入したい。', after: '机を十二台購入したい。' }],
      may: { ...may, begin: true, close: false, settle: false },
      waitsFor: [],
    });
    const { page, complaints } = await desk.open(ROUTE);
    await page.getByTestId('confirmed-before').waitFor();
    expect(await page.getByTestId('changed-since').locator('ins').innerText()).toContain('二');
    await shoot(page, 'course-changed-since');
    await page.getByRole('button', { name: 'もう一度確認を依頼する' }).click();
    await confirm(page, '2026-12-10');
    await said(page, '確認を依頼しました');
    expect(posted('round')).toEqual([{ version: 3, dueOn: '2026-12-10' }]);
    // Opened again: what was agreed to holds no more, and does not look as if it did.
    minutes.round = aRound({ round: round && { ...round, state: 'VOID', suggestions: [] }, waitsFor: [] });
    await page.reload();
    await page.locator('[data-testid="round-person"][data-state="VOID"]').getByText('無効（同意）').waitFor();
    expect(await page.locator('[data-testid="round-person"][data-state="AGREED"]').count()).toBe(0);
    await shoot(page, 'course-void');
    expect(complaints).toEqual([]);
  });

  it('M-17: says at whose desk they lie, and who alone may put them forward', async () => {
    const { minutes } = desk.service.world;
    const holders = [
      { postTitle: '課長', unitName: '政策課', names: ['見本 花子'], since: '2026-11-26T01:00:00.000Z' },
    ];
    const found = { id: caseId(1), number: null, status: 'IN_REVIEW' as const, holders, returned: null };
    minutes.meetings = [aMeeting({ state: 'DECIDING', next: 'FINAL', caseId: caseId(1), case: found })];
    const { page, complaints } = await desk.open(ROUTE);
    await page.getByTestId('course-holder').getByText('政策課 課長 見本 花子').waitFor();
    await shoot(page, 'course-holder');
    const returned = { by: SECTION_HEAD, at: '2026-11-26T02:00:00.000Z', reason: '議題の名前を確かめてください。' };
    const back = { ...found, status: 'SENT_BACK' as const, holders: [], returned };
    const written = { state: 'WRITING' as const, next: 'DECISION' as const, putForwardBy: '政策課' };
    minutes.meetings = [aMeeting({ ...written, caseId: caseId(1), case: back })];
    await page.reload();
    await page.getByTestId('course-returned').getByText(returned.reason).waitFor();
    await page.getByText('差し戻しの理由').waitFor();
    await shoot(page, 'course-returned');
    await page.getByTestId('put-forward-by').getByText('事務局の政策課の文書').waitFor();
    expect(complaints).toEqual([]);
  });

  it('a meeting of no body says first what is then left out; of one that is only open to read there is no such page', async () => {
    const { minutes } = desk.service.world;
    const bare = aMeeting({ body: null, next: 'FINAL' });
    const { words: _, ...may } = bare.may;
    minutes.meetings = [bare, { ...aMeeting({ id: meetingId(2) }), may: { ...may, change: false, words: false } }];
    const { page } = await desk.open(ROUTE);
    await page.getByTestId('no-body').getByText('会議体が選ばれていません').waitFor();
    await page.getByTestId('no-body').getByRole('link').click();
    await page.waitForURL(`**/#/meetings/${meetingId(1)}`);
    await page.goto(`${desk.service.origin}/tab/#/meetings/${meetingId(2)}/minutes`);
    await page.getByTestId('part-history').waitFor();
    await page.getByTestId('part-minutes').waitFor();
    expect(await page.getByTestId('part-course').count()).toBe(0);
  });

  it.each([
    ['light', {}],
    ['dark', { colorScheme: 'dark' }],
    ['phone', { viewport: { width: 390, height: 844 } }],
  ] as const)('M-13: the chair settles what was suggested, on what still stands there (%s)', async (name, options) => {
    inConfirmation();
    const stale = aSuggestion({
      id: suggestionId(2),
      isStale: true,
      after: '古い提案。',
      may: { withdraw: false, settle: true },
    });
    const round = aRound().round;
    desk.service.world.minutes.round = aRound({
      round: round && { ...round, suggestions: [aSuggestion({ may: { withdraw: false, settle: true } }), stale] },
      standIn: name === 'phone' ? { chair: '議長 太郎', statement: '出張（承認済み）' } : null,
    });
    const { page, complaints } = await desk.open(ROUTE, options);
    const suggestion = (n: number) => page.locator(`[data-suggestion-id="${suggestionId(n)}"]`);
    await suggestion(1).waitFor();
    const why = await page.getByTestId('stand-in').allInnerTexts();
    expect(why.map((words) => words.includes('期限までに戻りません（出張（承認済み））'))).toEqual(
      name === 'phone' ? [true] : [],
    );
    expect(await suggestion(1).locator('del').innerText()).toContain('3');
    expect(await suggestion(1).locator('ins').innerText()).toContain('4');
    await suggestion(2).getByTestId('suggestion-stale').waitFor();
    expect(await suggestion(2).getByTestId('accept').count()).toBe(0);
    await shoot(page, `course-${name}`);
    await suggestion(1).getByTestId('accept').click();
    await confirm(page, '資料のとおり。');
    await suggestion(1).and(page.locator('[data-state="ACCEPTED"]')).waitFor();
    const settled = suggestion(1).getByTestId('settled');
    await settled.getByText(/が判断 令和8年11月26日.*：資料のとおり。/).waitFor();
    expect(posted(`round/suggestions/${suggestionId(1)}/settle`)).toEqual([
      { outcome: 'ACCEPTED', comment: '資料のとおり。' },
    ]);
    expect(complaints).toEqual([]);
  });

  it('goes back to writing only with a reason; a refusal is said in the dialog and nothing is lost', async () => {
    inConfirmation();
    const { page } = await desk.open(ROUTE);
    const refusal = desk.service.world.problem(409, 'minutes.meeting_stale', 'ほかの人が先に変更しました。');
    desk.service.answer(`POST /api/v1/meetings/${meetingId(1)}/reopen`, () => {
      desk.service.restore();
      return { status: 409, body: refusal };
    });
    await page.getByTestId('reopen').click();
    await page.getByTestId('ask-confirm').click();
    await page.getByText('入力してください。').waitFor();
    await page.getByTestId('ask-field').fill('議題が抜けていた。');
    await page.getByTestId('ask-confirm').click();
    await page.getByTestId('ask-refused').getByText('ほかの人が先に変更しました。').waitFor();
    await confirm(page);
    await said(page, '会議録を作成に戻しました');
    await page.getByText('この回の回答は無効です').waitFor();
    expect(posted('reopen').at(0)).toEqual({ version: 3, reason: '議題が抜けていた。' });
  });

  it('M-18: says until when what was recorded is kept and by which article; a hold is placed and lifted', async () => {
    const { page } = await desk.open(ROUTE);
    await page.getByText('令和9年1月9日まで残します').waitFor();
    await page.getByText('根拠：会議公開要綱 第12条').waitFor();
    await page.getByTestId('place-hold').click();
    await confirm(page, '発言の内容に争いがある。');
    await page.getByTestId('hold').getByText('停止中').waitFor();
    await page.getByTestId('lift-hold').click();
    await confirm(page, '争いがなくなった。');
    await page.getByTestId('hold').getByText('解除済み').waitFor();
    expect([posted('holds'), posted('holds/h1/lift')]).toEqual([
      [{ reason: '発言の内容に争いがある。' }],
      [{ reason: '争いがなくなった。' }],
    ]);
  });
});
