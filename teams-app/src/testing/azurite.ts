import { type ChildProcess, spawn } from 'node:child_process';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { BlobServiceClient, ContainerClient, StorageSharedKeyCredential } from '@azure/storage-blob';
import { freePort } from '@kaigi/core/free-port';

/** Microsoft's own emulator of Azure Storage; these two are in its documentation and open nothing else. */
const ACCOUNT = 'devstoreaccount1';
export const AZURITE_KEY = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

/** What happens to one request on its way. */
export type Fault =
  | { readonly kind: 'STATUS'; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  /** Some of the answer comes, then the connection breaks. */
  | { readonly kind: 'BREAK_ANSWER' }
  /** Some of what is sent arrives, then the connection breaks. */
  | { readonly kind: 'BREAK_REQUEST' }
  /** The store does what is asked, and nobody hears of it. */
  | { readonly kind: 'LOSE_ANSWER' }
  | { readonly kind: 'HANG' };

export interface Azurite {
  /** For `KAIGI_BLOBS_AZURE_URL`, through the faults. */
  readonly url: string;
  readonly container: ContainerClient;
  readonly account: BlobServiceClient;
  /** Asked for every request; null: nothing happens to it. */
  fault: ((method: string, path: string) => Fault | null) | null;
  /** Requests that came, with those that met a fault. */
  readonly seen: string[];
  stop(): Promise<void>;
}

function pass(target: number, incoming: IncomingMessage, answer: ServerResponse, fault: Fault | null): void {
  const { method, url, headers } = incoming;
  const outgoing = request({ host: '127.0.0.1', port: target, method, path: url, headers }, (from) => {
    if (fault?.kind === 'LOSE_ANSWER') return void from.resume().on('end', () => answer.destroy());
    answer.writeHead(from.statusCode ?? 502, from.headers);
    if (fault?.kind !== 'BREAK_ANSWER') return void from.pipe(answer);
    from.once('data', (some: Buffer) => {
      answer.write(some.subarray(0, Math.ceil(some.length / 2)), () => answer.destroy());
      from.destroy();
    });
  });
  outgoing.on('error', () => answer.destroy());
  incoming.on('error', () => outgoing.destroy());
  if (fault?.kind !== 'BREAK_REQUEST') return void incoming.pipe(outgoing);
  incoming.once('data', (some: Buffer) => {
    outgoing.write(some.subarray(0, Math.ceil(some.length / 2)), () => outgoing.destroy());
    incoming.destroy();
  });
}

function faultyProxy(target: number, azurite: Pick<Azurite, 'fault' | 'seen'>): Server {
  return createServer((incoming, answer) => {
    const { method = 'GET', url = '/' } = incoming;
    const fault = azurite.fault?.(method, url) ?? null;
    azurite.seen.push(`${method} ${fault?.kind ?? 'ok'}`);
    if (fault?.kind === 'HANG') return void incoming.resume();
    if (fault?.kind !== 'STATUS') return pass(target, incoming, answer, fault);
    incoming.resume().on('end', () => {
      answer.writeHead(fault.status, fault.headers).end();
    });
  });
}

async function untilItAnswers(child: ChildProcess, port: number): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new RangeError('Azurite ended');
    const answered = await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The emulator as a process of its own, and a proxy before it at which things go wrong. */
export async function startAzurite(): Promise<Azurite> {
  const port = await freePort();
  const main = createRequire(import.meta.url).resolve('azurite/dist/src/blob/main.js');
  const options = [
    '--inMemoryPersistence',
    '--disableTelemetry',
    '--silent',
    '--skipApiVersionCheck',
    '--blobPort',
    String(port),
  ];
  const child = spawn(process.execPath, [main, ...options], { stdio: 'ignore' });
  await untilItAnswers(child, port);
  const seen: string[] = [];
  const parts: { fault: Azurite['fault']; seen: string[] } = { fault: null, seen };
  const proxy = faultyProxy(port, parts);
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const credential = new StorageSharedKeyCredential(ACCOUNT, AZURITE_KEY);
  const container = new ContainerClient(`http://127.0.0.1:${port}/${ACCOUNT}/files`, credential);
  await container.create();
  return Object.assign(parts, {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}/${ACCOUNT}/files/minato`,
    container,
    account: new BlobServiceClient(`http://127.0.0.1:${port}/${ACCOUNT}`, credential),
    async stop() {
      // Nobody comes in any more before those who are in are sent away.
      const closed = new Promise((resolve) => proxy.close(resolve));
      proxy.closeAllConnections();
      await closed;
      const ended = new Promise((resolve) => child.once('close', resolve));
      // What it holds is in memory, and asked politely it waits for connections that are kept open.
      child.kill('SIGKILL');
      await ended;
    },
  });
}
