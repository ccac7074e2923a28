import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { BOT_ID } from '../channel/activities.ts';
import type { Chat } from '../channel/chat.ts';
import type { Chats } from '../channel/chats.ts';
import type { PersonActs } from '../channel/person-acts.ts';
import { Refusal } from '../refusal.ts';
import { BOT_NAME } from '../settings.ts';
import type { World } from '../world.ts';
import type { EventStreams } from './events.ts';
import { parsed } from './routes.ts';

interface OfPerson {
  Params: { person: string };
  Querystring: { lang?: string };
}

const said = z.object({ text: z.string().trim().min(1).max(28_000) });
const readMark = z.object({ ids: z.array(z.string()).optional() });
const inputs = z.record(z.string(), z.unknown());
const pressed = z.object({
  messageId: z.string(),
  action: z.discriminatedUnion('type', [
    z.object({
      type: z.literal('Action.Execute'),
      id: z.string().optional(),
      verb: z.string().default(''),
      data: z.unknown().optional(),
    }),
    z.object({ type: z.literal('Action.Submit'), data: z.unknown().optional() }),
  ]),
  inputs: inputs.default({}),
  trigger: z.enum(['manual', 'automatic']).default('manual'),
});

export interface TeamsParts {
  readonly world: World;
  readonly chats: Chats;
  readonly acts: PersonActs;
  readonly streams: EventStreams;
}

/** What the Teams window asks about one person's chat (README, "Window API"). */
export function teamsRoutes(app: FastifyInstance, parts: TeamsParts): void {
  const { world, chats, acts, streams } = parts;
  const chatOf = (request: FastifyRequest<OfPerson>): Chat => {
    const person = world.cities.bySignInName(request.params.person);
    if (person === null) throw new Refusal(404, 'unknownPerson');
    const chat = chats.of(person);
    if (request.method === 'POST') chat.locale = request.query.lang === 'en' ? 'en-US' : 'ja-JP';
    return chat;
  };
  const change = (path: string, act: (chat: Chat) => void) =>
    app.post<OfPerson>(path, (request) => {
      const chat = chatOf(request);
      act(chat);
      return chatView(world, chat);
    });
  change('/:person/open', (chat) => (chat.everInstalled ? undefined : acts.install(chat)));
  change('/:person/install', (chat) => acts.install(chat));
  change('/:person/uninstall', (chat) => acts.uninstall(chat));
  change('/:person/block', (chat) => acts.block(chat, true));
  change('/:person/unblock', (chat) => acts.block(chat, false));
  app.get<OfPerson>('/:person/chat', (request) => chatView(world, chatOf(request)));
  app.get<OfPerson>('/:person/messages', (request) => {
    const { conversationId, messages } = chatOf(request);
    return { conversationId, items: messages };
  });
  app.post<OfPerson>('/:person/messages', (request, reply) => {
    const message = acts.say(chatOf(request), parsed(said, request.body).text);
    return reply.code(202).send({ message });
  });
  app.post<OfPerson>('/:person/actions', (request) => press(acts, chatOf(request), request.body));
  app.get<OfPerson>('/:person/activities', (request) => feedView(chatOf(request)));
  app.post<OfPerson>('/:person/activities/read', (request) => {
    const chat = chatOf(request);
    chat.markRead(parsed(readMark, request.body ?? {}).ids ?? null);
    return feedView(chat);
  });
  app.get<OfPerson>('/:person/events', (request, reply) => streams.start(chatOf(request), request, reply));
}

function press(acts: PersonActs, chat: Chat, body: unknown) {
  const { messageId, action, inputs, trigger } = parsed(pressed, body);
  const data = merged(action.data, inputs);
  if (action.type === 'Action.Submit') return acts.submit(chat, messageId, data);
  return acts.press(chat, { id: action.id, verb: action.verb, data, trigger, messageId });
}

/** Teams lays the inputs over an object; data that is no object is replaced by them. */
function merged(data: unknown, inputs: Record<string, unknown>): unknown {
  const isObject = typeof data === 'object' && data !== null && !Array.isArray(data);
  if (isObject) return { ...data, ...inputs };
  return Object.keys(inputs).length === 0 && data !== undefined ? data : inputs;
}

function feedView(chat: Chat) {
  return { unread: chat.unread, items: chat.feed };
}

function chatView(world: World, { person, conversationId, installed, blocked }: Chat) {
  const { id, signInName, displayName, jobTitle, tenantId } = person;
  const tenantName = world.cities.city(tenantId)?.name ?? '';
  return {
    person: { id, signInName, displayName, jobTitle, tenantId, tenantName },
    bot: { id: BOT_ID, name: BOT_NAME },
    conversationId,
    installed,
    blocked,
  };
}
