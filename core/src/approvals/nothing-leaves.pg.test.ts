import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { strToU8 } from 'fflate';
import type { Note } from '../notifications/other-way.ts';
import type { TakenFact } from '../platform/index.ts';
import type { ChatMessage } from '../shared/index.ts';
import { aDocument, MINATO, type TestCity, testCity } from '../testing/test-city.ts';
import { quiet, until } from '../testing/until.ts';
import type { ActInput, CaseView, Confidentiality, DraftCaseInput } from './contract.ts';

// Everything that a person says of the case holds this word; people and units are hidden too.
const SECRET = 'ひみつ';
const HIDDEN = [SECRET, '見本 ', '政策', '.docx', '.txt'];
const PEOPLE = [
  'drafter',
  'colleague',
  'subsection-head',
  'section-head',
  'department-head',
  'general-affairs-head',
  'other-section',
  'auditor',
];

let now = new Date('2026-11-24T10:00:00+09:00');
let city: TestCity;
let code = '';
/** What was said outside of the tab: to whom, by what, and the words. */
const said: { by: string; words: string }[] = [];
const facts: TakenFact[] = [];

beforeAll(async () => {
  city = await testCity({ clock: { now: () => now } });
  const chat = (message: ChatMessage) => said.push({ by: 'chat', words: JSON.stringify(message) });
  city.suite.notifications.useMessenger({
    async send(_reference: unknown, message: ChatMessage) {
      return { activityId: `a${chat(message)}` };
    },
    async update(_reference: unknown, _activityId: string, message: ChatMessage) {
      chat(message);
    },
  });
  const otherWay = (by: 'FEED' | 'MAIL') => ({
    by,
    send: async (note: Note) => void said.push({ by, words: JSON.stringify(note) }),
  });
  city.suite.notifications.useOtherWays([otherWay('MAIL')]);
  city.suite.onChange((fact) => facts.push(fact));
  await city.suite.startJobs();
  code = (await city.suite.regulations.classifications(city.as('drafter'), '')).items[0]?.code ?? '';
  for (const name of PEOPLE.filter((one) => one !== 'department-head')) {
    const { entraObjectId } = city.as(name);
    const address = { municipalityId: MINATO, entraObjectId, conversationId: `c-${name}`, reference: { chat: name } };
    await city.suite.notifications.keepAddress(address);
  }
});
afterAll(() => city.close());

const act = (name: string, view: CaseView, what: Record<string, unknown>) =>
  city.suite.approvals.act(city.as(name), view.id, { ...what, version: view.version } as ActInput);
const submit = ({ id, version }: CaseView) => city.suite.approvals.submit(city.as('drafter'), id, version);

async function drafted(confidentiality: Confidentiality): Promise<CaseView> {
  const input: DraftCaseInput = {
    title: `${SECRET}の人事 ${confidentiality}`,
    proposalText: `${SECRET}の伺い`,
    classificationCode: code,
    legalBasis: `${SECRET}規程`,
    confidentiality,
    disclosure: { kind: 'CLOSED', reason: `${SECRET}の理由` },
    effectiveOn: '2027-04-01',
    retroactiveReason: `${SECRET}の施行`,
  };
  const document = { ...aDocument(`${SECRET}の本文`), fileName: `${SECRET}.docx` };
  const { id, version } = await city.suite.approvals.draft(city.as('drafter'), input, document);
  const file = { fileName: `${SECRET}名簿.txt`, bytes: strToU8(SECRET) };
  return city.suite.approvals.attach(city.as('drafter'), { caseId: id, version, replaces: null, file });
}

/** Asked, answered, sent back, mended, approved, reminded, decided by a deputy, reviewed, circulated. */
async function wholeLife(confidentiality: Confidentiality): Promise<CaseView> {
  const asked = await act('subsection-head', await submit(await drafted(confidentiality)), {
    act: 'ask',
    text: `${SECRET}か`,
  });
  const questionId = asked.questions[0]?.id;
  const answered = await act('drafter', asked, { act: 'answer', questionId, text: `${SECRET}です` });
  const back = await act('subsection-head', answered, { act: 'sendBack', reason: `${SECRET}を直す` });
  const mended = await city.suite.approvals.edit(city.as('drafter'), back.id, {
    version: back.version,
    proposalText: `${SECRET}の直し`,
  });
  const reviewed = await act('subsection-head', await submit(mended), { act: 'approve', comment: `${SECRET}可` });
  await quiet(city.test);
  const reminded = await act('drafter', reviewed, { act: 'remind', comment: `${SECRET}急ぐ` });
  const absent = {
    from: new Date(now.getTime() - 60_000).toISOString(),
    until: new Date(now.getTime() + 86_400_000).toISOString(),
    note: '出張',
  };
  const { id } = await city.suite.absences.record(city.as('section-head'), absent);
  await quiet(city.test);
  const slotId = reminded.holder?.slotId;
  const decided = await act('subsection-head', reminded, { act: 'deputyDecide', slotId, comment: `${SECRET}代決` });
  await city.suite.absences.cancel(city.as('section-head'), id);
  const obligationId = decided.obligations[0]?.id;
  const seen = await act('section-head', decided, { act: 'confirmPostReview', obligationId, comment: `${SECRET}後閲` });
  const { staffId } = await city.suite.directory.me(city.as('other-section'));
  return act('drafter', seen, {
    act: 'circulate',
    staffIds: [staffId],
    postIds: [],
    unitIds: [],
    comment: `${SECRET}供覧`,
  });
}

/** Every word and every button, by everybody. */
async function everythingAsked(view: CaseView): Promise<void> {
  for (const name of PEOPLE) {
    for (const { words, handle } of city.suite.commands) {
      if (!words.some((word) => ['受信箱', '今どこ', '催促', '代理'].includes(word))) continue;
      for (const query of ['', SECRET]) {
        const answers = await handle(city.as(name, { via: 'teams' }), query);
        // What they typed themselves may be said back to them.
        said.push({ by: 'command', words: JSON.stringify(answers).replaceAll(`「${SECRET}」`, '') });
      }
    }
    for (const version of [1, view.version]) {
      for (const action of city.suite.actions) {
        const data = { caseId: view.id, version };
        const pressed = action.data.safeParse(data);
        if (!pressed.success || !action.verb.startsWith('approvals/')) continue;
        const answer = await action
          .handle(city.as(name, { via: 'teams' }), pressed.data)
          .catch((error: { code: string; params: unknown }) => ({ code: error.code, params: error.params }));
        said.push({ by: action.verb, words: JSON.stringify(answer) });
      }
    }
  }
}
const leaks = () => said.filter(({ words }) => HIDDEN.some((word) => words.includes(word)));
const about = ({ id }: CaseView) => said.filter(({ words }) => words.includes(id));

describe('A-26: nothing above 機密性 2 leaves the tab', () => {
  it.each(['C3A', 'C3B', 'C3C'] as const)(
    'A-26: %s: cards, words and buttons in the chat say a number and a link',
    async (confidentiality) => {
      said.length = 0;
      const view = await wholeLife(confidentiality);
      await quiet(city.test);
      expect(about(view).length).toBeGreaterThan(5);
      await everythingAsked(await city.suite.approvals.read(city.as('drafter'), view.id));
      await quiet(city.test);
      expect(leaks()).toEqual([]);
      const cards = said.filter(({ words }) => words.includes(`https://kaigi.example/cases/${view.id}`));
      expect(cards.some(({ words }) => words.includes(view.documentNumber?.label ?? '-'))).toBe(true);
      for (const link of ['reading-pack', 'certificate', 'attachments', '/api/']) {
        expect(said.filter(({ words }) => words.includes(link))).toEqual([]);
      }
    },
  );

  it('A-26: the same life at 機密性 2 is told in words, so that the silence above is no accident', async () => {
    said.length = 0;
    await wholeLife('C2');
    await quiet(city.test);
    expect(leaks().length).toBeGreaterThan(5);
  });

  it('A-26: raised above 2 after a card was sent: the card falls silent, and a press of the old one says no more', async () => {
    const open = await submit(await drafted('C2'));
    const back = await act('subsection-head', open, { act: 'sendBack', reason: '機密性を上げる' });
    await quiet(city.test);
    said.length = 0;
    const raised = await city.suite.approvals.edit(city.as('drafter'), back.id, {
      version: back.version,
      confidentiality: 'C3B',
    });
    const view = await submit(raised);
    await quiet(city.test);
    expect(about(view).length).toBeGreaterThan(1);
    await everythingAsked(view);
    // Lists name other cases too: what they say of this one is seen above.
    const ofThisOne = leaks().filter(({ by, words }) => by !== 'command' && words.includes(view.id));
    expect(ofThisOne).toEqual([]);
  });

  it('A-26: reminders by the ladder say only that it waits, to holder, superior, records and drafter', async () => {
    await submit(await drafted('C3A'));
    await quiet(city.test);
    said.length = 0;
    for (const day of ['2026-11-27', '2026-12-01', '2026-12-07']) {
      now = new Date(`${day}T00:00:00Z`);
      await city.suite.enqueue([{ task: 'approvals/remind-everywhere', payload: {} }]);
      await quiet(city.test);
    }
    const masked = said.filter(({ words }) => words.includes('機密性3の案件が'));
    expect(masked.length).toBeGreaterThan(2);
    for (const { words } of masked) for (const hidden of HIDDEN) expect(words).not.toContain(hidden);
  });

  it('A-26: open pages are told an id and a version, and so is every process', () => {
    const ours = facts.filter(({ topic }) => topic === 'approvals/case-changed');
    expect(ours.length).toBeGreaterThan(10);
    for (const { payload } of ours) expect(Object.keys(payload).toSorted()).toEqual(['audience', 'caseId', 'version']);
    expect(JSON.stringify(facts)).not.toContain(SECRET);
  });

  it('A-26: a digest, an activity and a mail name no title', async () => {
    now = new Date('2026-12-09T10:00:00+09:00');
    const mailed = (await city.suite.directory.me(city.as('department-head'))).staffId;
    const gathered = (await city.suite.directory.me(city.as('subsection-head'))).staffId;
    await city.suite.notifications.wishes.choose(city.as('subsection-head'), { normal: 'DIGEST', quietHours: true });
    for (let nr = 0; nr < 2; nr += 1) {
      const view = await submit(await drafted('C3A'));
      const readers = { staffIds: [mailed], postIds: [], unitIds: [], comment: SECRET };
      await act('drafter', view, { act: 'circulate', ...readers });
    }
    const held = 'select count(*)::int as n from kaigi.notifications_held where staff_id = any($1::uuid[])';
    await until(async () => (await city.test.owner.query(held, [[mailed, gathered]])).rows[0].n >= 4);
    said.length = 0;
    now = new Date('2026-12-10T13:00:00+09:00');
    for (const staffId of [mailed, gathered]) {
      await city.suite.enqueue([{ task: 'notifications/digest', payload: { municipalityId: MINATO, staffId } }]);
    }
    await until(() => said.some(({ by }) => by === 'MAIL') && said.some(({ by }) => by === 'chat'));
    const told = said.filter(({ words }) => words.includes('機密性3の案件'));
    expect(new Set(told.map(({ by }) => by))).toEqual(new Set(['MAIL', 'chat']));
    expect(leaks()).toEqual([]);
  });

  it('A-26: who prepares a reorganisation reads no title of a case in which they have no part', async () => {
    const { casesUnderWay } = await import('./index.ts');
    const cases = await city.test.db.singly(MINATO, casesUnderWay);
    expect(cases.some(({ label }) => label === '（機密性3の案件）')).toBe(true);
    expect(cases.filter(({ label }) => label.includes(SECRET) && label.includes('C3'))).toEqual([]);
  });
});
