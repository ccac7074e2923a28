import type { Locale, Theme } from '../settings.ts';

/**
 * The other half of teams-js: what a host answers to a tab in its frame. A message is
 * `{ id, uuid, uuidAsString, func, args }`; its answer carries the same ids and an `args` array.
 */
export interface HostRequest {
  readonly id: number;
  readonly uuid: unknown;
  readonly uuidAsString: unknown;
  readonly func: string;
  readonly args: readonly unknown[];
}

export interface TabContext {
  readonly theme: Theme;
  readonly locale: Locale;
  readonly userObjectId: string;
  readonly userPrincipalName: string;
  readonly userDisplayName: string;
  readonly tenantId: string;
  readonly appId: string;
  readonly entityId: string;
  readonly subPageId: string | null;
  readonly sessionId: string;
  /** The meeting whose side panel the tab stands in; null where it stands by itself. */
  readonly meeting: ShownMeeting | null;
}

export interface ShownMeeting {
  readonly id: string;
  readonly threadId: string;
  readonly subject: string;
  readonly start: string;
  readonly end: string | null;
}

/** What must happen besides, or before, the answer. */
export type HostReply =
  | { readonly kind: 'answer'; readonly args: readonly unknown[] }
  | { readonly kind: 'silent' }
  | { readonly kind: 'token'; readonly resource: string | null }
  | { readonly kind: 'openLink'; readonly link: string; readonly args: readonly unknown[] }
  | {
      readonly kind: 'openPage';
      readonly entityId: string;
      readonly subPageId: string | null;
      readonly args: readonly unknown[];
    }
  | { readonly kind: 'leaveTab'; readonly args: readonly unknown[] }
  | { readonly kind: 'returnFocus'; readonly forward: boolean }
  | { readonly kind: 'state'; readonly state: 'loaded' | 'ready' }
  | { readonly kind: 'state'; readonly state: 'failed'; readonly reason: string };

const sdkVersion = '2.58.0';

/** Calls that expect no answer at all. */
const oneWay = new Set([
  'registerHandler',
  'setFrameContext',
  'log.receive',
  'readyToUnload',
  'shareDeepLink',
  'viewConfigItemPress',
]);

export function readRequest(data: unknown): HostRequest | null {
  if (typeof data !== 'object' || data === null) return null;
  const { id, uuid, uuidAsString, func, args } = data as Record<string, unknown>;
  if (typeof func !== 'string' || typeof id !== 'number') return null;
  return { id, uuid, uuidAsString, func, args: Array.isArray(args) ? args : [] };
}

export function answerMessage({ id, uuid, uuidAsString }: HostRequest, args: readonly unknown[]): object {
  return { id, uuid, uuidAsString, args, isPartialResponse: false };
}

export function replyTo({ func, args }: HostRequest, context: TabContext, unsupported: string): HostReply {
  switch (func) {
    case 'initialize':
      return { kind: 'answer', args: [frameOf(context), 'web', runtimeConfig(), sdkVersion] };
    case 'getContext':
      return { kind: 'answer', args: [flatContext(context)] };
    case 'meeting.getMeetingDetails':
      return { kind: 'answer', args: meetingDetails(context, unsupported) };
    case 'authentication.getAuthToken':
      return { kind: 'token', resource: firstResource(args[0]) };
    case 'executeDeepLink':
      return { kind: 'openLink', link: text(args[0]), args: [true] };
    case 'pages.navigateToApp':
      return navigateToApp(args[0]);
    case 'pages.currentApp.navigateTo':
      return openPage(args[0], [null]);
    case 'pages.currentApp.navigateToDefaultPage':
      return { kind: 'openPage', entityId: 'inbox', subPageId: null, args: [null] };
    case 'navigateBack':
      return { kind: 'leaveTab', args: [true] };
    case 'returnFocus':
      return { kind: 'returnFocus', forward: args[0] === true };
    case 'appInitialization.appLoaded':
      return { kind: 'state', state: 'loaded' };
    case 'appInitialization.success':
      return { kind: 'state', state: 'ready' };
    case 'appInitialization.failure':
    case 'appInitialization.expectedFailure':
      return { kind: 'state', state: 'failed', reason: [args[0], args[1]].map(text).filter(Boolean).join(': ') };
    case 'nestedAppAuth.execute':
      return { kind: 'answer', args: nestedAuthRefusal(args[0], unsupported) };
    default:
      // `[false, reason]` makes every waiting call of teams-js fail with the reason instead of hanging.
      return oneWay.has(func) ? { kind: 'silent' } : { kind: 'answer', args: [false, unsupported] };
  }
}

/** Everything not named here, teams-js reports to the tab as unsupported by itself. */
function runtimeConfig(): string {
  return JSON.stringify({
    apiVersion: 4,
    hostVersionsInfo: {},
    isLegacyTeams: false,
    supports: { pages: { currentApp: {}, backStack: {} }, logs: {} },
  });
}

const frameOf = ({ meeting }: TabContext) => (meeting === null ? 'content' : 'sidePanel');

/** An error, or null and what Teams tells where the manifest asks for both permissions of the chat. */
function meetingDetails({ meeting }: TabContext, unsupported: string): readonly unknown[] {
  if (meeting === null) return [{ errorCode: 501, message: unsupported }, null];
  const { id, threadId, subject, start, end } = meeting;
  const details = { id, title: subject, type: 'Scheduled', scheduledStartTime: start, scheduledEndTime: end ?? '' };
  return [null, { details, conversation: { id: threadId } }];
}

/** The old flat shape; teams-js turns it into the nested one. */
function flatContext(context: TabContext): object {
  return {
    theme: context.theme,
    locale: context.locale === 'ja' ? 'ja-jp' : 'en-us',
    userObjectId: context.userObjectId,
    tid: context.tenantId,
    upn: context.userPrincipalName,
    loginHint: context.userPrincipalName,
    userPrincipalName: context.userPrincipalName,
    userDisplayName: context.userDisplayName,
    appId: context.appId,
    entityId: context.entityId,
    ...(context.subPageId === null ? {} : { subEntityId: context.subPageId, subPageId: context.subPageId }),
    ...(context.meeting === null ? {} : { meetingId: context.meeting.id, chatId: context.meeting.threadId }),
    frameContext: frameOf(context),
    hostClientType: 'web',
    hostName: 'Teams',
    sessionId: context.sessionId,
    appSessionId: context.sessionId,
  };
}

function navigateToApp(params: unknown): HostReply {
  const { webUrl } = record(params);
  const page = openPage(params, [true]);
  return page.kind === 'openPage' && page.entityId === '' && typeof webUrl === 'string'
    ? { kind: 'openLink', link: webUrl, args: [true] }
    : page;
}

function openPage(params: unknown, args: readonly unknown[]): HostReply {
  const { pageId, subPageId } = record(params);
  const sub = text(subPageId);
  return { kind: 'openPage', entityId: text(pageId), subPageId: sub === '' ? null : sub, args };
}

function firstResource(resources: unknown): string | null {
  const first: unknown = Array.isArray(resources) ? resources[0] : null;
  return typeof first === 'string' ? first : null;
}

/** Nested app authentication has an envelope of its own: a JSON string with the id of the request. */
function nestedAuthRefusal(message: unknown, reason: string): readonly unknown[] {
  const request = record(parse(text(message)));
  return [
    null,
    JSON.stringify({
      messageType: 'NestedAppAuthResponse',
      requestId: text(request.requestId),
      success: false,
      error: { status: 'DISABLED', code: 'disabled', description: reason },
    }),
  ];
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
