import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { PaperBoxView, PaperView } from '@kaigi/core/contract';
import { atRest, barrierFinder, type FindBarriers, overflow } from '../../testing/barriers.ts';
import { shoot } from '../../testing/browser.ts';
import { type Desk, setUpDesk } from '../../testing/desk.ts';
import { eventually } from '../../testing/eventually.ts';
import { pressTwice } from '../../testing/press-twice.ts';
import { shelfId as idOf } from '../../testing/stand-in-shelf.ts';

let desk: Desk;
let seriousTroubles: FindBarriers;
beforeAll(async () => {
  desk = await setUpDesk();
  seriousTroubles = await barrierFinder();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

const person = { staffId: 's1', name: '見本 花子', postTitle: '主事', unitName: '政策課' };
const PLACES = [
  { id: idOf(8), store: '本庁書庫', shelf: 'A-1', boxes: 2 },
  { id: idOf(9), store: '北書庫', shelf: 'B-2', boxes: 0 },
];
const aLoan = (isOverdue: boolean) => ({
  ...{ id: idOf(7), borrower: person, purpose: '監査の準備', lentOn: '2026-11-01', dueOn: '2026-11-10' },
  ...{ returnedOn: null, isOverdue, mayReturn: true },
});
const aBox = (at: number, more: Partial<PaperBoxView> = {}): PaperBoxView => ({
  ...{
    id: idOf(at),
    code: `B00000${at}`,
    title: `照会・回答 令和${at}年度`,
    fiscalYear: 2026,
    fiscalYearLabel: '令和8年度',
  },
  ...{
    unitName: '政策課',
    place: { id: idOf(8), store: '本庁書庫', shelf: 'A-1' },
    records: 1,
    loan: null,
    version: 1,
  },
  ...{ mayKeep: true, loans: [], moves: [] },
  contents: [{ recordId: idOf(5), number: '政収第12号', title: '国からの照会' }],
  ...more,
});

it('R-18: a scanned label opens its box, which is brought back; labels are printed for chosen boxes', async () => {
  let lent = aBox(1, { loan: aLoan(true), loans: [aLoan(true)] });
  const view = (boxes: PaperBoxView[]): PaperView => ({
    ...{ places: PLACES, boxes, more: false, may: { addPlace: true, addBox: true } },
  });
  desk.service.answer('GET /api/v1/paper', ({ path }) => ({
    body: view(path.includes('q=B000001') ? [lent] : [lent, aBox(2)]),
  }));
  desk.service.answer(`GET /api/v1/paper/boxes/${idOf(1)}`, () => ({ body: lent }));
  desk.service.answer(`POST /api/v1/paper/loans/${idOf(7)}/return`, () => {
    lent = aBox(1, { loans: [{ ...aLoan(false), returnedOn: '2026-11-20', mayReturn: false }] });
    return { body: lent };
  });
  const { page, complaints } = await desk.open('#/records/paper', { viewport: { width: 1280, height: 800 } });
  await page.getByTestId('box').first().waitFor();
  await page.getByText('期限超過').waitFor();
  await shoot(page, 'paper');
  await page.getByTestId('labels-all').check();
  await page.getByRole('button', { name: 'ラベルを印刷（2）' }).waitFor();
  await page.emulateMedia({ media: 'print' });
  await page.getByTestId('label').first().waitFor();
  expect(await page.getByTestId('box').first().isVisible()).toBe(false);
  await shoot(page, 'paper-labels');
  await page.emulateMedia({ media: 'screen' });
  await atRest(page);
  expect(await seriousTroubles(page)).toEqual([]);
  // As a scanner does it.
  await page.getByTestId('paper-words').fill('B000001');
  await page.getByTestId('paper-words').press('Enter');
  await page.getByTestId('box-content').waitFor();
  await shoot(page, 'paper-box');
  await page.getByTestId('put-submit').click();
  await page.getByText('入力してください').waitFor();
  await page.getByTestId('loan-return').click();
  await page.getByTestId('lend').waitFor();
  const heading = page.getByRole('heading', { level: 1 });
  await eventually(() => heading.evaluate((one) => one === document.activeElement), true);
  await page.getByTestId('lend').click();
  await page.getByTestId('lend-dialog-submit').click();
  await page.getByTestId('lend-dialog').getByText('入力してください').waitFor();
  await page.setViewportSize({ width: 390, height: 760 });
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  expect(complaints).toEqual([]);
});

it('O-05: each line of the to-do leads where it is settled', async () => {
  const { page, complaints } = await desk.open('#/records/todo', { viewport: { width: 390, height: 900 } });
  await page.getByTestId('todo-unfiled').waitFor();
  await page.getByText('ほか24件').waitFor();
  await shoot(page, 'records-todo-390');
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  const links = async (kind: string) =>
    page
      .getByTestId(`todo-${kind}`)
      .getByRole('link')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
  expect(await links('undistributed')).toEqual([`#/records/register/${idOf(4)}`, '#/records/receipts']);
  expect(await links('overdue')).toEqual([`#/records/paper/${idOf(1)}`, '#/records/paper?only=OVERDUE']);
  expect(await links('lists')).toEqual([`#/records/disposals/${idOf(3)}`, '#/records/disposals']);
  expect(await links('unnumbered')).toEqual([`#/records/${idOf(5)}`, '#/records']);
  await atRest(page);
  expect(await seriousTroubles(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

it('R-23: the section answers what is proposed; R-21: the catalogue is seen before it is given out', async () => {
  desk.service.answer(`POST /api/v1/records/${idOf(6)}/space-answer`, () => ({ body: {} }));
  const { page, complaints } = await desk.open('#/records/space', { viewport: { width: 1280, height: 900 } });
  await page.getByTestId('space-ends').getByText('3件で39 KB空きます').first().waitFor();
  await shoot(page, 'space');
  const sent = page.waitForRequest((request) => request.url().endsWith('/space-answer'));
  await page.getByRole('button', { name: '「照会の写し」：手放してよい' }).click();
  expect((await sent).postDataJSON()).toEqual({ answer: 'LET_GO' });
  await atRest(page);
  expect(await seriousTroubles(page)).toEqual([]);

  await page.goto(`${desk.service.origin}/tab/#/records/catalogue`);
  await page.getByTestId('catalogue-row').first().waitFor();
  await page.getByText('自治体機密性3の文書を含む・関係者だけが読める案件を含む').waitFor();
  await shoot(page, 'catalogue');
  expect(complaints).toEqual([]);
});

it('R-18: a shelf is added by one request, however often one presses; a form that was put away gives the focus back', async () => {
  desk.service.answer('POST /api/v1/paper/places', () => ({
    body: { places: PLACES, boxes: [], more: false, may: { addPlace: true, addBox: true } },
  }));
  const { page } = await desk.open('#/records/paper', { viewport: { width: 390, height: 760 } });
  const add = page.getByTestId('place-add');
  const hasFocus = () => add.evaluate((one) => one === document.activeElement);
  await add.click();
  await page.getByTestId('place-store').waitFor();
  await page.keyboard.press('Escape');
  await page.getByTestId('place-dialog').waitFor({ state: 'detached' });
  await eventually(hasFocus, true);
  await add.click();
  await page.getByTestId('place-store').fill('北書庫');
  await page.getByTestId('place-shelf').fill('C-1');
  await pressTwice(page.getByTestId('place-dialog-submit'));
  await page.getByTestId('place-dialog').waitFor({ state: 'detached' });
  await eventually(hasFocus, true);
  expect(desk.service.calls.filter(({ method, path }) => method === 'POST' && path.endsWith('/places'))).toHaveLength(
    1,
  );
});

it('R-21: the catalogue is read on a phone, a card for each 簿冊', async () => {
  const { page, complaints } = await desk.open('#/records/catalogue', { viewport: { width: 390, height: 760 } });
  const row = page.getByTestId('catalogue-row').first();
  await row.waitFor();
  await shoot(page, 'catalogue-390');
  expect(await page.getByRole('cell', { name: '道路台帳' }).count()).toBe(1);
  // In a line of its own, as wide as the card.
  expect((await row.getByRole('cell').first().boundingBox())?.width).toBeGreaterThan(300);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await atRest(page);
  expect(await seriousTroubles(page)).toEqual([]);
  expect(complaints).toEqual([]);
});
