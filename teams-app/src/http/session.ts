import { type Caller, KaigiError } from '@kaigi/core/shared';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { municipalityMark } from '../log.ts';
import type { TokenVerifier } from '../sign-in/token-verifier.ts';
import { callerOf, signedIn } from './authenticate.ts';
import { createLimiter } from './limits.ts';

interface Session {
  readonly caller: Caller;
  readonly expiresAt: number;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Who calls; null where nobody has to be signed in. */
    session: Session | null;
    /** What the log says of this request besides its route. */
    remark: { code?: string; errorId?: string; municipality?: string };
  }
}

// Everybody in a city hall may come from one address.
const PEOPLE_BEHIND_ONE_ADDRESS = 200;
// Wrong tokens are rare in honest use; guessing needs very many.
const REFUSALS_PER_MINUTE = 120;

export interface SessionOptions {
  readonly verifier: TokenVerifier;
  readonly requestsPerMinute: number;
}

/** Every route registered on this instance needs a signed-in person; limits count by address and by person. */
export function requireSignIn(app: FastifyInstance, { verifier, requestsPerMinute }: SessionOptions): void {
  const byPerson = createLimiter(requestsPerMinute);
  const byAddress = createLimiter(requestsPerMinute * PEOPLE_BEHIND_ONE_ADDRESS);
  const refusedByAddress = createLimiter(Math.max(REFUSALS_PER_MINUTE, requestsPerMinute));
  app.addHook('onRequest', async (request) => {
    if (refusedByAddress.isSpent(request.ip)) refusedByAddress.take(request.ip);
    byAddress.take(request.ip);
    const person = await signedIn(request, verifier).catch((error: unknown) => {
      // Expired tokens come from honest pages, very many at once after a night; forged ones do not.
      if (error instanceof KaigiError && error.code === 'sign_in.refused') refusedByAddress.take(request.ip);
      throw error;
    });
    request.remark.municipality = municipalityMark(person.municipalityId);
    byPerson.take(`${person.municipalityId}/${person.entraObjectId}`);
    request.session = { caller: callerOf(request, person), expiresAt: person.expiresAt };
  });
}

export function requireSession(request: FastifyRequest): Session {
  if (!request.session) throw new KaigiError('not-signed-in', 'sign_in.required');
  return request.session;
}

export const requireCaller = (request: FastifyRequest): Caller => requireSession(request).caller;
