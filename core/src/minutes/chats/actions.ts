import { z } from 'zod';
import { type Action, action, type Caller, type ChatMessage, conflict, notAllowed } from '../../shared/index.ts';
import { typedDay, typedLine } from '../../shared/typed-text.ts';
import type { MinutesParts } from '../parts.ts';
import { FROM_CHAT, formMessage, takenMessage } from './cards.ts';
import type { ChatMinutes } from './service.ts';

const Pressed = z.object({
  title: typedLine(200),
  bodyId: z.string().max(100).default(''),
  from: typedDay(),
  to: typedDay(),
});

type ToTab = Pick<MinutesParts, 'pageUrl'>;

/** The button of the form: which chat it is, says the conversation in which it was pressed, never the card. */
export const chatActions = (parts: ToTab, chats: ChatMinutes): Action[] => [
  action<z.infer<typeof Pressed>>({
    verb: FROM_CHAT,
    data: Pressed,
    handle: () => Promise.reject(conflict('minutes.chat_only_groups')),
    async inGroup(caller, { bodyId, ...wish }, chatKey) {
      const answer = await chats.take(caller, chatKey, { ...wish, bodyId: bodyId === '' ? null : bodyId });
      return takenMessage(parts, { ...answer, title: wish.title }, caller.locale);
    },
  }),
];

/** 「@回議 議事録」 in a chat of several people. */
export const formFor =
  (chats: ChatMinutes) =>
  async (caller: Caller, chatKey: string): Promise<readonly ChatMessage[]> => {
    // Chats of teams' channels are none that are read by person.
    if (!/^19:[^\s]+@(?:thread\.v2|unq\.gbl\.spaces)$/.test(chatKey)) throw notAllowed('minutes.chat_only_groups');
    return [formMessage(await chats.offer(caller, chatKey), caller.locale)];
  };
