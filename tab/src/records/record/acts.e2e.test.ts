import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { FolderChoices, KeepingAct, KeepingView, PlaceHold } from '@kaigi/core/contract';
import type { Page } from 'playwright-core';
import { barrierFinder, type FindBarriers } from '../../testing/barriers.ts';
import { type Desk, setUpDesk } from '../../testing/desk.ts';
import { eventually } from '../../testing/eventually.ts';
import { lookingOver } from '../../testing/looking-over.ts';
import { COLLEAGUE, COLLEAGUE_FOUND, DRAFTER } from '../../testing/people.ts';
import { pressTwice } from '../../testing/press-twice.ts';
import { aKept, aRecord, check, ID, MAY } from './record.fixture.ts';

let desk: Desk;
let seriousTroubles: FindBarriers;
beforeAll(async () => {
  desk = await setUpDesk();
  seriousTroubles = await barrierFinder();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

const choices: FolderChoices = {
  truncated: true,
  items: [
    {
      id: '0192d5a0-0000-7000-8000-0000000000f2',
      title: '後援の不承認',
      fiscalYear: 2026,
      endsOn: null,
      needsReason: false,
    },
    {
      id: '0192d5a0-0000-7000-8000-0000000000f3',
      title: '後援の承認',
      fiscalYear: 2025,
      endsOn: '2031-03-31',
      needsReason: true,
    },
  ],
};

/** The service as far as the page of one record notices it: each act is carried out on the version it names. */
function serve() {
  const state = {
    choices,
    kept: aKept({ holds: [] }),
    acts: [] as KeepingAct[],
    holds: [] as PlaceHold[],
    isLost: false,
  };
  const { service } = desk;
  service.answer(`GET /api/v1/records/${ID}`, () => ({ body: aRecord }));
  service.answer(`GET /api/v1/records/${ID}/keeping`, () => ({ body: state.kept }));
  service.answer(`GET /api/v1/records/${ID}/folders`, () => ({ body: state.choices }));
  service.answer(`GET /api/v1/records/${ID}/proof/check`, () => ({ body: check }));
  service.answer(`POST /api/v1/records/${ID}/keeping`, ({ body }) => {
    const act = body as KeepingAct;
    if (state.isLost) return { drop: true };
    state.acts.push(act);
    if (act.version !== state.kept.version) {
      const sentence = 'ほかの人が先に変更しました。表示を新しくしてから、もう一度操作してください。';
      return { status: 409, body: service.world.problem(409, 'records.changed_meanwhile', sentence) };
    }
    const more: Partial<KeepingView> = act.act === 'seal' ? { sealed: true, may: { ...MAY, seal: false } } : {};
    state.kept = { ...state.kept, ...more, version: state.kept.version + 1 };
    return { body: state.kept };
  });
  service.answer('POST /api/v1/holds', ({ body }) => {
    state.holds.push(body as PlaceHold);
    return { status: 201, body: { items: [], truncated: false, mayPlace: true } };
  });
  return state;
}

const openAct = async (page: Page, act: string) => {
  await page.getByTestId('record-acts').click();
  await page.getByTestId(`act-${act}`).click();
};
const submit = (page: Page) => page.getByTestId('act-submit').click();
const gone = (page: Page, dialog: string) => page.getByTestId(dialog).waitFor({ state: 'detached' });

it('R-09 R-20 R-14: what somebody may do is done on the page; what goes wrong is said there and loses nothing typed', async () => {
  const state = serve();
  const { page } = await desk.open(`#/records/${ID}`);
  await openAct(page, 'describe');
  await page.getByTestId('describe-title').fill('後援名義の使用の申請（訂正）');
  await submit(page);
  await page.getByText('入力してください').waitFor();
  await page.getByTestId('act-reason').fill('誤記のため');
  // Somebody else is faster, then the line breaks: what was typed stands, and the third press saves it, once.
  state.kept = { ...state.kept, version: 9 };
  await submit(page);
  await page.getByTestId('act-error').getByText('ほかの人が先に変更しました').waitFor();
  state.isLost = true;
  await submit(page);
  await page.getByTestId('act-error').getByText('サーバーにつながりません').waitFor();
  state.isLost = false;
  await page.getByTestId('act-submit').getByText('登録する').waitFor();
  expect(await page.getByTestId('describe-title').inputValue()).toBe('後援名義の使用の申請（訂正）');
  await pressTwice(page.getByTestId('act-submit'));
  await gone(page, 'describe-dialog');
  expect(state.acts.slice(1)).toEqual([
    { act: 'describe', version: 9, title: '後援名義の使用の申請（訂正）', note: null, reason: '誤記のため' },
  ]);

  await openAct(page, 'level');
  await page.getByText('秘密文書として扱う文書ですか。').waitFor();
  await page.getByTestId('level-secret').getByText('いいえ').click();
  await page.getByTestId('level-grave').getByText('はい').click();
  await page.getByTestId('level-follows').getByText('自治体機密性3Bになります').waitFor();
  await page.getByTestId('act-reason').fill('住民の財産に関わる');
  await submit(page);
  await gone(page, 'level-dialog');
  expect(state.acts.at(-1)).toMatchObject({
    answers: { secret: false, grave: true, personal: false, internal: false },
  });

  await openAct(page, 'move');
  await page.getByText('新しい2冊から選べます').waitFor();
  await page.getByTestId('move-folder').selectOption(choices.items[1]?.id ?? '');
  await submit(page);
  await page.getByText('入力してください').waitFor();
  await page.getByTestId('act-reason').fill('綴じ忘れ');
  await submit(page);
  await gone(page, 'move-dialog');
  expect(state.acts.at(-1)).toMatchObject({ folderId: choices.items[1]?.id, reason: '綴じ忘れ' });

  await openAct(page, 'hold');
  await page.getByTestId('hold-reason').selectOption('DISCLOSURE');
  await page.getByTestId('hold-explained').getByText('翌日から1年間').waitFor();
  await page.getByTestId('hold-note').fill('開示請求第3号');
  await submit(page);
  await gone(page, 'hold-dialog');
  expect(state.holds).toEqual([{ reason: 'DISCLOSURE', note: '開示請求第3号', recordIds: [ID] }]);

  await openAct(page, 'seal');
  await page.getByTestId('act-reason').fill('確定したため');
  await submit(page);
  await page.getByText('確かめて印を付けてください').waitFor();
  await page.getByTestId('seal-sure').check();
  await submit(page);
  await gone(page, 'seal-dialog');
  await page.getByText('封をした文書').waitFor();
});

it('R-20: what the service does not let is not offered, and the forms stand in every colour and width', async () => {
  const state = serve();
  const no = Object.fromEntries(Object.keys(MAY).map((name) => [name, false])) as KeepingView['may'];
  state.kept = { ...state.kept, may: { ...no, level: true, describe: true } };
  const { page } = await desk.open(`#/records/${ID}`);
  await page.getByTestId('record-acts').click();
  await page.getByTestId('act-level').waitFor();
  const offered = await page.getByRole('menuitem').evaluateAll((items) => items.map((item) => item.textContent));
  expect(offered).toEqual(['件名・備考を訂正', '機密性を答え直す']);
  await page.getByTestId('act-level').click();
  for (const question of ['secret', 'grave', 'personal'])
    await page.getByTestId(`level-${question}`).getByText('いいえ').click();
  await page.getByTestId('level-internal').getByText('はい').click();
  await page.getByTestId('level-follows').getByText('課長・文書主任と総括文書管理者だけ').waitFor();
  const { lookOver, troubles } = lookingOver(page, 'record-acts', seriousTroubles);
  await lookOver('level');
  await page.getByRole('button', { name: 'やめる' }).click();
  await gone(page, 'level-dialog');
  await page.locator('#root[aria-hidden]').waitFor({ state: 'detached' });
  await page.getByTestId('proof-result').waitFor();
  await lookOver('page');
  expect(troubles).toEqual({});
});

it('R-20: who may read it is found by name and named as people; a refusal is seen and heard wherever one had scrolled, and no key leads out of the form', async () => {
  const state = serve();
  state.kept = aKept({ holds: [], readers: [{ ...DRAFTER, staffId: '0192d5a0-0000-7000-8000-0000000000a1' }] });
  desk.service.answer('GET /api/v1/directory/staff', () => ({ body: COLLEAGUE_FOUND }));
  const { page } = await desk.open(`#/records/${ID}`, { viewport: { width: 390, height: 420 } });
  await openAct(page, 'readers');
  const dialog = page.getByTestId('readers-dialog');
  await dialog.getByTestId('picked').getByText('起案 太郎（政策課 政策係 主事）').waitFor();
  await page.getByTestId('directory-picker').click();
  await page.getByTestId('directory-picker').pressSequentially('三郎');
  await page.getByRole('option', { name: '主査 三郎' }).click();
  await dialog.getByTestId('picked').getByText('主査 三郎').waitFor();
  await page.getByTestId('act-reason').fill('合議のため');
  // Somebody else was faster: what is said stands above what is in sight.
  state.kept = { ...state.kept, version: 9 };
  await page.getByTestId('act-reason').evaluate((field) => field.scrollIntoView({ block: 'start' }));
  await submit(page);
  const error = page.getByTestId('act-error');
  await error.getByText('ほかの人が先に変更しました').waitFor();
  const alert = dialog.getByRole('alert');
  await eventually(() => alert.evaluate((one) => one === document.activeElement), true);
  await eventually(
    () =>
      error.evaluate((one) => {
        const { top, bottom } = one.getBoundingClientRect();
        const middle = document.elementFromPoint(innerWidth / 2, (top + bottom) / 2);
        return top >= 0 && bottom <= innerHeight && one.contains(middle);
      }),
    true,
  );
  // The page has learnt meanwhile how it stands now.
  const reads = () => desk.service.calls.filter(({ method, path }) => method === 'GET' && path.endsWith('/keeping'));
  await eventually(() => reads().length, 2);
  // Round and round with the tabulator, both ways: always within the form.
  for (const key of [...Array<string>(9).fill('Tab'), ...Array<string>(9).fill('Shift+Tab')]) {
    await page.keyboard.press(key);
    expect(await dialog.evaluate((one) => one.contains(document.activeElement))).toBe(true);
  }
  await submit(page);
  await gone(page, 'readers-dialog');
  expect(state.acts.at(-1)).toEqual({
    ...{ act: 'nameReaders', version: 9, reason: '合議のため' },
    staffIds: ['0192d5a0-0000-7000-8000-0000000000a1', COLLEAGUE.staffId],
  });
  // Put away by key, the focus is where the form was opened from.
  await openAct(page, 'readers');
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await gone(page, 'readers-dialog');
  await eventually(() => page.getByTestId('record-acts').evaluate((one) => one === document.activeElement), true);
});

it('R-12: where there is no other 簿冊, there is nothing to fill in and nothing to send', async () => {
  const state = serve();
  state.choices = { truncated: false, items: [] };
  state.kept = aKept({ holds: [], folder: null });
  const { page } = await desk.open(`#/records/${ID}`);
  await openAct(page, 'move');
  const dialog = page.getByTestId('move-dialog');
  const none = dialog.getByTestId('move-none');
  await eventually(() => none.evaluate((one) => one === document.activeElement), true);
  expect(await dialog.getByRole('combobox').count()).toBe(0);
  expect(await dialog.getByRole('button').allTextContents()).toEqual(['閉じる']);
  await dialog.getByRole('button', { name: '閉じる' }).click();
  await gone(page, 'move-dialog');
  expect(state.acts).toEqual([]);
});
