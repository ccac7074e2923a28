import { createServer, type Server } from 'node:http';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { createTransport, type Transport } from '../transport/transport.ts';

export const CLIENT_ID = '4b616967-6900-4000-8000-000000000001';
export const MINATO = '6d696e61-746f-4000-8000-000000000001';
export const YAMATO = '79616d61-746f-4000-8000-000000000002';
export const SOMEBODY = '11111111-1111-4111-8111-111111111111';

type KeyPair = Awaited<ReturnType<typeof generateKeyPair>>;

/** Claims to change; undefined takes one away. */
export type Claims = Readonly<Record<string, unknown>>;

/** A sign-in service on loopback with real keys, which signs whatever a test wants signed. */
export interface Entra {
  readonly url: string;
  readonly transport: Transport;
  /** How often its keys were asked for. */
  readonly asked: () => number;
  /** New keys, as Entra makes them every few weeks. */
  rotate(): Promise<void>;
  /** Answers 503 from now on, or no more. */
  fail(failing: boolean): void;
  token(claims?: Claims, header?: { alg?: string; kid?: string }): Promise<string>;
  unsigned(claims?: Claims): string;
  close(): Promise<void>;
}

export const seconds = () => Math.floor(Date.now() / 1_000);

export function claimsOf(changed: Claims = {}): JWTPayload {
  return {
    aud: CLIENT_ID,
    iss: `https://login.microsoftonline.com/${MINATO}/v2.0`,
    tid: MINATO,
    oid: SOMEBODY,
    scp: 'access_as_user',
    ver: '2.0',
    iat: seconds() - 10,
    nbf: seconds() - 10,
    exp: seconds() + 3_600,
    ...changed,
  };
}

export async function startEntra(): Promise<Entra> {
  let generation = 1;
  let failing = false;
  let asked = 0;
  let keys: KeyPair = await generateKeyPair('RS256');
  const kid = () => `key-${generation}`;
  const server: Server = createServer(async (_request, response) => {
    asked += 1;
    if (failing) return response.writeHead(503).end();
    const jwk = { ...(await exportJWK(keys.publicKey)), kid: kid(), use: 'sig', alg: 'RS256' };
    return response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [jwk] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  return {
    url,
    transport: createTransport(url),
    asked: () => asked,
    async rotate() {
      generation += 1;
      keys = await generateKeyPair('RS256');
    },
    fail(now) {
      failing = now;
    },
    async token(claims, header = {}) {
      const protectedHeader = { alg: 'RS256', kid: kid(), typ: 'JWT', ...header };
      const key = protectedHeader.alg === 'HS256' ? await hmacKey(keys) : keys.privateKey;
      return new SignJWT(claimsOf(claims)).setProtectedHeader(protectedHeader).sign(key);
    },
    unsigned: (claims) => new UnsecuredJWT(claimsOf(claims)).encode(),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The old trick: the public key, which everybody knows, used as if it were a shared secret. */
async function hmacKey(keys: KeyPair): Promise<Uint8Array> {
  return new TextEncoder().encode(JSON.stringify(await exportJWK(keys.publicKey)));
}
