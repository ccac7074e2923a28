import type { CalendarReading } from '../calendar/index.ts';
import type { Part, SchedulesParts } from '../parts.ts';
import { panelRoutes } from './routes.ts';
import { teamsPresences } from './teams.ts';

/** 在席: where people are now, and when they are free next. */
export function createPanelPart(parts: SchedulesParts, reading: CalendarReading): Partial<Part> {
  return { routes: panelRoutes({ ...parts, reading, teams: teamsPresences(parts) }) };
}
