import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { theTakeOuts } from '../testing/applications.ts';
import { shoot } from '../testing/browser.ts';
import { type Desk, setUpDesk } from '../testing/desk.ts';
import { pressRetry } from '../testing/press-retry.ts';
import { aDayReport, aWorkday, beforeWork } from '../testing/workday.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await setUpDesk();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

const PHONE = { viewport: { width: 390, height: 844 } };
const WIDE = { viewport: { width: 1280, height: 900 } };
const posted = (ending: string) =>
  desk.service.calls.filter(({ method, path }) => method === 'POST' && path.endsWith(ending));
const busy = () => desk.service.world.problem(503, 'platform.busy', '混み合っています。');

describe('T-06: today', () => {
  it.each([
    ['phone', PHONE],
    ['wide', WIDE],
  ] as const)('one big button says what comes next, with the state and since when (%s)', async (name, options) => {
    const { page, complaints } = await desk.open('#/workday', options);
    await page.getByTestId('punch-END').waitFor();
    expect(await page.getByTestId('workday-state').innerText()).toContain('勤務中');
    expect(await page.getByTestId('workday-state').innerText()).toContain('08:31 から');
    expect(await page.getByTestId('day-facts').innerText()).toContain('8:30から17:15');
    await page.getByTestId('report-text-PLAN').waitFor();
    await shoot(page, `workday-today-${name}`);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
  });

  it('start, step out, resume, end by keyboard: each tap has a key of its own and is told back', async () => {
    desk.service.world.workday.day = beforeWork();
    const { page } = await desk.open('#/inbox', PHONE);
    await page.getByTestId('nav-workday').click();
    for (const punch of ['START', 'PAUSE', 'RESUME', 'END']) {
      // The next one waits until the page has asked again.
      await page.locator(`[data-testid="punch-${punch}"]:not([aria-disabled="true"])`).focus();
      await page.keyboard.press('Enter');
      await page.getByTestId(`punch-${punch}`).waitFor({ state: 'detached' });
    }
    await page.getByText('12:00 終了を記録しました。').first().waitFor();
    const taps = posted('/punches');
    expect(taps.map(({ body }) => (body as { punch: string }).punch)).toEqual(['START', 'PAUSE', 'RESUME', 'END']);
    expect(new Set(taps.map(({ headers }) => headers['idempotency-key'])).size).toBe(4);
  });

  it('a tap without a network waits, is told, survives closing the page, and leaves later under the same key', async () => {
    desk.service.world.workday.day = beforeWork();
    desk.service.answer('POST /api/v1/telework/workdays/2026-11-24/punches', () => ({ drop: true }));
    const { page } = await desk.open('#/workday', PHONE);
    await page.getByTestId('punch-START').click();
    await page.getByTestId('waiting-taps').getByText('開始').waitFor();
    await shoot(page, 'workday-waiting');
    await page.reload();
    await page.getByTestId('waiting-taps').waitFor();
    desk.service.restore();
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await page.getByTestId('punch-END').waitFor();
    expect(await page.getByTestId('waiting-taps').count()).toBe(0);
    const taps = posted('/punches').map(({ body }) => body as { key: string; clientAt: string; clientSentAt: string });
    expect(new Set(taps.map(({ key }) => key)).size).toBe(1);
    expect(new Set(taps.map(({ clientAt }) => clientAt)).size).toBe(1);
  });

  it('a refused tap says why and does not wait', async () => {
    const body = desk.service.world.problem(409, 'telework.month_closed', '締めた月の打刻はできません。');
    desk.service.answer('POST /api/v1/telework/workdays/2026-11-24/punches', () => ({ status: 409, body }));
    const { page } = await desk.open('#/workday');
    await page.getByTestId('punch-END').click();
    await page.getByTestId('punch-refused').getByText('締めた月の打刻はできません。').waitFor();
    expect(await page.getByTestId('waiting-taps').count()).toBe(0);
  });

  it('T-08, T-10: asks what a long pause was, and tells what has to be settled', async () => {
    const [from, to] = ['2026-11-24T01:00:00Z', '2026-11-24T01:40:00Z'];
    desk.service.world.workday.day = aWorkday({
      pauses: [{ punchId: 'p2', from, to, as: null, asked: true }],
      flags: [{ flag: 'telework.flag_no_end', word: '前の日の終業の打刻がありません', blocks: true }],
    });
    const { page } = await desk.open('#/workday', PHONE);
    await page.getByText('10:00 から 10:40 の中抜けは、どちらですか。').waitFor();
    await shoot(page, 'workday-asked');
    await page.getByTestId('pause-HOURLY_LEAVE').click();
    await page.getByTestId('toast').getByText('記録しました').waitFor();
    expect(posted('/mid-shifts')[0]?.body).toEqual({ punchId: 'p2', as: 'HOURLY_LEAVE' });
  });

  it('T-04: on the day at the office it asks whether what was taken out is back, until it is answered', async () => {
    const { workday } = desk.service.world;
    const takeOuts = theTakeOuts();
    workday.takeOuts = takeOuts;
    const { page, complaints } = await desk.open('#/workday', PHONE);
    desk.service.after(`POST /api/v1/telework/requests/${takeOuts.own[0]?.applicationId}/return`, () => {
      workday.takeOuts = { ...takeOuts, own: [] };
      // The rest of the page comes last: it is told also when the row is gone before.
      desk.service.answer('GET /api/v1/telework/workdays/today', async () => {
        await page.getByTestId('return-asked').waitFor({ state: 'detached' });
        return { body: workday.day };
      });
    });
    await page.getByText('持ち出した貸与端末 1台を返却しましたか。').waitFor();
    await shoot(page, 'workday-return');
    const answer = page.getByRole('button', { name: /^返却しました 令和8年11月24日までに返却する貸与端末 1台$/ });
    await answer.focus();
    await page.keyboard.press('Enter');
    await page.getByTestId('toast').getByText('返却を記録しました').waitFor();
    await page.getByTestId('return-asked').waitFor({ state: 'detached' });
    expect(posted('/return').map(({ body }) => body)).toEqual([{ version: 3, dueOn: '2026-11-24', note: '' }]);
    expect(complaints).toEqual([]);
  });

  it('T-07: the plan is prefilled and sent in one press; the comment of the head is shown', async () => {
    const { page } = await desk.open('#/workday');
    await page.getByTestId('report-send-PLAN').click();
    await page.getByTestId('toast').getByText('報告しました').waitFor();
    expect(posted('/reports')[0]?.body).toEqual({
      ...{ kind: 'PLAN', version: 0, text: '計画案の作成', tomorrow: '', caseIds: [] },
    });
    const said = { at: '2026-11-23T23:40:00Z', text: '計画案の作成', tomorrow: '', cases: [] };
    const by = desk.service.world.instructions.below[0];
    if (!by) throw new Error('nobody');
    desk.service.world.workday.report = aDayReport({
      ...{ id: 'r', version: 1, plan: { kind: 'PLAN', ...said }, asked: [] },
      comments: [{ at: '2026-11-24T00:10:00Z', by, tone: 'THANKS', text: '' }],
    });
    const other = (await desk.open('#/workday')).page;
    await other.getByTestId('report-comments').getByText('お疲れさまでした').waitFor();
    await other.getByTestId('report-again-PLAN').click();
    expect(await other.getByTestId('report-text-PLAN').inputValue()).toBe('計画案の作成');
  });

  it('says that it failed, and tries again', async () => {
    desk.service.answer('GET /api/v1/telework/workdays/today', () => ({ status: 503, body: busy() }));
    const { page } = await desk.open('#/workday');
    await page.getByTestId('error').waitFor({ timeout: 45_000 });
    await pressRetry(desk.service, page);
    await page.getByTestId('punch-END').waitFor();
  });
});

describe('T-15: my month', () => {
  it.each([
    ['phone', PHONE],
    ['wide', WIDE],
  ] as const)('every day with its kind, hours and flags in words (%s)', async (name, options) => {
    const { page, complaints } = await desk.open('#/workday/sheet?month=2026-11', options);
    await page.getByTestId('sheet-row').first().waitFor();
    expect(await page.getByTestId('sheet-row').count()).toBe(30);
    expect(await page.getByTestId('sheet-blocks').innerText()).toContain('終業の打刻がありません：11月5日（木）');
    expect(await page.getByTestId('sheet-totals').innerText()).toContain('153:00');
    await shoot(page, `workday-sheet-${name}`);
    await page.getByTestId('sheet-only').check();
    expect(await page.getByTestId('sheet-row').count()).toBe(2);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    await page.getByTestId('month-before').click();
    await page.getByText('令和8年10月').waitFor();
    expect(complaints).toEqual([]);
  });

  it('T-09: a correction is asked for from its day, and only what differs is sent', async () => {
    const { page } = await desk.open('#/workday/sheet?month=2026-11', PHONE);
    await page.locator('[data-date="2026-11-05"]').getByTestId('correct-punches').click();
    await page.getByTestId('correction-send').click();
    await page.getByTestId('correction-refused').getByText('変えたところがありません。').waitFor();
    await page.getByTestId('correction-add').click();
    await page.getByTestId('correction-time').last().fill('17:30');
    await page.getByTestId('correction-send').click();
    await page.getByText('理由を入力してください。').waitFor();
    await page.getByTestId('correction-reason').fill('打刻を忘れて退庁した');
    await shoot(page, 'workday-correction');
    desk.service.answer('POST /api/v1/telework/corrections', () => ({ status: 201, body: {} }));
    await page.getByTestId('correction-send').click();
    await page.getByTestId('correction-dialog').waitFor({ state: 'detached' });
    expect(posted('/telework/corrections')[0]?.body).toEqual({
      ...{ date: '2026-11-05', reason: '打刻を忘れて退庁した' },
      changes: [{ replaces: null, by: { punch: 'END', at: '2026-11-05T17:30:00+09:00' } }],
    });
  });
});

describe('the rules', () => {
  it('T-19: the rules are a page of their own: may one, why not, whom to ask, found by a word', async () => {
    const { page, complaints } = await desk.open('#/workday', PHONE);
    await page.getByTestId('part-rules').click();
    const rule = page.getByTestId('rule');
    await rule.first().waitFor();
    expect(await rule.count()).toBe(3);
    await page.getByRole('searchbox').fill('ｗｉ－ｆｉ');
    await page.getByTestId('rules-count').getByText('1件').waitFor();
    const words = await rule.innerText();
    for (const part of ['接続できません', '根拠：みなと市テレワーク実施要領 第8条第2項', '聞く先：情報政策課'])
      expect(words).toContain(part);
    await shoot(page, 'workday-rules-phone');
    await page.getByRole('searchbox').fill('週');
    await page.getByText('緩める特例：災害時の特例').waitFor();
    await page.getByRole('searchbox').fill('ない言葉');
    await page.getByText('この言葉のある定めはありません。聞く先：人事課').waitFor();
    expect(complaints).toEqual([]);
  });
});

describe('the colours', () => {
  const looks = [
    ['dark', { colorScheme: 'dark' }],
    ['contrast', { colorScheme: 'dark', forcedColors: 'active' }],
  ] as const;
  it.each(looks)('every part is looked at in %s', async (name, options) => {
    const { page, complaints } = await desk.open('#/workday', { ...PHONE, ...options });
    await page.getByTestId('punch-END').waitFor();
    await shoot(page, `workday-today-${name}`);
    await page.getByTestId('part-sheet').click();
    await page.getByTestId('sheet-row').first().waitFor();
    await shoot(page, `workday-sheet-${name}`);
    await page.getByTestId('part-applications').click();
    await page.getByTestId('application').first().waitFor();
    await shoot(page, `workday-applications-${name}`);
    expect(complaints).toEqual([]);
  });
});
