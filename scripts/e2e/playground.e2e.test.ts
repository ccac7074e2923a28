import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ApplicationView, WorkdayView } from '@kaigi/core/contract';
import { addDays, fiscalYearOf, type LocalDate, localDateOf, wareki } from '@kaigi/core/shared';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../browser-for-tests.ts';
import { aComingDay, notAroundMidnight } from './days.ts';
import { type ApiPerson, signIn } from './people.ts';
import { openPlayground, type Playground } from './playground.ts';
import { aProduct, type Product } from './product.ts';

let product: Product;
let browser: Browser;
const chats: Playground[] = [];

beforeAll(async () => {
  product = await aProduct();
  await product.start();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  for (const chat of chats) chat.close();
  await product?.stop();
  await product?.remove();
});

async function chatAs(name: string): Promise<Page> {
  const chat = await openPlayground(product, name);
  chats.push(chat);
  const page = await browser.newPage({ viewport: { width: 1280, height: 1_000 } });
  page.setDefaultTimeout(60_000);
  await page.goto(chat.url);
  await page.getByText('使い方').first().waitFor();
  return page;
}

async function shot(page: Page, name: string): Promise<void> {
  if (process.env.KAIGI_SHOTS)
    await page.screenshot({ path: path.join(process.env.KAIGI_SHOTS, `playground-${name}.png`) });
}

async function type(page: Page, text: string): Promise<void> {
  const box = page.getByRole('textbox').last();
  await box.fill(text);
  await box.press('Enter');
  // Otherwise the first press on a card only takes the focus away from here.
  await box.blur();
}

const inEnglish = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });

/** Its date picker says `November 24, 2026`, opens there and goes on by keys; each key counts from the day that has the focus. */
async function pick(page: Page, wanted: LocalDate): Promise<void> {
  const box = page.getByPlaceholder('Select a date...').last();
  const from = new Date(`${await box.inputValue()} UTC`).toISOString().slice(0, 10) as LocalDate;
  const [key, step] = from <= wanted ? (['ArrowRight', 1] as const) : (['ArrowLeft', -1] as const);
  const calendar = page.getByRole('dialog');
  const isAt = (day: LocalDate) =>
    calendar
      .locator('td:focus')
      .getByRole('button', { name: new RegExp(`^${Number(day.slice(8))}, `) })
      .waitFor();
  await box.click();
  await isAt(from);
  for (let day = from; day !== wanted; ) {
    await page.keyboard.press(key);
    day = addDays(day, step);
    // It gives the focus on with the next picture only: a key before that would be lost.
    await isAt(day);
  }
  await page.keyboard.press('Enter');
  await calendar.waitFor({ state: 'detached' });
  expect(await box.inputValue()).toBe(inEnglish.format(new Date(wanted)));
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).last().click();

/** 不在 from a minute ago until tomorrow, as the person says it. */
async function away(person: ApiPerson): Promise<() => Promise<unknown>> {
  const until = new Date(Date.now() + 86_400_000).toISOString();
  const { body } = await person.call<{ id: string }>('POST', '/directory/absences', { until, note: '出張' });
  return () => person.call('DELETE', `/directory/absences/${body.id}`);
}

describe('the Microsoft 365 Agents Playground, a client that nobody here wrote', () => {
  it('asks nobody who they are, and so answers to this machine only', async () => {
    const chat = await openPlayground(product, 'mayor');
    chats.push(chat);
    // Another address of the machine itself, which a server that listens everywhere answers, too.
    const elsewhere = chat.url.replace('localhost', '127.0.0.2');
    await expect(fetch(elsewhere)).rejects.toThrow();
  });

  it('receives the card by itself and decides with it', async () => {
    const drafter = await signIn(product, 'drafter');
    const head = await signIn(product, 'subsection-head');
    const title = '庁舎清掃の委託について';
    const page = await chatAs('section-head');
    const draft = (await drafter.draft(title)).body;
    const submitted = (await drafter.submit(draft)).body;
    const waiting = (await head.act(submitted, { act: 'approve' })).body;
    await page.getByText(title).first().waitFor();
    await shot(page, 'card');
    await press(page, '決裁');
    await page.getByText('決裁されました').first().waitFor();
    await shot(page, 'decided');
    const decided = await drafter.read(waiting.id);
    expect(decided).toMatchObject({ status: 'DECIDED', documentNumber: { symbol: '政' } });
    expect((await drafter.history(waiting.id)).at(-1)).toMatchObject({
      act: 'DECIDED',
      via: 'teams',
      actor: { postTitle: '課長' },
    });
    await page.close();
  });

  it('A-11, A-12: shows a deputy what may be decided today, decides it, and shows the decider the 後閲', async () => {
    const drafter = await signIn(product, 'drafter');
    const deputy = await signIn(product, 'subsection-head');
    const decider = await signIn(product, 'section-head');
    const title = '窓口用品の購入について';
    const submitted = (await drafter.submit((await drafter.draft(title)).body)).body;
    const waiting = (await deputy.act(submitted, { act: 'approve' })).body;
    const back = await away(decider);
    const page = await chatAs('subsection-head');
    await type(page, '「代理」');
    await page.getByText('今日はあなたが代決できます').first().waitFor();
    await press(page, '代決');
    await page.getByText('不在の根拠').first().waitFor();
    await shot(page, 'deputy');
    await press(page, '代決');
    await page.getByText('代決されました').first().waitFor();
    await shot(page, 'deputy-decided');
    expect((await drafter.history(waiting.id)).at(-1)).toMatchObject({ act: 'DEPUTY_DECIDED', via: 'teams' });
    expect(await drafter.read(waiting.id)).toMatchObject({
      status: 'DECIDED',
      obligations: [{ kind: 'POST_REVIEW_AFTER_DEPUTY', status: 'OPEN' }],
    });
    await back();
    await page.close();
    const own = await chatAs('section-head');
    await type(own, '受信箱');
    await own.getByText('後閲をお願いします').first().waitFor();
    await shot(own, 'post-review');
    await press(own, '後閲済みにする');
    await own
      .getByText('決裁されました')
      .or(own.getByText('代決されました', { exact: true }))
      .first()
      .waitFor();
    expect(await drafter.read(waiting.id)).toMatchObject({ obligations: [{ status: 'CONFIRMED' }] });
    await own.close();
  });

  it('R-03, R-04: 「番号」 asks its questions and takes one number', async () => {
    const page = await chatAs('drafter');
    await type(page, '番号 協定書の送付');
    for (const nth of [1, 2, 3]) {
      await page.getByText(`番号は要る？（${nth}／3）`).waitFor();
      if (nth === 1) await shot(page, 'number-question');
      await press(page, 'はい');
    }
    await page.getByText('番号が要ります').waitFor();
    await shot(page, 'number-form');
    await press(page, '番号を取る');
    await page.getByText('番号を取りました：').first().waitFor();
    await shot(page, 'number-taken');
    const drafter = await signIn(product, 'drafter');
    const { body } = await drafter.call<{ items: { title: string }[] }>(
      'GET',
      `/register?q=${encodeURIComponent('協定書の送付')}`,
    );
    expect(body.items.map(({ title }) => title)).toEqual(['協定書の送付']);
    await page.close();
  });

  it('T-01, T-02, T-05: 「登録」 and 「申請」 take a day of telework from the form to the approval', async () => {
    const drafter = await signIn(product, 'drafter');
    const day = aComingDay();
    // It ends with the fiscal year: in the last days of one the day asked for needs its renewal as well.
    const isRenewed = fiscalYearOf(day) !== fiscalYearOf(localDateOf(new Date()));
    for (const renewal of isRenewed ? [false, true] : [false]) {
      const { body } = await drafter.call<ApplicationView>('POST', '/telework/registrations', {
        places: [{ place: 'OWN_HOME', address: 'みなと市浜町1丁目2番3号' }],
        ...{ devices: [{ device: 'LOANED_PC', name: 'PC-0123' }], contact: '内線から転送', renewal },
      });
      await decided(body);
      await approved(drafter, `/telework/registrations/${body.id}`);
    }
    const page = await chatAs('drafter');
    await type(page, '登録');
    await page.getByText('有効', { exact: true }).first().waitFor();
    await type(page, '申請');
    await pick(page, day);
    await page.getByLabel('業務の予定').last().fill('計画案の作成');
    await page.getByLabel('連絡先').last().fill('内線から転送');
    await page.getByLabel('持ち出す物').last().fill('貸与端末 1台');
    await shot(page, 'telework-form');
    await press(page, '申請する');
    await page
      .getByText(`${wareki(day)}：申請中`)
      .first()
      .waitFor();
    const { body } = await drafter.call<{ items: ApplicationView[] }>('GET', '/telework/requests');
    const [asked] = body.items;
    if (!asked) throw new Error('nothing was asked for');
    await decided(asked);
    await approved(drafter, `/telework/requests/${asked.id}`);
    await page
      .getByText(`${wareki(day)}：承認`)
      .first()
      .waitFor();
    await shot(page, 'telework-approved');
    await page.close();
  });

  it('T-06, T-07, T-15: a day goes by words and taps, its plan and result are reported, and the month is there', async () => {
    await notAroundMidnight();
    const page = await chatAs('drafter');
    await type(page, '開始');
    await page.getByText('開始を記録しました').first().waitFor();
    for (const word of ['中抜け', '再開', '終了']) {
      await press(page, word);
      await page.getByText(`${word}を記録しました`).first().waitFor();
    }
    await shot(page, 'telework-ended');
    await type(page, '報告');
    await page.getByLabel('今日の予定').last().fill('計画案の作成');
    await press(page, '予定を報告する');
    await page.getByLabel('行ったこと').last().fill('計画案の第1章を書きました');
    await press(page, '実績を報告する');
    await page.getByText('計画案の第1章を書きました').first().waitFor();
    await type(page, '勤務表');
    await page
      .getByText(/の勤務表（未確認）/)
      .first()
      .waitFor();
    const drafter = await signIn(product, 'drafter');
    const { body } = await drafter.call<WorkdayView>('GET', '/telework/workdays/today');
    expect(body.punches.map(({ punch }) => punch)).toEqual(['START', 'PAUSE', 'RESUME', 'END']);
    await page.close();
  });
});

/** Everybody on the way of each case says yes; elsewhere, by the API. */
async function decided({ cases }: ApplicationView): Promise<void> {
  const names = ['subsection-head', 'section-head', 'security-officer'];
  const people = await Promise.all(names.map((name) => signIn(product, name)));
  for (const { caseId } of cases)
    for (const person of people) {
      const view = await person.read(caseId ?? '');
      if (view.may?.approve) await person.act(view, { act: 'approve' });
    }
}

/** An application follows its cases a moment later. */
async function approved(person: ApiPerson, path: string): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; ) {
    const { body } = await person.call<ApplicationView>('GET', path);
    if (body.state === 'APPROVED') return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${path} was not approved`);
}
