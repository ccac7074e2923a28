import { type Action, type ChatMessage, type ErrorParams, isStorable, say } from '@kaigi/core/shared';
import type { z } from 'zod';
import { within } from './deadline.ts';
import { callFailureFields } from './delivery-failure.ts';
import { fitting } from './outgoing.ts';
import { type CardAction, parseCardAction } from './parse-card-action.ts';
import type { ActivityPerson } from './parse-person.ts';
import { botSentence, type Refusal, refusal, refusalOf } from './refusals.ts';
import { callerOf, millisecondsLeft, type Result, type TurnFacts, type TurnParts } from './turn.ts';

/** The body of an answered invoke. Teams wants HTTP 200 around it and shows what it holds. */
export interface CardAnswer {
  readonly statusCode: number;
  readonly type: string;
  readonly value: unknown;
}

export interface CardActionOutcome extends Result {
  readonly name: string;
  readonly body: CardAnswer;
}

type Done = { readonly message: ChatMessage } | { readonly refusal: Refusal };

const messageBody = (text: string): CardAnswer => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.activity.message',
  value: text,
});

/**
 * A press is answered by a sentence that Teams shows. A refresh that nobody asked for fails quietly instead:
 * the card stays as it was, and no sentence pops up.
 */
function refusalBody({ sentence, code, status }: Refusal, automatic: boolean): CardAnswer {
  if (!automatic) return messageBody(sentence);
  return { statusCode: status, type: 'application/vnd.microsoft.error', value: { code, message: sentence } };
}

function bodyOf(message: ChatMessage): CardAnswer {
  if (message.kind === 'text') return messageBody(message.text);
  return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: message.card };
}

/** What the sentence of a schema's own check needs to be complete, a limit for instance. */
const paramsOf = (issue: z.core.$ZodIssue): ErrorParams =>
  issue.code === 'custom' ? ((issue.params ?? {}) as ErrorParams) : {};

/** A schema may name a sentence of the suite as its message (`approvals.reason_missing`); else the card was tampered with. */
function unreadable({ issues }: z.ZodError, facts: TurnFacts, parts: TurnParts): Refusal {
  for (const issue of issues) {
    const code = issue.message;
    const sentence = say(parts.suite.texts, code, facts.locale, paramsOf(issue));
    if (sentence !== undefined) return { result: 'refused', code, status: 400, sentence };
  }
  return refusal('bot.unreadable_card', facts.locale);
}

/** In a chat of several people a button works there only where it is meant to. */
const worksHere = ({ inGroup }: Action, { conversation }: TurnFacts): boolean =>
  conversation?.personal !== false || (conversation.chatKey !== null && inGroup !== undefined);

function handled({ handle, inGroup }: Action, data: unknown, facts: TurnFacts, person: ActivityPerson) {
  const caller = callerOf(person, facts.locale);
  const chatKey = facts.conversation?.chatKey ?? null;
  return chatKey !== null && inGroup ? inGroup(caller, data, chatKey) : handle(caller, data);
}

async function run(action: Action, pressed: CardAction, facts: TurnFacts, parts: TurnParts): Promise<Done> {
  if (!facts.person) return { refusal: refusal('bot.unidentified', facts.locale, 401) };
  if (!isStorable(pressed.data)) return { refusal: refusal('bot.unreadable_card', facts.locale) };
  const data = action.data.safeParse(pressed.data);
  if (!data.success) {
    return { refusal: unreadable(data.error, facts, parts) };
  }
  try {
    const message = await handled(action, data.data, facts, facts.person);
    return { message: fitting(message, facts.locale, parts.limits) };
  } catch (error) {
    const { texts } = parts.suite;
    return { refusal: refusalOf(error, { texts, locale: facts.locale, log: parts.log, what: action.verb }) };
  }
}

/** The answer that came too late for the invoke: into the card that was pressed, or as a message of its own. */
async function deliverLate(work: Promise<Done>, pressed: CardAction, { facts, parts }: Late): Promise<void> {
  const done = await work;
  const reference = facts.conversation?.reference;
  if (!reference) return;
  try {
    if ('message' in done && done.message.kind === 'card' && pressed.cardActivityId !== null) {
      await parts.messenger.update(reference, pressed.cardActivityId, done.message);
    } else if (!pressed.automatic) {
      const message = 'message' in done ? done.message : ({ kind: 'text', text: done.refusal.sentence } as const);
      await parts.messenger.send(reference, message);
    }
  } catch (error) {
    parts.log.warn({ what: pressed.verb, ...callFailureFields(error) }, 'bot: a late answer was not delivered');
  }
}
interface Late {
  readonly facts: TurnFacts;
  readonly parts: TurnParts;
}

function whole(name: string, refused: Refusal, automatic: boolean): CardActionOutcome {
  return { name, result: refused.result, code: refused.code, body: refusalBody(refused, automatic) };
}

/** A pressed card: the verb finds the action, the action's schema reads the data, the capability does the rest. */
export async function answerCardAction(facts: TurnFacts, parts: TurnParts): Promise<CardActionOutcome> {
  const pressed = parseCardAction(facts.activity);
  const { locale } = facts;
  if (!pressed) return whole('unknown', refusal('bot.unreadable_card', locale), false);
  const action = parts.suite.actions.find((candidate) => candidate.verb === pressed.verb);
  if (!action) {
    parts.log.info({ verb: pressed.verb }, 'bot: unknown verb');
    return whole('unknown', refusal('bot.unknown_action', locale, 404), pressed.automatic);
  }
  if (!worksHere(action, facts)) {
    return whole(action.verb, refusal('bot.personal_only', locale, 403), pressed.automatic);
  }
  const work = run(action, pressed, facts, parts);
  const outcome = await within(work, millisecondsLeft(facts));
  if (outcome === 'late') {
    parts.goOn(deliverLate(work, pressed, { facts, parts }));
    const sentence = botSentence('bot.in_progress', locale);
    const late = refusalBody({ result: 'refused', code: 'bot.in_progress', status: 503, sentence }, pressed.automatic);
    return { name: action.verb, result: 'late', code: 'bot.in_progress', body: late };
  }
  const done = outcome.value;
  if ('refusal' in done) return whole(action.verb, done.refusal, pressed.automatic);
  return { name: action.verb, result: 'answered', code: null, body: bodyOf(done.message) };
}
