import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { connectBesideSecondPage } from '../testing/browser.ts';
import { aRegisterRow } from '../testing/cases.ts';
import { type Desk, setUpDesk } from '../testing/desk.ts';
import type { Answer, Call } from '../testing/stand-in-wire.ts';

const ROWS = 90;
const PAGE = 30;

let desk: Desk;

beforeAll(async () => {
  desk = await setUpDesk();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

function registerPage({ path }: Call): Answer {
  const cursor = new URL(path, desk.service.origin).searchParams.get('cursor');
  const from = Number(cursor ?? 0);
  const numbers = Array.from({ length: Math.min(PAGE, ROWS - from) }, (_, at) => ROWS - from - at);
  const items = numbers.map((number) => aRegisterRow(number, {}));
  const nextCursor = from + PAGE < ROWS ? String(from + PAGE) : null;
  return { body: { fiscalYear: 2026, fiscalYearLabel: '令和8年度', items, nextCursor } };
}

it('prints all rows also when the live updates connect in the very moment the second page is asked for', async () => {
  const { page } = await desk.blank();
  await page.addInitScript(connectBesideSecondPage);
  await page.addInitScript(() =>
    Object.assign(window, { print: () => document.body.setAttribute('data-printed', '') }),
  );
  desk.service.answer('GET /api/v1/register', registerPage);
  await page.goto(`${desk.service.origin}/tab/#/register`);
  await page.getByTestId('register-row').first().waitFor();
  await page.getByTestId('print-button').click();
  await page.locator('body[data-printed]').waitFor();
  expect(await page.getByTestId('register-row').count()).toBe(ROWS);
});
