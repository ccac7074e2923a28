import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Sandbox } from '../server.ts';
import { MINATO_TENANT_ID, YAMATO_TENANT_ID } from '../settings.ts';
import { type Answer, appTokenFor, call, post, StandInService, startSandbox, TestClock } from '../testing/tenant.ts';

const BOT = 'https://api.botframework.com';
const clock = new TestClock();
const service = new StandInService();
let sandbox: Sandbox;
let bearer: Record<string, string>;
beforeAll(async () => {
  sandbox = await startSandbox({ serviceUrl: await service.listen(), now: clock.now });
  bearer = { authorization: `Bearer ${await appTokenFor(sandbox, BOT)}` };
});
afterAll(async () => {
  await sandbox.close();
  await service.close();
});

const chats = () => `${sandbox.url}/channel/v3/conversations`;
const window = (person: string) => `${sandbox.url}/sandbox/teams/${person}`;

async function openChat(person: string): Promise<string> {
  clock.forward(3_700_000);
  bearer = { authorization: `Bearer ${await appTokenFor(sandbox, BOT)}` };
  return (await post(`${window(person)}/open`)).json.conversationId;
}

function send(conversationId: string, body: unknown, activityId = ''): Promise<Answer> {
  return post(
    `${chats()}/${encodeURIComponent(conversationId)}/activities${activityId === '' ? '' : `/${activityId}`}`,
    body,
    bearer,
  );
}

function change(method: 'PUT' | 'DELETE', conversationId: string, activityId: string, body?: unknown): Promise<Answer> {
  return call(`${chats()}/${encodeURIComponent(conversationId)}/activities/${activityId}`, {
    method,
    headers: { ...bearer, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    body: body === undefined ? null : JSON.stringify(body),
  });
}

async function messages(person: string) {
  return (await call(`${window(person)}/messages`)).json.items;
}

describe('the connector lets the bot', () => {
  it('send, reply, update in place and delete', async () => {
    const cid = await openChat('drafter');
    const first = await send(cid, { type: 'message', text: '一' });
    const second = await send(cid, { type: 'message', text: '二' }, first.json.id);
    expect([first.status, second.status]).toEqual([201, 201]);
    await change('PUT', cid, first.json.id, { type: 'message', text: '一 改' });
    expect((await messages('drafter')).map((m: { text: string }) => m.text)).toEqual(['一 改', '二']);
    expect((await messages('drafter'))[1].replyToId).toBe(first.json.id);
    await change('DELETE', cid, first.json.id);
    expect(await messages('drafter')).toHaveLength(1);
  });

  it('take any activity id as a reply, as the SDK sends one of its own making', async () => {
    const cid = await openChat('drafter');
    const answer = await send(cid, { type: 'message', text: '三' }, '2f9c1f0e-6a5b-4a53-9a7e-0d6a3f3f2a11');
    expect(answer.status).toBe(201);
    expect((await messages('drafter')).at(-1).replyToId).toBeNull();
  });

  it('see who is in the chat', async () => {
    const cid = encodeURIComponent(await openChat('drafter'));
    const paged = await call(`${chats()}/${cid}/pagedmembers`, { headers: bearer });
    const [member] = paged.json.members;
    expect(member).toMatchObject({
      name: '青波 はるか',
      userPrincipalName: 'drafter@minato.example',
      tenantId: MINATO_TENANT_ID,
    });
    const single = await call(`${chats()}/${cid}/members/${encodeURIComponent(member.id)}`, { headers: bearer });
    expect(single.json.aadObjectId).toBe(member.aadObjectId);
  });

  it('open the chat of a person who has the app, the same each time', async () => {
    const cid = await openChat('appointee');
    const { id } = (await call(`${window('appointee')}/chat`)).json.person;
    const wish = { isGroup: false, members: [{ id }], channelData: { tenant: { id: MINATO_TENANT_ID } } };
    expect((await post(chats(), wish, bearer)).json).toEqual({ id: cid });
    const spoken = await post(chats(), { ...wish, activity: { type: 'message', text: 'はじめまして' } }, bearer);
    expect(spoken.json.activityId).toBe((await messages('appointee'))[0].id);
  });
});

describe('the connector refuses', () => {
  it.each([
    ['no token', () => ''],
    ['nonsense', () => 'Bearer x.y.z'],
    ['a token for Graph', async () => `Bearer ${await appTokenFor(sandbox, 'https://graph.microsoft.com')}`],
  ])('%s', async (_what, header) => {
    const cid = encodeURIComponent(await openChat('drafter'));
    const answer = await post(
      `${chats()}/${cid}/activities`,
      { type: 'message', text: 'x' },
      { authorization: await header() },
    );
    expect(answer.status).toBe(401);
  });

  it('an unknown chat and an unknown message', async () => {
    const cid = await openChat('drafter');
    expect((await send('a:nobody', { type: 'message', text: 'x' })).json.error.code).toBe('ConversationNotFound');
    const answer = await change('PUT', cid, '1', { type: 'message', text: 'x' });
    expect([answer.status, answer.json.error.code]).toEqual([404, 'ActivityNotFoundInConversation']);
  });

  it("a change of the person's own message", async () => {
    const cid = await openChat('drafter');
    const { message } = (await post(`${window('drafter')}/messages`, { text: '私の文' })).json;
    expect((await change('PUT', cid, message.id, { type: 'message', text: 'x' })).status).toBe(403);
  });

  it('an empty message and one over 100 KB in UTF-16', async () => {
    const cid = await openChat('drafter');
    expect((await send(cid, { type: 'message' })).status).toBe(400);
    expect((await send(cid, { type: 'message', text: 'あ'.repeat(50_000) })).status).toBe(201);
    const big = await send(cid, { type: 'message', text: 'あ'.repeat(52_000) });
    expect([big.status, big.json.error.code]).toEqual([413, 'MessageSizeTooBig']);
  });

  it('to write to a person who removed or blocked the app, until they take it back', async () => {
    const cid = await openChat('secretary');
    for (const [off, on] of [
      ['uninstall', 'install'],
      ['block', 'unblock'],
    ] as const) {
      await post(`${window('secretary')}/${off}`);
      const answer = await send(cid, { type: 'message', text: 'x' });
      expect([answer.status, answer.json.errorCode]).toEqual([403, 209]);
      expect(JSON.parse(answer.json.message).subCode).toBe('MessageWritesBlocked');
      await post(`${window('secretary')}/${on}`);
      expect((await send(cid, { type: 'message', text: 'x' })).status).toBe(201);
    }
  });

  it('to open a chat with a person without the app, of another tenant, unknown, or with several', async () => {
    await openChat('drafter');
    const person = (await call(`${window('auditor')}/chat`)).json.person;
    const open = (members: { id: string }[], tenant = MINATO_TENANT_ID) =>
      post(chats(), { members, channelData: { tenant: { id: tenant } } }, bearer);
    const without = await open([{ id: person.id }]);
    expect([without.status, without.json.error.code]).toEqual([403, 'ForbiddenOperationException']);
    expect((await open([{ id: person.id }], YAMATO_TENANT_ID)).status).toBe(403);
    expect((await open([{ id: 'auditor@minato.example' }])).status).toBe(400);
    expect((await open([{ id: person.id }, { id: person.id }])).status).toBe(400);
  });

  it('the eighth message within a second in one chat, and says how long to wait', async () => {
    const cid = await openChat('finance-head');
    const answers: Answer[] = [];
    for (let n = 0; n < 8; n++) answers.push(await send(cid, { type: 'message', text: String(n) }));
    expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201, 201, 201, 201, 201, 429]);
    expect(Number(answers[7]?.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    clock.forward(2_000);
    expect((await send(cid, { type: 'message', text: 'あとで' })).status).toBe(201);
  });
});
