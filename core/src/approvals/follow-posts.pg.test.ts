import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { enqueue } from '../platform/index.ts';
import type { ChatMessage } from '../shared/index.ts';
import { aDocument, importPosts, MINATO, POSTS, type TestCity, testCity } from '../testing/test-city.ts';
import { quiet as jobsDone, until } from '../testing/until.ts';
import type { CaseView } from './contract.ts';

let now = new Date('2026-11-20T00:00:00Z');
let city: TestCity;
let code = '';
/** What was sent to whom; updates replace. */
const chats = new Map<string, Map<string, string>>();
let sent = 0;

beforeAll(async () => {
  city = await testCity({ clock: { now: () => now } });
  const chatOf = (reference: unknown) => {
    const chat = String((reference as { chat: string }).chat);
    return chats.get(chat) ?? chats.set(chat, new Map()).get(chat) ?? new Map<string, string>();
  };
  city.suite.notifications.useMessenger({
    async send(reference: unknown, message: ChatMessage) {
      sent += 1;
      const activityId = `a${sent}`;
      chatOf(reference).set(activityId, JSON.stringify(message));
      return { activityId };
    },
    async update(reference: unknown, activityId: string, message: ChatMessage) {
      chatOf(reference).set(activityId, JSON.stringify(message));
    },
  });
  await city.suite.startJobs();
  code = (await city.suite.regulations.classifications(city.as('drafter'), '')).items[0]?.code ?? '';
  for (const name of ['subsection-head', 'section-head', 'colleague', 'drafter', 'other-section']) {
    const { entraObjectId } = city.as(name);
    await city.suite.notifications.keepAddress({
      municipalityId: MINATO,
      entraObjectId,
      conversationId: `c-${name}`,
      reference: { chat: name },
    });
  }
});
afterAll(() => city.close());

const submitted = async (title: string): Promise<CaseView> => {
  const caller = city.as('drafter');
  const input = { title, proposalText: '', classificationCode: code };
  const draft = await city.suite.approvals.draft(caller, input, aDocument());
  return city.suite.approvals.submit(caller, draft.id, draft.version);
};
const cards = (name: string, title: string) =>
  [...(chats.get(name)?.values() ?? [])].filter((message) => message.includes(title));
const asksToAct = (name: string, title: string) =>
  cards(name, title).filter((card) => card.includes('approvals/approve')).length;

/** Waits until every fact and every job is done. */
const quiet = () => jobsDone(city.test);
const midnight = async () => {
  // As if no day had been told since long ago: the hourly job tells the one that it is now.
  await city.test.owner.query(`update kaigi.directory_day set told_on = '2026-01-01'`);
  await enqueue(city.test.owner, [{ task: 'directory/new-day', payload: {} }]);
  await quiet();
};
const posts = (change: (line: string) => string) => importPosts(city.suite, MINATO, POSTS.map(change));

describe('open work follows its post', () => {
  it('to a new holder when a list is imported, once, and no longer asks the one before', async () => {
    const view = await submitted('引き継がれる案件');
    await until(() => asksToAct('subsection-head', '引き継がれる案件') === 1);
    expect(cards('other-section', '引き継がれる案件')).toEqual([]);
    await posts((line) =>
      line.includes('seisaku-kakaricho') ? line.replace('subsection-head,0', 'other-section,0') : line,
    );
    await until(() => asksToAct('other-section', '引き継がれる案件') === 1);
    await quiet();
    const before = sent;
    await midnight();
    await posts((line) =>
      line.includes('seisaku-kakaricho') ? line.replace('subsection-head,0', 'other-section,0') : line,
    );
    await quiet();
    expect(sent).toBe(before);
    const caller = city.as('other-section');
    await city.suite.approvals.act(caller, view.id, { act: 'approve', version: view.version });
    await until(() => asksToAct('section-head', '引き継がれる案件') === 1);
    await posts((line) => line);
    await quiet();
  });

  it('to somebody who begins on a day, just after that midnight in Japan and not before', async () => {
    const begins = (line: string) =>
      line.includes('seisaku-kakaricho')
        ? `${line}2027-04-01\n${line.replace('subsection-head,0', 'colleague,0').replace('2026-04-01', '2027-04-01')}`
        : line;
    await posts(begins);
    await submitted('年度をまたぐ案件');
    await until(() => asksToAct('subsection-head', '年度をまたぐ案件') === 1);
    now = new Date('2027-03-31T14:59:00Z');
    await midnight();
    expect(cards('colleague', '年度をまたぐ案件')).toEqual([]);
    now = new Date('2027-03-31T15:05:00Z');
    await midnight();
    expect(asksToAct('colleague', '年度をまたぐ案件')).toBe(1);
    await midnight();
    expect(cards('colleague', '年度をまたぐ案件')).toHaveLength(1);
  });

  it('A-33: of a day makes good what failed before: whoever never got the card is sent it, once', async () => {
    now = new Date('2027-03-31T15:05:00Z');
    await submitted('届かなかった案件');
    await until(() => asksToAct('colleague', '届かなかった案件') === 1);
    await quiet();
    await city.test.owner.query(`delete from kaigi.notifications_copy`);
    chats.clear();
    await midnight();
    expect(asksToAct('colleague', '届かなかった案件')).toBe(1);
    await midnight();
    expect(cards('colleague', '届かなかった案件')).toHaveLength(1);
  });

  it('also to somebody who had the case before in another post, as something new', async () => {
    now = new Date('2026-11-21T00:00:00Z');
    await posts((line) => line);
    const view = await submitted('昇任した人の案件');
    await until(() => asksToAct('subsection-head', '昇任した人の案件') === 1);
    now = new Date('2026-11-22T00:00:00Z');
    await city.suite.approvals.act(city.as('subsection-head'), view.id, { act: 'approve', version: view.version });
    await until(() => asksToAct('section-head', '昇任した人の案件') === 1);
    await posts((line) =>
      line.includes('seisaku-kacho') ? line.replace('section-head,0', 'subsection-head,0') : line,
    );
    await until(() => cards('subsection-head', '昇任した人の案件').length === 2);
  });
});
