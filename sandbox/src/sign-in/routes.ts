import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { World } from '../world.ts';
import { answerAuthorize } from './authorize.ts';
import { authorizeErrorPage } from './authorize-page.ts';
import { isRegisteredRedirect } from './clients.ts';
import { botFrameworkConfiguration, instanceDiscovery, openIdConfiguration } from './discovery.ts';
import { EntraError } from './entra-error.ts';
import { formOf } from './form.ts';
import { Granted } from './granted.ts';
import { answerToken } from './grants.ts';
import { tenantOf } from './tenants.ts';

interface InTenant {
  Params: { tenant: string };
}

export function signInRoutes(app: FastifyInstance, world: World): void {
  const granted = new Granted();
  app.addHook('onRequest', (request, reply, done) => {
    allowService(world, request, reply);
    done();
  });
  app.setErrorHandler((error, _request, reply) => {
    if (!(error instanceof EntraError)) throw error;
    return reply.code(error.status).send(error.toJSON(world.settings.now()));
  });
  app.options('/:tenant/*', (_request, reply) => reply.code(204).send());
  app.post<InTenant>('/:tenant/oauth2/v2.0/token', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const tenant = tenantOf(world, request.params.tenant);
    return answerToken({ world, granted, tenant, form: formOf(request.body) });
  });
  app.get<InTenant>('/:tenant/oauth2/v2.0/authorize', (request, reply) =>
    authorize(world, granted, { request, reply }),
  );
  app.get<InTenant>('/:tenant/oauth2/v2.0/logout', (request, reply) => {
    const target = z.object({ post_logout_redirect_uri: z.string() }).safeParse(request.query);
    const uri = target.data?.post_logout_redirect_uri ?? '';
    return isRegisteredRedirect(uri) ? reply.redirect(uri) : reply.redirect('/');
  });
  app.get<InTenant>('/:tenant/v2.0/.well-known/openid-configuration', (request) => {
    const tenant = tenantOf(world, request.params.tenant);
    return openIdConfiguration(world.origin(), request.params.tenant, tenant?.id ?? null);
  });
  app.get<InTenant>('/:tenant/discovery/v2.0/keys', (request) => {
    tenantOf(world, request.params.tenant);
    return world.entraKeys.published();
  });
  app.get('/common/discovery/instance', () => instanceDiscovery(world.origin()));
  app.get('/.well-known/openidconfiguration', () => botFrameworkConfiguration(world.origin()));
  app.get('/.well-known/keys', () => world.channelKeys.published());
}

function authorize(
  world: World,
  granted: Granted,
  { request, reply }: { request: FastifyRequest<InTenant>; reply: FastifyReply },
): FastifyReply {
  const query = new URL(request.url, 'http://localhost').searchParams;
  reply.header('cache-control', 'no-store');
  try {
    const tenant = tenantOf(world, request.params.tenant);
    const answer = answerAuthorize({ world, granted, tenant, query });
    return 'redirect' in answer
      ? reply.redirect(answer.redirect)
      : reply.type('text/html; charset=utf-8').send(answer.html);
  } catch (error) {
    if (!(error instanceof EntraError)) throw error;
    return reply.code(error.status).type('text/html; charset=utf-8').send(authorizeErrorPage(error.message));
  }
}

/** Browser clients redeem codes from the service's own pages; no other page may. */
function allowService(world: World, request: FastifyRequest, reply: FastifyReply): void {
  const origin = request.headers.origin;
  reply.header('vary', 'origin');
  if (origin === undefined || !allowedOrigins(world).has(origin)) return;
  reply.header('access-control-allow-origin', origin);
  if (request.method === 'OPTIONS') {
    reply.header('access-control-allow-methods', 'GET, POST, OPTIONS');
    reply.header('access-control-allow-headers', request.headers['access-control-request-headers'] ?? 'content-type');
    reply.header('access-control-max-age', '600');
  }
}

function allowedOrigins(world: World): ReadonlySet<string> {
  const bases = [new URL(world.settings.serviceUrl).origin, world.origin()];
  return new Set(
    bases.flatMap((base) => [
      base,
      base.replace('//localhost', '//127.0.0.1'),
      base.replace('//127.0.0.1', '//localhost'),
    ]),
  );
}
