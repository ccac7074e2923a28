import type { Room, RoomParts } from '../room.ts';
import { titleJobs } from './jobs.ts';
import { hoursRoutes } from './routes.ts';
import { createHours } from './service.ts';

/** 勤務パターンと勤務割: who works when. */
export function hoursRoom(parts: RoomParts): Partial<Room> {
  const { tasks, subscriber } = titleJobs(parts);
  return { routes: hoursRoutes(createHours(parts)), tasks, subscribers: [subscriber] };
}
