import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseView } from '@kaigi/core/contract';
import type { Page } from 'playwright-core';
import { shoot } from '../testing/browser.ts';
import { aCase, aDecidedCase, caseId, NOTHING } from '../testing/cases.ts';
import { type Desk, setUpDesk } from '../testing/desk.ts';
import { SUBSECTION_HEAD } from '../testing/people.ts';
import { aMark, aSlot, DECIDING, REVIEWED } from '../testing/slots.ts';

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

const sent = (): unknown[] => desk.service.calls.filter(({ path }) => path.endsWith('/acts')).map(({ body }) => body);
const consulted = (unitName: string, change: Parameters<typeof aSlot>[0] = {}) =>
  aSlot({ id: unitName, stage: 2, duty: 'CONSULT', unitName, toSection: true, ...change });

describe('the route of a case', () => {
  it('A-07, A-09: frames those who act side by side, and says who took it in and who answers', async () => {
    const received = { by: SUBSECTION_HEAD, at: '2026-11-20T03:00:00Z' };
    const finance = consulted('財政課', { status: 'ACTIVE', received, assignee: SUBSECTION_HEAD });
    const route = [REVIEWED, finance, consulted('法規課'), { ...DECIDING, stage: 3, status: 'WAITING' as const }];
    const page = await openCase(aCase({ route }));
    const frame = page.getByTestId('route-stage');
    expect(await frame.getByTestId('route-slot').count()).toBe(2);
    expect(await frame.innerText()).toContain('受付 係長 花子');
    expect(await frame.innerText()).toContain('同時に回議（全員）');
  });

  it('A-10, A-11: strikes through those above a 専決 and marks a deputy with 代 and the article', async () => {
    const onBehalfOf = { postId: 'p', postTitle: '課長', unitName: '政策課' };
    const mark = aMark({ kind: 'DEPUTY', onBehalfOf, article: '事務決裁規程 第9条', because: '年次休暇' });
    const acted = { actedBy: SUBSECTION_HEAD, actedAt: '2026-11-20T05:00:00Z', mark };
    const route = [REVIEWED, { ...DECIDING, status: 'DEPUTY_DECIDED' as const, activeSince: null, ...acted }];
    const struck = { postId: 'm', postTitle: '市長', unitName: 'みなと市', why: 'STRUCK' as const, sentence: null };
    const page = await openCase(aDecidedCase({ route, passedOver: [struck] }));
    expect(await page.getByTestId('seal').innerText()).toBe('代');
    expect(await page.getByTestId('route-slot').last().innerText()).toContain('根拠 事務決裁規程 第9条');
    expect(await page.getByTestId('passed-over').innerText()).toContain('市長');
  });
});

it('R-15: of a case whose document is gone the page says when and by which list, and shows who did what', async () => {
  const list = '令和9年度 廃棄・移管目録（政策課 第1号）';
  const view = aDecidedCase({ proposalText: '', disposed: { on: '2029-05-01', action: 'DESTROY', list } });
  const before = await openCase(aDecidedCase());
  expect(await before.getByTestId('download-button').count()).toBe(1);
  const page = await openCase(view);
  const note = await page.getByTestId('disposed-note').innerText();
  expect(note).toContain('令和11年5月1日');
  expect(note).toContain(`「${list}」により廃棄されました。`);
  expect(await page.getByTestId('route-slot').count()).toBeGreaterThan(0);
  expect(await page.getByTestId('download-button').count()).toBe(0);
  await shoot(page, 'case-disposed');
});

describe('acts of the whole engine', () => {
  it('A-11: a deputy sees the article and the condition, and records the instruction', async () => {
    const page = await openCase(
      aCase({
        may: {
          ...NOTHING,
          standIn: [
            {
              slotId: 'slot-2',
              kind: 'DEPUTY',
              onBehalfOf: { postId: 'p', postTitle: '課長', unitName: '政策課' },
              article: '事務決裁規程 第9条',
              sentence: '課長が不在のときは、課長補佐が代決する',
              decides: true,
              postReviewDueOn: '2026-11-30',
              needsInstruction: true,
              instructionSparesReview: false,
            },
          ],
        },
      }),
    );
    await page.getByTestId('deputy-decide-button').click();
    expect(await page.getByTestId('act-premises').innerText()).toContain('事務決裁規程 第9条');
    await page.getByTestId('confirm-button').click();
    await page.getByText('受けた指示を入力してください').waitFor();
    await page.getByTestId('instruction-text').fill('電話で、原案どおりとの指示。');
    await shoot(page, 'case-deputy');
    await page.getByTestId('confirm-button').click();
    await page.getByTestId('toast').waitFor();
    const instruction = '電話で、原案どおりとの指示。';
    expect(sent()).toEqual([{ act: 'deputyDecide', version: 3, slotId: 'slot-2', instruction }]);
  });

  it('A-16: 却下 warns that it cannot be taken back', async () => {
    const page = await openCase(aCase({ may: { ...NOTHING, reject: true } }));
    await page.getByTestId('reject-button').click();
    expect(await page.getByTestId('act-dialog').innerText()).toContain('戻せません');
    await page.getByTestId('act-reason').fill('予算がありません');
    await page.getByTestId('confirm-button').click();
    await page.getByTestId('toast').waitFor();
    expect(sent()).toEqual([{ act: 'reject', version: 3, reason: '予算がありません' }]);
  });

  it('A-08: a section consents, consents with an opinion or objects', async () => {
    const page = await openCase(aCase({ task: 'CONSULT', may: { ...NOTHING, consent: true, object: true } }));
    for (const act of ['consent', 'consent-with-opinion', 'object']) {
      await page.getByTestId(`${act}-button`).waitFor();
    }
    await page.getByTestId('consent-with-opinion-button').click();
    await page.getByTestId('act-reason').fill('単価を確かめること');
    await page.getByTestId('confirm-button').click();
    await page.getByTestId('toast').waitFor();
    expect(sent()).toEqual([{ act: 'consentWithOpinion', version: 3, opinion: '単価を確かめること' }]);
  });

  it('A-30: an approval of a case with paper needs the tick', async () => {
    const paper = { title: '設計図面', pages: 34, location: '書庫', holder: '建築課', reason: 'TOO_LARGE' } as const;
    const page = await openCase(aCase({ paperAttachments: [paper] }));
    expect(await page.getByTestId('paper-attachment').innerText()).toContain('34枚');
    await page.getByTestId('approve-button').click();
    await page.getByTestId('confirm-button').click();
    await page.getByText('紙の添付を確認してから').waitFor();
    await page.getByTestId('paper-checked').click();
    await page.getByTestId('confirm-button').click();
    await page.getByTestId('toast').waitFor();
    expect(sent()).toEqual([{ act: 'approve', version: 3, paperChecked: true }]);
  });

  it('A-12: what is owed afterwards stands with its last day and its button', async () => {
    const owed = {
      id: 'owed-1',
      kind: 'POST_REVIEW_AFTER_DEPUTY',
      status: 'OPEN',
      post: { postId: 'p', postTitle: '課長', unitName: '政策課' },
      dueOn: '2026-11-20',
      overdue: true,
      article: '第9条の2',
      createdAt: '2026-11-18T00:00:00Z',
      doneAt: null,
      comment: null,
      mine: true,
    } as const;
    const page = await openCase(aDecidedCase({ task: 'POST_REVIEW', obligations: [{ ...owed, people: [] }] }));
    const card = page.getByTestId('obligation');
    expect(await card.innerText()).toContain('期限超過 令和8年11月20日');
    await card.getByRole('button', { name: '後閲済みにする' }).click();
    await page.getByTestId('confirm-button').click();
    await page.getByTestId('toast').waitFor();
    expect(sent()).toEqual([{ act: 'confirmPostReview', version: 4, obligationId: 'owed-1' }]);
  });
});

describe('A-29: the reading pack', () => {
  it('shows text and attachments in one view with their pages, and what is different from last time', async () => {
    const page = await openCase(aCase());
    await page.getByTestId('reading-button').click();
    expect(await page.getByTestId('reading-total').innerText()).toContain('全8ページ・3点');
    expect(await page.getByTestId('reading-part').count()).toBe(3);
    expect(await page.getByRole('cell', { name: '450,000円' }).count()).toBe(1);
    await page.getByTestId('reading-view').getByText('前回との違い').click();
    const diff = page.getByTestId('part-diff');
    expect(await diff.locator('del').innerText()).toBe('500,000');
    expect(await diff.locator('ins').first().innerText()).toBe('450,000');
    await shoot(page, 'case-reading-diff');
  });

  it('A-29, A-02: sets it against last year’s case, on a phone too', async () => {
    const page = await openCase(aCase());
    await page.setViewportSize({ width: 375, height: 760 });
    await page.getByTestId('reading-button').click();
    await page.getByTestId('reading-view').getByText('引用元との違い（2）').click();
    const cited = page.getByTestId('reading-cited');
    expect(await cited.innerText()).toBe('政第84号 令和7年度 市民活動補助金の交付決定について');
    expect(await cited.getAttribute('href')).toBe('#/cases/case-last-year');
    const parts = page.getByTestId('part-diff');
    expect(await parts.getByRole('heading').allInnerTexts()).toEqual(['件名・伺い文 変更', '起案文書 変更']);
    expect(await parts.first().locator('del').innerText()).toBe('7');
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
    await shoot(page, 'case-reading-cited-phone');
  });
});

describe('a decided case', () => {
  it.each([
    ['2027-04-01', false, '令和9年4月1日（決裁日より後）'],
    ['2026-11-01', true, '令和8年11月1日（決裁日より前・遡及）'],
  ])('A-31: shows in red that it takes effect on %s, and why', async (effectiveOn, retroactive, said) => {
    const why = '新年度の契約に合わせるため';
    const page = await openCase(
      aDecidedCase({ effectiveOn, retroactive, effectiveDiffers: true, retroactiveReason: why }),
    );
    const colours: string[] = [];
    for (const words of [said, why]) {
      const fact = page.getByText(words, { exact: true });
      colours.push(await fact.evaluate((node) => getComputedStyle(node as never).color));
    }
    const plain = await page
      .getByText('令和8年11月21日', { exact: false })
      .first()
      .evaluate((node) => getComputedStyle(node as never).color);
    expect(new Set(colours).size).toBe(1);
    expect(colours).not.toContain(plain);
  });

  it('A-38, A-40: gives its certificate, and asks its drafter whether paper went round', async () => {
    const page = await openCase(aDecidedCase({ id: caseId(2), may: { ...NOTHING, setEffectiveDate: true } }));
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByTestId('certificate-button').click(),
    ]);
    expect(download.suggestedFilename()).toBe('決裁証明_政第12号.pdf');
    await page.getByTestId('paper-no').click();
    await page.getByTestId('toast').getByText('回答を記録しました').waitFor();
    const answers = desk.service.calls.filter(({ path, method }) => path.endsWith('paper-answer') && method === 'POST');
    expect(answers.map(({ body }) => body)).toEqual([{ parallelPaper: false }]);
  });
});
