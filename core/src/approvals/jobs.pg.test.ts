import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChatMessage } from '../shared/index.ts';
import { aDocument, MINATO, type TestCity, testCity } from '../testing/test-city.ts';
import { quiet } from '../testing/until.ts';

let city: TestCity;
const sent: string[] = [];

beforeAll(async () => {
  city = await testCity();
  city.suite.notifications.useMessenger({
    async send(reference: unknown, message: ChatMessage) {
      if (JSON.stringify(message).includes('approvals/approve')) sent.push((reference as { chat: string }).chat);
      return { activityId: `a${sent.length}` };
    },
    async update() {},
  });
  for (const name of ['subsection-head', 'section-head']) {
    const { entraObjectId } = city.as(name);
    const address = { conversationId: `c-${name}`, reference: { chat: name } };
    await city.suite.notifications.keepAddress({ municipalityId: MINATO, entraObjectId, ...address });
  }
});
afterAll(() => city.close());

describe('changes told late', () => {
  it('ask whoever has the case now, once, however many acts lie between', async () => {
    const { approvals, regulations } = city.suite;
    const drafter = city.as('drafter');
    const [first] = (await regulations.classifications(drafter, '')).items;
    const input = { title: '遅れて知らされる案件', proposalText: '', classificationCode: first?.code ?? '' };
    const draft = await approvals.draft(drafter, input, aDocument());
    const view = await approvals.submit(drafter, draft.id, draft.version);
    await approvals.act(city.as('subsection-head'), view.id, { act: 'approve', version: view.version });
    const changed = [{ caseId: view.id, version: view.version }];
    await city.suite.enqueue([{ task: 'approvals/show-cases', payload: { municipalityId: MINATO, changed } }]);
    await city.suite.startJobs();
    await quiet(city.test);
    expect(sent).toEqual(['section-head']);
  });
});
