import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseView } from '@kaigi/core/contract';
import { localDateOf } from '@kaigi/core/shared';
import type { Page } from 'playwright-core';
import { shoot } from '../testing/browser.ts';
import { aDecidedCase, caseId, NOTHING } from '../testing/cases.ts';
import { type Desk, setUpDesk } from '../testing/desk.ts';
import { DRAFTER } from '../testing/people.ts';

const ID = caseId(1);
const ACTS = `POST /api/v1/cases/${ID}/acts`;

let desk: Desk;

beforeAll(async () => {
  desk = await setUpDesk();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

async function openCase(view: CaseView): Promise<Page> {
  desk.service.world.cases.set(view.id, view);
  const { page } = await desk.open(`#/cases/${view.id}`);
  await page.getByTestId('history-entry').first().waitFor();
  return page;
}

/** The service accepts the order, and the case is then as `after` says. */
function accept(after: CaseView): void {
  desk.service.answer(ACTS, () => {
    desk.service.world.cases.set(after.id, after);
    return { body: after };
  });
}

const sent = (): unknown[] => desk.service.calls.filter(({ path }) => path.endsWith('/acts')).map(({ body }) => body);
const today = () => localDateOf(new Date());

const REGISTERED = { by: DRAFTER, at: '2026-11-21T01:00:00Z' };
const toIssue = () =>
  aDecidedCase({
    awaits: 'ISSUANCE',
    issuance: { method: 'DISPATCH', on: '2026-11-25' },
    may: { ...NOTHING, issue: true, circulate: true, setEffectiveDate: true, cite: true },
  });
const issued = (change: Partial<CaseView> = {}) =>
  aDecidedCase({
    status: 'ISSUED',
    version: 5,
    awaits: 'COMPLETION',
    issuance: { method: 'DISPATCH', on: '2026-11-25' },
    issued: { on: '2026-11-21', method: 'DISPATCH', note: '簡易書留', ...REGISTERED },
    may: { ...NOTHING, issue: true, complete: true, circulate: true, setEffectiveDate: true, cite: true },
    ...change,
  });
const completed = () =>
  issued({
    status: 'COMPLETED',
    version: 6,
    awaits: null,
    completed: { on: '2026-11-21', fiscalYear: 2026, note: null, ...REGISTERED },
    may: { ...NOTHING, cite: true },
  });

describe('施行を登録', () => {
  it('begins with today and the method of the draft, and shows state, day and what is next', async () => {
    const page = await openCase(toIssue());
    expect(await page.getByTestId('awaits').innerText()).toBe('施行待ち');
    accept(issued());
    const before = today();
    await page.getByTestId('issue-button').click();
    const day = await page.getByTestId('registered-day').inputValue();
    expect([before, today()]).toContain(day);
    expect(await page.getByTestId('registered-day').getAttribute('min')).toBe('2026-11-21');
    expect(await page.getByTestId('issuance-method').innerText()).toContain('郵送・使送で発送');
    await page.getByTestId('act-note').fill('簡易書留');
    await shoot(page, 'issue-dialog');
    await page.getByTestId('confirm-button').click();
    await page.getByText('施行済', { exact: true }).waitFor();
    expect(sent()).toEqual([{ act: 'issue', version: 4, issuedOn: day, method: 'DISPATCH', note: '簡易書留' }]);
    expect(await page.getByTestId('toast').textContent()).toContain('施行を登録しました');
    expect(await page.getByTestId('awaits').innerText()).toBe('完結待ち');
    const facts = await page.locator('dl').first().innerText();
    expect(facts).toMatch(/施行日\s+令和8年11月21日/);
    expect(facts).toContain('簡易書留');
    await shoot(page, 'issued-case');
  });

  it('asks for the method where the draft said nothing', async () => {
    const page = await openCase(
      aDecidedCase({ awaits: 'COMPLETION', may: { ...NOTHING, issue: true, complete: true } }),
    );
    accept(issued());
    await page.getByTestId('issue-button').click();
    await page.getByTestId('confirm-button').click();
    await page.getByText('施行方法を選んでください').waitFor();
    expect(sent()).toEqual([]);
    await page.getByTestId('issuance-method').click();
    await page.getByRole('option', { name: '告示・公告・掲示' }).click();
    await page.getByTestId('confirm-button').click();
    await page.getByText('施行済', { exact: true }).waitFor();
    expect(sent()).toEqual([expect.objectContaining({ act: 'issue', method: 'POSTING' })]);
  });

  it('is corrected from what is registered, with a reason', async () => {
    const page = await openCase(issued());
    expect(await page.getByTestId('issue-button').count()).toBe(0);
    accept(issued({ version: 6, issued: { on: '2026-11-22', method: 'DISPATCH', note: '書留', ...REGISTERED } }));
    await page.getByTestId('more-actions').click();
    await page.getByTestId('correct-issuance-button').click();
    expect(await page.getByTestId('registered-day').inputValue()).toBe('2026-11-21');
    expect(await page.getByTestId('act-note').inputValue()).toBe('簡易書留');
    await page.getByTestId('registered-day').fill('2026-11-22');
    await page.getByTestId('act-note').fill('書留');
    await page.getByTestId('confirm-button').click();
    await page.getByText('理由を入力してください').waitFor();
    await page.getByTestId('act-reason').fill('発送簿と日が違うため');
    await shoot(page, 'issue-correction');
    await page.getByTestId('confirm-button').click();
    await page.getByTestId('act-dialog').waitFor({ state: 'detached' });
    expect(sent()).toEqual([
      {
        act: 'issue',
        version: 5,
        issuedOn: '2026-11-22',
        method: 'DISPATCH',
        note: '書留',
        reason: '発送簿と日が違うため',
      },
    ]);
  });
});

describe('完結を登録', () => {
  it('says the fiscal year and who has not read it, and closes the case', async () => {
    const reading = {
      id: 'o1',
      kind: 'READING' as const,
      status: 'OPEN' as const,
      post: null,
      people: [DRAFTER],
      dueOn: null,
      overdue: false,
      article: null,
      createdAt: '2026-11-21T00:30:00Z',
      doneAt: null,
      comment: null,
      mine: false,
    };
    const page = await openCase(issued({ obligations: [reading] }));
    accept(completed());
    await page.getByTestId('complete-button').click();
    await page.getByTestId('registered-day').fill('2027-04-01');
    await page.getByText('完結年度は令和9年度になります。').waitFor();
    await page.getByTestId('registered-day').fill('2027-03-31');
    await page.getByText('完結年度は令和8年度になります。').waitFor();
    expect(await page.getByTestId('act-unread').innerText()).toContain('1 人');
    expect(await page.getByTestId('act-warning').innerText()).toContain('戻せません');
    await shoot(page, 'complete-dialog');
    await page.getByTestId('confirm-button').click();
    await page.getByTestId('act-dialog').waitFor({ state: 'detached' });
    expect(sent()).toEqual([{ act: 'complete', version: 5, completedOn: '2027-03-31', note: '' }]);
    expect(await page.getByTestId('case-status').getAttribute('data-status')).toBe('COMPLETED');
    expect(await page.locator('dl').first().innerText()).toMatch(/完結日\s+令和8年11月21日　完結年度 令和8年度/);
    expect(await page.getByTestId('awaits').count()).toBe(0);
    expect(await page.getByTestId('certificate-button').count()).toBe(1);
    await shoot(page, 'completed-case');
  });

  it('is not offered while a 後閲 is open, and the page says whose', async () => {
    const owed = {
      id: 'o2',
      kind: 'POST_REVIEW_AFTER_DEPUTY' as const,
      status: 'OPEN' as const,
      post: { postId: 'p', postTitle: '課長', unitName: '政策課' },
      people: [],
      dueOn: null,
      overdue: false,
      article: null,
      createdAt: '2026-11-21T00:30:00Z',
      doneAt: null,
      comment: null,
      mine: false,
    };
    const may = { ...NOTHING, issue: true };
    const page = await openCase(issued({ awaits: 'POST_REVIEW', obligations: [owed], may }));
    expect(await page.getByTestId('complete-button').count()).toBe(0);
    expect(await page.getByTestId('awaits').innerText()).toBe('後閲待ち');
    expect(await page.getByTestId('post-review-waits').innerText()).toContain('政策課 課長');
  });

  it('a refusal of the service is said in the dialog, and what was written stays', async () => {
    const page = await openCase(issued());
    const sentence = '完結日は今日までの日にしてください。';
    desk.service.answer(ACTS, () => ({
      status: 400,
      body: desk.service.world.problem(400, 'approvals.completed_in_future', sentence),
    }));
    await page.getByTestId('complete-button').click();
    await page.getByTestId('registered-day').fill('2099-01-01');
    await page.getByTestId('confirm-button').click();
    await page.getByTestId('act-dialog').getByTestId('error').waitFor();
    expect(await page.getByTestId('act-dialog').getByTestId('error').innerText()).toContain(sentence);
    expect(await page.getByTestId('registered-day').inputValue()).toBe('2099-01-01');
  });
});

describe('自分の起案', () => {
  it('shows beside each decided case what it still waits for', async () => {
    const { world } = desk.service;
    for (const [at, view] of [toIssue(), issued(), completed()].entries()) {
      world.cases.set(caseId(at + 1), { ...view, id: caseId(at + 1), drafter: DRAFTER });
    }
    const { page } = await desk.open('#/drafted');
    await page.getByTestId('case-row').first().waitFor();
    await shoot(page, 'drafted-awaits');
    const rows = await page.getByTestId('case-row').allInnerTexts();
    expect(rows.join('\n')).toContain('施行待ち');
    expect(rows.join('\n')).toContain('完結待ち');
  });
});
