import { type CalendarNotice, type CalendarsHeard, createCalendar } from './calendar/index.ts';
import { type Part, type SchedulesParts, together } from './parts.ts';
import { createRoomsPart } from './rooms/index.ts';
import { createSlotsPart } from './slots/index.ts';
import { createWeekPart } from './week/index.ts';

export { schedulesWitness } from './calendar/index.ts';
export type * from './calendar/notices.ts';
export type * from './calendar/port.ts';
export { schedulesTexts } from './text.ts';

export interface Schedules extends Part {
  /** What Microsoft, or anybody, told of changes in calendars. */
  hear(notices: readonly CalendarNotice[]): Promise<CalendarsHeard>;
}

/** 予定・在席・会議室: its parts, built once and handed over as one. */
export function createSchedules(parts: SchedulesParts): Schedules {
  const calendar = createCalendar({ ...parts, roomAddresses: async () => new Map() });
  const { reading } = calendar;
  const all = together([
    calendar.part,
    createWeekPart(parts, reading),
    createSlotsPart(parts, reading),
    createRoomsPart(parts, reading),
  ]);
  return { ...all, hear: calendar.hear };
}
