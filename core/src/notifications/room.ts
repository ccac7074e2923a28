import type { Subscriber, Task } from '../platform/index.ts';
import type { Action, ChatCommand, Route } from '../shared/index.ts';
import type { ShownInChat } from './shown.ts';

/** What a room of a capability gives to the suite, as plain values. */
export interface Room {
  readonly routes: readonly Route[];
  readonly actions: readonly Action[];
  readonly commands: readonly ChatCommand[];
  readonly shown: readonly ShownInChat[];
  readonly tasks: Readonly<Record<string, Task>>;
  readonly cron: Readonly<Record<string, string>>;
  readonly subscribers: readonly Subscriber[];
}

const EMPTY: Room = { routes: [], actions: [], commands: [], shown: [], tasks: {}, cron: {}, subscribers: [] };

/** Several rooms as one. */
export const together = (rooms: readonly Partial<Room>[]): Room =>
  rooms.reduce<Room>(
    (all, one) => ({
      routes: [...all.routes, ...(one.routes ?? [])],
      actions: [...all.actions, ...(one.actions ?? [])],
      commands: [...all.commands, ...(one.commands ?? [])],
      shown: [...all.shown, ...(one.shown ?? [])],
      tasks: { ...all.tasks, ...one.tasks },
      cron: { ...all.cron, ...one.cron },
      subscribers: [...all.subscribers, ...(one.subscribers ?? [])],
    }),
    EMPTY,
  );
