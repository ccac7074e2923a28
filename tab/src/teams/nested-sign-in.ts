import type { AccountInfo, IPublicClientApplication } from '@azure/msal-browser';
import type { ClientConfig } from './client-config.ts';
import { SignInError, troubleOf } from './sign-in-error.ts';

export type TokenSource = (renew: boolean) => Promise<string>;

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  const { errorCode, message } = error as { errorCode?: unknown; message?: unknown };
  return typeof errorCode === 'string' ? errorCode : String(message ?? error);
}

async function acquire(app: IPublicClientApplication, scope: string, renew: boolean): Promise<string> {
  const account: AccountInfo | null = app.getActiveAccount() ?? app.getAllAccounts()[0] ?? null;
  const wish = { scopes: [scope], forceRefresh: renew, ...(account ? { account } : {}) };
  const { InteractionRequiredAuthError } = await import('@azure/msal-browser');
  try {
    return (await app.acquireTokenSilent(wish)).accessToken;
  } catch (error) {
    if (!(error instanceof InteractionRequiredAuthError)) throw error;
    return (await app.acquireTokenPopup({ scopes: [scope] })).accessToken;
  }
}

/** Nested app authentication: the host signs in for us. Fetched only where the host recommends it. */
export async function createNestedSignIn(config: ClientConfig): Promise<TokenSource> {
  const { createNestablePublicClientApplication } = await import('@azure/msal-browser');
  const app = await createNestablePublicClientApplication({
    auth: { clientId: config.clientId, authority: config.authority },
  });
  return async (renew) => {
    try {
      return await acquire(app, config.scope, renew);
    } catch (error) {
      throw new SignInError(troubleOf(codeOf(error)), error);
    }
  };
}
