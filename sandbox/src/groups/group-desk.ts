import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Person } from '../city/city.ts';
import { Refusal } from '../refusal.ts';
import { parsed } from '../windows/routes.ts';
import type { World } from '../world.ts';
import type { ComposeActs } from './compose-acts.ts';
import type { Group, GroupMessage } from './group.ts';
import type { GroupActs } from './group-acts.ts';
import type { Groups } from './groups.ts';

const made = z.object({
  ...{ topic: z.string().max(200).nullable().default(null), members: z.array(z.string()).min(1) },
  channel: z.object({ team: z.string().min(1).max(100), name: z.string().min(1).max(100) }).optional(),
});
const written = z.object({
  ...{ text: z.string().trim().min(1).max(28_000), html: z.string().max(80_000).optional() },
  ...{ at: z.iso.datetime({ offset: true }).optional(), replyTo: z.string().optional() },
  files: z.array(z.object({ name: z.string(), url: z.string() })).optional(),
});
const changed = z.object({
  ...{ html: z.string().optional(), deleted: z.boolean().optional(), react: z.string().max(20).optional() },
});
const switched = z.object({
  ...{ installed: z.boolean().optional(), consented: z.boolean().optional(), allowed: z.boolean().optional() },
  ...{ join: z.string().optional(), since: z.iso.datetime({ offset: true }).optional(), leave: z.string().optional() },
});
const command = z.object({ messageId: z.string(), commandId: z.string(), data: z.unknown().optional() });
const searched = z.object({ commandId: z.string(), text: z.string().max(400) });
const pasted = z.object({ card: z.looseObject({ type: z.literal('AdaptiveCard') }) });
const pressed = z.object({
  messageId: z.string(),
  action: z.object({
    type: z.literal('Action.Execute'),
    id: z.string().optional(),
    verb: z.string(),
    data: z.unknown().optional(),
  }),
  inputs: z.record(z.string(), z.unknown()).default({}),
});

interface Asked {
  Params: { person: string; group: string; message: string };
}

export interface GroupParts {
  readonly groups: Groups;
  readonly composeActs: ComposeActs;
  readonly groupActs: GroupActs;
}

/** What the Teams window asks about chats of several people, and what a script or a trainer may do to them. */
export function groupDesk(app: FastifyInstance, world: World, { groups, groupActs, composeActs }: GroupParts): void {
  const personOf = (name: string): Person => {
    const person = world.cities.bySignInName(name);
    if (person === null) throw new Refusal(404, 'unknownPerson');
    return person;
  };
  const acting = ({ params }: FastifyRequest<Asked>) => {
    const person = personOf(params.person);
    return { person, group: groups.seenBy(person, params.group) };
  };
  app.get<Asked>('/groups/:person', ({ params }) => {
    const person = personOf(params.person);
    return { items: groups.of(person).map((group) => groupView(group, person)) };
  });
  app.post<Asked>('/groups/:person', (request, reply) => {
    const person = personOf(request.params.person);
    const { topic, members, channel } = parsed(made, request.body);
    const all = [person, ...members.map(personOf)];
    const group = groups.make({ tenantId: person.tenantId, topic, members: all, channel });
    return reply.code(201).send(groupView(group, person));
  });
  app.patch<Asked>('/groups/:person/:group', (request) => {
    const { person, group } = acting(request);
    const { join, since, leave, ...flags } = parsed(switched, request.body);
    Object.assign(group, flags);
    if (join !== undefined) groups.join(group, personOf(join), since === undefined ? null : Date.parse(since));
    if (leave !== undefined) groups.leave(group, personOf(leave));
    return groupView(group, person);
  });
  app.post<Asked>('/groups/:person/:group/messages', (request, reply) => {
    const { at, ...writing } = parsed(written, request.body);
    const message = groupActs.say(acting(request), { ...writing, at: at === undefined ? undefined : Date.parse(at) });
    return reply.code(202).send({ id: message.id });
  });
  app.patch<Asked>('/groups/:person/:group/messages/:message', (request) => {
    const { person, group } = acting(request);
    const message = groups.message(group, request.params.message);
    const { html, deleted, react } = parsed(changed, request.body);
    const now = world.settings.now();
    if (react !== undefined) message.reactions.push({ person, sign: react, at: now });
    if (html !== undefined && message.from === person) groups.touch(message, { html, editedAt: now });
    if (deleted && message.from === person) groups.touch(message, { deletedAt: now });
    groups.touch(message, {});
    return messageView(message, person);
  });
  app.post<Asked>('/groups/:person/:group/commands', (request) =>
    composeActs.command(acting(request), parsed(command, request.body)),
  );
  app.post<Asked>('/groups/:person/:group/searches', (request) => {
    const { commandId, text } = parsed(searched, request.body);
    return composeActs.search(acting(request), commandId, text.trim());
  });
  app.post<Asked>('/groups/:person/:group/cards', (request, reply) => {
    const message = composeActs.paste(acting(request), parsed(pasted, request.body).card);
    return reply.code(202).send({ id: message.id });
  });
  app.post<Asked>('/groups/:person/:group/actions', (request) => {
    const { messageId, action, inputs } = parsed(pressed, request.body);
    const data = { ...(typeof action.data === 'object' ? action.data : {}), ...inputs };
    return groupActs.press(acting(request), { messageId, verb: action.verb, id: action.id, data, trigger: 'manual' });
  });
}

function messageView(message: GroupMessage, person: Person) {
  const { id, from, createdAt, editedAt, deletedAt, html, files, replyTo, reactions, cards } = message;
  return {
    ...{ id, replyTo, cards, editedAt, deleted: deletedAt !== null, own: from === person },
    from: from === null ? null : from === 'bot' ? 'bot' : from.displayName,
    sentAt: new Date(createdAt).toISOString(),
    html: deletedAt === null ? html : '',
    files: deletedAt === null ? files : [],
    reactions: reactions.map(({ sign, person: who }) => ({ sign, name: who.displayName })),
  };
}

function groupView({ channel, members, messages, ...group }: Group, person: Person) {
  const { id, topic, installed, consented, allowed } = group;
  const from = members.get(person) ?? null;
  const seen = messages.filter(({ createdAt }) => from === null || createdAt >= from);
  return {
    ...{ id, topic, installed, consented, allowed, teamId: channel?.teamId ?? null },
    members: [...members.keys()].map(({ displayName }) => displayName),
    messages: seen.map((message) => messageView(message, person)),
  };
}
