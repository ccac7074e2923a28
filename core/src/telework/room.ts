import type { Approvals } from '../approvals/index.ts';
import type { Absences, Directory } from '../directory/index.ts';
import type { Notifications, ShownInChat } from '../notifications/index.ts';
import type { Clock, Database, JobSpec, Subscriber, Task } from '../platform/index.ts';
import type { Regulations } from '../regulations/index.ts';
import type { Action, Caller, ChatCommand, Route, Texts } from '../shared/index.ts';
import type { WorkLocations } from './outlook/port.ts';

/** What every room of テレワーク・庶務 is given. */
export interface RoomParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly directory: Directory;
  readonly absences: Absences;
  readonly regulations: Regulations;
  readonly notifications: Notifications;
  readonly approvals: Approvals;
  /** Puts further jobs into the queue. */
  readonly enqueue: (jobs: readonly JobSpec[]) => Promise<void>;
  /** Says that facts were committed and should leave now. */
  readonly wake: () => void;
  /** Where the tab shows a case. */
  readonly caseUrl: (caseId: string) => string;
  /** Where the tab shows one of its pages: `workday/sheet`. */
  readonly pageUrl?: ((page: string) => string) | undefined;
  /** The sentences of every capability. */
  readonly texts: Texts;
  /** Outlook's work plan; null where this deployment does not write there. */
  readonly workLocations: () => WorkLocations | null;
  /** Where people are by their calendars too, and when they are free next: a line each. */
  readonly lineOf?: (caller: Caller, staffIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
}

/** What a room gives to the suite, as plain values. */
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
