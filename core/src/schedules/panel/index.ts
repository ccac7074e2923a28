import type { Caller } from '../../shared/index.ts';
import type { CalendarReading } from '../calendar/index.ts';
import type { Part, SchedulesParts } from '../parts.ts';
import { explanationActions } from './explanations/chat.ts';
import { followExplanations } from './explanations/following.ts';
import { explanationRoutes } from './explanations/routes.ts';
import { createExplanations } from './explanations/service.ts';
import { panelRoutes } from './routes.ts';
import { linesOf } from './service.ts';
import { teamsPresences } from './teams.ts';
import { windowRoutes } from './windows/routes.ts';
import { createWindows } from './windows/service.ts';

interface PanelPart extends Partial<Part> {
  /** Where people are and when they are free next, in a line each as this caller may see it. */
  lineOf(caller: Caller, staffIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** 在席と決裁・説明枠: where people are, when they are free next, and ten minutes of their time for a case. */
export function createPanelPart(parts: SchedulesParts, reading: CalendarReading): PanelPart {
  const given = { ...parts, reading, teams: teamsPresences(parts) };
  const explanations = createExplanations(given);
  return {
    routes: [...panelRoutes(given), ...explanationRoutes(explanations), ...windowRoutes(createWindows(parts))],
    actions: explanationActions(given, explanations),
    ...followExplanations(given),
    lineOf: (caller, staffIds) => linesOf(given, caller, staffIds),
  };
}
