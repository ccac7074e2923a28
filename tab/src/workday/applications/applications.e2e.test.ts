import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { aJudgement, anApplication, anApproved, aRefusal, aSentBack, theTakeOuts } from '../../testing/applications.ts';
import { shoot } from '../../testing/browser.ts';
import { aCase, caseId } from '../../testing/cases.ts';
import { type Desk, setUpDesk } from '../../testing/desk.ts';
import { SUBSECTION_HEAD } from '../../testing/people.ts';
import { pressRetry } from '../../testing/press-retry.ts';

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
      expect(await items.nth(0).getByTestId('application-state').innerText()).toBe('申請中');
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

  it('comes page by page, and goes on where the answer was lost', async () => {
    const { world } = desk.service;
    world.workday.applications = Array.from({ length: 5 }, (_, at) =>
      anApplication({ id: `a${at}`, title: `${at + 1}番目の申請` }),
    );
    world.workday.pageOf = 2;
    desk.service.answer('GET /api/v1/telework/applications', (call) =>
      call.path.includes('cursor=') ? { status: 404, body: busy() } : world.answer(call),
    );
    const { page } = await desk.open('#/workday/applications', PHONE);
    await page.getByTestId('applications-count').getByText('2件（続きがあります）').waitFor();
    await page.getByTestId('more-button').click();
    await page.getByRole('alert').getByText('混み合っています。').waitFor();
    desk.service.restore();
    for (const shown of ['4件（続きがあります）', '5件']) {
      await page.getByTestId('more-button').focus();
      await page.keyboard.press('Enter');
      await page.getByTestId('applications-count').getByText(shown, { exact: true }).waitFor();
    }
    expect(await page.getByTestId('more-button').count()).toBe(0);
    expect(await page.getByTestId('application').last().innerText()).toContain('5番目の申請');
  });

  it('is chosen by kind and state, says where nothing is like that, and where the list failed', async () => {
    const { page } = await desk.open('#/workday/applications');
    await page.getByTestId('application').first().waitFor();
    await page.getByTestId('filter-kind').selectOption('LEAVE');
    await page.getByTestId('applications-count').getByText('1件').waitFor();
    expect(await page.getByTestId('application').innerText()).toContain('年次有給休暇');
    await page.getByTestId('filter-state').selectOption('REFUSED');
    await page.getByTestId('applications-none').getByText('選んだ条件の申請はありません。').waitFor();
    desk.service.world.workday.applications = [];
    const none = (await desk.open('#/workday/applications')).page;
    await none.getByTestId('applications-none').getByText('申請はまだありません。').waitFor();
    desk.service.answer('GET /api/v1/telework/applications', () => ({ status: 404, body: busy() }));
    const failed = (await desk.open('#/workday/applications')).page;
    await failed.getByTestId('error').getByText('申請を表示できませんでした').waitFor();
    await pressRetry(desk.service, failed);
    await failed.getByTestId('applications-none').waitFor();
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

  it('T-02: begins like the form in the chat: the first day in time, what is registered, the first line and class', async () => {
    const { page } = await desk.open('#/workday/new?kind=TELEWORK', PHONE);
    await page.locator('[data-answer="ALLOWED"]').waitFor();
    expect(await page.getByTestId('date').inputValue()).toBe('2026-11-26');
    expect(await page.getByRole('radiogroup', { name: '区分' }).count()).toBe(1);
    await page.getByTestId('apply').click();
    await page.getByTestId('application').first().waitFor();
    expect(posted('/telework/requests').at(-1)?.body).toMatchObject({
      ...{ when: { dates: ['2026-11-26'] }, place: 'OWN_HOME', networks: ['CITY_LINE'], devices: ['LOANED_PC'] },
      information: ['GENERAL'],
    });
  });

  it('T-03: what else is booked at the time is said as it is, and nothing is tried again', async () => {
    const detail = '11月26日の同じ時間に、ほかの申請があります。';
    const body = desk.service.world.problem(400, 'telework.overlaps', detail);
    desk.service.answer('POST /api/v1/telework/requests/check', () => ({ status: 400, body }));
    const { page } = await desk.open('#/workday/new?kind=TELEWORK', PHONE);
    await page.getByTestId('check-refused').getByText(detail).waitFor();
    const judgement = page.getByTestId('judgement');
    expect(await judgement.getByText('このままでは申請できません').count()).toBe(1);
    expect(await judgement.getByRole('button').count()).toBe(0);
    await page.getByTestId('apply').focus();
    await page.keyboard.press('Enter');
    expect(posted('/telework/requests')).toEqual([]);
    desk.service.restore();
    await page.getByTestId('date').fill('2026-11-27');
    await page.locator('[data-answer="ALLOWED"]').waitFor();
  });

  it('says what is still to be given', async () => {
    const { page } = await desk.open('#/workday/new?kind=TELEWORK');
    await page.getByTestId('date').fill('');
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

describe('what was sent back', () => {
  it.each([
    ['phone', PHONE],
    ['wide', WIDE],
  ] as const)(
    'is corrected in a form with everything that was asked for, and submitted again (%s)',
    async (name, options) => {
      const back = aSentBack();
      desk.service.world.workday.applications = [back];
      const { page, complaints } = await desk.open('#/workday/applications', options);
      await page.getByText('差戻しの理由：会議の日は登庁してください').waitFor();
      await page.getByTestId('correct-application').click();
      await page.getByTestId('sent-back').getByText('会議の日は登庁してください').waitFor();
      const dates = page.getByTestId('date');
      expect([await dates.nth(0).inputValue(), await dates.nth(1).inputValue()]).toEqual(['2026-11-25', '2026-11-26']);
      expect(await page.getByTestId('tasks').inputValue()).toBe('計画案の作成');
      expect(await page.getByTestId('items').inputValue()).toBe('貸与端末 1台');
      await dates.nth(1).fill('2026-11-27');
      await page.locator('[data-answer="ALLOWED"]').waitFor();
      await shoot(page, `workday-correct-${name}`);
      await page.getByTestId('apply').click();
      await page.getByTestId('toast').getByText('直して、もう一度回議にかけました').waitFor();
      expect(posted('/correct')[0]).toMatchObject({
        path: `/api/v1/telework/requests/${back.id}/correct`,
        body: { version: 4, input: { ...back.input, when: { dates: ['2026-11-25', '2026-11-27'] } } },
      });
      expect(posted('/correct/check').length).toBeGreaterThan(0);
      expect(posted('/requests')).toEqual([]);
      expect(complaints).toEqual([]);
    },
  );

  it('is no longer corrected once it is under review again, and its page says so', async () => {
    const { page } = await desk.open(`#/workday/correct/${anApplication().id}`);
    await page.getByText('この申請はもう直せません').waitFor();
    await page.getByRole('link', { name: '申請の一覧へ' }).click();
    await page.getByTestId('application').first().waitFor();
  });

  it('leads from the page of its case to its form', async () => {
    const back = aSentBack();
    const { world } = desk.service;
    world.workday.applications = [back];
    const said = { by: SUBSECTION_HEAD, at: '2026-11-20T04:00:00Z', reason: '会議の日は登庁してください' };
    const sent = aCase({ status: 'SENT_BACK', sentBack: said, externalId: `telework/${back.id}/APPROVAL` });
    world.cases.set(caseId(1), { ...sent, may: { ...sent.may, edit: true } });
    const { page } = await desk.open(`#/cases/${caseId(1)}`);
    await page.getByTestId('correct-application').click();
    await page.getByTestId('sent-back').waitFor();
  });
});

describe('what was approved', () => {
  it('is changed day by day: another application takes the place of the day once it is approved', async () => {
    const approved = anApproved();
    desk.service.world.workday.applications = [approved];
    const { page } = await desk.open('#/workday/applications', PHONE);
    await page.getByRole('link', { name: 'この日を変える 11月26日（木）' }).click();
    await page.getByTestId('changes-day').getByText('11月26日（木）を変更します').waitFor();
    expect(await page.getByTestId('date').inputValue()).toBe('2026-11-26');
    await page.getByTestId('span-MORNING').check();
    await page.locator('[data-answer="ALLOWED"]').waitFor();
    await shoot(page, 'workday-change');
    await page.getByTestId('apply').click();
    await page.getByTestId('toast').getByText('変更を申請しました').waitFor();
    expect(posted('/telework/requests')[0]?.body).toMatchObject({
      ...{ when: { dates: ['2026-11-26'] }, span: 'MORNING' },
      replaces: { applicationId: approved.id, itemIds: [approved.days[1]?.itemId] },
    });
  });

  it('T-01: a registration is changed by a notice with what holds now, and cancelled with a reason', async () => {
    const { page, complaints } = await desk.open('#/workday/applications', PHONE);
    await page.getByRole('link', { name: '変更届を出す（住所・端末など）' }).click();
    const address = page.getByTestId('address-OWN_HOME');
    expect(await address.inputValue()).toBe('港町1-2-3');
    await address.fill('浜町4-5-6');
    await page.locator('[data-answer="ALLOWED"]').waitFor();
    await page.getByTestId('apply').click();
    await page.getByTestId('registration-cancel').click();
    expect(posted('/telework/registrations')[0]?.body).toMatchObject({
      places: [{ place: 'OWN_HOME', address: '浜町4-5-6' }],
      renewal: false,
    });
    await page.getByTestId('give-up-reason').fill('異動のため');
    await page.getByTestId('give-up-confirm').click();
    await page.getByTestId('give-up-dialog').waitFor({ state: 'detached' });
    expect(posted('/cancel')[0]?.body).toEqual({ version: 3, reason: '異動のため' });
    expect(complaints).toEqual([]);
  });

  it('T-04: the security officer sees what was permitted and is not back', async () => {
    desk.service.world.workday.takeOuts = { ...theTakeOuts(), own: [] };
    const { page } = await desk.open('#/workday/applications', PHONE);
    const row = page.getByTestId('permitted-out');
    await row.waitFor();
    expect(await row.innerText()).toContain('紙の文書 2件（返却日 令和8年11月24日）');
    expect(await row.innerText()).toContain('返却日です');
    await shoot(page, 'workday-permitted');
    expect(await page.getByTestId('return-asked').count()).toBe(0);
  });
});
