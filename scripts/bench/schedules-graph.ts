import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGraphClient, type GraphEditor } from '../../teams-app/src/graph/graph-client.ts';
import { createAppTokens } from '../../teams-app/src/sign-in/app-tokens.ts';
import type { Transport } from '../../teams-app/src/transport/transport.ts';
import type { OnClose } from './approvals.ts';
import { CLIENT_ID } from './chat-client.ts';

const TOKEN_MS = 30 * 60_000;

/** Where the sandbox asks whether somebody is there to hear the news. */
export async function newsEndpoint(onClose: OnClose): Promise<string> {
  const server = createServer((request, response) => {
    const token = new URL(request.url ?? '', 'http://localhost').searchParams.get('validationToken');
    response.writeHead(200, { 'content-type': 'text/plain' }).end(token ?? '');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onClose(async () => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The way to the sandbox's Graph. Who keeps tokens goes by the true time, the sandbox by ours: they are asked for anew. */
export function graphs(transport: Transport, now: () => number): (municipalityId: string) => GraphEditor {
  let kept: { readonly until: number; readonly graph: GraphEditor } | null = null;
  return (municipalityId) => {
    if (kept === null || kept.until <= now()) {
      const tokens = createAppTokens({ clientId: CLIENT_ID, clientSecret: 'sandbox-secret', transport });
      const graph = createGraphClient({ municipalityId, tokens, transport });
      kept = { until: now() + TOKEN_MS, graph };
    }
    return kept.graph;
  };
}
