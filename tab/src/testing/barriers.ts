import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { BrowserContextOptions, Page } from 'playwright-core';

const require = createRequire(import.meta.url);

/** Looks for barriers in a page; only what axe calls serious or critical is told. */
export type FindBarriers = (page: Page) => Promise<string[]>;

export async function barrierFinder(): Promise<FindBarriers> {
  const axe = await readFile(require.resolve('axe-core/axe.min.js'), 'utf8');
  const japanese = await readFile(require.resolve('axe-core/locales/ja.json'), 'utf8');
  return async (page) => {
    if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
    return page.evaluate(async (locale) => {
      const { axe } = window as unknown as {
        axe: {
          configure(options: unknown): void;
          run(
            where: unknown,
            how: unknown,
          ): Promise<{ violations: { id: string; impact: string; help: string; nodes: { html: string }[] }[] }>;
        };
      };
      axe.configure({ locale: JSON.parse(locale) });
      // Fluent's own sentinels hand the focus on at once.
      const where = { exclude: [['[data-tabster-dummy]']] };
      // What moves by now or begins to meanwhile (a message that goes by itself) would be measured half-way: it is at its end
      // at once.
      const end = (moving: Animation) => {
        if (moving.effect?.getTiming().iterations !== Infinity) moving.finish();
      };
      const { animate } = Element.prototype;
      Element.prototype.animate = function (...given) {
        const begun = animate.apply(this, given);
        end(begun);
        return begun;
      };
      try {
        for (const moving of document.getAnimations()) end(moving);
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        // Only the violations are read, and of those the words and the HTML: selectors for all the rest take longest.
        const { violations } = await axe.run(where, { resultTypes: ['violations'], selectors: false });
        return violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
      } finally {
        Element.prototype.animate = animate;
      }
    }, japanese);
  };
}

/** How far the page is wider than its window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

export const COLOURS = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  contrast: { colorScheme: 'dark', forcedColors: 'active' },
} as const satisfies Record<string, BrowserContextOptions>;

// One page goes through them: opening it takes longer than looking at it.
export const LOOKS = [
  ['contrast', 390],
  ['dark', 360],
  ['light', 360],
  ['light', 1280],
  ['dark', 1280],
] as const;

/** Turns the page to these colours and this width, and waits until it has taken both. */
export async function look(page: Page, colours: keyof typeof COLOURS, width: number): Promise<void> {
  const { colorScheme } = COLOURS[colours];
  await page.emulateMedia({ colorScheme, forcedColors: colours === 'contrast' ? 'active' : 'none' });
  await page.setViewportSize({ width, height: 760 });
  await page.locator(`[data-theme="${colours}"]`).first().waitFor();
  await atRest(page);
}

/** Waits for what moves: colours that are still on their way would be measured as they are half-way. */
export async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const passing = document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity);
    // Of what `content-visibility` has left out meanwhile `finished` never tells, while `playState` goes on.
    while (passing.some(({ playState }) => playState === 'running'))
      await new Promise((resolve) => requestAnimationFrame(resolve));
  });
}
