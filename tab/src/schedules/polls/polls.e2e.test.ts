import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { barrierFinder, COLOURS, type FindBarriers } from '../../testing/barriers.ts';
import { shoot } from '../../testing/browser.ts';
import { type Desk, setUpDesk } from '../../testing/desk.ts';
import { eventually } from '../../testing/eventually.ts';
import { lookingOver } from '../../testing/looking-over.ts';
import { COLLEAGUE, COLLEAGUE_FOUND } from '../../testing/people.ts';
import { candidateIdOf, pollIdOf } from '../../testing/polls.ts';
import { pressRetry } from '../../testing/press-retry.ts';

let desk: Desk;
let seriousTroubles: FindBarriers;
beforeAll(async () => {
  desk = await setUpDesk();
  seriousTroubles = await barrierFinder();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

/** On Tuesday, 24 November 2026, at half past ten. */
async function open(route = '', options?: BrowserContextOptions): Promise<Page> {
  desk.service.answer('GET /api/v1/directory/staff', () => ({ body: COLLEAGUE_FOUND }));
  const { page } = await desk.blank({ ...options, now: '2026-11-24T10:30:00+09:00' });
  await page.goto(`${desk.service.origin}/tab/#/schedules/polls${route}`);
  return page;
}

const sent = (method: string) =>
  desk.service.calls
    .filter((call) => call.method === method && call.path.startsWith('/api/v1/schedules/polls'))
    .map(({ body }) => body);

describe('S-05: a poll in the tab', () => {
  it('is made for people with typed and free times, and nothing is sent before all of it is there', async () => {
    const page = await open('/new');
    await page.getByTestId('poll-save').click();
    await page.getByText('件名を入力してください').waitFor();
    await page.getByTestId('poll-title').fill('部長調整会議');
    await page.getByTestId('poll-save').click();
    await page.getByText('候補を2つ以上入れてください').waitFor();
    await page.getByTestId('directory-picker').first().click();
    await page.getByTestId('directory-picker').first().pressSequentially('三郎');
    await page.getByRole('option', { name: '主査 三郎' }).click();
    await page.getByTestId('poll-day').first().fill('2026-12-01');
    await page.getByTestId('poll-find').click();
    await page.waitForFunction(() => document.querySelectorAll('[data-testid="poll-day"]').length === 3);
    await page.getByTestId('visibility-PRIVATE').check();
    await page.getByTestId('poll-online').selectOption('no');
    await shoot(page, 'poll-new');
    await page.getByTestId('poll-save').click();
    await page.getByTestId('toast').getByText('日程調整を送りました').waitFor();
    await page.waitForURL(`**/#/schedules/polls/${pollIdOf(3)}`);
    expect(sent('POST')).toEqual([
      expect.objectContaining({
        ...{ title: '部長調整会議', required: [COLLEAGUE.staffId], answerBy: '2026-11-27', send: true, autoBook: true },
        ...{ visibility: 'PRIVATE', online: false },
        starts: ['2026-11-25T10:00:00+09:00', '2026-11-25T14:00:00+09:00', '2026-12-01T10:00:00+09:00'],
      }),
    ]);
  });

  it('waits in the list for whoever is asked, who answers every candidate by the keyboard', async () => {
    const page = await open();
    await page.getByTestId('poll-row').first().getByText('回答してください').waitFor();
    await page.getByRole('link', { name: '計画の打合せ' }).click();
    await page.getByTestId('poll-answer').waitFor();
    const votes = page.getByTestId('poll-vote');
    await votes.nth(0).getByRole('radio', { name: '○' }).press('Space');
    await votes.nth(1).getByRole('radio', { name: '×' }).check();
    await page.getByTestId('poll-answer-send').press('Enter');
    await page.getByText('すべての候補に○△×を付けてください').waitFor();
    expect(sent('PUT')).toEqual([]);
    await votes.nth(2).getByRole('radio', { name: '△' }).check();
    await page.getByLabel('一言（任意）').fill('午後なら確実です。');
    await shoot(page, 'poll-answer');
    await page.getByTestId('poll-answer-send').press('Enter');
    await page.getByTestId('toast').getByText('回答しました').waitFor();
    await page.getByTestId('poll-person').first().getByText('午後なら確実です。').waitFor();
    const said = { [candidateIdOf(1)]: 'YES', [candidateIdOf(2)]: 'NO', [candidateIdOf(3)]: 'MAYBE' };
    expect(sent('PUT')).toEqual([{ staffId: null, votes: said, remark: '午後なら確実です。' }]);
    expect(await page.getByTestId('poll-person').first().locator('td').allInnerTexts()).toEqual(['○', '×', '△']);
  });

  it('is closed and settled by whoever calls it, who is told why none fits; that it changed meanwhile is said', async () => {
    const page = await open(`/${pollIdOf(2)}`);
    const stale = () => ({
      status: 409,
      body: desk.service.world.problem(409, 'schedules.poll_stale', '日程調整が変わっています。'),
    });
    desk.service.answer(`POST /api/v1/schedules/polls/${pollIdOf(2)}/acts`, stale);
    await page.getByTestId('poll-CLOSE').click();
    await page.getByText('日程調整が変わっています。').waitFor();
    desk.service.restore();
    await page.getByTestId('poll-CLOSE').click();
    await page.getByTestId('poll-outcome').getByText('三郎さんは回答していません').waitFor();
    await shoot(page, 'poll-outcome');
    await page.getByTestId('poll-book').nth(1).click();
    await page.getByText('選ばれた日時').waitFor();
    expect(await page.getByTestId('poll-state').innerText()).toBe('決定');
    expect(await page.getByTestId('poll-CANCEL').count()).toBe(0);
    expect(await page.getByTestId('poll-booking').getAttribute('href')).toContain('#/schedules/bookings/');
  });

  it('is called off only when asked once more, and says why where it cannot be', async () => {
    const page = await open(`/${pollIdOf(2)}`);
    await page.getByTestId('poll-CANCEL').click();
    await page.getByTestId('poll-end-dialog').getByText('仮押さえは消え').waitFor();
    await page.getByRole('button', { name: '取りやめない' }).click();
    await page.getByTestId('poll-end-dialog').waitFor({ state: 'detached' });
    expect(sent('POST')).toEqual([]);
    await page.getByTestId('poll-CANCEL').press('Enter');
    const stale = desk.service.world.problem(409, 'schedules.poll_stale', '日程調整が変わっています。');
    desk.service.answer(`POST /api/v1/schedules/polls/${pollIdOf(2)}/acts`, () => ({ status: 409, body: stale }));
    await page.getByTestId('poll-end-confirm').click();
    await page.getByTestId('poll-end-dialog').getByText('日程調整が変わっています。').waitFor();
    desk.service.restore();
    await page.getByTestId('poll-end-confirm').click();
    await page.getByTestId('poll-state').getByText('取りやめ').waitFor();
    expect(await page.getByTestId('poll-end-dialog').count()).toBe(0);
    expect(sent('POST').at(-1)).toEqual({ act: 'CANCEL', version: 2 });
  });

  it('is changed as it was when the form was opened: what somebody else changed meanwhile is not written over', async () => {
    const page = await open(`/${pollIdOf(2)}`);
    await page.getByTestId('poll-change').click();
    await page.getByTestId('poll-title').fill('部内会議（改）');
    const { polls } = desk.service.world.polls;
    desk.service.world.polls.polls = polls.map((poll) => ({ ...poll, version: 7, note: '秘書が変えた' }));
    await eventually(() => desk.service.listeners > 0, true);
    const asked = page.waitForResponse((answer) => answer.url().endsWith(pollIdOf(2)));
    desk.service.tell('-', 1, 'schedules');
    await asked;
    await page.getByTestId('poll-save').click();
    await page.getByTestId('toast').getByText('保存しました').waitFor();
    expect(sent('PATCH')).toEqual([expect.objectContaining({ title: '部内会議（改）', version: 2 })]);
  });

  it('is made of times that a search proposed and somebody ticked', async () => {
    const page = await open();
    await page.goto(`${desk.service.origin}/tab/#/schedules/slots`);
    await page.getByTestId('directory-picker').first().click();
    await page.getByTestId('directory-picker').first().pressSequentially('三郎');
    await page.getByRole('option', { name: '主査 三郎' }).click();
    await page.getByTestId('slots-minutes').selectOption('90');
    await page.getByTestId('slots-search').click();
    const ticks = page.getByTestId('proposal-tick');
    await ticks.first().waitFor();
    expect(await page.getByTestId('slots-poll').getAttribute('aria-disabled')).toBe('true');
    await ticks.nth(1).press('Space');
    await ticks.nth(0).check();
    await page.getByTestId('slots-poll').getByText('日程調整にする（2件）').waitFor();
    await shoot(page, 'slots-ticked');
    await page.getByTestId('slots-poll').click();
    await page.getByTestId('poll-form').getByText('主査 三郎').waitFor();
    await page.getByRole('button', { name: 'やめる' }).click();
    await page.getByTestId('slots-poll').getByText('2件').waitFor();
    await page.getByTestId('slots-poll').click();
    await page.getByTestId('poll-title').fill('計画の打合せ');
    await page.getByTestId('poll-save').click();
    await page.waitForURL(`**/#/schedules/polls/${pollIdOf(3)}`);
    const made = sent('POST');
    expect(made).toEqual([
      expect.objectContaining({
        ...{ title: '計画の打合せ', required: [COLLEAGUE.staffId], minutes: 90, answerBy: '2026-11-25', send: true },
        starts: ['2026-11-25T10:00:00+09:00', '2026-11-25T14:00:00+09:00'],
      }),
    ]);
  });

  it('is changed and called off without serious barriers, and fits, in every colour', async () => {
    const page = await open(`/${pollIdOf(2)}`, COLOURS.contrast);
    const { troubles, lookOver } = lookingOver(page, 'poll', seriousTroubles);
    await page.getByTestId('poll-CANCEL').click();
    await page.getByTestId('poll-end-dialog').waitFor();
    await lookOver('end');
    await page.getByRole('button', { name: '取りやめない' }).click();
    await page.getByTestId('poll-change').click();
    await page.getByTestId('poll-form').waitFor();
    await lookOver('change');
    expect(troubles).toEqual({});
  });

  it('says that there is none, and what went wrong', async () => {
    desk.service.world.polls.polls = [];
    const page = await open();
    await page.getByText('日程調整はありません').waitFor();
    desk.service.answer('GET /api/v1/schedules/polls', () => ({ drop: true }));
    const lost = await open();
    await lost.getByTestId('error').waitFor();
    await pressRetry(desk.service, lost);
    await lost.getByText('日程調整はありません').waitFor();
  });
});
