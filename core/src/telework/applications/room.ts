import type { Room, RoomParts } from '../room.ts';
import { applicationJobs } from './jobs.ts';
import type { Following } from './kind.ts';
import { type Applications, createApplications } from './service.ts';

/** The machinery of 申請 for every kind there is: one service, and one job that follows their cases. */
export function createApplicationRoom(
  parts: RoomParts,
  kinds: readonly Following[],
): { applications: Applications; room: Partial<Room> } {
  const byName = new Map(kinds.map((one) => [one.kind, one]));
  const applications = createApplications({ ...parts, kinds: byName });
  const { tasks, cron, subscriber } = applicationJobs({ ...parts, applications });
  return { applications, room: { tasks, cron, subscribers: [subscriber] } };
}
