import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { ExplanationView } from '@kaigi/core/contract';
import type { Page } from 'playwright-core';
import { atRest, barrierFinder, COLOURS, type FindBarriers, LOOKS, look, overflow } from '../../testing/barriers.ts';
import { shoot } from '../../testing/browser.ts';
import { aCase } from '../../testing/cases.ts';
import { type Desk, setUpDesk } from '../../testing/desk.ts';
import { aLine } from '../../testing/panel.ts';
import { COLLEAGUE, SECTION_HEAD } from '../../testing/people.ts';

let desk: Desk;
let seriousTroubles: FindBarriers;

beforeAll(async () => {
  desk = await setUpDesk();
  seriousTroubles = await barrierFinder();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

const VIEW = aCase();
const MAYOR = { ...COLLEAGUE, postTitle: '市長', name: '市長 一郎', waiting: 0 };
const ordered = (method: string) => desk.service.calls.filter((call) => call.method === method).map(({ body }) => body);

/** 仮, on that day at three o'clock. */
const anExplanation = (
  more: Pick<ExplanationView, 'person' | 'asker'> & Partial<Pick<ExplanationView, 'mayConfirm'>>,
): ExplanationView => ({
  ...{ explanationId: 'explanation-1', caseId: VIEW.id, bookingId: 'booking-1', version: 1, state: 'OPEN' },
  ...{ joinUrl: null, mayChange: true, mayConfirm: true, subject: '決裁の説明：庁用車の購入について' },
  ...{ from: '2026-11-24T15:00:00+09:00', to: '2026-11-24T15:10:00+09:00', tentative: true, ...more },
});

/** On Tuesday, 24 November 2026, at half past ten. */
async function open(hash: string, options?: Parameters<Desk['blank']>[0]): Promise<Page> {
  const { page } = await desk.blank({ ...options, now: '2026-11-24T10:30:00+09:00' });
  await page.goto(`${desk.service.origin}/tab/${hash}`);
  return page;
}

function lineUp(): void {
  const { panel } = desk.service.world;
  panel.lines = [aLine(), aLine({ person: COLLEAGUE, line: '通話中', source: 'TEAMS' })];
  panel.people = [COLLEAGUE];
}

describe('S-06, S-07: at a case', () => {
  it('says where who has it is now, what says so, and books, moves and cancels ten minutes with the next', async () => {
    lineUp();
    const page = await open(`#/cases/${VIEW.id}`);
    const line = page.getByTestId('where-line');
    await line.getByText('いま：在庁・会議中 ～15:00 次の空き 15:00～').waitFor();
    await line.getByText('根拠：予定表（10:20時点）').press('Enter');
    await line.getByText('打刻：在庁 （8:25時点）').waitFor();
    await line.getByText('予定表の会議を優先しています。').waitFor();
    await page.getByTestId('explain-button').click();
    await page.getByTestId('explain-times').getByLabel('11月24日（火） 15:10–15:19').check();
    await page.getByTestId('explain-dialog').getByText('いま：通話中').waitFor();
    await shoot(page, 'explain');
    await atRest(page);
    expect(await seriousTroubles(page)).toEqual([]);
    await page.getByTestId('explain-save').click();
    await page.getByTestId('toast').getByText('11月24日（火） 15:10–15:19に説明の時間を取りました').waitFor();
    const at = '2026-11-24T15:10:00+09:00';
    expect(ordered('POST')).toContainEqual({ caseId: VIEW.id, staffId: COLLEAGUE.staffId, at, minutes: 10 });
    const one = page.getByTestId('explanation');
    await one.getByText('主査 三郎に説明').waitFor();
    // Whoever has one already cannot be asked for another.
    expect(await page.getByTestId('explain-button').count()).toBe(0);
    await one.getByRole('button', { name: '時間を変える' }).click();
    await page.getByTestId('explain-save').click();
    await one.getByText('15:00').waitFor();
    expect(ordered('PATCH')).toEqual([{ at: '2026-11-24T15:00:00+09:00', version: 1 }]);
    await page.getByTestId('explain-dialog').waitFor({ state: 'detached' });
    await shoot(page, 'explanations');
    await page.getByTestId('explanation-cancel').click();
    await page.getByTestId('sure-dialog').getByText('予定表からも消え、相手にお知らせします').waitFor();
    await atRest(page);
    expect(await seriousTroubles(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByTestId('sure-dialog').waitFor({ state: 'detached' });
    expect(ordered('DELETE')).toEqual([]);
    await page.getByTestId('explanation-cancel').click();
    await page.getByTestId('sure').click();
    await one.waitFor({ state: 'detached' });
    await page.getByTestId('explain-button').waitFor();
  });

  it('that somebody was faster is said, and the page is whole where nobody knows anything', async () => {
    lineUp();
    const refusal = desk.service.world.problem(409, 'schedules.explanation_taken', 'その時間は先に埋まりました。');
    desk.service.answer('POST /api/v1/schedules/explanations', () => ({ status: 409, body: refusal }));
    const page = await open(`#/cases/${VIEW.id}`);
    await page.getByTestId('explain-button').click();
    await page.getByTestId('explain-times').waitFor();
    await page.getByTestId('explain-save').click();
    await page.getByTestId('explain-refused').getByText('先に埋まりました').waitFor();
    for (const path of ['whereabouts', 'explanations'])
      desk.service.answer(`GET /api/v1/schedules/${path}`, () => ({ status: 500, body: refusal }));
    const bare = await open(`#/cases/${VIEW.id}`);
    await bare.getByTestId('holder').getByText('課長 次郎').waitFor();
    expect(await bare.getByTestId('where-line').count()).toBe(0);
  });
});

describe('S-10: the windows of a week', () => {
  it('are added and removed, of the executive that was chosen, with who did it', async () => {
    const { windows } = desk.service.world.panel;
    windows.people = [{ ...SECTION_HEAD, waiting: 0 }, MAYOR];
    const page = await open('#/schedules/windows', COLOURS.contrast);
    await page.getByText('説明枠はまだありません').waitFor();
    expect(await page.getByTestId('window-whose').inputValue()).toBe(COLLEAGUE.staffId);
    // Nothing is heard every week yet.
    expect(await page.getByText('毎週この時間に').count()).toBe(0);
    await page.getByTestId('window-day').selectOption('2');
    await page.getByTestId('window-to').fill('16:30');
    await page.getByTestId('window-add').press('Enter');
    await page.getByTestId('window').getByText('火曜 16:00–16:30（1件15分）').waitFor();
    await page.getByTestId('window-change').getByText('説明枠を入れました').waitFor();
    await page.getByText('毎週この時間に、案件の説明を受けます。').waitFor();
    expect(ordered('POST')).toEqual([
      { staffId: COLLEAGUE.staffId, weekday: 2, from: '16:00', to: '16:30', minutes: 15 },
    ]);
    // Half gone, it is paler than anything may be.
    await page.getByTestId('toast').waitFor({ state: 'detached' });
    for (const [colours, width] of LOOKS) {
      await look(page, colours, width);
      expect(await seriousTroubles(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
    }
    await shoot(page, 'windows');
    await page.getByRole('button', { name: '火曜 16:00–16:30（1件15分） を変える' }).click();
    await page.getByTestId('change-to').fill('17:00');
    await page.getByTestId('change-minutes').selectOption('30');
    await atRest(page);
    expect(await seriousTroubles(page)).toEqual([]);
    await page.getByTestId('window-save').click();
    await page.getByTestId('window').getByText('火曜 16:00–17:00（1件30分）').waitFor();
    expect(ordered('PATCH')).toEqual([{ weekday: 2, from: '16:00', to: '17:00', minutes: 30, version: 1 }]);
    await page.getByTestId('window-dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '火曜 16:00–17:00（1件30分） を消す' }).click();
    await page.getByTestId('sure-dialog').getByText('入っている説明の予約はそのまま残ります').waitFor();
    await page.getByTestId('sure').click();
    await page.getByText('説明枠はまだありません').waitFor();
  });

  it('that a window was changed meanwhile is said in its dialog, and nothing typed is lost', async () => {
    const { windows } = desk.service.world.panel;
    windows.items = [{ windowId: 'window-1', weekday: 2, from: '16:00', to: '17:00', minutes: 15, version: 1 }];
    const refusal = desk.service.world.problem(409, 'schedules.window_stale', 'この説明枠はその間に変わりました。');
    desk.service.answer('PATCH /api/v1/schedules/windows/window-1', () => ({ status: 409, body: refusal }));
    const page = await open('#/schedules/windows');
    await page.getByTestId('change-window').click();
    await page.getByTestId('change-to').fill('18:00');
    await page.getByTestId('window-save').click();
    await page.getByTestId('window-change-refused').getByText('その間に変わりました').waitFor();
    expect(await page.getByTestId('change-to').inputValue()).toBe('18:00');
  });

  it('open with the first calendar that waits for whoever keeps several, and stay there when it waits no more', async () => {
    const { panel } = desk.service.world;
    const deputy = {
      ...COLLEAGUE,
      staffId: '01900000-0000-7000-8000-00000000c0de',
      postTitle: '副市長',
      name: '副市長 二子',
    };
    panel.windows.people = [{ ...SECTION_HEAD, waiting: 0 }, MAYOR, { ...deputy, waiting: 0 }];
    panel.explanations = [anExplanation({ person: deputy, asker: SECTION_HEAD })];
    const page = await open('#/schedules/windows');
    const whose = page.getByTestId('window-whose');
    await whose.waitFor();
    expect(await whose.locator('option').allInnerTexts()).toEqual([
      ...['課長 課長 次郎', '市長 市長 一郎', '副市長 副市長 二子（確定待ち1件）'],
    ]);
    await page.waitForURL(`**/#/schedules/windows/${deputy.staffId}`);
    await shoot(page, 'windows-landed');
    await page.getByTestId('explanation-confirm').click();
    await page.getByTestId('explanation-confirm').waitFor({ state: 'detached' });
    expect(await whose.locator('option:checked').innerText()).toBe('副市長 副市長 二子');
  });

  it('of whoever hears none say where an explanation is booked, and show those they asked for', async () => {
    const { panel } = desk.service.world;
    panel.explanations = [anExplanation({ person: MAYOR, asker: SECTION_HEAD, mayConfirm: false })];
    const page = await open('#/schedules/windows');
    const mine = page.getByTestId('windows-mine');
    await mine.getByRole('link', { name: '決裁の説明：庁用車の購入について' }).waitFor();
    expect(await mine.getByTestId('explanation').innerText()).toContain('市長 市長 一郎に説明');
    expect(await page.getByText('毎週この時間に').count()).toBe(0);
    expect(await page.getByTestId('windows-asked').count()).toBe(0);
    expect(await page.getByTestId('window-add').count()).toBe(0);
    const links = page.getByTestId('windows-how').getByRole('link');
    expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toEqual([
      ...['#/inbox', '#/drafted'],
    ]);
    for (const [colours, width] of LOOKS) {
      await look(page, colours, width);
      await shoot(page, `windows-mine-${colours}-${width}`);
      expect(await seriousTroubles(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
    }
    await page.getByTestId('windows-begin').press('Enter');
    await page.getByTestId('window-add').click();
    await page.getByTestId('window').getByText('月曜 16:00–17:00（1件15分）').waitFor();
    await page.getByText('毎週この時間に、案件の説明を受けます。').waitFor();
    expect(await page.getByTestId('windows-how').count()).toBe(0);
    await mine.getByRole('link').click();
    await page.waitForURL(`**/#/cases/${VIEW.id}`);
  });

  it('show what is booked in them: the secretary confirms what is tentative, moves it and cancels it', async () => {
    const { panel } = desk.service.world;
    panel.windows.people = [{ ...SECTION_HEAD, waiting: 0 }, MAYOR];
    panel.explanations = [anExplanation({ person: COLLEAGUE, asker: SECTION_HEAD })];
    const page = await open(`#/schedules/windows/${COLLEAGUE.staffId}`, {
      ...COLOURS.dark,
      viewport: { width: 360, height: 760 },
    });
    const one = page.getByTestId('windows-asked').getByTestId('explanation');
    await one.getByText('決裁の説明：庁用車の購入について').waitFor();
    await one.getByText('仮', { exact: true }).waitFor();
    for (const [colours, width] of LOOKS) {
      await look(page, colours, width);
      expect(await seriousTroubles(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
    }
    await shoot(page, 'windows-asked');
    await page.getByTestId('explanation-confirm').click();
    await page.getByTestId('toast').getByText('確定しました').waitFor();
    await page.getByTestId('explanation-confirm').waitFor({ state: 'detached' });
    expect(ordered('POST')).toEqual([{ version: 1 }]);
    await page.getByTestId('explanation-move').click();
    await page.getByTestId('explain-times').getByLabel('15:20').check();
    await page.getByTestId('explain-save').click();
    await page.getByTestId('explain-dialog').waitFor({ state: 'detached' });
    expect(ordered('PATCH')).toEqual([{ at: '2026-11-24T15:20:00+09:00', version: 2 }]);
    expect(desk.service.calls.map(({ path }) => path)).toContain('/api/v1/schedules/explanations/explanation-1/times');
    await page.getByTestId('explanation-cancel').click();
    await page.getByTestId('sure').click();
    await page.getByTestId('windows-asked').getByText('予約はありません').waitFor();
  });
});
