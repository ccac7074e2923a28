import { DeliveryError, type Messenger } from '@kaigi/core/messenger';
import { type ChatMessage, invariant } from '@kaigi/core/shared';
import type { TurnContext } from 'botbuilder';
import { within } from './deadline.ts';
import { callFailureFields, deliveryFailure } from './delivery-failure.ts';
import { activityOf, fitting, type Limits } from './outgoing.ts';
import { type ConversationReference, ConversationReferenceSchema } from './parse-conversation.ts';
import { parseLocale } from './parse-locale.ts';
import { CALL_DEADLINE_MS, type TeamsAdapter } from './teams-adapter.ts';

export type { Messenger };

export interface MessengerParts {
  readonly clientId: string;
  readonly channel: TeamsAdapter;
  readonly playground: TeamsAdapter | null;
  readonly limits: Limits;
}

type Speak = (context: TurnContext, message: ChatMessage) => Promise<string>;

async function speak(
  parts: MessengerParts,
  reference: ConversationReference,
  turn: (context: TurnContext) => Promise<void>,
) {
  const { door, ...where } = reference;
  if (door === undefined) return parts.channel.speakFirst(parts.clientId, where as Where, turn);
  // Kept from a run that had the playground's door open; now nobody is behind it.
  if (parts.playground === null) throw new DeliveryError('gone');
  return parts.playground.speakFirst('', where as Where, turn);
}
type Where = Parameters<TeamsAdapter['speakFirst']>[1];

async function deliver(parts: MessengerParts, kept: unknown, message: ChatMessage, act: Speak): Promise<string> {
  const reference = ConversationReferenceSchema.safeParse(kept);
  invariant(reference.success, 'a kept conversation reference cannot be read');
  const fit = fitting(message, parseLocale(reference.data, reference.data.door), parts.limits);
  let activityId = '';
  const work = speak(parts, reference.data, async (context) => {
    activityId = await act(context, fit);
  });
  try {
    // Covers the sign-in as well, which has no deadline of its own.
    const outcome = await within(work, 2 * CALL_DEADLINE_MS);
    if (outcome === 'late') throw new DeliveryError('try-later');
    return activityId;
  } catch (error) {
    if (error instanceof DeliveryError) throw error;
    const failure = deliveryFailure(error, new Date());
    const reason = failure instanceof DeliveryError ? failure.reason : 'wrong';
    parts.limits.log.warn({ reason, ...callFailureFields(error) }, 'bot: a message was not delivered');
    throw failure;
  }
}

export function createMessenger(parts: MessengerParts): Messenger {
  return {
    async send(reference, message) {
      const activityId = await deliver(parts, reference, message, async (context, fit) => {
        const sent = await context.sendActivity(activityOf(fit));
        return sent?.id ?? '';
      });
      return { activityId };
    },
    async update(reference, activityId, message) {
      // A channel that named no message cannot be asked to change it.
      if (activityId === '') throw new DeliveryError('gone');
      await deliver(parts, reference, message, async (context, fit) => {
        await context.updateActivity({ ...activityOf(fit), id: activityId });
        return activityId;
      });
    },
  };
}
