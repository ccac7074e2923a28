import { timingSafeEqual } from 'node:crypto';
import { CLIENT_ID, CLIENT_SECRET } from '../settings.ts';
import { EntraError, missing } from './entra-error.ts';
import type { Form } from './form.ts';

/** One Entra app is the API, the bot and the single-page client, so it may be public or confidential. */
export function checkClient(form: Form, { secretNeeded }: { secretNeeded: boolean }): void {
  const clientId = form.get('client_id');
  if (clientId === undefined) throw missing('client_id');
  if (clientId !== CLIENT_ID) throw unknownApplication(clientId);
  const secret = form.get('client_secret');
  if (secret === undefined) {
    if (!secretNeeded) return;
    throw new EntraError({
      code: 7000218,
      error: 'invalid_client',
      description: "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
    });
  }
  if (!sameText(secret, CLIENT_SECRET)) {
    throw new EntraError({
      code: 7000215,
      error: 'invalid_client',
      description: `Invalid client secret provided for app '${CLIENT_ID}'.`,
    });
  }
}

export function unknownApplication(clientId: string): EntraError {
  return new EntraError({
    code: 700016,
    error: 'unauthorized_client',
    description: `Application with identifier '${clientId}' was not found in the directory.`,
  });
}

/** The sandbox knows no registration page, so every loopback address and the nested-app brokers count as registered. */
export function isRegisteredRedirect(uri: string): boolean {
  if (!URL.canParse(uri)) return false;
  const { protocol, hostname } = new URL(uri);
  if (protocol === 'brk-multihub:') return true;
  return ['http:', 'https:'].includes(protocol) && ['localhost', '127.0.0.1'].includes(hostname);
}

function sameText(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
