import { cityJob, everywhere, queuedCityJob } from '../../directory/index.ts';
import type { JobSpec, Task } from '../../platform/index.ts';
import type { Part } from '../parts.ts';
import { schedulesAnnouncer } from './announce.ts';
import { renew } from './follow.ts';
import { glanceTask } from './glancing.ts';
import { GLANCE, KEEP, RENEW, ROLL_CALL, SYNC } from './jobs-of.ts';
import { keepUp } from './keeping.ts';
import { type CalendarNotice, type CalendarsHeard, hearCalendarNotices } from './notices.ts';
import { type CalendarReading, createReading, type ReadingParts } from './reading.ts';
import { callRoll } from './roll-call.ts';
import { sync } from './sync.ts';

export { blocks, type Entry, type OwnerRef, type OwnersEntries, type Synced } from './entry.ts';
export { schedulesWitness } from './history.ts';
export type { CalendarNotice, CalendarsHeard } from './notices.ts';
export type { CalendarReading } from './reading.ts';

export interface Calendar {
  readonly reading: CalendarReading;
  readonly part: Pick<Part, 'tasks' | 'cron' | 'subscribers'>;
  /** What Microsoft, or anybody, told of changes. */
  hear(notices: readonly CalendarNotice[]): Promise<CalendarsHeard>;
  /** What is asked of Microsoft when a process starts. */
  firstJobs(): JobSpec[];
}

const KEEP_ALL = 'schedules/keep-all';
const ROLL_CALL_ALL = 'schedules/roll-call-all';

/** 予定表: whose calendar holds what, and what keeps that so. */
export function createCalendar(parts: ReadingParts): Calendar {
  const told = schedulesAnnouncer(parts);
  const tasks: Record<string, Task> = {
    [SYNC]: (payload) => sync(parts, payload),
    [RENEW]: (payload) => renew(parts, payload),
    [GLANCE]: (payload) => glanceTask(parts, payload),
    [KEEP]: (payload) => keepUp(parts, payload),
    [KEEP_ALL]: () => everywhere(parts, cityJob(KEEP)),
    [ROLL_CALL]: (payload) => callRoll(parts, payload),
    async [ROLL_CALL_ALL]() {
      if (parts.calendars()) await everywhere(parts, queuedCityJob(ROLL_CALL));
    },
  };
  return {
    reading: createReading(parts),
    part: {
      tasks: { ...tasks, ...told.tasks },
      cron: { [KEEP_ALL]: '* * * * *', [ROLL_CALL_ALL]: '23 * * * *' },
      subscribers: told.subscribers,
    },
    hear: (notices) => hearCalendarNotices(parts, notices),
    firstJobs: () => (parts.calendars()?.municipalityIds ?? []).map(queuedCityJob(ROLL_CALL)),
  };
}
