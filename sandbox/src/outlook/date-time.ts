import { z } from 'zod';
import { GraphError } from '../graph/graph-error.ts';

/** Outlook writes an instant as a local time beside the name of its zone. */
export const dateTimeTimeZone = z.looseObject({ dateTime: z.string(), timeZone: z.string().nullish() });

const JAPAN = new Set(['Tokyo Standard Time', 'Asia/Tokyo']);
const JST_MS = 9 * 3_600_000;

function offsetOf(zone: string): number {
  if (JAPAN.has(zone)) return JST_MS;
  if (zone === 'UTC' || zone === 'Etc/UTC' || zone === 'Etc/GMT') return 0;
  throw new GraphError(400, 'TimeZoneNotSupportedException', `A valid TimeZone value must be specified: '${zone}'.`);
}

/** @throws GraphError 400 */
export function readDateTime({ dateTime, timeZone }: z.infer<typeof dateTimeTimeZone>): Date {
  const zoned = /Z$/.test(dateTime);
  const plain = dateTime.replace(/(\.\d{3})\d*/, '$1').replace(/Z$/, '');
  const at = Date.parse(`${plain}Z`);
  if (Number.isNaN(at)) throw new GraphError(400, 'ErrorInvalidRequest', `'${dateTime}' is not a date and time.`);
  return new Date(zoned ? at : at - offsetOf(timeZone ?? 'UTC'));
}

export function writeDateTime(at: Date, zone: string): { dateTime: string; timeZone: string } {
  const local = new Date(at.getTime() + offsetOf(zone)).toISOString();
  return { dateTime: `${local.slice(0, 19)}.0000000`, timeZone: zone };
}

/** `Prefer: outlook.timezone="Tokyo Standard Time"`; UTC unless asked otherwise. @throws GraphError 400 */
export function preferredZone(prefer: string | string[] | undefined): string {
  const zone = /outlook\.timezone\s*=\s*"([^"]+)"/i.exec(String(prefer ?? ''))?.[1] ?? 'UTC';
  offsetOf(zone);
  return zone;
}
