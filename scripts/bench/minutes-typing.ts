import type { MeetingView } from '@kaigi/core/contract';
import type { Page } from 'playwright-core';
import { vttTime } from '../../core/src/minutes/transcript/vtt-timing.ts';
import { openBrowser } from '../browser-for-tests.ts';
import { openTab } from '../e2e/open-tab.ts';
import { signIn } from '../e2e/people.ts';
import { aProduct, type Product } from '../e2e/product.ts';
import type { Figures, OnClose } from './approvals.ts';
import { percentile, rounded, say } from './measure.ts';

const LINES = 3_000;
const KEYS = 200;
/** Faster than people type, slower than a key held down. */
const BETWEEN_MS = 60;

/** Two who take turns: every cue stays a line of its own. */
function manyTurns(): Blob {
  const cues = Array.from({ length: LINES }, (_, at) => {
    const times = `${vttTime(at * 3_600)} --> ${vttTime(at * 3_600 + 3_000)}`;
    return `${times}\n<v 話者${(at % 2) + 1}>第${at + 1}の発言です。来年度の予算案についてご報告します。</v>\n`;
  });
  return new Blob([`WEBVTT\n\n${cues.join('\n')}`]);
}

async function longMeeting(product: Product): Promise<string> {
  const { call, token } = await signIn(product, 'drafter');
  const heldOn = new Date().toISOString().slice(0, 10);
  const { body: meeting } = await call<MeetingView>('POST', '/meetings', { title: '長い会議', heldOn });
  const form = new FormData();
  form.append('metadata', JSON.stringify({ version: meeting.version, despiteDoubts: true }));
  form.append('file', manyTurns(), '会議.vtt');
  const sent = { method: 'POST', headers: { authorization: `Bearer ${token}` }, body: form };
  const answer = await fetch(`${product.serviceUrl}/api/v1/meetings/${meeting.id}/transcript`, sent);
  if (!answer.ok) throw new Error(`the transcript was refused: ${await answer.text()}`);
  return meeting.id;
}

/** Runs in the page: from each key to the frame that shows it. It is text, for scripts know no page. */
const WATCH_KEYS = `
  window.keysSeen = [];
  document.addEventListener('keydown', ({ timeStamp }) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => window.keysSeen.push(performance.now() - timeStamp);
    port2.postMessage(null);
  }), { capture: true });
`;

async function typed(page: Page): Promise<readonly number[]> {
  const field = page.getByTestId('line').nth(3).locator('textarea');
  await field.click();
  await page.keyboard.press('End');
  await page.evaluate(WATCH_KEYS);
  for (let key = 0; key < KEYS; key += 1) {
    await page.keyboard.press(key % 5 === 4 ? 'Space' : 'a');
    await page.waitForTimeout(BETWEEN_MS);
  }
  await page.locator('[data-testid="save-state"][data-state="all"]').waitFor();
  return page.evaluate<readonly number[]>('window.keysSeen');
}

/** M-08: typing in the transcript of a long meeting, in Chromium, on the running product. */
export async function benchTyping(onClose: OnClose): Promise<Figures> {
  say('製品を起動し、3,000発言の文字起こしをブラウザーで直す');
  const product = await aProduct({ KAIGI_LOG_LEVEL: 'error' });
  onClose(async () => {
    await product.stop();
    await product.remove();
  });
  await product.start();
  const meetingId = await longMeeting(product);
  const browser = await openBrowser();
  onClose(() => browser.close());
  const page = await openTab({ product, browser }, { name: 'drafter', hash: `#/meetings/${meetingId}/transcript` });
  await page.getByTestId('line').first().waitFor();
  const times = await typed(page);
  return {
    ...{ typing_lines: LINES, typing_keys: times.length },
    ...{ typing_p50_ms: rounded(percentile(times, 0.5), 1), typing_p95_ms: rounded(percentile(times, 0.95), 1) },
  };
}
