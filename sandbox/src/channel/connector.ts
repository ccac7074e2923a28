import type { Group } from '../groups/group.ts';
import { botPosts } from '../groups/group-acts.ts';
import type { Groups } from '../groups/groups.ts';
import { BOT_RESOURCE, CLIENT_ID } from '../settings.ts';
import type { World } from '../world.ts';
import type { Chat } from './chat.ts';
import { type BotActivity, botActivity, contentOf } from './chat-message.ts';
import type { Chats } from './chats.ts';
import { ConnectorError, connectorError, messageWritesBlocked, throttled } from './connector-error.ts';
import { RateLimits, READ_LIMITS, SEND_LIMITS, TENANT_LIMITS } from './rate-limits.ts';

const MAX_MESSAGE_BYTES = 100 * 1024;

/** What the bot may do in chats, with the limits and refusals of the real connector. */
export class Connector {
  readonly #world: World;
  readonly #chats: Chats;
  readonly #groups: Groups;
  readonly #limits = new RateLimits();

  constructor(world: World, { chats, groups }: { readonly chats: Chats; readonly groups: Groups }) {
    this.#world = world;
    this.#chats = chats;
    this.#groups = groups;
  }

  /** @throws ConnectorError 401 unless the bearer token is one for this bot */
  async authenticate(header: string | undefined): Promise<void> {
    const token = /^Bearer (.+)$/i.exec(header ?? '')?.[1] ?? '';
    const claims = await this.#world.entraKeys.verify(token, this.#world.settings.now()).catch(() => null);
    if (claims?.aud !== BOT_RESOURCE || claims.appid !== CLIENT_ID) {
      throw new ConnectorError(401, { message: 'Authorization has been denied for this request.' });
    }
  }

  createConversation(wish: { memberId: string; tenantId: string | null; activity: unknown }): {
    id: string;
    activityId?: string;
  } {
    const chat = this.#chats.byUser(wish.memberId);
    if (chat === null) throw connectorError(400, 'BadSyntax', 'Bad format of conversation ID or unknown member.');
    if (wish.tenantId !== null && wish.tenantId !== chat.person.tenantId) {
      throw connectorError(403, 'ForbiddenOperationException', 'The user does not belong to the given tenant.');
    }
    this.#limit(chat, 'send');
    if (!chat.installed) {
      throw connectorError(403, 'ForbiddenOperationException', "The bot is not installed in user's personal scope");
    }
    const id = chat.conversationId;
    return wish.activity == null ? { id } : { id, activityId: this.#post(chat, wish.activity).id };
  }

  send(conversationId: string, body: unknown, replyToId: string | null = null): { id: string } {
    const group = this.#groups.byId(conversationId.replace(/;messageid=.*$/, ''));
    if (group) return this.#postInto(group, body);
    const chat = this.chat(conversationId);
    this.#limit(chat, 'send');
    return this.#post(chat, body, replyToId);
  }

  update(conversationId: string, activityId: string, body: unknown): { id: string } {
    const chat = this.chat(conversationId);
    this.#limit(chat, 'change');
    const activity = this.#checked(chat, body);
    const message = this.#ownMessage(chat, activityId);
    chat.update(message, contentOf(activity));
    return { id: message.id };
  }

  delete(conversationId: string, activityId: string): void {
    const chat = this.chat(conversationId);
    this.#limit(chat, 'change');
    this.#refuseBlocked(chat);
    chat.delete(this.#ownMessage(chat, activityId));
  }

  members(conversationId: string): readonly Record<string, unknown>[] {
    const chat = this.chat(conversationId);
    this.#limit(chat, 'read');
    const { person } = chat;
    return [
      {
        id: chat.userId,
        name: person.displayName,
        givenName: person.givenName,
        surname: person.surname,
        email: person.signInName,
        userPrincipalName: person.signInName,
        objectId: person.id,
        aadObjectId: person.id,
        tenantId: person.tenantId,
        userRole: 'user',
      },
    ];
  }

  chat(conversationId: string): Chat {
    const chat = this.#chats.byConversation(conversationId);
    if (chat === null) throw connectorError(404, 'ConversationNotFound', 'Conversation not found.');
    return chat;
  }

  #postInto(group: Group, body: unknown): { id: string } {
    if (!group.installed) throw new ConnectorError(403, { error: { code: 'BotNotInConversationRoster' } });
    const activity = botActivity.parse(body);
    if (activity.type !== 'message') return { id: this.#groups.nextId(this.#world.settings.now()) };
    return { id: botPosts(this.#groups, group, activity).id };
  }

  #post(chat: Chat, body: unknown, replyToId: string | null = null): { id: string } {
    const activity = this.#checked(chat, body);
    if (activity.type === 'typing') {
      chat.typing();
      return { id: chat.nextId() };
    }
    if (activity.type !== 'message') return { id: chat.nextId() };
    const known = replyToId !== null && chat.message(replyToId) !== null ? replyToId : null;
    return { id: chat.add('bot', contentOf(activity), known).id };
  }

  #checked(chat: Chat, body: unknown): BotActivity {
    this.#refuseBlocked(chat);
    const bytes = Buffer.byteLength(JSON.stringify(body ?? null), 'utf16le');
    if (bytes > MAX_MESSAGE_BYTES) throw connectorError(413, 'MessageSizeTooBig', 'Message size too large.');
    const parsed = botActivity.safeParse(body);
    if (!parsed.success)
      throw connectorError(400, 'BadArgument', `Unknown activity: ${parsed.error.issues[0]?.message}`);
    const { type, text, attachments } = parsed.data;
    if (type === 'message' && !text && !attachments?.length) {
      throw connectorError(400, 'BadSyntax', 'Activity must have text or attachments.');
    }
    return parsed.data;
  }

  #refuseBlocked(chat: Chat): void {
    if (!chat.installed || chat.blocked) throw new ConnectorError(403, messageWritesBlocked());
  }

  #ownMessage(chat: Chat, activityId: string) {
    const message = chat.message(activityId);
    if (message === null) throw connectorError(404, 'ActivityNotFoundInConversation', 'Activity not found.');
    if (message.from !== 'bot') throw connectorError(403, 'NotEnoughPermissions', "Only the bot's own messages.");
    return message;
  }

  #limit(chat: Chat, kind: 'send' | 'read' | 'change'): void {
    const { rateLimits, now } = this.#world.settings;
    if (!rateLimits) return;
    const tenant = this.#limits.take(`tenant:${chat.person.tenantId}`, TENANT_LIMITS, now());
    if (tenant !== null) throw throttled(tenant);
    if (kind === 'change') return;
    const limits = kind === 'send' ? SEND_LIMITS : READ_LIMITS;
    const thread = this.#limits.take(`${kind}:${chat.conversationId}`, limits, now());
    if (thread !== null) throw throttled(thread);
  }
}
