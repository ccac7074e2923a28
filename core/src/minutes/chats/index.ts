import type { Subscriber, Task } from '../../platform/index.ts';
import type { Action, Caller, ChatMessage, Route } from '../../shared/index.ts';
import { chatActions, formFor } from './actions.ts';
import { readingJobs } from './reading.ts';
import { chatMinutesRoutes } from './routes.ts';
import { type ChatParts, createChatMinutes } from './service.ts';

export { createFileReader } from './attached-files.ts';
export type { ChatParts } from './service.ts';
export type * from './source.ts';
export { createThreadReader } from './thread.ts';

export interface ChatsRoom {
  readonly routes: readonly Route[];
  readonly actions: readonly Action[];
  readonly tasks: Readonly<Record<string, Task>>;
  readonly subscriber: Subscriber;
  /** 「議事録」 in a chat of several people. */
  readonly form: (caller: Caller, chatKey: string) => Promise<readonly ChatMessage[]>;
}

/** Chats of Teams as minutes (M-20). */
export function createChatsRoom(parts: ChatParts): ChatsRoom {
  const chats = createChatMinutes(parts);
  const { tasks, subscriber } = readingJobs(parts);
  return {
    ...{ routes: chatMinutesRoutes(chats), actions: chatActions(parts, chats), tasks, subscriber },
    form: formFor(chats),
  };
}
