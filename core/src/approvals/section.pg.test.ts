import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChatMessage } from '../shared/index.ts';
import { aDocument, importPosts, MINATO, POSTS, type TestCity, testCity } from '../testing/test-city.ts';
import { quiet as jobsDone } from '../testing/until.ts';
import type { ActInput, CaseView } from './contract.ts';
import { sectionMembers } from './section-members.ts';

// 財政課 with a 係 in it: its 係長, a clerk, and the 文書主任 of the section, who sits in the 係.
const OWN = POSTS.filter((line) => !/,(colleague|auditor),/.test(line));
const FINANCE = [
  'zaisei,財政課,SECTION,,zaisei-head,課長,SECTION_HEAD,1,other-section,1,,2026-04-01,',
  'zaisei-k,財政係,SUBSECTION,zaisei,zaisei-kakaricho,係長,SUBSECTION_HEAD,1,general-affairs-head,1,,2026-04-01,',
  'zaisei-k,財政係,SUBSECTION,zaisei,zaisei-shuji,主事,STAFF,0,colleague,0,,2026-04-01,',
  'zaisei-k,財政係,SUBSECTION,zaisei,zaisei-shunin,主任,STAFF,0,auditor,0,RECORDS_OFFICER,2026-04-01,',
];
let city: TestCity;
let code = '';
const told = new Map<string, string[]>();

beforeAll(async () => {
  city = await testCity();
  await importPosts(city.suite, MINATO, [...OWN, ...FINANCE]);
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
  for (const name of ['auditor', 'colleague', 'other-section']) {
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

const quiet = () => jobsDone(city.test);
const act = (name: string, { id }: CaseView, input: object) =>
  city.suite.approvals.read(city.as(name), id).then(({ version }) => {
    return city.suite.approvals.act(city.as(name), id, { ...input, version } as ActInput);
  });
async function submitted(title: string): Promise<CaseView> {
  const caller = city.as('drafter');
  const matter = { code: 'GOODS_PURCHASE', facts: { amountYen: 2_000_000 }, escalations: [] };
  const input = { title, proposalText: '', classificationCode: code, urgency: 'URGENT' as const };
  const draft = await city.suite.approvals.draft(
    caller,
    { ...input, matter: { ...matter, raiseTo: null, analogousTo: null } },
    aDocument(),
  );
  return city.suite.approvals.submit(caller, draft.id, draft.version);
}
/** Its way to 財政課. */
async function consulting(title: string): Promise<{ view: CaseView; slotId: string }> {
  const view = await submitted(title);
  let at = view;
  for (const name of ['subsection-head', 'section-head']) {
    if (at.holder?.duty === 'CONSULT') break;
    at = await act(name, view, { act: 'approve' });
  }
  return { view: at, slotId: at.route.find(({ toSection }) => toSection)?.id ?? '' };
}
const found = async (name: string, box: 'all' | 'consulted' | 'inbox', view: CaseView) =>
  (await city.suite.approvals.list(city.as(name), { box })).items.some(({ id }) => id === view.id);
const heard = (name: string, words: string) => (told.get(name) ?? []).filter((card) => card.includes(words));

describe('a section that is consulted', () => {
  it('A-09: its receivers find the case under すべて before anybody of it has acted, and before it has come to them', async () => {
    const view = await submitted('財政課にこれから来る案件');
    for (const name of ['other-section', 'auditor', 'general-affairs-head']) {
      expect([name, await found(name, 'all', view), await found(name, 'consulted', view)]).toEqual([name, true, true]);
    }
    expect(await found('auditor', 'inbox', view)).toBe(false);
    expect(await found('colleague', 'all', view)).toBe(false);
  });

  it('A-09: the 文書主任 and whoever leads a part of it receive for it, and it stays theirs to find afterwards', async () => {
    const { view, slotId } = await consulting('財政課に来た案件');
    const shown = await city.suite.approvals.read(city.as('general-affairs-head'), view.id);
    expect(shown.may.receive).toEqual([slotId]);
    const received = await act('auditor', view, { act: 'receive', slotId });
    expect(received.route.find(({ id }) => id === slotId)?.received?.by.name).toBe('見本 auditor');
    await act('other-section', view, { act: 'consent' });
    for (const name of ['auditor', 'general-affairs-head']) expect(await found(name, 'all', view)).toBe(true);
  });

  it('A-07: may have anybody answer who is in it or in a subsection of it, and nobody else', async () => {
    const { view, slotId } = await consulting('担当者を決める案件');
    const members = await city.test.db.singly(MINATO, async (tx) => {
      const seen = await city.suite.approvals.read(city.as('auditor'), view.id);
      return (await sectionMembers(city.suite.directory, tx, seen)).get(slotId) ?? [];
    });
    expect(members.map(({ name, postTitle }) => `${postTitle} ${name}`).sort()).toEqual([
      '主事 見本 colleague',
      '主任 見本 auditor',
      '係長 見本 general-affairs-head',
      '課長 見本 other-section',
    ]);
    const staffIdOf = async (name: string) => (await city.suite.directory.me(city.as(name))).staffId;
    const outside = { act: 'assign', slotId, staffId: await staffIdOf('department-head') };
    await expect(act('auditor', view, outside)).rejects.toMatchObject({ code: 'approvals.not_in_section' });
    const assigned = await act('auditor', view, { act: 'assign', slotId, staffId: await staffIdOf('colleague') });
    expect(assigned.route.find(({ id }) => id === slotId)?.assignee?.name).toBe('見本 colleague');
    const agreed = await act('colleague', view, { act: 'consent' });
    expect(agreed.route.find(({ id }) => id === slotId)?.status).toBe('CONSENTED');
  });

  it('O-05: the 文書主任 is told by a card when a case arrives at their 受付, once, and nobody else of the section', async () => {
    const { view } = await consulting('文書主任に届く案件');
    await quiet();
    expect(heard('auditor', '文書主任に届く案件')).toHaveLength(1);
    expect(heard('auditor', '文書主任に届く案件')[0]).toContain('合議の受付のお願い');
    expect(heard('colleague', '文書主任に届く案件')).toEqual([]);
    await act('drafter', view, { act: 'remind' });
    await quiet();
    expect(heard('auditor', '文書主任に届く案件')).toHaveLength(1);
  });

  it.each([
    ['廃案になる案件', false],
    ['直してから廃案になる案件', true],
  ])('A-19: is told of 廃案 with its reason, also when its answer was void by then: %s', async (title, changed) => {
    const { view } = await consulting(title);
    await act('other-section', view, { act: 'consent' });
    await quiet();
    if (changed) {
      await act('department-head', view, { act: 'sendBack', reason: '額を直すこと' });
      const { version } = await city.suite.approvals.read(city.as('drafter'), view.id);
      const edit = { version, proposalText: '額を直しました。' };
      const edited = await city.suite.approvals.edit(city.as('drafter'), view.id, edit);
      const again = await city.suite.approvals.submit(city.as('drafter'), view.id, edited.version);
      expect(again.route.find(({ toSection }) => toSection)?.status).toBe('WAITING');
    }
    const before = heard('other-section', title).length;
    await act('drafter', view, { act: 'abandon', reason: '補助金が付かなかったため' });
    await quiet();
    const told = heard('other-section', title);
    expect(told).toHaveLength(before + 1);
    expect(told.at(-1)).toContain('補助金が付かなかったため');
  });

  it('A-33, A-36: has the case again when whoever was named leaves it; nobody elsewhere keeps it', async () => {
    const { view, slotId } = await consulting('異動した担当者の案件');
    const { staffId } = await city.suite.directory.me(city.as('colleague'));
    await act('auditor', view, { act: 'assign', slotId, staffId });
    const moved = [
      ...FINANCE.filter((line) => !line.includes(',colleague,')),
      'somu,総務課,SECTION,,somu-shuji,主事,STAFF,0,colleague,0,,2026-04-01,',
    ];
    await importPosts(city.suite, MINATO, [...OWN, ...moved]);
    await quiet();
    const slot = (await city.suite.approvals.read(city.as('auditor'), view.id)).route.find(({ id }) => id === slotId);
    expect(slot).toMatchObject({ assignee: null, received: null, holders: [{ name: '見本 other-section' }] });
    const history = await city.suite.approvals.history(city.as('drafter'), view.id);
    expect(history.at(-1)).toMatchObject({ act: 'RELEASED', via: 'rules' });
    await expect(act('colleague', view, { act: 'consent' })).rejects.toMatchObject({ code: 'approvals.not_found' });
    await importPosts(city.suite, MINATO, [...OWN, ...moved]);
    await quiet();
    expect(await city.suite.approvals.history(city.as('drafter'), view.id)).toHaveLength(history.length);
    expect((await act('other-section', view, { act: 'consent' })).route.find(({ id }) => id === slotId)?.status).toBe(
      'CONSENTED',
    );
    const findings = [];
    for await (const one of city.suite.verify(MINATO)) findings.push(one);
    expect(findings).toEqual([]);
  });
});
