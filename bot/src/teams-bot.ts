import { setTimeout as wait } from 'node:timers/promises';
import { type Activity, ActivityTypes, type TurnContext } from 'botbuilder';
import { answerCardAction } from './answer-card-action.ts';
import { answerCompose, isComposeInvoke } from './answer-compose.ts';
import { answerConversationUpdate, answerInstallation } from './answer-installation.ts';
import { answerMessage } from './answer-message.ts';
import { callFailureFields, replyWaitSeconds } from './delivery-failure.ts';
import type { BotOutcome } from './options.ts';
import { activityOf, fitting } from './outgoing.ts';
import { parseConversation } from './parse-conversation.ts';
import { parseLocale } from './parse-locale.ts';
import { parsePerson } from './parse-person.ts';
import type { Answer, TurnFacts, TurnParts } from './turn.ts';

export type TurnOutcome = Omit<BotOutcome, 'seconds'>;

const IGNORED: TurnOutcome = { kind: 'other', name: 'unknown', result: 'ignored', code: null };

/** True when it was told to slow down, waited and tried once more. */
async function sendOrWait(context: TurnContext, activity: Partial<Activity>, mayWait: boolean): Promise<boolean> {
  try {
    await context.sendActivity(activity);
    return false;
  } catch (error) {
    const seconds = mayWait ? replyWaitSeconds(error, new Date()) : null;
    if (seconds === null) throw error;
    await wait(seconds * 1000);
    await context.sendActivity(activity);
    return true;
  }
}

/** Sends what there is to say, with one short wait where the channel is busy. Refusals of the channel end here: the person sees nothing, the log does. */
async function reply(context: TurnContext, facts: TurnFacts, { parts, answer }: Reply): Promise<Answer> {
  try {
    let mayWait = true;
    for (const message of answer.messages) {
      const activity = activityOf(fitting(message, facts.locale, parts.limits));
      const waited = await sendOrWait(context, activity, mayWait);
      mayWait &&= !waited;
    }
    return answer;
  } catch (error) {
    parts.log.warn(callFailureFields(error), 'bot: an answer was not delivered');
    return { messages: [], result: 'failed', code: 'bot.undelivered' };
  }
}
interface Reply {
  readonly parts: TurnParts;
  readonly answer: Answer;
}

async function spoken(
  context: TurnContext,
  facts: TurnFacts,
  { kind, name, ...reply_ }: Reply & Pick<TurnOutcome, 'kind' | 'name'>,
): Promise<TurnOutcome> {
  const { result, code } = await reply(context, facts, reply_);
  return { kind, name, result, code };
}

export interface TurnSettings {
  readonly door: 'channel' | 'playground';
  readonly answerBy: number;
}

/** One activity that the adapter has authenticated. Who acts is taken from here and from nowhere else. */
function factsOf(activity: Activity, { door, answerBy }: TurnSettings): TurnFacts {
  return {
    activity,
    person: parsePerson(activity),
    conversation: parseConversation(activity, door),
    locale: parseLocale(activity, door),
    answerBy,
  };
}

export interface InvokeAnswer {
  readonly response: { readonly status: number; readonly body?: unknown };
  readonly outcome: TurnOutcome;
}

/** An invoke is answered in the response to it and nothing is sent, so it needs no turn of the SDK and no connector. */
export async function answerInvoke(
  activity: Activity,
  parts: TurnParts,
  settings: TurnSettings,
): Promise<InvokeAnswer> {
  if (isComposeInvoke(activity.name)) {
    const facts = factsOf(activity, settings);
    const { body, ...outcome } = await answerCompose(activity.name, activity.value, facts, parts);
    return { response: { status: 200, body }, outcome: { kind: 'compose', ...outcome } };
  }
  if (activity.name !== 'adaptiveCard/action') return { response: { status: 501 }, outcome: IGNORED };
  const { body, ...outcome } = await answerCardAction(factsOf(activity, settings), parts);
  return { response: { status: 200, body }, outcome: { kind: 'card-action', ...outcome } };
}

/** Everything that is no invoke: read it, find who has to answer, say the answer. */
export async function runTurn(context: TurnContext, parts: TurnParts, settings: TurnSettings): Promise<TurnOutcome> {
  const { activity } = context;
  const facts = factsOf(activity, settings);
  switch (activity.type) {
    case ActivityTypes.Message: {
      const { name, ...answer } = await answerMessage(facts, parts);
      return spoken(context, facts, { kind: 'message', name, parts, answer });
    }
    case ActivityTypes.InstallationUpdate: {
      const answer = await answerInstallation(facts, parts);
      return spoken(context, facts, { kind: 'installation', name: 'installation', parts, answer });
    }
    case ActivityTypes.ConversationUpdate: {
      const answer = await answerConversationUpdate(facts, parts);
      return spoken(context, facts, { kind: 'membership', name: 'membership', parts, answer });
    }
    default:
      return IGNORED;
  }
}
