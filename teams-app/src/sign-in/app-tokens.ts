import { ConfidentialClientApplication } from '@azure/msal-node';
import { KaigiError } from '@kaigi/core/shared';
import { msalNetwork, type Transport } from '../transport/transport.ts';
import { tokenFault } from './token-fault.ts';

/** The app's own tokens (client credentials), one per municipality; MSAL keeps them until they expire. */
export interface AppTokens {
  /** @throws unavailable `sign_in.app_token_refused`; `graph.busy` where nobody answered */
  forGraph(municipalityId: string): Promise<string>;
}

export function createAppTokens(options: {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly transport: Transport;
}): AppTokens {
  const apps = new Map<string, ConfidentialClientApplication>();
  const appOf = (tenantId: string) => {
    const known = apps.get(tenantId);
    if (known) return known;
    const { clientId, clientSecret, transport } = options;
    const app = new ConfidentialClientApplication({
      auth: { clientId, clientSecret, authority: `https://login.microsoftonline.com/${tenantId}` },
      system: { networkClient: msalNetwork(transport) },
    });
    apps.set(tenantId, app);
    return app;
  };
  return {
    async forGraph(municipalityId) {
      try {
        const scopes = ['https://graph.microsoft.com/.default'];
        const result = await appOf(municipalityId).acquireTokenByClientCredential({ scopes });
        if (result?.accessToken) return result.accessToken;
      } catch (error) {
        throw tokenFault(error, 'sign_in.app_token_refused');
      }
      throw new KaigiError('unavailable', 'graph.busy');
    },
  };
}
