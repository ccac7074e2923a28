import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { shoot } from '../testing/browser.ts';
import { type Desk, setUpDesk } from '../testing/desk.ts';
import { NOTHING_ON } from '../testing/disaster.ts';
import { eventually } from '../testing/eventually.ts';
import { DRAFTER, ME } from '../testing/people.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await setUpDesk();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

const ALWAYS = [
  'workday',
  'inbox',
  'drafting',
  'drafted',
  'instructions',
  'board',
  'all',
  'records',
  'meetings',
  'statistics',
];
const RULES = ['explain', 'packs'];

interface Somebody {
  readonly be: () => void;
  readonly pages: readonly string[];
  /** What the row shows at 1280 pixels on the page of the inbox. */
  readonly row: readonly string[];
}

const PEOPLE: Readonly<Record<'clerk' | 'head' | 'personnel', Somebody>> = {
  clerk: {
    be: () => {
      const { world } = desk.service;
      world.me = {
        ...ME,
        ...DRAFTER,
        posts: [{ ...ME.posts[0], postId: 'p1', title: '主事', unitName: '政策課 政策係', concurrent: false }],
      };
      world.instructions.below = [];
    },
    pages: [...ALWAYS, 'schedules', 'presence', ...RULES, 'settings'],
    row: ['workday', 'inbox', 'drafting', 'drafted', 'instructions', 'schedules', 'presence'],
  },
  head: {
    be: () => {
      desk.service.world.me = { ...ME, name: '総務部長 東海林 誠一郎' };
    },
    pages: [...ALWAYS, 'schedules', 'presence', 'confirmations', ...RULES, 'settings'],
    row: ['workday', 'inbox', 'drafting', 'drafted', 'schedules', 'presence', 'confirmations'],
  },
  personnel: {
    be: () => {
      const { world } = desk.service;
      world.me = { ...ME, roles: ['PERSONNEL'] };
      world.disaster.view = { ...NOTHING_ON, may: { ask: true, call: true, paper: true } };
    },
    pages: [
      ...ALWAYS,
      'schedules',
      'presence',
      'confirmations',
      'closing',
      'disaster',
      ...RULES,
      'rehearsals',
      'settings',
    ],
    row: ['workday', 'inbox', 'drafting', 'drafted', 'schedules', 'presence', 'disaster'],
  },
};
type Who = keyof typeof PEOPLE;

const more = (page: Page) => page.getByTestId('nav-more');

async function open(who: Who, { width, route = '#/inbox', ...options }: Opening): Promise<Page> {
  PEOPLE[who].be();
  const { page } = await desk.open(route, { viewport: { width, height: 740 }, ...options });
  await page.getByTestId('account-menu').waitFor();
  await page.getByTestId('nav-inbox').getByText('2').waitFor();
  return page;
}
interface Opening extends BrowserContextOptions {
  readonly width: number;
  readonly route?: string;
}

async function inEnglish(page: Page): Promise<void> {
  await page.getByTestId('account-menu').click();
  await page.getByTestId('language-switch').click();
  await page.getByRole('link', { name: 'Inbox' }).waitFor();
}

/** What somebody sees in the row, from left to right. */
const inRow = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('header nav a')]
      .filter((link) => link.offsetWidth > 0)
      .map((link) => link.getAttribute('href')?.replace('#/', '') ?? ''),
  );

/** Whatever of the header is not wholly in one row inside the window. */
const troubles = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const header = document.querySelector('header');
    const parts = [...document.querySelectorAll<HTMLElement>('header nav a, header button')].filter(
      (part) => part.offsetWidth > 0,
    );
    const boxes = parts.map((part) => ({ name: part.textContent ?? '', box: part.getBoundingClientRect() }));
    const list = document.querySelector('header nav ul');
    const edge = list?.getBoundingClientRect().right ?? 0;
    const middle = header ? header.getBoundingClientRect().top + header.getBoundingClientRect().height / 2 : 0;
    return [
      ...boxes.filter(({ box }) => box.top > middle || box.bottom < middle).map(({ name }) => `another row: ${name}`),
      ...boxes.filter(({ box }) => box.left < 0 || box.right > window.innerWidth).map(({ name }) => `outside: ${name}`),
      ...boxes
        .filter(({ box }, at) => at < boxes.length - 1 && box.right > edge + 0.5)
        .map(({ name }) => `cut: ${name}`),
      ...(document.documentElement.scrollWidth > document.documentElement.clientWidth ? ['the page scrolls'] : []),
    ];
  });

/** Opens the menu and reads its pages. */
async function inMenu(page: Page): Promise<string[]> {
  await more(page).focus();
  await page.keyboard.press('Enter');
  const items = page.getByRole('menuitem');
  await items.first().waitFor();
  const hrefs = await items.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  return hrefs.map((href) => href.replace('#/', ''));
}

/** Until the row and the open menu together have each of these once; whom a page concerns is known a little later. */
async function untilThere(page: Page, pages: readonly string[]): Promise<void> {
  await page.waitForFunction(
    (all) => {
      const links = document.querySelectorAll<HTMLElement>('header nav a, a[role="menuitem"]');
      const shown = [...links].filter((link) => link.offsetWidth > 0);
      return (
        shown
          .map((link) => link.getAttribute('href'))
          .sort()
          .join() === all
      );
    },
    pages
      .map((name) => `#/${name}`)
      .sort()
      .join(),
  );
}

/** Until the row has exactly these. */
async function untilRow(page: Page, pages: readonly string[]): Promise<void> {
  await page.waitForFunction((all) => {
    const links = [...document.querySelectorAll<HTMLElement>('header nav a')].filter((link) => link.offsetWidth > 0);
    return links.map((link) => link.getAttribute('href')).join() === all;
  }, pages.map((name) => `#/${name}`).join());
}

describe.each(Object.keys(PEOPLE) as Who[])('the navigation of a %s', (who) => {
  it.each([360, 390, 768, 1024, 1280])(
    'is one row with the account menu at %i pixels, and every page is there once',
    async (width) => {
      const page = await open(who, { width });
      await inMenu(page);
      await untilThere(page, PEOPLE[who].pages);
      await shoot(page, `nav-${who}-${width}-open`);
      await eventually(async () => (await inRow(page)).slice(0, 2), ['workday', 'inbox']);
      await eventually(() => troubles(page), []);
      await page.keyboard.press('Escape');
      await page.locator('[data-testid="nav-more"]:focus').waitFor();
      await inEnglish(page);
      await page.getByRole('button', { name: 'More' }).waitFor();
      await shoot(page, `nav-${who}-${width}-en`);
      await eventually(() => troubles(page), []);
    },
  );

  it('has what is needed most in the row of a wide window', async () => {
    const page = await open(who, { width: 1280 });
    await untilRow(page, PEOPLE[who].row);
    await eventually(() => troubles(page), []);
  });
});

describe('the page one is on', () => {
  it.each([360, 390, 768, 1280])(
    'is in the row and says so, wherever one goes by keyboard at %i pixels',
    async (width) => {
      const page = await open('personnel', { width });
      await inMenu(page);
      await untilThere(page, PEOPLE.personnel.pages);
      await page.keyboard.press('Escape');
      await page.locator('[data-testid="nav-more"]:focus').waitFor();
      for (const name of ['statistics', 'closing', 'settings', 'rehearsals', 'board']) {
        const menu = await inMenu(page);
        for (const next of menu) {
          await page.locator(`[data-testid="nav-${next}"]:focus`).waitFor();
          if (next === name) break;
          await page.keyboard.press('ArrowDown');
        }
        await page.keyboard.press('Enter');
        await page.waitForURL(`**/#/${name}`);
        await page.locator(`header [data-testid="nav-${name}"][aria-current="page"]`).waitFor();
        await page.getByRole('menu').waitFor({ state: 'detached' });
        await page.locator('[data-page-heading]:focus').waitFor();
        await eventually(() => page.locator('[aria-current="page"]').count(), 1);
        await eventually(() => troubles(page), []);
      }
      await shoot(page, `nav-current-${width}`);
      await page.getByTestId('nav-inbox').press('Enter');
      await page.locator('[data-testid="nav-inbox"][aria-current="page"]').waitFor();
      await eventually(async () => (await inRow(page)).includes('board'), false);
    },
  );

  it('stays in sight with forced colours', async () => {
    const page = await open('personnel', {
      width: 390,
      route: '#/statistics',
      forcedColors: 'active',
      colorScheme: 'dark',
    });
    await shoot(page, 'nav-current-contrast');
    await page.locator('header nav a[href="#/statistics"]').waitFor();
    await eventually(() => troubles(page), []);
  });
});

describe('a change of room', () => {
  it('moves pages between the row and the menu, and counts what waits on either', async () => {
    const page = await open('head', { width: 360 });
    const narrow = ['workday', 'inbox', 'drafting', 'drafted'];
    await untilRow(page, narrow);
    await eventually(() => page.getByTestId('nav-inbox').textContent(), '受信箱2');
    await page.setViewportSize({ width: 1280, height: 740 });
    await untilRow(page, PEOPLE.head.row);
    await page.setViewportSize({ width: 360, height: 740 });
    await untilRow(page, narrow);
  });

  it('says by heading how the pages of the menu belong together', async () => {
    const page = await open('personnel', { width: 1280 });
    await untilRow(page, PEOPLE.personnel.row);
    await inMenu(page);
    const names = await page
      .getByRole('group')
      .evaluateAll((groups) =>
        groups.map((group) => document.getElementById(group.getAttribute('aria-labelledby') ?? '')?.textContent),
      );
    expect(names).toEqual(['決裁と文書', '勤務', '規程と設定']);
  });
});

/** Where the first notice stands and whether a press on it would be one on it, as soon as it is there: it goes by itself. */
const noticed = async (page: Page) => {
  const seen = await page.waitForFunction(() => {
    const notice = document.querySelector('[data-testid="toast"]');
    const row = document.querySelector('header')?.getBoundingClientRect();
    if (!notice || !row) return null;
    const { top, left, width, height } = notice.getBoundingClientRect();
    const pressed = document.elementFromPoint(left + width / 2, top + height / 2);
    return { isBelow: top >= row.bottom, isInTheWay: notice.contains(pressed) };
  });
  return seen.jsonValue();
};

describe('a notice', () => {
  it.each([390, 1280])(
    'stands below the row of pages, and keeps nobody from what it lies over (%i pixels)',
    async (width) => {
      const page = await open('clerk', { width, route: '#/workday' });
      const [seen] = await Promise.all([noticed(page), page.getByTestId('punch-PAUSE').click()]);
      expect(seen).toEqual({ isBelow: true, isInTheWay: false });
      await shoot(page, `notice-${width}`);
    },
  );
});
