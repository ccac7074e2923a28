import type { Tx } from '../../../platform/index.ts';
import { addDays, localDateOf } from '../../../shared/index.ts';
import type { EntriesAsked } from '../../calendar/known.ts';
import type { Reading } from '../../calendar/reading.ts';
import type { Stretch } from '../../slots/wanted.ts';
import { busyOf, nextHours } from '../hours.ts';
import type { PanelParts } from '../service.ts';
import { windowsOn } from '../windows/rules.ts';
import { windowsOf } from '../windows/store.ts';
import type { Offered } from './rules.ts';

/** Windows are looked at so many days ahead; the hours of those who keep none so many working days. */
const DAYS_AHEAD = 28;
const WORKING_DAYS = 5;
const STEP_MINUTES = 5;
const MINUTE_MS = 60_000;

export interface OfferedTimes {
  readonly keepsWindows: boolean;
  readonly offered: readonly Offered[];
  readonly entries: EntriesAsked;
}

/** When somebody hears explanations: in the windows that they keep, else within their hours of duty. */
export async function offeredBy(
  parts: PanelParts,
  tx: Tx,
  asked: { readonly staffId: string; readonly others: readonly string[]; readonly minutes: number; readonly now: Date },
): Promise<OfferedTimes> {
  const { staffId, others, minutes, now } = asked;
  const windows = await windowsOf(tx, staffId);
  const keepsWindows = windows.length > 0;
  const today = localDateOf(now);
  const hours = async () => (await nextHours(parts, tx, { staffIds: [staffId], now, most: WORKING_DAYS })).get(staffId);
  const offered = keepsWindows
    ? windowsOn(windows, { from: today, to: addDays(today, DAYS_AHEAD) }).map((one) => ({
        ...one,
        stepMinutes: one.minutes,
      }))
    : ((await hours()) ?? []).map((day) => ({ day, minutes, stepMinutes: STEP_MINUTES }));
  const last = offered.reduce((end, { day }) => Math.max(end, day.to), now.getTime() + MINUTE_MS);
  const owners = [...new Set([staffId, ...others])].map((ownerId) => ({ kind: 'STAFF' as const, ownerId }));
  return { keepsWindows, offered, entries: { owners, from: now, to: new Date(last) } };
}

/** When any of these has something in the calendar. */
export const busyIn = ({ of }: Reading, staffIds: readonly string[]): Stretch[] =>
  staffIds.flatMap((staffId) => busyOf(of.get(staffId)?.entries ?? []));
