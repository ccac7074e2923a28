import { mkdtempSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSandbox, type Sandbox } from '../server.ts';
import { CLIENT_ID, CLIENT_SECRET, MINATO_TENANT_ID, type SandboxOptions } from '../settings.ts';

// Keys are made and servers started here; a busy machine takes its time over that.

/** A clock that a test moves by hand. */
export class TestClock {
  #offset = 0;
  readonly now = (): number => Date.now() + this.#offset;

  forward(milliseconds: number): void {
    this.#offset += milliseconds;
  }

  /** On to the coming Wednesday, 10:00 in Japan: what moves with the week is in the middle of it. */
  toMidweek(): void {
    const inJapan = this.now() + 9 * 3_600_000;
    // Day 0 was a Thursday.
    const wednesday = (Math.floor(inJapan / 86_400_000 / 7) + 1) * 7 - 1;
    const wait = wednesday * 86_400_000 + 10 * 3_600_000 - inJapan;
    this.forward(wait < 0 ? wait + 7 * 86_400_000 : wait);
  }
}

export function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = createSandbox({
    port: 0,
    pagesFolder: mkdtempSync(join(tmpdir(), 'kaigi-pages-')),
    retryDelaysMs: [20],
    ...options,
  });
  return sandbox.listen().then(() => sandbox);
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly json: any;
}

export async function call(url: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(url, { redirect: 'manual', ...init });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : null };
}

export function post(url: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  if (body === undefined) return call(url, { method: 'POST', headers });
  return call(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

/** Asks the token endpoint; client id and secret are filled in unless given. */
export function token(sandbox: Sandbox, fields: Record<string, string>, tenant = MINATO_TENANT_ID): Promise<Answer> {
  const form = { client_id: CLIENT_ID, client_secret: CLIENT_SECRET, ...fields };
  return call(`${sandbox.url}/${tenant}/oauth2/v2.0/token`, { method: 'POST', body: new URLSearchParams(form) });
}

export async function appTokenFor(sandbox: Sandbox, resource: string, tenant = MINATO_TENANT_ID): Promise<string> {
  const answer = await token(sandbox, { grant_type: 'client_credentials', scope: `${resource}/.default` }, tenant);
  return answer.json.access_token;
}

export async function passwordToken(sandbox: Sandbox, user: string, scope: string): Promise<Answer> {
  return token(sandbox, { grant_type: 'password', username: user, password: user, scope }, 'organizations');
}

interface Received {
  readonly authorization: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into activities of every shape
  readonly activity: any;
}

type Reply = (received: Received) => { status: number; body?: unknown } | Promise<{ status: number; body?: unknown }>;

/** Stands where the product's `/api/messages` stands, and remembers what it was sent. */
export class StandInService {
  readonly received: Received[] = [];
  reply: Reply = () => ({ status: 200 });
  #server: Server | null = null;
  #waiting: (() => void)[] = [];

  async listen(port = 0): Promise<string> {
    this.#server = createServer((request, response) => {
      void bodyOf(request).then(async (text) => {
        const received = { authorization: request.headers.authorization ?? '', activity: JSON.parse(text) };
        this.received.push(received);
        for (const wake of this.#waiting.splice(0)) wake();
        const { status, body } = await this.reply(received);
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(body === undefined ? '' : JSON.stringify(body));
      });
    });
    const server = this.#server;
    await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  /** The first activity, now or later, that fits. */
  async next(fits: (received: Received) => boolean): Promise<Received> {
    for (;;) {
      const found = this.received.find(fits);
      if (found !== undefined) return found;
      await new Promise<void>((wake) => this.#waiting.push(wake));
    }
  }

  async close(): Promise<void> {
    const server = this.#server;
    if (server === null) return;
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

export async function until<T>(ask: () => Promise<T>, fits: (value: T) => boolean): Promise<T> {
  for (;;) {
    const value = await ask();
    if (fits(value)) return value;
    await new Promise((done) => setTimeout(done, 10));
  }
}
