import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ChangeEvent } from '@kaigi/core/contract';
import { type Shaking, shaking } from '@kaigi/core/shaking';
import { serveFile } from './stand-in-files.ts';
import { createStandInSignIn } from './stand-in-sign-in.ts';
import type { Answer, Answerer, Call } from './stand-in-wire.ts';
import { createWorld, type World } from './stand-in-world.ts';

/** A service that is only as much of one as the pages notice. Its data is checked against the contract. */
export interface StandIn {
  readonly origin: string;
  readonly world: World;
  readonly calls: Call[];
  /** What a window keeps that has signed in before. */
  remembered(): string;
  /** Answers `METHOD /path` (without the query) differently, until `restore`. */
  answer(what: string, answerer: Answerer): void;
  /**
   * Changes the world when `METHOD /path` has arrived, and answers it as usual from what is then so. Not earlier: an
   * open page may ask for everything again at any time. What is also answered differently goes into `answer`.
   */
  after(what: string, effect: (call: Call) => void): void;
  restore(): void;
  /** Tells every open page that a case, or what else the kind says, has changed. */
  tell(id: string, version: number, kind?: ChangeEvent['kind']): void;
  readonly listeners: number;
  dropListeners(): void;
  close(): Promise<void>;
}

export interface StandInOptions {
  readonly dist: string;
  readonly hostOrigins?: readonly string[];
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

function parse(text: string, type: string | undefined): unknown {
  if (type?.startsWith('application/json')) return JSON.parse(text);
  return text;
}

function send(response: ServerResponse, { status = 200, body, headers, drop }: Answer): void {
  if (drop) {
    response.destroy();
    return;
  }
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body ?? null));
  const type = status >= 400 ? 'application/problem+json' : 'application/json';
  response.writeHead(status, { 'Content-Type': type, ...headers }).end(bytes);
}

async function openStream(response: ServerResponse, listeners: Set<ServerResponse>, shake: Shaking): Promise<void> {
  await shake.connecting();
  if (response.destroyed) return;
  response.writeHead(200, { 'Content-Type': 'text/event-stream' });
  response.write(': keep-alive\n\n');
  listeners.add(response);
  response.on('close', () => listeners.delete(response));
  const lasting = shake.breaksAfterMs();
  if (lasting !== null) setTimeout(() => response.end(), lasting).unref();
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export async function startStandIn({ dist, hostOrigins = [] }: StandInOptions): Promise<StandIn> {
  const calls: Call[] = [];
  const special = new Map<string, Answerer>();
  const listeners = new Set<ServerResponse>();
  const world = createWorld();
  const signIn = createStandInSignIn();
  const shake = shaking();
  let origin = '';

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', origin);
    const text = await readBody(request);
    const { method = 'GET', headers } = request;
    const call: Call = {
      method,
      path: `${url.pathname}${url.search}`,
      headers,
      body: parse(text, headers['content-type']),
    };
    const ofService = url.pathname.startsWith('/api/');
    if (ofService) await shake.late();
    // Whoever asked may be gone by then, with its test.
    if (response.destroyed) return;
    if (ofService) calls.push(call);
    const own = special.get(`${method} ${url.pathname}`);
    if (own) return send(response, await own(call));
    if (url.pathname === '/api/v1/client-config')
      return send(response, { body: world.clientConfig(origin, hostOrigins) });
    if (url.pathname.includes('/oauth2/')) return signIn.handle({ url, text, response });
    if (!url.pathname.startsWith('/api/')) return serveFile(response, dist, url.pathname);
    if (!signIn.accepts(headers.authorization)) return send(response, world.notSignedIn());
    if (url.pathname === '/api/v1/changes') return openStream(response, listeners, shake);
    const answer = world.answer(call);
    await shake.late();
    return send(response, answer);
  };

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      send(response, { status: 500, body: world.problem(500, 'test.stand_in', String(error)) });
    });
  });
  origin = await listen(server);
  return {
    origin,
    world,
    calls,
    remembered: () => signIn.remembered(),
    answer: (what, answerer) => special.set(what, answerer),
    after: (what, effect) =>
      special.set(what, (call) => {
        effect(call);
        return world.answer(call);
      }),
    restore: () => special.clear(),
    tell: (id, version, kind = 'case') => {
      for (const listener of listeners) {
        listener.write(`event: change\ndata: ${JSON.stringify({ kind, id, version })}\n\n`);
      }
    },
    get listeners() {
      return listeners.size;
    },
    dropListeners: () => {
      for (const listener of listeners) listener.destroy();
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
