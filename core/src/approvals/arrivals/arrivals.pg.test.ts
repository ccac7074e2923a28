import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChatMessage } from '../../shared/index.ts';
import { aDocument, importPosts, MINATO, POSTS, type TestCity, testCity } from '../../testing/test-city.ts';
import { quiet } from '../../testing/until.ts';

let city: TestCity;
let code = '';
const told = new Map<string, string[]>();
// The colleague, who sits in 政策係, is the 文書主任 of 政策課; so is somebody of 総務課.
const OFFICERS = POSTS.map((line) =>
  line
    .replace(',colleague,0,,', ',colleague,0,RECORDS_OFFICER,')
    .replace(',other-section,0,,', ',other-section,0,RECORDS_OFFICER,'),
);

beforeAll(async () => {
  city = await testCity();
  await importPosts(city.suite, MINATO, OFFICERS);
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
  for (const name of ['colleague', 'other-section', 'section-head']) {
    const { entraObjectId } = city.as(name);
    const address = { municipalityId: MINATO, entraObjectId, conversationId: `c-${name}`, reference: { chat: name } };
    await city.suite.notifications.keepAddress(address);
  }
});
afterAll(() => city.close());

const receive = (name: string, kind: 'RECEIPT' | 'REFERENCE' = 'RECEIPT') =>
  city.suite.records.file(city.as(name), { kind, title: '県からの照会', classificationCode: code }, aDocument());

describe('O-05: a document arrives at a section', () => {
  it('and its 文書主任 is told the number and who took it in, in a subsection as well; the title stays in the register', async () => {
    const record = await receive('drafter');
    await quiet(city.test);
    expect(told.get('colleague')).toHaveLength(1);
    expect(told.get('colleague')?.[0]).toContain(
      `収受：${record.documentNumber?.label}が政策係に届きました（受付 見本 drafter）`,
    );
    expect(told.get('colleague')?.[0]).not.toContain('県からの照会');
    expect([told.get('other-section'), told.get('section-head')]).toEqual([undefined, undefined]);
  });

  it('not when they took it in themselves, nor when nothing was received', async () => {
    await receive('colleague');
    await receive('drafter', 'REFERENCE');
    await quiet(city.test);
    expect(told.get('colleague')).toHaveLength(1);
  });
});
