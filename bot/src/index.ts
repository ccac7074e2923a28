export { type Bot, createBot } from './bot.ts';
export { sandboxChannel } from './channel-sign-in.ts';
export type {
  Address,
  BotLog,
  BotOptions,
  BotOutcome,
  BotRequest,
  BotResponse,
  BotSuite,
  ChannelOverrides,
} from './options.ts';
export { CARD_LIMIT_BYTES } from './outgoing.ts';
export type { ConversationReference } from './parse-conversation.ts';
