import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, importJWK, type JWK, type JWTPayload, jwtVerify, SignJWT } from 'jose';

interface Key {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  readonly privateJwk: JWK;
  readonly publicJwk: JWK;
}

/** RS256 keys of one issuer: the newest signs, all that are kept verify and are published. */
export class KeyRing {
  #keys: Key[] = [];
  readonly #extras: Readonly<Record<string, unknown>>;

  private constructor(extras: Readonly<Record<string, unknown>>) {
    this.#extras = extras;
  }

  /** `extras` are published with every key, e.g. the channel's endorsements. */
  static async create(extras: Readonly<Record<string, unknown>>, saved: readonly JWK[] = []): Promise<KeyRing> {
    const ring = new KeyRing(extras);
    for (const jwk of saved) ring.#keys.push(await keyFrom(jwk));
    if (ring.#keys.length === 0) await ring.rotate({ keepOld: false });
    return ring;
  }

  async rotate({ keepOld }: { keepOld: boolean }): Promise<string> {
    const pair = await generateKeyPair('RS256', { extractable: true });
    const jwk = { ...(await exportJWK(pair.privateKey)), kid: randomUUID().replaceAll('-', '') };
    const key = await keyFrom(jwk);
    this.#keys = keepOld ? [key, ...this.#keys].slice(0, 3) : [key];
    return key.kid;
  }

  published(): { keys: Record<string, unknown>[] } {
    return { keys: this.#keys.map((key) => ({ ...key.publicJwk, use: 'sig', ...this.#extras })) };
  }

  saved(): JWK[] {
    return this.#keys.map((key) => key.privateJwk);
  }

  sign(claims: JWTPayload): Promise<string> {
    const key = this.#newest();
    return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: key.kid }).sign(key.privateKey);
  }

  /** @throws jose's errors (`JWTExpired`, `JWSSignatureVerificationFailed` …) */
  async verify(token: string, now: number): Promise<JWTPayload> {
    const { payload } = await jwtVerify(
      token,
      (header) => {
        const key = this.#keys.find((candidate) => candidate.kid === header.kid);
        if (key === undefined) throw new TypeError('no such key');
        return key.publicKey;
      },
      { algorithms: ['RS256'], currentDate: new Date(now), requiredClaims: ['exp', 'aud', 'iss'] },
    );
    return payload;
  }

  #newest(): Key {
    const [key] = this.#keys;
    if (key === undefined) throw new TypeError('a key ring without keys');
    return key;
  }
}

async function keyFrom(jwk: JWK): Promise<Key> {
  const { kty, n, e } = jwk;
  const kid = jwk.kid ?? '';
  if (kty === undefined || n === undefined || e === undefined) throw new TypeError('not an RSA key');
  const publicJwk = { kty, n, e, kid };
  return {
    kid,
    privateJwk: jwk,
    publicJwk,
    privateKey: (await importJWK(jwk, 'RS256')) as CryptoKey,
    publicKey: (await importJWK(publicJwk, 'RS256')) as CryptoKey,
  };
}
