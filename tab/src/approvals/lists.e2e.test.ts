import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { shoot } from '../testing/browser.ts';
import { aDecidedCase, caseId } from '../testing/cases.ts';
import { type Desk, setUpDesk } from '../testing/desk.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await setUpDesk();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

describe('A-02: what one’s own section has decided', () => {
  it('A-02: is a list of its own beside all cases, searched by itself, on a phone too', async () => {
    const view = aDecidedCase({ id: caseId(2), title: '港まつりの警備委託について' });
    desk.service.world.cases.set(view.id, view);
    const { page } = await desk.open('#/all');
    await page.setViewportSize({ width: 375, height: 760 });
    await page.getByTestId('list-section').click();
    await page.getByRole('heading', { name: '課の決裁済み' }).waitFor();
    await page.getByText('港まつりの警備委託について').waitFor();
    await page.getByTestId('case-search').fill('警備');
    await page.waitForURL(/#\/section\?q=/);
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
    const asked = desk.service.calls.filter(({ path }) => path.startsWith('/api/v1/cases?')).map(({ path }) => path);
    expect(asked.some((path) => path.includes('box=section'))).toBe(true);
    await shoot(page, 'list-section-phone');
  });
});
