import { type Part, type SchedulesParts, together } from '../parts.ts';
import { writtenActions, writtenInChat } from './chat.ts';
import { writtenJobs } from './jobs.ts';
import { writtenRoutes } from './routes.ts';
import { createWrittenMeetings } from './service.ts';

/** 書面会議: opened and closed by the clock, with a quorum; it becomes minutes. */
export function createWrittenPart(parts: SchedulesParts): Part {
  const meetings = createWrittenMeetings(parts);
  return together([
    { routes: writtenRoutes(meetings), actions: writtenActions(parts, meetings), shown: [writtenInChat(parts)] },
    writtenJobs(parts),
  ]);
}
