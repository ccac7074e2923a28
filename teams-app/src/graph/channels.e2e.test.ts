import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { ChannelKey, ChatAsked, ChatSource, FileRead, MessagePage, PostedMessage } from '@kaigi/core';
import { createAppTokens } from '../sign-in/app-tokens.ts';
import { CLIENT_ID, MINATO } from '../testing/entra.ts';
import { graphContract, listening, type Sent, strangeIn } from '../testing/graph-contract.ts';
import { type SandboxProcess, startSandbox } from '../testing/processes.ts';
import { createTransport } from '../transport/transport.ts';
import { createChatSource } from './chats.ts';
import { createGraphClient } from './graph-client.ts';

jest.setTimeout(120_000);

let sandbox: SandboxProcess;
let source: ChatSource;
let sent: Sent[];
beforeAll(async () => {
  sandbox = await startSandbox('http://localhost:1');
  const ears = listening(createTransport(sandbox.url));
  const { transport } = ears;
  sent = ears.sent;
  const tokens = createAppTokens({ clientId: CLIENT_ID, clientSecret: 'sandbox-secret', transport });
  const graph = createGraphClient({ municipalityId: MINATO, tokens, transport });
  source = createChatSource(() => graph);
});
afterAll(() => sandbox.stop());

const desk = async <T>(method: string, rest: string, body?: object): Promise<T> => {
  const response = await fetch(`${sandbox.url}/sandbox${rest}`, {
    method,
    ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
  });
  return (response.status === 204 ? null : await response.json()) as T;
};
afterEach(() => desk('DELETE', '/faults'));
const DRAFTER = '/groups/drafter@minato.example';

interface MadeChannel extends ChannelKey {
  say(body: object): Promise<string>;
  change(id: string, body: object): Promise<unknown>;
  flip(body: object): Promise<unknown>;
}
let made = 0;
async function madeChannel(): Promise<MadeChannel> {
  made += 1;
  const members = ['section-head@minato.example'];
  const channel = { team: `試し ${made}`, name: '庁舎' };
  const { id, teamId } = await desk<{ id: string; teamId: string }>('POST', DRAFTER, { members, channel });
  const at = `${DRAFTER}/${encodeURIComponent(id)}`;
  const say = async (body: object) => (await desk<{ id: string }>('POST', `${at}/messages`, body)).id;
  return {
    ...{ municipalityId: MINATO, teamId, channelId: id, say },
    change: (message, body) => desk('PATCH', `${at}/messages/${message}`, body),
    flip: (body) => desk('PATCH', at, body),
  };
}
const ok = <T>(asked: ChatAsked<T>): T => {
  if (asked.kind !== 'OK') throw new Error(JSON.stringify(asked));
  return asked.value;
};
const repliesIn = async (channel: ChannelKey, rootId: string) => {
  const messages: PostedMessage[] = [];
  for (let pages = 1, next: string | null = null; ; pages += 1) {
    const page: MessagePage = ok(await source.channels.replies(channel, { rootId, next }));
    messages.push(...page.messages);
    next = page.next;
    if (next === null) return { pages, messages };
  }
};

describe('R-27: a thread of a channel', () => {
  it('is read page by page, whatever Graph wants to be waited for, and nothing of what was deleted', async () => {
    const channel = await madeChannel();
    const rootId = await channel.say({ text: '改修の日程です' });
    await channel.say({ text: '別のスレッド' });
    for (let at = 0; at < 60; at += 1) await channel.say({ text: `返信 ${at}`, replyTo: rootId });
    const gone = await channel.say({ text: '消す話', replyTo: rootId });
    await channel.change(gone, { deleted: true });
    await desk('POST', '/faults', { path: '/v1.0/teams/', kind: '429', retryAfter: 0, times: 2 });
    expect(ok(await source.channels.root(channel, rootId))).toMatchObject({ messageKey: rootId, system: false });
    const { pages, messages } = await repliesIn(channel, rootId);
    expect([pages, messages.length]).toEqual([2, 61]);
    expect(JSON.stringify(messages)).not.toMatch(/消す話|別のスレッド/);
    expect(messages.find(({ messageKey }) => messageKey === gone)?.deletedAt).not.toBeNull();
    expect(ok(await source.channels.name(channel))).toBe(`試し ${made} > 庁舎`);
    expect(ok(await source.channels.members(channel)).map(({ name }) => name)).toEqual(['青波 はるか', '帆足 みちる']);
  });

  it.each([
    [{ installed: false }, 'minutes.chat_app_not_there'],
    [{ consented: false }, 'minutes.chat_not_consented'],
    [{ allowed: false }, 'minutes.chat_forbidden'],
  ])('is refused as the team has it: %j', async (flags, code) => {
    const channel = await madeChannel();
    await channel.flip(flags);
    expect(await source.channels.members(channel)).toEqual({ kind: 'REFUSED', code });
    const elsewhere = { ...channel, teamId: '00000000-0000-4000-8000-000000000000' };
    expect(await source.channels.root(elsewhere, '1')).toEqual({ kind: 'REFUSED', code: 'minutes.chat_gone' });
  });
});

describe('R-27: a file that a message names', () => {
  const people = new Map<string, string>();
  const oid = async (name: string): Promise<string> => {
    const known = people.get(name);
    if (known) return known;
    const { municipalities } = await desk<{
      municipalities: { people: { id: string; signInName: string }[] }[];
    }>('GET', `/people?q=${encodeURIComponent(name)}`);
    const found = municipalities
      .flatMap((one) => one.people)
      .find((one) => one.signInName.startsWith(`${name}@minato`));
    people.set(name, found?.id ?? '');
    return found?.id ?? '';
  };
  const save = async (name: string, bytes: Buffer, more: Record<string, string> = {}) => {
    const url = `https://minato.sharepoint.example/sites/x/${encodeURIComponent(name)}`;
    const query = new URLSearchParams({ as: 'section-head@minato.example', url, ...more });
    const headers = { 'content-type': 'application/octet-stream' };
    const body = new Uint8Array(bytes);
    await fetch(`${sandbox.url}/sandbox/word-documents?${query}`, { method: 'PUT', headers, body });
    return url;
  };
  const read = async (
    url: string,
    by = 'drafter',
    channel: ChannelKey | null = null,
    most = 1_000,
  ): Promise<FileRead> =>
    source.files.read({ municipalityId: MINATO, entraObjectId: await oid(by), url, most, channel });
  const notFetched = (code: string) => ({ notFetched: `records.capture_${code}` });

  it('comes to its owner and to whom it was shared with by name, and to nobody else', async () => {
    const bytes = Buffer.from('見積');
    const url = await save('見積.txt', bytes, { readers: 'drafter@minato.example' });
    for (const by of ['section-head', 'drafter']) {
      const found = await read(url, by);
      expect('bytes' in found && bytes.equals(found.bytes)).toBe(true);
    }
    expect(await read(url, 'finance-drafter')).toEqual(notFetched('file_not_readable'));
  });

  it('comes from the library of the channel in which it was attached, and from no other team', async () => {
    const [channel, other] = [await madeChannel(), await madeChannel()];
    const url = await save('日程.txt', Buffer.from('日程'), { team: channel.teamId });
    expect(await read(url, 'drafter', channel)).toHaveProperty('bytes');
    expect(await read(url, 'drafter', other)).toEqual(notFetched('file_not_readable'));
    expect(await read(url, 'drafter')).toEqual(notFetched('file_not_readable'));
  });

  it('comes from there only to those to whom it is restricted', async () => {
    const channel = await madeChannel();
    const readers = 'section-head@minato.example';
    const url = await save('人事.txt', Buffer.from('人事'), { team: channel.teamId, readers });
    expect(await read(url, 'section-head', channel)).toHaveProperty('bytes');
    expect(await read(url, 'drafter', channel)).toEqual(notFetched('file_not_readable'));
  });

  it('that is too large, gone, elsewhere or not to be had now is named with the reason', async () => {
    const url = await save('大きい.txt', Buffer.alloc(1_001), { readers: 'drafter@minato.example' });
    expect(await read(url)).toEqual(notFetched('file_too_large'));
    expect(await read(`${url}x`)).toEqual(notFetched('file_not_readable'));
    expect(await read('file:///etc/passwd')).toEqual(notFetched('file_elsewhere'));
    await desk('POST', '/faults', { path: '/v1.0/shares/', kind: '403', times: 1 });
    expect(await read(url)).toEqual(notFetched('files_not_permitted'));
    await desk('POST', '/faults', { path: '/v1.0/shares/', kind: '429', retryAfter: 600 });
    expect(await read(url)).toEqual(notFetched('file_busy'));
  });

  it('is asked for in its drive as Microsoft describes it, and answered so', async () => {
    const asked = sent.filter(({ path }) => path.startsWith('/v1.0/drives/'));
    expect(asked.length).toBeGreaterThan(3);
    expect(strangeIn(await graphContract(), asked)).toEqual([]);
  });
});
