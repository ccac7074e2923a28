import type { Room, RoomParts } from '../room.ts';
import { reportActions } from './actions.ts';
import { bossDaysInChat, reportsInChat } from './chat.ts';
import { reportCommand } from './commands.ts';
import { reportJobs } from './jobs.ts';
import { reportRoutes } from './routes.ts';
import { createReports } from './service.ts';

/** 業務報告: plan and result of a day, the boss's word to it, and one card a day for each boss. */
export function createReportsRoom(parts: RoomParts): Room {
  const reports = createReports(parts);
  const { tasks, cron, subscriber } = reportJobs(parts);
  return {
    routes: reportRoutes(reports),
    actions: reportActions({ ...parts, reports }),
    commands: [reportCommand({ ...parts, reports })],
    shown: [reportsInChat(parts), bossDaysInChat(parts)],
    ...{ tasks, cron, subscribers: [subscriber] },
  };
}
