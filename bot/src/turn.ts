import type { Caller, ChatMessage, Locale } from '@kaigi/core/shared';
import type { Messenger } from './messenger.ts';
import type { Address, BotLog, BotOutcome, BotSuite } from './options.ts';
import type { Limits } from './outgoing.ts';
import type { Conversation } from './parse-conversation.ts';
import type { ActivityPerson } from './parse-person.ts';
import { parseWritten } from './parse-written.ts';
import type { Refusal } from './refusals.ts';

/** What every handler is given: the activity read once, and where to turn. */
export interface TurnFacts {
  readonly activity: unknown;
  readonly person: ActivityPerson | null;
  readonly conversation: Conversation | null;
  readonly locale: Locale;
  /** When the person must have an answer, by `performance.now()`. */
  readonly answerBy: number;
}

export interface TurnParts {
  readonly suite: BotSuite;
  readonly messenger: Messenger;
  readonly limits: Limits;
  readonly log: BotLog;
  /** Keeps hold of work that goes on after its answer, so that a stopping service can wait for it. */
  readonly goOn: (work: Promise<unknown>) => void;
}

export type Result = Pick<BotOutcome, 'result' | 'code'>;

/** What a handler found to say, and how it went. */
export interface Answer extends Result {
  readonly messages: readonly ChatMessage[];
}

export const answered = (messages: readonly ChatMessage[]): Answer => ({ messages, result: 'answered', code: null });

export function refused({ sentence, result, code }: Refusal): Answer {
  return { messages: [{ kind: 'text', text: sentence }], result, code };
}

export function callerOf(person: ActivityPerson, locale: Locale): Caller {
  return { ...person, via: 'teams', locale, idempotencyKey: null };
}

/** The same, of a message that somebody wrote: which one it was, and when by their clock. */
export function writerOf(person: ActivityPerson, { activity, conversation, locale }: TurnFacts): Caller {
  const written = parseWritten(activity);
  if (!written) return callerOf(person, locale);
  const message = { id: `${conversation?.id ?? ''} ${written.id}`, clientAt: written.clientAt };
  return { ...callerOf(person, locale), message };
}

export function addressOf(person: ActivityPerson, conversation: Conversation): Address {
  return { ...person, conversationId: conversation.id };
}

export function millisecondsLeft({ answerBy }: TurnFacts): number {
  return answerBy - performance.now();
}
