import { randomUUID } from 'node:crypto';
import { type ErrorParams, KaigiError, type Locale, say, type Texts } from '@kaigi/core/shared';
import type { BotLog } from './options.ts';
import { botTexts } from './text.ts';

export interface Refusal {
  readonly result: 'refused' | 'failed';
  readonly code: string;
  readonly status: number;
  readonly sentence: string;
}

const STATUS = {
  'bad-input': 400,
  'not-signed-in': 401,
  'not-allowed': 403,
  'not-found': 404,
  conflict: 409,
  unavailable: 503,
} as const;

/** A sentence of the bot's own. */
export function botSentence(code: string, locale: Locale, params: ErrorParams = {}): string {
  return say(botTexts, code, locale, params) ?? code;
}

export function refusal(code: string, locale: Locale, status = 400): Refusal {
  return { result: 'refused', code, status, sentence: botSentence(code, locale) };
}

export interface RefusalContext {
  readonly texts: Texts;
  readonly locale: Locale;
  readonly log: BotLog;
  /** The verb or command, for the log. */
  readonly what: string;
}

/** The one place of this edge where an error becomes a sentence. An unknown error shows its id only. */
export function refusalOf(error: unknown, { texts, locale, log, what }: RefusalContext): Refusal {
  if (error instanceof KaigiError) {
    const { code, kind, params } = error;
    const sentence = say(texts, code, locale, params) ?? botSentence(`bot.refused.${kind}`, locale, { code });
    return { result: 'refused', code, status: STATUS[kind], sentence };
  }
  const errorId = randomUUID();
  log.error({ errorId, what, err: error }, 'bot: failed');
  return {
    result: 'failed',
    code: 'bot.failed',
    status: 500,
    sentence: botSentence('bot.failed', locale, { id: errorId }),
  };
}
