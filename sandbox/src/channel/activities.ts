import { BOT_NAME, CLIENT_ID, TIME_ZONE } from '../settings.ts';
import type { Chat } from './chat.ts';

export const BOT_ID = `28:${CLIENT_ID}`;

export type Activity = Readonly<Record<string, unknown>> & { readonly type: string; readonly id: string };

export interface ActivityFrame {
  readonly chat: Chat;
  readonly id: string;
  readonly serviceUrl: string;
  readonly now: number;
}

export function messageActivity(frame: ActivityFrame, text: string): Activity {
  return { ...base(frame), type: 'message', text, textFormat: 'plain' };
}

/** `Action.Submit` reaches a bot as a message without text. */
export function submitActivity(frame: ActivityFrame, value: unknown, replyToId: string): Activity {
  return { ...base(frame), type: 'message', value, replyToId };
}

export interface PressedAction {
  readonly id?: string | undefined;
  readonly verb: string;
  readonly data: unknown;
  readonly trigger: 'manual' | 'automatic';
  readonly messageId: string;
}

export function cardActivity(frame: ActivityFrame, pressed: PressedAction): Activity {
  const { id, verb, data, trigger, messageId } = pressed;
  const action = { type: 'Action.Execute', ...(id === undefined ? {} : { id }), verb, data };
  return {
    ...base(frame, { source: { name: 'message' }, legacy: { replyToId: messageId } }),
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: { action, trigger },
    replyToId: messageId,
  };
}

export function installationActivity(frame: ActivityFrame, action: 'add' | 'remove'): Activity {
  return { ...base(frame, { source: { name: 'message' } }), type: 'installationUpdate', action };
}

export function membersAddedActivity(frame: ActivityFrame): Activity {
  return { ...base(frame), type: 'conversationUpdate', membersAdded: [{ id: BOT_ID }] };
}

function base({ chat, id, serviceUrl, now }: ActivityFrame, extra: Record<string, unknown> = {}) {
  const { person } = chat;
  return {
    id,
    channelId: 'msteams',
    serviceUrl,
    timestamp: new Date(now).toISOString(),
    localTimestamp: japanTime(now),
    localTimezone: TIME_ZONE,
    locale: chat.locale,
    from: { id: chat.userId, name: person.displayName, aadObjectId: person.id },
    recipient: { id: BOT_ID, name: BOT_NAME },
    conversation: { id: chat.conversationId, conversationType: 'personal', tenantId: person.tenantId },
    channelData: { tenant: { id: person.tenantId }, ...extra },
    entities: [{ type: 'clientInfo', locale: chat.locale, country: 'JP', platform: 'Web', timezone: TIME_ZONE }],
  };
}

function japanTime(now: number): string {
  return new Date(now + 9 * 3_600_000).toISOString().replace('Z', '+09:00');
}
