import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import type { Sandbox } from '../server.ts';
import { CLIENT_ID, MINATO_TENANT_ID } from '../settings.ts';
import { appTokenFor, call, post, StandInService, startSandbox, until } from '../testing/tenant.ts';

const CARD = 'application/vnd.microsoft.card.adaptive';
const card = (text: string) => ({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text }] });
const APPROVE = { type: 'Action.Execute', id: 'a', verb: 'approvals/approve', data: { caseId: 'c-1', version: 3 } };

/** Long enough for what answers at once on a busy machine. */
const INVOKE_TIMEOUT_MS = 5_000;

const service = new StandInService();
let sandbox: Sandbox;
let bearer: Record<string, string>;
beforeAll(async () => {
  sandbox = await startSandbox({
    serviceUrl: await service.listen(),
    invokeTimeoutMs: INVOKE_TIMEOUT_MS,
    rateLimits: false,
  });
  bearer = { authorization: `Bearer ${await appTokenFor(sandbox, 'https://api.botframework.com')}` };
});
afterEach(() => {
  service.reply = () => ({ status: 200 });
});
afterAll(async () => {
  await sandbox.close();
  await service.close();
});

const at = (person: string, path: string) => `${sandbox.url}/sandbox/teams/${person}/${path}`;

async function botSends(person: string, activity: Record<string, unknown>): Promise<string> {
  const { conversationId } = (await post(at(person, 'open'))).json;
  const url = `${sandbox.url}/channel/v3/conversations/${encodeURIComponent(conversationId)}/activities`;
  return (await post(url, { type: 'message', ...activity }, bearer)).json.id;
}

const sendCard = (person: string) =>
  botSends(person, { attachments: [{ contentType: CARD, content: card('承認してください') }] });

async function press(person: string, messageId: string, more: Record<string, unknown> = {}) {
  return post(at(person, 'actions'), { messageId, action: APPROVE, ...more });
}

describe('an activity that a person causes', () => {
  it('is signed for the bot, names person and tenant by verified ids, and speaks Japanese time', async () => {
    await post(at('drafter', 'open'));
    await post(at('drafter', 'messages'), { text: '受信箱' });
    const { activity, authorization } = await service.next(({ activity: a }) => a.text === '受信箱');
    const keys = createRemoteJWKSet(new URL(`${sandbox.url}/.well-known/keys`));
    const { payload } = await jwtVerify(authorization.replace('Bearer ', ''), keys, {
      issuer: 'https://api.botframework.com',
      audience: CLIENT_ID,
    });
    expect(payload.serviceurl).toBe(activity.serviceUrl);
    const { person } = (await call(at('drafter', 'chat'))).json;
    expect(activity).toMatchObject({
      type: 'message',
      channelId: 'msteams',
      from: { aadObjectId: person.id, name: '青波 はるか' },
      conversation: { conversationType: 'personal', tenantId: MINATO_TENANT_ID },
      channelData: { tenant: { id: MINATO_TENANT_ID } },
      locale: 'ja-JP',
      localTimezone: 'Asia/Tokyo',
    });
    expect(activity.from.id).toMatch(/^29:/);
    expect(activity.localTimestamp).toMatch(/\+09:00$/);
    const items = (await call(at('drafter', 'messages'))).json.items;
    expect(items.at(-1).id).toBe(activity.id);
  });

  it('has the language of the window that it came from', async () => {
    await post(at('mayor', 'open?lang=en'));
    await post(at('mayor', 'messages?lang=en'), { text: 'inbox' });
    expect((await service.next(({ activity: a }) => a.text === 'inbox')).activity).toMatchObject({
      locale: 'en-US',
      entities: [{ type: 'clientInfo', locale: 'en-US' }],
    });
    await post(at('mayor', 'messages'), { text: '今どこ' });
    expect((await service.next(({ activity: a }) => a.text === '今どこ')).activity.locale).toBe('ja-JP');
  });

  it('is said to have failed when the bot refuses it', async () => {
    service.reply = () => ({ status: 400 });
    await post(at('drafter', 'messages'), { text: '断られる' });
    const last = async () => (await call(at('drafter', 'messages'))).json.items.at(-1);
    const message = await until(last, ({ delivery }) => delivery !== 'waiting');
    expect(message).toMatchObject({ delivery: 'failed', problem: 'アプリがメッセージを受け取りませんでした。' });
  });
});

describe('a pressed card', () => {
  it('reaches the bot as Teams sends it, the inputs laid over the data', async () => {
    const id = await sendCard('section-head');
    service.reply = () => ({ status: 200, body: { statusCode: 200, type: CARD, value: card('承認済') } });
    const answer = await press('section-head', id, { inputs: { comment: 'よい', version: 9 } });
    expect(answer.json).toMatchObject({ outcome: 'card', value: card('承認済'), message: { id } });
    const { activity } = await service.next(({ activity: a }) => a.type === 'invoke');
    expect(activity).toMatchObject({
      name: 'adaptiveCard/action',
      replyToId: id,
      value: {
        trigger: 'manual',
        action: {
          type: 'Action.Execute',
          id: 'a',
          verb: 'approvals/approve',
          data: { caseId: 'c-1', version: 9, comment: 'よい' },
        },
      },
    });
    const { items } = (await call(at('section-head', 'messages'))).json;
    expect(items.at(-1).attachments[0].content).toEqual(card('承認済'));
  });

  it('stays as it is when only the view was refreshed', async () => {
    const id = await sendCard('section-head');
    service.reply = () => ({ status: 200, body: { statusCode: 200, type: CARD, value: card('私だけ') } });
    const answer = await press('section-head', id, { trigger: 'automatic' });
    expect(answer.json).toMatchObject({ outcome: 'card', message: null });
    expect((await call(at('section-head', 'messages'))).json.items.at(-1).attachments[0].content).toEqual(
      card('承認してください'),
    );
  });

  it.each([
    [
      'message',
      { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: '受け付けました' },
      '受け付けました',
    ],
    [
      'error',
      { statusCode: 400, type: 'application/vnd.microsoft.error', value: { code: 'x', message: '権限がありません' } },
      '権限がありません',
    ],
    [
      'login',
      { statusCode: 401, type: 'application/vnd.microsoft.activity.loginRequest', value: {} },
      'アプリがサインインを求めています。アプリの画面を開いてサインインしてください。',
    ],
    ['error', { hello: 'world' }, 'アプリの応答を表示できません。もう一度お試しください。'],
    [
      'error',
      { statusCode: 200, type: CARD, value: 'no card' },
      'アプリの応答を表示できません。もう一度お試しください。',
    ],
  ])('shows %s when the bot says so', async (outcome, body, words) => {
    const id = await sendCard('section-head');
    service.reply = () => ({ status: 200, body });
    const answer = await press('section-head', id);
    expect(answer.json).toMatchObject({ outcome, sentence: words, message: null });
  });
});

describe('a pressed card without an answer', () => {
  it('says nothing when the bot answers without a body', async () => {
    expect((await press('section-head', await sendCard('section-head'))).json).toMatchObject({
      outcome: 'none',
      type: null,
    });
  });

  it('says that the app cannot be reached when the bot takes too long, and that it failed when it fails', async () => {
    const id = await sendCard('section-head');
    const late = Promise.withResolvers<{ status: number }>();
    service.reply = () => late.promise;
    expect((await press('section-head', id)).json).toMatchObject({
      outcome: 'error',
      statusCode: 504,
      value: { code: 'BotTimeout' },
    });
    late.resolve({ status: 200 });
    service.reply = () => ({ status: 500 });
    expect((await press('section-head', id)).json).toMatchObject({
      outcome: 'error',
      statusCode: 500,
      value: { code: 'BotError' },
    });
  });

  it('becomes a message with a value when it is an Action.Submit', async () => {
    const id = await sendCard('section-head');
    const answer = await press('section-head', id, {
      action: { type: 'Action.Submit', data: { n: 1 } },
      inputs: { m: 2 },
    });
    expect(answer.json.outcome).toBe('none');
    const { activity } = await service.next(({ activity: a }) => a.type === 'message' && a.value !== undefined);
    expect(activity).toMatchObject({ value: { n: 1, m: 2 }, replyToId: id });
  });
});

describe('a press', () => {
  it.each([
    ['a message that is not there', 404, 'unknownMessage', async () => '1'],
    ['a message without a card', 400, 'notACard', () => botSends('mayor', { text: '文だけ' })],
  ])('is refused for %s', async (_what, status, code, message) => {
    await post(at('mayor', 'open'));
    const answer = await press('mayor', await message());
    expect([answer.status, answer.json.error.code]).toEqual([status, code]);
  });

  it('is refused after the app was removed', async () => {
    const id = await sendCard('deputy-mayor');
    await post(at('deputy-mayor', 'uninstall'));
    expect((await press('deputy-mayor', id)).json.error.code).toBe('notInstalled');
  });
});

describe('what a window may not ask', () => {
  it.each([
    ['nobody/chat', 'GET', undefined, 404],
    ['drafter@elsewhere.example/chat', 'GET', undefined, 404],
    ['drafter/messages', 'POST', { text: '  ' }, 400],
    ['drafter/messages', 'POST', {}, 400],
    ['drafter/actions', 'POST', { messageId: '1', action: { type: 'Action.OpenUrl' } }, 400],
    ['drafter/activities/read', 'POST', { ids: 'all' }, 400],
  ])('%s %s %j is %i', async (...[path, method, body, status]) => {
    const url = `${sandbox.url}/sandbox/teams/${path}`;
    const answer = method === 'GET' ? await call(url) : await post(url, body);
    expect(answer.status).toBe(status);
    expect(answer.json.error.message).toMatch(/。$/);
  });

  it('is answered in English on request', async () => {
    const answer = await call(`${sandbox.url}/sandbox/teams/nobody/chat?lang=en`);
    expect(answer.json.error.message).toBe('Nobody of that name is in the made-up municipalities.');
  });
});

describe('the activity feed', () => {
  it('counts what was not read', async () => {
    await sendCard('finance-head');
    const feed = (await call(at('finance-head', 'activities'))).json;
    expect(feed).toMatchObject({ unread: 1, items: [{ kind: 'chat', preview: '承認してください', read: false }] });
    const read = await post(at('finance-head', 'activities/read'), { ids: [feed.items[0].id] });
    expect(read.json.unread).toBe(0);
  });
});
