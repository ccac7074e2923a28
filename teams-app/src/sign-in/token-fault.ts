import { InteractionRequiredAuthError, ServerError } from '@azure/msal-node';
import { KaigiError } from '@kaigi/core/shared';

/** How Entra names its own passing troubles (RFC 6749, 4.1.2.1). */
const PASSING = new Set(['temporarily_unavailable', 'server_error']);

/** What became of a wish for a token: refused by Entra, which an administrator mends, or asked again later. */
export function tokenFault(cause: unknown, refusedAs: string): KaigiError {
  const said = cause instanceof ServerError || cause instanceof InteractionRequiredAuthError;
  const isRefused = said && !PASSING.has(cause.errorCode);
  return Object.assign(new KaigiError('unavailable', isRefused ? refusedAs : 'graph.busy'), { cause });
}
