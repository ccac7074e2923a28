import { mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Sandbox } from '../server.ts';
import { appTokenFor, call, post, StandInService, startSandbox, until } from '../testing/tenant.ts';

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of closing.splice(0).reverse()) await each.close();
});

async function freePort(): Promise<number> {
  const service = new StandInService();
  const url = await service.listen();
  await service.close();
  return Number(new URL(url).port);
}

async function started(port: number, options: Parameters<typeof startSandbox>[0] = {}): Promise<Sandbox> {
  const sandbox = await startSandbox({ serviceUrl: `http://127.0.0.1:${port}`, ...options });
  closing.push(sandbox);
  return sandbox;
}

async function serviceAt(port: number): Promise<StandInService> {
  const service = new StandInService();
  await service.listen(port);
  closing.push(service);
  return service;
}

const newFile = () => join(mkdtempSync(join(tmpdir(), 'kaigi-state-')), 'state.json');
const teams = (sandbox: Sandbox, path: string) => `${sandbox.url}/sandbox/teams/drafter/${path}`;
const lastMessage = async (sandbox: Sandbox) => (await call(teams(sandbox, 'messages'))).json.items.at(-1);

describe('while the service is down', () => {
  it('news wait, and arrive in their order when it is up', async () => {
    const port = await freePort();
    const sandbox = await started(port);
    await post(teams(sandbox, 'open'));
    const sent = await post(teams(sandbox, 'messages'), { text: '待つ' });
    expect(sent.json.message.delivery).toBe('waiting');
    const service = await serviceAt(port);
    await service.next(({ activity }) => activity.text === '待つ');
    expect(service.received.map(({ activity }) => activity.type)).toEqual([
      'installationUpdate',
      'conversationUpdate',
      'message',
    ]);
    await until(
      () => lastMessage(sandbox),
      ({ delivery }) => delivery === 'delivered',
    );
  });

  it('a busy answer is no answer: it is tried again', async () => {
    const port = await freePort();
    const service = await serviceAt(port);
    let turns = 0;
    service.reply = ({ activity }) => ({ status: activity.type === 'message' && ++turns < 3 ? 503 : 200 });
    const sandbox = await started(port);
    await post(teams(sandbox, 'open'));
    await post(teams(sandbox, 'messages'), { text: '三度目' });
    await until(
      () => lastMessage(sandbox),
      ({ delivery }) => delivery === 'delivered',
    );
    const ids = service.received
      .filter(({ activity }) => activity.text === '三度目')
      .map(({ activity }) => activity.id);
    expect(ids).toHaveLength(3);
    expect(new Set(ids).size).toBe(1);
  });
});

describe('when the service does not come back', () => {
  it('a message is given up after a while, the installation never', async () => {
    const port = await freePort();
    const sandbox = await started(port, { giveUpAfterMs: 0 });
    const service = await serviceAt(port);
    service.reply = () => ({ status: 503 });
    await post(teams(sandbox, 'open'));
    await service.next(({ activity }) => activity.type === 'installationUpdate');
    service.reply = ({ activity }) => ({ status: activity.type === 'message' ? 503 : 200 });
    await post(teams(sandbox, 'messages'), { text: '届かない' });
    const message = await until(
      () => lastMessage(sandbox),
      ({ delivery }) => delivery === 'failed',
    );
    expect(message.problem).toContain('届けられませんでした');
  });

  it('a pressed card says that the app cannot be reached', async () => {
    const port = await freePort();
    const sandbox = await started(port);
    const { conversationId } = (await post(teams(sandbox, 'open'))).json;
    const authorization = `Bearer ${await appTokenFor(sandbox, 'https://api.botframework.com')}`;
    const content = { type: 'AdaptiveCard', version: '1.5' };
    const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content }];
    const url = `${sandbox.url}/channel/v3/conversations/${encodeURIComponent(conversationId)}/activities`;
    const { id } = (await post(url, { type: 'message', attachments }, { authorization })).json;
    const answer = await post(teams(sandbox, 'actions'), {
      messageId: id,
      action: { type: 'Action.Execute', verb: 'x' },
    });
    expect(answer.json).toMatchObject({ outcome: 'error', statusCode: 502, value: { code: 'BotUnreachable' } });
  });
});

describe('over a restart', () => {
  it('chats, waiting messages and keys are kept in the state file, readable by the owner only', async () => {
    const stateFile = newFile();
    const port = await freePort();
    const before = await startSandbox({ serviceUrl: `http://127.0.0.1:${port}`, stateFile });
    await post(teams(before, 'open'));
    await post(teams(before, 'messages'), { text: '前の回から' });
    const keys = (await call(`${before.url}/.well-known/keys`)).json;
    await before.close();
    expect(statSync(stateFile).mode & 0o077).toBe(0);

    const service = await serviceAt(port);
    const after = await started(port, { stateFile });
    expect((await call(`${after.url}/.well-known/keys`)).json).toEqual(keys);
    await service.next(({ activity }) => activity.text === '前の回から');
    expect(service.received[0]?.activity.type).toBe('installationUpdate');
    await until(
      () => lastMessage(after),
      ({ delivery }) => delivery === 'delivered',
    );
    expect((await call(teams(after, 'chat'))).json.installed).toBe(true);
  });

  it('an installation the bot has heard of is not told twice', async () => {
    const stateFile = newFile();
    const port = await freePort();
    const service = await serviceAt(port);
    const before = await startSandbox({ serviceUrl: `http://127.0.0.1:${port}`, stateFile });
    await post(teams(before, 'open'));
    await post(teams(before, 'messages'), { text: '一' });
    await until(
      () => lastMessage(before),
      ({ delivery }) => delivery === 'delivered',
    );
    await before.close();
    const after = await started(port, { stateFile });
    await post(teams(after, 'messages'), { text: '二' });
    await service.next(({ activity }) => activity.text === '二');
    expect(service.received.filter(({ activity }) => activity.type === 'installationUpdate')).toHaveLength(1);
  });

  it('a damaged state file is put aside, and the sandbox starts afresh', async () => {
    const stateFile = newFile();
    writeFileSync(stateFile, '{"version":1,"keys"');
    const sandbox = await started(await freePort(), { stateFile });
    expect((await call(teams(sandbox, 'chat'))).json.installed).toBe(false);
    expect(statSync(`${stateFile}.unreadable`).isFile()).toBe(true);
  });
});
