import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { barrierFinder, COLOURS, type FindBarriers } from '../../testing/barriers.ts';
import { shoot } from '../../testing/browser.ts';
import { type Desk, setUpDesk } from '../../testing/desk.ts';
import { eventually } from '../../testing/eventually.ts';
import { lookingOver } from '../../testing/looking-over.ts';
import { COLLEAGUE, COLLEAGUE_FOUND } from '../../testing/people.ts';
import { writtenIdOf } from '../../testing/written.ts';

let desk: Desk;
let seriousTroubles: FindBarriers;
beforeAll(async () => {
  desk = await setUpDesk();
  seriousTroubles = await barrierFinder();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

/** On Tuesday, 24 November 2026, at half past ten. */
async function open(route = '', options?: BrowserContextOptions): Promise<Page> {
  desk.service.answer('GET /api/v1/directory/staff', () => ({ body: COLLEAGUE_FOUND }));
  const { page } = await desk.blank({ ...options, now: '2026-11-24T10:30:00+09:00' });
  await page.goto(`${desk.service.origin}/tab/#/schedules/written${route}`);
  return page;
}

const sent = (by = 'POST') =>
  desk.service.calls
    .filter(({ method, path }) => method === by && path.startsWith('/api/v1/schedules/written'))
    .map(({ body }) => body);

describe('5.2.4: a meeting in writing in the tab', () => {
  it('is called with matters, proposals and a quorum, and not before all of it is there', async () => {
    const page = await open();
    await page.getByTestId('written-new').click();
    await page.getByTestId('written-send').click();
    await page.getByText('会議名を入力してください').waitFor();
    await page.getByTestId('written-title').fill('総務部会');
    await page.getByTestId('directory-picker').first().click();
    await page.getByTestId('directory-picker').first().pressSequentially('三郎');
    await page.getByRole('option', { name: '主査 三郎' }).click();
    await page.getByTestId('written-item').fill('窓口の時間');
    await page.getByTestId('written-send').click();
    await page.getByText('議題と提案を入力してください').waitFor();
    await page.getByTestId('written-proposal').fill('17時までとする。');
    await shoot(page, 'written-new');
    await page.getByTestId('written-send').click();
    await page.waitForURL(`**/#/schedules/written/${writtenIdOf(3)}`);
    expect(sent()).toEqual([
      expect.objectContaining({
        ...{ title: '総務部会', participants: [COLLEAGUE.staffId], quorum: 1 },
        ...{ opensAt: '2026-11-25T09:00:00+09:00', closesAt: '2026-11-28T17:00:00+09:00' },
        items: [{ title: '窓口の時間', proposal: '17時までとする。' }],
      }),
    ]);
    await page.getByTestId('written-cancel').click();
    await page.getByRole('button', { name: '取りやめない' }).click();
    await page.getByTestId('written-end-dialog').waitFor({ state: 'detached' });
    expect(sent()).toHaveLength(1);
    await page.getByTestId('written-cancel').press('Enter');
    await page.getByTestId('written-end-confirm').click();
    await page.getByTestId('written-state').getByText('取りやめ').waitFor();
  });

  it('is written to by whoever takes part, by the keyboard, and shows what everybody wrote', async () => {
    const page = await open();
    await page.getByTestId('written-row').first().getByText('意見を出してください').waitFor();
    await page.getByRole('link', { name: '窓口改善部会' }).click();
    await page.getByTestId('written-participant').first().waitFor();
    expect(await page.getByTestId('written-participant').allInnerTexts()).toEqual([
      '政策課 政策係 主査 主査 三郎 意見あり',
      '政策課 課長 課長 次郎 意見なし',
    ]);
    await page.getByTestId('written-say-send').click();
    await page.getByText('賛否か意見を入れてください').waitFor();
    await page.getByTestId('written-stance').first().getByRole('radio', { name: '反対' }).press('Space');
    await page.getByTestId('written-comment').first().fill('来庁者が困ります。');
    await shoot(page, 'written-say');
    await page.getByTestId('written-say-send').press('Enter');
    await page.getByTestId('written-remark').getByText('来庁者が困ります。').waitFor();
    expect(sent()).toEqual([
      { remarks: [expect.objectContaining({ stance: 'AGAINST', comment: '来庁者が困ります。' })] },
    ]);
    desk.service.world.written.written = [];
    const none = await open();
    await none.getByText('書面会議はありません').waitFor();
  });

  it('is changed until it begins: times, people, matters and quorum; begun meanwhile, it says so', async () => {
    const page = await open(`/${writtenIdOf(2)}`);
    await page.getByTestId('written-change').click();
    expect(await page.getByTestId('written-opensDay').inputValue()).toBe('2026-11-30');
    expect(await page.getByTestId('written-closesTime').inputValue()).toBe('17:00');
    await page.getByTestId('written-closesDay').fill('2026-12-04');
    await page.getByTestId('written-quorum').fill('3');
    await page.getByTestId('written-send').click();
    await page.getByText('定足数は1人から参加者の人数まで').waitFor();
    await page.getByTestId('written-quorum').fill('1');
    await page.getByTestId('written-item-remove').nth(1).click();
    await page.getByTestId('written-proposal').fill('16時までとする。');
    await shoot(page, 'written-change');
    const path = `PATCH /api/v1/schedules/written/${writtenIdOf(2)}`;
    const begun = desk.service.world.problem(
      409,
      'schedules.written_begun',
      '始まった書面会議の内容は変えられません。',
    );
    desk.service.answer(path, () => ({ status: 409, body: begun }));
    await page.getByTestId('written-send').click();
    await page.getByText('始まった書面会議の内容は変えられません。').waitFor();
    desk.service.restore();
    const { written } = desk.service.world.written;
    desk.service.world.written.written = written.map((one) => ({ ...one, version: 9 }));
    await eventually(() => desk.service.listeners > 0, true);
    const asked = page.waitForResponse((answer) => answer.url().endsWith(writtenIdOf(2)));
    desk.service.tell('-', 1, 'schedules');
    await asked;
    await page.getByTestId('written-send').click();
    await page.getByTestId('toast').getByText('変更しました').waitFor();
    // As it was when the form was opened.
    expect(sent('PATCH').at(-1)).toMatchObject({
      ...{ version: 2, quorum: 1, closesAt: '2026-12-04T17:00:00+09:00' },
      participants: [COLLEAGUE.staffId],
      items: [{ title: '窓口の時間', proposal: '16時までとする。' }],
    });
    await page.getByTestId('written-matter').getByText('16時までとする。').waitFor();
    expect(await page.getByTestId('written-matter').count()).toBe(1);
  });

  it('is changed and called off without serious barriers, and fits, in every colour', async () => {
    const page = await open(`/${writtenIdOf(2)}`, COLOURS.contrast);
    const { troubles, lookOver } = lookingOver(page, 'written', seriousTroubles);
    await page.getByTestId('written-cancel').click();
    await page.getByTestId('written-end-dialog').waitFor();
    await lookOver('end');
    await page.getByRole('button', { name: '取りやめない' }).click();
    await page.getByTestId('written-change').click();
    await page.getByTestId('written-form').waitFor();
    await lookOver('change');
    expect(troubles).toEqual({});
  });
});
