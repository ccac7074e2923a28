import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { DeliveryError } from '@kaigi/core/messenger';
import { type Bot, type BotOutcome, createBot, sandboxChannel } from './index.ts';
import { type BotChannel, startBotChannel } from './testing/bot-channel.ts';
import { recordingLog } from './testing/recording-log.ts';
import { type SmallSuite, smallSuite } from './testing/small-suite.ts';

const APP = '4b616967-6900-4000-8000-000000000001';
const TENANT = '6d696e61-746f-4000-8000-000000000001';
const PERSON = '00000000-0000-4000-8000-000000000001';
const CASE = '00000000-0000-4000-8000-0000000000c1';

let channel: BotChannel;
let suite: SmallSuite;
let bot: Bot;
let edge: Server;
let edgeUrl: string;
const log = recordingLog();
const outcomes: BotOutcome[] = [];

/** The service's part: HTTP in, `bot.process` behind it. */
function startEdge(): Server {
  return createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const door = request.url === '/playground' ? bot.processUnauthenticated : bot.process;
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    const answer = await door?.({ method: request.method ?? '', headers: request.headers, body });
    response.writeHead(answer?.status ?? 404, { 'content-type': 'application/json' });
    response.end(answer?.body === undefined ? '' : JSON.stringify(answer.body));
  });
}

beforeAll(async () => {
  // The SDK prints what it refuses by itself.
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  channel = await startBotChannel(APP);
  suite = smallSuite();
  const token = { token_type: 'Bearer', expires_in: 3600, ext_expires_in: 3600, access_token: 'the-bots-token' };
  const answer = async () => ({ status: 200, headers: {}, body: token as never });
  bot = createBot({
    suite,
    clientId: APP,
    clientSecret: 'sandbox-secret',
    tenantId: TENANT,
    channel: sandboxChannel(channel.url, TENANT),
    networkClient: { sendGetRequestAsync: answer, sendPostRequestAsync: answer },
    playground: true,
    inboxUrl: 'https://teams.microsoft.com/l/entity/app/inbox',
    log,
    onOutcome: (outcome) => void outcomes.push(outcome),
  });
  edge = startEdge();
  await new Promise<void>((resolve) => edge.listen(0, '127.0.0.1', resolve));
  edgeUrl = `http://127.0.0.1:${(edge.address() as AddressInfo).port}/`;
});

afterEach(() => {
  channel.answer = null;
  channel.calls.length = 0;
  suite.calls.length = 0;
});

afterAll(async () => {
  await bot.settled();
  await new Promise((resolve) => edge.close(resolve));
  await channel.close();
  jest.restoreAllMocks();
});

const activity = (over: object) => ({
  id: 'i1',
  channelId: 'msteams',
  serviceUrl: `${channel.url}/`,
  from: { id: '29:1', aadObjectId: PERSON },
  recipient: { id: `28:${APP}` },
  conversation: { id: 'a:1', conversationType: 'personal', tenantId: TENANT },
  ...over,
});
const press = (over: object = {}) =>
  activity({
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: 'm0',
    value: {
      action: { type: 'Action.Execute', verb: 'test/approve', data: { caseId: CASE, version: 1 } },
      trigger: 'manual',
    },
    ...over,
  });

async function post(
  body: unknown,
  authorization: string | null,
  path = '',
): Promise<{ status: number; body: unknown }> {
  const response = await fetch(edgeUrl + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization === null ? {} : { authorization }) },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : JSON.parse(text) };
}

describe('the door of the bot channel', () => {
  it('lets a signed activity in and answers the press', async () => {
    const answer = await post(press(), channel.token());
    expect(answer).toMatchObject({
      status: 200,
      body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' },
    });
    expect(suite.calls[0]?.caller).toMatchObject({ municipalityId: TENANT, entraObjectId: PERSON, via: 'teams' });
    expect(outcomes.at(-1)).toMatchObject({ kind: 'card-action', name: 'test/approve', result: 'answered' });
    expect(outcomes.at(-1)?.seconds).toBeGreaterThan(0);
  });

  const past = Math.floor(Date.now() / 1000) - 3_600;
  it.each<[string, () => string | null]>([
    ['no token', () => null],
    ['an empty one', () => ''],
    ['no Bearer', () => channel.token().slice('Bearer '.length)],
    ['no JWT', () => 'Bearer abc'],
    ['three parts that are none', () => 'Bearer a.b.c'],
    ['an expired one', () => channel.token({ exp: past })],
    ['one that is not valid yet', () => channel.token({ nbf: Math.floor(Date.now() / 1000) + 3_600 })],
    ['one for another bot', () => channel.token({ aud: '00000000-0000-4000-8000-000000000009' })],
    ['one of another issuer', () => channel.token({ iss: 'https://login.example/' })],
    ['one of a person', () => channel.token({ iss: `https://login.microsoftonline.com/${TENANT}/v2.0`, oid: PERSON })],
    ['one for another service URL', () => channel.token({ serviceurl: 'https://evil.example/' })],
    ['one without service URL', () => channel.token({ serviceurl: undefined })],
    [
      'one of the Emulator',
      () =>
        channel.token({
          iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/',
          appid: APP,
          ver: '1.0',
          serviceurl: undefined,
        }),
    ],
    ['one signed by somebody else', () => channel.token({}, { foreignKey: true })],
  ])('is shut for %s', async (_what, token) => {
    const answer = await post(press(), token());
    expect(answer).toMatchObject({ status: 401, body: { error: { code: 'bot.unauthenticated' } } });
    expect(suite.calls).toEqual([]);
    expect(channel.calls).toEqual([]);
  });

  it('is shut for an activity that asks for answers to be sent elsewhere', async () => {
    expect((await post(press({ serviceUrl: 'https://evil.example/' }), channel.token())).status).toBe(401);
  });

  it('asks a token that it has seen before for the service URL again', async () => {
    const token = channel.token();
    expect((await post(press(), token)).status).toBe(200);
    expect((await post(press(), token)).status).toBe(200);
    expect((await post(press({ serviceUrl: 'https://evil.example/' }), token)).status).toBe(401);
    expect((await post(press(), `${token.slice(0, -4)}AAAA`)).status).toBe(401);
    expect(suite.calls).toHaveLength(2);
  });

  it('takes only activities of Teams', async () => {
    expect((await post(press({ channelId: 'emulator' }), channel.token())).status).toBe(400);
    expect((await post({ type: 'message' }, channel.token())).status).toBe(400);
    expect((await post([], channel.token())).status).toBe(400);
    expect((await fetch(edgeUrl)).status).toBe(405);
  });

  it('answers a message through the connector, with a token of its own', async () => {
    expect((await post(activity({ type: 'message', text: '受信箱' }), channel.token())).status).toBe(200);
    expect(channel.calls.map(({ path }) => path)).toEqual(Array(2).fill('/v3/conversations/a%3A1/activities/i1'));
    expect(channel.calls[0]).toMatchObject({
      authorization: 'Bearer the-bots-token',
      body: { text: '1 件あります。' },
    });
  });

  it('stays up when the connector refuses the answer', async () => {
    channel.answer = { status: 502 };
    expect((await post(activity({ type: 'message', text: '受信箱' }), channel.token())).status).toBe(200);
    expect(outcomes.at(-1)).toMatchObject({ kind: 'message', result: 'failed', code: 'bot.undelivered' });
    expect(channel.calls).toHaveLength(1);
    expect(JSON.stringify(log.lines)).not.toContain('the-bots-token');
  });
});

describe('the door of the playground', () => {
  it('needs no token and answers by itself', async () => {
    expect((await post(press(), null, 'playground')).status).toBe(200);
    await post(activity({ type: 'message', text: '今どこ 予算案' }), null, 'playground');
    expect(channel.calls).toMatchObject([{ authorization: '', body: { text: '「予算案」は課長にあります。' } }]);
    await bot.settled();
    expect(suite.kept.at(-1)?.reference).toMatchObject({ door: 'playground' });
  });

  it('answers to loopback only', async () => {
    expect((await post(press({ serviceUrl: 'https://smba.example/' }), null, 'playground')).status).toBe(403);
  });

  it('is not there unless asked for', () => {
    const { processUnauthenticated } = createBot({
      suite,
      clientId: APP,
      clientSecret: 's',
      tenantId: TENANT,
      inboxUrl: '',
      log,
      onOutcome: () => undefined,
    });
    expect(processUnauthenticated).toBeUndefined();
  });
});

describe('speaking first', () => {
  const reference = (over: object = {}) => ({
    serviceUrl: `${channel.url}/`,
    channelId: 'msteams',
    bot: { id: `28:${APP}` },
    user: { id: '29:1' },
    conversation: { id: 'a:1', tenantId: TENANT },
    locale: 'ja-JP',
    ...over,
  });
  const text = { kind: 'text', text: '回議が届きました。' } as const;
  const failure = async (work: Promise<unknown>) => {
    const error = await work.catch((caught: unknown) => caught);
    return error instanceof DeliveryError ? [error.reason, error.retryAfterSeconds] : error;
  };

  it('sends into the kept conversation and gives the id of the message', async () => {
    const { activityId } = await bot.messenger.send(reference(), text);
    expect(activityId).toBe('m1');
    expect(channel.calls[0]).toMatchObject({
      method: 'POST',
      path: expect.stringMatching(/^\/v3\/conversations\/a%3A1\/activities/),
      authorization: 'Bearer the-bots-token',
      body: { text: text.text, textFormat: 'plain', recipient: { id: '29:1' } },
    });
  });

  it('replaces a message of its own', async () => {
    await bot.messenger.update(reference(), 'm7', text);
    expect(channel.calls[0]).toMatchObject({ method: 'PUT', path: '/v3/conversations/a%3A1/activities/m7' });
  });

  it('goes back to the playground without a token', async () => {
    await bot.messenger.send(reference({ door: 'playground' }), text);
    expect(channel.calls[0]?.authorization).toBe('');
  });

  it('is told why it was refused, after one try', async () => {
    const error = (code: string, message: string) => ({ error: { code, message } });
    const blocked = { errorCode: 209, message: '{"subCode":"MessageWritesBlocked","details":"Blocked"}' };
    channel.answer = { status: 403, body: blocked };
    expect(await failure(bot.messenger.send(reference(), text))).toEqual(['blocked', undefined]);
    channel.answer = { status: 403, body: error('ConversationBlockedByUser', 'User blocked the conversation') };
    expect(await failure(bot.messenger.send(reference(), text))).toEqual(['blocked', undefined]);
    channel.answer = { status: 403, body: error('BotNotInConversationRoster', 'The bot is not part of the roster.') };
    expect(await failure(bot.messenger.send(reference(), text))).toEqual(['gone', undefined]);
    channel.answer = { status: 404, body: error('ActivityNotFoundInConversation', 'x') };
    expect(await failure(bot.messenger.update(reference(), 'm7', text))).toEqual(['gone', undefined]);
    expect(channel.calls).toHaveLength(4);
  });

  it('is told how long to wait, and does not wait by itself', async () => {
    channel.answer = { status: 429, headers: { 'retry-after': '30' }, body: {} };
    expect(await failure(bot.messenger.send(reference(), text))).toEqual(['try-later', 30]);
    channel.answer = { status: 503, body: {} };
    expect(await failure(bot.messenger.send(reference(), text))).toEqual(['try-later', undefined]);
    expect(channel.calls).toHaveLength(2);
  });

  it('tries later when nobody is there', async () => {
    const away = reference({ serviceUrl: 'http://127.0.0.1:9/' });
    expect(await failure(bot.messenger.send(away, text))).toEqual(['try-later', undefined]);
  });

  it('is our mistake when the message itself is refused or the reference cannot be read', async () => {
    channel.answer = { status: 413, body: { error: { code: 'MessageSizeTooBig', message: 'x' } } };
    expect(await failure(bot.messenger.send(reference(), text))).toMatchObject({ name: 'InvariantError' });
    expect(await failure(bot.messenger.send({ conversation: 'x' }, text))).toMatchObject({ name: 'InvariantError' });
  });
});
