import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseView } from '@kaigi/core/contract';
import type { Page } from 'playwright-core';
import { shoot } from '../testing/browser.ts';
import { aCase, aDecidedCase, caseId, NOTHING } from '../testing/cases.ts';
import { type Desk, setUpDesk } from '../testing/desk.ts';
import { eventually } from '../testing/eventually.ts';
import { SECTION_HEAD } from '../testing/people.ts';
import { ROUTE } from '../testing/slots.ts';

const ID = caseId(1);
const CASE = `/api/v1/cases/${ID}`;

let desk: Desk;

beforeAll(async () => {
  desk = await setUpDesk();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

async function openCase(view: CaseView): Promise<Page> {
  desk.service.world.cases.set(view.id, view);
  const { page } = await desk.open(`#/cases/${ID}`);
  await page.getByTestId('history-entry').first().waitFor();
  return page;
}

/** Resolves once a page listens for changes. */
const listening = (): Promise<void> => eventually(() => desk.service.listeners > 0, true);

const DRAFT = aCase({
  status: 'DRAFT',
  version: 1,
  holder: null,
  task: null,
  route: ROUTE.map((slot) => ({
    ...slot,
    status: 'WAITING',
    actedBy: null,
    actedAt: null,
    activeSince: null,
    comment: null,
  })),
  may: { ...NOTHING, edit: true, submit: true, discard: true },
});

describe('a draft', () => {
  it('is edited, then submitted', async () => {
    const page = await openCase(DRAFT);
    await shoot(page, 'draft');
    const edited = { ...DRAFT, version: 2, title: '新しい件名' };
    desk.service.after(`PATCH ${CASE}`, () => desk.service.world.cases.set(ID, edited));
    await page.getByTestId('edit-button').click();
    await page.getByTestId('edit-title').fill('新しい件名');
    await shoot(page, 'draft-edit');
    await page.getByTestId('save-button').click();
    await page.getByRole('heading', { name: '新しい件名' }).waitFor();
    const submitted = aCase({ version: 3, title: '新しい件名', may: { ...NOTHING, pullBack: true } });
    desk.service.after(`POST ${CASE}/submit`, () => desk.service.world.cases.set(ID, submitted));
    await page.getByTestId('submit-button').click();
    await page.getByTestId('confirm-button').click();
    await page.getByTestId('pull-back-button').waitFor();
    const orders = desk.service.calls.filter(({ method, path }) => method !== 'GET' && !path.endsWith('/opened'));
    expect(orders.map(({ method, body }) => [method, body])).toEqual([
      ['PATCH', { version: 1, title: '新しい件名', proposalText: DRAFT.proposalText }],
      ['POST', { version: 2 }],
    ]);
  });

  it('keeps what was typed when somebody else has changed the case, and saves it at the second try', async () => {
    const page = await openCase(DRAFT);
    const present = { ...DRAFT, version: 2, title: '他の人の件名' };
    desk.service.answer(`PATCH ${CASE}`, ({ body }) => {
      desk.service.world.cases.set(ID, present);
      if ((body as { version: number }).version === 2) return { body: { ...present, version: 3, title: '私の件名' } };
      return {
        status: 409,
        body: desk.service.world.problem(409, 'approvals.stale', '内容が更新されています。', present),
      };
    });
    await page.getByTestId('edit-button').click();
    await page.getByTestId('edit-title').fill('私の件名');
    await page.getByTestId('save-button').click();
    await page.getByText('入力した文は残してあります').waitFor();
    expect(await page.getByTestId('edit-title').inputValue()).toBe('私の件名');
    await page.getByTestId('save-button').click();
    await page.getByRole('heading', { name: '私の件名' }).waitFor();
  });

  it('says why no route can be made', async () => {
    const routeProblem = '政策課長が欠員のため、決裁する人がいません。';
    const page = await openCase({ ...DRAFT, route: [], routeProblem, basis: null, may: { ...NOTHING, edit: true } });
    expect(await page.getByTestId('route-problem').textContent()).toContain(routeProblem);
    await shoot(page, 'draft-no-route');
  });

  it('shows why it came back, and a withdrawal that is asked for', async () => {
    const note = { by: SECTION_HEAD, at: '2026-11-20T05:00:00Z', reason: '積算の根拠を添えてください。' };
    const page = await openCase({
      ...DRAFT,
      status: 'SENT_BACK',
      revision: 2,
      sentBack: note,
      withdrawalRequest: note,
    });
    expect(await page.getByTestId('sent-back-note').textContent()).toContain(note.reason);
    expect(await page.getByTestId('withdrawal-request').textContent()).toContain(note.reason);
    expect(await page.getByTestId('submit-button').textContent()).toBe('再び回議にかける');
    await shoot(page, 'sent-back');
  });

  it('leads from minutes that came back to their meeting, where they are corrected', async () => {
    const note = { by: SECTION_HEAD, at: '2026-11-20T05:00:00Z', reason: '議題の名前を直してください。' };
    const meeting = '01900000-0000-7000-8000-000000000077';
    const back = { ...DRAFT, status: 'SENT_BACK', revision: 2, sentBack: note } as const;
    const page = await openCase({ ...back, externalId: `minutes/${meeting}/1` });
    const link = page.getByTestId('sent-back-note').getByRole('link', { name: '会議録を直して、もう一度回す' });
    expect(await link.getAttribute('href')).toBe(`#/meetings/${meeting}/course`);
    expect(await page.getByTestId('case-meeting').getAttribute('href')).toBe(`#/meetings/${meeting}`);
  });
});

describe('live updates', () => {
  it('show the decision to the drafter without reloading', async () => {
    const page = await openCase(aCase({ may: NOTHING }));
    await listening();
    desk.service.world.cases.set(ID, aDecidedCase());
    desk.service.tell(ID, 4);
    await page.getByText('決裁済', { exact: true }).waitFor();
    expect(await page.getByTestId('document-number').textContent()).toBe('政第12号');
  });

  it('take a case out of the inbox that somebody else has settled', async () => {
    const { page } = await desk.open('#/inbox');
    await page.getByText('2件', { exact: true }).waitFor();
    await listening();
    desk.service.world.cases.set(ID, aDecidedCase());
    desk.service.tell(ID, 4);
    await page.getByText('1件', { exact: true }).waitFor();
  });

  it('catch up after the connection was lost', async () => {
    const page = await openCase(aCase({ may: NOTHING }));
    await listening();
    desk.service.world.cases.set(ID, aDecidedCase());
    desk.service.dropListeners();
    await page.getByText('決裁済', { exact: true }).waitFor();
  });

  it('say that they are lost when the loss lasts', async () => {
    const page = await openCase(aCase({ may: NOTHING }));
    await listening();
    desk.service.answer('GET /api/v1/changes', () => ({ drop: true }));
    desk.service.dropListeners();
    await page.getByTestId('live-lost').waitFor();
    desk.service.restore();
    await page.getByTestId('live-lost').waitFor({ state: 'detached' });
  });

  it('warn in an open dialog and keep what was written', async () => {
    const page = await openCase(aCase());
    await listening();
    await page.getByTestId('send-back-button').click();
    await page.getByTestId('send-back-reason').fill('書きかけの理由');
    desk.service.world.cases.set(ID, aCase({ version: 4, title: '直された件名' }));
    desk.service.tell(ID, 4);
    await page.getByTestId('stale').waitFor();
    await page.getByTestId('confirm-button').click({ force: true });
    await page.getByTestId('cancel-button').click();
    await page.getByRole('heading', { name: '直された件名' }).waitFor();
    await page.getByTestId('send-back-button').click();
    expect(await page.getByTestId('send-back-reason').inputValue()).toBe('書きかけの理由');
    expect(desk.service.calls.filter(({ path }) => path.endsWith('/acts'))).toHaveLength(0);
  });
});
