// A bare bot in a process of its own: the SDK, the same sign-in, one card for every press or message. What the suite is held against.
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfidentialClientApplication } from '@azure/msal-node';
import { sandboxChannel } from '@kaigi/bot';
import {
  type Activity,
  ActivityTypes,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type Request,
  type Response,
  type TurnContext,
} from 'botbuilder';
import { MsalServiceClientCredentialsFactory } from 'botframework-connector';
import { createTransport, msalNetwork } from '../../teams-app/src/transport/transport.ts';

const [sandboxUrl = '', tenantId = '', clientId = '', answerFile = ''] = process.argv.slice(2);
const answer = JSON.parse(await readFile(answerFile, 'utf8')) as unknown;
const channel = sandboxChannel(sandboxUrl, tenantId);
// Of messages the bare bot sends its answers too, and needs a token for them.
const application = new ConfidentialClientApplication({
  auth: { clientId, clientSecret: 'sandbox-secret', authority: channel.loginUrl },
  system: { networkClient: msalNetwork(createTransport(sandboxUrl)) },
});
type SdkApplication = ConstructorParameters<typeof MsalServiceClientCredentialsFactory>[1];
const credentials = new MsalServiceClientCredentialsFactory(clientId, application as unknown as SdkApplication);
const adapter = new CloudAdapter(
  new ConfigurationBotFrameworkAuthentication(
    {
      MicrosoftAppId: clientId,
      MicrosoftAppPassword: 'sandbox-secret',
      MicrosoftAppType: 'SingleTenant',
      MicrosoftAppTenantId: tenantId,
      ToChannelFromBotLoginUrl: channel.loginUrl,
      ToChannelFromBotOAuthScope: channel.oauthScope,
      ToBotFromChannelTokenIssuer: channel.tokenIssuer,
      ToBotFromChannelOpenIdMetadataUrl: channel.openIdMetadataUrl,
      ToBotFromEmulatorOpenIdMetadataUrl: channel.openIdMetadataUrl,
      OAuthUrl: channel.oauthUrl,
      CallerId: 'urn:botframework:azure',
    },
    credentials,
  ),
);

async function turn(context: TurnContext): Promise<void> {
  if (context.activity.type === ActivityTypes.Message) {
    await context.sendActivity(answer as Partial<Activity>);
    return;
  }
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body: answer } });
}

/** The least of a web framework that the SDK asks for. */
function responseFor(response: ServerResponse): Response {
  return {
    socket: response.socket,
    header: (name, value) => response.setHeader(name, String(value)),
    status: (code) => {
      response.statusCode = code;
    },
    send: (body) => {
      response.setHeader('content-type', 'application/json; charset=utf-8');
      response.end(JSON.stringify(body));
    },
    end: () => response.end(),
  };
}

async function bodyOf(incoming: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>;
}

const server = createServer(async (incoming, outgoing) => {
  const { headers, method = 'POST' } = incoming;
  const asked: Request = { body: await bodyOf(incoming), headers, method };
  await adapter.process(asked, responseFor(outgoing), turn);
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
// The channel to the bench closes with the bench, however that ends.
process.on('disconnect', () => process.exit());
