import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { staffOf } from '../testing/attendance.ts';
import { atRest, barrierFinder, COLOURS, type FindBarriers, LOOKS, look, overflow } from '../testing/barriers.ts';
import { type OpenPage, shoot } from '../testing/browser.ts';
import { aCase, aDecidedCase, aRegisterRow, caseId } from '../testing/cases.ts';
import { type Desk, setUpDesk } from '../testing/desk.ts';
import { EVERYTHING_ON, ROLL_ID } from '../testing/disaster.ts';
import { inEnglish } from '../testing/english-world.ts';
import { eventually } from '../testing/eventually.ts';
import { aReceivedInstruction } from '../testing/instructions.ts';
import { aMeeting, meetingId } from '../testing/meetings.ts';
import { pollIdOf } from '../testing/polls.ts';
import { PACK_ID } from '../testing/stand-in-packs.ts';
import { writtenIdOf } from '../testing/written.ts';

let desk: Desk;
let seriousTroubles: FindBarriers;

beforeAll(async () => {
  desk = await setUpDesk();
  seriousTroubles = await barrierFinder();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

const LONG = `${'市民活動支援事業補助金交付要綱'.repeat(9)}の一部改正について`;

const VIEWS = [
  { name: 'inbox', route: '#/inbox', wait: 'case-row' },
  { name: 'meetings', route: '#/meetings', wait: 'meeting-row' },
  { name: 'meeting', route: `#/meetings/${meetingId(1)}`, wait: 'seen-by' },
  { name: 'transcript', route: `#/meetings/${meetingId(1)}/transcript`, wait: 'line' },
  { name: 'minutes', route: `#/meetings/${meetingId(1)}/minutes`, wait: 'sentence' },
  { name: 'until final', route: `#/meetings/${meetingId(1)}/course`, wait: 'place-hold' },
  { name: 'confirm', route: `#/meetings/${meetingId(1)}/confirm`, wait: 'agree' },
  { name: 'minutes due', route: '#/meetings/backlog', wait: 'backlog-row' },
  { name: 'minutes kept', route: '#/meetings/kept', wait: 'kept-row' },
  { name: 'publication', route: `#/meetings/${meetingId(1)}/publication`, wait: 'text' },
  { name: 'history', route: `#/meetings/${meetingId(1)}/history`, wait: 'history-entry' },
  { name: 'templates', route: '#/meetings/templates', wait: 'tag' },
  { name: 'glossary', route: '#/meetings/glossary', wait: 'term' },
  { name: 'search', route: '#/meetings/search?q=%E6%B1%BA%E5%AE%9A', wait: 'hit' },
  { name: 'new meeting', route: '#/meetings/new', wait: 'meeting-form' },
  { name: 'board', route: '#/board', wait: 'board-row' },
  { name: 'presence', route: '#/presence', wait: 'presence-row' },
  { name: 'week', route: '#/schedules?from=2026-11-23', wait: 'week-synced' },
  { name: 'slots', route: '#/schedules/slots', wait: 'slots-search' },
  { name: 'my bookings', route: '#/schedules/bookings', wait: 'booking-row' },
  { name: 'polls', route: '#/schedules/polls', wait: 'poll-row' },
  { name: 'new poll', route: '#/schedules/polls/new', wait: 'poll-form' },
  { name: 'poll', route: `#/schedules/polls/${pollIdOf(1)}`, wait: 'poll-person' },
  { name: 'written', route: `#/schedules/written/${writtenIdOf(1)}`, wait: 'written-say' },
  { name: 'new written', route: '#/schedules/written/new', wait: 'written-form' },
  { name: 'rooms', route: '#/schedules/rooms?day=2026-11-24', wait: 'rooms-day' },
  { name: 'yearly', route: '#/schedules/yearly', wait: 'yearly-table' },
  { name: 'hours', route: '#/schedules?from=2026-11-24&days=1', wait: 'week-synced' },
  { name: 'statistics', route: '#/statistics', wait: 'months-chart' },
  { name: 'packs', route: '#/packs', wait: 'pack-section' },
  { name: 'pack', route: `#/packs/${PACK_ID}`, wait: 'pack-section' },
  { name: 'instructions', route: '#/instructions', wait: 'instruction-row' },
  { name: 'settings', route: '#/settings', wait: 'absence-row' },
  { name: 'people', route: '#/confirmations?month=2026-10', wait: 'person-row' },
  { name: 'sheet', route: `#/confirmations/${staffOf(1)}?month=2026-10`, wait: 'sheet-row' },
  { name: 'reports', route: '#/reports?day=2026-10-30', wait: 'report-row' },
  { name: 'closing', route: '#/closing?month=2026-10', wait: 'rates' },
  { name: 'today', route: '#/workday', wait: 'report-PLAN' },
  { name: 'my month', route: '#/workday/sheet?month=2026-11', wait: 'sheet-row' },
  { name: 'applications', route: '#/workday/applications', wait: 'application' },
  { name: 'rules of telework', route: '#/workday/rules', wait: 'rule' },
  { name: 'telework', route: '#/workday/new?kind=TELEWORK', wait: 'apply' },
  { name: 'leave', route: '#/workday/new?kind=LEAVE', wait: 'leave-balance' },
  { name: 'registration', route: '#/workday/new?kind=REGISTRATION', wait: 'apply' },
  { name: 'overtime', route: '#/workday/new?kind=OVERTIME', wait: 'apply' },
  { name: 'trip', route: '#/workday/new?kind=TRIP', wait: 'apply' },
  { name: 'emergency', route: '#/disaster', wait: 'order' },
  { name: 'roll', route: `#/disaster/${ROLL_ID}?kind=safety`, wait: 'unit-row' },
  { name: 'register', route: '#/register', wait: 'register-row' },
  { name: 'case', route: `#/cases/${caseId(1)}`, wait: 'history-entry' },
  { name: 'decided', route: `#/cases/${caseId(2)}`, wait: 'history-entry' },
] as const;

type View = (typeof VIEWS)[number];
const viewOf = (name: View['name']): View => VIEWS.find((view) => view.name === name) ?? VIEWS[0];
const CASE = viewOf('case');
const REGISTER = viewOf('register');

async function show({ route, wait }: View, options?: BrowserContextOptions): Promise<OpenPage> {
  const { world } = desk.service;
  if (wait === 'rates') world.me = { ...world.me, roles: ['PERSONNEL'] };
  const opened = await desk.open(route, options);
  await opened.page.getByTestId(wait).first().waitFor();
  return opened;
}

/** A long title without a place to break, as city halls write them. */
function writeLongTitles(): void {
  const { world } = desk.service;
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
  beforeEach(() => {
    if (view.route.startsWith('#/disaster')) desk.service.world.disaster.view = EVERYTHING_ON;
  });

  it('is without serious barriers on a phone and on a desk, in every colour', async () => {
    const { page } = await show(view, { ...COLOURS.contrast, viewport: { width: 390, height: 760 } });
    const troubles: Record<string, string[]> = {};
    for (const [colours, width] of LOOKS) {
      await look(page, colours, width);
      await shoot(page, `look-${view.name}-${colours}-${width}`);
      const serious = await seriousTroubles(page);
      if (serious.length > 0) troubles[`${colours} ${width}`] = serious;
    }
    expect(troubles).toEqual({});
  });

  it.each([360, 640])(
    'fits %i pixels (a phone; 200 % zoom) with the longest titles, nothing clipped',
    async (width) => {
      writeLongTitles();
      const { page } = await show(view, { viewport: { width, height: 760 } });
      await shoot(page, `look-${view.name}-long-${width}`);
      await eventually(async () => (await overflow(page)) > 0, false);
      await eventually(() => clipped(page), []);
    },
  );

  it('is English through and through when English is chosen', async () => {
    inEnglish(desk.service.world);
    const { page } = await show(view);
    await page.getByTestId('account-menu').click();
    await page.getByTestId('language-switch').click();
    await page.getByRole('link', { name: 'Inbox' }).waitFor();
    await shoot(page, `look-${view.name}-english`);
    const words = await page.evaluate(() => {
      const labels = [...document.querySelectorAll('[aria-label], [placeholder], [title]')].flatMap((element) =>
        ['aria-label', 'placeholder', 'title'].map((name) => element.getAttribute(name) ?? ''),
      );
      const shown = [...document.body.children].filter(({ tagName }) => !['NOSCRIPT', 'SCRIPT'].includes(tagName));
      return [document.title, ...shown.map(({ textContent }) => textContent), ...labels].join('\n');
    });
    expect(words.match(/.*[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef].*/g) ?? []).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    const asked = () => desk.service.calls.map(({ headers }) => headers['accept-language']);
    await eventually(() => asked().includes('en'), true);
  });
});

describe('a dialog', () => {
  it.each([360, 1280])('is without serious barriers and fits at %i', async (width) => {
    const { page } = await show(CASE, { viewport: { width, height: 700 } });
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
    const { page } = await show(REGISTER);
    await page.emulateMedia({ media: 'print' });
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
