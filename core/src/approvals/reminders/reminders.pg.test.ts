import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChatMessage } from '../../shared/index.ts';
import { aDocument, importPosts, MINATO, POSTS, type TestCity, testCity } from '../../testing/test-city.ts';
import { quiet as jobsDone } from '../../testing/until.ts';
import type { CaseView, DraftCaseInput } from '../contract.ts';
import type { Reminder } from './contract.ts';

let now = new Date('2026-11-20T01:00:00Z');
let city: TestCity;
let code = '';
const told = new Map<string, string[]>();

beforeAll(async () => {
  city = await testCity({ clock: { now: () => now } });
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
  for (const name of ['drafter', 'subsection-head', 'section-head', 'department-head', 'general-affairs-head']) {
    const { entraObjectId } = city.as(name);
    const address = { municipalityId: MINATO, entraObjectId, conversationId: `c-${name}`, reference: { chat: name } };
    await city.suite.notifications.keepAddress(address);
  }
});
afterAll(() => city.close());

const submitted = async (title: string, more: Partial<DraftCaseInput> = {}): Promise<CaseView> => {
  const caller = city.as('drafter');
  const input = { title, proposalText: '', classificationCode: code, ...more };
  const draft = await city.suite.approvals.draft(caller, input, aDocument());
  return city.suite.approvals.submit(caller, draft.id, draft.version);
};
/** Waits until every fact and every job is done. */
const quiet = () => jobsDone(city.test);
const morning = async (day: string): Promise<void> => {
  now = new Date(`${day}T00:00:00Z`);
  await city.suite.enqueue([{ task: 'approvals/remind-everywhere', payload: {} }]);
  await quiet();
};
const remindersOf = async (view: CaseView, name = 'drafter') => {
  const found = city.suite.routes.find(({ path }) => path === '/cases/{id}/reminders');
  const input = { params: { id: view.id }, query: {}, body: {}, file: null };
  const shown = (await found?.handle(city.as(name), input)) as { items: Reminder[] };
  return shown.items;
};
const steps = async (view: CaseView) => (await remindersOf(view)).map(({ to, told: names }) => [to, ...names]);
const heard = (name: string, words: string) => (told.get(name) ?? []).filter((one) => one.includes(words));

describe('A-23: reminders by the ladder', () => {
  it('tell the holder, then the superior, then 総括文書管理者, each once over any number of runs', async () => {
    now = new Date('2026-11-20T01:00:00Z');
    const view = await submitted('忘れられた案件');
    await quiet();
    await morning('2026-11-24');
    expect(await steps(view)).toEqual([]);
    await morning('2026-11-25');
    await morning('2026-11-25');
    expect(await steps(view)).toEqual([['HOLDER', '見本 subsection-head']]);
    await Promise.all([morning('2026-11-27'), morning('2026-11-27')]);
    await morning('2026-12-02');
    const expected = [
      ['HOLDER', '見本 subsection-head'],
      ['SUPERIOR', '見本 section-head'],
      ['RECORDS', '見本 general-affairs-head'],
    ];
    expect(await steps(view)).toEqual(expected);
    await morning('2026-12-28');
    expect(await steps(view)).toEqual(expected);
    expect(heard('subsection-head', '催促：「忘れられた案件」が2開庁日')).toHaveLength(1);
    expect(heard('section-head', 'お知らせ：「忘れられた案件」が4開庁日、政策係 係長')).toHaveLength(1);
    expect(heard('general-affairs-head', '忘れられた案件')).toHaveLength(1);
  });

  it('never approve anything, and leave no line in the history that would make a press stale', async () => {
    now = new Date('2026-11-20T01:00:00Z');
    const view = await submitted('勝手に進まない案件');
    await morning('2027-03-01');
    const after = await city.suite.approvals.read(city.as('drafter'), view.id);
    expect(after).toMatchObject({ status: 'IN_REVIEW', version: view.version, holder: { postTitle: '係長' } });
    const approved = await city.suite.approvals.act(city.as('subsection-head'), view.id, {
      act: 'approve',
      version: view.version,
    });
    expect(approved.holder?.postTitle).toBe('課長');
  });

  it('rest on days off, and begin anew at the next post', async () => {
    now = new Date('2026-12-24T01:00:00Z');
    const view = await submitted('年末の案件');
    await quiet();
    for (const day of ['2026-12-29', '2027-01-02', '2027-01-03']) await morning(day);
    expect(await steps(view)).toEqual([]);
    await morning('2026-12-28');
    expect(await steps(view)).toEqual([['HOLDER', '見本 subsection-head']]);
    now = new Date('2026-12-28T03:00:00Z');
    await city.suite.approvals.act(city.as('subsection-head'), view.id, { act: 'approve', version: view.version });
    await morning('2027-01-04');
    expect(await steps(view)).toHaveLength(1);
    await morning('2027-01-05');
    expect((await steps(view))[1]).toEqual(['HOLDER', '見本 section-head']);
  });

  it('tell the superior where the post is vacant, and a superior without a part in it no title', async () => {
    now = new Date('2026-11-20T01:00:00Z');
    const view = await submitted('空席の案件');
    const next = await city.suite.approvals.act(city.as('subsection-head'), view.id, {
      act: 'approve',
      version: view.version,
    });
    await importPosts(
      city.suite,
      MINATO,
      POSTS.map((line) => line.replace(',section-head,0', ',,0')),
    );
    await quiet();
    await morning('2026-11-25');
    expect((await steps(next)).at(-1)).toEqual(['HOLDER', '見本 department-head']);
    expect(heard('department-head', '政策係が起案した案件')).toHaveLength(1);
    expect(heard('department-head', '空席の案件')).toHaveLength(0);
    await importPosts(city.suite, MINATO, POSTS);
    await quiet();
  });

  it('keep titles above 機密性2 out of the chat', async () => {
    now = new Date('2026-11-20T01:00:00Z');
    const view = await submitted('秘密の人事', { confidentiality: 'C3A' });
    await morning('2026-11-25');
    expect(await steps(view)).toHaveLength(1);
    expect(heard('subsection-head', '催促：「秘密の人事')).toHaveLength(0);
    expect(heard('subsection-head', '催促：機密性3の案件が2開庁日')).toHaveLength(1);
  });

  it('are shown to whoever may see the case, and to nobody else', async () => {
    now = new Date('2026-11-20T01:00:00Z');
    const view = await submitted('他人の案件');
    expect(await remindersOf(view, 'section-head')).toEqual([]);
    await expect(remindersOf(view, 'colleague')).rejects.toMatchObject({ code: 'approvals.not_found' });
  });
});
