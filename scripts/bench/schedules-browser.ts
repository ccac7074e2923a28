import type { Page } from 'playwright-core';
import { openBrowser } from '../browser-for-tests.ts';
import { openTab } from '../e2e/open-tab.ts';
import type { OnClose } from './approvals.ts';
import { median, percentile, rounded, say, type Turns } from './measure.ts';
import type { Office } from './schedules-office.ts';

const LONG_FRAME_MS = 50;
const WHEELS = 120;
/** As somebody turns a wheel without a pause. */
const BETWEEN_MS = 25;
const WHEEL_PX = 60;

/** Runs in the page: from the answer's last byte to the frame that shows its first bars. It is text, for scripts know no page. */
const WATCH_DRAWING = `
  const original = window.fetch.bind(window);
  const drawn = Promise.withResolvers();
  window.drawnMs = drawn.promise;
  window.fetch = async (...asked) => {
    const answer = await original(...asked);
    if (!String(asked[0]?.url ?? asked[0]).includes('/schedules/week')) return answer;
    const body = await answer.blob();
    const begun = performance.now();
    const look = () => {
      if (!document.querySelector('[data-testid="week-bar"]')) return void requestAnimationFrame(look);
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => drawn.resolve(performance.now() - begun);
        port2.postMessage(null);
      });
    };
    look();
    return new Response(body, answer);
  };
`;

/** Runs in the page: how long after the last one each frame comes. */
const WATCH_FRAMES = `
  window.frames50 = { lengths: [], on: true };
  let last = performance.now();
  requestAnimationFrame(function frame(at) {
    window.frames50.lengths.push(at - last);
    last = at;
    if (window.frames50.on) requestAnimationFrame(frame);
  });
`;

async function scrolled(page: Page): Promise<readonly number[]> {
  const grid = page.getByTestId('week-scroll');
  await grid.scrollIntoViewIfNeeded();
  await grid.hover();
  await page.waitForTimeout(500);
  await page.evaluate(WATCH_FRAMES);
  for (let turn = 0; turn < WHEELS; turn += 1) {
    await page.mouse.wheel(0, turn < WHEELS / 2 ? WHEEL_PX : -WHEEL_PX);
    await page.waitForTimeout(BETWEEN_MS);
    if (turn === WHEELS / 2 - 1 && (await grid.evaluate((element) => element.scrollTop)) === 0)
      throw new RangeError('the grid was not scrolled');
  }
  const lengths = await page.evaluate<readonly number[]>('window.frames50.on = false; window.frames50.lengths');
  // The first one began before it was watched.
  return lengths.slice(1);
}

/** The week of a hundred people in Chromium, on the running product. */
export async function benchBrowser(
  { under: { product } }: Office,
  group: readonly string[],
  { turns, onClose }: { readonly turns: Turns; readonly onClose: OnClose },
): Promise<Record<string, number>> {
  const browser = await openBrowser();
  onClose(() => browser.close());
  const page = await openTab({ product, browser }, { name: 'drafter', hash: `#/schedules?people=${group.join()}` });
  await page.getByTestId('week-bar').first().waitFor();
  await page.addInitScript(WATCH_DRAWING);
  const drawn: number[] = [];
  for (let run = 0; run < turns.runs; run += 1) {
    await page.reload();
    await page.getByTestId('week-bar').first().waitFor();
    drawn.push(await page.evaluate<number>('window.drawnMs'));
  }
  const frames = await scrolled(page);
  const long = frames.filter((milliseconds) => milliseconds > LONG_FRAME_MS);
  say(
    `  表示まで ${median(drawn).toFixed(0)} ms、スクロール ${frames.length} コマのうち 50 ms を超えたもの ${long.length}`,
  );
  return {
    ...{ grid_drawn_ms: rounded(median(drawn), 1), grid_drawn_max_ms: rounded(Math.max(...drawn), 1) },
    ...{ scroll_frames: frames.length, scroll_frames_over_50_ms: long.length },
    ...{ scroll_p95_ms: rounded(percentile(frames, 0.95), 1), scroll_max_ms: rounded(Math.max(...frames), 1) },
  };
}
