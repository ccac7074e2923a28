import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { FileRecordInput } from '@kaigi/core/contract';
import { barrierFinder, type FindBarriers } from '../../testing/barriers.ts';
import { shoot } from '../../testing/browser.ts';
import { type Desk, setUpDesk } from '../../testing/desk.ts';
import { lookingOver } from '../../testing/looking-over.ts';
import type { Call } from '../../testing/stand-in-wire.ts';
import { aRecord } from '../record/record.fixture.ts';
import { aPlacing } from './filing.fixture.ts';

let desk: Desk;
let seriousTroubles: FindBarriers;
beforeAll(async () => {
  desk = await setUpDesk();
  seriousTroubles = await barrierFinder();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

const PDF = { name: '県からの照会.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') };
const METADATA = /name="metadata"\r\n\r\n([^\r]*)\r\n/u;

interface Sent {
  readonly input: FileRecordInput;
  readonly fileName: string;
}

const sentOf = ({ body }: Call): Sent => ({
  input: JSON.parse(METADATA.exec(String(body))?.[1] ?? 'null') as FileRecordInput,
  fileName: /filename="([^"]*)"/u.exec(String(body))?.[1] ?? '',
});

/** The service as far as filing notices it: it refuses the first file; what is lost on the way is not answered. */
function serve() {
  const state = { sent: [] as Sent[], keys: new Set<unknown>(), isLost: false };
  const { service } = desk;
  const plan = (suggested: boolean) => ({
    items: [
      {
        ...{ code: 'A-04-03', path: '総務 ＞ 広報 ＞ 後援・共催', retentionYears: 5, article: '別表第2 第10項' },
        ...{ period: { ja: '5年', en: '5 years' }, suggested },
      },
    ],
  });
  service.answer('GET /api/v1/regulations/classifications', ({ path }) => ({
    body: plan(decodeURIComponent(path).includes('照会')),
  }));
  service.answer('GET /api/v1/records/placing', () => ({ body: aPlacing() }));
  service.answer('POST /api/v1/records', (call) => {
    state.keys.add(call.headers['idempotency-key']);
    if (state.isLost) return { drop: true };
    state.sent.push(sentOf(call));
    const sentence = 'パスワードで保護（暗号化）された文書は登録できません。';
    if (state.sent.length === 1)
      return { status: 400, body: service.world.problem(400, 'records.encrypted', sentence) };
    return { status: 201, body: aRecord };
  });
  return state;
}

it('R-06 R-08 R-20: a 収受 is filed from the register; what is refused or lost loses nothing, and it is one record', async () => {
  const state = serve();
  const { page } = await desk.open('#/records');
  const { lookOver, troubles } = lookingOver(page, 'filing', seriousTroubles);
  await page.getByTestId('register-row').first().waitFor();
  await page.getByTestId('file-record').click();
  await page.getByTestId('act-submit').click();
  await page.getByText('ファイルを選んでください', { exact: true }).waitFor();
  await page.getByText('分類を選んでください', { exact: true }).waitFor();
  await lookOver('missing');
  await page.getByTestId('filing-file-input').setInputFiles({ ...PDF, buffer: Buffer.alloc(0) });
  await page.getByText('ファイルが空です').waitFor();
  await page.getByTestId('filing-file-input').setInputFiles(PDF);
  await page.getByText('ファイルが空です').waitFor({ state: 'detached' });
  expect(await page.getByTestId('filing-title').inputValue()).toBe('県からの照会');
  await page.getByTestId('filing-place').getByText('保存期間は5年です。').waitFor();
  await page.getByTestId('filing-counterparty').fill('みなと県知事');
  await page.getByTestId('filing-their-number').fill('県企第88号');
  await page.getByTestId('filing-due').fill('2026-12-01');
  await page.getByTestId('filing-need').click();
  await page.getByTestId('need-outside').getByText('はい').click();
  await page.getByTestId('need-verdict').getByText('第12条第1項').waitFor();
  await page.getByTestId('filing-level-ask').click();
  for (const question of ['secret', 'grave'])
    await page.getByTestId(`filing-level-${question}`).getByText('いいえ').click();
  await page.getByTestId('filing-level-personal').getByText('はい').click();
  await page.getByTestId('filing-level').getByText('機密性3C').waitFor();
  await page.getByTestId('filing-use-name').click();
  await lookOver('filled');

  await page.getByTestId('act-submit').click();
  await page.getByTestId('act-error').getByText('パスワードで保護').waitFor();
  expect(await page.getByTestId('filing-title').inputValue()).toBe('県からの照会');
  state.isLost = true;
  await page.getByTestId('act-submit').click();
  await page.getByTestId('act-error').getByText('サーバーにつながりません').waitFor();
  state.isLost = false;
  await page.getByTestId('act-submit').getByText('登録する').waitFor();
  await page.getByTestId('act-submit').dblclick();
  await page.getByTestId('filed-said').getByText('政収第12号 で登録しました').waitFor();
  await lookOver('filed');
  expect(state.sent).toHaveLength(2);
  expect(state.keys.size).toBe(1);
  expect(state.sent[1]?.fileName).toMatch(/^\d{8}_県からの照会_第1版\.pdf$/u);
  expect(state.sent[1]?.input).toEqual({
    ...{ kind: 'RECEIPT', title: '県からの照会', classificationCode: 'A-04-03', counterparty: 'みなと県知事' },
    ...{ theirNumber: '県企第88号', dueOn: '2026-12-01', need: { outside: true }, level: 'C3C' },
    levelAnswers: { secret: false, grave: false, personal: true, internal: false },
  });
  await page.getByTestId('filed-next').click();
  expect(await page.getByTestId('filing-title').inputValue()).toBe('');
  expect(troubles).toEqual({});
});

it('R-06: no kind is broken within its word where the form is narrow', async () => {
  serve();
  const { page } = await desk.open('#/records', { viewport: { width: 390, height: 760 } });
  await page.getByTestId('account-menu').click();
  await page.getByRole('menuitem', { name: 'English' }).click();
  await page.getByTestId('file-record').click();
  const labels = page.getByTestId('filing-kind').locator('label');
  await labels.first().waitFor();
  expect(await labels.allTextContents()).toEqual(['Received', 'Reference', 'Final document']);
  const heights = await labels.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
  for (const height of heights) expect(height).toBeLessThan(40);
});

it('R-07: a class whose name has no room in one line of a phone is written out below', async () => {
  const long = '情報化 ＞ 情報化の推進 ＞ 情報化・デジタル化の推進に関する企画及び調整';
  desk.service.answer('GET /api/v1/regulations/classifications', () => ({
    body: {
      items: [
        {
          ...{ code: 'B-02-01', path: long, retentionYears: 5, article: '別表第2 第16項' },
          ...{ period: { ja: '5年', en: '5 years' }, suggested: true },
        },
      ],
    },
  }));
  desk.service.answer('GET /api/v1/records/placing', () => ({ body: aPlacing() }));
  const { page } = await desk.open('#/records', { viewport: { width: 390, height: 760 } });
  await page.getByTestId('file-record').click();
  const whole = page.getByText(`${long}（B-02-01）。保存期間 5年（別表第2 第16項）`);
  await whole.waitFor();
  await shoot(page, 'filing-class-phone');
  const field = page.getByTestId('classification');
  expect(await field.evaluate((one) => one.scrollWidth > one.clientWidth)).toBe(true);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByText('保存期間 5年（別表第2 第16項）', { exact: true }).waitFor();
  expect(await whole.count()).toBe(0);
});
