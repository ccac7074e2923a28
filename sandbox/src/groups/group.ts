import type { ChatAttachment } from '../channel/chat-message.ts';
import type { Person } from '../city/city.ts';

export interface GroupFile {
  readonly name: string;
  readonly url: string;
}

export interface GroupReaction {
  readonly person: Person;
  readonly sign: string;
  readonly at: number;
}

/** A message of a group chat, as Teams keeps it. */
export interface GroupMessage {
  readonly id: string;
  /** Null: Teams itself says that somebody joined or left. */
  readonly from: Person | 'bot' | null;
  readonly createdAt: number;
  modifiedAt: number;
  editedAt: number | null;
  deletedAt: number | null;
  /** HTML as Teams makes it of what was typed. */
  html: string;
  readonly mentions: readonly { readonly name: string; readonly person: Person | 'bot' }[];
  readonly files: readonly GroupFile[];
  /** In a chat the message that is quoted, in a channel the one with which the thread begins. */
  readonly replyTo: string | null;
  reactions: GroupReaction[];
  /** Cards of the bot. */
  cards: readonly ChatAttachment[];
}

export interface GroupChannel {
  readonly teamId: string;
  readonly teamName: string;
  readonly name: string;
}

export interface Group {
  readonly id: string;
  readonly tenantId: string;
  readonly topic: string | null;
  /** Set where it is a channel of a team, and not a chat. */
  readonly channel: GroupChannel | null;
  /** With the moment from which on they see what was written; null: everything. */
  readonly members: Map<Person, number | null>;
  /** The app was added to this chat. */
  installed: boolean;
  /** Adding it gave it what the manifest asks for. */
  consented: boolean;
  /** The tenant lets apps read chats. */
  allowed: boolean;
  readonly messages: GroupMessage[];
}
