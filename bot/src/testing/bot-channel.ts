import { createSign, generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly authorization: string;
  readonly body: { readonly [key: string]: unknown };
}

interface Answer {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}

export interface BotChannel {
  readonly url: string;
  readonly calls: Call[];
  /** What the connector answers from now on; null: as it should. */
  answer: Answer | null;
  token(claims?: object, options?: { readonly foreignKey?: boolean }): string;
  close(): Promise<void>;
}

const keyPair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const chunk of request) parts.push(chunk as Buffer);
  return Buffer.concat(parts).toString();
}

/** A Bot Framework channel on loopback: its keys, its tokens, its connector. A test of the adapter needs no more. */
export async function startBotChannel(audience: string): Promise<BotChannel> {
  const own = keyPair();
  const foreign = keyPair();
  const calls: Call[] = [];
  const channel = { answer: null as Answer | null };
  const server: Server = createServer(async (request, response) => {
    const path = request.url ?? '/';
    const send = ({ status, headers, body }: Answer) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(body === undefined ? '' : JSON.stringify(body));
    };
    if (path === '/.well-known/openidconfiguration') return send({ status: 200, body: { jwks_uri: `${url}/keys` } });
    if (path === '/keys') {
      const jwk = own.publicKey.export({ format: 'jwk' });
      return send({ status: 200, body: { keys: [{ ...jwk, kid: 'k1', endorsements: ['msteams'] }] } });
    }
    const body = await bodyOf(request);
    const { authorization = '' } = request.headers;
    calls.push({ method: request.method ?? '', path, authorization, body: body === '' ? {} : JSON.parse(body) });
    return send(channel.answer ?? { status: 200, body: { id: `m${calls.length}` } });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    calls,
    get answer() {
      return channel.answer;
    },
    set answer(answer) {
      channel.answer = answer;
    },
    token(claims = {}, { foreignKey = false } = {}) {
      const now = Math.floor(Date.now() / 1000);
      const standard = {
        iss: 'https://api.botframework.com',
        aud: audience,
        serviceurl: `${url}/`,
        nbf: now - 60,
        exp: now + 600,
      };
      const signed = `${part({ alg: 'RS256', typ: 'JWT', kid: 'k1' })}.${part({ ...standard, ...claims })}`;
      const key = foreignKey ? foreign.privateKey : own.privateKey;
      return `Bearer ${signed}.${createSign('RSA-SHA256').update(signed).sign(key).toString('base64url')}`;
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
