import { randomUUID } from 'node:crypto';
import { expect, it, jest } from '@jest/globals';
import type {
  MeetingList,
  MeetingView,
  MinutesSearch,
  MinutesView,
  RoundView,
  SigningView,
} from '@kaigi/core/contract';
import type { Locator, Page } from 'playwright-core';
import { until } from '../../core/src/testing/until.ts';
import { openTab } from './open-tab.ts';
import { type ApiPerson, signIn } from './people.ts';
import { shot, tabSetting } from './tab.ts';

const setting = tabSetting();
// One step stands on the one before; each waits for a minute at most.
jest.setTimeout(300_000);

const TITLE = '第8回 政策調整会議';
const ATTENDING = ['section-head', 'subsection-head', 'drafter', 'finance-drafter', 'records-officer'] as const;

const teamsOf = async (name: string): Promise<Page> => {
  const page = await (await setting.browser.newContext({ locale: 'ja-JP' })).newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(`${setting.product.sandboxUrl}/teams?as=${name}@minato.example`);
  return page;
};
/** The last thing that the app said with these words in it. */
const card = (page: Page, words: string): Locator =>
  page.locator('[data-testid=message][data-from=bot]').filter({ hasText: words }).last();

const people = new Map<string, ApiPerson>();
async function as(name: string): Promise<ApiPerson> {
  const person = people.get(name) ?? (await signIn(setting.product, name));
  people.set(name, person);
  return person;
}
async function call<T>(name: string, method: string, path: string, body?: unknown): Promise<T> {
  const answer = await (await as(name)).call<T>(method, path, body);
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

let meetingId = '';
const path = (rest = ''): string => `/meetings/${meetingId}${rest}`;
const read = (name = 'drafter') => call<MeetingView>(name, 'GET', path());
const minutesNow = () => call<MinutesView>('drafter', 'GET', path('/minutes'));

/** What the rules of a council want written down; who was there keeps the ids that their remarks were put to. */
async function asCouncil(): Promise<void> {
  const { version, attendees } = await read();
  const roles = ['CHAIR', 'SIGNER', 'STAFF', 'SIGNER', 'MEMBER'] as const;
  const staffIds = await Promise.all(
    ATTENDING.map(async (name) => (await call<{ staffId: string }>(name, 'GET', '/me')).staffId),
  );
  await call('drafter', 'PATCH', path(), {
    ...{
      version,
      bodyId: 'meeting.planning-council',
      isOpen: true,
      place: '第1会議室',
      observers: 3,
      papers: ['素案'],
    },
    agenda: ['窓口混雑の対策について', '総合計画の中間見直しの進め方'].map((title) => ({ id: randomUUID(), title })),
    attendees: attendees.map(({ id, staffId, name, postTitle, unitName, attended }) => ({
      ...{ id, staffId, name, postTitle, unitName, attended },
      role: roles[staffIds.indexOf(staffId ?? '')] ?? 'MEMBER',
    })),
  });
}

it('M-02, M-05: a transcript comes from Teams by itself, told by a card; who spoke is known from the meeting', async () => {
  const teams = await teamsOf('section-head');
  const came = card(teams, TITLE);
  await came.getByText('文字起こしが届きました').waitFor();
  await shot(teams, 'minutes-1-card');
  const { items } = await call<MeetingList>('section-head', 'GET', '/meetings');
  meetingId = items.find(({ title }) => title === TITLE)?.id ?? '';
  const names = (await read('section-head')).attendees.map(({ staffId }) => staffId);
  expect(names.filter((staffId) => staffId !== null)).toHaveLength(ATTENDING.length);
});

it('M-09, M-12: minutes are drafted with a press, every sentence with what it rests on', async () => {
  await asCouncil();
  const tab = await openTab(setting, { name: 'drafter', hash: `#/meetings/${meetingId}/minutes` });
  await tab.getByTestId('draft-minutes').click();
  await tab.getByTestId('sentence').first().waitFor();
  await shot(tab, 'minutes-2-draft');
  const { sentences } = await minutesNow();
  expect(sentences.some(({ outcome }) => outcome === 'APPROVED_AS_PROPOSED')).toBe(true);
  expect(sentences.filter(({ part, isAddition }) => part !== 'ITEM' && isAddition)).toEqual([]);
});

it('M-13: who spoke confirms in Teams; a wish for other words is settled by the chair, and all of it is kept', async () => {
  const { version } = await read();
  await call('drafter', 'POST', path('/round'), { version });
  const teams = await teamsOf('finance-drafter');
  const asked = card(teams, '会議録の確認をお願いします');
  await asked.getByRole('button', { name: 'このとおりで同意' }).click();
  await card(teams, '会議録の確認中です').waitFor();
  await shot(teams, 'minutes-3-confirm');

  const decision = (await minutesNow()).sentences.find(({ part }) => part === 'DECISION');
  const id = randomUUID();
  const target = { of: 'SENTENCE', id: decision?.id, version: decision?.version };
  const text = '番号札の予約は、案のとおり進めることに決定した。';
  await call('section-head', 'POST', path('/round/suggestions'), { id, target, text, reason: '簡潔に' });
  await call('section-head', 'POST', path(`/round/suggestions/${id}/settle`), { outcome: 'ACCEPTED' });
  expect((await minutesNow()).sentences.map((one) => one.text)).toContain(text);

  for (const name of ['section-head', 'subsection-head', 'drafter', 'records-officer'])
    await call(name, 'POST', path('/round/agree'), {});
  const { round, waitsFor } = await call<RoundView>('drafter', 'GET', path('/round'));
  expect(waitsFor).toEqual([]);
  expect(round?.suggestions).toMatchObject([{ id, state: 'ACCEPTED', before: decision?.text, after: text }]);
  await call('drafter', 'POST', path('/round/close'), { version: (await read()).version });
});

it('M-14: the chair and two signers sign the very words, and nothing can be changed meanwhile', async () => {
  for (const name of ['section-head', 'subsection-head', 'finance-drafter']) {
    const { version, digest } = await call<SigningView>(name, 'GET', path('/signing'));
    await call(name, 'POST', path('/sign'), { version, digest });
  }
  expect(await call<SigningView>('drafter', 'GET', path('/signing'))).toMatchObject({ isComplete: true });
  const change = (await as('drafter')).call('PATCH', path(), { version: (await read()).version, place: 'ほか' });
  expect((await change).status).toBe(409);
});

it('M-17: the case of the minutes is decided in Teams, and they are final for everybody', async () => {
  await call('drafter', 'POST', path('/decide'), { version: (await read()).version });
  await until(async () => (await read()).caseId !== null);
  for (const name of ['subsection-head', 'section-head', 'department-head']) {
    const teams = await teamsOf(name);
    const asked = card(teams, `${TITLE}`).filter({ hasText: '会議録について' });
    const isLast = name === 'department-head';
    await asked.getByRole('button', { name: isLast ? '決裁' : '承認', exact: true }).click();
    await asked.getByText(isLast ? /決裁されました|完結しました/ : '回議中です').waitFor();
    if (isLast) await shot(teams, 'minutes-4-decided');
    await teams.context().close();
  }
  await until(async () => (await read()).state === 'FINAL');
});

it('M-21, M-22: whoever was not there finds the words, and the log proves that nobody has altered them', async () => {
  const found = () => call<MinutesSearch>('finance-head', 'GET', `/meetings/search?q=${encodeURIComponent('番号札')}`);
  expect((await found()).items.map(({ meeting }) => meeting.id)).toContain(meetingId);
  expect(await setting.product.kaigi('verify')).toMatchObject({ code: 0 });
});
