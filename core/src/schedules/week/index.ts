import type { Part, SchedulesParts } from '../parts.ts';

/** 週の予定 */
export const createWeekPart = (_parts: SchedulesParts): Partial<Part> => ({});
