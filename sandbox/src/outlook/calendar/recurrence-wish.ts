import { z } from 'zod';
import { GraphError } from '../../graph/graph-error.ts';
import { dateText, dayNumber, type Recurrence, type WeekIndex } from './recurrence.ts';

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const TYPES = ['daily', 'weekly', 'absoluteMonthly', 'relativeMonthly'] as const;
const INDEXES = ['first', 'second', 'third', 'fourth', 'last'] as const;
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const recurrenceWish = z.looseObject({
  pattern: z.looseObject({
    type: z.string(),
    interval: z.number().int().min(1).max(99).default(1),
    daysOfWeek: z.array(z.string()).nullish(),
    firstDayOfWeek: z.string().nullish(),
    dayOfMonth: z.number().int().nullish(),
    index: z.string().nullish(),
  }),
  range: z.looseObject({
    type: z.enum(['noEnd', 'endDate', 'numbered']),
    startDate: date,
    endDate: date.nullish(),
    numberOfOccurrences: z.number().int().nullish(),
  }),
});

const refused = (message: string) => new GraphError(400, 'ErrorPropertyValidationFailure', message);

function weekday(name: string): number {
  const found = WEEKDAYS.indexOf(name.toLowerCase());
  if (found < 0) throw refused(`'${name}' is not a day of the week.`);
  return found;
}

/** @throws GraphError 400, also for a pattern that the sandbox does not have (by the year) */
export function readRecurrence({ pattern, range }: z.infer<typeof recurrenceWish>): Recurrence {
  const type = TYPES.find((one) => one.toLowerCase() === pattern.type.toLowerCase());
  if (type === undefined) throw refused(`The recurrence pattern '${pattern.type}' is not supported by the sandbox.`);
  const weekdays = (pattern.daysOfWeek ?? []).map(weekday);
  if (weekdays.length === 0 && (type === 'weekly' || type === 'relativeMonthly'))
    throw refused('The recurrence pattern needs days of the week.');
  const dayOfMonth = pattern.dayOfMonth ?? 1;
  if (dayOfMonth < 1 || dayOfMonth > 31) throw refused('The day of the month is out of range.');
  const index: WeekIndex = INDEXES.find((one) => one === pattern.index?.toLowerCase()) ?? 'first';
  const startDay = dayNumber(range.startDate);
  const endDay = range.type === 'endDate' && range.endDate ? dayNumber(range.endDate) : null;
  const count = range.type === 'numbered' ? (range.numberOfOccurrences ?? 0) : null;
  if ((range.type === 'endDate' && (endDay === null || endDay < startDay)) || (count !== null && count < 1))
    throw refused('The recurrence range ends before it starts.');
  const firstWeekday = weekday(pattern.firstDayOfWeek ?? 'sunday');
  return { type, interval: pattern.interval, weekdays, firstWeekday, dayOfMonth, index, startDay, endDay, count };
}

export function recurrenceShape(series: Recurrence, zone: string) {
  const { type, interval, weekdays, firstWeekday, dayOfMonth, index, startDay, endDay, count } = series;
  const named = { daysOfWeek: weekdays.map((day) => WEEKDAYS[day] ?? 'sunday') };
  return {
    pattern: {
      ...{ type, interval, month: 0, dayOfMonth: type === 'absoluteMonthly' ? dayOfMonth : 0 },
      ...(type === 'weekly' || type === 'relativeMonthly' ? named : {}),
      ...{ firstDayOfWeek: WEEKDAYS[firstWeekday], index },
    },
    range: {
      type: count !== null ? 'numbered' : endDay === null ? 'noEnd' : 'endDate',
      startDate: dateText(startDay),
      endDate: endDay === null ? '0001-01-01' : dateText(endDay),
      ...{ recurrenceTimeZone: zone, numberOfOccurrences: count ?? 0 },
    },
  };
}
