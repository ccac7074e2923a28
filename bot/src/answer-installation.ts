import { KaigiError } from '@kaigi/core/shared';
import { helpText } from './commands.ts';
import type { Conversation } from './parse-conversation.ts';
import { parseConversationUpdate } from './parse-conversation-update.ts';
import { parseInstallation } from './parse-installation.ts';
import type { ActivityPerson } from './parse-person.ts';
import { botSentence, refusal } from './refusals.ts';
import { type Answer, addressOf, answered, refused, type TurnFacts, type TurnParts } from './turn.ts';

const NOTHING: Answer = { messages: [], result: 'answered', code: null };
const IGNORED: Answer = { messages: [], result: 'ignored', code: null };

type Spoken = Pick<TurnFacts, 'person' | 'conversation' | 'locale'>;
type Notified = Pick<TurnParts, 'suite' | 'log'>;

async function quietly(work: () => Promise<unknown>, what: string, { log }: Pick<TurnParts, 'log'>): Promise<void> {
  try {
    await work();
  } catch (error) {
    // Somebody whom the directory does not know is told so when they ask for something.
    if (error instanceof KaigiError) log.info({ code: error.code }, `bot: ${what} refused`);
    else log.error({ err: error }, `bot: ${what} failed`);
  }
}

/** Remembers where to speak to this person. A failure must not cost them their answer. */
export async function keepAddress({ person, conversation, locale }: Spoken, parts: Notified): Promise<void> {
  if (!person || !conversation) return;
  const address = { ...addressOf(person, conversation), reference: conversation.reference, locale };
  await quietly(() => parts.suite.notifications.keepAddress(address), 'keeping an address', parts);
}

async function dropAddress(person: ActivityPerson, conversation: Conversation, parts: Notified): Promise<void> {
  const address = addressOf(person, conversation);
  await quietly(() => parts.suite.notifications.dropAddress(address), 'dropping an address', parts);
}

function greeting({ locale }: TurnFacts, { suite }: TurnParts): Answer {
  const text = `${botSentence('bot.greeting', locale)}\n\n${helpText(suite.commands, locale)}`;
  return answered([{ kind: 'text', text }]);
}

/** The app was installed, upgraded or removed. Greets once: at `add`, which Teams sends once for an installation. */
export async function answerInstallation(facts: TurnFacts, parts: TurnParts): Promise<Answer> {
  const change = parseInstallation(facts.activity);
  const { person, conversation } = facts;
  if (!change || !person || !conversation) return IGNORED;
  if (!conversation.personal) {
    return change === 'added' ? refused(refusal('bot.personal_only', facts.locale, 403)) : NOTHING;
  }
  if (change === 'removed') {
    await dropAddress(person, conversation, parts);
    return NOTHING;
  }
  await keepAddress(facts, parts);
  return change === 'added' ? greeting(facts, parts) : NOTHING;
}

/** The bot came into a conversation or left it. Teams sends this beside the installation; the address is what counts. */
export async function answerConversationUpdate(facts: TurnFacts, parts: TurnParts): Promise<Answer> {
  const change = parseConversationUpdate(facts.activity);
  const { person, conversation } = facts;
  if (!change || !person || !conversation?.personal) return IGNORED;
  if (change.botRemoved) await dropAddress(person, conversation, parts);
  else if (change.botAdded) await keepAddress(facts, parts);
  return NOTHING;
}
