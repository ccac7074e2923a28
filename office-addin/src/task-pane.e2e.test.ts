import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import { openBrowser } from '../fixtures/browser.ts';
import { cutOff } from '../fixtures/cut-off.ts';
import { FakeService } from '../fixtures/fake-service.ts';
import { startWindows, type Windows } from '../fixtures/windows.ts';
import { openWordFile, wordFile } from '../fixtures/word-file.ts';

const SHOTS = process.env.KAIGI_SHOTS;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let pane: FrameLocator;
let service: FakeService;
let windows: Windows;
let wordUrl: string;
let problems: string[];

async function shot(name: string, whole = page): Promise<void> {
  if (SHOTS) await whole.screenshot({ path: join(SHOTS, `pane-${name}.png`) });
}

beforeAll(async () => {
  windows = await startWindows(() => service);
  wordUrl = windows.wordUrl;
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await windows?.close();
});

beforeEach(async () => {
  service = new FakeService();
  problems = [];
  context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'ja-JP' });
  page = await context.newPage();
  page.setDefaultTimeout(45_000);
  page.on('pageerror', (error) => problems.push(error.message));
  await page.goto(`${wordUrl}/word?as=drafter@minato.example`);
  pane = page.frameLocator('[data-testid=taskpane-frame]');
});

afterEach(async () => {
  await context?.close();
  service.close();
});

async function openSample(number: number): Promise<void> {
  await page.getByTestId(`word-sample-${number}`).click();
}

async function chooseUpToDetails(kind = 'DRAFT_DOCUMENT'): Promise<void> {
  await pane.getByTestId(`kind-${kind}`).click();
  await pane.getByTestId('next').click();
  await pane.getByTestId('classification-option').first().click();
  await pane.getByTestId('next').click();
}

async function draft(): Promise<void> {
  await openSample(1);
  await chooseUpToDetails();
  await pane.getByTestId('file-button').click();
  await pane.getByTestId('submit-button').waitFor();
}

function sheet(text: string) {
  return page.getByTestId('word-page').getByText(text, { exact: true });
}

describe('the task pane, from the document to the decision', () => {
  it('files the open document in four steps, submits it, and stamps the number once it is decided', async () => {
    await openSample(1);
    await pane.getByTestId('kind-DRAFT_DOCUMENT').waitFor();
    await shot('1-kind');
    await pane.getByTestId('next').click();
    await shot('2-classification');
    await pane.getByTestId('classification-option').first().click();
    await pane.getByTestId('next').click();
    expect(await pane.getByTestId('title-input').inputValue()).toBe('令和8年度政策研修の実施について');
    await pane.getByTestId('retention').getByText('5年').waitFor();
    await pane.getByTestId('retention-why').getByText('なぜ5年か').click();
    await pane.getByTestId('retention-sentence').getByText('保存期間は5年です').waitFor();
    await pane.getByTestId('folder-select').selectOption({ label: '令和8年度 研修（階層別）' });
    await pane.getByTestId('level').getByText('機密性2').waitFor();
    await shot('3-details');
    await pane.getByTestId('level-open').click();
    await pane.getByTestId('level-secret-no').click();
    await pane.getByTestId('level-grave-no').click();
    await pane.getByTestId('level-personal-yes').click();
    await pane.getByTestId('level').getByText('機密性3C').waitFor();
    await shot('3-level');
    await pane.getByTestId('file-button').click();
    await pane.getByTestId('route').getByText('課長', { exact: false }).first().waitFor();
    await sheet('(番号)').waitFor();
    await shot('4-drafted');
    await pane.getByTestId('submit-button').click();
    await pane.getByTestId('holder').getByText('係長', { exact: false }).waitFor();
    expect(await service.filedText()).toContain('(番号)');
    service.decide();
    await pane.getByText('文書番号と日付を文書に差し込みました').waitFor();
    await sheet('政第12号').waitFor();
    await sheet('令和8年11月21日').waitFor();
    expect(await pane.getByTestId('document-number').textContent()).toBe('政第12号');
    await shot('5-decided');
    expect(problems).toEqual([]);
  });

  it('stamps at the next opening when the pane was closed at the decision, and only once', async () => {
    await draft();
    service.decide({ quietly: true });
    await page.reload();
    await sheet('政第12号').waitFor();
    await page.reload();
    await sheet('政第12号').waitFor();
    await pane.getByText('文書番号と日付を文書に差し込みました').waitFor();
    expect(await page.getByTestId('word-page').getByText('政第12号').count()).toBe(1);
  });

  it('shows why it was sent back, replaces the document and submits again', async () => {
    await draft();
    await pane.getByTestId('submit-button').click();
    await pane.getByTestId('holder').waitFor();
    service.sendBack('会場の記載が違います\n次の二つを直してください。\n・会場\n・日時');
    await pane.getByTestId('sent-back').getByText('会場の記載が違います').waitFor();
    const lines = (await pane.getByTestId('sent-back').innerText()).split('\n');
    expect(lines.slice(0, 3)).toEqual(['差戻しの理由', '会場の記載が違います', '次の二つを直してください。']);
    await shot('6-sent-back');
    await page.getByTestId('word-add-paragraph').click();
    await page.getByTestId('word-paragraph-text').fill('会場は第二会議室です。');
    await page.getByTestId('word-paragraph-save').click();
    await sheet('会場は第二会議室です。').waitFor();
    await pane.getByTestId('replace-document-button').click();
    await pane.getByTestId('replaced').waitFor();
    expect(await service.filedText()).toContain('会場は第二会議室です。');
    await pane.getByTestId('resubmit-button').click();
    await pane.getByTestId('holder').waitFor();
  });
});

describe('A-26: a case above confidentiality 2', () => {
  it('A-26: shows its number and a link to the tab, and the drafter goes on with the document', async () => {
    await draft();
    service.raise('C3A');
    const masked = pane.getByTestId('confidential');
    await masked.waitFor();
    const shown = async () => pane.locator('body').innerText();
    const hidden = ['研修', '決裁ルート', '係長 花子', '課長 次郎', '政策課'];
    for (const words of hidden) expect(await shown()).not.toContain(words);
    expect(await pane.getByTestId('open-case').getAttribute('href')).toBe('/tab/#/cases/case-1');
    await pane.getByTestId('submit-button').click();
    await pane.getByTestId('case-status').getByText('回議中').waitFor();
    service.sendBack('会場の記載が違います');
    await pane.getByTestId('resubmit-button').waitFor();
    expect(await pane.getByTestId('sent-back').count()).toBe(0);
    for (const words of [...hidden, '会場の記載']) expect(await shown()).not.toContain(words);
    service.decide();
    await masked.getByText('政第12号').waitFor();
    await shot('confidential');
    for (const words of hidden) expect(await shown()).not.toContain(words);
  });
});

describe('the task pane when something is wrong', () => {
  it('sends the same bytes under the same key after a lost connection, and makes one case', async () => {
    await openSample(1);
    await chooseUpToDetails();
    await pane.getByTestId('title-input').fill('打ち直した件名');
    service.loseAnswers(1);
    await pane.getByTestId('file-button').click();
    await pane.getByTestId('error').getByText('二重に登録されることはありません').waitFor();
    expect(await pane.getByTestId('title-input').inputValue()).toBe('打ち直した件名');
    expect(await pane.getByTestId('title-input').isDisabled()).toBe(true);
    // The form is longer than the pane, and what happened is said in sight.
    const [notice, bar] = [pane.getByTestId('error'), pane.getByTestId('file-button')];
    const { y = 0, height = 0 } = (await notice.boundingBox()) ?? {};
    expect(y + height).toBeLessThanOrEqual((await bar.boundingBox())?.y ?? 0);
    await shot('7-unsure');
    await pane.getByTestId('error').getByRole('button').click();
    await pane.getByTestId('submit-button').waitFor();
    expect(service.casesMade).toBe(1);
    expect(new Set(service.keys.map(({ key }) => key)).size).toBe(1);
  });

  it("says the service's own sentence on a refusal and lets the person go on", async () => {
    await openSample(1);
    await chooseUpToDetails();
    service.refuseNext('文書にマクロが含まれているため登録できません。');
    await pane.getByTestId('file-button').click();
    await pane.getByTestId('error').getByText('文書にマクロが含まれているため登録できません。').waitFor();
    await pane.getByTestId('error').getByText('問い合わせ番号: e-1').waitFor();
    await pane.getByTestId('file-button').click();
    await pane.getByTestId('submit-button').waitFor();
    expect(new Set(service.keys.map(({ key }) => key)).size).toBe(2);
  });

  it('keeps what was typed over a reload', async () => {
    await openSample(1);
    await chooseUpToDetails();
    await pane.getByTestId('title-input').fill('途中の件名');
    await pane.getByTestId('proposal-input').fill('伺います。');
    await page.reload();
    expect(await pane.getByTestId('title-input').inputValue()).toBe('途中の件名');
    expect(await pane.getByTestId('proposal-input').inputValue()).toBe('伺います。');
  });

  it('asks to sign in and goes on afterwards', async () => {
    service.signedIn = false;
    await openSample(1);
    await pane.getByTestId('signed-out').waitFor();
    await shot('8-signed-out');
    await pane.getByTestId('sign-in').click();
    await pane.getByTestId('said').getByText('サインインできませんでした').waitFor();
    service.signedIn = true;
    await pane.getByTestId('sign-in').click();
    await chooseUpToDetails();
    service.signedIn = false;
    await pane.getByTestId('file-button').click();
    await pane.getByTestId('error').getByText('サインインすると、同じ内容を送ります').waitFor();
    expect(await pane.getByTestId('title-input').isDisabled()).toBe(true);
    await shot('8-signed-out-later');
    service.signedIn = true;
    await pane.getByTestId('error').getByRole('button').click();
    await pane.getByTestId('submit-button').waitFor();
    expect(service.casesMade).toBe(1);
  });

  it('says that it is offline and that the document is empty', async () => {
    await page.getByTestId('word-new').click();
    await pane.getByTestId('empty-document').waitFor();
    await context.setOffline(true);
    await pane.getByTestId('offline').waitFor();
  });

  it('offers to file a copy anew when its record is not there', async () => {
    await draft();
    service.forgetEverything();
    await page.reload();
    await pane.getByText('登録の記録が見つかりません').waitFor();
    await pane.getByTestId('file-anew').click();
    await pane.getByTestId('file-anew-yes').click();
    await pane.getByTestId('kind-DRAFT_DOCUMENT').waitFor();
  });
});

describe('the task pane for other kinds and other readers', () => {
  it('files a received document, which takes its number at once', async () => {
    await openSample(3);
    await chooseUpToDetails('RECEIPT');
    await pane.getByTestId('counterparty-input').fill('県市町村課');
    await pane.getByTestId('their-number-input').fill('市町第345号');
    await pane.getByTestId('due-on-input').fill('2026-12-11');
    await pane.getByTestId('need-open').click();
    await pane.getByTestId('need-outside-yes').click();
    await pane.getByTestId('need-verdict').getByText('番号が要ります。').waitFor();
    await shot('10-receipt-details');
    await pane.getByTestId('file-button').click();
    await pane.getByTestId('stamped').waitFor();
    await sheet('政収第3号').waitFor();
    expect(service.filedAs).toMatchObject({
      ...{ kind: 'RECEIPT', counterparty: '県市町村課', theirNumber: '市町第345号', dueOn: '2026-12-11' },
      need: { outside: true },
    });
    await shot('10-receipt');
  });

  it('speaks English in dark colours, at 320 px without cutting anything off', async () => {
    await page.goto(`${wordUrl}/word?as=drafter@minato.example&lang=en&theme=dark`);
    await page.addStyleTag({ content: '.pane { width: 320px !important; }' });
    await openSample(1);
    await pane.getByText('Draft and file').waitFor();
    for (const step of ['kind', 'classification', 'details']) {
      expect(await cutOff(pane)).toEqual([]);
      await shot(`11-en-dark-${step}`);
      if (step !== 'details') await pane.getByTestId('next').click();
    }
    await pane.getByTestId('file-button').click();
    await pane.getByTestId('submit-button').waitFor();
    expect(await cutOff(pane)).toEqual([]);
    await shot('11-en-dark-case');
  });

  it('is used by the keyboard alone', async () => {
    await openSample(1);
    await pane.getByTestId('kind-DRAFT_DOCUMENT').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await pane.getByTestId('classification-search').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.type('研修');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await pane.getByTestId('next').focus();
    await page.keyboard.press('Enter');
    await pane.getByTestId('title-input').waitFor();
  });
});

describe('R-30: copies, and what did not arrive', () => {
  it('R-30: asks whether a copied document is new or goes on, and begins anew with empty places', async () => {
    await draft();
    await service.untilNoted(1);
    service.decide({ quietly: true });
    service.signs = ['PLACE', 'NAME'];
    await page.reload();
    await pane.getByTestId('copy').waitFor();
    await shot('12-copy');
    await pane.getByTestId('copy-go-on').click();
    await pane.getByTestId('document-number').waitFor();
    await service.untilNoted(2);
    service.signs = ['WORDS'];
    await page.reload();
    await pane.getByTestId('copy-new').click();
    await pane.getByTestId('kind-DRAFT_DOCUMENT').waitFor();
    await sheet('(番号)').waitFor();
  });

  it('R-30: files what was pressed when the pane is opened again, once, and the document learns of it', async () => {
    await openSample(1);
    await chooseUpToDetails();
    service.loseAnswers(1);
    await pane.getByTestId('file-button').click();
    await pane.getByTestId('error').getByText('この端末に残しています').waitFor();
    await page.reload();
    await pane.getByTestId('submit-button').waitFor();
    expect(service.casesMade).toBe(1);
    expect(new Set(service.keys.map(({ key }) => key)).size).toBe(1);
  });

  it('R-30: takes the saved document from where it stands when Word does not give it', async () => {
    await openSample(1);
    await chooseUpToDetails();
    service.savedDocument = new TextEncoder().encode('PK');
    const frame = page.frames().find((one) => one.url().includes('taskpane'));
    await frame?.evaluate(() => {
      const failed = { status: 'failed', error: { code: 11001 } };
      const getFileAsync = (_type: string, _options: object, done: (answer: object) => void) => done(failed);
      Object.assign(Reflect.get(Reflect.get(window, 'Office'), 'context').document, { getFileAsync });
    });
    await pane.getByTestId('file-button').click();
    await pane.getByTestId('submit-button').waitFor();
    expect(service.askedFor).toEqual([expect.stringMatching(/^https:\/\/minato\.sharepoint\.example\//)]);
  });
});

describe('R-29: 様式, and the commands of the ribbon', () => {
  it('R-29: begins an empty document from a 様式, and warns when there is a newer edition', async () => {
    const { template } = service;
    service.template.bytes = await wordFile('課内研修を下記のとおり実施してよろしいか伺います。');
    await page.getByTestId('word-new').click();
    await pane.getByTestId('templates').click();
    await pane.getByTestId('template').waitFor();
    await shot('13-templates');
    await pane.getByTestId('template-insert').click();
    await sheet('課内研修を下記のとおり実施してよろしいか伺います。').waitFor();
    await pane.getByTestId('empty-document').waitFor({ state: 'detached' });
    const { view } = template;
    service.template.view = { ...view, current: { ...view.current, edition: 2, note: '伺い文を改めた' } };
    await page.reload();
    await pane.getByTestId('old-template').getByText('いまは第2版です').waitFor();
  });

  it('R-05: puts the places in by a press on the ribbon, and says where a document stands', async () => {
    await openSample(1);
    await pane.getByTestId('kind-DRAFT_DOCUMENT').waitFor();
    await page.getByTestId('word-pane-places').click();
    await pane.getByTestId('said').getByText('番号と日付の欄を文書のはじめに入れました').waitFor();
    await sheet('(番号)').waitFor();
    await page.getByTestId('word-pane-status').click();
    await pane.getByTestId('not-filed').waitFor();
    await pane.getByTestId('begin-filing').click();
    await chooseUpToDetails('REFERENCE');
    await pane.getByTestId('file-button').click();
    await pane.getByTestId('record-status').waitFor();
    await page.getByTestId('word-pane-places').click();
    await pane.getByTestId('said').getByText('番号の付かない種別で登録済み').waitFor();
  });

  it('R-05: fills a place in the header, and says that a protected document refuses it', async () => {
    await openWordFile(page, await wordFile('本文', { header: true }));
    await draftHere();
    await sheet('(番号)').waitFor();
    service.decide();
    await pane.getByTestId('stamped').waitFor();
    await sheet('政第12号').waitFor();
    await page.reload();
    await page.goto(`${wordUrl}/word?as=drafter@minato.example`);
    await openWordFile(page, await wordFile('本文', { isProtected: true, recordId: 'record-1' }));
    await pane.getByTestId('not-stamped').getByText('文書が保護されているため').waitFor();
  });
});

async function draftHere(): Promise<void> {
  await chooseUpToDetails();
  await pane.getByTestId('file-button').click();
  await pane.getByTestId('submit-button').waitFor();
}
