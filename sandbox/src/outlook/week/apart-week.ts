import type { CalendarOwner } from '../calendar/event.ts';
import type { Planned } from './planned.ts';
import { DAY_MS } from './timetable.ts';

const HOUR_MS = 3_600_000;

/** Of the two who are apart: one is away the week that runs, one at work at home every week, which is no absence. */
export function apartWeek(
  owner: CalendarOwner,
  { monday, isNow }: { readonly monday: number; readonly isNow: boolean },
): Planned[] {
  const common = { people: [owner], room: null, place: null };
  if (owner.address.startsWith('security-officer@')) {
    if (!isNow) return [];
    const week = { start: monday, end: monday + 7 * DAY_MS, showAs: 'oof' as const, category: '研修' };
    return [{ uid: `f:x:${monday}:0`, subject: '情報セキュリティ研修', ...week, ...common }];
  }
  return [0, 1, 2, 3, 4].map((day) => ({
    ...{ uid: `f:x:${monday}:${day}`, subject: '在宅勤務', category: '在宅', showAs: 'workingElsewhere' as const },
    start: monday + day * DAY_MS + 8.5 * HOUR_MS,
    end: monday + day * DAY_MS + 17.25 * HOUR_MS,
    ...common,
  }));
}
