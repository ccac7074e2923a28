import { expect, it, jest } from '@jest/globals';
import type { RecordView } from '@kaigi/core/contract';
import { until } from '../../core/src/testing/until.ts';
import { signIn } from './people.ts';
import { shot, tabSetting } from './tab.ts';

const setting = tabSetting();
jest.setTimeout(300_000);

const TITLE = '窓口の番号札は11月から使う';

/** The personal chat with the bot in the Teams window. */
async function chatOf(name: string) {
  const page = await (await setting.browser.newContext({ locale: 'ja-JP' })).newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(`${setting.product.sandboxUrl}/teams?as=${name}@minato.example`);
  return {
    page,
    tab: page.frameLocator('[data-testid=tab-frame]'),
    type: async (words: string) => {
      await page.getByTestId('compose').fill(words);
      await page.getByTestId('compose').press('Enter');
    },
    said: (words: string) => page.locator('[data-testid=message][data-from=bot]').filter({ hasText: words }).last(),
  };
}

it('R-27: a talk of a group chat becomes a record, which is found from the compose box and pasted as a card', async () => {
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
  await dialog.getByRole('radio', { name: 'この日のやりとり全部' }).check();
  await shot(page, 'records-in-chat-2-day');
  await dialog.getByRole('button', { name: '登録する' }).click();
  await dialog.getByText('文書として登録しました。').waitFor();
  await shot(page, 'records-in-chat-3-done');
  // Whoever opens the document goes on there: nothing of the dialog keeps the window from being used.
  await dialog.getByText('文書を開く').click();
  const tab = page.frameLocator('iframe[src*="/tab/"]');
  await tab.getByTestId('reading-button').click();
  await tab.getByText('分野ごとに分けることに決定します').first().waitFor();
  await page.getByTestId('rail-group').click();
  await page.getByTestId('group').filter({ hasText: '庁舎の改修' }).click();
  const about = page.getByTestId('group-message').filter({ hasText: '庁舎の改修の日程です' });
  await about.getByTestId('group-more').click();
  await about.getByTestId('group-capture').click();
  // What fits is chosen already, by its name and not by its code alone.
  const chosen = dialog.getByRole('combobox', { name: '分類' });
  await chosen.waitFor();
  expect(await chosen.inputValue()).toBe('E-01-01 財産 / 財産管理 / 庁舎・財産・備品');
  await page.getByTestId('compose-dialog-close').click();
  await page.getByTestId('group').filter({ hasText: '窓口の混雑対策' }).click();

  await page.getByTestId('group-search').click();
  await page.getByTestId('compose-search').fill('番');
  await page.getByRole('button', { name: '検索', exact: true }).click();
  await dialog.getByText('2文字以上の言葉で探してください。').waitFor();
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
  // What others answered that day is in it.
  const answered = await person.call<{ items: { id: string }[] }>(
    'GET',
    `/records?q=${encodeURIComponent('明日までに作成します')}`,
  );
  expect(answered.body.items.map(({ id }) => id)).toContain(record.id);
});

it('R-27: the thread of a channel becomes a record with its file by the activities that Teams sends; once, and told when it is pressed again', async () => {
  const { sandboxUrl } = setting.product;
  const desk = async <T>(method: string, rest: string, body?: object): Promise<T> => {
    const init = body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {};
    return (await (await fetch(`${sandboxUrl}/sandbox/groups/${rest}`, { method, ...init })).json()) as T;
  };
  const DRAFTER = 'drafter@minato.example';
  interface Talk {
    readonly id: string;
    readonly topic: string | null;
    readonly messages: readonly { readonly id: string; readonly html: string }[];
  }
  const { items } = await desk<{ items: Talk[] }>('GET', DRAFTER);
  const channel = items.find(({ topic }) => topic === '政策課 > 庁舎の改修');
  const [root, reply] = channel?.messages ?? [];
  const at = `${DRAFTER}/${encodeURIComponent(channel?.id ?? '')}`;
  // A file that is nobody's here: it is named, and the person is told.
  const files = [{ name: '秘密.txt', url: 'https://minato.sharepoint.example/elsewhere.txt' }];
  await desk('POST', `${at}/messages`, { text: '別紙も見てください。', replyTo: root?.id, files });
  const press = async (data?: object) =>
    JSON.stringify(
      await desk('POST', `${at}/commands`, {
        messageId: reply?.id,
        commandId: 'captureMessage',
        ...(data ? { data } : {}),
      }),
    );
  expect(await press()).toContain('返信も含めたやりとり');
  const wish = { title: '改修の日程', classificationCode: 'A-04-02', kind: 'REFERENCE', scope: 'ANSWERS' };
  const done = await press(wish);
  expect(done).toContain('文書として登録しました。');
  expect(done).toContain('秘密.txt：その場所に、登録した人が読めると確かめられるファイルがありません');
  const id = /records(?:\/|%2F|%252F)([0-9a-f-]{36})/i.exec(done)?.[1] ?? '';
  expect(id).not.toBe('');
  const content = await setting.drafter.call<unknown>('GET', `/records/${id}/content`);
  const body = (typeof content.body === 'string' ? JSON.parse(content.body) : content.body) as {
    source: object;
    participants: { name: string }[];
    messages: { text: string; replyTo: string | null }[];
    files: { name: string; base64?: string; sha256?: string; notFetched?: string }[];
  };
  expect(body.source).toMatchObject({ from: 'TEAMS_CHANNEL', topic: '政策課 > 庁舎の改修' });
  expect(body.messages.map(({ replyTo }) => replyTo)).toEqual([null, root?.id, root?.id, root?.id]);
  expect(body.participants).toHaveLength(3);
  expect(body.files.map(({ name, notFetched }) => [name, notFetched ?? null])).toEqual([
    ['日程.txt', null],
    ['秘密.txt', 'records.capture_file_not_readable'],
  ]);
  expect(Buffer.from(body.files[0]?.base64 ?? '', 'base64').toString()).toContain('2月 窓口の移動');
  expect(body.files[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);

  const again = await press(wish);
  expect(again).toContain('すでに文書として登録されています');
  expect(again).toContain(id);
  expect(await press()).toMatch(/すでに次の文書に入っています.*改修の日程（令和/);
});

it('R-03, R-04: 「番号」 asks three questions in the chat and takes one number; 使い方 tells of it', async () => {
  const { page, type, said } = await chatOf('drafter');
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

it('R-22, R-27: 「文書 ○○」 finds documents in the chat, opens one of them and the search page with the same words', async () => {
  for (const nth of [1, 2, 3, 4, 5, 6]) await setting.drafter.draft(`防災無線の点検その${nth}`);
  const { page, tab, type, said } = await chatOf('drafter');
  await type('使い方');
  await said('「文書 ○○」：本文・件名・番号').waitFor();
  await type('文書 防災無線 点検');
  const answer = said('文書の検索：防災無線 点検');
  await answer.getByText('6件見つかりました。新しいものから5件です。').waitFor();
  await shot(page, 'records-in-chat-7-words');
  await answer.getByRole('link', { name: '防災無線の点検その6' }).click();
  await tab.getByRole('heading', { name: '防災無線の点検その6' }).waitFor();
  await page.getByTestId('rail-chat').click();
  await type('防災無線の点検を検索');
  await said('文書の検索：防災無線の点検').getByRole('link', { name: '検索のページで見る' }).click();
  await tab.getByTestId('search-total').filter({ hasText: '6件見つかりました' }).waitFor();
  expect(await tab.getByTestId('search-q').inputValue()).toBe('防災無線の点検');
  await page.getByTestId('rail-chat').click();
  await type('文書 購入について');
  // The words around a hit in the text of the file.
  await said('文書の検索：購入について').getByText('物品の購入について', { exact: true }).first().waitFor();
  await shot(page, 'records-in-chat-8-snippet');
  for (const [words, answered] of [
    ['文書 防', '2文字以上の言葉で探してください。'],
    ['文書', '探す言葉を続けて入力してください'],
    ['文書 どこにもない言葉', '「どこにもない言葉」を含む文書は'],
  ] as const) {
    await type(words);
    await said(answered).waitFor();
  }
  await shot(page, 'records-in-chat-9-refused');
});

it('A-01: 「起案したい」 says where one drafts and leads to the page', async () => {
  const { page, tab, type, said } = await chatOf('drafter');
  await type('起案したい');
  const answer = said('ホームタブの「起案・文書登録」から起案します');
  await answer.waitFor();
  await shot(page, 'records-in-chat-10-draft');
  await answer.getByRole('link', { name: 'タブで起案する' }).click();
  await tab.getByTestId('matter-picker').waitFor();
});
