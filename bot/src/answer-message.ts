import type { ChatMessage } from '@kaigi/core/shared';
import { keepAddress } from './answer-installation.ts';
import { asksForHelp, type Called, findCommand, helpText } from './commands.ts';
import { within } from './deadline.ts';
import { callFailureFields } from './delivery-failure.ts';
import { parseMessage } from './parse-message.ts';
import { botSentence, refusal, refusalOf } from './refusals.ts';
import { type Answer, answered, millisecondsLeft, refused, type TurnFacts, type TurnParts, writerOf } from './turn.ts';

export interface MessageOutcome extends Answer {
  readonly name: string;
}

const text = (sentence: string): ChatMessage => ({ kind: 'text', text: sentence });

async function run({ command, argument }: Called, facts: TurnFacts, parts: TurnParts): Promise<Answer> {
  const { locale, person, conversation } = facts;
  if (!person) return refused(refusal('bot.unidentified', locale, 401));
  const { inGroup } = command;
  const chatKey = conversation?.chatKey ?? null;
  try {
    const caller = writerOf(person, facts);
    if (chatKey !== null && inGroup) return answered(await inGroup(caller, chatKey));
    return answered(await command.handle(caller, argument));
  } catch (error) {
    const what = command.words[0] ?? 'command';
    return refused(refusalOf(error, { texts: parts.suite.texts, locale, log: parts.log, what }));
  }
}

async function deliverLate(work: Promise<Answer>, facts: TurnFacts, parts: TurnParts): Promise<void> {
  const { messages } = await work;
  const reference = facts.conversation?.reference;
  if (!reference) return;
  try {
    for (const message of messages) await parts.messenger.send(reference, message);
  } catch (error) {
    parts.log.warn(callFailureFields(error), 'bot: a late answer was not delivered');
  }
}

async function runInTime(called: Called, facts: TurnFacts, parts: TurnParts): Promise<Answer> {
  const work = run(called, facts, parts);
  const outcome = await within(work, millisecondsLeft(facts));
  if (outcome !== 'late') return outcome.value;
  parts.goOn(deliverLate(work, facts, parts));
  const sentence = botSentence('bot.in_progress_message', facts.locale);
  return { messages: [text(sentence)], result: 'late', code: 'bot.in_progress' };
}

function help(facts: TurnFacts, parts: TurnParts, understood: boolean): Answer {
  const list = helpText(parts.suite.commands, facts.locale);
  if (understood) return answered([text(list)]);
  const sentence = botSentence('bot.not_understood', facts.locale);
  return { messages: [text(`${sentence}\n\n${list}`)], result: 'refused', code: 'bot.not_understood' };
}

/** In a chat of several people, all of whom see the answer: the few words that are of use there, and nothing else. */
async function answerInGroup(facts: TurnFacts, parts: TurnParts): Promise<MessageOutcome> {
  const { commands } = parts.suite;
  const typed = facts.conversation?.chatKey == null ? null : parseMessage(facts.activity);
  const called =
    typed &&
    findCommand(
      commands.filter(({ inGroup }) => inGroup !== undefined),
      typed.text,
    );
  if (!called) return { name: 'group', ...refused(refusal('bot.personal_only', facts.locale, 403)) };
  return { name: called.command.words[0] ?? 'command', ...(await runInTime(called, facts, parts)) };
}

/** What a person typed: a command's word, 使い方, or something else, which is answered with 使い方. */
export async function answerMessage(facts: TurnFacts, parts: TurnParts): Promise<MessageOutcome> {
  const { locale, conversation, person } = facts;
  if (conversation?.personal === false) return answerInGroup(facts, parts);
  if (conversation && person) parts.goOn(keepAddress(facts, parts));
  const typed = parseMessage(facts.activity);
  if (!typed || typed.buttonOfOldClient) {
    const code = typed ? 'bot.old_client' : 'bot.not_understood';
    const sentence = botSentence(code, locale, { url: parts.limits.inboxUrl });
    return { name: 'unknown', messages: [text(sentence)], result: 'refused', code };
  }
  const called = findCommand(parts.suite.commands, typed.text);
  if (called) return { name: called.command.words[0] ?? 'command', ...(await runInTime(called, facts, parts)) };
  const understood = typed.text === '' || asksForHelp(typed.text);
  return { name: 'help', ...help(facts, parts, understood) };
}
