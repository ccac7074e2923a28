import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { shoot } from '../testing/browser.ts';
import { type Desk, setUpDesk } from '../testing/desk.ts';
import { aBoard, anOrder, aRoll, EVERYTHING_ON, NOTHING_ON, ORDER_ID, ROLL_ID, SWITCHES } from '../testing/disaster.ts';

jest.setTimeout(60_000);

let desk: Desk;

beforeAll(async () => {
  desk = await setUpDesk();
}, 120_000);
afterEach(() => desk.tidy());
afterAll(() => desk.close());

const DISASTER = '/api/v1/telework/disaster';
const PHONE = { viewport: { width: 390, height: 844 } };
const LOOKS = [
  ['light', PHONE],
  ['dark', { ...PHONE, colorScheme: 'dark' }],
  ['contrast', { ...PHONE, colorScheme: 'dark', forcedColors: 'active' }],
  ['wide', {}],
] as const;

function everythingOn(): void {
  desk.service.world.disaster.view = EVERYTHING_ON;
}
const called = (what: string) => desk.service.calls.filter(({ method, path }) => `${method} ${path}` === what);

describe('O-12: the page for emergencies', () => {
  it('is in the navigation only where it concerns the person', async () => {
    const { page, complaints } = await desk.open('#/inbox');
    await page.getByTestId('case-row').first().waitFor();
    expect(await page.getByTestId('nav-disaster').count()).toBe(0);
    desk.service.world.disaster.view = { ...NOTHING_ON, rolls: [aRoll({ may: { board: false, run: false } })] };
    await page.reload();
    await page.getByTestId('nav-disaster').click();
    await page.getByTestId('answer-SAFE_CAN_COME').waitFor();
    expect(await page.getByTestId('call-open').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('takes an answer with one tap, and lets it be changed', async () => {
    everythingOn();
    const { page } = await desk.open('#/disaster', PHONE);
    const roll = page.getByTestId('roll').first();
    await roll.getByTestId('answer-words').fill('足をけがした');
    await roll.getByTestId('answer-NEEDS_HELP').click();
    await roll.getByTestId('answer-text').waitFor();
    expect(await roll.getByTestId('answer-text').innerText()).toContain('足をけがした');
    expect(called(`POST ${DISASTER}/safety-checks/${ROLL_ID}/answers`)[0]?.body).toMatchObject({
      answer: 'NEEDS_HELP',
      words: '足をけがした',
    });
    await roll.getByTestId('answer-change').click();
    await roll.getByTestId('answer-SAFE_CANNOT_COME').click();
    await page.getByTestId('toast').first().waitFor();
    expect(called(`POST ${DISASTER}/safety-checks/${ROLL_ID}/answers`)).toHaveLength(2);
  });

  it('orders at once, prolongs, ends early with a reason, and looks back', async () => {
    everythingOn();
    const { page } = await desk.open('#/disaster');
    await page.getByTestId('order-open').click();
    await page.getByTestId('order-send').click();
    expect(called(`POST ${DISASTER}/orders`)).toEqual([]);
    await page.getByTestId('order-number').fill('災対第4号');
    await page.getByTestId('order-reason').fill('河川の増水');
    await page.getByTestId('order-at-once').click();
    await page.getByTestId('order-send').click();
    await page.getByTestId('order-form').waitFor({ state: 'detached' });
    expect(called(`POST ${DISASTER}/orders`)[0]?.body).toMatchObject({ orderNumber: '災対第4号', atOnce: true });
    await page.getByTestId('order-prolong').click();
    expect(await page.getByTestId('order-from').inputValue()).toBe('2026-12-01');
    await page.getByTestId('order-after').click();
    await page.getByTestId('after-item').waitFor();
    await page.getByTestId('order-end').click();
    await page.getByTestId('end-reason').fill('警報の解除');
    await page.getByTestId('end-confirm').click();
    await page.getByTestId('end-form').waitFor({ state: 'detached' });
    expect(called(`POST ${DISASTER}/orders/${ORDER_ID}/end`)[0]?.body).toMatchObject({ reason: '警報の解除' });
  });

  it('calls people out to a place, and says why where it is refused', async () => {
    everythingOn();
    const detail = '対象になる職員がいません。';
    desk.service.answer(`POST ${DISASTER}/musters`, () => ({
      status: 409,
      body: desk.service.world.problem(409, 'telework.roll_nobody', detail),
    }));
    const { page } = await desk.open('#/disaster');
    await page.getByTestId('call-open').click();
    await page.getByTestId('call-kind').selectOption('MUSTER');
    await page.getByTestId('call-title').fill('第2配備');
    await page.getByTestId('call-place').fill('本庁舎');
    await page.getByTestId('call-send').click();
    expect(await page.getByTestId('call-refused').innerText()).toContain(detail);
    expect(await page.getByTestId('call-title').inputValue()).toBe('第2配備');
  });

  it('shows on the board who needs help and who is silent, and takes down what was heard by telephone', async () => {
    everythingOn();
    const { page } = await desk.open('#/disaster');
    await page.getByTestId('roll-board-link').first().click();
    const people = page.getByTestId('roll-person');
    await people.first().waitFor();
    expect(await page.getByTestId('board-counts').innerText()).toBe('4人のうち 2人が回答 チャットが届かない人 1人');
    expect(await people.nth(0).innerText()).toContain('けが・支援が必要');
    expect(await people.nth(1).innerText()).toContain('チャット届かず');
    await people.nth(1).getByTestId('person-phone').click();
    await people.nth(1).getByTestId('answer-SAFE_CAN_COME').click();
    await page.getByTestId('toast').first().waitFor();
    expect(called(`POST ${DISASTER}/safety-checks/${ROLL_ID}/answers`)[0]?.body).toMatchObject({ staffId: 's-sub' });
    await page.getByTestId('people-answer').selectOption('NONE');
    await page.getByTestId('board-remind').click();
    await page.getByText('知らせました').waitFor();
    expect(called(`POST ${DISASTER}/safety-checks/${ROLL_ID}/reminders`)).toHaveLength(1);
  });
});

describe('O-12: how it looks', () => {
  it.each(LOOKS)('%s: nothing is wider than the page', async (name, options) => {
    everythingOn();
    const { page } = await desk.open('#/disaster', options);
    const tooWide = () => page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    await page.getByTestId('order').first().waitFor();
    await shoot(page, `disaster-${name}`);
    expect(await tooWide()).toBe(false);
    await page.getByTestId('order-open').click();
    await page.getByTestId('order-form').waitFor();
    await shoot(page, `disaster-form-${name}`);
    expect(await tooWide()).toBe(false);
    await page.goto(`${desk.service.origin}/tab/#/disaster/${ROLL_ID}?kind=safety`);
    await page.getByTestId('unit-row').first().waitFor();
    await shoot(page, `disaster-board-${name}`);
    expect(await tooWide()).toBe(false);
  });

  it('says so where nothing is on, where it loads, and where it fails', async () => {
    const { page } = await desk.open('#/disaster');
    await page.getByTestId('empty').waitFor();
    desk.service.answer(`GET ${DISASTER}`, () => ({
      status: 403,
      body: desk.service.world.problem(403, 'directory.unknown_person', '職員として登録されていません。'),
    }));
    await page.reload();
    await page.getByTestId('error').waitFor();
    expect(await page.getByTestId('error').innerText()).toContain('職員として登録されていません');
  });

  it('is complete in English', async () => {
    const who = { staffId: 's', name: 'Alpha', postTitle: 'Head', unitName: 'Policy' };
    const words = { title: 'Earthquake', words: 'Please answer.', askedBy: who };
    const named = { name: 'Disaster', article: 'Rules 14', orderNumber: 'No. 3', reason: 'Typhoon', askedBy: who };
    const relaxes = [{ row: 'a', article: 'Rules 6', sentence: 'Three days a week.', to: 'WAIVED' }];
    desk.service.world.me = { ...desk.service.world.me, name: 'Alpha', posts: [] };
    desk.service.world.disaster = {
      view: {
        orders: [anOrder({ ...named, relaxes, history: [] })],
        switches: SWITCHES.map((one) => ({ ...one, name: 'Disaster', article: 'Rules 14', sentence: 'Relaxed.' })),
        rolls: [aRoll(words)],
        may: { ask: true, call: true },
      },
      board: aBoard({
        roll: aRoll(words),
        units: [],
        people: [{ ...who, answer: null, reachable: false, may: { answer: true } }],
      }),
      after: [],
    };
    const { page } = await desk.open('#/disaster');
    await page.getByTestId('account-menu').click();
    await page.getByTestId('language-switch').click();
    await page.getByRole('link', { name: 'Emergency' }).waitFor();
    await page.getByTestId('order-open').click();
    await page.getByTestId('order-form').waitFor();
    const japanese = async () => (await page.getByRole('main').innerText()).match(/[ぁ-んァ-ヶ一-龠]+/g) ?? [];
    expect(await japanese()).toEqual([]);
    await page.getByTestId('roll-board-link').click();
    await page.getByTestId('roll-person').first().waitFor();
    expect(await japanese()).toEqual([]);
  });
});
