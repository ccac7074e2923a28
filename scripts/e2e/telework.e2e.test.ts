import { describe, expect, it, jest } from '@jest/globals';
import type { ApplicationView, MyRegistration, WorkdayView } from '@kaigi/core/contract';
import { fiscalYearOf, localDateOf, wareki } from '@kaigi/core/shared';
import type { Locator, Page, Request } from 'playwright-core';
import { aComingDay, notAroundMidnight } from './days.ts';
import { shot, tabSetting } from './tab.ts';

const setting = tabSetting();
const WIDE = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };
// Several windows are opened in each; a step waits for a minute at most.
jest.setTimeout(300_000);

const MINUTE = 60_000;
const JSON_TYPE = { 'content-type': 'application/json' };

const teamsOf = async (name: string, viewport = WIDE): Promise<Page> => {
  const page = await (await setting.browser.newContext({ viewport, locale: 'ja-JP' })).newPage();
  page.setDefaultTimeout(MINUTE);
  await page.goto(`${setting.product.sandboxUrl}/teams?as=${name}@minato.example`);
  return page;
};
/** The last thing that the app said with these words in it. */
const card = (page: Page, words: string | RegExp): Locator =>
  page.locator('[data-testid=message][data-from=bot]').filter({ hasText: words }).last();
const button = (where: Locator, name: string): Locator => where.getByRole('button', { name, exact: true });
const type = async (page: Page, words: string): Promise<void> => {
  await page.getByTestId('compose').fill(words);
  await page.getByTestId('send').click();
};

const today = localDateOf(new Date());
const day = aComingDay();

/** Each decides in their own Teams window, one after the other, as the route says. */
async function decided(title: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const page = await teamsOf(name);
    const asked = card(page, title);
    const isLast = name === names.at(-1);
    await button(asked, isLast ? '決裁' : '承認').click();
    // With nothing left to do it completes by itself a moment later.
    await asked.getByText(isLast ? /決裁されました|完結しました/ : '回議中です').waitFor();
    await page.context().close();
  }
}

/** A registration counts a moment after its case is decided. */
async function registered(): Promise<MyRegistration['current']> {
  for (const end = Date.now() + MINUTE; Date.now() < end; ) {
    const { current } = (await setting.drafter.call<MyRegistration>('GET', '/telework/registrations/mine')).body;
    if (current) return current;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return null;
}

/** Before anything can answer the first tap; afterwards another button may stand in its place. */
const tapTwice = (tapped: { click(): void }): void => {
  tapped.click();
  tapped.click();
};

describe('telework from the registration to the timesheet, in the chat', () => {
  it('T-01: a place and a device are registered once the head of the section has decided', async () => {
    // It ends with the fiscal year: in the last days of one the day asked for needs its renewal as well.
    const isRenewed = fiscalYearOf(day) !== fiscalYearOf(today);
    for (const renewal of isRenewed ? [false, true] : [false]) {
      const { body } = await setting.drafter.call<ApplicationView>('POST', '/telework/registrations', {
        places: [{ place: 'OWN_HOME', address: 'みなと市浜町1丁目2番3号' }],
        devices: [{ device: 'LOANED_PC', name: 'PC-0123' }],
        contact: '内線から転送',
        renewal,
      });
      expect(body).toMatchObject({ state: 'REVIEW', problem: null });
      await decided(body.title, ['subsection-head', 'section-head']);
      expect(await registered()).toMatchObject({ state: 'VALID' });
    }
    const drafter = await teamsOf('drafter');
    await type(drafter, '登録');
    await card(drafter, 'テレワークの利用者登録').getByText('有効', { exact: true }).waitFor();
  });

  it('T-02, T-04, T-05: 「申請」 fills in the card, two cases are decided in Teams, and the card turns to 承認', async () => {
    const drafter = await teamsOf('drafter');
    await type(drafter, '申請');
    const form = card(drafter, 'テレワークの実施申請');
    await form.locator('input[type=date]').fill(day);
    await form.getByLabel('業務の予定').fill('計画案の作成');
    await form.getByLabel('連絡先').fill('内線から転送');
    await form.getByLabel('持ち出す物').fill('貸与端末 1台');
    await shot(drafter, 'telework-form');
    await button(form, '申請する').click();
    await card(drafter, '申請しました。状態はこのチャットのカードで分かります。').waitFor();

    const title = `テレワーク実施申請（${wareki(day)}）`;
    const asked = card(drafter, `申請中：${title}`);
    await asked.getByText(`${wareki(day)}：申請中`).waitFor();
    expect(await asked.innerText()).toContain('情報資産の外部持出し許可、実施の承認');
    const id = await asked.getAttribute('data-message-id');
    const permit = `情報資産外部持出し許可申請（${wareki(day)}）`;
    await decided(permit, ['subsection-head', 'section-head', 'security-officer']);
    expect(await asked.innerText()).toContain('申請中');
    await decided(title, ['subsection-head', 'section-head']);

    const approved = card(drafter, `承認されました：${title}`);
    await approved.getByText(`${wareki(day)}：承認`).waitFor();
    expect(await approved.getAttribute('data-message-id')).toBe(id);
    await shot(drafter, 'telework-approved');
    const { body } = await setting.drafter.call<{ items: ApplicationView[] }>('GET', '/telework/requests');
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({ state: 'APPROVED', takeOut: { items: ['貸与端末 1台'] } });
  });

  it('T-06: start, step out, resume and end are one tap each on the phone, and a tap that comes twice counts once', async () => {
    await notAroundMidnight();
    const drafter = await teamsOf('drafter', PHONE);
    const isTap = (request: Request) => request.method() === 'POST' && request.url().includes('/actions');
    await type(drafter, '開始');
    const now = card(drafter, '勤務日');
    await now.getByText('開始を記録しました').waitFor();
    await now.getByText('勤務中（').waitFor();
    await shot(drafter, 'telework-started-phone');
    for (const [word, state] of [
      ['中抜け', '中抜け中（'],
      ['再開', '勤務中（'],
      ['終了', '終了しました（'],
    ] as const) {
      const [tap] = await Promise.all([drafter.waitForRequest(isTap), button(now, word).evaluate(tapTwice)]);
      await now.getByText(`${word}を記録しました`).waitFor();
      await now.getByText(state).waitFor();
      // The network may bring the very same tap once more.
      await fetch(tap.url(), { method: 'POST', headers: JSON_TYPE, body: tap.postData() });
      await now.getByText('二度押しても1回と数えます').waitFor();
      await now.getByText(state).waitFor();
    }
    await shot(drafter, 'telework-ended-phone');
    const { body } = await setting.drafter.call<WorkdayView>('GET', '/telework/workdays/today');
    expect(body.punches.map(({ punch }) => punch)).toEqual(['START', 'PAUSE', 'RESUME', 'END']);
    expect(body.state).toBe('ENDED');
  });

  it('T-07: 「報告」 tells plan and result; the boss reads them and comments, and the person is told', async () => {
    await notAroundMidnight();
    const drafter = await teamsOf('drafter', PHONE);
    await type(drafter, '報告');
    const own = card(drafter, '業務報告（');
    await own.getByLabel('今日の予定').fill('計画案の作成');
    await button(own, '予定を報告する').click();
    await own.getByLabel('行ったこと').fill('計画案の第1章を書きました');
    await button(own, '実績を報告する').click();
    await own.getByText('計画案の第1章を書きました').first().waitFor();
    await shot(drafter, 'telework-reported-phone');

    const boss = await teamsOf('subsection-head');
    await type(boss, '報告');
    const list = card(boss, '計画案の第1章を書きました');
    expect(await list.innerText()).toContain('政策係 主事 青波 はるか');
    await button(list, 'コメントする').first().click();
    await list.getByRole('textbox', { name: 'コメント' }).fill('第2章は明日相談しましょう');
    await shot(boss, 'telework-boss-comments');
    await button(list, 'コメントする').last().click();
    await list.getByText('係長 潮見 つよし：第2章は明日相談しましょう').waitFor();
    await card(drafter, '係長 潮見 つよし：第2章は明日相談しましょう').waitFor();
  });

  it('T-15: 「勤務表」 answers with the month', async () => {
    const monthNow = () => localDateOf(new Date()).slice(0, 7).split('-').map(Number);
    const [before, drafter] = [monthNow(), await teamsOf('drafter')];
    await type(drafter, '勤務表');
    const answer = card(drafter, /の勤務表（未確認）/);
    await answer.waitFor();
    const said = await answer.innerText();
    const months = [before, monthNow()].map(([year, month]) => `令和${Number(year) - 2018}年${month}月の勤務表`);
    expect(months.some((month) => said.includes(month))).toBe(true);
    expect(said).toMatch(/勤務\d+日/);
    await shot(drafter, 'telework-timesheet');
  });
});
