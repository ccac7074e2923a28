import { badInput, type Caller, KaigiError, type Via } from '@kaigi/core/shared';
import type { FastifyRequest } from 'fastify';
import type { SignedIn, TokenVerifier } from '../sign-in/token-verifier.ts';
import { localeOf } from './locale.ts';

const BEARER = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+) *$/i;

/** @throws not-signed-in `sign_in.…` */
export async function signedIn(request: FastifyRequest, verifier: TokenVerifier): Promise<SignedIn> {
  const header = request.headers.authorization;
  if (header === undefined) throw new KaigiError('not-signed-in', 'sign_in.required');
  const token = BEARER.exec(header)?.[1];
  if (token === undefined) throw new KaigiError('not-signed-in', 'sign_in.refused');
  return verifier.verify(token);
}

export function callerOf(request: FastifyRequest, { municipalityId, entraObjectId, clientId }: SignedIn): Caller {
  return {
    municipalityId,
    entraObjectId,
    ...(clientId === null ? {} : { clientId }),
    via: viaOf(request),
    locale: localeOf(request.headers['accept-language']),
    idempotencyKey: idempotencyKeyOf(request.headers['idempotency-key']),
  };
}

/** By which page it came, for the history only: our own pages say it by where they stand. Nothing is allowed by it. */
function viaOf({ headers }: FastifyRequest): Via {
  const page = headers.referer ?? '';
  if (headers['sec-fetch-site'] !== 'same-origin' || !URL.canParse(page)) return 'api';
  const { pathname } = new URL(page);
  if (pathname.startsWith('/office-addin/')) return 'word';
  return pathname.startsWith('/tab/') ? 'teams' : 'api';
}

const KEY = /^[\x21-\x7e]{1,200}$/;

function idempotencyKeyOf(header: string | string[] | undefined): string | null {
  if (header === undefined) return null;
  if (typeof header === 'string' && KEY.test(header)) return header;
  throw badInput('http.invalid_idempotency_key');
}
