import { z } from 'zod';
import { type SentenceCode, sentence } from '../text.ts';
import { CARD_TYPE, type ChatAttachment, type ChatMessage } from './chat-message.ts';
import type { Posted } from './delivery.ts';

/** What came of a pressed card (README, "Window API"). */
export interface InvokeAnswer {
  readonly outcome: 'card' | 'message' | 'error' | 'login' | 'none';
  readonly statusCode: number;
  readonly type: string | null;
  readonly value: unknown;
  readonly sentence: string | null;
  readonly message: ChatMessage | null;
}

const ERROR_TYPE = 'application/vnd.microsoft.error';
const MESSAGE_TYPE = 'application/vnd.microsoft.activity.message';
const LOGIN_TYPE = 'application/vnd.microsoft.activity.loginRequest';

const invokeBody = z.looseObject({ statusCode: z.number().int(), type: z.string(), value: z.unknown() });
const errorValue = z.looseObject({ code: z.string().optional(), message: z.string() });

export function toInvokeAnswer(posted: Posted): InvokeAnswer {
  if (!posted.reached) {
    return posted.timedOut
      ? failed(504, 'BotTimeout', 'botUnreachable')
      : failed(502, 'BotUnreachable', 'botUnreachable');
  }
  const { status, body } = posted;
  if (status >= 300) return failed(status, 'BotError', 'botFailed');
  if (body === null || body === '') return { ...nothing, outcome: 'none', statusCode: status };
  const parsed = invokeBody.safeParse(body);
  if (!parsed.success) return failed(502, 'BotAnswerUnclear', 'botUnclear');
  return interpreted(parsed.data);
}

export function replacementCard({ outcome, value }: InvokeAnswer): ChatAttachment | null {
  return outcome === 'card' ? { contentType: CARD_TYPE, content: value, contentUrl: null, name: null } : null;
}

const nothing = { type: null, value: null, sentence: null, message: null };

function interpreted({ statusCode, type, value }: z.infer<typeof invokeBody>): InvokeAnswer {
  const base = { statusCode, type, value, sentence: null, message: null };
  if (type === CARD_TYPE && isCard(value)) return { ...base, outcome: 'card' };
  if (type === MESSAGE_TYPE && typeof value === 'string') return { ...base, outcome: 'message', sentence: value };
  if (type === LOGIN_TYPE) return { ...base, outcome: 'login', sentence: sentence('signInAsked') };
  if (type === ERROR_TYPE || type.startsWith(`${ERROR_TYPE}.`)) {
    const error = errorValue.safeParse(value);
    return { ...base, outcome: 'error', sentence: error.data?.message ?? sentence('botFailed') };
  }
  return failed(502, 'BotAnswerUnclear', 'botUnclear');
}

function isCard(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'AdaptiveCard';
}

function failed(statusCode: number, code: string, words: SentenceCode): InvokeAnswer {
  const message = sentence(words);
  return { ...nothing, outcome: 'error', statusCode, type: ERROR_TYPE, value: { code, message }, sentence: message };
}
