import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { shoot } from '../testing/browser.ts';
import { type Desk, setUpDesk } from '../testing/desk.ts';
import { eventually } from '../testing/eventually.ts';
import { aNudge, aPresence } from '../testing/presence.ts';
import { pressRetry } from '../testing/press-retry.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await setUpDesk();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

const bodiesOf = (path: string) =>
  desk.service.calls.filter((call) => call.method === 'POST' && call.path === path).map(({ body }) => body);

describe('T-13: who is where', () => {
  it('shows each where they are, since and until when, those at work first', async () => {
    const { page, complaints } = await desk.open('#/presence');
    await page.getByTestId('presence-row').first().waitFor();
    await shoot(page, 'presence');
    const groups = await page.locator('[data-testid^="group-"] h2').allInnerTexts();
    expect(groups).toEqual(['在庁（1人）', '在宅勤務（1人）', '外出（1人）', '休暇（1人）', '開始前（1人）']);
    expect(await page.getByTestId('presence-count').innerText()).toBe('5人（10:30 現在）');
    const out = await page.getByTestId('group-OUT').innerText();
    for (const words of ['外出 三郎', '県庁', '10:00 から', '17:00 戻り']) expect(out).toContain(words);
    expect(await page.getByTestId('group-HOME').innerText()).toContain('連絡先：内線から転送');
    expect(await page.getByTestId('group-NOT_STARTED').innerText()).toContain('予定: サテライト');
    expect(complaints).toEqual([]);
  });

  it('finds by name, by state and in other units', async () => {
    const { page } = await desk.open('#/presence');
    await page.getByTestId('presence-row').first().waitFor();
    await page.getByRole('searchbox').fill('三郎');
    expect(await page.getByTestId('presence-row').count()).toBe(1);
    await page.getByRole('searchbox').fill('');
    await page.getByTestId('state-LEAVE').click();
    expect(await page.getByTestId('presence-row').count()).toBe(1);
    await page.getByTestId('unit-all').click();
    await page.getByRole('button', { name: '自分の課' }).waitFor();
    const all = '/telework/presence?unit=all';
    await eventually(() => desk.service.calls.some(({ path }) => path.endsWith(all)), true);
  });

  it('follows what is told to open pages', async () => {
    const { page } = await desk.open('#/presence');
    await page.getByTestId('group-HOME').waitFor();
    desk.service.world.presence.rows = [aPresence('新しい人', { state: 'TRIP', where: '大阪' })];
    desk.service.tell('all', 0, 'presence');
    await page.getByTestId('group-TRIP').waitFor();
    await eventually(() => page.getByTestId('presence-row').count(), 1);
  });

  it('S-11: says where I am in the words of the chat, and shows what was understood or is asked back', async () => {
    const { page } = await desk.open('#/presence');
    await page.getByTestId('where-typed').fill('県庁 17時');
    await page.getByTestId('where-typed').press('Enter');
    await page.getByTestId('toast').getByText('17:00 に戻ると受け取りました').waitFor();
    await page.getByTestId('where-back').click();
    const outAndBack = [{ said: '外出 県庁 17時' }, { said: '帰庁' }];
    await eventually(() => bodiesOf('/api/v1/telework/whereabouts'), outAndBack);
    const sentence = '7:00 と 19:00 のどちらですか。';
    desk.service.answer('POST /api/v1/telework/whereabouts', () => ({
      status: 400,
      body: desk.service.world.problem(400, 'telework.whereabouts_two_times', sentence),
    }));
    await page.getByTestId('where-typed').fill('7時');
    await page.getByTestId('where-out').click();
    await page.getByText(sentence).waitFor();
    await shoot(page, 'presence-asked-back');
    expect(await page.getByTestId('where-typed').inputValue()).toBe('7時');
  });

  it('S-11: what is typed while the last word is on its way stays', async () => {
    const { promise: typed, resolve: goOn } = Promise.withResolvers<void>();
    const { page } = await desk.open('#/presence');
    const where = 'POST /api/v1/telework/whereabouts';
    desk.service.answer(where, async (call) => {
      await typed;
      return desk.service.world.answer(call);
    });
    await page.getByTestId('where-back').click();
    await page.getByTestId('where-typed').fill('県庁 17時');
    goOn();
    await page.getByTestId('toast').waitFor();
    expect(await page.getByTestId('where-typed').inputValue()).toBe('県庁 17時');
  });

  it('T-14: asks somebody to answer, shows how it stands, and answers with one press', async () => {
    desk.service.world.presence.nudges = [
      aNudge({ id: 'mine', mayAnswer: true, askedBy: aPresence('部長 一子').person }),
    ];
    const { page } = await desk.open('#/presence');
    await page.getByTestId('group-HOME').getByTestId('nudge').click();
    await page.getByTestId('group-HOME').getByText('応答待ち（10:15 まで）').waitFor();
    expect(bodiesOf('/api/v1/telework/nudges')).toHaveLength(1);
    await shoot(page, 'presence-nudge');
    await page.getByTestId('nudge-answer').click();
    await page.getByTestId('asked-of-me').waitFor({ state: 'detached' });
  });

  it('says so when nobody is there, nobody fits, or the service does not answer', async () => {
    desk.service.world.presence.rows = [];
    const { page } = await desk.open('#/presence');
    await page.getByText('この所属には職員がいません').waitFor();
    desk.service.answer('GET /api/v1/telework/presence', () => ({ drop: true }));
    const { page: other } = await desk.open('#/presence');
    await other.getByTestId('error').waitFor();
    await pressRetry(desk.service, other);
    await other.getByText('この所属には職員がいません').waitFor();
  });

  it.each(['light', 'dark'] as const)('fits on a phone in %s, with the keyboard alone', async (colorScheme) => {
    const { page } = await desk.open('#/presence', { viewport: { width: 390, height: 844 }, colorScheme });
    await page.getByTestId('presence-row').first().waitFor();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(wide).toBe(false);
    await page.getByTestId('state-OUT').focus();
    await page.keyboard.press('Space');
    expect(await page.getByTestId('state-OUT').getAttribute('aria-pressed')).toBe('true');
    expect(await page.getByTestId('presence-row').count()).toBe(1);
    await page.keyboard.press('Space');
    await shoot(page, `presence-390-${colorScheme}`);
  });

  it('can be read in high contrast', async () => {
    const { page } = await desk.open('#/presence', { forcedColors: 'active', colorScheme: 'dark' });
    await page.getByTestId('presence-row').first().waitFor();
    await shoot(page, 'presence-contrast');
    expect(await page.getByTestId('presence-row').count()).toBe(5);
  });
});
