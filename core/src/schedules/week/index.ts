import { healthOf } from '../calendar/health.ts';
import { createOwnEntries } from '../calendar/own.ts';
import type { CalendarReading } from '../calendar/reading.ts';
import type { Part, SchedulesParts } from '../parts.ts';
import { weekRoutes } from './routes.ts';
import { weekOf } from './service.ts';

/** 週の予定 */
export const createWeekPart = (parts: SchedulesParts, reading: CalendarReading): Pick<Part, 'routes'> => ({
  routes: weekRoutes({
    week: (caller, query) => weekOf({ ...parts, reading }, { caller, query }),
    health: (caller) => healthOf(parts, caller),
    own: createOwnEntries(parts),
  }),
});
