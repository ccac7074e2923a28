import { type Route, route } from '@kaigi/core/shared';
import { z } from 'zod';
import type { Config } from '../config/config.ts';
import { hostOrigins } from './security-headers.ts';

export const ClientConfigSchema = z.object({
  clientId: z.string(),
  /** The scope to ask a token for. */
  scope: z.string(),
  /** Where a plain browser signs in. */
  authority: z.string(),
  /** The app's id in Teams, for deep links; empty when it is not known. */
  appId: z.string(),
  sandbox: z.boolean(),
  /** Pages that may hold ours in a frame. */
  hostOrigins: z.array(z.string()),
  officeJsUrl: z.string(),
});
export type ClientConfig = z.infer<typeof ClientConfigSchema>;

/** What a page must know before anybody has signed in. Nothing here is secret. */
export function clientConfig(config: Config): ClientConfig {
  const { clientId, publicUrl, sandboxUrl, municipalities, appId, officeJsUrl } = config;
  const [only, ...more] = municipalities;
  const tenant = only && more.length === 0 ? only.id : 'organizations';
  return {
    clientId,
    scope: `api://${new URL(publicUrl).host}/${clientId}/access_as_user`,
    // A browser's transport cannot be swapped: against the sandbox it is told the sandbox's own address.
    authority: `${sandboxUrl ?? 'https://login.microsoftonline.com'}/${sandboxUrl ? 'organizations' : tenant}`,
    appId: appId ?? '',
    sandbox: sandboxUrl !== null,
    hostOrigins: hostOrigins(config),
    officeJsUrl,
  };
}

/** Described in OpenAPI like the others; served without sign-in. */
export function clientConfigRoute(config: Config): Route {
  return route({
    method: 'GET',
    path: '/client-config',
    summary: { ja: '画面が動くための設定（サインイン不要）', en: 'Configuration for the pages (no sign-in needed)' },
    answer: ClientConfigSchema,
    handle: async () => clientConfig(config),
  });
}
