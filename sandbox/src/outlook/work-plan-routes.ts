import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Person } from '../city/city.ts';
import { GraphError } from '../graph/graph-error.ts';
import type { Call, On } from '../graph/routes.ts';
import { dateTimeTimeZone, preferredZone, readDateTime, writeDateTime } from './date-time.ts';
import { dayInJapan, type PlanOccurrence, type PlanRecurrence, type WorkPlans } from './work-plans.ts';

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
const VIEW = /^occurrencesView\(startDateTime='([^']+)',endDateTime='([^']+)'\)$/;
const MINUTE_MS = 60_000;

const occurrenceBody = z.looseObject({
  start: dateTimeTimeZone,
  end: dateTimeTimeZone,
  workLocationType: z.enum(['unspecified', 'office', 'remote', 'timeOff']),
  placeId: z.string().nullish(),
});
const recurrenceBody = occurrenceBody.extend({
  workLocationType: z.enum(['unspecified', 'office', 'remote']),
  recurrence: z.looseObject({
    pattern: z.looseObject({
      type: z.literal('weekly'),
      interval: z.literal(1),
      daysOfWeek: z.array(z.enum(DAYS)).min(1),
    }),
    range: z.looseObject({
      type: z.enum(['noEnd', 'endDate']),
      startDate: z.iso.date(),
      endDate: z.iso.date().nullish(),
    }),
  }),
});

const invalid = (message: string) => new GraphError(400, 'ErrorInvalidRequest', message);
const missing = () => new GraphError(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');

function read<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body);
  if (!result.success) throw invalid(z.prettifyError(result.error));
  return result.data;
}

/** Work plans are their owner's and the app's. @throws GraphError 403 */
function owner(call: Call): Person {
  const person = call.person();
  if (call.caller.person === null || call.caller.person.id === person.id) return person;
  throw new GraphError(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
}

const zoneOf = ({ request }: Call) => preferredZone(request.headers.prefer);

const writeOccurrence = ({ id, recurrenceId, start, end, location, placeId }: PlanOccurrence, zone: string) => ({
  ...{ id, recurrenceId, start: writeDateTime(start, zone), end: writeDateTime(end, zone) },
  ...{ workLocationType: location, ...(placeId === null ? {} : { placeId }) },
});

function writeRecurrence({ id, days, from, to, start, end, location, placeId }: PlanRecurrence, zone: string) {
  const midnight = Date.parse(`${from}T00:00:00+09:00`);
  const at = (minute: number) => writeDateTime(new Date(midnight + minute * MINUTE_MS), zone);
  const pattern = { type: 'weekly', interval: 1, daysOfWeek: days.map((day) => DAYS[day]), firstDayOfWeek: 'sunday' };
  const range = { type: to === null ? 'noEnd' : 'endDate', startDate: from, endDate: to ?? '0001-01-01' };
  return {
    ...{ id, start: at(start), end: at(end), workLocationType: location },
    ...(placeId === null ? {} : { placeId }),
    recurrence: { pattern, range },
  };
}

function recurrenceOf(body: unknown): PlanRecurrence {
  const { start, end, workLocationType, placeId, recurrence } = read(recurrenceBody, body);
  const { range, pattern } = recurrence;
  const from = readDateTime(start);
  const midnight = Date.parse(`${dayInJapan(from)}T00:00:00+09:00`);
  const minutes = (at: Date) => (at.getTime() - midnight) / MINUTE_MS;
  if (readDateTime(end) <= from) throw invalid('The end must be later than the start.');
  if (range.type === 'endDate' && !range.endDate) throw invalid('endDate is missing.');
  return {
    ...{ id: randomUUID(), days: pattern.daysOfWeek.map((day) => DAYS.indexOf(day)), from: range.startDate },
    ...{ to: range.type === 'endDate' ? (range.endDate ?? null) : null, location: workLocationType },
    ...{ start: minutes(from), end: minutes(readDateTime(end)), placeId: placeId ?? null },
  };
}

function viewOf(call: Call, plans: WorkPlans, what: string): Record<string, unknown> {
  const [, from = '', to = ''] = VIEW.exec(what) ?? [];
  const window = [from, to].map((text) => new Date(text));
  const [start, end] = window;
  if (!start || !end || window.some((at) => Number.isNaN(at.getTime())))
    throw new GraphError(400, 'BadRequest', "Resource not found for the segment 'workHoursAndLocations'.");
  const zone = zoneOf(call);
  return { value: plans.view(owner(call), start, end).map((one) => writeOccurrence(one, zone)) };
}

function changeOccurrence(call: Call, plans: WorkPlans, id: string): Record<string, unknown> {
  const person = owner(call);
  const { start, end, workLocationType, placeId } = read(occurrenceBody, call.request.body);
  const [from, to] = [readDateTime(start), readDateTime(end)];
  const around = 86_400_000;
  const near = plans.view(person, new Date(from.getTime() - around), new Date(to.getTime() + around));
  const before = near.find((one) => one.id === id);
  if (!before) throw missing();
  const isTimeOff = before.recurrenceId === null;
  if (isTimeOff !== (workLocationType === 'timeOff'))
    throw invalid('timeOff cannot become a place of work, nor one it.');
  const next = { ...before, start: from, end: to, location: workLocationType, placeId: placeId ?? null };
  const { changed, timeOff } = plans.of(person);
  if (isTimeOff) plans.change(person, { timeOff: timeOff.map((one) => (one.id === id ? next : one)) });
  else plans.change(person, { changed: new Map([...changed, [id, next]]) });
  return writeOccurrence(next, zoneOf(call));
}

/** Work hours and locations of Microsoft Graph v1.0, as documented: only time off is made and deleted by itself. */
export function workPlanGraph(on: On, plans: WorkPlans): void {
  for (const prefix of ['/me', '/users/:user']) {
    const base = `${prefix}/settings/workHoursAndLocations`;
    const param = (call: Call, name: string) => (call.request.params as Record<string, string>)[name] ?? '';
    on('get', `${base}/recurrences`, (call) => {
      const zone = zoneOf(call);
      return { value: plans.of(owner(call)).recurrences.map((one) => writeRecurrence(one, zone)) };
    });
    on('post', `${base}/recurrences`, (call) => {
      const person = owner(call);
      const one = recurrenceOf(call.request.body);
      plans.change(person, { recurrences: [...plans.of(person).recurrences, one] });
      call.reply.code(201);
      return writeRecurrence(one, zoneOf(call));
    });
    on('delete', `${base}/recurrences/:id`, (call) => {
      const person = owner(call);
      const { recurrences } = plans.of(person);
      const left = recurrences.filter(({ id }) => id !== param(call, 'id'));
      if (left.length === recurrences.length) throw missing();
      plans.change(person, { recurrences: left });
      return call.reply.code(204).removeHeader('content-type').send();
    });
    on('post', `${base}/occurrences`, (call) => {
      const person = owner(call);
      const { start, end, workLocationType } = read(occurrenceBody, call.request.body);
      if (workLocationType !== 'timeOff') throw invalid('Only time-off occurrences can be created directly.');
      const [from, to] = [readDateTime(start), readDateTime(end)];
      const one = {
        id: randomUUID(),
        recurrenceId: null,
        start: from,
        end: to,
        location: 'timeOff',
        placeId: null,
      } as const;
      plans.change(person, { timeOff: [...plans.of(person).timeOff, one] });
      call.reply.code(201);
      return writeOccurrence(one, zoneOf(call));
    });
    on('put', `${base}/occurrences/:id`, (call) => changeOccurrence(call, plans, param(call, 'id')));
    on('delete', `${base}/occurrences/:id`, (call) => {
      const person = owner(call);
      const { timeOff } = plans.of(person);
      const left = timeOff.filter(({ id }) => id !== param(call, 'id'));
      if (left.length === timeOff.length) throw invalid('Only time-off occurrences can be deleted.');
      plans.change(person, { timeOff: left });
      return call.reply.code(204).removeHeader('content-type').send();
    });
    on('get', `${base}/:view`, (call) => viewOf(call, plans, param(call, 'view')));
  }
}
