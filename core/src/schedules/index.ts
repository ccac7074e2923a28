import { type Part, type SchedulesParts, together } from './parts.ts';
import { createRoomsPart } from './rooms/index.ts';
import { createSlotsPart } from './slots/index.ts';
import { createWeekPart } from './week/index.ts';

export type * from './calendar/port.ts';
export type { Part as Schedules } from './parts.ts';
export { schedulesTexts } from './text.ts';

/** 予定・在席・会議室: its parts, built once and handed over as one. */
export const createSchedules = (parts: SchedulesParts): Part =>
  together([createWeekPart(parts), createSlotsPart(parts), createRoomsPart(parts)]);
