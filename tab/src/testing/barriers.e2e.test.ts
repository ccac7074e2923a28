import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { barrierFinder } from './barriers.ts';
import { type Desk, setUpDesk } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await setUpDesk();
});
afterAll(() => desk.close());

it('what is half gone while a page is looked at is measured as it is in the end, and what cannot be read is found', async () => {
  const findBarriers = await barrierFinder();
  const { page } = await desk.blank();
  const shown = (colour: string) =>
    `<!doctype html><html lang="ja"><title>頁</title><main><h1>頁</h1><p style="color:${colour}">消える知らせ</p></main>`;
  await page.setContent(shown('#222'));
  await page.evaluate(() => {
    const fading = document.querySelector('p')?.animate([{ opacity: 1 }, { opacity: 0.1 }], 600_000);
    if (fading) fading.currentTime = 400_000;
  });
  expect(await findBarriers(page)).toEqual([]);
  await page.setContent(shown('#ccc'));
  expect(await findBarriers(page)).toEqual([expect.stringContaining('color-contrast')]);
});
