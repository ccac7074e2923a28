import type { INetworkModule } from '@azure/msal-node';
import type { Action, ChatCommand, Compose, Locale, Texts } from '@kaigi/core/shared';
import type { ConversationReference } from './parse-conversation.ts';

export interface Address {
  readonly municipalityId: string;
  readonly entraObjectId: string;
  readonly conversationId: string;
}

/** What the bot needs of the suite. */
export interface BotSuite {
  readonly actions: readonly Action[];
  readonly commands: readonly ChatCommand[];
  /** What it does inside other people's conversations. */
  readonly compose: Compose;
  readonly texts: Texts;
  readonly notifications: {
    /** Called again and again with the same address; keeps the newest reference. */
    readonly keepAddress: (
      address: Address & { readonly reference: ConversationReference; readonly locale: Locale },
    ) => Promise<unknown>;
    readonly dropAddress: (address: Address) => Promise<unknown>;
  };
}

/** Fields first, then a sentence for the reader of the log. Satisfied by pino. */
export interface BotLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** One line of measurement for each activity. Holds no personal data, and names come from closed lists. */
export interface BotOutcome {
  readonly kind: 'card-action' | 'compose' | 'message' | 'installation' | 'membership' | 'other';
  /** The verb or the command's first word; `unknown` for what is not ours. */
  readonly name: string;
  readonly result: 'answered' | 'refused' | 'failed' | 'late' | 'unauthenticated' | 'ignored';
  readonly code: string | null;
  readonly seconds: number;
}

/**
 * Where the bot channel is when it is not Microsoft's. The SDK takes all of these or none:
 * setting only some makes every request 401.
 */
export interface ChannelOverrides {
  readonly loginUrl: string;
  readonly oauthScope: string;
  readonly tokenIssuer: string;
  readonly openIdMetadataUrl: string;
  readonly oauthUrl: string;
}

export interface BotOptions {
  readonly suite: BotSuite;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The home tenant of the app registration (single-tenant bot). */
  readonly tenantId: string;
  readonly channel?: ChannelOverrides;
  /** Carries the token requests somewhere else than to Microsoft. */
  readonly networkClient?: INetworkModule;
  /** Opens the unauthenticated door for the Agents Playground. The edge must let only loopback reach it. */
  readonly playground?: boolean;
  /** Deep link of the inbox tab, said where a card cannot be shown. */
  readonly inboxUrl: string;
  readonly log: BotLog;
  readonly onOutcome: (outcome: BotOutcome) => void;
  /** Default 2,500. A person is answered by then (Teams gives up after about 5 s). */
  readonly deadlineMs?: number;
}

export interface BotRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The JSON body, parsed. */
  readonly body: unknown;
}

export interface BotResponse {
  readonly status: number;
  readonly body?: unknown;
}
