import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createAppTokens } from '../sign-in/app-tokens.ts';
import { CLIENT_ID, MINATO } from '../testing/entra.ts';
import { type SandboxProcess, startSandbox } from '../testing/processes.ts';
import { createTransport } from '../transport/transport.ts';
import { putIntoFeed } from './activity-feed.ts';
import { createGraphClient, type GraphClient } from './graph-client.ts';
import { installForPeople } from './install-app.ts';

const APP_ID = '4b616967-6900-4000-8000-0000000000aa';
const INBOX = `https://teams.microsoft.com/l/entity/${APP_ID}/inbox`;
let sandbox: SandboxProcess;
let graph: GraphClient;

beforeAll(async () => {
  sandbox = await startSandbox('http://localhost:1');
  const transport = createTransport(sandbox.url);
  const tokens = createAppTokens({ clientId: CLIENT_ID, clientSecret: 'sandbox-secret', transport });
  graph = createGraphClient({ municipalityId: MINATO, tokens, transport });
});
afterAll(() => sandbox.stop());
afterEach(async () => {
  await fetch(`${sandbox.url}/sandbox/faults`, { method: 'DELETE' });
});

const note = (to: string) => ({ to, subject: '【回議】お知らせ 2 件', text: `・承認の依頼「${'長'.repeat(200)}」` });
const fault = (settings: object) =>
  fetch(`${sandbox.url}/sandbox/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(settings),
  });

describe('O-07: the activity feed of whom the bot cannot reach', () => {
  it('shows what waits and leads to the inbox, where the app is installed', async () => {
    await installForPeople(graph, APP_ID, ['drafter@minato.example']);
    await putIntoFeed(graph, note('drafter@minato.example'), INBOX);
    const chat = await (await fetch(`${sandbox.url}/sandbox/teams/drafter/activities`)).json();
    expect(JSON.stringify(chat)).toContain('【回議】お知らせ 2 件');
    expect(JSON.stringify(chat)).toContain(INBOX);
  });

  it('is refused for good where the app is not, or the person is unknown', async () => {
    for (const to of ['mayor@minato.example', 'nobody@minato.example'])
      await expect(putIntoFeed(graph, note(to), INBOX)).rejects.toMatchObject({ reason: 'blocked' });
  });

  it('comes again when Graph is busy, and then when it says', async () => {
    await fault({ path: '/v1.0/users/drafter', kind: '429', retryAfter: 300 });
    await expect(putIntoFeed(graph, note('drafter@minato.example'), INBOX)).rejects.toMatchObject({
      reason: 'try-later',
      retryAfterSeconds: 300,
    });
  });
});
