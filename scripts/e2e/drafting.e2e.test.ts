import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseView } from '@kaigi/core/contract';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { openTab } from './open-tab.ts';
import { aDocx } from './people.ts';
import { shot, tabSetting } from './tab.ts';

const require = createRequire(import.meta.url);
const setting = tabSetting();
let bytes: Buffer;
beforeAll(async () => {
  bytes = Buffer.from(await (await aDocx()).arrayBuffer());
});

const open = (hash: string, options: BrowserContextOptions = {}) =>
  openTab(setting, { name: 'drafter', hash }, options);

async function choose(page: Page, matter: string): Promise<void> {
  await page.getByTestId('matter-picker').click();
  await page.getByTestId('matter-picker').fill(matter);
  await page.getByRole('option', { name: matter, exact: true }).click();
}

const routeOf = async (page: Page): Promise<string[]> => {
  const slots = await page.getByTestId('planned-slot').allInnerTexts();
  return slots.map((text) => text.replace(/\s+/g, ' '));
};

const document = (name = '委託の伺い.docx') => ({
  name,
  mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  buffer: bytes,
});
const csv = (name: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from('費目,金額\n委託料,5000000\n') });

/** A contract of five million yen, saved as a draft. */
async function drafted(title: string): Promise<Page> {
  const page = await open('#/drafting');
  await choose(page, '業務委託契約');
  await page.getByTestId('fact-amountYen').fill('５００万円');
  await page.getByTestId('document-button-input').setInputFiles(document());
  await page.getByTestId('draft-title').fill(title);
  await page.getByTestId('save-button').click();
  await page.getByTestId('route-panel').waitFor();
  return page;
}

const idOf = (page: Page): string => new URL(page.url()).hash.split('/').at(-1) ?? '';
const storedOf = (page: Page): Promise<CaseView> => setting.drafter.read(idOf(page));
const saved = (page: Page) => page.getByTestId('draft-state').getByText('保存済み').waitFor();

describe('the drafting page', () => {
  it('A-01, A-03, A-04: drafts a contract with its attachments; who decides is said before anything is saved', async () => {
    const page = await open('#/drafting');
    await page.getByTestId('decider').getByText('課長専決').waitFor();
    await choose(page, '業務委託契約');
    await page.getByText('決裁者とルートを表示します').first().waitFor();
    await page.getByTestId('fact-amountYen').fill('５００万円');
    await page.getByText('= 500万円').waitFor();
    await page.getByTestId('decider').getByText('部長専決').waitFor();
    expect(await page.getByTestId('explain-why').innerText()).toMatch(/事務決裁規程 別表第1 契約の部/);
    expect(await routeOf(page)).toEqual([
      expect.stringMatching(/政策係長 回議 .+ 第4条/),
      expect.stringMatching(/政策課長 回議/),
      expect.stringMatching(/財政課 合議 .+ 別表第3/),
      expect.stringMatching(/企画部長 決裁 .+ 別表第1/),
    ]);
    await page.getByTestId('document-button-input').setInputFiles(document('庁舎清掃業務の委託について.docx'));
    expect(await page.getByTestId('draft-title').inputValue()).toBe('庁舎清掃業務の委託について');
    await page.getByTestId('draft-proposal').fill('標記について、別紙のとおり委託してよろしいか。');
    await page.getByTestId('attach-button-input').setInputFiles([csv('1_仕様書.csv'), csv('2_積算内訳.csv')]);
    await page.getByTestId('attachment-down').first().click();
    await page.getByTestId('leak-CAREFUL').check();
    await page.getByTestId('save-button').click();
    await page.getByTestId('route-panel').waitFor();
    await shot(page, 'drafting-saved');
    const view = await storedOf(page);
    expect(view).toMatchObject({
      status: 'DRAFT',
      title: '庁舎清掃業務の委託について',
      matter: { code: 'SERVICE_CONTRACT', facts: { amountYen: 5_000_000 } },
      confidentiality: 'C3C',
      attachments: [{ name: '2_積算内訳.csv' }, { name: '1_仕様書.csv' }],
    });
    expect(await routeOf(page)).toEqual(view.route.map(({ unitName }) => expect.stringContaining(unitName)));
  });

  it('says what is missing in one list, and keeps what was typed when the page is thrown away', async () => {
    const page = await open('#/drafting');
    await page.getByTestId('draft-proposal').fill('途中まで書いた伺い文');
    await page.getByTestId('save-button').click();
    const list = page.getByTestId('draft-problems');
    expect(await list.innerText()).toMatch(/Word 文書[\s\S]*件名[\s\S]*分類/);
    expect(await setting.drafter.list('drafted').then(({ items }) => items.some(({ title }) => title === ''))).toBe(
      false,
    );
    await page.goto(`${setting.product.serviceUrl}/tab/#/register`);
    await page.getByTestId('nav-drafting').click();
    await page.getByTestId('restored').waitFor();
    expect(await page.getByTestId('draft-proposal').inputValue()).toBe('途中まで書いた伺い文');
  });

  it('A-05: adds a section with a reason, never twice, and lets the decision only go up', async () => {
    const page = await drafted('ルートを変える委託');
    await page.getByTestId('route-add').click();
    await page.getByTestId('addressee-search').fill('情報政策課');
    await page.getByTestId('addressee').first().click();
    await page.getByTestId('add-reason').fill('システムに関わるため');
    await page.getByTestId('confirm-button').click();
    const added = page.getByTestId('planned-slot').filter({ hasText: 'あなたが追加' });
    await added.getByText('情報政策課').waitFor();
    await page.getByTestId('route-add').click();
    await page.getByTestId('addressee-search').fill('財政課');
    await page.getByTestId('addressee').first().click();
    await page.getByTestId('already-there').waitFor();
    await page.keyboard.press('Escape');
    // What the regulations want has no button to take it out.
    expect(await page.getByTestId('route-remove').count()).toBe(1);
    await page.getByTestId('route-remove').click();
    await added.waitFor({ state: 'detached' });
    await page.getByTestId('escalation-ASSEMBLY').check();
    await page.getByTestId('decider').getByText('市長決裁').waitFor();
    await page.getByTestId('save-button').click();
    await saved(page);
    expect(await storedOf(page)).toMatchObject({
      matter: { escalations: ['ASSEMBLY'] },
      basis: { decisionClass: 'MAYOR' },
    });
  });

  it('A-31: a day in the past is red and needs its reason before anybody is asked', async () => {
    const page = await drafted('さかのぼる委託');
    await page.getByTestId('effective-on').fill('2026-01-05');
    expect(await page.getByTestId('retroactive').innerText()).toContain('遡及');
    await page.getByTestId('submit-button').click();
    expect(await page.getByTestId('draft-problems').innerText()).toContain('効力が生じる日を決裁日と別に定める理由');
    await page.getByTestId('retroactive-reason').fill('要綱第3条により1月5日から適用するため');
    await page.getByTestId('submit-button').click();
    await page.getByTestId('case-status').getByText('回議中').waitFor();
    expect(await storedOf(page)).toMatchObject({
      status: 'IN_REVIEW',
      effectiveOn: '2026-01-05',
      retroactiveReason: '要綱第3条により1月5日から適用するため',
    });
  });

  it('A-15: shows why a case came back, whose marks stay, and which fall with a change', async () => {
    const first = await drafted('差し戻される委託');
    await first.getByTestId('submit-button').click();
    await first.getByTestId('case-status').getByText('回議中').waitFor();
    const reviewed = (await setting.subsectionHead.act(await storedOf(first), { act: 'approve' })).body;
    const reason = '積算を直してください。';
    const back = (await setting.sectionHead.act(reviewed, { act: 'sendBack', reason })).body;
    expect(back.status).toBe('SENT_BACK');
    const page = await open(`#/drafting/${back.id}`);
    const note = page.getByTestId('correction-note');
    await note.getByText(reason).waitFor();
    expect(await page.getByTestId('marks-kept').innerText()).toContain('政策係 係長');
    await page.getByTestId('draft-title').fill('差し戻された委託（修正）');
    await page.getByTestId('marks-voided').getByText('政策係 係長').waitFor();
    await shot(page, 'drafting-correction');
    await page.getByTestId('draft-title').fill('差し戻される委託');
    await page.getByTestId('marks-kept').waitFor();
    await page.getByTestId('attach-button-input').setInputFiles([csv('直した積算.csv')]);
    await page.getByTestId('attachment').filter({ hasText: '直した積算.csv' }).waitFor();
    await page.getByTestId('submit-button').click();
    await page.getByTestId('case-status').getByText('回議中').waitFor();
    const again = await storedOf(page);
    expect(again.route[0]).toMatchObject({ status: 'APPROVED', mark: { kept: true } });
    expect(again.route[1]).toMatchObject({ status: 'ACTIVE' });
  });

  it('A-02: begins from a past case, without its marks and attachments', async () => {
    const page = await open('#/drafting');
    await page.getByTestId('cite-button').click();
    await page.getByTestId('cite-search').fill('差し戻される');
    await page.getByTestId('cite-case').filter({ hasText: '差し戻される委託' }).click();
    await page.getByTestId('cited-case').waitFor();
    expect(await page.getByTestId('draft-title').inputValue()).toBe('差し戻される委託');
    expect(await storedOf(page)).toMatchObject({ status: 'DRAFT', attachments: [], documentNumber: null });
  });

  it('A-04: names an absent reviewer of the route and who would stand in', async () => {
    const until = new Date(Date.now() + 5 * 86_400_000).toISOString();
    const said = await setting.sectionHead.call<{ id: string }>('POST', '/directory/absences', { until, note: '出張' });
    expect(said.status).toBe(201);
    const { body } = await setting.drafter.draft('不在の課長に回る件');
    const page = await open(`#/drafting/${body.id}`);
    await page.getByTestId('route-absence').waitFor();
    expect(await page.getByTestId('route-deputy').innerText()).toContain('政策係 係長');
    await page.getByTestId('stand-ins').waitFor({ state: 'hidden' });
    await setting.sectionHead.call('DELETE', `/directory/absences/${said.body.id}`);
  });

  it('A-01: hides what a minor matter has no use for, and says so', async () => {
    const page = await open('#/drafting');
    await page.getByTestId('disclosure').waitFor();
    await choose(page, '年次有給休暇');
    await page.getByTestId('hidden-fields').getByText('公開区分').waitFor();
    expect(await page.getByTestId('disclosure').count()).toBe(0);
    expect(await page.getByTestId('escalations').count()).toBe(0);
  });

  it('does not open a case that is under review', async () => {
    const { items } = await setting.drafter.list('drafted');
    const under = items.find(({ status }) => status === 'IN_REVIEW');
    const page = await open(`#/drafting/${under?.id}`);
    expect(await page.getByTestId('empty').innerText()).toContain('いま直せません');
  });
});

describe('「これは誰の決裁？」', () => {
  it('is answered without a draft, with articles, and the table of the regulations can be read', async () => {
    const page = await open('#/explain');
    await choose(page, '支出負担行為');
    await page.getByTestId('fact-amountYen').fill('5千万');
    await page.getByTestId('decider').getByText('市長決裁').waitFor();
    expect(await page.getByTestId('stand-ins').innerText()).toMatch(/副市長[\s\S]*第10条/);
    await page.getByTestId('fact-amountYen').fill('30万');
    await page.getByTestId('decider').getByText('課長専決').waitFor();
    await page.getByTestId('table-button').click();
    await page.frameLocator('[data-testid=regulations-table]').getByText('支出負担行為').first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByTestId('draft-this').click();
    expect(await page.getByTestId('fact-amountYen').inputValue()).toBe('300,000');
  });
});

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string }[];
}

async function seriousTroubles(page: Page): Promise<string[]> {
  await page.evaluate(await readFile(require.resolve('axe-core/axe.min.js'), 'utf8'));
  // Fluent's own sentinels hand the focus on at once.
  const found = await page.evaluate<{ violations: Violation[] }>(
    "axe.run({ exclude: [['[data-tabster-dummy]']] }).then(({ violations }) => ({ violations }))",
  );
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

const overflow = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');

describe.each([
  ['#/drafting', 'draft-title'],
  ['#/explain', 'matter-picker'],
] as const)('%s', (hash, wait) => {
  it.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 360],
    ['dark', 360],
  ] as const)('is without serious barriers and fits, %s at %i', async (colorScheme, width) => {
    const page = await open(hash, { colorScheme, viewport: { width, height: 760 } });
    await page.getByTestId(wait).waitFor();
    await page.getByTestId('decider').waitFor();
    await shot(page, `look${hash.replace('#/', '-')}-${colorScheme}-${width}`);
    expect(await seriousTroubles(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });
});
