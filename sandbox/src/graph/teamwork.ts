import { z } from 'zod';
import type { Chat } from '../channel/chat.ts';
import type { PersonActs } from '../channel/person-acts.ts';
import { APP_ID, BOT_NAME, GRAPH_RESOURCE } from '../settings.ts';
import { GraphError } from './graph-error.ts';

const METADATA = `${GRAPH_RESOURCE}/v1.0/$metadata`;

const installWish = z.looseObject({ 'teamsApp@odata.bind': z.string() });
const notification = z.looseObject({
  topic: z.looseObject({ source: z.string(), value: z.string(), webUrl: z.string().nullish() }),
  activityType: z.string(),
  previewText: z.looseObject({ content: z.string() }).nullish(),
});

/** Real installation ids are built the same way. */
export function installationId(chat: Chat): string {
  return Buffer.from(`${chat.person.id}##${APP_ID}`).toString('base64');
}

export function teamsApps(params: URLSearchParams): Record<string, unknown> {
  const wanted = /(?:externalId|id) eq '([^']*)'/.exec(params.get('$filter') ?? '')?.[1];
  const value = wanted === undefined || wanted === APP_ID ? [teamsApp()] : [];
  return { '@odata.context': `${METADATA}#appCatalogs/teamsApps`, value };
}

export function listInstalled(chat: Chat, params: URLSearchParams): Record<string, unknown> {
  const wanted = /teamsApp\/(?:externalId|id) eq '([^']*)'/.exec(params.get('$filter') ?? '')?.[1];
  const shown = chat.installed && (wanted === undefined || wanted === APP_ID);
  return {
    '@odata.context': `${METADATA}#users('${chat.person.id}')/teamwork/installedApps`,
    value: shown ? [installation(chat, params)] : [],
  };
}

export function getInstalled(chat: Chat, id: string, params: URLSearchParams): Record<string, unknown> {
  checkInstalled(chat, id);
  const context = `${METADATA}#users('${chat.person.id}')/teamwork/installedApps/$entity`;
  return { '@odata.context': context, ...installation(chat, params) };
}

/** @returns the new installation's id */
export function install(acts: PersonActs, chat: Chat, body: unknown): string {
  const wish = installWish.safeParse(body);
  if (!wish.success) throw new GraphError(400, 'BadRequest', "Bad Request: 'teamsApp@odata.bind' is missing.");
  const id = /\/appCatalogs\/teamsApps(?:\/|\(')([0-9a-f-]+)/i.exec(wish.data['teamsApp@odata.bind'])?.[1];
  if (id?.toLowerCase() !== APP_ID)
    throw new GraphError(404, 'NotFound', 'The requested app was not found in the catalog.');
  if (chat.installed) throw new GraphError(409, 'Conflict', 'App is already installed for the user.');
  acts.install(chat);
  return installationId(chat);
}

export function uninstall(acts: PersonActs, chat: Chat, id: string): void {
  checkInstalled(chat, id);
  acts.uninstall(chat);
}

/** The chat's id is also the id under which the bot writes to the person. */
export function chatOfInstallation(chat: Chat, id: string): Record<string, unknown> {
  checkInstalled(chat, id);
  return {
    '@odata.context': `${METADATA}#chats/$entity`,
    id: chat.conversationId,
    topic: null,
    createdDateTime: '2026-04-01T00:00:00Z',
    lastUpdatedDateTime: '2026-04-01T00:00:00Z',
    chatType: 'oneOnOne',
    tenantId: chat.person.tenantId,
  };
}

export function notify(chat: Chat, body: unknown): void {
  const wish = notification.safeParse(body);
  if (!wish.success) throw new GraphError(400, 'BadRequest', 'The notification needs topic and activityType.');
  if (!chat.installed) throw new GraphError(403, 'Forbidden', 'The app is not installed for the recipient.');
  const { topic, previewText } = wish.data;
  const title = topic.source === 'text' ? topic.value : BOT_NAME;
  chat.notify({ title, preview: (previewText?.content ?? '').slice(0, 150), webUrl: topic.webUrl ?? null });
}

function installation(chat: Chat, params: URLSearchParams): Record<string, unknown> {
  const expanded = (params.get('$expand') ?? '').split(',').map((name) => name.replace(/\(.*/, '').trim());
  return {
    id: installationId(chat),
    ...(expanded.includes('teamsApp') ? { teamsApp: teamsApp() } : {}),
  };
}

function teamsApp(): Record<string, unknown> {
  return { id: APP_ID, externalId: APP_ID, displayName: BOT_NAME, distributionMethod: 'organization' };
}

function checkInstalled(chat: Chat, id: string): void {
  if (chat.installed && id === installationId(chat)) return;
  throw new GraphError(404, 'NotFound', 'App is not installed for the user.');
}
