import { expect, it, jest } from '@jest/globals';
import type { BookingView, MeetingView, PollView, WrittenView } from '@kaigi/core/contract';
import { addDays, localDateOf } from '@kaigi/core/shared';
import pg from 'pg';
import type { Locator, Page } from 'playwright-core';
import { openTab } from './open-tab.ts';
import type { ApiPerson } from './people.ts';
import { shot, tabSetting } from './tab.ts';

const setting = tabSetting();
// One step stands on the one before; each waits for a minute at most.
jest.setTimeout(300_000);

const teamsOf = async (name: string): Promise<Page> => {
  const page = await (await setting.browser.newContext({ locale: 'ja-JP' })).newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(`${setting.product.sandboxUrl}/teams?as=${name}@minato.example`);
  return page;
};
/** The last thing that the app said with these words in it. */
const card = (page: Page, words: string): Locator =>
  page.locator('[data-testid=message][data-from=bot]').filter({ hasText: words }).last();

async function call<T>(person: ApiPerson, method: string, path: string, body?: unknown): Promise<T> {
  const answer = await person.call<T>(method, path, body);
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}
const idIn = (page: Page): string => page.url().split('/').at(-1) ?? '';

async function pick(page: Page, nth: number, name: string): Promise<void> {
  const picker = page.getByTestId('directory-picker').nth(nth);
  await picker.click();
  await picker.pressSequentially(name);
  await page.getByRole('option', { name }).first().click();
}

const nameOf = async (person: ApiPerson) => (await call<{ name: string }>(person, 'GET', '/me')).name;

it('S-05: a poll made in the tab is answered on a card and in the tab, and becomes a meeting by itself', async () => {
  const { drafter, subsectionHead, sectionHead } = setting;
  // Cards reach whoever has met the app.
  const [teams, other] = [await teamsOf('section-head'), await teamsOf('subsection-head')];
  const days = [7, 8].map((days) => addDays(localDateOf(new Date()), days));
  const page = await openTab(setting, { name: 'drafter', hash: '#/schedules/polls/new' });
  await page.getByTestId('poll-title').fill('中間見直しの打合せ');
  await pick(page, 0, await nameOf(sectionHead));
  await pick(page, 1, await nameOf(subsectionHead));
  for (const [at, day] of days.entries()) await page.getByTestId('poll-day').nth(at).fill(day);
  await shot(page, 'poll-1-form');
  await page.getByTestId('poll-save').click();
  await page.getByTestId('poll-state').getByText('回答受付中').waitFor();
  const pollId = idIn(page);
  const read = () => call<PollView>(drafter, 'GET', `/schedules/polls/${pollId}`);

  const asked = card(teams, '中間見直しの打合せ');
  await asked.getByText('都合を回答してください').waitFor();
  await shot(teams, 'poll-2-card');
  await asked.getByRole('radio', { name: '× 出席できない' }).nth(0).check();
  await asked.getByRole('radio', { name: '○ 出席できる' }).nth(1).check();
  // Those who may come are asked too, in the tab, before the last of those who must has answered.
  const optional = await openTab(setting, { name: 'subsection-head', hash: `#/schedules/polls/${pollId}` });
  await optional.getByTestId('poll-vote').nth(0).getByRole('radio', { name: '○' }).check();
  await optional.getByTestId('poll-vote').nth(1).getByRole('radio', { name: '△' }).check();
  await shot(optional, 'poll-3-answer');
  await optional.getByTestId('poll-answer-send').click();
  await optional.getByTestId('toast').getByText('回答しました').waitFor();
  await asked.getByRole('button', { name: '回答する' }).click();
  await page.getByTestId('poll-state').getByText('決定').waitFor();
  await card(teams, '日程が決まりました').waitFor();
  await card(other, '日程が決まりました').waitFor();
  await shot(teams, 'poll-4-settled-card');
  await shot(page, 'poll-5-settled');
  const { bookingId, candidates } = await read();
  expect(candidates.map(({ chosen }) => chosen)).toEqual([false, true]);
  const meeting = await call<BookingView>(sectionHead, 'GET', `/schedules/bookings/${bookingId}`);
  expect([meeting.subject, localDateOf(new Date(meeting.from))]).toEqual(['中間見直しの打合せ', days[1]]);
  await page.getByTestId('poll-booking').click();
  await page.getByRole('heading', { name: '中間見直しの打合せ' }).waitFor();
  await shot(page, 'poll-6-booking');
});

/** As though so much time had passed. */
async function turnClock(writtenId: string, closes: string): Promise<void> {
  const client = new pg.Client({ connectionString: await setting.product.databaseUrl() });
  await client.connect();
  const query = `update kaigi.schedules_written set closes_at = now() + $2::interval where written_id = $1`;
  await client.query(query, [writtenId, closes]);
  await client.end();
}

it('5.2.4: a meeting in writing is written to on a card and in the tab, closes itself, and becomes minutes', async () => {
  const { drafter, subsectionHead, sectionHead } = setting;
  const teams = await teamsOf('section-head');
  const page = await openTab(setting, { name: 'drafter', hash: '#/schedules/written/new' });
  await page.getByTestId('written-title').fill('窓口改善部会');
  await page.getByTestId('written-opensDay').fill(addDays(localDateOf(new Date()), -1));
  await pick(page, 0, await nameOf(sectionHead));
  await pick(page, 0, await nameOf(subsectionHead));
  await page.getByTestId('written-quorum').fill('2');
  await page.getByTestId('written-item').fill('窓口の時間');
  await page.getByTestId('written-proposal').fill('窓口を17時までとする。');
  await shot(page, 'written-1-form');
  await page.getByTestId('written-send').click();
  await page.getByTestId('written-state').getByText('受付中').waitFor();
  const writtenId = idIn(page);
  const asked = card(teams, '窓口改善部会');
  await asked.getByRole('radio', { name: '賛成' }).check();
  await asked.getByRole('textbox').fill('案内を早めに出してください。');
  await shot(teams, 'written-2-card');
  await asked.getByRole('button', { name: '意見を出す' }).click();
  await asked.getByText('意見を出しました').waitFor();
  const head = await openTab(setting, { name: 'subsection-head', hash: `#/schedules/written/${writtenId}` });
  await head.getByTestId('written-remark').getByText('案内を早めに出してください。').waitFor();
  await head.getByTestId('written-stance').getByRole('radio', { name: '賛成' }).check();
  await head.getByTestId('written-say-send').click();
  await head.getByTestId('toast').getByText('意見を出しました').waitFor();
  await shot(head, 'written-3-said');
  await turnClock(writtenId, '1 second');
  const read = () => call<WrittenView>(drafter, 'GET', `/schedules/written/${writtenId}`);
  // A job looks once a minute.
  await card(teams, '書面会議が終わりました').waitFor({ timeout: 90_000 });
  await shot(teams, 'written-4-closed-card');
  await page.getByTestId('written-state').getByText('終了').waitFor();
  await shot(page, 'written-5-closed');
  const { meetingId, items } = await read();
  expect(items[0]?.decision).toContain('賛成2人、反対0人、保留0人。');
  await page.getByRole('link', { name: '会議録を開く' }).click();
  await page.getByRole('heading', { name: '窓口改善部会' }).first().waitFor();
  // From the day on which it began to that on which it ended.
  await page.getByText(/09:00から令和.+まで/).waitFor();
  await shot(page, 'written-6-minutes');
  const minutes = await call<MeetingView>(drafter, 'GET', `/meetings/${meetingId}`);
  expect([minutes.title, minutes.state, minutes.attendees.filter(({ attended }) => attended).length]).toEqual([
    ...['窓口改善部会', 'WRITING', 2],
  ]);
});
