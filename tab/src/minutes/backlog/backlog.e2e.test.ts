import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { shoot } from '../../testing/browser.ts';
import { aBacklog } from '../../testing/course.ts';
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
      expect(figures.join()).toContain('34.5時間（12件のうち9件）');
      expect(await page.getByText('発言の長さの3倍').innerText()).toContain('見込み');
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

  it('says so where editing took longer than typing, where no meeting could be reckoned, and where it may not tell', async () => {
    const { measures } = desk.service.world.minutes.backlog;
    const savedAs = async (saved: Partial<typeof measures.saved>, told: Partial<typeof measures.told> = {}) => {
      desk.service.world.minutes.backlog = aBacklog({
        measures: { ...measures, saved: { ...measures.saved, ...saved }, told: { ...measures.told, ...told } },
      });
      const { page, complaints } = await desk.open('#/meetings/backlog');
      const figures = page.getByTestId('backlog-figures').nth(1);
      await figures.waitFor();
      await shoot(page, `backlog-saved-${saved.meetings}`);
      expect(complaints).toEqual([]);
      return figures.innerText();
    };
    expect(await savedAs({ hours: -0.4, meetings: 1 })).toContain('-0.4時間（12件のうち1件）');
    expect(await savedAs({ hours: null, meetings: 0 })).toContain('時刻の付いた文字起こしのある会議がありません');
    const withheld = await savedAs({ hours: null, meetings: 2 }, { hours: 'FEW', averageDays: 'OTHERS' });
    expect(withheld).toContain('件数が少ないため表示しません');
    expect(withheld).toContain('件数の少ないほかの所属の値が分かるため表示しません');
  });
});
