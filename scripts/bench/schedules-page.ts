import type { Page } from 'playwright-core';
import { openBrowser } from '../browser-for-tests.ts';
import { openTab } from '../e2e/open-tab.ts';
import type { OnClose } from './approvals.ts';
import { MONDAY, type Office } from './schedules-office.ts';

/** Runs in every page: a frame is there when the browser has painted it. It is text, for scripts know no page. */
const WHEN_PAINTED = `
  window.painted = () => new Promise((resolve) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(null);
  }));
  window.whenBar = async (isIt) => {
    while (![...document.querySelectorAll('[data-testid="week-bar"]')].some(isIt))
      await new Promise((resolve) => requestAnimationFrame(resolve));
    await window.painted();
  };
`;

/** Runs in every page: when the first bars of the week are painted, from the page's beginning and from the answer's last byte. */
const WATCH_DRAWING = `
  const original = window.fetch.bind(window);
  const drawn = Promise.withResolvers();
  window.drawn = drawn.promise;
  window.fetch = async (...asked) => {
    const answer = await original(...asked);
    if (!String(asked[0]?.url ?? asked[0]).includes('/schedules/week')) return answer;
    const body = await answer.blob();
    const begun = performance.now();
    window.whenBar(() => true).then(() => drawn.resolve({ page: performance.now(), data: performance.now() - begun }));
    return new Response(body, answer);
  };
`;

/** The week of these people in Chromium, on the running product, as 起案者 sees it. */
export async function openWeekPage(
  { under: { product } }: Office,
  group: readonly string[],
  onClose: OnClose,
): Promise<Page> {
  const browser = await openBrowser();
  onClose(() => browser.close());
  const hash = `#/schedules?from=${MONDAY}&people=${group.join()}`;
  const page = await openTab({ product, browser }, { name: 'drafter', hash });
  await page.getByTestId('week-bar').first().waitFor();
  await page.addInitScript(`${WHEN_PAINTED}${WATCH_DRAWING}`);
  await page.reload();
  await page.getByTestId('week-bar').first().waitFor();
  const rows = Number(await page.getByTestId('week-grid').getAttribute('aria-rowcount'));
  await page.getByTestId('week-scroll').evaluate((grid) => grid.scrollIntoView({ block: 'end' }));
  if (rows <= group.length) throw new RangeError(`of ${group.length} people the grid has ${rows} rows`);
  return page;
}
