import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { staffOf } from '../testing/attendance.ts';
import { type OpenPage, shoot } from '../testing/browser.ts';
import { aCase, aDecidedCase, aRegisterRow, caseId } from '../testing/cases.ts';
import { type Desk, setUpDesk } from '../testing/desk.ts';
import { EVERYTHING_ON, ROLL_ID } from '../testing/disaster.ts';
import { inEnglish } from '../testing/english-world.ts';
import { aReceivedInstruction } from '../testing/instructions.ts';
import { PACK_ID } from '../testing/stand-in-packs.ts';

jest.setTimeout(120_000);

const require = createRequire(import.meta.url);
let desk: Desk;
let axe = '';
let axeJa = '';

beforeAll(async () => {
  desk = await setUpDesk();
  axe = await readFile(require.resolve('axe-core/axe.min.js'), 'utf8');
  axeJa = await readFile(require.resolve('axe-core/locales/ja.json'), 'utf8');
}, 120_000);
afterEach(() => desk.tidy());
afterAll(() => desk.close());

const LONG = `${'市民活動支援事業補助金交付要綱'.repeat(9)}の一部改正について`;

const VIEWS = [
  { name: 'inbox', route: '#/inbox', wait: 'case-row' },
  { name: 'board', route: '#/board', wait: 'board-row' },
  { name: 'presence', route: '#/presence', wait: 'presence-row' },
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

const COLOURS = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  contrast: { colorScheme: 'dark', forcedColors: 'active' },
} as const satisfies Record<string, BrowserContextOptions>;

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
  const [first, ...others] = world.attendance.people;
  if (first) world.attendance.people = [{ ...first, person: { ...first.person, unitName: LONG } }, ...others];
  world.attendance.closing.units = world.attendance.closing.units.map((unit) => ({ ...unit, unitName: LONG }));
  world.register = [aRegisterRow(12, { title: LONG, counterparty: LONG.slice(0, 40) })];
}

async function seriousTroubles(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async (locale) => {
    const { axe } = window as unknown as {
      axe: {
        configure(options: unknown): void;
        run(
          where: unknown,
        ): Promise<{ violations: { id: string; impact: string; help: string; nodes: { html: string }[] }[] }>;
      };
    };
    axe.configure({ locale: JSON.parse(locale) });
    // Fluent's own sentinels hand the focus on at once.
    const { violations } = await axe.run({ exclude: [['[data-tabster-dummy]']] });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  }, axeJa);
}

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

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

  it.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 360],
    ['dark', 360],
    ['contrast', 390],
  ] as const)('is without serious barriers, %s at %i', async (colours, width) => {
    const { page } = await show(view, { ...COLOURS[colours], viewport: { width, height: 760 } });
    await shoot(page, `look-${view.name}-${colours}-${width}`);
    expect(await seriousTroubles(page)).toEqual([]);
  });

  it.each([360, 640])(
    'fits %i pixels (a phone; 200 % zoom) with the longest titles, nothing clipped',
    async (width) => {
      writeLongTitles();
      const { page } = await show(view, { viewport: { width, height: 760 } });
      await shoot(page, `look-${view.name}-long-${width}`);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      expect(await clipped(page)).toEqual([]);
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
    expect(desk.service.calls.at(-1)?.headers['accept-language']).toBe('en');
  });
});

describe('a dialog', () => {
  it.each([360, 1280])('is without serious barriers and fits at %i', async (width) => {
    const { page } = await show(CASE, { viewport: { width, height: 700 } });
    await page.getByTestId('send-back-button').click();
    await page.getByTestId('confirm-button').click();
    await page.getByText('理由を入力してください').waitFor();
    await shoot(page, `look-dialog-${width}`);
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
