import { z } from 'zod';
import { GraphError } from '../graph/graph-error.ts';
import { fromLocal, isZone, toLocal } from './time-zones.ts';

/** Outlook writes an instant as a local time beside the name of its zone. */
export const dateTimeTimeZone = z.looseObject({ dateTime: z.string(), timeZone: z.string().nullish() });

/** @throws GraphError 400 */
export function knownZone(zone: string): string {
  if (isZone(zone)) return zone;
  throw new GraphError(400, 'TimeZoneNotSupportedException', `A valid TimeZone value must be specified: '${zone}'.`);
}

/** What the clocks show, as if it were UTC, and whether it was written with `Z`. @throws GraphError 400 */
export function readLocal(dateTime: string): { local: number; zoned: boolean } {
  const zoned = /Z$/.test(dateTime);
  const plain = dateTime.replace(/(\.\d{3})\d*/, '$1').replace(/Z$/, '');
  const local = Date.parse(`${plain.includes('T') ? plain : `${plain}T00:00:00`}Z`);
  if (Number.isNaN(local)) throw new GraphError(400, 'ErrorInvalidRequest', `'${dateTime}' is not a date and time.`);
  return { local, zoned };
}

/** @throws GraphError 400 */
export function readDateTime({ dateTime, timeZone }: z.infer<typeof dateTimeTimeZone>): Date {
  const { local, zoned } = readLocal(dateTime);
  const zone = knownZone(timeZone ?? 'UTC');
  return new Date(zoned ? local : fromLocal(local, zone));
}

export function writeDateTime(at: Date, zone: string): { dateTime: string; timeZone: string } {
  const local = new Date(toLocal(at.getTime(), zone)).toISOString();
  return { dateTime: `${local.slice(0, 19)}.0000000`, timeZone: zone };
}

/** `Prefer: outlook.timezone="Tokyo Standard Time"`; UTC unless asked otherwise. @throws GraphError 400 */
export function preferredZone(prefer: string | string[] | undefined): string {
  return knownZone(/outlook\.timezone\s*=\s*"([^"]+)"/i.exec(String(prefer ?? ''))?.[1] ?? 'UTC');
}
