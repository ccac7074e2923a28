import { LOGIN_AUTHORITY } from '../settings.ts';

/**
 * The issuer stays Microsoft's, as in every token; the endpoints are the sandbox's own,
 * because a browser that follows them cannot have its transport swapped.
 */
export function openIdConfiguration(origin: string, segment: string, tenantId: string | null): Record<string, unknown> {
  const base = `${origin}/${segment}`;
  return {
    issuer: `${LOGIN_AUTHORITY}/${tenantId ?? '{tenantid}'}/v2.0`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    token_endpoint: `${base}/oauth2/v2.0/token`,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_modes_supported: ['query', 'fragment'],
    response_types_supported: ['code'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    token_endpoint_auth_methods_supported: ['client_secret_post'],
    code_challenge_methods_supported: ['S256'],
    claims_supported: ['sub', 'iss', 'aud', 'exp', 'iat', 'nonce', 'oid', 'tid', 'name', 'preferred_username', 'ver'],
    tenant_region_scope: 'AS',
    cloud_instance_name: 'microsoftonline.com',
  };
}

export function botFrameworkConfiguration(origin: string): Record<string, unknown> {
  return {
    issuer: 'https://api.botframework.com',
    authorization_endpoint: 'https://invalid.botframework.com',
    jwks_uri: `${origin}/.well-known/keys`,
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
  };
}

export function instanceDiscovery(origin: string): Record<string, unknown> {
  return {
    tenant_discovery_endpoint: `${origin}/common/v2.0/.well-known/openid-configuration`,
    'api-version': '1.1',
    metadata: [
      {
        preferred_network: 'login.microsoftonline.com',
        preferred_cache: 'login.windows.net',
        aliases: ['login.microsoftonline.com', 'login.windows.net', 'login.microsoft.com', 'sts.windows.net'],
      },
    ],
  };
}
