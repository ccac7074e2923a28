import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseView } from '@kaigi/core/contract';
import type { Page } from 'playwright-core';
import { shoot } from '../testing/browser.ts';
import { aCase, aDecidedCase, caseId, NOTHING } from '../testing/cases.ts';
import { type Desk, setUpDesk } from '../testing/desk.ts';
import type { Call } from '../testing/stand-in-wire.ts';

const ID = caseId(1);
const ACTS = `POST /api/v1/cases/${ID}/acts`;
const ROUTE = `#/cases/${ID}`;

let desk: Desk;

beforeAll(async () => {
  desk = await setUpDesk();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

/** Opens the case as it stands in `view`. */
async function openCase(view: CaseView): Promise<Page> {
  desk.service.world.cases.set(view.id, view);
  const { page } = await desk.open(ROUTE);
  await page.getByTestId('history-entry').first().waitFor();
  return page;
}

/** The service accepts the order, and the case is then as `after` says. */
function accept(after: CaseView, what = ACTS): void {
  desk.service.answer(what, () => {
    desk.service.world.cases.set(after.id, after);
    return { body: after };
  });
}

/** The heading has the focus, once the dialog has handed it back. */
const headingIsFocused = (page: Page): Promise<void> =>
  page.locator('[data-page-heading]:focus', { hasText: '市民活動支援事業補助金' }).waitFor();

// That a case was opened is a receipt, and no order.
const orders = (): Call[] =>
  desk.service.calls.filter(({ method, path }) => method !== 'GET' && !path.endsWith('/opened'));

describe('a decision', () => {
  it('is asked for once in a clear sentence, then shown with its number', async () => {
    const page = await openCase(aCase());
    accept(aDecidedCase());
    await page.getByTestId('approve-button').click();
    expect(await page.getByTestId('act-dialog').textContent()).toContain('文書番号が付き');
    await page.getByTestId('act-comment').fill('よい');
    await shoot(page, 'act-decide-dialog');
    await page.getByTestId('confirm-button').click();
    await page.getByText('決裁済', { exact: true }).waitFor();
    expect(await page.getByTestId('toast').textContent()).toContain('決裁しました');
    expect(await page.getByTestId('document-number').textContent()).toBe('政第12号');
    expect(await page.getByTestId('approve-button').count()).toBe(0);
    await shoot(page, 'act-decided');
    // Nothing of the dialog or the message lies over the page.
    await page.getByTestId('nav-inbox').click({ trial: true });
    expect(orders().map(({ body }) => body)).toEqual([{ act: 'approve', version: 3, comment: 'よい' }]);
    expect(orders()[0]?.headers['idempotency-key']).toMatch(/^[0-9a-f-]{36}$/);
    await headingIsFocused(page);
  });

  it('is sent once however often the button is pressed', async () => {
    const page = await openCase(aCase());
    const { promise, resolve } = Promise.withResolvers<void>();
    desk.service.answer(ACTS, async () => {
      await promise;
      return { body: aDecidedCase() };
    });
    await page.getByTestId('approve-button').click();
    await page.getByTestId('confirm-button').dblclick();
    await page.getByText('処理しています…').waitFor();
    await page.getByTestId('confirm-button').click({ force: true });
    await page.keyboard.press('Escape');
    expect(await page.getByTestId('act-dialog').count()).toBe(1);
    resolve();
    await page.getByTestId('act-dialog').waitFor({ state: 'detached' });
    expect(orders()).toHaveLength(1);
  });
});

describe('a decision in bad luck', () => {
  it('keeps its key when the connection breaks and the same wish is sent again', async () => {
    const page = await openCase(aCase());
    let broken = true;
    desk.service.answer(ACTS, () => (broken ? { drop: true } : { body: aDecidedCase() }));
    await page.getByTestId('approve-button').click();
    await page.getByTestId('confirm-button').click();
    await page.getByTestId('error').waitFor();
    expect(await page.getByTestId('error').textContent()).toContain('サーバーにつながりません');
    broken = false;
    await page.getByTestId('confirm-button').click();
    await page.getByTestId('act-dialog').waitFor({ state: 'detached' });
    const keys = orders().map(({ headers }) => headers['idempotency-key']);
    expect(keys.length).toBeGreaterThan(3);
    expect(new Set(keys).size).toBe(1);
  });

  it('shows the present state in one sentence when the case had moved on', async () => {
    const page = await openCase(aCase());
    const present = aCase({ version: 4, title: '直された件名', may: NOTHING, task: null });
    desk.service.answer(ACTS, () => {
      desk.service.world.cases.set(ID, present);
      return {
        status: 409,
        body: desk.service.world.problem(409, 'approvals.stale', '内容が更新されています。', present),
      };
    });
    await page.getByTestId('approve-button').click();
    await page.getByTestId('confirm-button').click();
    await page.getByText('直された件名').first().waitFor();
    expect(await page.getByTestId('toast').textContent()).toContain('内容が更新されています');
    await page.getByTestId('act-dialog').waitFor({ state: 'detached' });
    expect(await page.getByTestId('approve-button').count()).toBe(0);
  });

  it('tells why it was refused and keeps what was written', async () => {
    const page = await openCase(aCase());
    const problem = desk.service.world.problem(403, 'approvals.not_the_holder', 'この案件の担当ではありません。');
    desk.service.answer(ACTS, () => ({ status: 403, body: problem }));
    await page.getByTestId('approve-button').click();
    await page.getByTestId('act-comment').fill('大事なコメント');
    await page.getByTestId('confirm-button').click();
    expect(await page.getByTestId('error').textContent()).toContain('この案件の担当ではありません。');
    expect(await page.getByTestId('act-comment').inputValue()).toBe('大事なコメント');
  });
});

describe('the keyboard alone', () => {
  it('leads from the inbox to the decision', async () => {
    accept(aDecidedCase());
    const { page } = await desk.open('#/inbox');
    await page.getByTestId('case-row').first().waitFor();
    const tabTo = async (testId: string): Promise<void> => {
      for (let step = 0; step < 40; step += 1) {
        await page.keyboard.press('Tab');
        const at = await page.evaluate(() => document.activeElement?.getAttribute('data-testid'));
        if (at === testId) return;
      }
      throw new Error(`Tab never came to ${testId}`);
    };
    await tabTo('case-row');
    await page.keyboard.press('Enter');
    await page.getByTestId('approve-button').waitFor();
    await tabTo('approve-button');
    await page.keyboard.press('Enter');
    await page.getByTestId('act-comment').waitFor();
    await tabTo('act-comment');
    await page.keyboard.type('ok');
    await tabTo('confirm-button');
    await shoot(page, 'act-keyboard-focus');
    await page.keyboard.press('Enter');
    await page.getByText('決裁済', { exact: true }).waitFor();
    expect(orders().map(({ body }) => body)).toEqual([{ act: 'approve', version: 3, comment: 'ok' }]);
    await headingIsFocused(page);
  });
});

describe('sending back and answering', () => {
  it('sends back only with a reason, to whom one chooses', async () => {
    const page = await openCase(aCase());
    accept(aCase({ status: 'SENT_BACK', version: 4, holder: null, may: NOTHING }));
    await page.getByTestId('send-back-button').click();
    await page.getByTestId('confirm-button').click();
    await page.getByText('理由を入力してください').waitFor();
    expect(orders()).toHaveLength(0);
    await page.getByTestId('send-back-reason').fill('積算を直してください');
    await page.getByRole('radio', { name: '政策課 政策係 係長' }).check({ force: true });
    await shoot(page, 'act-send-back-dialog');
    await page.getByTestId('confirm-button').click();
    await page.getByTestId('toast').getByText('差し戻しました').waitFor();
    expect(orders()[0]?.body).toEqual({
      act: 'sendBack',
      version: 3,
      reason: '積算を直してください',
      toSlotId: 'slot-1',
    });
  });

  it('says of an open question that it is answered after resubmission, and asks for no answer before', async () => {
    const askedBy = { staffId: caseId(9), name: '木村', postTitle: '係長', unitName: '政策係' };
    const question = { id: 'q1', askedBy, askedAt: '2026-11-20T03:00:00Z', text: '財源は何ですか。', answer: null };
    const page = await openCase(aCase({ status: 'SENT_BACK', questions: [question], may: { ...NOTHING, edit: true } }));
    expect(await page.getByTestId('answer-later').textContent()).toContain('再び回議にかけたあとに回答できます');
    expect(await page.getByTestId('answer-text').count()).toBe(0);
    await shoot(page, 'question-while-sent-back');
  });

  it('asks and answers in the thread', async () => {
    const askedBy = aCase().drafter;
    const question = { id: 'q1', askedBy, askedAt: '2026-11-20T03:00:00Z', text: '財源は何ですか。', answer: null };
    const page = await openCase(aCase({ questions: [question], may: { ...NOTHING, ask: true, answer: ['q1'] } }));
    await page.getByTestId('answer-button').click();
    await page.getByText('回答を入力してください').waitFor();
    const answer = { by: askedBy, at: '2026-11-20T04:00:00Z', text: '一般財源です。', attachmentIds: [] };
    accept(aCase({ version: 4, questions: [{ ...question, answer }], may: NOTHING }));
    await page.getByTestId('answer-text').fill('一般財源です。');
    await shoot(page, 'act-answer');
    await page.getByTestId('answer-button').click();
    await page.getByTestId('answer-text').waitFor({ state: 'detached' });
    await page.getByTestId('question').getByText('一般財源です。').waitFor();
    expect(orders()[0]?.body).toEqual({ act: 'answer', version: 3, questionId: 'q1', text: '一般財源です。' });
  });
});

describe('the other acts', () => {
  it.each([
    ['ask-button', { ask: true }, 'question-text', { act: 'ask', version: 3, text: '理由は何ですか' }],
    ['pull-back-button', { pullBack: true }, null, { act: 'pullBack', version: 3 }],
    [
      'request-withdrawal-button',
      { requestWithdrawal: true },
      'act-reason',
      { act: 'requestWithdrawal', version: 3, reason: '理由は何ですか' },
    ],
    ['confirm-withdrawal-button', { settleWithdrawal: true }, null, { act: 'confirmWithdrawal', version: 3 }],
    [
      'decline-withdrawal-button',
      { settleWithdrawal: true },
      'act-reason',
      { act: 'declineWithdrawal', version: 3, reason: '理由は何ですか' },
    ],
    ['discard-button', { discard: true }, null, { act: 'discard', version: 3 }],
  ])('%s sends what it says', async (button, may, field, body) => {
    const page = await openCase(aCase({ may: { ...NOTHING, ...may } }));
    accept(aCase({ version: 4, may: NOTHING }));
    await page.getByTestId(button).click();
    if (field) await page.getByTestId(field).fill('理由は何ですか');
    await page.getByTestId('confirm-button').click();
    await page.getByTestId('toast').waitFor();
    expect(orders().map((order) => order.body)).toEqual([body]);
  });
});
