import { createHash } from 'node:crypto';
import { isUuid, KaigiError } from '@kaigi/core/shared';
import { decodeJwt, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import type { Transport } from '../transport/transport.ts';
import { tenantKeys } from './key-sets.ts';

/** Who holds a verified token: tenant and object id, never a name or an address (platform.md 4). */
export interface SignedIn {
  readonly municipalityId: string;
  readonly entraObjectId: string;
  /** The application that the token was issued to. */
  readonly clientId: string | null;
  /** Milliseconds since 1970; the token is refused from then on. */
  readonly expiresAt: number;
}

export interface TokenVerifierOptions {
  readonly clientId: string;
  readonly municipalityIds: readonly string[];
  readonly transport: Transport;
  readonly now?: () => number;
}

export interface TokenVerifier {
  /** @throws not-signed-in `sign_in.…`; unavailable `sign_in.keys_unavailable` */
  verify(token: string): Promise<SignedIn>;
}

const SCOPE = 'access_as_user';
const SKEW_SECONDS = 60;
const CACHED = 20_000;
const MAX_TOKEN_LENGTH = 16_384;

const refused = (code: string) => new KaigiError('not-signed-in', `sign_in.${code}`);

export function createTokenVerifier(options: TokenVerifierOptions): TokenVerifier {
  const { municipalityIds, transport, now = Date.now } = options;
  const keys = new Map(municipalityIds.map((id) => [id, tenantKeys(id, transport, now)]));
  const seen = rememberVerified(now);
  return {
    async verify(token) {
      const known = seen.get(token);
      if (known) return known;
      if (token.length > MAX_TOKEN_LENGTH) throw refused('refused');
      const tenantId = claimedTenant(token);
      const tenant = keys.get(tenantId);
      if (!tenant) throw refused('unknown_municipality');
      const signedIn = readClaims(await verifySignature(token, tenantId, tenant, options), tenantId);
      seen.put(token, signedIn);
      return signedIn;
    },
  };
}

/** Which tenant's keys to check with. Not trusted yet: the signature and the issuer decide. */
function claimedTenant(token: string): string {
  try {
    const { tid } = decodeJwt(token);
    if (isUuid(tid)) return tid;
  } catch {
    // Not a JWT at all.
  }
  throw refused('refused');
}

async function verifySignature(
  token: string,
  tenantId: string,
  key: JWTVerifyGetKey,
  { clientId, now = Date.now }: TokenVerifierOptions,
): Promise<JWTPayload> {
  try {
    const verified = await jwtVerify(token, key, {
      algorithms: ['RS256'],
      issuer: `https://login.microsoftonline.com/${tenantId}/v2.0`,
      audience: clientId,
      clockTolerance: SKEW_SECONDS,
      requiredClaims: ['exp', 'tid', 'oid'],
      currentDate: new Date(now()),
    });
    return verified.payload;
  } catch (error) {
    if (error instanceof KaigiError) throw error;
    if (error instanceof errors.JWTExpired) throw refused('expired');
    if (error instanceof errors.JOSEError || error instanceof TypeError) throw refused('refused');
    throw error;
  }
}

function readClaims(payload: JWTPayload, tenantId: string): SignedIn {
  const { oid, tid, azp, scp, idtyp, ver, exp } = payload;
  const scopes = typeof scp === 'string' ? scp.split(' ') : [];
  if (idtyp === 'app' || !scopes.includes(SCOPE)) throw refused('not_a_person');
  if (tid !== tenantId || !isUuid(oid) || ver !== '2.0' || exp === undefined) throw refused('refused');
  const clientId = typeof azp === 'string' && azp !== '' ? azp : null;
  return { municipalityId: tenantId, entraObjectId: oid, clientId, expiresAt: exp * 1_000 };
}

/** The RSA check costs more than most requests; a token once verified stays so until it expires. */
function rememberVerified(now: () => number) {
  const byHash = new Map<string, SignedIn>();
  const nameOf = (token: string) => createHash('sha256').update(token).digest('base64');
  return {
    get(token: string): SignedIn | null {
      const name = nameOf(token);
      const signedIn = byHash.get(name);
      if (signedIn && signedIn.expiresAt > now()) return signedIn;
      byHash.delete(name);
      return null;
    },
    put(token: string, signedIn: SignedIn): void {
      const oldest = byHash.size >= CACHED ? byHash.keys().next().value : undefined;
      if (oldest !== undefined) byHash.delete(oldest);
      if (signedIn.expiresAt > now()) byHash.set(nameOf(token), signedIn);
    },
  };
}
