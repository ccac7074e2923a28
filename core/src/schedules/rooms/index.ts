import type { Part, SchedulesParts } from '../parts.ts';

/** 会議室 */
export const createRoomsPart = (_parts: SchedulesParts): Partial<Part> => ({});
