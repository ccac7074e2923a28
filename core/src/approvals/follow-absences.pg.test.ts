import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChatMessage } from '../shared/index.ts';
import { aDocument, MINATO, type TestCity, testCity } from '../testing/test-city.ts';
import { quiet as jobsDone, until } from '../testing/until.ts';

let city: TestCity;
let code = '';
/** What the deputy was sent, newest last. */
const chat: string[] = [];

beforeAll(async () => {
  city = await testCity();
  city.suite.notifications.useMessenger({
    async send(_reference: unknown, message: ChatMessage) {
      chat.push(JSON.stringify(message));
      return { activityId: `a${chat.length}` };
    },
    async update(_reference: unknown, _activityId: string, message: ChatMessage) {
      chat.push(JSON.stringify(message));
    },
  });
  await city.suite.startJobs();
  code = (await city.suite.regulations.classifications(city.as('drafter'), '')).items[0]?.code ?? '';
  const { entraObjectId } = city.as('subsection-head');
  const reference = { chat: 'subsection-head' };
  const address = { municipalityId: MINATO, entraObjectId, conversationId: 'c', reference };
  await city.suite.notifications.keepAddress(address);
});
afterAll(() => city.close());

async function atDecider(title: string, urgency: 'NORMAL' | 'URGENT'): Promise<void> {
  const caller = city.as('drafter');
  const input = { title, proposalText: '', classificationCode: code, urgency };
  const draft = await city.suite.approvals.draft(caller, input, aDocument());
  const { id, version } = await city.suite.approvals.submit(caller, draft.id, draft.version);
  await city.suite.approvals.act(city.as('subsection-head'), id, { act: 'approve', version });
}

/** Every fact told and every job done: what follows is because of what comes next. */
const quiet = () => jobsDone(city.test);
const offered = (title: string) =>
  chat.filter((card) => card.includes(title) && card.includes('approvals/deputy-decide'));

describe('a holder who is away from now', () => {
  it('A-11, A-41: leaves what is urgent to the deputy, whose card comes by itself, and what comes later too', async () => {
    await atDecider('急ぎの案件', 'URGENT');
    await atDecider('ふつうの案件', 'NORMAL');
    await quiet();
    await city.suite.absences.record(city.as('section-head'), {
      from: new Date(Date.now() - 60_000).toISOString(),
      until: new Date(Date.now() + 86_400_000).toISOString(),
      note: '出張',
    });
    await until(() => offered('急ぎの案件').length > 0);
    expect(offered('急ぎの案件')[0]).toContain('【至急】決裁者が不在のため');
    expect(offered('ふつうの案件')).toEqual([]);
    await atDecider('あとから来た案件', 'NORMAL');
    await until(() => offered('あとから来た案件').length > 0);
  });
});
