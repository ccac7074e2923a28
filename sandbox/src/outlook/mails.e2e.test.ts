import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Sandbox } from '../server.ts';
import { YAMATO_TENANT_ID } from '../settings.ts';
import { appTokenFor, call, passwordToken, startSandbox } from '../testing/tenant.ts';

const GRAPH = 'https://graph.microsoft.com';
let sandbox: Sandbox;
let token: string;
beforeAll(async () => {
  sandbox = await startSandbox();
  token = await appTokenFor(sandbox, GRAPH);
});
afterAll(() => sandbox.close());

const mail = (...to: string[]) => ({
  message: {
    subject: 'お知らせ',
    body: { contentType: 'Text', content: '1 件 <b>あります</b>\nhttps://example.com/?a=1&b=2' },
    importance: 'High',
    toRecipients: to.map((address) => ({ emailAddress: { address } })),
  },
  saveToSentItems: false,
});
const send = (path: string, body: unknown, bearer = token) =>
  call(`${sandbox.url}/v1.0${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const SHARED = '/users/kaigi@minato.example/sendMail';
const mailsOf = async (person: string) => (await call(`${sandbox.url}/sandbox/mails/${person}`)).json.items;

describe('mail of the made-up city', () => {
  it('is taken from the shared mailbox with 202 and nothing else, and reaches its person', async () => {
    const answer = await send(SHARED, mail('drafter@minato.example'));
    expect([answer.status, answer.text]).toEqual([202, '']);
    expect(await mailsOf('drafter')).toMatchObject([
      { from: 'kaigi@minato.example', subject: 'お知らせ', contentType: 'text', importance: 'high' },
    ]);
    expect(await mailsOf('mayor')).toEqual([]);
  });

  it('is taken also for somebody who is nobody: whether it arrives is told by no answer', async () => {
    expect((await send(SHARED, mail('nobody@minato.example'))).status).toBe(202);
  });

  it.each([
    ['an unknown mailbox', '/users/nobody@minato.example/sendMail', mail('drafter@minato.example'), 404],
    ['the mailbox of another municipality', '/users/kaigi@yamato.example/sendMail', mail('a@yamato.example'), 404],
    ['nobody to send it to', SHARED, mail(), 400],
    ['an address that is none', SHARED, mail('drafter'), 400],
    ['no message', SHARED, {}, 400],
  ])('is refused for %s', async (_what, path, body, status) => {
    const answer = await send(path, body);
    expect(answer.status).toBe(status);
    expect(answer.json.error).toMatchObject({ code: expect.any(String), message: expect.any(String) });
  });

  it('is sent by a person in their own name only', async () => {
    const mine = (await passwordToken(sandbox, 'drafter@minato.example', `${GRAPH}/Mail.Send`)).json.access_token;
    expect((await send(SHARED, mail('mayor@minato.example'), mine)).status).toBe(403);
    expect((await send('/me/sendMail', mail('mayor@minato.example'), mine)).status).toBe(202);
    expect(await mailsOf('mayor')).toMatchObject([{ from: 'drafter@minato.example' }]);
  });

  it('of one municipality is not sent by the app of another', async () => {
    const other = await appTokenFor(sandbox, GRAPH, YAMATO_TENANT_ID);
    expect((await send(SHARED, mail('drafter@minato.example'), other)).status).toBe(404);
    expect((await send('/users/kaigi@yamato.example/sendMail', mail('a@yamato.example'), other)).status).toBe(202);
  });

  it('is shown on a page as text, with its links', async () => {
    const page = await call(`${sandbox.url}/mail?as=drafter@minato.example`);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(page.text).toContain('1 件 &lt;b&gt;あります&lt;/b&gt;');
    expect(page.text).toContain('<a href="https://example.com/?a=1&amp;b=2">');
    expect((await call(`${sandbox.url}/mail?as=nobody`)).status).toBe(404);
  });
});
