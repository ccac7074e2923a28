import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseView, ListedStaffPage, RehearsalSummary, RehearsalView } from '@kaigi/core/contract';
import { openBrowser } from '../browser-for-tests.ts';
import { type ApiPerson, signIn } from './people.ts';
import { aProduct, type Product } from './product.ts';

const MINATO = '6d696e61-746f-4000-8000-000000000001';

let product: Product;
let personnel: ApiPerson;
let drafter: ApiPerson;
let waiting: CaseView;

beforeAll(async () => {
  product = await aProduct();
  await product.start();
  [personnel, drafter] = await Promise.all([signIn(product, 'personnel'), signIn(product, 'drafter')]);
  waiting = (await drafter.submit((await drafter.draft('年度をまたぐ案件')).body)).body;
});
afterAll(async () => {
  await product?.stop();
  await product?.remove();
});

/** The list of posts that the personnel section has for next year. */
async function nextYear(): Promise<string> {
  const response = await fetch(`${product.sandboxUrl}/sandbox/cities/${MINATO}/posts-next-year.csv`);
  return response.text();
}

async function rehearse(
  by: ApiPerson,
  csv: string,
): Promise<{ status: number; body: RehearsalView & { code?: string } }> {
  const form = new FormData();
  form.append('metadata', JSON.stringify({ title: '令和9年度 組織改正', effectiveOn: '2027-04-01' }));
  form.append('file', new Blob([csv]), '職の一覧.csv');
  const response = await fetch(`${product.serviceUrl}/api/v1/directory/rehearsals`, {
    method: 'POST',
    body: form,
    headers: { authorization: `Bearer ${by.token}` },
  });
  return { status: response.status, body: (await response.json()) as RehearsalView & { code?: string } };
}

describe('O-02: next year’s organisation', () => {
  it('is rehearsed by personnel: what changes, what breaks and who can take it up; nobody else hears of it', async () => {
    const csv = await nextYear();
    const good = await rehearse(personnel, csv);
    expect(good).toMatchObject({
      status: 201,
      body: { open: 0, mayActivate: true, effectiveOnLabel: '令和9年4月1日' },
    });
    expect(good.body.differences.map(({ kind, name }) => `${kind} ${name}`)).toEqual(
      expect.arrayContaining(['UNIT_NEW DX推進課', 'UNIT_RENAMED 秘書広報課']),
    );
    const bad = await rehearse(personnel, csv.replace('section-head@minato.example,0', ',0'));
    expect(bad.body).toMatchObject({
      mayActivate: false,
      broken: [
        { caseId: waiting.id, duty: 'DECISION', reason: 'POST_VACANT', resolver: { postTitle: '部長' } },
        { kind: 'RULE', ruleId: 'deputy.department-head', already: false },
        { kind: 'RULE', ruleId: 'ROUTE', already: false },
      ],
    });
    expect(await rehearse(drafter, csv)).toMatchObject({ status: 403, body: { code: 'directory.embargo' } });
    expect((await drafter.call('GET', '/directory/rehearsals')).status).toBe(403);
    expect((await drafter.call('GET', '/directory/units?on=2027-04-01')).status).toBe(403);
    expect(await rehearse(personnel, csv.replaceAll('SECTION_HEAD', 'KING'))).toMatchObject({ status: 400 });
  });

  it('is activated when nothing breaks, or by naming what does, and the nightly import leaves it alone', async () => {
    const listed = await personnel.call<{ items: RehearsalSummary[] }>('GET', '/directory/rehearsals');
    const [bad, good] = listed.body.items.map(({ id }) => id);
    const activate = (id: string | undefined, accepted: object[] = []) =>
      personnel.call<RehearsalView & { code: string }>('POST', `/directory/rehearsals/${id}/activate`, { accepted });
    expect(await activate(bad)).toMatchObject({ status: 409, body: { code: 'directory.rehearsal_broken' } });
    const { broken } = (await personnel.call<RehearsalView>('GET', `/directory/rehearsals/${bad}`)).body;
    const accepted = broken.map(({ breakId }) => ({ breakId, reason: '年度内に決裁を終える' }));
    expect(await activate(bad, accepted)).toMatchObject({ status: 200, body: { state: 'ACTIVATED' } });
    expect(await activate(good)).toMatchObject({ status: 200, body: { state: 'ACTIVATED' } });
    const { code, output } = await product.kaigi('import-org');
    expect({ code, output }).toMatchObject({ code: 0 });
    const ahead = await personnel.call<{ items: { name: string }[] }>('GET', '/directory/units?on=2027-04-01&q=dx');
    expect(ahead.body.items).toMatchObject([{ name: 'DX推進課' }]);
    expect((await personnel.call<{ items: object[] }>('GET', '/directory/units?q=dx')).body.items).toEqual([]);
  });
});

describe('the page of personnel', () => {
  const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

  it('tells what is wrong with a list, what breaks, and switches once each break has its reason', async () => {
    const csv = await nextYear();
    const browser = await openBrowser();
    try {
      const page = await browser.newPage();
      page.setDefaultTimeout(60_000);
      await page.goto(`${product.serviceUrl}/tab/?login_hint=personnel@minato.example#/rehearsals`);
      await page.getByTestId('rehearsal-name').fill('令和10年度 組織改正');
      await page.getByTestId('rehearsal-day').fill('2028-04-01');
      await page.getByTestId('rehearsal-file').setInputFiles(file('職.csv', csv.replaceAll('SECTION_HEAD', 'KING')));
      await page.getByTestId('rehearse-button').click();
      await page.getByTestId('rehearsal-refused').getByRole('listitem').first().waitFor();
      const broken = csv.replace('section-head@minato.example,0', ',0');
      await page.getByTestId('rehearsal-file').setInputFiles(file('職.csv', broken));
      await page.getByTestId('rehearse-button').click();
      await page.getByTestId('broken-row').first().waitFor();
      const activate = page.getByTestId('activate-button');
      expect(await activate.getAttribute('aria-disabled')).toBe('true');
      for (const reason of await page.getByTestId('accept-reason').all()) await reason.fill('年度内に決裁を終える');
      await activate.click();
      await page.getByTestId('activate-confirm').click();
      await page.locator('[data-testid=rehearsal-state][data-state=ACTIVATED]').waitFor();
      const other = await (await browser.newContext()).newPage();
      other.setDefaultTimeout(60_000);
      await other.goto(`${product.serviceUrl}/tab/?login_hint=drafter@minato.example#/rehearsals`);
      expect(await other.getByTestId('empty').innerText()).toContain('人事担当と総務担当');
      await other.getByTestId('nav-more').press('Enter');
      await other.getByTestId('nav-settings').waitFor();
      expect(await other.getByRole('menuitem', { name: '組織改正' }).count()).toBe(0);
    } finally {
      await browser.close();
    }
  });
});

describe('the directory for pickers', () => {
  it('finds people by name, unit and post', async () => {
    const found = await drafter.call<ListedStaffPage>(
      'GET',
      `/directory/staff?q=${encodeURIComponent('帆足　政策課長')}`,
    );
    expect(found.body.items).toMatchObject([{ signInName: 'section-head@minato.example' }]);
    expect((await drafter.call('GET', '/directory/posts?q=x&unknown=1')).status).toBe(400);
  });
});
