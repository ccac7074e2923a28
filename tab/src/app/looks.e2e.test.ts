import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { atRest, barrierFinder, COLOURS, type FindBarriers, LOOKS, look, overflow } from '../testing/barriers.ts';
import { shoot } from '../testing/browser.ts';
import { type Desk, setUpDesk } from '../testing/desk.ts';
import { openTo, VIEWS, viewOf } from '../testing/views.ts';

let desk: Desk;
// One page goes through all the views, blank between them: to open another one costs as much as to look at two.
let page: Page;
let complaints: string[];
let seriousTroubles: FindBarriers;

beforeAll(async () => {
  // The one walk through every view on which React says what it thinks of them.
  desk = await setUpDesk({ build: 'development' });
  seriousTroubles = await barrierFinder();
  ({ page, complaints } = await desk.blank({ ...COLOURS.contrast, viewport: { width: 390, height: 760 } }));
});
afterEach(() => desk.tidyButKeep(page));
afterAll(() => desk.close());

describe.each(VIEWS)('$name', (view) => {
  it('is without serious barriers on a phone and on a desk, in every colour, and nothing complains', async () => {
    await page.emulateMedia(COLOURS.contrast);
    await page.setViewportSize({ width: 390, height: 760 });
    complaints.length = 0;
    await openTo(view, { desk, page });
    const troubles: Record<string, string[]> = {};
    for (const [colours, width] of LOOKS) {
      await look(page, colours, width);
      await shoot(page, `look-${view.name}-${colours}-${width}`);
      const serious = await seriousTroubles(page);
      if (serious.length > 0) troubles[`${colours} ${width}`] = serious;
    }
    expect(troubles).toEqual({});
    expect(complaints).toEqual([]);
  });
});

const PLAIN = { colorScheme: 'light', forcedColors: 'none' } as const;

describe('a dialog', () => {
  it.each([360, 1280])('is without serious barriers and fits at %i', async (width) => {
    await page.emulateMedia(PLAIN);
    await page.setViewportSize({ width, height: 700 });
    await openTo(viewOf('case'), { desk, page });
    await page.getByTestId('send-back-button').click();
    await page.getByTestId('confirm-button').click();
    await page.getByText('理由を入力してください').waitFor();
    await shoot(page, `look-dialog-${width}`);
    await atRest(page);
    expect(await seriousTroubles(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });
});

describe('the register on paper', () => {
  it('is printed on A4 landscape without the navigation (tens of points)', async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await openTo(viewOf('register'), { desk, page });
    await page.emulateMedia({ ...PLAIN, media: 'print' });
    await shoot(page, 'look-register-print');
    expect(await page.getByTestId('nav-inbox').isVisible()).toBe(false);
    expect(await page.getByTestId('register-row').count()).toBe(3);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const sizes = [...pdf.toString('latin1').matchAll(/MediaBox ?\[([^\]]*)\]/g)].map(([, box = '']) =>
      box
        .trim()
        .split(/\s+/)
        .slice(2)
        .map((points) => Math.floor(Number(points) / 10))
        .join('x'),
    );
    expect(sizes).toEqual(['84x59']);
  });
});
