import type { TeamsClient } from '../sandbox-client.ts';
import type { Activity, Feed } from '../window-api.ts';

export interface UnreadFeedOptions {
  readonly client: Pick<TeamsClient, 'activities' | 'markRead'>;
  /** True while the person looks at the chat: what arrives there is read at once. */
  readonly chatInSight: () => boolean;
  readonly onFeed: (feed: Feed) => void;
  readonly onFailure: () => void;
}

/** The activity feed and what of it is still unread. */
export class UnreadFeed {
  readonly #options: UnreadFeedOptions;
  #feed: Feed = { unread: 0, items: [] };

  constructor(options: UnreadFeedOptions) {
    this.#options = options;
  }

  async load(): Promise<void> {
    try {
      this.#take(await this.#options.client.activities());
      await this.readChat();
    } catch {
      this.#options.onFailure();
    }
  }

  async readChat(): Promise<void> {
    if (!this.#options.chatInSight()) return;
    const ids = unreadInChat(this.#feed).map((activity) => activity.id);
    if (ids.length > 0) await this.read(ids);
  }

  /** All of them when no ids are given. */
  async read(ids?: readonly string[]): Promise<void> {
    try {
      this.#take(await this.#options.client.markRead(ids));
    } catch {
      // It stays unread and can be tried again.
    }
  }

  #take(feed: Feed): void {
    this.#feed = feed;
    this.#options.onFeed(feed);
  }
}

export function unreadInChat(feed: Feed): readonly Activity[] {
  return feed.items.filter((activity) => activity.kind === 'chat' && !activity.read);
}
