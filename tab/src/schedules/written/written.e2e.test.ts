import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { ListedStaffPageSchema } from '@kaigi/core/contract';
import type { Page } from 'playwright-core';
import { shoot } from '../../testing/browser.ts';
import { type Desk, setUpDesk } from '../../testing/desk.ts';
import { COLLEAGUE } from '../../testing/people.ts';
import { writtenIdOf } from '../../testing/written.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await setUpDesk();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

const FOUND = ListedStaffPageSchema.parse({
  items: [
    {
      ...{ staffId: COLLEAGUE.staffId, name: COLLEAGUE.name, signInName: 'c@minato.example' },
      posts: [{ postId: 'p', title: '主査', unitId: 'u', unitName: '政策課', concurrent: false }],
    },
  ],
  nextCursor: null,
});

/** On Tuesday, 24 November 2026, at half past ten. */
async function open(route = ''): Promise<Page> {
  desk.service.answer('GET /api/v1/directory/staff', () => ({ body: FOUND }));
  const { page } = await desk.blank();
  await page.clock.setFixedTime(new Date('2026-11-24T10:30:00+09:00'));
  await page.goto(`${desk.service.origin}/tab/#/schedules/written${route}`);
  return page;
}

const sent = () =>
  desk.service.calls
    .filter(({ method, path }) => method === 'POST' && path.startsWith('/api/v1/schedules/written'))
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
    await page.getByTestId('written-state').getByText('取りやめ').waitFor();
  });

  it('is written to by whoever takes part, by the keyboard, and shows what everybody wrote', async () => {
    const page = await open();
    await page.getByTestId('written-row').first().getByText('意見を出してください').waitFor();
    await page.getByRole('link', { name: '窓口改善部会' }).click();
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
});
