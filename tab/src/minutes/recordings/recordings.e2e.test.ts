import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { barrierFinder, type FindBarriers } from '../../testing/barriers.ts';
import { shoot } from '../../testing/browser.ts';
import { type Desk, setUpDesk } from '../../testing/desk.ts';
import { lineId, meetingId } from '../../testing/meetings.ts';
import {
  aRecording,
  PART_BYTES,
  playing,
  recordingId,
  silence,
  theRecordings,
} from '../../testing/stand-in-recordings.ts';

let desk: Desk;
let findBarriers: FindBarriers;
beforeAll(async () => {
  desk = await setUpDesk();
  findBarriers = await barrierFinder();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

const MEETING = `#/meetings/${meetingId(1)}`;
const ONE = `/api/v1/meetings/${meetingId(1)}/recordings/${recordingId(1)}`;
const PHONE = { viewport: { width: 390, height: 844 } };
const MISSING = {
  code: 'minutes.recogniser_missing',
  sentence: '録音を文字にする仕組み（音声認識）が設定されていません。管理者に設定を依頼してください。',
  passing: false,
};

const sound = (bytes = 3 * PART_BYTES + 10) => ({
  name: '審議会.wav',
  mimeType: 'audio/wav',
  buffer: Buffer.alloc(bytes),
});
const choose = (page: Page, file = sound()) => page.getByTestId('recording-button-input').setInputFiles(file);
const parts = () =>
  desk.service.calls.flatMap(({ method, path }) => (method === 'PUT' ? [Number(path.split('/').at(-1))] : []));

describe('M-04: a recording on the page of its meeting', () => {
  it('is sent in parts, goes on by itself when the line breaks, and says what becomes of it', async () => {
    let gone = true;
    const { page } = await desk.open(MEETING);
    desk.service.answer(`PUT ${ONE}/parts/2`, (call) =>
      gone ? { status: 503, body: desk.service.world.problem(503, 'x', 'x') } : desk.service.world.answer(call),
    );
    await choose(page);
    await page.locator('[data-testid="recording-sending"][data-waiting="true"]').waitFor();
    await shoot(page, 'recording-waiting');
    gone = false;
    await page.locator('[data-testid="recording"][data-state="STORED"]').waitFor();
    await page.getByText('文字起こしの順番を待っています。').waitFor();
    expect([...new Set(parts())]).toEqual([0, 1, 2, 3]);
  });

  it('that nobody turns into text says what has to be done, and is asked for again', async () => {
    desk.service.world.minutes.recordings = theRecordings(
      aRecording(1, { state: 'STORED', problem: MISSING, may: { send: false, recognise: true, play: true } }),
    );
    const { page } = await desk.open(MEETING);
    await page.getByText('管理者に設定を依頼してください。').waitFor();
    await page.getByTestId('recording-again').click();
    await page.getByText('文字起こしの順番を待っています。').waitFor();
  });

  it('goes on where it was, when the same file is chosen again on another day', async () => {
    desk.service.world.minutes.recordings = theRecordings(
      aRecording(1, {
        ...{ fileName: '審議会.wav', state: 'UPLOADING', bytes: sound().buffer.length, parts: 4, received: 3 },
        ...{ transcriptId: null, may: { send: true, recognise: false, play: false } },
      }),
      aRecording(2, { state: 'RECOGNISING', transcriptId: null }),
      aRecording(3),
    );
    const { page } = await desk.open(MEETING, PHONE);
    await page.getByText('75%まで届いています。同じファイルを選ぶと、続きから送ります。').waitFor();
    await shoot(page, 'recordings-phone');
    await choose(page);
    await page.locator('[data-testid="recording"][data-state="STORED"]').waitFor();
    expect(parts()).toEqual([3]);
  });

  it('that goes on from the first says so, with the time at which it begins', async () => {
    desk.service.world.minutes.recordings = theRecordings(aRecording(1));
    const { page } = await desk.open(MEETING, PHONE);
    // The first of the two is that of transcripts.
    await page.getByTestId('follows').nth(1).getByText('続き（休憩の後など）').click();
    await page.getByTestId('follows-offset').fill('一時間');
    await page.getByText('「1:05:00」のように書いてください。').waitFor();
    await page.getByTestId('follows-offset').fill('１:05:00');
    await page.getByText('「1:05:00」のように書いてください。').waitFor({ state: 'detached' });
    await shoot(page, 'recording-follows-phone');
    await choose(page, sound(PART_BYTES));
    await page.locator('[data-testid="recording"][data-state="STORED"]').getByText('前のものの続き').waitFor();
    const begun = desk.service.calls.filter(({ method, path }) => method === 'POST' && path.endsWith('/recordings'));
    expect(begun.map(({ body }) => body)).toMatchObject([{ follows: { offsetMs: 3_900_000 } }]);
  });

  it('that the service refuses says why, and can be given up', async () => {
    const { page } = await desk.open(MEETING);
    const sentence = '「審議会.wav」は録音のファイルではありません。';
    desk.service.answer(`PUT ${ONE}/parts/0`, () => ({
      status: 400,
      body: desk.service.world.problem(400, 'minutes.recording_kind', sentence),
    }));
    await choose(page);
    await page.getByTestId('recording-not-sent').getByText(sentence).waitFor();
    await page.getByTestId('recording-give-up').click();
    await page.getByText('録音はまだありません。').waitFor();
    expect(await findBarriers(page)).toEqual([]);
  });
});

describe('M-08: playing the recording beside its lines', () => {
  const { what, answer } = playing(silence(50));
  const line = (page: Page, n: number) => page.locator(`[data-line-id="${lineId(n)}"]`);
  const heard = (page: Page, n: number) => page.locator(`[data-line-id="${lineId(n)}"][data-playing="true"]`).waitFor();
  const state = (page: Page, on: boolean) => page.locator(`[data-testid="player"][data-on="${on}"]`).waitFor();
  const place = async (page: Page) => Number(await page.getByTestId('player-place').inputValue());

  async function open(route: string, options = {}): Promise<Page> {
    desk.service.world.minutes.recordings = theRecordings(aRecording(1));
    desk.service.answer(what, answer);
    const { page } = await desk.open(`${MEETING}/${route}`, options);
    return page;
  }

  it('a press on a line plays it; keys pause, go back and change the speed without a word being edited', async () => {
    const page = await open('transcript');
    await line(page, 3).getByTestId('line-play').click();
    await heard(page, 3);
    await state(page, true);
    await line(page, 3).getByTestId('line-text').focus();
    await page.keyboard.press('Alt+p');
    await state(page, false);
    expect(await place(page)).toBeGreaterThanOrEqual(14);
    // However long it was heard until then, three seconds before this is the line before.
    await page.getByTestId('player-place').fill('15');
    await line(page, 3).getByTestId('line-text').focus();
    await page.keyboard.press('Alt+b');
    await heard(page, 2);
    // Sound stands between two samples: a little before the twelfth second is the eleventh.
    expect([11, 12]).toContain(await place(page));
    await page.keyboard.press('Alt+.');
    expect(await page.getByTestId('player-speed').inputValue()).toBe('1.25');
    await line(page, 5).getByTestId('line-text').focus();
    await page.keyboard.press('Alt+Enter');
    await heard(page, 5);
    await shoot(page, 'transcript-player');
    expect(desk.service.calls.filter(({ path }) => path.endsWith('/transcript/edits'))).toEqual([]);
    expect(desk.service.calls.filter(({ path }) => path.endsWith('/ticket'))).toHaveLength(1);
    expect(await findBarriers(page)).toEqual([]);
  });

  it('a sentence of the minutes leads to its words and plays them', async () => {
    const page = await open('minutes');
    const source = page.getByTestId('source').first();
    const href = (await source.getAttribute('href')) ?? '';
    const wanted = new URLSearchParams(href.split('?')[1]).get('line');
    await source.click();
    await page.locator(`[data-line-id="${wanted}"][data-playing="true"]`).waitFor();
    await state(page, true);
  });

  it('what cannot be played says so, and is played at the next press', async () => {
    const page = await open('transcript', PHONE);
    desk.service.answer(what, () => ({ status: 403, body: desk.service.world.problem(403, 'x', 'x') }));
    await page.getByTestId('player-toggle').click();
    await page.getByTestId('player-failed').waitFor();
    await shoot(page, 'transcript-player-phone');
    desk.service.answer(what, answer);
    await page.getByTestId('player-toggle').click();
    await heard(page, 1);
    await page.getByTestId('player-failed').waitFor({ state: 'detached' });
  });

  it('a line is said to be heard where the recording stands, and the others move with it', async () => {
    const page = await open('transcript');
    // Until it is heard nobody knows how long it is.
    await line(page, 3).getByTestId('line-play').click();
    await heard(page, 3);
    await page.getByTestId('player-toggle').click();
    await state(page, false);
    await line(page, 4).getByTestId('line-text').focus();
    await page.getByTestId('player-place').fill('10');
    await page.getByTestId('player-align').click();
    await page.getByTestId('toast').getByText('録音と発言の時刻を合わせました。').waitFor();
    const asked = desk.service.calls.filter(({ path }) => path.endsWith('/align'));
    expect(asked.map(({ body }) => body)).toEqual([{ lineId: lineId(4), atMs: 10_000 }]);
    // It stands where it stood, on the line that was said to be there.
    await heard(page, 4);
    await page.getByTestId('player-time').getByText('0:21').waitFor();
    await shoot(page, 'transcript-aligned');
    // While the notice fades its letters are pale.
    await page.getByTestId('toast').waitFor({ state: 'detached' });
    expect(await findBarriers(page)).toEqual([]);
  });

  it('without a recording there is no player', async () => {
    const { page } = await desk.open(`${MEETING}/transcript`);
    await line(page, 1).waitFor();
    expect(await page.getByTestId('player').count()).toBe(0);
    expect(await page.getByTestId('line-play').count()).toBe(0);
  });
});
