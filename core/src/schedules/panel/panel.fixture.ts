import type { ActInput, CaseView } from '../../approvals/contract.ts';
import { aDocument, importPosts, MINATO, POSTS, type TestCity, testCity } from '../../testing/test-city.ts';
import { quiet } from '../../testing/until.ts';

const EXECUTIVES = [
  'hisho,秘書課,SECTION,,hisho-shusa,主査,STAFF,0,secretary,0,SECRETARY,2026-04-01,',
  'shicho,市長,OFFICE,,shicho,市長,MAYOR,1,mayor,0,,2026-04-01,',
];

/** A city hall with a mayor and 秘書課. */
export async function cityWithMayor(now: () => Date): Promise<TestCity> {
  const city = await testCity({ clock: { now } });
  const lines = [...POSTS, ...EXECUTIVES];
  const nothing = { department: null, jobTitle: null, managerObjectId: null, enabled: true };
  const people = lines.map((line) => {
    const signInName = line.split(',')[8] ?? '';
    return { ...nothing, signInName, name: `見本 ${signInName}`, entraObjectId: city.as(signInName).entraObjectId };
  });
  await city.suite.directory.importPeople(MINATO, people);
  await importPosts(city.suite, MINATO, lines);
  return city;
}

/** Cases of 政策課 on their way: 係長, then 課長 who decides. */
export function casesIn({ suite, as }: TestCity) {
  const drafted = async (more: object): Promise<CaseView> => {
    const { items } = await suite.regulations.classifications(as('drafter'), '物品');
    const said = {
      title: '庁用車の購入について',
      proposalText: '伺います。',
      classificationCode: items[0]?.code ?? '',
    };
    return suite.approvals.draft(as('drafter'), { ...said, ...more }, aDocument());
  };
  return {
    /** With 合議 of whoever holds the first post of this person. */
    async consulting(name: string): Promise<CaseView> {
      const draft = await drafted({});
      const [post] = (await suite.directory.me(as(name))).posts;
      const adds = [{ duty: 'CONSULT', postId: post?.postId, unitId: null, reason: '契約書の確認のため' }];
      const act = { act: 'editRoute', wish: { adds, removes: [], skips: [] }, version: draft.version } as ActInput;
      const { id, version } = await suite.approvals.act(as('drafter'), draft.id, act);
      return suite.approvals.submit(as('drafter'), id, version);
    },
    async submitted(more: object = {}): Promise<CaseView> {
      const draft = await drafted(more);
      return suite.approvals.submit(as('drafter'), draft.id, draft.version);
    },
    async act(name: string, caseId: string, act: object): Promise<CaseView> {
      const { version } = await suite.approvals.read(as(name), caseId);
      return suite.approvals.act(as(name), caseId, { ...act, version } as ActInput);
    },
  };
}

/** The chats of these people, with the jobs that tell them; of what they were sent, whom it reached. */
export async function chatsIn({ suite, as, test }: TestCity, names: readonly string[]) {
  const sent: [chat: string, message: string][] = [];
  suite.notifications.useMessenger({
    async send(reference, message) {
      sent.push([(reference as { chat: string }).chat, JSON.stringify(message)]);
      return { activityId: `a${sent.length}` };
    },
    async update() {},
  });
  await suite.startJobs();
  for (const name of names) {
    const { entraObjectId } = as(name);
    const address = { municipalityId: MINATO, entraObjectId, conversationId: name, reference: { chat: name } };
    await suite.notifications.keepAddress(address);
  }
  return {
    sent,
    /** Who was told these words, as often as they were. */
    async told(words: string): Promise<string[]> {
      await quiet(test);
      return sent.flatMap(([chat, message]) => (message.includes(words) ? [chat] : [])).toSorted();
    },
  };
}
