import type { Room, RoomParts } from '../room.ts';
import { reportActions } from './actions.ts';
import { bossDaysInChat, remindersInChat, reportsInChat } from './chat.ts';
import { reportCommand } from './commands.ts';
import { reportJobs } from './jobs.ts';
import { reminderJobs } from './reminding.ts';
import { reportRoutes } from './routes.ts';
import { createReports } from './service.ts';

/** 業務報告: plan and result of a day, the boss's word to it, and one card a day for each boss. */
export function createReportsRoom(parts: RoomParts): Room {
  const reports = createReports(parts);
  const jobs = reportJobs(parts);
  const reminders = reminderJobs(parts);
  return {
    routes: reportRoutes(reports),
    actions: reportActions({ ...parts, reports }),
    commands: [reportCommand({ ...parts, reports })],
    shown: [reportsInChat(parts), bossDaysInChat(parts), remindersInChat(parts)],
    tasks: { ...jobs.tasks, ...reminders.tasks },
    cron: { ...jobs.cron, ...reminders.cron },
    subscribers: [jobs.subscriber, reminders.subscriber],
  };
}
