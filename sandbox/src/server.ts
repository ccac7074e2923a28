import type { AddressInfo } from 'node:net';
import fastify, { type FastifyInstance } from 'fastify';
import { Chats } from './channel/chats.ts';
import { Connector } from './channel/connector.ts';
import { Delivery } from './channel/delivery.ts';
import { PersonActs } from './channel/person-acts.ts';
import { connectorRoutes } from './channel/routes.ts';
import { createCities } from './city/cities.ts';
import { faultRoutes } from './faults/routes.ts';
import { type GraphParts, graphRoutes } from './graph/routes.ts';
import { SharedDocuments, savedDocuments } from './graph/shares.ts';
import { ComposeActs } from './groups/compose-acts.ts';
import { exampleChannel, exampleGroup } from './groups/example.ts';
import { GroupActs } from './groups/group-acts.ts';
import { type GroupParts, groupDesk } from './groups/group-desk.ts';
import { Groups } from './groups/groups.ts';
import { Libraries } from './library/libraries.ts';
import { libraryDesk } from './library/library-desk.ts';
import { uploadRoutes } from './library/library-graph.ts';
import { bookedMeetings } from './meetings/booked.ts';
import { meetingDesk } from './meetings/meeting-desk.ts';
import { Meetings } from './meetings/meetings.ts';
import { calendarDesk } from './outlook/calendar/calendar-desk.ts';
import { eventNews } from './outlook/calendar/event-news.ts';
import { Mails } from './outlook/mails.ts';
import { createOutlook } from './outlook/outlook.ts';
import { Rooms } from './outlook/rooms/rooms.ts';
import { mailDesk } from './outlook/routes.ts';
import { outlookWindow } from './outlook/window/routes.ts';
import { workPlanDesk } from './outlook/work-plan-desk.ts';
import { WorkPlans } from './outlook/work-plans.ts';
import { Refusal } from './refusal.ts';
import { type SandboxOptions, type Settings, toSettings } from './settings.ts';
import { KeyRing } from './sign-in/key-ring.ts';
import { signInRoutes } from './sign-in/routes.ts';
import { loadState, type SavedState, StateWriter } from './state-file.ts';
import { subscriptionDesk } from './subscriptions/subscription-desk.ts';
import { Subscriptions } from './subscriptions/subscriptions.ts';
import { EventStreams } from './windows/events.ts';
import { pageRoutes } from './windows/pages.ts';
import { windowRoutes } from './windows/routes.ts';
import { teamsRoutes } from './windows/teams-routes.ts';
import type { World } from './world.ts';

export interface Sandbox {
  /** Where it is reached, e.g. http://localhost:3979; known once it listens. */
  readonly url: string;
  listen(): Promise<string>;
  close(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';
const BODY_LIMIT = 4 * 1024 * 1024;

/** A make-believe Microsoft 365 tenant; nothing runs before `listen`. */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const settings = toSettings(options);
  let running: Running | null = null;
  return {
    get url() {
      return running?.origin() ?? settings.origin ?? `http://localhost:${settings.port}`;
    },
    listen: async () => {
      running ??= await start(settings);
      return running.origin();
    },
    close: async () => {
      await running?.close();
      running = null;
    },
  };
}

interface Running {
  origin(): string;
  close(): Promise<void>;
}

/** What the windows and tests ask of the tenant beside Microsoft's own paths. */
async function desks(app: FastifyInstance, parts: GraphParts & Omit<GroupParts, 'groups'>): Promise<void> {
  const { world, outlook, workPlans, subscriptions, documents } = parts;
  const on = (desk: (part: FastifyInstance) => unknown) =>
    app.register(async (part) => void desk(part), { prefix: '/sandbox' });
  await on((part) => windowRoutes(part, world));
  await on((part) => savedDocuments(part, world, documents));
  await on((part) => calendarDesk(part, world, outlook));
  await on((part) => workPlanDesk(part, world, workPlans));
  await on((part) => meetingDesk(part, world, parts));
  await on((part) => subscriptionDesk(part, world, subscriptions));
  await on((part) => groupDesk(part, world, parts));
}

async function start(settings: Settings): Promise<Running> {
  const app = fastify({ bodyLimit: BODY_LIMIT, forceCloseConnections: true, routerOptions: { maxParamLength: 500 } });
  const saved = settings.stateFile === null ? null : loadState(settings.stateFile);
  const world = await createWorld(settings, saved, () => portOf(app));
  const writer = settings.stateFile === null ? null : new StateWriter(settings.stateFile, () => toSaved(world, chats));
  const chats = new Chats(world.cities, { now: settings.now, changed: () => writer?.changed() });
  const delivery = new Delivery(world);
  const acts = new PersonActs(world, delivery);
  const rooms = new Rooms(world.cities);
  const outlook = createOutlook(world, rooms);
  const workPlans = new WorkPlans();
  const mails = new Mails(world.cities, settings.now);
  const booked = bookedMeetings(world.cities, outlook.calendars, settings.now);
  const meetings = new Meetings(world, booked);
  const subscriptions = new Subscriptions(world, outlook.mailboxOf);
  outlook.calendars.onChange((change) => void subscriptions.tell(change.owner.tenantId, eventNews(change)));
  const groups = new Groups(world);
  exampleGroup(world, groups);
  const groupActs = new GroupActs(world, groups, delivery);
  const composeActs = new ComposeActs(world, { groups, groupActs }, delivery);
  const streams = new EventStreams();
  for (const [id, chat] of Object.entries(saved?.chats ?? {})) {
    const person = world.cities.byId(id);
    if (person !== null) chats.of(person, chat);
  }
  baseOf(app);
  refuseOtherHosts(app, world);
  faultRoutes(app);
  await app.register(async (part) => signInRoutes(part, world));
  const libraries = new Libraries(world);
  const documents = new SharedDocuments();
  exampleChannel(world, groups, documents);
  const kept = { libraries, documents };
  const graph = { world, chats, acts, outlook, rooms, mails, workPlans, meetings, subscriptions, groups, ...kept };
  await app.register(async (part) => graphRoutes(part, graph), { prefix: '/v1.0' });
  await app.register(async (part) => connectorRoutes(part, new Connector(world, { chats, groups })), {
    prefix: '/channel/v3',
  });
  await desks(app, { ...graph, groupActs, composeActs });
  await app.register(async (part) => uploadRoutes(part, world, libraries));
  await app.register(async (part) => libraryDesk(part, world, libraries));
  await app.register(async (part) => mailDesk(part, world, mails));
  await app.register(async (part) => outlookWindow(part, world, { ...outlook, rooms }));
  await app.register(async (part) => teamsRoutes(part, { world, chats, acts, streams }), { prefix: '/sandbox/teams' });
  await pageRoutes(app, settings.pagesFolder);
  await app.listen({ host: LOOPBACK, port: settings.port });
  for (const chat of chats.all()) acts.resume(chat);
  return {
    origin: world.origin,
    close: async () => {
      delivery.close();
      subscriptions.close();
      outlook.invitations.close();
      streams.close();
      await app.close();
      writer?.flush();
    },
  };
}

/** Forms as URLSearchParams, and refusals as the windows expect them. */
function baseOf(app: FastifyInstance): void {
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, new URLSearchParams(String(body))),
  );
  app.setErrorHandler((error, request, reply) => {
    const language = request.url.includes('lang=en') ? 'en' : 'ja';
    if (error instanceof Refusal) return reply.code(error.status).send(error.body(language));
    const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
    if (status < 500) return reply.code(status).send(new Refusal(status, 'badRequest').body(language));
    console.error(error);
    return reply.code(500).send({ error: { code: 'InternalServerError', message: 'The sandbox itself failed.' } });
  });
  app.setNotFoundHandler((_request, reply) => reply.code(404).send(new Refusal(404, 'unknownPath').body('ja')));
}

/** A page elsewhere could give its own name this address (DNS rebinding) and then read tokens from here. */
function refuseOtherHosts(app: FastifyInstance, world: World): void {
  app.addHook('onRequest', async (request, reply) => {
    const known = ['localhost', LOOPBACK, new URL(world.origin()).hostname];
    if (known.includes(request.hostname)) return;
    await reply.code(421).send(new Refusal(421, 'unknownHost').body('ja'));
  });
}

async function createWorld(settings: Settings, saved: SavedState | null, port: () => number): Promise<World> {
  return {
    settings,
    origin: () => settings.origin ?? `http://localhost:${port()}`,
    cities: createCities({ size: settings.citySize, seed: settings.citySeed }),
    entraKeys: await KeyRing.create({}, saved?.keys.entra),
    channelKeys: await KeyRing.create({ endorsements: ['msteams'] }, saved?.keys.channel),
  };
}

function portOf(app: FastifyInstance): number {
  const address = app.server.address() as AddressInfo | null;
  return address?.port ?? 0;
}

function toSaved(world: World, chats: Chats): SavedState {
  return {
    keys: { entra: world.entraKeys.saved(), channel: world.channelKeys.saved() },
    chats: Object.fromEntries(chats.all().map((chat) => [chat.person.id, chat.toSaved()])),
  };
}
