import type { TeamsClient } from '../sandbox-client.ts';
import type { Say } from '../text.ts';
import type { ActionOutcome, CardAction, Message } from '../window-api.ts';
import { WindowApiError } from '../window-api.ts';
import { refreshAction } from './card-json.ts';
import type { Press } from './card-view.ts';
import { cardType, type MessageView } from './message-view.ts';

export interface CardPresses {
  press(view: MessageView, press: Press): Promise<void>;
  /** Asks for this person's own view of a card, once for each state of the card. */
  refresh(view: MessageView): void;
}

export interface CardPressOptions {
  readonly say: Say;
  readonly client: Pick<TeamsClient, 'act'>;
  readonly onMessage: (message: Message) => void;
}

export function cardPresses({ say, client, onMessage }: CardPressOptions): CardPresses {
  const refreshed = new WeakMap<MessageView, Message>();
  let queue = Promise.resolve();

  async function press(view: MessageView, { action, inputs }: Press): Promise<void> {
    if (view.busy()) return;
    view.note('busy', say('card.busy'));
    try {
      const outcome = await client.act({ messageId: view.message().id, action, inputs, trigger: 'manual' });
      view.note(null);
      showOutcome(view, outcome);
    } catch (error) {
      view.note(
        'problem',
        error instanceof WindowApiError && error.code !== 'unreachable' ? error.message : say('card.failed'),
      );
    }
  }

  function showOutcome(view: MessageView, { outcome, message, value, sentence }: ActionOutcome): void {
    switch (outcome) {
      case 'card':
        // Remembered before it is drawn: the answer already is this person's own view.
        if (message !== null) refreshed.set(view, message);
        if (message !== null) onMessage(message);
        else view.showOwnCard(value);
        return;
      case 'message':
        view.note('note', sentence ?? (typeof value === 'string' ? value : ''));
        return;
      case 'error':
      case 'login':
        view.note('problem', sentence ?? say('card.somethingWrong'));
        return;
      case 'none':
        return;
    }
  }

  function refresh(view: MessageView): void {
    const message = view.message();
    const action = message.attachments
      .filter((attachment) => attachment.contentType === cardType)
      .map((attachment) => refreshAction(attachment.content))
      .find((found) => found !== null);
    if (action === undefined || refreshed.get(view) === message) return;
    refreshed.set(view, message);
    queue = queue.then(() => askForView(view, message, action));
  }

  async function askForView(
    view: MessageView,
    message: Message,
    action: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    try {
      const asked = { messageId: message.id, action: asCardAction(action), inputs: {}, trigger: 'automatic' as const };
      const { outcome, value } = await client.act(asked);
      if (outcome === 'card' && view.message() === message && !view.busy()) view.showOwnCard(value);
    } catch {
      // The common view stays; a press will say what is wrong.
    }
  }

  return { press, refresh };
}

function asCardAction({ id, verb, data }: Readonly<Record<string, unknown>>): CardAction {
  return {
    type: 'Action.Execute',
    ...(typeof id === 'string' ? { id } : {}),
    ...(typeof verb === 'string' ? { verb } : {}),
    ...(data === undefined ? {} : { data }),
  };
}
