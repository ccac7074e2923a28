import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { LineEdit } from '@kaigi/core/contract';
import type { Page } from 'playwright-core';
import { shoot } from '../../testing/browser.ts';
import { type Desk, setUpDesk } from '../../testing/desk.ts';
import { attendeeId, lineId, meetingId, theLines } from '../../testing/meetings.ts';
import { changeLine } from '../../testing/stand-in-lines.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await setUpDesk();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

const ROUTE = `#/meetings/${meetingId(1)}/transcript`;
const EDITS = `POST /api/v1/meetings/${meetingId(1)}/transcript/edits`;
const PHONE = { viewport: { width: 390, height: 844 } };

const line = (page: Page, n: number) => page.locator(`[data-line-id="${lineId(n)}"]`);
const words = (page: Page, n: number) => line(page, n).getByTestId('line-text');
const lines = () => desk.service.world.minutes.lines.lines;
const posted = () =>
  desk.service.calls.filter(({ method, path }) => method === 'POST' && path.endsWith('/transcript/edits'));
const edits = () => posted().flatMap(({ body }) => (body as { edits: LineEdit[] }).edits);
const saved = (page: Page) => page.locator('[data-testid="save-state"][data-state="all"]').waitFor();

async function open(options = {}): Promise<Page> {
  const { page } = await desk.open(ROUTE, options);
  await words(page, 1).waitFor();
  return page;
}

async function caretIn(page: Page, n: number, at: number): Promise<void> {
  await words(page, n).focus();
  await words(page, n).evaluate((field, place) => (field as HTMLTextAreaElement).setSelectionRange(place, place), at);
}

/** What the service has by the time that everything is saved. */
async function service(page: Page, said: readonly string[]): Promise<void> {
  await saved(page);
  expect(lines().map(({ text }) => text)).toEqual(said);
}
const SAID = theLines().lines.map(({ text }) => text);

describe('M-08: editing by keyboard', () => {
  it('splits at the caret, joins at the beginning, goes back and forward through all of it', async () => {
    const page = await open();
    await caretIn(page, 1, 3);
    await page.keyboard.press('Enter');
    await page.getByTestId('line').nth(6).waitFor();
    await saved(page);
    expect(lines()).toHaveLength(7);
    // The caret is at the beginning of the second half.
    await page.keyboard.type('では');
    await service(page, ['えー、', `では${SAID[0]?.slice(3)}`, ...SAID.slice(1)]);
    await page.keyboard.press('Home');
    await page.keyboard.press('Backspace');
    await service(page, [`えー、では${SAID[0]?.slice(3)}`, ...SAID.slice(1)]);
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('Control+z');
    await service(page, SAID);
    for (let step = 0; step < 3; step += 1) await page.getByTestId('redo').click();
    await service(page, [`えー、では${SAID[0]?.slice(3)}`, ...SAID.slice(1)]);
  });

  it('goes from line to line with the arrows, and tells its keys', async () => {
    const page = await open();
    await caretIn(page, 1, 2);
    await page.keyboard.press('ArrowDown');
    await page.locator(`[data-line-id="${lineId(2)}"] textarea:focus`).waitFor();
    await page.keyboard.press('Alt+ArrowUp');
    await page.locator(`[data-line-id="${lineId(1)}"] textarea:focus`).waitFor();
    await page.keyboard.press('Control+/');
    await page.getByTestId('keys-help').getByText('Ctrl+Enter').waitFor();
    await shoot(page, 'transcript-keys');
    await page.keyboard.press('Escape');
    await page.getByTestId('keys-help').waitFor({ state: 'detached' });
  });

  it('leaves Enter to whoever is still converting a word', async () => {
    const page = await open();
    await words(page, 1).evaluate((field) =>
      field.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, isComposing: true }),
      ),
    );
    await caretIn(page, 2, 4);
    await page.keyboard.press('Enter');
    await page.getByTestId('line').nth(6).waitFor();
    await saved(page);
    expect(edits().map(({ op, lineId: id }) => [op, id])).toEqual([['SPLIT', lineId(2)]]);
  });

  it('does not save an emptied line, and says what to do', async () => {
    const page = await open();
    await words(page, 2).fill('');
    await line(page, 2)
      .getByText(/発言を空にはできません/)
      .waitFor();
    await words(page, 3).focus();
    expect(await words(page, 2).inputValue()).toBe(SAID[1]);
    expect(posted()).toEqual([]);
  });

  it('shows thousands of lines by drawing those in sight, and opens at the line one comes for', async () => {
    desk.service.world.minutes.lines = theLines(3000);
    const { page } = await desk.open(`${ROUTE}?line=${lineId(2500)}`);
    await words(page, 2500).waitFor();
    await page.getByText('3000発言').waitFor();
    expect(await page.getByTestId('line').count()).toBeLessThan(80);
    expect(await line(page, 2500).getAttribute('aria-posinset')).toBe('2500');
    expect(await line(page, 2500).isVisible()).toBe(true);
  });
});

describe('M-05, M-06, M-07: who spoke', () => {
  it('is chosen for this line, from here on, or everywhere; the label of the machine stays', async () => {
    const page = await open();
    await caretIn(page, 2, 0);
    await page.keyboard.press('Control+Enter');
    const dialog = page.getByTestId('speaker-dialog');
    await dialog.getByText('ここから後の「話者1」（2件）').waitFor();
    await shoot(page, 'transcript-speaker');
    await dialog.getByTestId('scope-FROM_HERE').check();
    await dialog.locator(`[data-testid="speaker-person"][data-attendee-id="${attendeeId(1)}"]`).click();
    await dialog.waitFor({ state: 'detached' });
    await line(page, 6).getByText('議長 太郎').waitFor();
    await saved(page);
    expect(lines().map((one) => one.attendeeId)).toEqual([null, attendeeId(1), null, null, null, attendeeId(1)]);
    expect(await line(page, 6).getByTestId('line-label').innerText()).toBe('機械の表示：話者1');
    await page.getByTestId('undo').click();
    await line(page, 6).getByText('発言者不明').waitFor();
    await saved(page);
    expect(lines().every((one) => one.attendeeId === null)).toBe(true);
  });

  it('shows candidates with their reason and sets none of them by itself', async () => {
    const page = await open();
    expect(await line(page, 4).getByTestId('line-speaker').innerText()).toBe('発言者不明');
    await line(page, 4).getByTestId('line-speaker').click();
    const candidates = page.getByTestId('candidate');
    expect(await candidates.first().innerText()).toContain('佐藤 花子');
    expect(await candidates.first().innerText()).toMatch(/82%.*呼ばれた後に話した/);
    expect(posted()).toEqual([]);
    await candidates.first().click();
    await line(page, 4).getByText('佐藤 花子').waitFor();
    await saved(page);
    expect(edits()).toMatchObject([
      { op: 'SPEAKER', attendeeId: attendeeId(2), scope: 'THIS' },
      { op: 'SURE', sure: true },
    ]);
  });

  it('the account of a room asks to be assigned, and leads to its first line', async () => {
    const page = await open();
    const room = page.locator('[data-testid="open-label"][data-kind="ROOM"]');
    expect(await room.innerText()).toContain('「第1会議室」は会議室のアカウントです');
    expect(await line(page, 3).getByTestId('line-speaker').innerText()).toBe('割り当ててください');
    await room.getByRole('button').click();
    await page.locator(`[data-line-id="${lineId(3)}"] textarea:focus`).waitFor();
  });

  it('nobody is suggested for somebody who hides, even where the service would', async () => {
    const { minutes } = desk.service.world;
    const candidates = [{ attendeeId: attendeeId(2), likelihood: 0.9, why: 'PRESENT' as const }];
    minutes.lines.speakers = minutes.lines.speakers.map((one) => ({ ...one, candidates }));
    const page = await open();
    await line(page, 5).getByTestId('line-speaker').click();
    await page.getByTestId('speaker-hidden').waitFor();
    expect(await page.getByTestId('candidate').count()).toBe(0);
    await page.getByTestId('speaker-unknown').click();
    await page.getByTestId('speaker-dialog').waitFor({ state: 'detached' });
  });
});

describe('M-08: nothing edited is lost', () => {
  it('what the service did not take waits, survives closing the page, and leaves under the same key', async () => {
    desk.service.answer(EDITS, () => ({ drop: true }));
    const page = await open();
    await words(page, 1).fill('書き直した発言');
    await page.locator('[data-testid="save-state"][data-state="waits"]').waitFor();
    await page.reload();
    await words(page, 1).waitFor();
    expect(await words(page, 1).inputValue()).toBe('書き直した発言');
    desk.service.restore();
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await service(page, ['書き直した発言', ...SAID.slice(1)]);
    expect(new Set(posted().map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
  });

  it('an answer that was lost does not split twice', async () => {
    const { world } = desk.service;
    desk.service.answer(EDITS, (call) => {
      world.answer(call);
      return { drop: true };
    });
    const page = await open();
    await caretIn(page, 1, 3);
    await page.keyboard.press('Enter');
    await page.locator('[data-testid="save-state"][data-state="waits"]').waitFor();
    await page.reload();
    await words(page, 1).waitFor();
    desk.service.restore();
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await service(page, ['えー、', SAID[0]?.slice(3) ?? '', ...SAID.slice(1)]);
    expect(await page.getByTestId('line').count()).toBe(7);
  });

  it('what is typed is kept even where the page is closed before one rests', async () => {
    const page = await open();
    await words(page, 2).focus();
    await page.keyboard.press('End');
    await page.keyboard.type('追加');
    await page.reload();
    await words(page, 2).waitFor();
    await service(page, SAID.with(1, `${SAID[1]}追加`));
  });

  it.each([
    ['mine', 'conflict-take-mine', '私の直し'],
    ['theirs', 'conflict-take-now', '相手の直し'],
  ])('two editors do not overwrite each other: both texts are shown, and %s is chosen', async (_, button, result) => {
    const { world } = desk.service;
    desk.service.answer(EDITS, (call) => {
      desk.service.restore();
      changeLine(world.minutes, lineId(2), { text: '相手の直し' });
      return world.answer(call);
    });
    const page = await open();
    await words(page, 2).fill('私の直し');
    await page.getByTestId('conflict').waitFor();
    expect(await page.getByTestId('conflict-mine').innerText()).toBe('私の直し');
    expect(await page.getByTestId('conflict-now').innerText()).toBe('相手の直し');
    await shoot(page, 'transcript-conflict');
    await page.getByTestId(button).click();
    await page.getByTestId('conflict').waitFor({ state: 'detached' });
    await service(page, SAID.with(1, result));
    expect(await words(page, 2).inputValue()).toBe(result);
  });

  it('what others change comes by itself, and who is at which line is told', async () => {
    const page = await open();
    const { world } = desk.service;
    const other = { staffId: 's-other', name: '主査 三郎', lineId: lineId(4) };
    await words(page, 1).focus();
    await page.keyboard.press('End');
    await page.keyboard.type('（続く）');
    // The page asks who is there with the line that is gone to: what others did is done by then.
    desk.service.after(`POST /api/v1/meetings/${meetingId(1)}/editing`, ({ body }) => {
      if ((body as { lineId: string | null }).lineId !== lineId(2) || world.minutes.lines.editors.length > 0) return;
      changeLine(world.minutes, lineId(3), { text: '相手が直した' });
      world.minutes.lines.editors = [other];
      desk.service.tell(meetingId(1), 9, 'meeting');
    });
    await words(page, 2).focus();
    await line(page, 4).getByTestId('line-others').getByText('主査 三郎が見ています').waitFor();
    await page.waitForFunction(
      (id) => document.querySelector<HTMLTextAreaElement>(`[data-line-id="${id}"] textarea`)?.value === '相手が直した',
      lineId(3),
    );
    expect(await words(page, 1).inputValue()).toBe(`${SAID[0]}（続く）`);
    await saved(page);
    expect(posted().length).toBeGreaterThan(0);
  });

  it('a refusal of the whole is told in its own words, and given up by the person alone', async () => {
    const body = desk.service.world.problem(403, 'minutes.final', '確定した会議録は直せません。');
    desk.service.answer(EDITS, () => ({ status: 403, body }));
    const page = await open();
    await words(page, 1).fill('遅すぎた直し');
    await page.getByTestId('save-refused').getByText('確定した会議録は直せません。').waitFor();
    await page.getByTestId('save-give-up').click();
    await saved(page);
    expect(await words(page, 1).inputValue()).toBe(SAID[0]);
  });
});

describe('M-06: lines whose speaker is not certain', () => {
  beforeEach(() => {
    const { minutes } = desk.service.world;
    const certain = { attendeeId: attendeeId(1), overlaps: false };
    const kept = minutes.lines.lines.map((one, at) => {
      if (at === 1) return { ...one, ...certain, confidence: 0.62, overlaps: true };
      return at === 4 ? { ...one, overlaps: false } : { ...one, ...certain, ...(at === 3 ? { confidence: 0.4 } : {}) };
    });
    minutes.lines = { ...minutes.lines, lines: kept };
  });

  it('say why in words, are counted and gone to by key, and are settled by whoever looked', async () => {
    const page = await open();
    await line(page, 2).getByTestId('line-uncertain').getByText('声の特徴から 62%、同時に話しています').waitFor();
    expect(await page.getByTestId('line-uncertain').count()).toBe(2);
    await page.getByTestId('uncertain-filter').getByText('確かでない発言（2件）').click();
    await page.waitForFunction(() => document.querySelectorAll('[data-testid="line"]').length === 2);
    await shoot(page, 'transcript-uncertain');
    await page.keyboard.press('Alt+n');
    await page.locator(`[data-line-id="${lineId(2)}"] textarea:focus`).waitFor();
    await page.keyboard.press('Alt+n');
    await page.locator(`[data-line-id="${lineId(4)}"] textarea:focus`).waitFor();
    await line(page, 4).getByTestId('line-sure').click();
    await page.getByTestId('uncertain-filter').getByText('確かでない発言（1件）').waitFor();
    await saved(page);
    expect(edits()).toMatchObject([{ op: 'SURE', lineId: lineId(4), sure: true }]);
    await page.getByTestId('uncertain-next').click();
    await line(page, 2).getByTestId('line-sure').click();
    await page.getByText('確かでない発言は、もうありません。').waitFor();
  });

  it('are gone to by key from anywhere on the page, as one is nowhere when one comes', async () => {
    const page = await open();
    await line(page, 2).getByTestId('line-uncertain').waitFor();
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press('Alt+n');
    await page.locator(`[data-line-id="${lineId(2)}"] textarea:focus`).waitFor();
  });

  it('a speaker chosen for one line alone settles it', async () => {
    const page = await open();
    await line(page, 4).getByTestId('line-speaker').click();
    await page.locator(`[data-attendee-id="${attendeeId(2)}"]`).click();
    await line(page, 4).getByTestId('line-uncertain').waitFor({ state: 'detached' });
    await saved(page);
    expect(lines()[3]).toMatchObject({ attendeeId: attendeeId(2), sure: true });
  });
});

describe('the transcript', () => {
  it.each([
    ['phone', PHONE],
    ['wide', {}],
    ['dark', { ...PHONE, colorScheme: 'dark' }],
    ['contrast', { colorScheme: 'dark', forcedColors: 'active' }],
  ] as const)('is looked at (%s)', async (name, options) => {
    const page = await open(options);
    await page.getByTestId('line-speaker').nth(2).focus();
    await shoot(page, `transcript-${name}`);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wider).toBeLessThanOrEqual(0);
  });

  it('that may not be changed is read only', async () => {
    const [view] = desk.service.world.minutes.meetings;
    if (view) view.may.edit = false;
    const page = await open();
    expect(await words(page, 1).getAttribute('readonly')).not.toBeNull();
    expect(await page.getByTestId('undo').count()).toBe(0);
    // Names are read, not pressed: as dark as the words beside them.
    const [name] = await page.getByTestId('line-speaker').all();
    const colours = await Promise.all(
      [name, words(page, 1)].map((one) => one?.evaluate((element) => getComputedStyle(element).color)),
    );
    expect(colours[0]).toBe(colours[1]);
    await shoot(page, 'transcript-read-only');
  });
});
