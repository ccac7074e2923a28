import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { ChatAsked, ChatKey, ChatSource, PostedMessage } from '@kaigi/core';
import { z } from 'zod';
import { createAppTokens } from '../sign-in/app-tokens.ts';
import { CLIENT_ID, MINATO } from '../testing/entra.ts';
import { type SandboxProcess, startSandbox } from '../testing/processes.ts';
import { createTransport } from '../transport/transport.ts';
import { createChatSource } from './chats.ts';
import { createGraphClient, type GraphEditor } from './graph-client.ts';

jest.setTimeout(120_000);

let sandbox: SandboxProcess;
let source: ChatSource;
let graph: GraphEditor;
const WIDE = { since: '2020-01-01T00:00:00.000Z', until: '2100-01-01T00:00:00.000Z' };

// As the documentation of Microsoft Graph v1.0 shows a chatMessage (api/chat-list-messages, resources/chatmessage).
const DocumentedMessage = z.object({
  ...{ id: z.string(), replyToId: z.string().nullable(), etag: z.string(), chatId: z.string() },
  messageType: z.enum(['message', 'systemEventMessage', 'unknownFutureValue']),
  ...{ createdDateTime: z.iso.datetime(), lastModifiedDateTime: z.iso.datetime() },
  ...{ lastEditedDateTime: z.iso.datetime().nullable(), deletedDateTime: z.iso.datetime().nullable() },
  importance: z.enum(['normal', 'high', 'urgent']),
  from: z
    .object({
      user: z.object({ id: z.string(), displayName: z.string().nullable(), userIdentityType: z.string() }).nullable(),
      application: z.object({ id: z.string(), displayName: z.string().nullable() }).nullable(),
    })
    .nullable(),
  body: z.object({ contentType: z.enum(['html', 'text']), content: z.string() }),
  attachments: z.array(
    z.object({
      ...{ id: z.string(), contentType: z.string(), contentUrl: z.string().nullable(), content: z.string().nullable() },
      name: z.string().nullable(),
    }),
  ),
  mentions: z.array(z.object({ id: z.number(), mentionText: z.string(), mentioned: z.looseObject({}) })),
  reactions: z.array(
    z.object({ reactionType: z.string(), createdDateTime: z.iso.datetime(), user: z.looseObject({}) }),
  ),
});

const desk = async <T>(method: string, rest: string, body?: object): Promise<T> => {
  const response = await fetch(`${sandbox.url}/sandbox${rest}`, {
    method,
    ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
  });
  return (await response.json()) as T;
};
const DRAFTER = '/groups/drafter@minato.example';
const madeChat = async (): Promise<ChatKey> => {
  const members = ['section-head@minato.example'];
  const { id } = await desk<{ id: string }>('POST', DRAFTER, { topic: '試し', members });
  return { municipalityId: MINATO, chatKey: id };
};
const say = ({ chatKey }: ChatKey, body: object) =>
  desk<{ id: string }>('POST', `${DRAFTER}/${encodeURIComponent(chatKey)}/messages`, body);
const ok = <T>(asked: ChatAsked<T>): T => {
  if (asked.kind !== 'OK') throw new Error(JSON.stringify(asked));
  return asked.value;
};
const all = async (chat: ChatKey): Promise<{ pages: number; messages: PostedMessage[] }> => {
  const messages: PostedMessage[] = [];
  for (let pages = 1, next: string | null = null; ; pages += 1) {
    const page: { messages: readonly PostedMessage[]; next: string | null } = ok(
      await source.messages(chat, { ...WIDE, next }),
    );
    messages.push(...page.messages);
    next = page.next;
    if (next === null) return { pages, messages };
  }
};

beforeAll(async () => {
  sandbox = await startSandbox('http://localhost:1');
  const transport = createTransport(sandbox.url);
  const tokens = createAppTokens({ clientId: CLIENT_ID, clientSecret: 'sandbox-secret', transport });
  graph = createGraphClient({ municipalityId: MINATO, tokens, transport });
  source = createChatSource(() => graph);
});
afterAll(() => sandbox.stop());

it('reads messages page by page, and nothing of those that were deleted', async () => {
  const chat = await madeChat();
  for (let i = 0; i < 60; i += 1) await say(chat, { text: `${i}番目 <b>` });
  const { id } = await say(chat, { text: '消す話', files: [{ name: '秘密.xlsx', url: 'https://minato.example/s' }] });
  const one = `${DRAFTER}/${encodeURIComponent(chat.chatKey)}/messages/${id}`;
  await desk('PATCH', one, { deleted: true });
  const { pages, messages } = await all(chat);
  expect([pages, messages.length]).toEqual([2, 61]);
  expect(JSON.stringify(messages)).not.toMatch(/消す話|秘密/);
  expect(messages.find(({ messageKey }) => messageKey === id)?.deletedAt).not.toBeNull();
  const first = messages.find(({ body }) => body.content.includes('59番目'));
  expect(first).toMatchObject({ sender: { kind: 'PERSON', name: '青波 はるか' }, body: { html: true } });
});

it('answers in the shape that is documented', async () => {
  const chat = await madeChat();
  const { id } = await say(chat, {
    text: '@帆足 みちる さん',
    files: [{ name: 'a.xlsx', url: 'https://minato.example/a' }],
  });
  await say(chat, { text: 'はい', replyTo: id });
  await desk('PATCH', `${DRAFTER}/${encodeURIComponent(chat.chatKey)}/messages/${id}`, { react: '👍' });
  const page = await graph.get<{ value: unknown[] }>(`/chats/${encodeURIComponent(chat.chatKey)}/messages?$top=50`);
  expect(z.array(DocumentedMessage).safeParse(page.value).error?.issues ?? []).toEqual([]);
  const { messages } = await all(chat);
  expect(messages.flatMap(({ attachments }) => attachments.map(({ kind }) => kind)).sort()).toEqual(['FILE', 'QUOTE']);
  expect(messages.flatMap(({ reactions }) => reactions.map(({ sign }) => sign))).toEqual(['👍']);
});

it('says who is in the chat, and from when on they see it', async () => {
  const chat = await madeChat();
  const since = '2026-11-20T00:00:00.000Z';
  const join = { join: 'finance-drafter@minato.example', since };
  await desk('PATCH', `${DRAFTER}/${encodeURIComponent(chat.chatKey)}`, join);
  const members = ok(await source.members(chat));
  expect(members.map(({ name, seesSince }) => [name, seesSince])).toEqual([
    ['青波 はるか', null],
    ['帆足 みちる', null],
    ['千鳥 ことね', since],
  ]);
  expect(ok(await source.topic(chat))).toBe('試し');
});

it.each([
  [{ installed: false }, 'minutes.chat_app_not_there'],
  [{ consented: false }, 'minutes.chat_not_consented'],
  [{ allowed: false }, 'minutes.chat_forbidden'],
])('tells refusals apart: %j', async (switched, code) => {
  const chat = await madeChat();
  await desk('PATCH', `${DRAFTER}/${encodeURIComponent(chat.chatKey)}`, switched);
  expect(await source.members(chat)).toEqual({ kind: 'REFUSED', code });
  expect(await source.messages(chat, { ...WIDE, next: null })).toEqual({ kind: 'REFUSED', code });
});

it('of a chat that is not there, and of a place in it that is no longer known, says so', async () => {
  const chat = { municipalityId: MINATO, chatKey: '19:nowhere@thread.v2' };
  expect(await source.members(chat)).toEqual({ kind: 'REFUSED', code: 'minutes.chat_gone' });
  const next = `https://graph.microsoft.com/v1.0/chats/${encodeURIComponent((await madeChat()).chatKey)}/messages?$skiptoken=x`;
  const asked = await source.messages(chat, { ...WIDE, next });
  expect(asked).toEqual({ kind: 'REFUSED', code: 'minutes.chat_strange_answer' });
});

it('asks chats and teams for what the manifest says, and for nothing more', async () => {
  const manifest = path.join(import.meta.dirname, '../../../appPackage/manifest.template.json');
  const { authorization } = JSON.parse(await readFile(manifest, 'utf8'));
  const asked = authorization.permissions.resourceSpecific.filter(
    ({ type }: { type: string }) => type === 'Application',
  );
  expect(asked.map(({ name }: { name: string }) => name).sort()).toEqual([
    ...['ChannelMember.Read.Group', 'ChannelMessage.Read.Group', 'ChannelSettings.Read.Group'],
    ...['ChatMember.Read.Chat', 'ChatMessage.Read.Chat', 'ChatSettings.Read.Chat', 'TeamSettings.Read.Group'],
  ]);
});
