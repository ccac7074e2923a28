import { afterAll, afterEach, beforeAll, describe, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { atRest, overflow } from '../testing/barriers.ts';
import { shoot } from '../testing/browser.ts';
import { aCase, aDecidedCase, aRegisterRow, caseId } from '../testing/cases.ts';
import { type Desk, setUpDesk } from '../testing/desk.ts';
import { eventually } from '../testing/eventually.ts';
import { aReceivedInstruction } from '../testing/instructions.ts';
import { aMeeting } from '../testing/meetings.ts';
import type { World } from '../testing/stand-in-world.ts';
import { openTo, VIEWS } from '../testing/views.ts';

let desk: Desk;
// One page goes through all the views, blank between them: to open another one costs as much as to look at two.
let page: Page;

beforeAll(async () => {
  desk = await setUpDesk();
  ({ page } = await desk.blank());
});
afterEach(() => desk.tidyButKeep(page));
afterAll(() => desk.close());

const LONG = `${'市民活動支援事業補助金交付要綱'.repeat(9)}の一部改正について`;

/** A long title without a place to break, as city halls write them. */
function writeLongTitles(world: World): void {
  world.cases.set(caseId(1), aCase({ title: LONG, proposalText: LONG }));
  world.cases.set(caseId(2), aDecidedCase({ id: caseId(2), title: LONG }));
  world.instructions.received = [aReceivedInstruction({ purpose: LONG, reader: LONG, overdue: true })];
  world.schedules.rows = world.schedules.rows.map((row) => ({
    ...row,
    person: { ...row.person, unitName: LONG },
    items: row.items.map((item) => ({ ...item, title: LONG, place: LONG })),
  }));
  world.rooms.rooms = world.rooms.rooms.map((room) => ({ ...room, name: LONG }));
  world.yearly.items = world.yearly.items.map((item) => ({ ...item, title: LONG, note: LONG }));
  world.minutes.meetings = [aMeeting({ title: LONG, place: LONG, seenBy: [LONG] })];
  const [first, ...others] = world.attendance.people;
  if (first) world.attendance.people = [{ ...first, person: { ...first.person, unitName: LONG } }, ...others];
  world.attendance.closing.units = world.attendance.closing.units.map((unit) => ({ ...unit, unitName: LONG }));
  world.register = [aRegisterRow(12, { title: LONG, counterparty: LONG.slice(0, 40) })];
}

/** Elements whose own text is wider than they are, and so cut off. */
const clipped = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('#root *')]
      .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 8)
      .filter((element) => getComputedStyle(element).overflowX !== 'visible')
      // A table that scrolls by itself, by finger and by key.
      .filter((element) => element.tabIndex !== 0 || getComputedStyle(element).overflowX !== 'auto')
      .map((element) => element.outerHTML.slice(0, 120)),
  );

describe.each(VIEWS)('$name', (view) => {
  it('fits 360 pixels (a phone) and 640 (200 % zoom) with the longest titles, nothing clipped', async () => {
    await page.setViewportSize({ width: 360, height: 760 });
    await openTo(view, { desk, page }, writeLongTitles);
    for (const width of [360, 640]) {
      await page.setViewportSize({ width, height: 760 });
      await atRest(page);
      await shoot(page, `look-${view.name}-long-${width}`);
      await eventually(async () => [width, (await overflow(page)) > 0], [width, false]);
      await eventually(async () => [width, await clipped(page)], [width, []]);
    }
  });
});
