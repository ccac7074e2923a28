import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { shoot } from '../../testing/browser.ts';
import { aCase, caseId, NOTHING } from '../../testing/cases.ts';
import { type Desk, setUpDesk } from '../../testing/desk.ts';
import { ME } from '../../testing/people.ts';
import { pressRetry } from '../../testing/press-retry.ts';
import { aPack, PACK_ID } from '../../testing/stand-in-packs.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await setUpDesk();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

const HERE = `#/packs/${PACK_ID}`;
const keeper = () => {
  desk.service.world.me = { ...ME, roles: ['GENERAL_AFFAIRS'] };
};
const sent = (what: string) =>
  desk.service.calls.filter(({ method, path }) => `${method} ${path.replace('/api/v1', '')}`.startsWith(what));
const choose = (page: Page) =>
  page.getByTestId('pack-file').setInputFiles({
    name: '規程.yaml',
    mimeType: 'application/yaml',
    buffer: Buffer.from('version: minato/2026-12-01'),
  });

describe('O-03: the versions of the regulations', () => {
  it('are listed for everybody with how they stand; who may bring one in is said to the others', async () => {
    const { page, complaints } = await desk.open('#/inbox');
    await page.getByTestId('nav-more').click();
    await page.getByTestId('nav-packs').click();
    const items = page.getByTestId('pack-item');
    await items.first().waitFor();
    expect(await items.nth(0).innerText()).toMatch(/取込み済み[\s\S]*minato\/2026-12-01[\s\S]*施行日 令和8年12月1日/);
    expect(await items.nth(1).innerText()).toMatch(/今の規程[\s\S]*令和8年4月1日から効いています/);
    expect(await page.getByTestId('packs-others').innerText()).toContain('総務');
    expect(await page.getByTestId('pack-propose').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('show the table of the one in force, which unfolds by keyboard and is searched by words', async () => {
    const { page } = await desk.open('#/packs');
    const sections = page.getByTestId('pack-section');
    await sections.first().waitFor();
    expect(await page.getByTestId('pack-row').count()).toBe(0);
    await sections.first().getByRole('button').focus();
    await page.keyboard.press('Enter');
    await page.getByTestId('pack-row').nth(1).waitFor();
    await page.getByTestId('table-search').fill('５０万円以下');
    await page.getByTestId('pack-row').nth(1).waitFor({ state: 'detached' });
    expect(await page.getByTestId('pack-row').innerText()).toContain('expenditure.1');
    await page.getByTestId('table-search').fill('ない言葉');
    await page.getByText('当てはまる行がありません。').waitFor();
  });

  it('that came with the product are read by their name', async () => {
    const { page } = await desk.open('#/packs');
    await page.getByRole('link', { name: 'minato/2026-04-01' }).click();
    await page.getByRole('heading', { name: 'minato/2026-04-01' }).waitFor();
    await page.getByTestId('pack-section').first().waitFor();
    expect(sent('GET /regulations/table/sections').at(-1)?.path).toContain('version=minato%2F2026-04-01');
    expect(await page.getByTestId('decide-button').count()).toBe(0);
  });

  it('that are not there are said not to be, and a failure is tried again', async () => {
    const { page } = await desk.open('#/packs/minato%2F1999-01-01');
    expect(await page.getByTestId('empty').innerText()).toContain('この版はありません');
    desk.service.answer('GET /api/v1/regulations/packs', () => ({
      status: 403,
      body: desk.service.world.problem(403, 'test.refused', '今は見られません。'),
    }));
    const again = await desk.open('#/packs');
    expect(await again.page.getByTestId('error').innerText()).toContain('今は見られません。');
    await pressRetry(desk.service, again.page);
    await again.page.getByTestId('pack-item').first().waitFor();
  });
});

describe('bringing in a version', () => {
  it('leads to the version, once it has passed', async () => {
    keeper();
    const { page } = await desk.open('#/packs');
    await page.getByTestId('pack-propose').click();
    await page.getByText('ファイルを選んでください。').waitFor();
    expect(sent('POST')).toEqual([]);
    await choose(page);
    await page.getByTestId('pack-propose').click();
    await page.waitForURL(`**/${HERE}`);
    expect(sent('POST /regulations/packs')).toHaveLength(1);
    await page.getByTestId('decide-button').waitFor();
    await shoot(page, 'packs');
  });

  it('is refused row by row with the reason, and the list takes the focus', async () => {
    keeper();
    desk.service.world.packs.findings = [
      { row: null, code: 'regulations.pack_no_general', sentence: '一般の事務（GENERAL）の事案がありません。' },
      {
        row: 'expenditure.1',
        code: 'regulations.pack_gap',
        sentence:
          'expenditure.1：事案「EXPENDITURE」の「金額=500001」に当たる行がありません（隣の行: expenditure.2）。',
      },
    ];
    const { page } = await desk.open('#/packs');
    await choose(page);
    await page.getByTestId('pack-propose').click();
    const rows = page.getByTestId('pack-finding');
    await rows.nth(1).waitFor();
    await shoot(page, 'packs-refused');
    expect(await rows.nth(0).innerText()).toContain('全体');
    expect((await rows.nth(1).innerText()).match(/expenditure\.1/g)).toHaveLength(1);
    await page.locator('[data-testid="pack-refused"]:focus').waitFor();
    // It is chosen anew: a browser does not send a file that was mended since.
    await page.getByTestId('pack-propose').click();
    await page.getByText('ファイルを選んでください。').waitFor();
    await choose(page);
    await rows.first().waitFor({ state: 'detached' });
  });
});

describe('the decision upon a version', () => {
  const drafted = aCase({
    id: caseId(7),
    title: '規程の改正について',
    status: 'DRAFT',
    may: { ...NOTHING, edit: true },
  });
  const draftOf = () => {
    const { service } = desk;
    service.answer('POST /api/v1/cases', () => {
      service.world.cases.set(drafted.id, drafted);
      return { status: 201, body: drafted };
    });
    service.answer(`POST /api/v1/cases/${drafted.id}/attachments`, () => ({ body: drafted }));
    const item = { code: 'B-01', path: '例規 / 規程', name: '規程', retentionYears: 10, article: '', suggested: true };
    service.answer('GET /api/v1/regulations/classifications', () => ({ body: { items: [item] } }));
  };

  it('starts with one press: a draft with document and attachment, named for the version', async () => {
    keeper();
    draftOf();
    const { page } = await desk.open(HERE);
    await page.getByTestId('decide-button').click();
    await page.waitForURL(`**/#/drafting/${drafted.id}`);
    const [draft] = sent('POST /cases');
    expect(String(draft?.body)).toContain('"matter":{"code":"REGULATION_DATA"');
    expect(String(draft?.body)).toContain('sha256:0123456789abcdef01234567');
    expect(String(draft?.body)).toContain('minato-2026-12-01.docx');
    expect(sent(`POST /regulations/packs/${PACK_ID}/case`)[0]?.body).toEqual({ caseId: drafted.id });
    expect(String(sent(`POST /cases/${drafted.id}/attachments`)[0]?.body)).toContain('minato-2026-12-01.yaml.txt');
  });

  it('that cannot start says why; trying again makes no second draft where the answer was lost', async () => {
    keeper();
    draftOf();
    let broken = true;
    desk.service.answer(`POST /api/v1/regulations/packs/${PACK_ID}/case`, () =>
      broken ? { drop: true } : { body: { ...aPack({ caseId: drafted.id }), ...desk.service.world.packs.review } },
    );
    const { page } = await desk.open(HERE);
    await page.getByTestId('decide-button').click();
    await page.getByTestId('toast').waitFor();
    broken = false;
    await page.getByTestId('decide-button').click();
    await page.waitForURL(`**/#/drafting/${drafted.id}`);
    expect(
      new Set(
        sent('POST /cases')
          .filter(({ path }) => path === '/api/v1/cases')
          .map(({ headers }) => headers['idempotency-key']),
      ).size,
    ).toBe(1);
  });

  it('is linked while it is under way, also for those who may only read', async () => {
    desk.service.world.packs.packs = [aPack({ caseId: caseId(1) })];
    const { page } = await desk.open(HERE);
    await page.getByTestId('pack-case').waitFor();
    await shoot(page, 'packs-in-review');
    expect(await page.getByTestId('pack-state').getAttribute('data-standing')).toBe('IN_REVIEW');
    expect(await page.getByTestId('decide-button').count()).toBe(0);
    await page.getByTestId('pack-case').click();
    await page.waitForURL(`**/#/cases/${caseId(1)}`);
  });

  it('of which the reader may not see the case says so', async () => {
    desk.service.world.packs.packs = [aPack({ caseId: caseId(99), state: 'ACTIVE', inForceFrom: '2026-12-01' })];
    const { page } = await desk.open(HERE);
    await page.getByText('案件はありますが、あなたには表示できません。').waitFor();
  });

  it('is not wanted any more: dropping asks once', async () => {
    keeper();
    const { page } = await desk.open(HERE);
    await page.getByTestId('drop-button').click();
    await page.getByTestId('drop-confirm').click();
    await page.getByTestId('pack-state').getByText('取下げ').waitFor();
    expect(sent(`POST /regulations/packs/${PACK_ID}/drop`)).toHaveLength(1);
    expect(await page.getByTestId('decide-button').count()).toBe(0);
  });
});

it.each(['dark', 'light'] as const)('fits a phone of 400 pixels, %s', async (colorScheme) => {
  keeper();
  const { page } = await desk.open(HERE, { colorScheme, viewport: { width: 400, height: 800 } });
  await page.getByTestId('pack-section').first().getByRole('button').click();
  await page.getByTestId('pack-row').first().waitFor();
  await shoot(page, `packs-400-${colorScheme}`);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(400);
});
