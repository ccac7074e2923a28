import type { CalendarReading } from '../calendar/index.ts';
import { type Part, type SchedulesParts, together } from '../parts.ts';
import { pollActions, pollsInChat } from './chat.ts';
import { pollJobs } from './jobs.ts';
import { pollRoutes } from './routes.ts';
import { createPolls } from './service.ts';

/** 日程調整: candidate times, and what people say to them. */
export function createPollsPart(given: SchedulesParts, reading: CalendarReading): Part {
  const parts = { ...given, reading };
  const polls = createPolls(parts);
  return together([
    { routes: pollRoutes(polls), actions: pollActions(parts, polls), shown: [pollsInChat(parts)] },
    pollJobs(parts),
  ]);
}
