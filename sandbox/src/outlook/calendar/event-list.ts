import { GraphError, unsupported } from '../../graph/graph-error.ts';
import type { Call } from '../../graph/routes.ts';
import { linkTo, pageSize } from './calendar-call.ts';
import type { CalendarEvent, Instance } from './event.ts';
import { eventShape, METADATA, type Shown } from './event-shape.ts';

const KNOWN = ['$select', '$top', '$skip', '$orderby', '$count', '$format'];

/** `$select`: the id always comes along. @throws GraphError 400 */
export function selected(shape: Record<string, unknown>, { params }: Call): Record<string, unknown> {
  const text = params.get('$select');
  if (text === null || text.trim() === '') return shape;
  const names = text.split(',').map((name) => name.trim());
  const known = new Map(Object.keys(shape).map((name) => [name.toLowerCase(), name]));
  const unknown = names.find((name) => !known.has(name.toLowerCase()));
  if (unknown !== undefined)
    throw new GraphError(
      400,
      'RequestBroker--ParseUri',
      `Could not find a property named '${unknown}' on type 'event'.`,
    );
  const wanted = new Set(['@odata.etag', 'id', ...names.map((name) => known.get(name.toLowerCase()) ?? '')]);
  return Object.fromEntries(Object.entries(shape).filter(([name]) => wanted.has(name)));
}

/** @throws GraphError 400 for options that the sandbox does not have */
export function checkOptions({ params }: Call, known: readonly string[] = KNOWN): void {
  const unknown = [...params.keys()].find((key) => key.startsWith('$') && !known.includes(key.toLowerCase()));
  if (unknown !== undefined) throw unsupported(`The query option '${unknown}' is not supported by the sandbox.`);
}

/** One page of events, with the link to the next. */
export function eventPage(call: Call, shown: Shown, all: readonly (CalendarEvent | Instance)[]) {
  checkOptions(call);
  const size = pageSize(call);
  const skip = Number(call.params.get('$skip') ?? 0);
  if (!Number.isInteger(skip) || skip < 0) throw unsupported('Invalid value for $skip.');
  const ordered = inOrder(all, call.params.get('$orderby'));
  const value = ordered.slice(skip, skip + size).map((event) => selected(eventShape(event, shown), call));
  const isLast = skip + size >= ordered.length;
  return {
    '@odata.context': `${METADATA}#users('${shown.owner.id}')/calendar/events`,
    ...(call.params.get('$count') === 'true' ? { '@odata.count': ordered.length } : {}),
    value,
    ...(isLast ? {} : { '@odata.nextLink': linkTo(call, { $skip: String(skip + size) }) }),
  };
}

function inOrder(all: readonly (CalendarEvent | Instance)[], order: string | null) {
  if (order === null) return all;
  const found = /^(start|end)\/dateTime(?:\s+(asc|desc))?$/i.exec(order.trim());
  if (found === null) throw unsupported(`Sorting by '${order}' is not supported by the sandbox.`);
  const key = found[1]?.toLowerCase() === 'end' ? 'end' : 'start';
  const sign = found[2]?.toLowerCase() === 'desc' ? -1 : 1;
  return all.toSorted((left, right) => sign * (left[key] - right[key]));
}
