import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HOST_TOKEN } from './stand-in-sign-in.ts';

export interface TeamsWindow {
  readonly origin: string;
  /** The address of a window that frames the tab; `context` is what the host tells it. */
  address(tabUrl: string, context: Readonly<Record<string, string>>): string;
  close(): Promise<void>;
}

// The protocol that teams-js speaks with the window around it: every message is answered under its own id.
const PAGE = `<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>host</title>
<style>html,body,iframe{margin:0;border:0;width:100%;height:100%;display:block}</style></head><body><iframe title="tab"></iframe>
<script>
const query = new URLSearchParams(location.search);
const frame = document.querySelector('iframe');
const context = { frameContext: 'content', hostName: 'Teams', sessionId: 's', entityId: 'inbox', userObjectId: 'u', tid: 't',
  ...JSON.parse(query.get('context')) };
const runtime = { apiVersion: 4, hostVersionsInfo: {}, isLegacyTeams: false, supports: { pages: {}, dialog: { url: {} } } };
window.heard = [];
const answers = {
  initialize: () => context.silent ? null : [context.frameContext, 'web', JSON.stringify(runtime), '2.58.0'],
  getContext: () => [context],
  executeDeepLink: () => [true],
  'meeting.getMeetingDetails': () => [null, context.meetingDetails ? JSON.parse(context.meetingDetails) : null],
  'authentication.getAuthToken': () => context.refuse ? [false, context.refuse] : [true, '${HOST_TOKEN}'],
};
addEventListener('message', (event) => {
  if (event.source !== frame.contentWindow) return;
  const { id, uuid, uuidAsString, func, args } = event.data;
  window.heard.push({ func, args });
  const answer = (answers[func] ?? (() => []))();
  if (answer) event.source.postMessage({ id, uuid, uuidAsString, args: answer, isPartialResponse: false }, event.origin);
});
window.tell = (func, args) => frame.contentWindow.postMessage({ func, args }, '*');
frame.src = query.get('tab');
</script></body></html>`;

/** A window with the tab in a frame, on an origin of its own: as much of Teams as teams-js asks for. */
export async function openTeamsWindow(): Promise<TeamsWindow> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(PAGE);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    address: (tabUrl, context) =>
      `${origin}/?${new URLSearchParams({ tab: tabUrl, context: JSON.stringify(context) })}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
