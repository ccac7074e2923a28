import type { CalendarReading } from '../calendar/index.ts';
import type { Part, SchedulesParts } from '../parts.ts';

/** 空き時間 */
export const createSlotsPart = (_parts: SchedulesParts, _reading: CalendarReading): Partial<Part> => ({});
