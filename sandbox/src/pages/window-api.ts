/** The window API of `sandbox/README.md`, as the pages see it. */

export interface SandboxConfig {
  readonly origin: string;
  readonly serviceUrl: string;
  readonly tabUrl: string;
  readonly clientId: string;
  readonly appId: string;
  readonly botName: string;
  readonly timeZone: string;
}

interface Post {
  readonly title: string;
  readonly unit: string;
  readonly concurrent: boolean;
}

export interface Person {
  readonly id: string;
  readonly signInName: string;
  readonly displayName: string;
  readonly displayNameKana: string;
  readonly jobTitle: string;
  readonly department: string | null;
  readonly section: string | null;
  readonly subsection: string | null;
  readonly posts: readonly Post[];
  readonly fixed: boolean;
  readonly duty: string | null;
}

export interface Municipality {
  readonly tenantId: string;
  readonly name: string;
  readonly domain: string;
  readonly total: number;
  readonly people: readonly Person[];
}

export interface Chat {
  readonly person: {
    readonly id: string;
    readonly signInName: string;
    readonly displayName: string;
    readonly jobTitle: string;
    readonly tenantId: string;
    readonly tenantName: string;
  };
  readonly bot: { readonly id: string; readonly name: string };
  readonly conversationId: string;
  readonly installed: boolean;
  readonly blocked: boolean;
}

/** A meeting in Teams that is held, or was. */
export interface TeamsMeeting {
  readonly id: string;
  readonly threadId: string;
  readonly subject: string;
  readonly start: string;
  /** Null: it is going on. */
  readonly end: string | null;
  readonly people: readonly string[];
}

export interface Attachment {
  readonly contentType: string;
  readonly content: unknown;
  readonly contentUrl: string | null;
  readonly name: string | null;
}

interface SuggestedAction {
  readonly type: string;
  readonly title: string;
  readonly value: unknown;
}

export interface Message {
  readonly id: string;
  readonly sequence: number;
  readonly from: 'bot' | 'person';
  readonly fromName: string;
  readonly sentAt: string;
  readonly editedAt: string | null;
  readonly text: string | null;
  readonly textFormat: 'plain' | 'markdown' | 'xml';
  readonly summary: string | null;
  readonly attachments: readonly Attachment[];
  readonly suggestedActions: readonly SuggestedAction[];
  readonly delivery: 'delivered' | 'waiting' | 'failed';
  readonly problem: string | null;
}

export interface CardAction {
  readonly type: 'Action.Execute' | 'Action.Submit';
  readonly id?: string;
  readonly verb?: string;
  readonly data?: unknown;
}

export interface ActionRequest {
  readonly messageId: string;
  readonly action: CardAction;
  readonly inputs: Readonly<Record<string, string>>;
  readonly trigger: 'manual' | 'automatic';
}

/** What Teams shows of an answer to a command or a search of the app. */
export type ComposeAnswer =
  | { readonly kind: 'dialog'; readonly title: string; readonly card: unknown }
  | { readonly kind: 'list'; readonly items: readonly ComposeFound[] }
  | { readonly kind: 'sentence'; readonly sentence: string };

export interface ComposeFound {
  readonly title: string;
  readonly text: string;
  readonly card: unknown;
}

export interface ActionOutcome {
  readonly outcome: 'card' | 'message' | 'error' | 'login' | 'none';
  readonly statusCode: number;
  readonly value: unknown;
  readonly sentence: string | null;
  readonly message: Message | null;
}

export interface Activity {
  readonly id: string;
  readonly kind: 'chat' | 'notification';
  readonly at: string;
  readonly title: string;
  readonly preview: string;
  readonly read: boolean;
  readonly messageId: string | null;
  readonly webUrl: string | null;
}

export interface Feed {
  readonly unread: number;
  readonly items: readonly Activity[];
}

export interface HostToken {
  readonly token: string;
  readonly userObjectId: string;
  readonly tenantId: string;
}

/** `code` is the sandbox's own, or `unreachable` when it did not answer at all. */
export class WindowApiError extends Error {
  override readonly name = 'WindowApiError';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
