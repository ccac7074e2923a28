import { addDays, isWorkingDay, type LocalDate, localDateOf } from '../shared/index.ts';
import type { NotificationWish } from './contract.ts';

/** 通常・至急・緊急 */
export type Urgency = 'NORMAL' | 'URGENT' | 'EMERGENCY';

const MINUTE_MS = 60_000;
const JST_MS = 9 * 60 * MINUTE_MS;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Minutes of the day in Japan. The break at noon is no quiet time. */
const BEGINS = 8 * 60 + 30;
const ENDS = 17 * 60 + 15;
const DIGESTS = [BEGINS, 13 * 60, 16 * 60 + 30];
/** What goes to one person by another way is gathered for so long. */
const GATHERED_MS = 10 * MINUTE_MS;

const startOf = (day: LocalDate) => Date.parse(`${day}T00:00:00Z`) - JST_MS;
const minuteOf = (at: Date) => Math.floor(((at.getTime() + JST_MS) % DAY_MS) / MINUTE_MS);

/** Whether people are at work: 8:30 to 17:15 on working days, in Japan. */
export function inWorkingHours(at: Date): boolean {
  const minute = minuteOf(at);
  return isWorkingDay(localDateOf(at)) && minute >= BEGINS && minute < ENDS;
}

/** The next of these minutes on a working day. */
function next(minutes: readonly number[], after: Date): Date {
  for (let day = localDateOf(after); ; day = addDays(day, 1)) {
    if (!isWorkingDay(day)) continue;
    const found = minutes.map((minute) => startOf(day) + minute * MINUTE_MS).find((at) => at > after.getTime());
    if (found !== undefined) return new Date(found);
  }
}

/** When the person is told of it in the chat; null: at once. */
export function dueInChat(urgency: Urgency, wish: NotificationWish, now: Date): Date | null {
  if (urgency === 'EMERGENCY') return null;
  if (urgency === 'NORMAL' && wish.normal === 'DIGEST') return next(DIGESTS, now);
  return wish.quietHours && !inWorkingHours(now) ? next([BEGINS], now) : null;
}

/** When whoever cannot be reached in the chat is told otherwise: that cannot be changed later, so some are gathered. */
export function dueOtherwise(urgency: Urgency, wish: NotificationWish, now: Date): Date {
  const due = dueInChat(urgency, wish, now);
  if (due) return due;
  if (urgency !== 'NORMAL') return now;
  return new Date(Math.ceil((now.getTime() + 1) / GATHERED_MS) * GATHERED_MS);
}
