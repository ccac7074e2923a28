import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface StandInConnector {
  readonly url: string;
  /** The message that came last. */
  last(): string;
  close(): void;
}

/** What is at the other end of the chats: it takes every message and says so. */
export function standInConnector(): Promise<StandInConnector> {
  let last = '';
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      last = Buffer.concat(chunks).toString();
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":"1"}');
    });
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      const close = () => server.close().closeAllConnections();
      resolve({ url: `http://127.0.0.1:${port}/`, last: () => last, close });
    });
  });
}
