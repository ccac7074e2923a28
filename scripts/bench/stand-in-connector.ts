import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What is at the other end of the chats: it takes every message and says so. */
export function standInConnector(): Promise<{ url: string; close(): void }> {
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":"1"}');
    });
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve({ url: `http://127.0.0.1:${port}/`, close: () => server.close().closeAllConnections() });
    });
  });
}
