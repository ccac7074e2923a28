import type { CalendarReading } from '../calendar/index.ts';
import type { Part, SchedulesParts } from '../parts.ts';

/** 会議室 */
export const createRoomsPart = (_parts: SchedulesParts, _reading: CalendarReading): Partial<Part> => ({});
