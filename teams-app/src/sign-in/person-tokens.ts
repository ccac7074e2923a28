import { ConfidentialClientApplication } from '@azure/msal-node';
import { KaigiError } from '@kaigi/core/shared';
import { msalNetwork, type Transport } from '../transport/transport.ts';
import { tokenFault } from './token-fault.ts';

/** Tokens in a person's own name (on behalf of): Microsoft 365 then gives what that person may have, and nothing else. */
export interface PersonTokens {
  /** @throws unavailable `sign_in.person_token_refused`; `graph.busy` where nobody answered */
  forGraph(municipalityId: string, theirs: { readonly token: string; readonly scope: string }): Promise<string>;
}

export function createPersonTokens(options: {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly transport: Transport;
}): PersonTokens {
  const { clientId, clientSecret, transport } = options;
  return {
    async forGraph(municipalityId, { token, scope }) {
      // One for each question: MSAL would keep the tokens of everybody who ever asked.
      const app = new ConfidentialClientApplication({
        auth: { clientId, clientSecret, authority: `https://login.microsoftonline.com/${municipalityId}` },
        system: { networkClient: msalNetwork(transport) },
      });
      const scopes = [`https://graph.microsoft.com/${scope}`];
      const result = await app.acquireTokenOnBehalfOf({ oboAssertion: token, scopes }).catch((cause: unknown) => {
        throw tokenFault(cause, 'sign_in.person_token_refused');
      });
      if (result?.accessToken) return result.accessToken;
      throw new KaigiError('unavailable', 'graph.busy');
    },
  };
}
