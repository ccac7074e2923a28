import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { shoot } from '../../testing/browser.ts';
import { type Desk, setUpDesk } from '../../testing/desk.ts';
import { eventually } from '../../testing/eventually.ts';
import { meetingId } from '../../testing/meetings.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await setUpDesk();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

describe('M-15, M-23: 会議録の期限', () => {
  it.each([
    ['phone', { viewport: { width: 390, height: 844 } }],
    ['dark', { colorScheme: 'dark' }],
  ] as const)(
    'is reached from the list, with the most pressing first and the figures of the year (%s)',
    async (name, options) => {
      const { page, complaints } = await desk.open('#/meetings', options);
      await page.getByTestId('to-backlog').click();
      const rows = page.getByTestId('backlog-row');
      await rows.first().waitFor();
      expect(await rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-meeting-id')))).toEqual(
        [1, 2, 3].map(meetingId),
      );
      for (const [at, words] of ['3日過ぎています', 'あと2日', '期限の定めなし'].entries())
        expect(await rows.nth(at).innerText()).toContain(words);
      const figures = await page.getByTestId('backlog-figures').allInnerTexts();
      expect(figures.join()).toContain('31.5');
      expect(figures.join()).toContain('12.5％（案の文480件のうち）');
      await shoot(page, `backlog-${name}`);
      await page.getByTestId('backlog-unit').selectOption({ label: '広報課' });
      // Asked for again whenever the connection for changes comes up: how often says nothing.
      const asked = () => desk.service.calls.map(({ path }) => path.split('backlog?unit=')[1]);
      await eventually(() => asked().includes('0193c0de-0000-7000-9300-000000000002'), true);
      await rows.first().getByRole('link').click();
      await page.waitForURL(`**/#/meetings/${meetingId(1)}/course`);
      expect(complaints).toEqual([]);
    },
  );
});
