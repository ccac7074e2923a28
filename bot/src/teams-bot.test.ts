import { describe, expect, it } from '@jest/globals';
import type { ChatMessage } from '@kaigi/core/shared';
import { type Activity, type ResourceResponse, TestAdapter, type TurnContext } from 'botbuilder';
import type { Messenger } from './messenger.ts';
import { answerInvoke, runTurn, type TurnOutcome } from './teams-bot.ts';
import { recordingLog } from './testing/recording-log.ts';
import { smallSuite } from './testing/small-suite.ts';

const TENANT = '6d696e61-746f-4000-8000-000000000001';
const PERSON = '00000000-0000-4000-8000-000000000001';
const CASE = '00000000-0000-4000-8000-0000000000c1';
const inboxUrl = 'https://teams.microsoft.com/l/entity/app/inbox';

type Sent = { readonly to: string; readonly update: string | null; readonly message: ChatMessage };

function recordingMessenger(): Messenger & { readonly sent: Sent[] } {
  const sent: Sent[] = [];
  const to = (reference: unknown) => (reference as { conversation: { id: string } }).conversation.id;
  return {
    sent,
    send: async (reference, message) => {
      sent.push({ to: to(reference), update: null, message });
      return { activityId: 'new' };
    },
    update: async (reference, activityId, message) => {
      sent.push({ to: to(reference), update: activityId, message });
    },
  };
}

function tooManyRequests(retryAfter: string): Error {
  const response = { bodyAsText: '{}', headers: new Map([['retry-after', retryAfter]]) };
  return Object.assign(new Error('refused'), { statusCode: 429, code: 'TooManyRequests', response });
}

/** A channel that refuses the first so many messages. */
class BusyAdapter extends TestAdapter {
  readonly refusals: Error[] = [];

  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const refusal = this.refusals.shift();
    if (refusal) throw refusal;
    return super.sendActivities(context, activities);
  }
}

function world({ timeMs = 5_000 } = {}) {
  const suite = smallSuite();
  const log = recordingLog();
  const messenger = recordingMessenger();
  const later: Promise<unknown>[] = [];
  const outcomes: TurnOutcome[] = [];
  const parts = {
    suite,
    messenger,
    log,
    limits: { inboxUrl, log },
    goOn: (work: Promise<unknown>) => void later.push(work),
  };
  const settings = () => ({ door: 'channel', answerBy: performance.now() + timeMs }) as const;
  const adapter = new BusyAdapter(async (context) => {
    outcomes.push(await runTurn(context, parts, settings()));
  });
  const invoke = async (activity: Activity): Promise<Partial<Activity>[]> => {
    const { response, outcome } = await answerInvoke(activity, parts, settings());
    outcomes.push(outcome);
    return [{ type: 'invokeResponse', value: response }];
  };
  const say = async (activity: object): Promise<Partial<Activity>[]> => {
    const whole = {
      channelId: 'msteams',
      serviceUrl: 'https://smba.trafficmanager.net/jp/',
      locale: 'ja-JP',
      from: { id: '29:1', name: '佐藤', aadObjectId: PERSON },
      recipient: { id: '28:bot', name: '回議' },
      conversation: { id: 'a:1', conversationType: 'personal', tenantId: TENANT },
      ...activity,
    };
    if ('type' in activity && activity.type === 'invoke') return invoke(whole as unknown as Activity);
    adapter.activeQueue.length = 0;
    await adapter.processActivity(whole as Partial<Activity>);
    return adapter.activeQueue.splice(0);
  };
  const press = async (verb: string, data: unknown, over: object = {}, trigger = 'manual') => {
    const value = { action: { type: 'Action.Execute', verb, data }, trigger };
    const [response] = await say({ type: 'invoke', name: 'adaptiveCard/action', replyToId: 'm1', value, ...over });
    expect(response?.value.status).toBe(200);
    return response?.value.body as { statusCode: number; type: string; value: unknown };
  };
  const type = async (text: string | undefined, over: object = {}) =>
    (await say({ type: 'message', text, ...over })).map((reply) => reply.text ?? reply.summary ?? '');
  const settled = async () => void (await Promise.all(later));
  const busy = (times: number, retryAfter = '0') => {
    adapter.refusals.push(...Array.from({ length: times }, () => tooManyRequests(retryAfter)));
  };
  return { suite, log, messenger, outcomes, say, press, type, settled, busy };
}

const MESSAGE = 'application/vnd.microsoft.activity.message';

describe('a pressed card', () => {
  it('becomes the card that the action answers with', async () => {
    const { press, suite, outcomes } = world();
    const body = await press('test/approve', { caseId: CASE, version: 3 });
    expect(body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
    expect(JSON.stringify(body.value)).toContain('承認しました');
    expect(suite.calls).toEqual([
      {
        verb: 'test/approve',
        data: { caseId: CASE, version: 3 },
        caller: { municipalityId: TENANT, entraObjectId: PERSON, via: 'teams', locale: 'ja', idempotencyKey: null },
      },
    ]);
    expect(outcomes).toEqual([{ kind: 'card-action', name: 'test/approve', result: 'answered', code: null }]);
  });

  it('acts for the one who pressed, whatever the card says', async () => {
    const { press, suite } = world();
    await press('test/refuse', {
      caller: { entraObjectId: 'mayor' },
      from: { aadObjectId: CASE },
      entraObjectId: CASE,
    });
    expect(suite.calls[0]?.caller.entraObjectId).toBe(PERSON);
    expect(suite.calls[0]?.data).toEqual({});
  });

  it('whose data was changed by hand is refused by the schema, and nothing runs', async () => {
    const { press, suite, outcomes } = world();
    for (const data of [
      { caseId: 'x', version: 1 },
      { caseId: CASE, version: '1' },
      { caseId: CASE, version: 1, as: 'mayor' },
      {},
    ]) {
      const body = await press('test/approve', data);
      expect(body).toMatchObject({ statusCode: 200, type: MESSAGE });
      expect(body.value).toContain('カードの内容を読み取れませんでした');
    }
    expect(suite.calls).toEqual([]);
    expect(outcomes[0]).toMatchObject({ result: 'refused', code: 'bot.unreadable_card' });
  });

  it('with a character that cannot be stored is refused before anything runs', async () => {
    const { press, suite, outcomes } = world();
    for (const reason of ['戻\u0000す', '\ud83d']) await press('test/send-back', { caseId: CASE, reason });
    expect(suite.calls).toEqual([]);
    expect(outcomes.map(({ code }) => code)).toEqual(['bot.unreadable_card', 'bot.unreadable_card']);
  });

  it('tells what is missing when the schema names the sentence', async () => {
    const { press } = world();
    const body = await press('test/send-back', { caseId: CASE, reason: '　' });
    expect(body).toEqual({ statusCode: 200, type: MESSAGE, value: '差戻しの理由を書いてください。' });
  });

  it('tells the limit, too, when what was typed is too long', async () => {
    const { press } = world();
    const body = await press('test/send-back', { caseId: CASE, reason: 'あ'.repeat(21) });
    expect(body.value).toBe('理由は20文字までです。');
  });

  it('with an unknown verb is answered politely, in the language of the reader', async () => {
    const { press, outcomes } = world();
    expect((await press('test/nothing', {})).value).toContain('このボタンはもう使えません');
    expect((await press('test/nothing', {}, { locale: 'en-GB' })).value).toContain('This button no longer works');
    expect(outcomes[0]).toEqual({
      kind: 'card-action',
      name: 'unknown',
      result: 'refused',
      code: 'bot.unknown_action',
    });
  });

  it('says why it was refused, or at least the code', async () => {
    const { press } = world();
    expect((await press('test/refuse', {})).value).toBe('いま課長の番ではありません。');
    expect((await press('test/untold', {})).value).toContain('test.without_sentence');
  });

  it('by somebody who cannot be identified changes nothing', async () => {
    const { press, suite } = world();
    const body = await press('test/approve', { caseId: CASE, version: 1 }, { from: { id: '29:1' } });
    expect(body.value).toContain('どなたか確かめられませんでした');
    const torn = { channelData: { tenant: { id: '79616d61-746f-4000-8000-000000000002' } } };
    expect((await press('test/approve', { caseId: CASE, version: 1 }, torn)).value).toContain('どなたか');
    expect(suite.calls).toEqual([]);
  });
});

describe('the answer to a pressed card', () => {
  it('shows an id instead of what went wrong inside', async () => {
    const { press, log } = world();
    const { value } = await press('test/fail', {});
    const id = /（([0-9a-f-]{36})）/.exec(String(value))?.[1];
    expect(value).toContain('うまくいきませんでした');
    expect(value).not.toContain('secret');
    expect(log.lines).toEqual([
      {
        level: 'error',
        message: 'bot: failed',
        fields: { errorId: id, what: 'test/fail', err: expect.any(TypeError) },
      },
    ]);
  });

  it('is never a card over 28 KB', async () => {
    const { press, log } = world();
    const body = await press('test/huge', {});
    expect(body.type).toBe(MESSAGE);
    expect(body.value).toContain(inboxUrl);
    expect(log.lines[0]?.message).toBe('bot: a card was too large to send');
  });

  it('shows nothing of the case in a group', async () => {
    const { press, suite } = world();
    const conversation = { id: 'g', conversationType: 'groupChat', isGroup: true, tenantId: TENANT };
    expect((await press('test/approve', { caseId: CASE, version: 1 }, { conversation })).value).toContain(
      '個人チャット',
    );
    expect(suite.calls).toEqual([]);
  });

  it('is no sentence popping up when the card refreshed by itself', async () => {
    const { press } = world();
    expect(await press('test/refuse', {}, {}, 'automatic')).toMatchObject({
      statusCode: 403,
      type: 'application/vnd.microsoft.error',
      value: { code: 'test.not_the_holder' },
    });
  });

  it('comes in time when the work is slow, and the card follows', async () => {
    const { press, suite, messenger, settled, outcomes } = world({ timeMs: 20 });
    expect((await press('test/slow', {})).value).toBe('処理しています。カードはまもなく更新されます。');
    expect(outcomes[0]).toMatchObject({ result: 'late' });
    expect(messenger.sent).toEqual([]);
    suite.finishSlow();
    await settled();
    expect(messenger.sent).toMatchObject([{ to: 'a:1', update: 'm1', message: { kind: 'card' } }]);
  });

  it('is a refusal when the press cannot be read or is another invoke', async () => {
    const { say, suite } = world();
    const [bad] = await say({ type: 'invoke', name: 'adaptiveCard/action', value: { action: 7 } });
    expect(bad?.value.body.value).toContain('読み取れませんでした');
    const [other] = await say({ type: 'invoke', name: 'task/fetch', value: {} });
    expect(other?.value).toEqual({ status: 501 });
    expect(suite.calls).toEqual([]);
  });
});

describe('a typed message', () => {
  it('calls the command and answers with texts and cards', async () => {
    const { say, type } = world();
    const replies = await say({ type: 'message', text: ' 受信箱 ' });
    expect(replies[0]).toMatchObject({ text: '1 件あります。', textFormat: 'plain' });
    expect(replies[1]).toMatchObject({ summary: '予算案', attachments: [{ content: { type: 'AdaptiveCard' } }] });
    expect(await type('今どこ　予算案')).toEqual(['「予算案」は課長にあります。']);
  });

  it('that nobody understands is answered with 使い方', async () => {
    const { type, outcomes } = world();
    const [help] = await type('使い方');
    expect(help).toContain('・今どこ ○○：案件が誰のところにあるか');
    const [unknown] = await type('こんにちは');
    expect(unknown).toBe(`入力された言葉の意味が分かりませんでした。<br/><br/>${help}`);
    expect(await type(undefined)).toEqual([help]);
    expect(outcomes.map(({ code }) => code)).toEqual([null, 'bot.not_understood', null]);
  });

  it('keeps where the person can be reached', async () => {
    const { type, suite, settled } = world();
    await type('受信箱');
    await settled();
    expect(suite.kept).toMatchObject([
      {
        municipalityId: TENANT,
        entraObjectId: PERSON,
        conversationId: 'a:1',
        reference: { bot: { id: '28:bot' } },
        locale: 'ja',
      },
    ]);
  });

  it('in a group is sent to the personal chat, and the group is not kept', async () => {
    const { type, suite, settled } = world();
    const conversation = { id: 'g', conversationType: 'groupChat', isGroup: true, tenantId: TENANT };
    const said = await type('受信箱', { conversation });
    await settled();
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('案件の内容はグループには表示しません。個人チャットでお使いください。');
    expect([suite.calls, suite.kept]).toEqual([[], []]);
  });

  it('is answered by a busy channel too, with every message once', async () => {
    const { type, outcomes, log, busy } = world();
    busy(1);
    expect(await type('受信箱')).toEqual(['1 件あります。', '予算案']);
    expect(outcomes).toMatchObject([{ result: 'answered', code: null }]);
    expect(log.lines).toEqual([]);
  });

  it.each([
    ['stays busy', 2, '0'],
    ['asks for more time than a person waits', 1, '30'],
  ])('whose channel %s goes unanswered, and the log says so', async (_, times, retryAfter) => {
    const { type, outcomes, log, busy } = world();
    busy(times, retryAfter);
    expect(await type('受信箱')).toEqual([]);
    expect(outcomes).toMatchObject([{ result: 'failed', code: 'bot.undelivered' }]);
    expect(log.lines).toMatchObject([{ message: 'bot: an answer was not delivered', fields: { status: 429 } }]);
  });

  it('from somebody unknown is refused before anything runs', async () => {
    const { type, suite } = world();
    expect((await type('受信箱', { from: { id: '29:1' } }))[0]).toContain('どなたか確かめられませんでした');
    expect(suite.calls).toEqual([]);
  });

  it('with the data of a button shows the way to the tab', async () => {
    const { type } = world();
    expect((await type(undefined, { value: { verb: 'test/approve' } }))[0]).toContain(inboxUrl);
  });

  it('whose answer takes long gets it as a message of its own', async () => {
    const { type, suite, messenger, settled } = world({ timeMs: 20 });
    expect(await type('ゆっくり')).toEqual(['処理しています。終わりしだいお答えします。']);
    suite.finishSlow();
    await settled();
    expect(messenger.sent).toMatchObject([{ to: 'a:1', update: null, message: { text: 'お待たせしました。' } }]);
  });
});

describe('the app', () => {
  it('greets once, at its installation, and keeps the address', async () => {
    const { say, suite } = world();
    const replies = await say({ type: 'installationUpdate', action: 'add' });
    expect(replies).toHaveLength(1);
    expect(replies[0]?.text).toContain('起案が回ってくると、ここにカードが届きます。');
    expect(await say({ type: 'conversationUpdate', membersAdded: [{ id: '29:1' }, { id: '28:bot' }] })).toEqual([]);
    expect(await say({ type: 'installationUpdate', action: 'add-upgrade' })).toEqual([]);
    expect(suite.kept).toHaveLength(3);
  });

  it('forgets the address when it is removed', async () => {
    const { say, suite } = world();
    await say({ type: 'installationUpdate', action: 'remove' });
    await say({ type: 'conversationUpdate', membersRemoved: [{ id: '28:bot' }] });
    expect(suite.dropped).toEqual([
      { municipalityId: TENANT, entraObjectId: PERSON, conversationId: 'a:1' },
      { municipalityId: TENANT, entraObjectId: PERSON, conversationId: 'a:1' },
    ]);
  });

  it('says in a group where to use it, and keeps nothing', async () => {
    const { say, suite } = world();
    const conversation = { id: 'g', conversationType: 'channel', isGroup: true, tenantId: TENANT };
    const replies = await say({ type: 'installationUpdate', action: 'add', conversation });
    expect(replies[0]?.text).toContain('個人チャットでお使いください');
    expect(suite.kept).toEqual([]);
  });

  it.each([
    { type: 'typing' },
    { type: 'messageReaction' },
    { type: 'event', name: 'x' },
    { type: 'installationUpdate', action: 7 },
    { type: 'conversationUpdate', membersAdded: 'bot' },
  ])('stays silent at %j', async (activity) => {
    const { say, outcomes } = world();
    expect(await say(activity)).toEqual([]);
    expect(outcomes[0]?.result).toBe('ignored');
  });
});
