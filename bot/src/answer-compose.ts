import { type ComposeDialog, type ComposeHit, isStorable } from '@kaigi/core/shared';
import { within } from './deadline.ts';
import { CARD_LIMIT_BYTES } from './outgoing.ts';
import { parseChannel } from './parse-channel.ts';
import { parseComposeCommand, parseComposeQuery } from './parse-compose.ts';
import type { ActivityPerson } from './parse-person.ts';
import { botSentence, type Refusal, refusal, refusalOf } from './refusals.ts';
import { callerOf, millisecondsLeft, type Result, type TurnFacts, type TurnParts } from './turn.ts';

export const COMPOSE_INVOKES = [
  'composeExtension/query',
  'composeExtension/fetchTask',
  'composeExtension/submitAction',
] as const;
export type ComposeInvoke = (typeof COMPOSE_INVOKES)[number];

export const isComposeInvoke = (name: string | undefined): name is ComposeInvoke =>
  COMPOSE_INVOKES.some((known) => known === name);

export interface ComposeOutcome extends Result {
  readonly name: string;
  readonly body: unknown;
}

const CARD = 'application/vnd.microsoft.card.adaptive';
const PREVIEW = 'application/vnd.microsoft.card.thumbnail';

/** Results, and refusals too, stand where the person searches. */
const listBody = (hits: readonly ComposeHit[]) => ({
  composeExtension: {
    type: 'result',
    attachmentLayout: 'list',
    attachments: hits.map(({ title, text, card }) => ({
      contentType: CARD,
      content: card,
      preview: { contentType: PREVIEW, content: { title, text } },
    })),
  },
});
const sentenceInList = (text: string) => ({ composeExtension: { type: 'message', text } });

const dialogBody = ({ title, card }: ComposeDialog) => ({
  task: {
    type: 'continue',
    value: { title, height: 'medium', width: 'medium', card: { contentType: CARD, content: card } },
  },
});
const sentenceInDialog = (value: string) => ({ task: { type: 'message', value } });

type Said = (sentence: string) => unknown;
type Done = { readonly body: unknown } | { readonly refusal: Refusal };

interface Asked {
  readonly facts: TurnFacts;
  readonly parts: TurnParts;
  readonly person: ActivityPerson;
}

const inChannel = ({ conversation }: TurnFacts): boolean =>
  conversation?.reference.conversation.conversationType === 'channel';

async function found(value: unknown, { facts, parts, person }: Asked): Promise<{ name: string; done: Promise<Done> }> {
  const query = parseComposeQuery(value);
  const search = parts.suite.compose.searches.find(({ commandId }) => commandId === query?.commandId);
  if (!query || !search) return unknown(facts);
  const find = async () => ({ body: listBody(await search.find(callerOf(person, facts.locale), query.typed)) });
  return { name: search.commandId, done: find() };
}

async function commanded(
  value: unknown,
  asked: Asked,
  submits: boolean,
): Promise<{ name: string; done: Promise<Done> }> {
  const { facts, parts, person } = asked;
  const read = parseComposeCommand(value, inChannel(facts));
  const command = parts.suite.compose.messageCommands.find(({ commandId }) => commandId === read?.commandId);
  if (!read || !command || !isStorable(read.data)) return unknown(facts);
  const caller = callerOf(person, facts.locale);
  const chatKey = inChannel(facts) ? null : (facts.conversation?.reference.conversation.id ?? null);
  const channel = inChannel(facts) ? parseChannel(facts.activity, read.message) : null;
  const message = { ...read.message, chatKey, ...(channel ? { channel } : {}) };
  const run = async (): Promise<Done> => {
    const answer = submits ? await command.run(caller, message, read.data) : await command.ask(caller, message);
    if ('kind' in answer) return { body: sentenceInDialog(answer.kind === 'text' ? answer.text : answer.summary) };
    const tooLarge = Buffer.byteLength(JSON.stringify(answer.card)) > CARD_LIMIT_BYTES;
    return tooLarge ? { refusal: refusal('bot.dialog_too_large', facts.locale) } : { body: dialogBody(answer) };
  };
  return { name: command.commandId, done: run() };
}

const unknown = ({ locale }: TurnFacts) => ({
  name: 'unknown',
  done: Promise.resolve({ refusal: refusal('bot.unknown_compose', locale, 404) }),
});

/** A search in the compose box, or a command on a message: who acts is who the channel says, and the suite decides. */
export async function answerCompose(
  invoke: ComposeInvoke,
  value: unknown,
  facts: TurnFacts,
  parts: TurnParts,
): Promise<ComposeOutcome> {
  const said: Said = invoke === 'composeExtension/query' ? sentenceInList : sentenceInDialog;
  const refused = (name: string, { result, code, sentence }: Refusal) => ({ name, result, code, body: said(sentence) });
  const { person, locale } = facts;
  if (!person) return refused('unknown', refusal('bot.unidentified', locale, 401));
  const asked = { facts, parts, person };
  const { name, done } =
    invoke === 'composeExtension/query'
      ? await found(value, asked)
      : await commanded(value, asked, invoke === 'composeExtension/submitAction');
  const work = done.catch((error: unknown): Done => {
    const { texts } = parts.suite;
    return { refusal: refusalOf(error, { texts, locale, log: parts.log, what: name }) };
  });
  const outcome = await within(work, millisecondsLeft(facts));
  if (outcome === 'late') {
    parts.goOn(work);
    return {
      name,
      result: 'late',
      code: 'bot.in_progress',
      body: said(botSentence('bot.in_progress_compose', locale)),
    };
  }
  if ('refusal' in outcome.value) return refused(name, outcome.value.refusal);
  return { name, result: 'answered', code: null, body: outcome.value.body };
}
