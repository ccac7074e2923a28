import type { Part, SchedulesParts } from '../parts.ts';
import { yearlyRoutes } from './routes.ts';
import { createYearly } from './service.ts';

export { yearlyOfWeek } from './of-week.ts';

/** 年次行事: what a section does every year, and how it goes over into the next one. */
export const createYearlyPart = (parts: SchedulesParts): Pick<Part, 'routes'> => ({
  routes: yearlyRoutes(createYearly(parts)),
});
