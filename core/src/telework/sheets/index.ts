import type { Room, RoomParts } from '../room.ts';
import { createClosings } from './closing.ts';
import { sheetCommand } from './commands.ts';
import { createConfirmations } from './confirmations.ts';
import { createEngine } from './engine.ts';
import { createExports } from './export.ts';
import { refreshJob, sheetJobs } from './jobs.ts';
import { standings } from './month-people.ts';
import { confirmReminderJobs, remindersInChat } from './reminding.ts';
import { routesOf } from './routes.ts';
import { createSheets } from './service.ts';

/** 月の勤務表・確認・締め: the month of everybody, as plain values for the suite. */
export function sheetsRoom(given: RoomParts): Partial<Room> {
  const parts = { ...given, engine: createEngine(given.db), standing: standings(given.directory) };
  const sheets = createSheets(parts);
  const confirmations = createConfirmations(parts);
  const askRefresh = (municipalityId: string, month: string) => given.enqueue([refreshJob(municipalityId, month)]);
  const closings = createClosings({ ...parts, askRefresh });
  const { tasks, subscriber } = sheetJobs(parts, closings);
  const reminders = confirmReminderJobs(parts);
  return {
    routes: routesOf({ parts, sheets, confirmations, closings, exports: createExports(parts) }),
    commands: [sheetCommand({ ...parts, sheets, confirmations })],
    shown: remindersInChat(parts),
    tasks: { ...tasks, ...reminders.tasks },
    cron: reminders.cron,
    subscribers: [subscriber],
  };
}
