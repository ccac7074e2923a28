import type { Room, RoomParts } from '../room.ts';
import { talkJobs } from './jobs.ts';
import { talkActions, talksInChat } from './talks.ts';

/** 対話の案内: off where the city's rules say nothing of it. */
export function createTalksRoom(parts: RoomParts): Partial<Room> {
  const { tasks, cron, subscriber } = talkJobs(parts);
  return { actions: talkActions(parts), shown: [talksInChat(parts)], tasks, cron, subscribers: [subscriber] };
}
