import type { HolderView, SlotView } from '@kaigi/core/contract';
import { workingTimeBetween } from '@kaigi/core/shared';
import type { Say } from '../app/locale.ts';
import type { approvalsText } from './text.ts';

/** 8:30 to 17:15 without the hour from noon. */
const DAY = 465;

/** Working time in the two largest units: 2日3時間, 3時間5分, 5分. A day is a day of work. */
export function workingText(minutes: number, t: Say<typeof approvalsText>): string {
  const days = Math.floor(minutes / DAY);
  const hours = Math.floor((minutes % DAY) / 60);
  if (days > 0)
    return [t('time.day', { count: days }), hours > 0 ? t('time.hour', { count: hours }) : ''].join(' ').trim();
  const rest = minutes % 60;
  if (hours > 0)
    return [t('time.hour', { count: hours }), rest > 0 ? t('time.minute', { count: rest }) : ''].join(' ').trim();
  return rest > 0 ? t('time.minute', { count: rest }) : t('time.none');
}

/** Since an instant until now, at the pace of the office. */
export function workingMinutesSince(since: string, now: number): number {
  const from = Date.parse(since);
  return Number.isNaN(from) ? 0 : workingTimeBetween(new Date(from), new Date(now)).minutes;
}

export const workingDays = (minutes: number): number => minutes / DAY;

/** The slot of a holder, where the page has the whole route. */
export function slotOf(route: readonly SlotView[], { slotId }: Pick<HolderView, 'slotId'>): SlotView | undefined {
  return route.find(({ id }) => id === slotId);
}
