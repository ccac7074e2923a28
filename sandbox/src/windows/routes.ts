import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { nextYearCsv, postsCsv } from '../city/posts-csv.ts';
import { Refusal } from '../refusal.ts';
import { APP_ID, BOT_NAME, CLIENT_ID, TIME_ZONE } from '../settings.ts';
import { grantedScopes, parseScopes } from '../sign-in/scopes.ts';
import { TOKEN_LIFETIME_S, userToken } from '../sign-in/tokens.ts';
import type { World } from '../world.ts';
import { listPeople } from './people.ts';

/** Teams on the web: the host on whose behalf a tab or a pane gets its token. */
const TEAMS_WEB_CLIENT_ID = '5e3ce6c0-2b1f-4285-8d4a-75ee78787346';

const peopleQuery = z.object({
  tenant: z.string().optional(),
  q: z.string().default(''),
  limit: z.coerce.number().int().min(1).max(20_000).default(200),
});
const hostTokenWish = z.object({ as: z.string(), resource: z.string().optional() });
const rotation = z.object({ keepOld: z.boolean().default(true) });

/** What both windows ask: settings, people, tokens, the city's list of posts, keys. */
export function windowRoutes(app: FastifyInstance, world: World): void {
  app.get('/config', () => config(world));
  app.get('/people', (request) => {
    const { tenant, ...rest } = parsed(peopleQuery, request.query);
    if (tenant !== undefined && world.cities.city(tenant) === null) throw new Refusal(404, 'unknownTenant');
    return listPeople(world.cities, { tenant: tenant ?? null, ...rest });
  });
  app.post('/host-token', (request, reply) => {
    reply.header('cache-control', 'no-store');
    return hostToken(world, request);
  });
  app.get('/cities', () => ({
    items: world.cities.all.map(({ tenantId, name, domain, people, units }) => ({
      tenantId,
      name,
      domain,
      people: people.length,
      units: units.length,
    })),
  }));
  app.get<{ Params: { tenant: string } }>('/cities/:tenant/posts.csv', (request, reply) => {
    const city = world.cities.city(request.params.tenant);
    if (city === null) throw new Refusal(404, 'unknownTenant');
    reply.header('content-disposition', `attachment; filename="${city.domain}-posts.csv"`);
    return reply.type('text/csv; charset=utf-8').send(postsCsv(city));
  });
  app.get<{ Params: { tenant: string } }>('/cities/:tenant/posts-next-year.csv', (request, reply) => {
    const city = world.cities.city(request.params.tenant);
    if (city === null) throw new Refusal(404, 'unknownTenant');
    reply.header('content-disposition', `attachment; filename="${city.domain}-posts-next-year.csv"`);
    return reply.type('text/csv; charset=utf-8').send(nextYearCsv(city));
  });
  app.post('/keys/rotate', async (request) => {
    const { keepOld } = parsed(rotation, request.body ?? {});
    const [entra, channel] = [await world.entraKeys.rotate({ keepOld }), await world.channelKeys.rotate({ keepOld })];
    return { entra, channel };
  });
}

export function parsed<T extends z.ZodType>(schema: T, input: unknown): z.infer<T> {
  const result = schema.safeParse(input);
  if (!result.success) throw new Refusal(400, 'badRequest', z.prettifyError(result.error));
  return result.data;
}

function config(world: World) {
  const { serviceUrl } = world.settings;
  return {
    origin: world.origin(),
    serviceUrl,
    tabUrl: `${serviceUrl}/tab/`,
    taskPaneUrl: `${serviceUrl}/office-addin/taskpane.html`,
    clientId: CLIENT_ID,
    appId: APP_ID,
    botName: BOT_NAME,
    scope: `api://localhost:3978/${CLIENT_ID}/access_as_user`,
    timeZone: TIME_ZONE,
  };
}

async function hostToken(world: World, request: FastifyRequest) {
  const wish = parsed(hostTokenWish, request.body);
  const person = world.cities.bySignInName(wish.as);
  if (person === null) throw new Refusal(404, 'unknownPerson');
  const graph = wish.resource === 'graph' || wish.resource?.startsWith('https://graph.microsoft.com') === true;
  const asked = parseScopes(graph ? 'https://graph.microsoft.com/User.Read' : `${CLIENT_ID}/access_as_user`);
  const token = await userToken(world, person, {
    resource: asked.resource,
    scopes: grantedScopes(asked),
    authorizedParty: TEAMS_WEB_CLIENT_ID,
  });
  const expiresOn = new Date(world.settings.now() + TOKEN_LIFETIME_S * 1_000).toISOString();
  return { token, expiresOn, userObjectId: person.id, tenantId: person.tenantId };
}
