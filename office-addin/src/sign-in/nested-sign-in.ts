import type { IPublicClientApplication } from '@azure/msal-browser';
import { SignedOut, type SignIn, type SignInSettings } from './sign-in.ts';

/** Nested app authentication: the Office host signs in for the pane, MSAL keeps the token in memory. */
export class NestedSignIn implements SignIn {
  readonly #settings: SignInSettings;
  #application: Promise<IPublicClientApplication> | undefined;

  constructor(settings: SignInSettings) {
    this.#settings = settings;
  }

  async token({ anew = false, ask = false }: { anew?: boolean; ask?: boolean } = {}): Promise<string> {
    const request = { scopes: [this.#settings.scope], forceRefresh: anew };
    this.#application ??= this.#create();
    try {
      const application = await this.#application;
      const silent = await application.acquireTokenSilent(request).catch((error: unknown) => {
        if (!ask) throw error;
        return application.acquireTokenPopup(request);
      });
      return silent.accessToken;
    } catch (error) {
      throw new SignedOut('no token from nested app authentication', { cause: error });
    }
  }

  async #create(): Promise<IPublicClientApplication> {
    const { createNestablePublicClientApplication } = await import('@azure/msal-browser');
    const { clientId, authority } = this.#settings;
    return createNestablePublicClientApplication({
      auth: { clientId, authority },
      cache: { cacheLocation: 'memoryStorage' },
    });
  }
}
