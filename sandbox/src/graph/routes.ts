import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Chat } from '../channel/chat.ts';
import type { Chats } from '../channel/chats.ts';
import type { PersonActs } from '../channel/person-acts.ts';
import type { Person } from '../city/city.ts';
import { channelsGraph, isTeamFolder } from '../groups/channel-graph.ts';
import { groupsGraph } from '../groups/group-graph.ts';
import type { Groups } from '../groups/groups.ts';
import type { Libraries } from '../library/libraries.ts';
import { libraryGraph } from '../library/library-graph.ts';
import { meetingsGraph } from '../meetings/meeting-routes.ts';
import type { Meetings } from '../meetings/meetings.ts';
import { calendarGraph } from '../outlook/calendar/event-routes.ts';
import type { Mails } from '../outlook/mails.ts';
import { placesGraph } from '../outlook/rooms/place-routes.ts';
import type { Rooms } from '../outlook/rooms/rooms.ts';
import { mailGraph, type OutlookParts, outlookGraph } from '../outlook/routes.ts';
import { workPlanGraph } from '../outlook/work-plan-routes.ts';
import type { WorkPlans } from '../outlook/work-plans.ts';
import { GRAPH_RESOURCE } from '../settings.ts';
import { subscriptionsGraph } from '../subscriptions/subscription-routes.ts';
import type { Subscriptions } from '../subscriptions/subscriptions.ts';
import type { World } from '../world.ts';
import { answerBatch } from './batch.ts';
import { type Caller, callerOf } from './caller.ts';
import { GraphError, unknownResource } from './graph-error.ts';
import { type SharedDocuments, sharesGraph } from './shares.ts';
import {
  chatOfInstallation,
  getInstalled,
  install,
  installationId,
  listInstalled,
  notify,
  teamsApps,
  uninstall,
} from './teamwork.ts';
import { directReports, getManager, getUser, listUsers, usersDelta } from './users.ts';

export interface GraphParts {
  readonly world: World;
  readonly chats: Chats;
  readonly acts: PersonActs;
  readonly outlook: OutlookParts;
  readonly rooms: Rooms;
  readonly mails: Mails;
  readonly workPlans: WorkPlans;
  readonly meetings: Meetings;
  readonly subscriptions: Subscriptions;
  readonly groups: Groups;
  readonly documents: SharedDocuments;
  readonly libraries: Libraries;
}

/** One Graph call, with everything a handler needs. */
export interface Call {
  readonly caller: Caller;
  readonly params: URLSearchParams;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  person(): Person;
  chat(): Chat;
  id(): string;
}

type Handler = (call: Call) => unknown;
type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
/** Registers one Graph call. */
export type On = (method: Method, path: string, handler: Handler) => void;

const CONTENT_TYPE =
  'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8';
const DELTA = new Set(['delta', 'delta()', 'microsoft.graph.delta()']);

/** The paths of Microsoft Graph v1.0 that the product uses. */
export function graphRoutes(app: FastifyInstance, parts: GraphParts): void {
  const { world, acts } = parts;
  app.setErrorHandler((error, _request, reply) => {
    if (!(error instanceof GraphError)) throw error;
    return reply.code(error.status).type(CONTENT_TYPE).send(error.toJSON(world.settings.now()));
  });
  // An action without a body comes as JSON all the same.
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, body === '' ? undefined : JSON.parse(String(body)));
    } catch (error) {
      done(Object.assign(error as Error, { statusCode: 400 }));
    }
  });
  const on: On = (method, path, handler) =>
    app[method](path, async (request, reply) => {
      const call = await toCall(parts, request, reply);
      reply.type(CONTENT_TYPE);
      return handler(call);
    });
  on('get', '/organization', ({ caller }) => organization(caller));
  on('get', '/appCatalogs/teamsApps', ({ params }) => teamsApps(params));
  on('get', '/users', ({ caller, params, request }) => {
    const advanced = request.headers.consistencylevel === 'eventual';
    return listUsers({ city: caller.city, params, advanced });
  });
  for (const prefix of ['/me', '/users/:user']) personRoutes(on, prefix, acts);
  outlookGraph(on, parts.outlook);
  calendarGraph(on, { ...parts.outlook, now: world.settings.now });
  placesGraph(on, parts.rooms);
  mailGraph(on, parts.mails);
  workPlanGraph(on, parts.workPlans);
  meetingsGraph(on, parts.meetings);
  subscriptionsGraph(on, parts.subscriptions);
  groupsGraph(on, parts.groups);
  channelsGraph(on, parts.groups);
  libraryGraph(on, parts.libraries);
  sharesGraph(on, parts.documents, isTeamFolder(parts.groups));
  app.all('/*', () => {
    throw new GraphError(400, 'BadRequest', 'Resource not found for the segment.');
  });
  on('post', '/$batch', ({ request }) => answerBatch(app, request.headers.authorization ?? '', request.body));
}

function personRoutes(on: On, prefix: string, acts: PersonActs): void {
  on('get', prefix, (call) => {
    const { user } = call.request.params as { user?: string };
    if (user !== undefined && DELTA.has(user)) return usersDelta(call.caller.city, call.params);
    return getUser(call.caller.city, call.person(), call.params);
  });
  on('get', `${prefix}/manager`, (call) => getManager(call.caller.city, call.person(), call.params));
  on('get', `${prefix}/directReports`, (call) => directReports(call.caller.city, call.person(), call.params));
  const installed = `${prefix}/teamwork/installedApps`;
  on('get', installed, (call) => listInstalled(call.chat(), call.params));
  on('post', installed, (call) => {
    const id = install(acts, call.chat(), call.request.body);
    const location = `${GRAPH_RESOURCE}/v1.0/users/${call.person().id}/teamwork/installedApps/${encodeURIComponent(id)}`;
    return call.reply.code(201).header('location', location).removeHeader('content-type').send();
  });
  on('get', `${installed}/:installation`, (call) => getInstalled(call.chat(), call.id(), call.params));
  on('delete', `${installed}/:installation`, (call) => {
    uninstall(acts, call.chat(), call.id());
    return noContent(call);
  });
  on('get', `${installed}/:installation/chat`, (call) => chatOfInstallation(call.chat(), call.id()));
  on('post', `${prefix}/teamwork/sendActivityNotification`, (call) => {
    notify(call.chat(), call.request.body);
    return noContent(call);
  });
}

async function toCall({ world, chats }: GraphParts, request: FastifyRequest, reply: FastifyReply): Promise<Call> {
  const caller = await callerOf(world, request.headers.authorization);
  const { user, installation } = request.params as { user?: string; installation?: string };
  const person = () => {
    if (user === undefined && caller.person === null) {
      throw new GraphError(400, 'BadRequest', '/me request is only valid with delegated authentication flow.');
    }
    const found = user === undefined ? caller.person : world.cities.inTenant(caller.city.tenantId, user);
    if (found === null) throw unknownResource(user ?? 'me');
    return found;
  };
  return {
    caller,
    params: new URL(request.url, GRAPH_RESOURCE).searchParams,
    request,
    reply,
    person,
    chat: () => chats.of(person()),
    id: () => installation ?? installationId(chats.of(person())),
  };
}

/** An app in its own name needs `Organization.Read.All` for it, which the product does not ask for. */
function organization({ city, person }: Caller): Record<string, unknown> {
  if (person === null)
    throw new GraphError(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
  return {
    '@odata.context': `${GRAPH_RESOURCE}/v1.0/$metadata#organization`,
    value: [
      {
        id: city.tenantId,
        displayName: city.name,
        countryLetterCode: 'JP',
        preferredLanguage: 'ja',
        tenantType: 'AAD',
        createdDateTime: '2026-04-01T00:00:00Z',
        verifiedDomains: [
          {
            name: city.domain,
            isDefault: true,
            isInitial: true,
            type: 'Managed',
            capabilities: 'Email, OfficeCommunicationsOnline',
          },
        ],
      },
    ],
  };
}

function noContent({ reply }: Call): FastifyReply {
  return reply.code(204).removeHeader('content-type').send();
}
