import type {
  AttachedFiles,
  ChannelSource,
  ChatAsked,
  ChatMember,
  ChatRefusal,
  ChatSource,
  FileAsked,
  FileRead,
  PostedMessage,
} from './source.ts';

const PAGE = 50;

type Said = Partial<PostedMessage> & { readonly text?: string };

/** A chat of Teams of one's own: who is in it, what was written, and what is refused. */
export class FakeChat implements ChatSource {
  readonly chatKey: string;
  members_: ChatMember[];
  messages_: PostedMessage[] = [];
  refusal: ChatRefusal | null = null;
  pages = 0;
  /** In a channel: which message begins the thread of another. */
  readonly roots = new Map<string, string>();
  /** What SharePoint gives, by address. */
  readonly files_ = new Map<string, FileRead>();
  readonly filesAsked: FileAsked[] = [];
  /** Before the page of this number is answered. */
  before: (page: number) => Promise<void> = async () => undefined;
  /** What the page of this number answers instead; null: as it should. */
  instead: (page: number) => ChatAsked<never> | null = () => null;

  constructor(chatKey: string, oids: readonly string[]) {
    this.chatKey = chatKey;
    this.members_ = oids.map((entraObjectId) => ({ entraObjectId, name: null, seesSince: null }));
  }

  /** The newest change is what Teams would list first. */
  say(oid: string, at: string, { text = '', ...more }: Said): PostedMessage {
    const createdAt = new Date(at).toISOString();
    const message: PostedMessage = {
      ...{ messageKey: String(Date.parse(at)), system: false, createdAt, editedAt: null, deletedAt: null },
      sender: { kind: 'PERSON', entraObjectId: oid, name: `Teamsでの名前` },
      ...{ body: { html: true, content: text }, callsApp: false, attachments: [], reactions: [], important: false },
      ...more,
    };
    this.messages_.push(message);
    return message;
  }

  /** In a channel. */
  answer(root: PostedMessage, oid: string, at: string, said: Said): PostedMessage {
    const message = this.say(oid, at, said);
    this.roots.set(message.messageKey, root.messageKey);
    return message;
  }

  change(messageKey: string, change: Partial<PostedMessage>): void {
    this.messages_ = this.messages_.map((one) => (one.messageKey === messageKey ? { ...one, ...change } : one));
  }

  #answer<T>(chatKey: string, value: () => T): ChatAsked<T> {
    if (this.refusal) return { kind: 'REFUSED', code: this.refusal };
    return chatKey === this.chatKey ? { kind: 'OK', value: value() } : { kind: 'REFUSED', code: 'minutes.chat_gone' };
  }

  readonly files: AttachedFiles = {
    read: async (asked) => {
      this.filesAsked.push(asked);
      return this.files_.get(asked.url) ?? { notFetched: 'records.capture_file_not_readable' };
    },
  };

  readonly channels: ChannelSource = {
    name: async ({ channelId }) => this.#answer(channelId, () => '政策課 > 庁舎の改修'),
    members: async ({ channelId }) => this.#answer(channelId, () => this.members_),
    root: async ({ channelId }, rootId) => {
      const root = this.messages_.find(({ messageKey }) => messageKey === rootId && !this.roots.has(rootId));
      return root ? this.#answer(channelId, () => root) : { kind: 'REFUSED', code: 'minutes.chat_gone' };
    },
    replies: async ({ channelId }, { rootId, next }) => {
      const at = Number(next ?? 0);
      const all = this.messages_.filter(({ messageKey }) => this.roots.get(messageKey) === rootId).reverse();
      const more = at + PAGE < all.length ? String(at + PAGE) : null;
      return this.#answer(channelId, () => ({ messages: all.slice(at, at + PAGE), next: more }));
    },
  };

  readonly topic: ChatSource['topic'] = async ({ chatKey }) => this.#answer(chatKey, () => '窓口の混雑対策');
  readonly members: ChatSource['members'] = async ({ chatKey }) => this.#answer(chatKey, () => this.members_);
  readonly messages: ChatSource['messages'] = async ({ chatKey }, { since, next }) => {
    this.pages += 1;
    await this.before(this.pages);
    return (
      this.instead(this.pages) ??
      this.#answer(chatKey, () => {
        const at = Number(next ?? 0);
        const changedAt = ({ createdAt, editedAt, deletedAt }: PostedMessage) => deletedAt ?? editedAt ?? createdAt;
        const all = this.messages_
          .filter((one) => changedAt(one) >= since)
          .sort((one, other) => changedAt(other).localeCompare(changedAt(one)));
        return { messages: all.slice(at, at + PAGE), next: at + PAGE < all.length ? String(at + PAGE) : null };
      })
    );
  };
}
