import type { Directory } from '../../directory/index.ts';
import type { Notifications, ShownInChat } from '../../notifications/index.ts';
import type { Clock, Database, JobSpec, Subscriber, Task } from '../../platform/index.ts';
import type { Action, ChatCommand, Route, Texts } from '../../shared/index.ts';
import type { Views } from '../views.ts';
import { instructionActions } from './actions.ts';
import type { InstructionUrls } from './cards.ts';
import { instructionsInChat } from './chat.ts';
import { instructionCommand } from './commands.ts';
import { deadlinesInChat } from './deadline-chat.ts';
import { deadlineJobs } from './deadline-jobs.ts';
import { instructionJobs } from './jobs.ts';
import { instructionRoutes } from './routes.ts';
import { createInstructions } from './service.ts';

export type { InstructionUrls } from './cards.ts';

export interface InstructionRoomParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly directory: Directory;
  readonly notifications: Notifications;
  readonly enqueue: (jobs: readonly JobSpec[]) => Promise<void>;
  readonly views: Pick<Views, 'list'>;
  readonly wake: () => void;
  readonly caseUrl: (caseId: string) => string;
  readonly instructionUrls?: InstructionUrls | undefined;
  /** The sentences of every capability. */
  readonly texts: Texts;
}

export interface InstructionRoom {
  readonly routes: readonly Route[];
  readonly actions: readonly Action[];
  readonly commands: readonly ChatCommand[];
  readonly shown: readonly ShownInChat[];
  readonly tasks: Readonly<Record<string, Task>>;
  readonly cron: Readonly<Record<string, string>>;
  readonly subscribers: readonly Subscriber[];
}

/** 作成指示: everything of it, as plain values for the suite. */
export function createInstructionRoom(parts: InstructionRoomParts): InstructionRoom {
  const { clock, texts, caseUrl, instructionUrls: urls = null } = parts;
  const instructions = createInstructions(parts);
  const follow = instructionJobs(parts);
  const deadlines = deadlineJobs(parts);
  return {
    routes: instructionRoutes(instructions),
    actions: instructionActions({ instructions, clock, texts, caseUrl, urls }),
    commands: [instructionCommand({ instructions, clock, caseUrl, urls })],
    shown: [instructionsInChat({ ...parts, urls }), deadlinesInChat({ ...parts, urls })],
    tasks: { ...follow.tasks, ...deadlines.tasks },
    cron: deadlines.cron,
    subscribers: [follow.subscriber, deadlines.subscriber],
  };
}
