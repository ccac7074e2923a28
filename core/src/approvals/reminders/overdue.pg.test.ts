import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChatMessage } from '../../shared/index.ts';
import { aDocument, importPosts, MINATO, POSTS, type TestCity, testCity } from '../../testing/test-city.ts';
import { quiet as jobsDone } from '../../testing/until.ts';
import type { BoardPage } from '../board/contract.ts';
import type { CaseView, DraftCaseInput } from '../contract.ts';
import type { Reminder } from './contract.ts';
import { noteReminders, readReminder } from './store.ts';

let now = new Date('2026-11-24T00:00:00Z');
let city: TestCity;
let code = '';
const told = new Map<string, string[]>();

// The colleague is the 文書主任 of 政策課.
const OFFICER = POSTS.map((line) => line.replace(',colleague,0,,', ',colleague,0,RECORDS_OFFICER,'));

beforeAll(async () => {
  city = await testCity({ clock: { now: () => now } });
  await importPosts(city.suite, MINATO, OFFICER);
  let sent = 0;
  city.suite.notifications.useMessenger({
    async send(reference: unknown, message: ChatMessage) {
      const { chat } = reference as { chat: string };
      told.set(chat, [...(told.get(chat) ?? []), JSON.stringify(message)]);
      sent += 1;
      return { activityId: `a${sent}` };
    },
    async update() {},
  });
  await city.suite.startJobs();
  code = (await city.suite.regulations.classifications(city.as('drafter'), '')).items[0]?.code ?? '';
  for (const name of ['subsection-head', 'colleague', 'general-affairs-head']) {
    const { entraObjectId } = city.as(name);
    const address = { municipalityId: MINATO, entraObjectId, conversationId: `c-${name}`, reference: { chat: name } };
    await city.suite.notifications.keepAddress(address);
  }
});
afterAll(() => city.close());

const quiet = () => jobsDone(city.test);
const morning = async (day: string): Promise<void> => {
  now = new Date(`${day}T00:00:00Z`);
  await city.suite.enqueue([{ task: 'approvals/remind-everywhere', payload: {} }]);
  await quiet();
};
const remindersOf = async (view: CaseView): Promise<Reminder[]> => {
  const found = city.suite.routes.find(({ path }) => path === '/cases/{id}/reminders');
  const input = { params: { id: view.id }, query: {}, body: {}, file: null };
  const shown = (await found?.handle(city.as('drafter'), input)) as { items: Reminder[] };
  return shown.items;
};
const steps = async (view: CaseView) => (await remindersOf(view)).map(({ to, told: names }) => [to, ...names]);
const heard = (name: string, words: string) => (told.get(name) ?? []).filter((one) => one.includes(words));

/** Decided while 係長 was absent, who owes a review until 12-03. */
async function decided(title: string, more: Partial<DraftCaseInput> = {}): Promise<CaseView> {
  now = new Date('2026-11-24T00:00:00Z');
  const { id } = await city.suite.absences.record(city.as('subsection-head'), {
    from: '2026-11-23T23:00:00Z',
    until: '2026-11-26T00:00:00Z',
    note: '出張',
  });
  const caller = city.as('drafter');
  const input = { title, proposalText: '', classificationCode: code, urgency: 'URGENT' as const, ...more };
  const draft = await city.suite.approvals.draft(caller, input, aDocument());
  const { id: caseId } = await city.suite.approvals.submit(caller, draft.id, draft.version);
  await quiet();
  const { version } = await city.suite.approvals.read(city.as('section-head'), caseId);
  const done = await city.suite.approvals.act(city.as('section-head'), caseId, { act: 'approve', version });
  await city.suite.absences.cancel(city.as('subsection-head'), id);
  await quiet();
  expect([done.status, done.obligations[0]?.dueOn]).toEqual(['DECIDED', '2026-12-03']);
  return done;
}

describe('A-12, A-13, A-23: 後閲 past its last day', () => {
  it('is told to the reader, then to the 文書主任, then to 総括文書管理者, each once', async () => {
    const view = await decided('忘れられた後閲');
    await morning('2026-12-03');
    expect(await steps(view)).toEqual([]);
    await Promise.all([morning('2026-12-04'), morning('2026-12-04')]);
    expect(await steps(view)).toEqual([['READER', '見本 subsection-head']]);
    await morning('2026-12-08');
    await morning('2026-12-10');
    await morning('2027-01-10');
    expect(await steps(view)).toEqual([
      ['READER', '見本 subsection-head'],
      ['OFFICER', '見本 colleague'],
      ['RECORDS', '見本 general-affairs-head'],
    ]);
    expect(heard('subsection-head', '催促：「忘れられた後閲」の後閲（政策係 係長）が、期限を1開庁日')).toHaveLength(1);
    expect(heard('colleague', 'お知らせ：')).toHaveLength(1);
    expect(heard('general-affairs-head', '「忘れられた後閲」の後閲')).toHaveLength(1);
  });

  it('ends with the review, which counts on whatever day it comes', async () => {
    const view = await decided('遅れて後閲した案件');
    await morning('2026-12-04');
    const shown = await city.suite.approvals.read(city.as('subsection-head'), view.id);
    expect(shown.obligations[0]).toMatchObject({ overdue: true, mine: true });
    const obligationId = shown.obligations[0]?.id ?? '';
    const act = { act: 'confirmPostReview', obligationId, version: shown.version } as const;
    await city.suite.approvals.act(city.as('subsection-head'), view.id, act);
    await morning('2026-12-10');
    expect(await steps(view)).toEqual([['READER', '見本 subsection-head']]);
  });

  it('A-22: stands on the board from the day after, first and as overdue, and goes with the review', async () => {
    const view = await decided('今どこに出る後閲');
    const lines = async (name = 'drafter') => {
      const found = city.suite.routes.find(({ path }) => path === '/stats/board');
      const shown = (await found?.handle(city.as(name), { params: {}, query: {}, body: {}, file: null })) as BoardPage;
      return shown.items.filter(({ caseId }) => caseId === view.id);
    };
    now = new Date('2026-12-03T00:00:00Z');
    expect(await lines()).toEqual([]);
    await morning('2026-12-04');
    expect(await lines()).toMatchObject([
      { task: 'POST_REVIEW', status: 'DECIDED', overdue: true, dueOn: '2026-12-03', names: ['見本 subsection-head'] },
    ]);
    expect((await lines())[0]?.remindedAt).toBe('2026-12-04T00:00:00.000Z');
    expect(await lines('other-section')).toEqual([]);
    const { version, obligations } = await city.suite.approvals.read(city.as('subsection-head'), view.id);
    const act = { act: 'confirmPostReview', obligationId: obligations[0]?.id ?? '', version } as const;
    await city.suite.approvals.act(city.as('subsection-head'), view.id, act);
    expect(await lines()).toEqual([]);
  });

  it('keeps what is confidential out of the chat', async () => {
    const view = await decided('秘密の後閲', { confidentiality: 'C3A' });
    await morning('2026-12-08');
    expect(await steps(view)).toHaveLength(2);
    expect(heard('subsection-head', '秘密の後閲')).toEqual([]);
    expect(heard('subsection-head', '催促：機密性3の案件の後閲が、期限を3開庁日')).toHaveLength(1);
  });
});

describe('A-23: a step after half a day', () => {
  it('is noted once like any other: regulations may have it', async () => {
    const reminderId = '0199c0de-0000-7000-8000-000000000001';
    const post = { postId: reminderId, postTitle: '係長', unitName: '政策係' };
    const one = { reminderId, caseId: reminderId, slotId: reminderId, since: now, post, told: [], at: now };
    const noted = () =>
      city.test.db.inMunicipality(MINATO, (tx) => noteReminders(tx, [{ ...one, afterWorkingDays: 0.5, to: 'HOLDER' }]));
    expect([(await noted()).size, (await noted()).size]).toEqual([1, 0]);
    const kept = await city.test.db.singly(MINATO, (tx) => readReminder(tx, reminderId));
    expect(kept?.afterWorkingDays).toBe(0.5);
  });
});
