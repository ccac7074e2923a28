import { type Card, type ChatMessage, escapedByName, invariant, type Locale } from '@kaigi/core/shared';
import { type Activity, ActivityTypes, CardFactory } from 'botbuilder';
import type { BotLog } from './options.ts';
import { botSentence } from './refusals.ts';

/** Older Teams clients and some channels cut off at 28 KB; new ones take about 100. */
export const CARD_LIMIT_BYTES = 28 * 1024;

export interface Limits {
  readonly inboxUrl: string;
  readonly log: BotLog;
}

function firstLink(card: Card): string | null {
  const { actions } = card;
  if (!Array.isArray(actions)) return null;
  for (const action of actions) {
    if (action?.type === 'Action.OpenUrl' && typeof action.url === 'string' && /^https?:\/\//.test(action.url)) {
      return action.url;
    }
  }
  return null;
}

/** The message as it may leave: a card that is too large becomes a line with a link, and the log says so. */
export function fitting(message: ChatMessage, locale: Locale, { inboxUrl, log }: Limits): ChatMessage {
  if (message.kind === 'text') return message;
  try {
    const bytes = Buffer.byteLength(JSON.stringify(message.card));
    invariant(bytes <= CARD_LIMIT_BYTES, `a card of ${bytes} bytes is over ${CARD_LIMIT_BYTES}`);
    return message;
  } catch (error) {
    log.error({ err: error }, 'bot: a card was too large to send');
    const url = firstLink(message.card) ?? inboxUrl;
    return { kind: 'text', text: botSentence('bot.card_too_large', locale, { summary: message.summary, url }) };
  }
}

/** Plain where it is one line. Of plain text the Agents Playground keeps no line breaks; of XML everybody does. */
function textActivity(text: string): Partial<Activity> {
  if (!text.includes('\n')) return { type: ActivityTypes.Message, text, textFormat: 'plain' };
  return { type: ActivityTypes.Message, text: text.split('\n').map(escapedByName).join('<br/>'), textFormat: 'xml' };
}

/** What Teams is given: a card as an attachment with its line for the notification, or a text. */
export function activityOf(message: ChatMessage): Partial<Activity> {
  if (message.kind === 'text') return textActivity(message.text);
  return {
    type: ActivityTypes.Message,
    summary: message.summary,
    attachments: [CardFactory.adaptiveCard(message.card)],
  };
}
