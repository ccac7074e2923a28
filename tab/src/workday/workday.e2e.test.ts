import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { shoot } from '../testing/browser.ts';
import { type Desk, setUpDesk } from '../testing/desk.ts';
import { aDayReport, aJudgement, anApplication, aRefusal, aWorkday, beforeWork } from '../testing/workday.ts';

jest.setTimeout(90_000);

let desk: Desk;

beforeAll(async () => {
  desk = await setUpDesk();
}, 120_000);
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
      await page.getByTestId(`punch-${punch}`).focus();
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
    desk.service.restore();
    await page.getByTestId('retry-button').click();
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
    expect(await page.getByTestId('sheet-blocks').innerText()).toContain('11月5日（木） 終業の打刻がありません');
    expect(await page.getByTestId('sheet-totals').innerText()).toContain('153:00');
    await shoot(page, `workday-sheet-${name}`);
    await page.getByTestId('sheet-only').check();
    expect(await page.getByTestId('sheet-row').count()).toBe(2);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    await page.getByTestId('month-before').click();
    await page.getByText('2026年10月').waitFor();
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

describe('T-02: my applications', () => {
  it.each([
    ['phone', PHONE],
    ['wide', WIDE],
  ] as const)(
    'what I asked for and where it is, newest first; one day is cancelled with a reason (%s)',
    async (name, options) => {
      const { page, complaints } = await desk.open('#/workday/applications', options);
      const items = page.getByTestId('application');
      await items.first().waitFor();
      expect(await items.nth(0).getByTestId('application-state').innerText()).toBe('審査中');
      expect(await items.nth(1).getByTestId('application-state').innerText()).toBe('承認');
      await page.getByTestId('registration').getByText('有効（令和9年3月31日まで）').waitFor();
      await shoot(page, `workday-applications-${name}`);
      await items.nth(0).getByTestId('cancel-day').first().click();
      await page.getByTestId('give-up-confirm').click();
      await page.getByText('理由を入力してください。').waitFor();
      await page.getByTestId('give-up-reason').fill('登庁することになった');
      await page.getByTestId('give-up-confirm').click();
      await page.getByTestId('give-up-dialog').waitFor({ state: 'detached' });
      expect(posted('/cancel')[0]?.body).toEqual({ version: 3, reason: '登庁することになった' });
      expect(complaints).toEqual([]);
    },
  );

  it('a kind that does not answer is named, and the others are shown', async () => {
    desk.service.answer('GET /api/v1/trips', () => ({ status: 404, body: busy() }));
    const { page } = await desk.open('#/workday/applications');
    await page.getByTestId('applications-failed').getByText('出張の申請を表示できませんでした').waitFor();
    expect(await page.getByTestId('application').count()).toBe(2);
  });

  it.each([
    ['phone', PHONE],
    ['wide', WIDE],
  ] as const)(
    'T-03, T-19: the rules are told while one types: may one, by which article not, whom to ask (%s)',
    async (name, options) => {
      const { page } = await desk.open('#/workday/new?kind=TELEWORK', options);
      desk.service.world.workday.judgement = aRefusal();
      await page.getByTestId('date').fill('2026-11-27');
      const finding = page.getByTestId('finding');
      await finding.waitFor();
      expect(await finding.innerText()).toContain('みなと市テレワーク実施要領 第6条第1項');
      expect(await finding.innerText()).toContain('聞く先：人事課');
      await shoot(page, `workday-telework-refused-${name}`);
      await page.getByTestId('apply').focus();
      await page.keyboard.press('Enter');
      expect(posted('/telework/requests')).toEqual([]);
      desk.service.world.workday.judgement = aJudgement();
      await page.getByTestId('date').fill('2026-11-25');
      await page.getByTestId('information-GENERAL').check();
      await page.getByTestId('tasks').fill('計画案の作成');
      await page.locator('[data-answer="ALLOWED"]').waitFor();
      await shoot(page, `workday-telework-${name}`);
      await page.getByTestId('apply').click();
      await page.getByTestId('application').first().waitFor();
      expect(posted('/telework/requests').at(-1)?.body).toMatchObject({
        ...{ when: { dates: ['2026-11-25'] }, kind: 'HOME', span: 'DAY', place: 'OWN_HOME', devices: ['LOANED_PC'] },
        ...{ information: ['GENERAL'], tasks: '計画案の作成', contact: '内線から転送', overtime: 'NONE' },
      });
    },
  );

  it('says what is still to be given', async () => {
    const { page } = await desk.open('#/workday/new?kind=TELEWORK');
    await page.getByTestId('apply').click();
    await page.getByTestId('form-missing').getByText('次を入力してください：日').waitFor();
    const trip = (await desk.open('#/workday/new?kind=TRIP')).page;
    await trip.getByTestId('apply').click();
    await trip.getByTestId('form-missing').getByText('用務先、用務、いつから').waitFor();
  });

  it('leave shows what is left beside it, and asks for the relation where it counts', async () => {
    const { page, complaints } = await desk.open('#/workday/new?kind=LEAVE', PHONE);
    await page.getByTestId('leave-balance').getByText('9日 3:30').waitFor();
    await page.getByTestId('leave-kind').selectOption('BEREAVEMENT');
    await page.getByTestId('leave-from').fill('2026-12-01');
    await page.getByTestId('relation').selectOption('PARENT');
    await page.locator('[data-answer="ALLOWED"]').waitFor();
    await shoot(page, 'workday-leave');
    await page.getByTestId('apply').click();
    await page.getByTestId('application').first().waitFor();
    expect(posted('/api/v1/leave').at(-1)?.body).toMatchObject({
      ...{ kind: 'BEREAVEMENT', when: { dates: ['2026-12-01'] }, span: 'DAY', relation: 'PARENT' },
    });
    expect(complaints).toEqual([]);
  });

  it('a refusal of the service is told where one looks, and what was typed stays', async () => {
    const body = desk.service.world.problem(409, 'telework.overlaps_leave', '同じ時間に休暇があります。');
    const { page } = await desk.open('#/workday/new?kind=OVERTIME');
    desk.service.answer('POST /api/v1/overtime', () => ({ status: 409, body }));
    await page.getByTestId('overtime-date').fill('2026-11-25');
    await page.getByTestId('overtime-to').fill('20:00');
    await page.getByTestId('reason').fill('議会の答弁の準備');
    await page.locator('[data-answer="ALLOWED"]').waitFor();
    await page.getByTestId('apply').click();
    await page.getByTestId('form-refused').getByText('同じ時間に休暇があります。').waitFor();
    expect(await page.getByTestId('reason').inputValue()).toBe('議会の答弁の準備');
    expect(anApplication().state).toBe('REVIEW');
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
