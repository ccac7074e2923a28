import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Connector } from './connector.ts';
import { ConnectorError, connectorError } from './connector-error.ts';

interface InConversation {
  Params: { cid: string };
}
interface OfActivity {
  Params: { cid: string; aid: string };
}

const parameters = z.looseObject({
  isGroup: z.boolean().nullish(),
  members: z.array(z.looseObject({ id: z.string() })).nullish(),
  tenantId: z.string().nullish(),
  channelData: z.looseObject({ tenant: z.looseObject({ id: z.string() }).nullish() }).nullish(),
  activity: z.unknown().optional(),
});

/** The Bot Framework connector under /channel/v3/conversations. */
export function connectorRoutes(app: FastifyInstance, connector: Connector): void {
  app.addHook('preHandler', (request) => connector.authenticate(request.headers.authorization));
  app.setErrorHandler((error, _request, reply) => {
    if (!(error instanceof ConnectorError)) throw error;
    if (error.retryAfter !== null) reply.header('retry-after', String(error.retryAfter));
    return reply.code(error.status).send(error.body);
  });
  app.post('/conversations', (request, reply) => {
    const parsed = parameters.safeParse(request.body);
    const [member, ...others] = parsed.data?.members ?? [];
    if (!parsed.success || member === undefined) {
      throw connectorError(400, 'BadSyntax', 'Exactly one member is needed.');
    }
    if (parsed.data.isGroup === true || others.length > 0) {
      throw connectorError(400, 'BadSyntax', 'Bots cannot create group chats.');
    }
    const tenantId = parsed.data.channelData?.tenant?.id ?? parsed.data.tenantId ?? null;
    return reply
      .code(201)
      .send(connector.createConversation({ memberId: member.id, tenantId, activity: parsed.data.activity }));
  });
  app.post<InConversation>('/conversations/:cid/activities', (request, reply) =>
    reply.code(201).send(connector.send(request.params.cid, request.body)),
  );
  app.post<OfActivity>('/conversations/:cid/activities/:aid', ({ params, body }, reply) =>
    reply.code(201).send(connector.send(params.cid, body, params.aid)),
  );
  app.put<OfActivity>('/conversations/:cid/activities/:aid', ({ params, body }) =>
    connector.update(params.cid, params.aid, body),
  );
  app.delete<OfActivity>('/conversations/:cid/activities/:aid', ({ params }, reply) => {
    connector.delete(params.cid, params.aid);
    return reply.code(200).send();
  });
  memberRoutes(app, connector);
}

function memberRoutes(app: FastifyInstance, connector: Connector): void {
  app.get<InConversation>('/conversations/:cid/members', ({ params }) => connector.members(params.cid));
  app.get<InConversation>('/conversations/:cid/pagedmembers', ({ params }) => ({
    members: connector.members(params.cid),
  }));
  app.get<{ Params: { cid: string; mid: string } }>('/conversations/:cid/members/:mid', ({ params }) => {
    const found = connector
      .members(params.cid)
      .find(({ id, aadObjectId }) => id === params.mid || aadObjectId === params.mid);
    if (found === undefined) throw connectorError(404, 'MemberNotFoundInConversation', 'Member not found.');
    return found;
  });
  app.get<OfActivity>('/conversations/:cid/activities/:aid/members', ({ params }) => connector.members(params.cid));
}
