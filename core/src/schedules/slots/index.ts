import type { Part, SchedulesParts } from '../parts.ts';

/** 空き時間 */
export const createSlotsPart = (_parts: SchedulesParts): Partial<Part> => ({});
