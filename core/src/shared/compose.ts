import type { Caller } from './caller.ts';
import type { Card, ChatMessage } from './chat.ts';

/** What a search in the compose box finds: a line to choose by, and the card that is pasted for everybody to see. */
export interface ComposeHit {
  readonly title: string;
  readonly text: string;
  readonly card: Card;
}

/** A search where people write messages, by the name that the app package gives it. */
export interface ComposeSearch {
  readonly commandId: string;
  /** @throws a refusal, whose sentence is shown */
  readonly find: (caller: Caller, typed: string) => Promise<readonly ComposeHit[]>;
}

/** The message that somebody pointed at, as Teams says. */
export interface ChosenMessage {
  readonly id: string;
  readonly at: string;
  readonly editedAt: string | null;
  readonly by: { readonly name: string; readonly entraObjectId: string | null } | null;
  /** Plain text. */
  readonly text: string;
  readonly replyTo: string | null;
  /** `isFile`: it lies in OneDrive or SharePoint, attached to the message. */
  readonly links: readonly { readonly name: string; readonly url: string; readonly isFile?: boolean }[];
  readonly link: string | null;
  readonly from: 'TEAMS_CHAT' | 'TEAMS_CHANNEL';
  /** The chat in which it stands, as the channel says; null or left out in channels of a team. */
  readonly chatKey?: string | null;
  /** The thread of a channel in which it stands, where Teams says of which team; null or left out elsewhere. */
  readonly channel?: { readonly teamId: string; readonly channelId: string; readonly rootId: string } | null;
}

/** What a small window of Teams shows. */
export interface ComposeDialog {
  readonly title: string;
  readonly card: Card;
}

/** A command on a message: first it asks, then it does. */
export interface MessageCommand {
  readonly commandId: string;
  readonly ask: (caller: Caller, message: ChosenMessage) => Promise<ComposeDialog>;
  /** `data` is what was typed, unread; the message is the one that Teams sends again beside it. */
  readonly run: (caller: Caller, message: ChosenMessage, data: unknown) => Promise<ComposeDialog | ChatMessage>;
}

/** What the app does inside other people's conversations. */
export interface Compose {
  readonly searches: readonly ComposeSearch[];
  readonly messageCommands: readonly MessageCommand[];
}
