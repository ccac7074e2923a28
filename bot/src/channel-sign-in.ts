import { ConfidentialClientApplication } from '@azure/msal-node';
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { type BotFrameworkAuthentication, MsalServiceClientCredentialsFactory } from 'botframework-connector';
import type { BotOptions, ChannelOverrides } from './options.ts';
import { RememberingAuthentication } from './remembering-authentication.ts';
import { TeamsAdapter } from './teams-adapter.ts';

type Credentials = Pick<BotOptions, 'clientId' | 'clientSecret' | 'tenantId' | 'channel' | 'networkClient'>;

/** The SDK asks for new keys once an hour at most; a sandbox that was started again has new ones at once. */
const SANDBOX_KEYS_HOURS = 1 / 120;

/** Where a sandbox answers for Microsoft's bot channel. Its token requests are carried there by `networkClient`. */
export function sandboxChannel(sandboxUrl: string, tenantId: string): ChannelOverrides {
  const sandbox = sandboxUrl.replace(/\/+$/, '');
  return {
    loginUrl: `https://login.microsoftonline.com/${tenantId}`,
    oauthScope: 'https://api.botframework.com',
    tokenIssuer: 'https://api.botframework.com',
    openIdMetadataUrl: `${sandbox}/.well-known/openidconfiguration`,
    oauthUrl: sandbox,
  };
}

function credentialsFactory({ clientId, clientSecret, tenantId, networkClient }: Credentials) {
  const application = new ConfidentialClientApplication({
    auth: { clientId, clientSecret, authority: `https://login.microsoftonline.com/${tenantId}` },
    // A key that is there but undefined would replace MSAL's own client by nothing.
    ...(networkClient ? { system: { networkClient } } : {}),
  });
  // The SDK pins types of MSAL 2; at run time it asks for client-credential tokens only, which 7 gives alike.
  type SdkApplication = ConstructorParameters<typeof MsalServiceClientCredentialsFactory>[1];
  return new MsalServiceClientCredentialsFactory(clientId, application as unknown as SdkApplication);
}

function overridesOf(channel: ChannelOverrides) {
  return {
    ToChannelFromBotLoginUrl: channel.loginUrl,
    ToChannelFromBotOAuthScope: channel.oauthScope,
    ToBotFromChannelTokenIssuer: channel.tokenIssuer,
    ToBotFromChannelOpenIdMetadataUrl: channel.openIdMetadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: channel.openIdMetadataUrl,
    OAuthUrl: channel.oauthUrl,
    CallerId: 'urn:botframework:azure',
  };
}

/** The adapter of the real channel, or of a sandbox that signs its activities the same way. */
export function channelAdapter(credentials: Credentials): TeamsAdapter {
  const { clientId, clientSecret, tenantId, channel } = credentials;
  const authentication: BotFrameworkAuthentication = new ConfigurationBotFrameworkAuthentication(
    {
      MicrosoftAppId: clientId,
      MicrosoftAppPassword: clientSecret,
      MicrosoftAppType: 'SingleTenant',
      MicrosoftAppTenantId: tenantId,
      ...(channel ? overridesOf(channel) : {}),
    },
    credentialsFactory(credentials),
    undefined,
    undefined,
    channel ? { tokenRefreshInterval: SANDBOX_KEYS_HOURS } : {},
  );
  return new TeamsAdapter(new RememberingAuthentication(authentication));
}

/** The Agents Playground cannot get tokens offline and sends none: an empty app id turns sign-in off. */
export function playgroundAdapter(): TeamsAdapter {
  const authentication = new ConfigurationBotFrameworkAuthentication({ MicrosoftAppId: '' });
  return new TeamsAdapter(new RememberingAuthentication(authentication));
}
