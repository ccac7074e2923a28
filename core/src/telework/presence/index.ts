import type { Room, RoomParts } from '../room.ts';
import { presenceAnnouncer } from './announce.ts';
import { presenceCommand } from './commands.ts';
import { nudgeActions, nudgeJobs, nudgesInChat } from './nudge-chat.ts';
import { createNudges } from './nudges.ts';
import { nudgeRoutes, presenceRoutes } from './routes.ts';
import { createPresence } from './service.ts';

/** 在席: who is where, and 「応答お願いします」. */
export function createPresenceRoom(parts: RoomParts): Partial<Room> {
  const presence = createPresence(parts);
  const nudges = createNudges(parts);
  const given = { ...parts, nudges };
  const jobs = nudgeJobs(given);
  const live = presenceAnnouncer(parts);
  return {
    routes: [...presenceRoutes(presence), ...nudgeRoutes(nudges)],
    commands: [presenceCommand({ ...parts, presence })],
    actions: nudgeActions(given),
    shown: [nudgesInChat(given)],
    tasks: { ...jobs.tasks, ...live.tasks },
    subscribers: [jobs.subscriber, live.subscriber],
  };
}
