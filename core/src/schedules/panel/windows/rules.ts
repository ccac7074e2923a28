import { addDays, dayOfWeek, isHoliday, type LocalDate } from '../../../shared/index.ts';
import { instantOf } from '../../../telework/index.ts';
import type { WorkingDay } from '../../slots/wanted.ts';

/** A time of the week that somebody keeps for short explanations. */
export interface Window {
  readonly windowId: string;
  readonly staffId: string;
  readonly weekday: number;
  /** Minutes since midnight in Japan. */
  readonly from: number;
  readonly to: number;
  /** How long one case gets. */
  readonly minutes: number;
  readonly version: number;
}

export type WindowProblem = 'schedules.window_short' | 'schedules.window_overlaps' | 'schedules.windows_many';

const MOST = 30;

/** What is wrong with a new or changed window among the others of the same person. */
export function windowProblem(
  one: Omit<Window, 'version'>,
  all: readonly Omit<Window, 'version'>[],
): WindowProblem | null {
  if (one.to - one.from < one.minutes) return 'schedules.window_short';
  const others = all.filter(({ windowId }) => windowId !== one.windowId);
  if (others.length >= MOST) return 'schedules.windows_many';
  const over = others.some(({ weekday, from, to }) => weekday === one.weekday && from < one.to && one.from < to);
  return over ? 'schedules.window_overlaps' : null;
}

/** The times of the windows from one day up to another, in order; on holidays there are none. Some work on Sundays. */
export function windowsOn(
  windows: readonly Window[],
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
): { readonly minutes: number; readonly day: WorkingDay }[] {
  const found: { minutes: number; day: WorkingDay }[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    if (isHoliday(date)) continue;
    const weekday = dayOfWeek(date);
    for (const one of windows.filter((some) => some.weekday === weekday).toSorted((a, b) => a.from - b.from)) {
      const day = { from: instantOf(date, one.from).getTime(), to: instantOf(date, one.to).getTime(), breaks: [] };
      found.push({ minutes: one.minutes, day });
    }
  }
  return found;
}
