import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { shoot } from '../testing/browser.ts';
import { type Desk, setUpDesk } from '../testing/desk.ts';
import { aBoard, anOrder, aRoll, EVERYTHING_ON, NOTHING_ON, ORDER_ID, ROLL_ID, SWITCHES } from '../testing/disaster.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await setUpDesk();
});
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

  it('waits behind 「その他」 while nothing is on, for whoever has forms to print', async () => {
    desk.service.world.disaster.view = { ...NOTHING_ON, may: { ...NOTHING_ON.may, paper: true } };
    const { page } = await desk.open('#/inbox');
    await page.getByTestId('case-row').first().waitFor();
    expect(await page.getByTestId('nav-disaster').count()).toBe(0);
    await page.goto(`${desk.service.origin}/tab/#/disaster`);
    await page.getByTestId('forms-save').waitFor();
    await page.getByTestId('nav-disaster').waitFor();
    expect(await page.getByTestId('paper-open').count()).toBe(0);
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
    await page.getByTestId('toast').getByText('回答しました：無事・出勤できない').waitFor();
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
    const headings = await page.getByRole('heading', { level: 2 }).allInnerTexts();
    expect(headings).toEqual(['所属ごと', '職員']);
    expect(await people.nth(0).innerText()).toContain('けが・支援が必要');
    expect(await people.nth(1).innerText()).toContain('チャット届かず');
    await people.nth(1).getByTestId('person-phone').click();
    await people.nth(1).getByTestId('answer-SAFE_CAN_COME').click();
    await page.getByTestId('toast').getByText('回答しました：無事・出勤できる').waitFor();
    expect(called(`POST ${DISASTER}/safety-checks/${ROLL_ID}/answers`)[0]?.body).toMatchObject({ staffId: 's-sub' });
    await page.getByTestId('people-answer').selectOption('NONE');
    await page.getByTestId('board-remind').click();
    // It is said twice: to who looks, and to who listens.
    await page.getByText('知らせました').first().waitFor();
    expect(called(`POST ${DISASTER}/safety-checks/${ROLL_ID}/reminders`)).toHaveLength(1);
  });
});

describe('O-12: paper', () => {
  it('gives the forms to print, and takes down an answer from one of them with its hour and its sheet', async () => {
    everythingOn();
    const { page } = await desk.open('#/disaster');
    const saved = page.waitForEvent('download');
    await page.getByTestId('forms-save').click();
    expect((await saved).suggestedFilename()).toBe('災害時の用紙.html');
    await page.getByTestId('roll-board-link').first().click();
    const person = page.getByTestId('roll-person').nth(1);
    await person.getByTestId('person-paper').click();
    await person.getByTestId('answer-SAFE_CAN_COME').click();
    expect(called(`POST ${DISASTER}/safety-checks/${ROLL_ID}/answers`)).toEqual([]);
    await person.getByTestId('paper-orderNumber').fill('災対第3号');
    await person.getByTestId('paper-at').fill('2026-11-24T07:30');
    await person.getByTestId('paper-source').fill('安否確認票 2枚目');
    await person.getByTestId('answer-SAFE_CAN_COME').click();
    await page.getByTestId('toast').getByText('回答しました：無事・出勤できる').waitFor();
    expect(called(`POST ${DISASTER}/safety-checks/${ROLL_ID}/answers`)[0]?.body).toMatchObject({
      ...{ staffId: 's-sub', answer: 'SAFE_CAN_COME' },
      paper: { orderNumber: '災対第3号', at: '2026-11-24T07:30:00+09:00', source: '安否確認票 2枚目' },
    });
  });

  it('takes down somebody’s times, in Japan’s hours, with the number of the order', async () => {
    everythingOn();
    const found = { staffId: 's-drafter', name: '起案 太郎', posts: [] };
    desk.service.answer('GET /api/v1/directory/staff', () => ({ body: { items: [found], nextCursor: null } }));
    const { page } = await desk.open('#/disaster');
    await page.getByTestId('paper-open').click();
    expect(await page.getByTestId('paper-orderNumber').inputValue()).toBe('災対第3号');
    await page.getByTestId('paper-send').click();
    expect(called('POST /api/v1/telework/paper-entries')).toEqual([]);
    await page.getByTestId('directory-picker').click();
    await page.getByTestId('directory-picker').pressSequentially('起案');
    await page.getByRole('option', { name: /起案 太郎/ }).click();
    await page.getByTestId('paper-source').fill('勤務記録票 1枚目');
    await page.getByTestId('paper-date').fill('2026-11-24');
    await page.getByTestId('paper-start').fill('08:30');
    await page.getByTestId('paper-reason').fill('停電');
    await page.getByTestId('paper-send').click();
    await page.getByTestId('paper-form').waitFor({ state: 'detached' });
    expect(called('POST /api/v1/telework/paper-entries')[0]?.body).toMatchObject({
      ...{
        staffId: 's-drafter',
        orderNumber: '災対第3号',
        source: '勤務記録票 1枚目',
        date: '2026-11-24',
        reason: '停電',
      },
      punches: [{ punch: 'START', at: '2026-11-24T08:30:00+09:00' }],
    });
  });

  it('saves the list of what was done as CSV', async () => {
    everythingOn();
    const { page } = await desk.open('#/disaster');
    await page.getByTestId('order-after').click();
    const saved = page.waitForEvent('download');
    await page.getByTestId('after-csv').click();
    expect((await saved).suggestedFilename()).toBe('事後の一覧（災対第3号）.csv');
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
        may: { ask: true, call: true, paper: true },
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
