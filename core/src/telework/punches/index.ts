import type { Room, RoomParts } from '../room.ts';
import { punchActions } from './actions.ts';
import { punchesInChat } from './chat.ts';
import { punchCommands } from './commands.ts';
import { createCorrections } from './corrections.ts';
import { punchJobs } from './jobs.ts';
import { enterFromPaper } from './paper-entries.ts';
import { punchRoutes } from './routes.ts';
import { createPunches } from './service.ts';

/** 打刻: everything of it, as plain values for the suite. */
export function punchRoom(parts: RoomParts): Partial<Room> {
  const punches = createPunches(parts);
  const corrections = createCorrections(parts);
  const { tasks, cron, subscriber } = punchJobs(parts);
  return {
    routes: punchRoutes({
      ...{ punches, corrections },
      enterFromPaper: (caller, input) => enterFromPaper(parts, caller, input),
    }),
    actions: punchActions({ ...parts, punches, corrections }),
    commands: punchCommands({ ...parts, punches }),
    shown: punchesInChat(parts),
    tasks,
    cron,
    subscribers: [subscriber],
  };
}
