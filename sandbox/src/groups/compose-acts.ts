import type { Delivery } from '../channel/delivery.ts';
import { sentence } from '../text.ts';
import type { World } from '../world.ts';
import type { Group, GroupMessage } from './group.ts';
import { type Acting, type GroupActs, rootOf } from './group-acts.ts';
import type { Groups } from './groups.ts';

/** What Teams shows of an answer: a small window, a list to choose from, or a sentence. */
export type ComposeAnswer =
  | { readonly kind: 'dialog'; readonly title: string; readonly card: unknown }
  | { readonly kind: 'list'; readonly items: readonly Found[] }
  | { readonly kind: 'sentence'; readonly sentence: string };

interface Found {
  readonly title: string;
  readonly text: string;
  readonly card: unknown;
}

interface Body {
  readonly task?: { type?: string; value?: { title?: string; card?: { content?: unknown } } | string };
  readonly composeExtension?: {
    readonly type?: string;
    readonly text?: string;
    readonly attachments?: readonly { content?: unknown; preview?: { content?: { title?: string; text?: string } } }[];
  };
}

const said = (code: 'botUnreachable' | 'botFailed' | 'botUnclear'): ComposeAnswer => {
  const words = sentence(code);
  return { kind: 'sentence', sentence: typeof words === 'string' ? words : String(words) };
};

function shown({ task, composeExtension }: Body): ComposeAnswer {
  if (task?.type === 'message' && typeof task.value === 'string') return { kind: 'sentence', sentence: task.value };
  if (task?.type === 'continue' && typeof task.value === 'object' && task.value.card)
    return { kind: 'dialog', title: task.value.title ?? '', card: task.value.card.content };
  if (composeExtension?.type === 'message') return { kind: 'sentence', sentence: composeExtension.text ?? '' };
  if (composeExtension?.type !== 'result') return said('botUnclear');
  const items = (composeExtension.attachments ?? []).map(({ content, preview }) => ({
    ...{ title: preview?.content?.title ?? '', text: preview?.content?.text ?? '', card: content },
  }));
  return { kind: 'list', items };
}

function linkOf({ id: chat, tenantId, channel }: Group, message: GroupMessage): string {
  const link = `https://teams.microsoft.com/l/message/${encodeURIComponent(chat)}/${message.id}`;
  if (!channel) return link;
  const { teamId: groupId, teamName, name: channelName } = channel;
  return `${link}?${new URLSearchParams({ tenantId, groupId, parentMessageId: rootOf(message), teamName, channelName })}`;
}

/** The message as Teams hands it to an app. */
const payloadOf = (message: GroupMessage, group: Group) => ({
  ...payload(message),
  linkToMessage: linkOf(group, message),
});

const payload = ({ id, from, createdAt, modifiedAt, html, files, replyTo }: GroupMessage) => ({
  ...{ id, replyToId: replyTo, messageType: 'message', subject: null, importance: 'normal', locale: 'ja-jp' },
  createdDateTime: new Date(createdAt).toISOString(),
  lastModifiedDateTime: new Date(modifiedAt).toISOString(),
  from:
    from === null || from === 'bot'
      ? { user: null, application: { id: 'bot', displayName: 'bot' } }
      : { user: { id: from.id, displayName: from.displayName, userIdentityType: 'aadUser' }, application: null },
  body: { contentType: 'html', content: html },
  attachments: files.map(({ name, url }) => ({ id: url, contentType: 'reference', name, contentUrl: url })),
  ...{ mentions: [], reactions: [] },
});

interface Asking {
  readonly name: string;
  readonly value: object;
  /** In a channel the thread in which it happens. */
  readonly root: string;
}

/** What people do with an app where they write: commands on a message, and the search in the compose box. */
export class ComposeActs {
  readonly #world: World;
  readonly #groups: Groups;
  readonly #acts: GroupActs;
  readonly #delivery: Delivery;

  constructor(world: World, { groups, groupActs }: { groups: Groups; groupActs: GroupActs }, delivery: Delivery) {
    this.#world = world;
    this.#groups = groups;
    this.#acts = groupActs;
    this.#delivery = delivery;
  }

  command(acting: Acting, asked: { messageId: string; commandId: string; data?: unknown }): Promise<ComposeAnswer> {
    const { messageId, commandId, data } = asked;
    const message = this.#groups.message(acting.group, messageId);
    const name = data === undefined ? 'composeExtension/fetchTask' : 'composeExtension/submitAction';
    const messagePayload = payloadOf(message, acting.group);
    const more = data === undefined ? {} : { data };
    const value = { commandId, commandContext: 'message', messagePayload, ...more };
    return this.#ask(acting, { name, value, root: rootOf(message) });
  }

  search(acting: Acting, commandId: string, text: string): Promise<ComposeAnswer> {
    const parameters = text === '' ? [{ name: 'initialRun', value: 'true' }] : [{ name: 'q', value: text }];
    const queryOptions = { skip: 0, count: 25 };
    const value = { commandId, parameters, queryOptions };
    return this.#ask(acting, { name: 'composeExtension/query', value, root: '' });
  }

  /** What was chosen stands in the chat as the person's own message. */
  paste({ group, person }: Acting, content: unknown): GroupMessage {
    const message = this.#groups.write(group, person, { text: '', html: '' });
    const contentType = 'application/vnd.microsoft.card.adaptive';
    this.#groups.touch(message, { cards: [{ contentType, content, contentUrl: null, name: null }] });
    return message;
  }

  async #ask(acting: Acting, { name, value, root }: Asking): Promise<ComposeAnswer> {
    const { settings } = this.#world;
    const base = this.#acts.base(acting, this.#groups.nextId(settings.now()), root);
    const posted = await this.#delivery.post({ ...base, type: 'invoke', name, value }, settings.invokeTimeoutMs);
    if (!posted.reached) return said('botUnreachable');
    return posted.status >= 300 ? said('botFailed') : shown((posted.body ?? {}) as Body);
  }
}
