import { expect, it, jest } from '@jest/globals';
import type { BookingPapers, BookingView, MeetingList, MeetingView } from '@kaigi/core/contract';
import type { Page } from 'playwright-core';
import { aPdf } from '../../core/src/schedules/papers/pdf.fixture.ts';
import { until } from '../../core/src/testing/until.ts';
import { openTab } from './open-tab.ts';
import { type ApiPerson, signIn } from './people.ts';
import { shot, tabSetting } from './tab.ts';

const setting = tabSetting();
// One step stands on the one before; each waits for a minute at most.
jest.setTimeout(300_000);

const SUBJECT = '予算の打合せ';
const HALF_HOUR_MS = 30 * 60_000;
/** Within the next hour: whatever the hour is, Teams holds it on the day it was booked for. */
const begins = new Date(Math.ceil((Date.now() + HALF_HOUR_MS / 2) / HALF_HOUR_MS) * HALF_HOUR_MS);

let bookingId = '';
let joinUrl = '';
let meetingId = '';
const hash = () => `#/schedules/bookings/${bookingId}`;

const bodyOf = async <T>(person: ApiPerson, path: string, [method, body]: [string, unknown?] = ['GET']): Promise<T> => {
  const answer = await person.call<T>(method, path, body);
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`);
  return answer.body;
};
const staffId = async (person: ApiPerson) => (await bodyOf<{ staffId: string }>(person, '/me')).staffId;
const desk = async <T>(path: string, body?: object): Promise<T> => {
  const headers = { 'content-type': 'application/json' };
  const posted = { method: 'POST', ...(body ? { headers, body: JSON.stringify(body) } : {}) };
  return (await (await fetch(`${setting.product.sandboxUrl}/sandbox${path}`, posted)).json()) as T;
};
async function choose(page: Page, pages: readonly string[]): Promise<void> {
  const { bytes } = await aPdf(pages);
  const file = { name: '予算案.pdf', mimeType: 'application/pdf', buffer: Buffer.from(bytes) };
  await page.getByTestId('lay-file-input').setInputFiles(file);
  await page.getByTestId('lay-save').click();
  await page.getByTestId('lay-dialog').waitFor({ state: 'detached' });
}

it('S-16: a meeting is booked, and Outlook gives it an address in Teams', async () => {
  const { drafter, subsectionHead, sectionHead } = setting;
  const booked = await bodyOf<BookingView>(sectionHead, '/schedules/bookings', [
    'POST',
    {
      ...{ subject: SUBJECT, from: begins.toISOString(), online: true, travel: false },
      to: new Date(begins.getTime() + 2 * HALF_HOUR_MS).toISOString(),
      required: [await staffId(drafter), await staffId(subsectionHead)],
    },
  ]);
  bookingId = booked.bookingId;
  await until(async () => {
    joinUrl = (await bodyOf<BookingView>(sectionHead, `/schedules/bookings/${bookingId}`)).joinUrl ?? '';
    return joinUrl !== '';
  });
});

it('S-16: its agenda is set, and a paper laid to an item', async () => {
  const page = await openTab(setting, { name: 'section-head', hash: hash() });
  await page.getByTestId('papers-plan').click();
  await page.getByTestId('plan-add').click();
  await page.getByTestId('plan-item-title').fill('令和9年度予算');
  await page.getByTestId('plan-item-owner').selectOption(await staffId(setting.drafter));
  await page.getByTestId('plan-item-minutes').fill('30');
  await page.getByTestId('plan-recorder').selectOption(await staffId(setting.subsectionHead));
  await page.getByTestId('plan-save').click();
  await page.getByTestId('agenda-item').getByText('令和9年度予算').waitFor();
  await page.getByTestId('papers-lay').click();
  await page.getByTestId('lay-item').selectOption({ label: '令和9年度予算' });
  await choose(page, ['income of the city', 'tax: 100', 'costs of the city']);
  await page.getByTestId('paper').getByText('第1版').waitFor();
  await page.getByTestId('paper-link').click();
  await page.getByTestId('reading-page').first().getByText('income of the city').waitFor();
  const stranger = await signIn(setting.product, 'branch-clerk');
  for (const path of ['papers', `papers/${(await papersNow()).papers[0]?.paperId}/content`])
    expect((await stranger.call('GET', `/schedules/bookings/${bookingId}/${path}`)).status).toBe(404);
});

const papersNow = () => bodyOf<BookingPapers>(setting.sectionHead, `/schedules/bookings/${bookingId}/papers`);

it('S-16: whoever speaks to the item lays its next edition; the reader sees which page is another', async () => {
  const drafter = await openTab(setting, { name: 'drafter', hash: hash() });
  await drafter.getByTestId('paper-replace').click();
  await choose(drafter, ['income of the city', 'tax: 120', 'costs of the city']);
  await drafter.getByTestId('paper').getByText('第2版').waitFor();
  const page = await openTab(setting, { name: 'section-head', hash: hash() });
  await page.getByTestId('paper-changed').getByText('変わった頁 2').waitFor();
  await page.getByTestId('paper-unread').getByText('新しい版').waitFor();
  await shot(page, 'whole-papers-1-booking');
  await page.getByTestId('paper-link').click();
  await page.getByTestId('reading-summary').getByText('第1版から、1頁が変わりました').waitFor();
  const shown = await page.getByTestId('reading-page').all();
  const changes = await Promise.all(shown.map((one) => one.getAttribute('data-change')));
  expect(changes).toEqual(['SAME', 'CHANGED', 'SAME']);
  await shot(page, 'whole-papers-2-reading');
});

it('S-16: the minutes are made with a press, with agenda and papers', async () => {
  const page = await openTab(setting, { name: 'section-head', hash: hash() });
  await page.getByTestId('minutes-make').click();
  await page.getByTestId('minutes-open').click();
  await page.getByRole('heading', { level: 1, name: SUBJECT }).waitFor();
  await shot(page, 'whole-papers-3-minutes');
  meetingId = (await papersNow()).minutes.meetingId ?? '';
  const meeting = await bodyOf<MeetingView>(setting.subsectionHead, `/meetings/${meetingId}`);
  expect(meeting).toMatchObject({ title: SUBJECT, agenda: [{ title: '令和9年度予算' }], papers: ['予算案（第2版）'] });
});

it('S-16: the transcript of that meeting in Teams arrives in those minutes, and in no others', async () => {
  const begun = await desk<{ id: string }>('/meetings/minato.example', { script: 'policy-meeting', joinUrl });
  await desk(`/meetings/minato.example/${encodeURIComponent(begun.id)}/end`);
  const meeting = () => bodyOf<MeetingView>(setting.sectionHead, `/meetings/${meetingId}`);
  await until(async () => (await meeting()).transcripts.length > 0);
  expect((await meeting()).transcripts).toMatchObject([{ source: 'TEAMS', state: 'USED' }]);
  const { items } = await bodyOf<MeetingList>(setting.sectionHead, '/meetings');
  expect(items.filter(({ title }) => title === SUBJECT)).toHaveLength(1);
});
