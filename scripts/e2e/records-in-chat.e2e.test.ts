import { expect, it, jest } from '@jest/globals';
import type { RecordView } from '@kaigi/core/contract';
import { until } from '../../core/src/testing/until.ts';
import { signIn } from './people.ts';
import { shot, tabSetting } from './tab.ts';

const setting = tabSetting();
jest.setTimeout(300_000);

const TITLE = '窓口の番号札は11月から使う';

it('R-27: a message of a group chat becomes a record, which is found from the compose box and pasted as a card', async () => {
  const page = await (await setting.browser.newContext({ locale: 'ja-JP' })).newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(`${setting.product.sandboxUrl}/teams?as=section-head@minato.example&view=group`);
  await page.getByTestId('group').filter({ hasText: '窓口の混雑対策' }).click();
  const message = page.getByTestId('group-message').filter({ hasText: '決定します' });
  await message.getByTestId('group-more').click();
  await shot(page, 'records-in-chat-1-menu');
  await message.getByTestId('group-capture').click();
  const dialog = page.getByTestId('compose-dialog');
  const title = dialog.getByLabel('件名');
  await title.waitFor();
  await shot(page, 'records-in-chat-2-ask');
  await title.fill(TITLE);
  const theClass = dialog.getByRole('combobox', { name: '分類' });
  const offered = await dialog
    .locator('datalist option')
    .evaluateAll((all) => all.map((one) => one.getAttribute('value') ?? ''));
  await theClass.fill(offered.find((one) => one.includes('A-04-02')) ?? '');
  await dialog.getByRole('button', { name: '登録する' }).click();
  await dialog.getByText('文書として登録しました。').waitFor();
  await shot(page, 'records-in-chat-3-done');
  await page.getByTestId('compose-dialog-close').click();

  await page.getByTestId('group-search').click();
  await page.getByTestId('compose-search').fill('番号札は11月');
  const found = page.getByTestId('compose-found').filter({ hasText: TITLE });
  await until(async () => {
    await page.getByRole('button', { name: '検索', exact: true }).click();
    await dialog.getByText('処理しています…').waitFor({ state: 'detached' });
    return (await found.count()) === 1;
  });
  await shot(page, 'records-in-chat-4-found');
  await found.click();
  const card = page.getByTestId('group-message').filter({ hasText: '政策課' }).filter({ hasText: TITLE });
  await card.waitFor();
  await shot(page, 'records-in-chat-5-pasted');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByTestId('group-search').click();
  await page.getByTestId('compose-search').waitFor();
  await shot(page, 'records-in-chat-6-narrow');

  const person = await signIn(setting.product, 'section-head');
  const { body } = await person.call<{ items: { id: string }[] }>(
    'GET',
    `/records?q=${encodeURIComponent('番号札は11月')}`,
  );
  const { body: record } = await person.call<RecordView>('GET', `/records/${body.items[0]?.id}`);
  expect(record).toMatchObject({ title: TITLE, state: 'FROZEN', kind: 'REFERENCE' });
});

it('R-03, R-04: 「番号」 asks three questions in the chat and takes one number; 使い方 tells of it', async () => {
  const page = await (await setting.browser.newContext({ locale: 'ja-JP' })).newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(`${setting.product.sandboxUrl}/teams?as=drafter@minato.example`);
  const type = async (words: string) => {
    await page.getByTestId('compose').fill(words);
    await page.getByTestId('compose').press('Enter');
  };
  const said = (words: string) =>
    page.locator('[data-testid=message][data-from=bot]').filter({ hasText: words }).last();
  await type('使い方');
  await said('「番号」：番号が要るかを3つの質問で答え').waitFor();
  await type('番号 協定書の送付');
  for (const nth of [1, 2, 3]) {
    const asked = said(`番号は要る？（${nth}／3）`);
    await asked.waitFor();
    if (nth === 1) await shot(page, 'number-in-chat-1-question');
    await asked.getByRole('button', { name: 'はい', exact: true }).click();
  }
  const answered = said('番号が要ります');
  await answered.getByText('根拠：').waitFor();
  await shot(page, 'number-in-chat-2-answer');
  await answered.getByRole('button', { name: '番号を取る', exact: true }).click();
  await said('番号を取りました：').waitFor();
  await shot(page, 'number-in-chat-3-taken');
  const { body } = await setting.drafter.call<{ items: { title: string }[] }>(
    'GET',
    `/register?q=${encodeURIComponent('協定書の送付')}`,
  );
  expect(body.items.map(({ title }) => title)).toEqual(['協定書の送付']);
});
