import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseView } from '../approvals/contract.ts';
import type { ChatMessage, Locale } from '../shared/index.ts';
import { aDocument, MINATO, type TestCity, testCity } from '../testing/test-city.ts';
import { until } from '../testing/until.ts';
import { DeliveryError, type Messenger } from './index.ts';

/** A chat client that remembers what is shown in each chat; it can be told to fail. */
class Chats implements Messenger {
  readonly shown = new Map<string, Map<string, ChatMessage>>();
  failing: { chat: string; error: DeliveryError } | null = null;
  /** The next message with this in it fails, once. */
  stumblesAt: string | null = null;
  sent = 0;

  private chatOf(reference: unknown): Map<string, ChatMessage> {
    const chat = String((reference as { chat: string }).chat);
    if (this.failing?.chat === chat) throw this.failing.error;
    const found = this.shown.get(chat) ?? new Map();
    this.shown.set(chat, found);
    return found;
  }

  async send(reference: unknown, message: ChatMessage) {
    const chat = this.chatOf(reference);
    if (this.stumblesAt !== null && JSON.stringify(message).includes(this.stumblesAt)) {
      this.stumblesAt = null;
      throw new RangeError('stumbled');
    }
    this.sent += 1;
    const activityId = `a${this.sent}`;
    chat.set(activityId, message);
    return { activityId };
  }

  async update(reference: unknown, activityId: string, message: ChatMessage) {
    const chat = this.chatOf(reference);
    if (!chat.has(activityId)) throw new DeliveryError('gone');
    chat.set(activityId, message);
  }

  in(chat: string): string[] {
    return [...(this.shown.get(chat)?.values() ?? [])].map((message) => JSON.stringify(message));
  }
}

let city: TestCity;
let chats: Chats;
let code = '';

beforeAll(async () => {
  city = await testCity();
  chats = new Chats();
  city.suite.notifications.useMessenger(chats);
  await city.suite.startJobs();
  code = (await city.suite.regulations.classifications(city.as('drafter'), '')).items[0]?.code ?? '';
});
afterAll(() => city.close());

const keep = (name: string, chat = name, locale: Locale = 'ja') =>
  city.suite.notifications.keepAddress({
    municipalityId: MINATO,
    entraObjectId: city.as(name).entraObjectId,
    conversationId: `c-${chat}`,
    reference: { chat },
    locale,
  });
const submitted = async (title: string): Promise<CaseView> => {
  const caller = city.as('drafter');
  const draft = await city.suite.approvals.draft(
    caller,
    { title, proposalText: '', classificationCode: code },
    aDocument(),
  );
  return city.suite.approvals.submit(caller, draft.id, draft.version);
};
const approve = (name: string, view: CaseView) =>
  city.suite.approvals.act(city.as(name), view.id, { act: 'approve', version: view.version });
const of = (chat: string, title: string) => chats.in(chat).filter((message) => message.includes(title));

describe('cards in chats', () => {
  it('are in the language of the chat, and follow it when the person changes it', async () => {
    const view = await submitted('言語を選ぶ案件');
    await keep('subsection-head', 'subsection-head-en', 'en');
    await until(() => of('subsection-head-en', '言語を選ぶ案件').length === 1);
    expect(of('subsection-head-en', '言語を選ぶ案件')[0]).toContain('"lang":"en"');
    await keep('subsection-head', 'subsection-head-en', 'ja');
    await approve('subsection-head', view);
    await until(() => of('subsection-head-en', '言語を選ぶ案件')[0]?.includes('"lang":"ja"') === true);
    const { entraObjectId } = city.as('subsection-head');
    const conversationId = 'c-subsection-head-en';
    await city.suite.notifications.dropAddress({ municipalityId: MINATO, entraObjectId, conversationId });
  });

  it('arrive by themselves, once, and every copy follows the case', async () => {
    await keep('subsection-head');
    await keep('section-head');
    const view = await submitted('届くカード');
    await until(() => of('subsection-head', '届くカード').some((card) => card.includes('approvals/approve')));
    await approve('subsection-head', view);
    await until(() => of('section-head', '届くカード').some((card) => card.includes('approvals/approve')));
    await until(() => of('subsection-head', '届くカード').every((card) => !card.includes('approvals/approve')));
    expect(of('subsection-head', '届くカード')).toHaveLength(1);
    expect(of('section-head', '届くカード')).toHaveLength(1);
  });

  it('reach a chat that becomes reachable only later, also a second one of the same person', async () => {
    await city.suite.notifications.dropAddress({
      municipalityId: MINATO,
      entraObjectId: city.as('subsection-head').entraObjectId,
      conversationId: 'c-subsection-head',
    });
    await submitted('あとから届くカード');
    await keep('subsection-head', 'second');
    await until(() => of('second', 'あとから届くカード').length > 0);
    await keep('subsection-head');
    await until(() => of('subsection-head', 'あとから届くカード').length > 0);
    expect(of('second', 'あとから届くカード')).toHaveLength(1);
  });

  it('go on to other chats when one cannot be reached, and to that one when it can', async () => {
    chats.failing = { chat: 'second', error: new DeliveryError('try-later', 1) };
    await submitted('混み合うカード');
    await until(() => of('subsection-head', '混み合うカード').length > 0);
    expect(of('second', '混み合うカード')).toHaveLength(0);
    chats.failing = null;
    await until(() => of('second', '混み合うカード').length > 0);
    expect(of('subsection-head', '混み合うカード')).toHaveLength(1);
  });

  it('arrive once each when many come at the same moment, and one that fails keeps no other', async () => {
    const titles = Array.from({ length: 12 }, (_, n) => `まとまるカード ${String(n).padStart(2, '0')} 番`);
    chats.stumblesAt = titles[4] ?? '';
    await Promise.all(titles.map(submitted));
    await until(() => titles.every((title) => of('subsection-head', title).length > 0));
    expect(titles.map((title) => of('subsection-head', title).length)).toEqual(titles.map(() => 1));
    expect(chats.stumblesAt).toBeNull();
  });

  it('stop where the person has blocked the app', async () => {
    chats.failing = { chat: 'second', error: new DeliveryError('blocked') };
    await submitted('塞がれたカード');
    await until(() => of('subsection-head', '塞がれたカード').length > 0);
    const state = async () =>
      (await city.test.owner.query("select state from kaigi.notifications_address where conversation_id = 'c-second'"))
        .rows[0].state;
    while ((await state()) !== 'BLOCKED') await new Promise((resolve) => setTimeout(resolve, 20));
    chats.failing = null;
  });

  it('are sent anew when only the old message is gone, and the chat is kept', async () => {
    const view = await submitted('消された古いカード');
    await until(() => of('subsection-head', '消された古いカード').length > 0);
    chats.shown.get('subsection-head')?.clear();
    const back = await city.suite.approvals.act(city.as('subsection-head'), view.id, {
      act: 'sendBack',
      version: view.version,
      reason: '直してください',
    });
    await city.suite.approvals.submit(city.as('drafter'), back.id, back.version);
    await until(() => of('subsection-head', '消された古いカード').some((card) => card.includes('approvals/approve')));
  });

  it('are sent anew to whoever types 受信箱, and both copies follow', async () => {
    const view = await submitted('もう一度出すカード');
    await until(() => of('subsection-head', 'もう一度出すカード').length === 1);
    const inbox = city.suite.commands.find((one) => one.words.includes('受信箱'));
    await inbox?.handle(city.as('subsection-head'), '');
    await until(() => of('subsection-head', 'もう一度出すカード').length === 2);
    await approve('subsection-head', view);
    await until(() => of('subsection-head', 'もう一度出すカード').every((card) => !card.includes('approvals/approve')));
  });

  it('tells open pages who have to do with the case, and only them', async () => {
    const heard: { caseId: unknown; version: unknown; audience: readonly string[] }[] = [];
    const stop = city.suite.onChange((fact) => {
      heard.push({
        caseId: fact.payload.caseId,
        version: fact.payload.version,
        audience: fact.payload.audience as readonly string[],
      });
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const view = await submitted('画面に伝わる案件');
    const submission = () => heard.find((one) => one.caseId === view.id && one.version === view.version);
    await until(() => submission() !== undefined);
    stop();
    const staff = async (name: string) => (await city.suite.directory.me(city.as(name))).staffId;
    const audience = submission()?.audience ?? [];
    expect(audience).toEqual(expect.arrayContaining([await staff('drafter'), await staff('subsection-head')]));
    expect(audience).not.toContain(await staff('other-section'));
  });
});
