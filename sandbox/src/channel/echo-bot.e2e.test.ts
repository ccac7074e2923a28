import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfidentialClientApplication } from '@azure/msal-node';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import botbuilder, { type ConversationReference, type TurnContext } from 'botbuilder';
import botConnector from 'botframework-connector';
import type { Sandbox } from '../server.ts';
import { CLIENT_ID, CLIENT_SECRET, MINATO_TENANT_ID } from '../settings.ts';
import { call, post, startSandbox, until } from '../testing/tenant.ts';

const { CloudAdapter, ConfigurationBotFrameworkAuthentication, TurnContext: Turn } = botbuilder;
const { MsalServiceClientCredentialsFactory } = botConnector;
const CARD = 'application/vnd.microsoft.card.adaptive';

let sandbox: Sandbox;
let server: Server;
let adapter: InstanceType<typeof CloudAdapter>;
const installed: { reference: Partial<ConversationReference>; type: string }[] = [];

beforeAll(async () => {
  server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  sandbox = await startSandbox({ serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
  adapter = createAdapter(sandbox.url);
  server.on('request', async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body: unknown = JSON.parse(Buffer.concat(parts).toString('utf8'));
    const answer = {
      socket: response.socket,
      status: (code: number) => response.writeHead(code, { 'content-type': 'application/json' }),
      header: () => undefined,
      send: (value: unknown) => response.write(JSON.stringify(value)),
      end: () => response.end(),
    };
    const { method = 'POST', headers } = request;
    await adapter.process({ method, headers, body: body as Record<string, unknown> }, answer as never, echo);
  });
});
afterAll(async () => {
  await sandbox.close();
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

function createAdapter(sandboxUrl: string): InstanceType<typeof CloudAdapter> {
  const go = async <T>(method: string, url: string, options?: { headers?: Record<string, string>; body?: string }) => {
    const { pathname, search } = new URL(url);
    const response = await fetch(`${sandboxUrl}${pathname}${search}`, {
      method,
      headers: options?.headers ?? {},
      body: options?.body ?? null,
    });
    const body = (await response.json()) as T;
    return { status: response.status, headers: Object.fromEntries(response.headers), body };
  };
  const cca = new ConfidentialClientApplication({
    auth: {
      clientId: CLIENT_ID,
      clientSecret: CLIENT_SECRET,
      authority: `https://login.microsoftonline.com/${MINATO_TENANT_ID}`,
    },
    system: {
      networkClient: {
        sendGetRequestAsync: (u, o) => go('GET', u, o),
        sendPostRequestAsync: (u, o) => go('POST', u, o),
      },
    },
  });
  const metadata = `${sandboxUrl}/.well-known/openidconfiguration`;
  return new CloudAdapter(
    new ConfigurationBotFrameworkAuthentication(
      {
        MicrosoftAppId: CLIENT_ID,
        MicrosoftAppType: 'SingleTenant',
        MicrosoftAppTenantId: MINATO_TENANT_ID,
        MicrosoftAppPassword: CLIENT_SECRET,
        ToChannelFromBotLoginUrl: `https://login.microsoftonline.com/${MINATO_TENANT_ID}`,
        ToChannelFromBotOAuthScope: 'https://api.botframework.com',
        ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
        ToBotFromChannelOpenIdMetadataUrl: metadata,
        ToBotFromEmulatorOpenIdMetadataUrl: metadata,
        OAuthUrl: sandboxUrl,
        CallerId: 'urn:botframework:azure',
      } as never,
      // The SDK still types msal-node 2; version 7 works.
      new MsalServiceClientCredentialsFactory(CLIENT_ID, cca as never) as never,
    ),
  );
}

async function echo(context: TurnContext): Promise<void> {
  const { activity } = context;
  if (activity.type === 'message') {
    const content = {
      type: 'AdaptiveCard',
      version: '1.5',
      body: [{ type: 'TextBlock', text: `受付: ${activity.text}` }],
    };
    await context.sendActivity({ type: 'message', attachments: [{ contentType: CARD, content }] });
  }
  if (activity.type === 'invoke') {
    const value = {
      type: 'AdaptiveCard',
      version: '1.5',
      body: [{ type: 'TextBlock', text: activity.value.action.data.note }],
    };
    await context.sendActivity({
      type: 'invokeResponse',
      value: { status: 200, body: { statusCode: 200, type: CARD, value } },
    });
  }
  if (activity.type === 'installationUpdate' || activity.type === 'conversationUpdate') {
    installed.push({ reference: Turn.getConversationReference(activity), type: activity.type });
  }
}

async function cardsOf(person: string) {
  const { json } = await call(`${sandbox.url}/sandbox/teams/${person}/messages`);
  return json.items.filter((message: { from: string }) => message.from === 'bot');
}

describe("a bot on Microsoft's SDK", () => {
  it('accepts the signed activity, answers with a card, and its card is replaced when pressed', async () => {
    await post(`${sandbox.url}/sandbox/teams/drafter/open`);
    await post(`${sandbox.url}/sandbox/teams/drafter/messages`, { text: 'こんにちは' });
    const [message] = await until(
      () => cardsOf('drafter'),
      (items) => items.length === 1,
    );
    expect(message.attachments[0].content.body[0].text).toBe('受付: こんにちは');

    const answer = await post(`${sandbox.url}/sandbox/teams/drafter/actions`, {
      messageId: message.id,
      action: { type: 'Action.Execute', verb: 'approvals/approve', data: { note: 'old', caseId: 'c-1' } },
      inputs: { note: '承認します' },
    });
    expect(answer.json).toMatchObject({ outcome: 'card', statusCode: 200, message: { id: message.id } });
    const [after] = await cardsOf('drafter');
    expect(after.attachments[0].content.body[0].text).toBe('承認します');
    expect(after.editedAt).not.toBeNull();
  });

  it('hears of an installation and can write first', async () => {
    await post(`${sandbox.url}/sandbox/teams/section-head/open`);
    const mine = () => Promise.resolve(installed.filter(({ reference }) => reference.user?.name === '帆足 みちる'));
    const events = await until(mine, (found) => found.length === 2);
    expect(events.map((event) => event.type)).toEqual(['installationUpdate', 'conversationUpdate']);
    const reference = events[0]?.reference ?? {};
    expect(reference).toMatchObject({ channelId: 'msteams', conversation: { tenantId: MINATO_TENANT_ID } });
    await adapter.continueConversationAsync(CLIENT_ID, reference, async (context) => {
      const sent = await context.sendActivity('承認の依頼が1件あります');
      await context.updateActivity({ id: sent?.id ?? '', type: 'message', text: '承認の依頼は取り消されました' });
    });
    const [message] = await cardsOf('section-head');
    expect(message.text).toBe('承認の依頼は取り消されました');
    const feed = await call(`${sandbox.url}/sandbox/teams/section-head/activities`);
    expect(feed.json.items[0]).toMatchObject({ kind: 'chat', preview: '承認の依頼が1件あります', read: false });
  });

  it('hears of an installation that Graph made', async () => {
    const { json } = await call(`${sandbox.url}/${MINATO_TENANT_ID}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: CLIENT_ID,
        client_secret: CLIENT_SECRET,
        scope: 'https://graph.microsoft.com/.default',
      }),
    });
    const answer = await post(
      `${sandbox.url}/v1.0/users/mayor@minato.example/teamwork/installedApps`,
      {
        'teamsApp@odata.bind':
          'https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/4b616967-6900-4000-8000-0000000000aa',
      },
      { authorization: `Bearer ${json.access_token}` },
    );
    expect(answer.status).toBe(201);
    const events = await until(
      () => Promise.resolve(installed.filter(({ reference }) => reference.user?.name === '港 みなと')),
      (found) => found.length === 2,
    );
    expect(events[0]?.reference.conversation?.id).toMatch(/^a:/);
  });
});
