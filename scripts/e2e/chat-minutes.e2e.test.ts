import { expect, it, jest } from '@jest/globals';
import type { MeetingList, MeetingView, MinutesView } from '@kaigi/core/contract';
import { until } from '../../core/src/testing/until.ts';
import { openTab } from './open-tab.ts';
import { signIn } from './people.ts';
import { shot, tabSetting } from './tab.ts';

const setting = tabSetting();
jest.setTimeout(300_000);

it('M-20: a talk over days in a group chat becomes minutes, from 「@回議 議事録」 to the message behind a decision', async () => {
  const teams = await (await setting.browser.newContext({ locale: 'ja-JP' })).newPage();
  teams.setDefaultTimeout(60_000);
  const groups = teams.waitForResponse((answer) => /\/groups\/[^/]+$/.test(answer.url()));
  await teams.goto(`${setting.product.sandboxUrl}/teams?as=section-head@minato.example&view=group`);
  const [chat] = /19:[^"@]+@thread\.v2/.exec(await (await groups).text()) ?? [];
  await teams.getByTestId('group').filter({ hasText: '窓口の混雑対策' }).click();
  await teams.getByTestId('group-minutes').click();
  const form = teams.getByTestId('group-message').filter({ hasText: 'この会話を会議録にする' });
  await form.getByText('政策課').waitFor();
  await shot(teams, 'chat-minutes-1-form');
  await form.getByRole('button', { name: '会議録にする' }).click();
  await teams.getByText('の会議録を作っています').waitFor();
  await shot(teams, 'chat-minutes-2-started');

  const person = await signIn(setting.product, 'section-head');
  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await person.call<T>(method, path, body);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  let made: MeetingView | undefined;
  await until(async () => {
    const { items } = await call<MeetingList>('GET', '/meetings');
    const id = items.find(({ title }) => title === '窓口の混雑対策')?.id;
    made = id === undefined ? undefined : await call<MeetingView>('GET', `/meetings/${id}`);
    // The view is read in several steps: one that began before the talk was taken in may show half of it.
    return made?.transcripts.length === 1 && made.papers.length > 0;
  });
  const id = made?.id ?? '';
  expect(made?.papers).toEqual(['来庁者数.xlsx']);

  const page = await openTab(setting, { name: 'section-head', hash: `#/meetings/${id}/transcript` });
  await page.getByTestId('line').first().waitFor();
  const line = page.getByTestId('line').filter({ hasText: '決定します' });
  await line.getByText('👍').waitFor();
  expect(await line.innerText()).toMatch(/\d+\/\d+ 09:00/);
  await page.getByTestId('chat-files').getByRole('link', { name: '来庁者数.xlsx' }).waitFor();
  await shot(page, 'chat-minutes-3-lines');
  await page.setViewportSize({ width: 390, height: 844 });
  await shot(page, 'chat-minutes-4-lines-narrow');
  const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
  expect(wide).toBeLessThanOrEqual(390);
  await page.setViewportSize({ width: 1280, height: 900 });

  const before = await call<MinutesView>('GET', `/meetings/${id}/minutes`);
  const { sentences } = await call<MinutesView>('POST', `/meetings/${id}/minutes/draft`, { version: before.version });
  const decision = sentences.find(({ part }) => part === 'DECISION');
  expect(decision?.text).toContain('番号札');
  await page.goto(`${setting.product.serviceUrl}/tab/#/meetings/${id}/minutes`);
  const sentence = page
    .getByTestId('sentence')
    .filter({ hasText: decision?.text ?? '' })
    .first();
  await sentence.waitFor();
  await shot(page, 'chat-minutes-5-draft');
  await sentence.getByTestId('source').first().click();
  const source = page.getByTestId('line').filter({ hasText: '決定します' });
  await source.waitFor();
  expect(decision?.sources).toContain(await source.getAttribute('data-line-id'));

  // From the tab, by a link to a message of the chat: these days have their minutes, which go on.
  await page.goto(`${setting.product.serviceUrl}/tab/#/meetings`);
  await page.getByTestId('from-chat').click();
  await page.getByTestId('chat-link').fill(`https://teams.microsoft.com/l/message/${chat}/1764000000000`);
  await page.getByTestId('chat-link-send').click();
  await page.getByTestId('chat-form').waitFor();
  expect(await page.getByTestId('chat-title').inputValue()).toBe('窓口の混雑対策');
  await shot(page, 'chat-minutes-6-tab');
  await page.getByTestId('chat-send').click();
  await page.waitForURL(`**/#/meetings/${id}/transcript`);
});
