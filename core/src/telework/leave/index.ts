import type { Room, RoomParts } from '../room.ts';
import { createLeaveAccounts } from './balance-service.ts';
import { cityLeave } from './city-values.ts';
import { leaveJobs } from './jobs.ts';
import { leaveAccountRoutes } from './routes.ts';

/** 休暇: the account of annual leave. */
export function createLeaveRoom(parts: RoomParts): Partial<Room> {
  const accounts = createLeaveAccounts({ ...parts, cityLeave });
  const jobs = leaveJobs(accounts, () => parts.directory.municipalities());
  return { routes: leaveAccountRoutes(accounts), ...jobs };
}
