import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createAppTokens } from '../sign-in/app-tokens.ts';
import { CLIENT_ID, MINATO } from '../testing/entra.ts';
import { type SandboxProcess, startSandbox } from '../testing/processes.ts';
import { createTransport } from '../transport/transport.ts';
import { createGraphClient, type GraphClient } from './graph-client.ts';
import { sendMail } from './mail.ts';

const DRAFTER = 'drafter@minato.example';
let sandbox: SandboxProcess;
let graph: GraphClient;
const refused: [number, string][] = [];
const mailing = (sender = 'kaigi@minato.example') => ({
  sender,
  senderRefused: (status: number, code: string) => void refused.push([status, code]),
});

beforeAll(async () => {
  sandbox = await startSandbox('http://localhost:1');
  const transport = createTransport(sandbox.url);
  const tokens = createAppTokens({ clientId: CLIENT_ID, clientSecret: 'sandbox-secret', transport });
  graph = createGraphClient({ municipalityId: MINATO, tokens, transport });
});
afterAll(() => sandbox.stop());
afterEach(async () => {
  refused.length = 0;
  await fetch(`${sandbox.url}/sandbox/faults`, { method: 'DELETE' });
});

const note = (to: string, subject = '【回議】お知らせ 2 件') => ({ to, subject, text: '・承認の依頼「庁舎」\n・ほか' });
const fault = (settings: object) =>
  fetch(`${sandbox.url}/sandbox/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(settings),
  });
const mails = async () => {
  const answer = await fetch(`${sandbox.url}/sandbox/mails/drafter`);
  return ((await answer.json()) as { items: { subject: string; text: string; from: string; contentType: string }[] })
    .items;
};

describe('O-07: mail to whom nothing else reaches', () => {
  it('comes from the shared mailbox as plain text', async () => {
    await sendMail(graph, note(DRAFTER), mailing());
    expect(await mails()).toMatchObject([
      {
        from: 'kaigi@minato.example',
        subject: '【回議】お知らせ 2 件',
        text: '・承認の依頼「庁舎」\n・ほか',
        contentType: 'text',
      },
    ]);
  });

  it('is refused for good for whom Microsoft 365 does not know', async () => {
    await expect(sendMail(graph, note('nobody@minato.example'), mailing())).rejects.toMatchObject({
      reason: 'blocked',
    });
    expect(refused).toEqual([]);
  });

  it.each([
    ['is not there', 'nobody@minato.example', 'ErrorInvalidUser'],
    ['belongs to another municipality', 'kaigi@yamato.example', 'ErrorInvalidUser'],
  ])('tells the log, by a code only, when the mailbox %s', async (_what, sender, code) => {
    await expect(sendMail(graph, note(DRAFTER), mailing(sender))).rejects.toMatchObject({ reason: 'blocked' });
    expect(refused).toEqual([[404, code]]);
  });

  it('tells the log when the app may not use the mailbox', async () => {
    await fault({ path: '/v1.0/users/kaigi', kind: '403', code: 'ErrorAccessDenied' });
    await expect(sendMail(graph, note(DRAFTER), mailing())).rejects.toMatchObject({ reason: 'blocked' });
    expect(refused).toEqual([[403, 'ErrorAccessDenied']]);
  });

  it('comes again when Graph says, not sooner', async () => {
    await fault({ path: '/v1.0/users/kaigi', kind: '429', retryAfter: 300 });
    await expect(sendMail(graph, note(DRAFTER), mailing())).rejects.toMatchObject({
      reason: 'try-later',
      retryAfterSeconds: 300,
    });
    expect(refused).toEqual([]);
  });

  it('is sent after a short trouble without a second try of the job', async () => {
    await fault({ path: '/v1.0/users/kaigi', kind: '503', retryAfter: 0.05, times: 2 });
    await sendMail(graph, note(DRAFTER, '【回議】お知らせ 3 件'), mailing());
    expect((await mails()).filter(({ subject }) => subject.includes('3 件'))).toHaveLength(1);
  });
});
