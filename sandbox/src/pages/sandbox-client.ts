import {
  type ActionOutcome,
  type ActionRequest,
  type Attachment,
  type Chat,
  type ComposeAnswer,
  type Feed,
  type HostToken,
  type Message,
  type Municipality,
  type SandboxConfig,
  type TeamsMeeting,
  WindowApiError,
} from './window-api.ts';

export type Membership = 'install' | 'uninstall' | 'block' | 'unblock';

/** Refusals, and what the bot answers, come in the language of the window. */
function inTheReadersLanguage(path: string): string {
  if (document.documentElement.lang !== 'en') return path;
  return `${path}${path.includes('?') ? '&' : '?'}lang=en`;
}

async function ask<T>(path: string, init: RequestInit = {}): Promise<T> {
  let response: Response;
  try {
    response = await fetch(inTheReadersLanguage(path), {
      ...init,
      headers: { accept: 'application/json', ...init.headers },
    });
  } catch (cause) {
    if (init.signal?.aborted === true) throw cause;
    throw new WindowApiError('unreachable', String(cause));
  }
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw refusal(response.status, body);
  return body as T;
}

function refusal(status: number, body: unknown): WindowApiError {
  const error = (body as { error?: { code?: string; message?: string } } | null)?.error;
  return new WindowApiError(error?.code ?? `http${status}`, error?.message ?? `HTTP ${status}`);
}

function post<T>(path: string, body?: unknown): Promise<T> {
  if (body === undefined) return ask<T>(path, { method: 'POST' });
  return ask<T>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

export function loadConfig(): Promise<SandboxConfig> {
  return ask('/sandbox/config');
}

export async function findPeople(query: string, signal: AbortSignal): Promise<readonly Municipality[]> {
  const search = query === '' ? '' : `?${new URLSearchParams({ q: query })}`;
  return (await ask<{ municipalities: readonly Municipality[] }>(`/sandbox/people${search}`, { signal }))
    .municipalities;
}

export interface GroupMessage {
  readonly id: string;
  /** Null: Teams itself says that somebody joined or left. */
  readonly from: string | null;
  readonly sentAt: string;
  readonly editedAt: number | null;
  readonly deleted: boolean;
  readonly html: string;
  readonly files: readonly { readonly name: string }[];
  readonly reactions: readonly { readonly sign: string; readonly name: string }[];
  readonly cards: readonly Attachment[];
}

export interface GroupChat {
  readonly id: string;
  readonly topic: string | null;
  readonly members: readonly string[];
  readonly messages: readonly GroupMessage[];
}

/** What one person's Teams window may ask. */
export interface TeamsClient {
  open(): Promise<Chat>;
  messages(): Promise<readonly Message[]>;
  send(text: string): Promise<Message>;
  act(request: ActionRequest): Promise<ActionOutcome>;
  activities(): Promise<Feed>;
  markRead(ids?: readonly string[]): Promise<Feed>;
  change(membership: Membership): Promise<Chat>;
  /** Those that the person was invited to, the newest first. */
  meetings(person: Chat['person']): Promise<readonly TeamsMeeting[]>;
  /** Chats of several people that the person is in. */
  groups(): Promise<readonly GroupChat[]>;
  writeTo(group: string, text: string): Promise<void>;
  pressIn(group: string, request: ActionRequest): Promise<ActionOutcome>;
  /** A command of the app on a message: without `data` it asks, with it it does. */
  command(group: string, asked: { messageId: string; commandId: string; data?: unknown }): Promise<ComposeAnswer>;
  search(group: string, commandId: string, text: string): Promise<ComposeAnswer>;
  paste(group: string, card: unknown): Promise<void>;
  token(resource: string | null): Promise<HostToken>;
  readonly eventsUrl: string;
}

export function teamsClient(person: string): TeamsClient {
  const base = `/sandbox/teams/${encodeURIComponent(person)}`;
  const groups = `/sandbox/groups/${encodeURIComponent(person)}`;
  return {
    open: () => post(`${base}/open`),
    messages: async () => (await ask<{ items: readonly Message[] }>(`${base}/messages`)).items,
    send: async (text) => (await post<{ message: Message }>(`${base}/messages`, { text })).message,
    act: (request) => post(`${base}/actions`, request),
    activities: () => ask(`${base}/activities`),
    markRead: (ids) => post(`${base}/activities/read`, ids === undefined ? {} : { ids }),
    change: (membership) => post(`${base}/${membership}`),
    meetings: async ({ tenantId, signInName }) => {
      const { items } = await ask<{ items: readonly TeamsMeeting[] }>(`/sandbox/meetings/${tenantId}`);
      return items
        .filter(({ people }) => people.includes(signInName))
        .sort((one, other) => other.start.localeCompare(one.start));
    },
    groups: async () => (await ask<{ items: readonly GroupChat[] }>(groups)).items,
    writeTo: (group, text) => post(`${groups}/${encodeURIComponent(group)}/messages`, { text }),
    pressIn: (group, request) => post(`${groups}/${encodeURIComponent(group)}/actions`, request),
    command: (group, asked) => post(`${groups}/${encodeURIComponent(group)}/commands`, asked),
    search: (group, commandId, text) => post(`${groups}/${encodeURIComponent(group)}/searches`, { commandId, text }),
    paste: (group, card) => post(`${groups}/${encodeURIComponent(group)}/cards`, { card }),
    token: (resource) => post('/sandbox/host-token', { as: person, ...(resource === null ? {} : { resource }) }),
    eventsUrl: `${base}/events`,
  };
}
