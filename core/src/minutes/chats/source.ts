/** One chat of Teams by the key that Teams gave; it means nothing here and is shown to nobody. */
export interface ChatKey {
  readonly municipalityId: string;
  readonly chatKey: string;
}

/** What no further try helps with before somebody changes something; what and where, says `text.ts`. */
export type ChatRefusal =
  /** Nothing of this app is in the chat: it was not added there, or the tenant allows no consent by chat. */
  | 'minutes.chat_app_not_there'
  /** The app is there, but what it was given does not let it read messages or members. */
  | 'minutes.chat_not_consented'
  /** The tenant, or a policy of it, forbids it. */
  | 'minutes.chat_forbidden'
  /** The chat is no longer there. */
  | 'minutes.chat_gone'
  | 'minutes.chat_strange_answer';

/** What came of asking: the value; a refusal that stays; or to be asked again, not before `at`. */
export type ChatAsked<T> =
  | { readonly kind: 'OK'; readonly value: T }
  | { readonly kind: 'REFUSED'; readonly code: ChatRefusal }
  | { readonly kind: 'LATER'; readonly at: Date };

export interface ChatMember {
  readonly entraObjectId: string | null;
  readonly name: string | null;
  /** Teams shows this member nothing from before this moment; null: everything. */
  readonly seesSince: string | null;
}

/** PERSON is somebody of whom Teams says at least something; APP a bot; HIDDEN whom Teams does not name. */
export type ChatSender =
  | { readonly kind: 'PERSON'; readonly entraObjectId: string | null; readonly name: string | null }
  | { readonly kind: 'APP' | 'HIDDEN' };

export interface ChatAttachment {
  /** FILE is a link to a file; QUOTE the message that is replied to; CARD and OTHER hold nothing to link to. */
  readonly kind: 'FILE' | 'QUOTE' | 'CARD' | 'OTHER';
  readonly id: string;
  readonly name: string | null;
  readonly url: string | null;
}

export interface ChatReaction {
  /** The sign itself (👍) or the word of older clients (`like`). */
  readonly sign: string;
  readonly name: string | null;
  readonly entraObjectId: string | null;
}

/** A message as Teams holds it now. Moments are ISO texts, so that it may lie in the database as it is. */
export interface PostedMessage {
  readonly messageKey: string;
  readonly system: boolean;
  readonly createdAt: string;
  readonly editedAt: string | null;
  readonly deletedAt: string | null;
  readonly sender: ChatSender;
  /** Empty where the message was deleted: nothing of its words leaves the edge. */
  readonly body: { readonly html: boolean; readonly content: string };
  /** Some app was called in it. */
  readonly callsApp: boolean;
  readonly attachments: readonly ChatAttachment[];
  readonly reactions: readonly ChatReaction[];
  readonly important: boolean;
}

export interface MessagePage {
  readonly messages: readonly PostedMessage[];
  /** Where it goes on; null: that was all. */
  readonly next: string | null;
}

export interface Stretch {
  /** Everything that was written or changed after this moment and before that one, the newest first. */
  readonly since: string;
  readonly until: string;
  readonly next: string | null;
}

/** One channel of a team, by the keys that Teams gave. */
export interface ChannelKey {
  readonly municipalityId: string;
  readonly teamId: string;
  readonly channelId: string;
}

/** Channels of those teams in which the app is. */
export interface ChannelSource {
  /** What team and channel are called. */
  name(channel: ChannelKey): Promise<ChatAsked<string | null>>;
  members(channel: ChannelKey): Promise<ChatAsked<readonly ChatMember[]>>;
  /** The message with which a thread begins. */
  root(channel: ChannelKey, rootId: string): Promise<ChatAsked<PostedMessage>>;
  /** What answers it, a page at a time. */
  replies(
    channel: ChannelKey,
    asked: { readonly rootId: string; readonly next: string | null },
  ): Promise<ChatAsked<MessagePage>>;
}

export interface FileAsked {
  readonly municipalityId: string;
  /** Who wants it: only what this person may read is read. */
  readonly entraObjectId: string;
  readonly url: string;
  /** More bytes are not taken. */
  readonly most: number;
  /** The channel in which it was attached, by somebody who is in it. */
  readonly channel: Pick<ChannelKey, 'teamId' | 'channelId'> | null;
}

/** Its bytes, or why they did not come, as a code. */
export type FileRead = { readonly bytes: Uint8Array } | { readonly notFetched: string };

/** Files that lie in OneDrive and SharePoint and that messages name. */
export interface AttachedFiles {
  read(asked: FileAsked): Promise<FileRead>;
}

/** Teams' chats, as the edge gives them: only those in which the app is. Nothing here changes anything in Teams. */
export interface ChatSource {
  readonly channels: ChannelSource;
  readonly files: AttachedFiles;
  topic(chat: ChatKey): Promise<ChatAsked<string | null>>;
  members(chat: ChatKey): Promise<ChatAsked<readonly ChatMember[]>>;
  messages(chat: ChatKey, stretch: Stretch): Promise<ChatAsked<MessagePage>>;
}
