import type { CalendarReading } from '../calendar/index.ts';
import type { Part, SchedulesParts } from '../parts.ts';
import { followExplanations } from './explanations/following.ts';
import { explanationRoutes } from './explanations/routes.ts';
import { createExplanations } from './explanations/service.ts';
import { panelRoutes } from './routes.ts';
import { teamsPresences } from './teams.ts';
import { windowRoutes } from './windows/routes.ts';
import { createWindows } from './windows/service.ts';

/** 在席と決裁・説明枠: where people are, when they are free next, and ten minutes of their time for a case. */
export function createPanelPart(parts: SchedulesParts, reading: CalendarReading): Partial<Part> {
  const given = { ...parts, reading, teams: teamsPresences(parts) };
  return {
    routes: [
      ...panelRoutes(given),
      ...explanationRoutes(createExplanations(given)),
      ...windowRoutes(createWindows(parts)),
    ],
    ...followExplanations(given),
  };
}
