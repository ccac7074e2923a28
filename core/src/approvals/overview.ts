import type { Absences, Directory } from '../directory/index.ts';
import type { Notifications, ShownInChat } from '../notifications/index.ts';
import type { Clock, Database, JobSpec, Subscriber, Task } from '../platform/index.ts';
import type { Records, Space } from '../records/index.ts';
import type { Regulations } from '../regulations/index.ts';
import type { Action, ChatCommand, Route, Texts } from '../shared/index.ts';
import { arrivals, loansTold, receiptsTold, weekTold } from './arrivals/index.ts';
import { boardRoutes, createBoard } from './board/index.ts';
import { bulkRoutes, createSummaries } from './bulk/index.ts';
import { createInstructionRoom, type InstructionUrls } from './instructions/index.ts';
import { createReminders, reminderJobs, reminderRoutes, remindersInChat } from './reminders/index.ts';
import { createStatistics, statisticsJobs, statisticsRoutes } from './statistics/index.ts';
import type { Views } from './views.ts';

export interface OverviewParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly directory: Directory;
  readonly absences: Absences;
  readonly regulations: Regulations;
  readonly notifications: Notifications;
  readonly records: Pick<Records, 'viewsOf'>;
  /** What waits for a 文書主任. */
  readonly space: Pick<Space, 'todoOf'>;
  /** Where the tab shows one of its pages. */
  readonly pageUrl?: ((page: string) => string) | undefined;
  readonly enqueue: (jobs: readonly JobSpec[]) => Promise<void>;
  readonly caseUrl: (caseId: string) => string;
  readonly views: Views;
  /** Says that facts were committed and should leave now. */
  readonly wake: () => void;
  /** The sentences of every capability. */
  readonly texts: Texts;
  readonly instructionUrls?: InstructionUrls | undefined;
}

export interface Overview {
  readonly routes: readonly Route[];
  readonly actions: readonly Action[];
  readonly commands: readonly ChatCommand[];
  readonly shown: readonly ShownInChat[];
  readonly tasks: Readonly<Record<string, Task>>;
  readonly cron: Readonly<Record<string, string>>;
  readonly subscribers: readonly Subscriber[];
}

/** What looks at many cases without changing one: who has what, figures, the ladder of reminders, summaries; and what is said before there is one. */
export function createOverview(parts: OverviewParts): Overview {
  const figures = statisticsJobs(parts);
  const ladder = reminderJobs(parts);
  const before = createInstructionRoom(parts);
  const told = [receiptsTold(parts), loansTold(parts), weekTold(parts), arrivals(parts)];
  return {
    routes: [
      ...boardRoutes(createBoard(parts)),
      ...statisticsRoutes(createStatistics(parts)),
      ...reminderRoutes(createReminders(parts)),
      ...bulkRoutes(createSummaries(parts)),
      ...before.routes,
    ],
    actions: before.actions,
    commands: before.commands,
    shown: [remindersInChat(parts), ...before.shown, ...told.map(({ shown }) => shown)],
    tasks: Object.assign({ ...figures.tasks, ...ladder.tasks, ...before.tasks }, ...told.map(({ tasks }) => tasks)),
    cron: { ...ladder.cron, ...before.cron },
    subscribers: [
      figures.subscriber,
      ladder.subscriber,
      ...before.subscribers,
      ...told.map(({ subscriber }) => subscriber),
    ],
  };
}
