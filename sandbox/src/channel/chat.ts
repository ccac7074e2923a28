import type { Person } from '../city/city.ts';
import { opaqueIdOf } from '../city/stable-ids.ts';
import { BOT_NAME } from '../settings.ts';
import type { ChatMessage, MessageContent } from './chat-message.ts';
import { previewOf } from './chat-message.ts';

export interface FeedEntry {
  readonly id: string;
  readonly kind: 'chat' | 'notification';
  readonly at: string;
  readonly title: string;
  readonly preview: string;
  read: boolean;
  readonly messageId: string | null;
  readonly webUrl: string | null;
}

export type ChatEvent =
  | { event: 'message'; data: { kind: 'added' | 'updated' | 'deleted'; message: ChatMessage } }
  | { event: 'activity'; data: { unread: number; activity: FeedEntry | null } }
  | { event: 'typing'; data: { from: string } }
  | { event: 'chat'; data: { installed: boolean; blocked: boolean } };

/** What is kept of a chat over a restart. */
export interface SavedChat {
  installed: boolean;
  everInstalled: boolean;
  /** The bot has heard of the installation. */
  announced: boolean;
  blocked: boolean;
  sequence: number;
  messages: ChatMessage[];
  feed: FeedEntry[];
}

const FEED_LENGTH = 100;

export function userIdOf(person: Person): string {
  return `29:${opaqueIdOf(`user:${person.id}`)}`;
}

export function conversationIdOf(person: Person): string {
  return `a:${opaqueIdOf(`conversation:${person.id}`)}`;
}

/** The personal chat of one person with the bot. */
export class Chat {
  readonly person: Person;
  readonly conversationId: string;
  readonly userId: string;
  /** What the person's Teams speaks, by the window that acted last. */
  locale: 'ja-JP' | 'en-US' = 'ja-JP';
  #state: SavedChat;
  #lastId = 0;
  readonly #listeners = new Set<(event: ChatEvent) => void>();
  readonly #now: () => number;
  readonly #changed: () => void;

  constructor(person: Person, { now, changed, saved }: { now: () => number; changed: () => void; saved?: SavedChat }) {
    this.person = person;
    this.conversationId = conversationIdOf(person);
    this.userId = userIdOf(person);
    this.#now = now;
    this.#changed = changed;
    this.#state = saved ?? {
      installed: false,
      everInstalled: false,
      announced: false,
      blocked: false,
      sequence: 0,
      messages: [],
      feed: [],
    };
    this.#lastId = Number(this.#state.messages.at(-1)?.id ?? 0);
  }

  get installed(): boolean {
    return this.#state.installed;
  }

  get everInstalled(): boolean {
    return this.#state.everInstalled;
  }

  get announced(): boolean {
    return this.#state.announced;
  }

  get blocked(): boolean {
    return this.#state.blocked;
  }

  get messages(): readonly ChatMessage[] {
    return this.#state.messages;
  }

  get feed(): readonly FeedEntry[] {
    return this.#state.feed;
  }

  get unread(): number {
    return this.#state.feed.filter((entry) => !entry.read).length;
  }

  toSaved(): SavedChat {
    return this.#state;
  }

  set({ installed, blocked }: { installed?: boolean; blocked?: boolean }): void {
    this.#state.installed = installed ?? this.#state.installed;
    this.#state.everInstalled ||= this.#state.installed;
    this.#state.blocked = blocked ?? this.#state.blocked;
    this.#tell({ event: 'chat', data: { installed: this.installed, blocked: this.blocked } });
  }

  markAnnounced(announced: boolean): void {
    this.#state.announced = announced;
    this.#changed();
  }

  /** Teams numbers activities by the time in milliseconds. */
  nextId(): string {
    this.#lastId = Math.max(this.#lastId + 1, this.#now());
    return String(this.#lastId);
  }

  message(id: string): ChatMessage | null {
    return this.#state.messages.find((message) => message.id === id) ?? null;
  }

  add(from: ChatMessage['from'], content: MessageContent, replyToId: string | null = null): ChatMessage {
    const id = this.nextId();
    const message: ChatMessage = {
      id,
      sequence: ++this.#state.sequence,
      from,
      fromName: from === 'bot' ? BOT_NAME : this.person.displayName,
      sentAt: new Date(Number(id)).toISOString(),
      editedAt: null,
      ...content,
      replyToId,
      delivery: from === 'bot' ? 'delivered' : 'waiting',
      problem: null,
    };
    this.#state.messages.push(message);
    this.#tell({ event: 'message', data: { kind: 'added', message } });
    if (from === 'bot') this.#addToFeed({ kind: 'chat', title: BOT_NAME, preview: previewOf(content), messageId: id });
    return message;
  }

  update(message: ChatMessage, change: Partial<MessageContent & Pick<ChatMessage, 'delivery' | 'problem'>>): void {
    Object.assign(message, change);
    if (message.from === 'bot') message.editedAt = new Date(this.#now()).toISOString();
    this.#tell({ event: 'message', data: { kind: 'updated', message } });
  }

  delete(message: ChatMessage): void {
    this.#state.messages = this.#state.messages.filter((each) => each !== message);
    this.#tell({ event: 'message', data: { kind: 'deleted', message } });
  }

  notify({ title, preview, webUrl }: { title: string; preview: string; webUrl: string | null }): void {
    this.#addToFeed({ kind: 'notification', title, preview, webUrl });
  }

  markRead(ids: readonly string[] | null): void {
    for (const entry of this.#state.feed) if (ids === null || ids.includes(entry.id)) entry.read = true;
    this.#tell({ event: 'activity', data: { unread: this.unread, activity: null } });
  }

  typing(): void {
    this.#tell({ event: 'typing', data: { from: BOT_NAME } });
  }

  subscribe(listener: (event: ChatEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #addToFeed(entry: Pick<FeedEntry, 'kind' | 'title' | 'preview'> & Partial<FeedEntry>): void {
    const activity: FeedEntry = {
      id: `f-${this.nextId()}`,
      at: new Date(this.#now()).toISOString(),
      read: false,
      messageId: null,
      webUrl: null,
      ...entry,
    };
    this.#state.feed = [activity, ...this.#state.feed].slice(0, FEED_LENGTH);
    this.#tell({ event: 'activity', data: { unread: this.unread, activity } });
  }

  #tell(event: ChatEvent): void {
    if (event.event !== 'typing') this.#changed();
    for (const listener of this.#listeners) listener(event);
  }
}
