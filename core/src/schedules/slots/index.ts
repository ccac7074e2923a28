import type { CalendarReading } from '../calendar/index.ts';
import type { Part, SchedulesParts } from '../parts.ts';
import { slotRoutes } from './routes.ts';

/** 空き時間 */
export const createSlotsPart = (parts: SchedulesParts, reading: CalendarReading): Pick<Part, 'routes'> => ({
  routes: slotRoutes({ ...parts, reading }),
});
