import type { FastifyInstance } from 'fastify';
import type { Config } from '../config/config.ts';
import { isLoopback } from '../config/read-values.ts';
import { HttpRefusal } from './problem.ts';

// Who may show our pages in a frame: Teams, Microsoft 365 and Office on the web, each by Microsoft's published lists.
const HOSTS = [
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://teams.cloud.microsoft',
  'https://*.cloud.microsoft',
  'https://*.office.com',
  'https://*.microsoft365.com',
  'https://*.officeapps.live.com',
  'https://*.sharepoint.com',
];

export function hostOrigins({ sandboxUrl }: Pick<Config, 'sandboxUrl'>): string[] {
  return sandboxUrl === null ? HOSTS : [...HOSTS, sandboxUrl];
}

/** What a page may load. `scripts` are origins besides our own; the API itself may load nothing at all. */
export function contentSecurityPolicy(config: Config, scripts: readonly string[] | null): string {
  const frames = `frame-ancestors 'self' ${hostOrigins(config).join(' ')}`;
  const fixed = ["base-uri 'none'", "object-src 'none'", "form-action 'none'", frames];
  if (scripts === null) return ["default-src 'none'", ...fixed].join('; ');
  const signIn = [
    'https://login.microsoftonline.com',
    'https://res.cdn.office.net',
    ...(config.sandboxUrl ? [config.sandboxUrl] : []),
  ];
  return [
    "default-src 'self'",
    `script-src ${["'self'", ...scripts].join(' ')}`,
    // Fluent UI writes its styles into the page while it runs (Griffel).
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data: https://res.cdn.office.net https://static2.sharepointonline.com",
    `connect-src ${["'self'", ...signIn, ...scripts].join(' ')}`,
    `frame-src ${signIn.join(' ')}`,
    ...fixed,
  ].join('; ');
}

/** On every answer; pages replace the policy by their own. There are no cookies but that of `/lobby`, so a forged form brings nobody's rights. */
export function registerSecurityHeaders(app: FastifyInstance, config: Config): void {
  const policy = contentSecurityPolicy(config, null);
  const https = config.publicUrl.startsWith('https:');
  const headers = {
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=()',
    ...(https ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  };
  app.addHook('onRequest', (request, reply, done) => {
    void reply.headers(headers);
    // A page elsewhere may make its own name point at this machine (DNS rebinding); the sandbox's doors are not for it.
    const known = config.sandboxUrl === null || isLoopback(request.hostname);
    done(known ? undefined : new HttpRefusal(403, 'http.only_from_this_machine'));
  });
}
