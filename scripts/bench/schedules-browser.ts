import type { Page } from 'playwright-core';
import { median, percentile, rounded, say, type Turns } from './measure.ts';

const LONG_FRAME_MS = 50;
/** As somebody turns a wheel without a pause, from the first person to the last and back. */
const BETWEEN_MS = 25;
const WHEEL_PX = 120;
const PASSES = 2;

interface Drawn {
  readonly page: number;
  readonly data: number;
}

/** The page is opened again and again, with nothing in the browser's cache. */
async function draw(page: Page, runs: number): Promise<readonly Drawn[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  const times: Drawn[] = [];
  for (let run = 0; run < runs; run += 1) {
    await page.reload();
    times.push(await page.evaluate<Drawn>('window.drawn'));
  }
  await session.detach();
  return times;
}

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

/** So far has the grid to be scrolled to show its last line. */
const FARTHEST =
  "(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)(document.querySelector('[data-testid=week-scroll]'))";

async function scroll(page: Page): Promise<readonly number[]> {
  const grid = page.getByTestId('week-scroll');
  const wheels = Math.ceil((await page.evaluate<number>(FARTHEST)) / WHEEL_PX);
  await page.evaluate(WATCH_FRAMES);
  for (const direction of [1, -1]) {
    for (let turn = 0; turn < wheels; turn += 1) {
      await page.mouse.wheel(0, direction * WHEEL_PX);
      await page.waitForTimeout(BETWEEN_MS);
    }
    const at = await grid.evaluate((element) => element.scrollTop);
    if (direction > 0 ? at < (wheels - 2) * WHEEL_PX : at > WHEEL_PX)
      throw new RangeError(`the grid stands at ${at} px`);
  }
  const lengths = await page.evaluate<readonly number[]>('window.frames50.on = false; window.frames50.lengths');
  // The first one began before it was watched.
  return lengths.slice(1);
}

async function scrolled(page: Page): Promise<readonly number[]> {
  const grid = page.getByTestId('week-scroll');
  await grid.evaluate((element) => element.scrollIntoView({ block: 'end' }));
  await grid.hover();
  await page.waitForTimeout(500);
  const frames: number[] = [];
  for (let pass = 0; pass < PASSES; pass += 1) frames.push(...(await scroll(page)));
  return frames;
}

/** The week of a hundred people in Chromium: from its being opened to the frame that shows it, and then scrolled. */
export async function benchBrowser(page: Page, { runs }: Turns): Promise<Record<string, number>> {
  const drawn = await draw(page, runs);
  const whole = drawn.map((one) => one.page);
  const frames = await scrolled(page);
  const long = frames.filter((milliseconds) => milliseconds > LONG_FRAME_MS);
  say(
    `  表示まで ${median(whole).toFixed(0)} ms、スクロール ${frames.length} コマのうち 50 ms を超えたもの ${long.length}`,
  );
  return {
    ...{ grid_drawn_ms: rounded(median(whole), 1), grid_drawn_max_ms: rounded(Math.max(...whole), 1) },
    grid_drawn_from_answer_ms: rounded(median(drawn.map(({ data }) => data)), 1),
    ...{ scroll_frames: frames.length, scroll_frames_over_50_ms: long.length },
    ...{ scroll_p95_ms: rounded(percentile(frames, 0.95), 1), scroll_max_ms: rounded(Math.max(...frames), 1) },
  };
}
