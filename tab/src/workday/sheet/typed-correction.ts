import type { CorrectionInput, PunchView } from '@kaigi/core/contract';
import { addDays, localDateOf, parseLocalDate } from '@kaigi/core/shared';
import { instantAt, timeText } from '../times.ts';

/** One punch as it stands in the fields. */
export interface TypedPunch {
  /** Of the line; an added one has one of its own. */
  readonly key: string;
  /** The punch in whose place it comes; null where it is added. */
  readonly replaces: PunchView | null;
  readonly punch: PunchView['punch'];
  /** `08:30`; empty where nothing was typed. */
  readonly time: string;
  readonly nextDay: boolean;
  readonly removed: boolean;
}

export const typedOf = (punch: PunchView, date: string): TypedPunch => {
  const day = parseLocalDate(date);
  const nextDay = day !== null && localDateOf(new Date(punch.at)) === addDays(day, 1);
  const { id, punch: kind, at } = punch;
  return { key: id, replaces: punch, punch: kind, time: timeText(at), nextDay, removed: false };
};

export const addedPunch = (key: string): TypedPunch => ({
  ...{ key, replaces: null, punch: 'END', time: '', nextDay: false, removed: false },
});

/** Whether the line says something else than what counts now. Seconds that nobody sees are no change. */
function isChanged({ replaces, punch, time, nextDay, removed }: TypedPunch, date: string): boolean {
  if (!replaces) return !removed;
  const before = typedOf(replaces, date);
  return removed || before.punch !== punch || before.time !== time || before.nextDay !== nextDay;
}

export type Wrong = 'correct.nothing' | 'correct.time_missing' | 'correct.reason_missing';

export interface TypedCorrection {
  readonly date: string;
  readonly punches: readonly TypedPunch[];
  readonly reason: string;
}

/** What keeps it from being sent; null where nothing does. */
export function wrongIn({ date, punches, reason }: TypedCorrection): Wrong | null {
  const changed = punches.filter((one) => isChanged(one, date));
  if (changed.length === 0) return 'correct.nothing';
  if (changed.some(({ removed, time }) => !removed && time === '')) return 'correct.time_missing';
  return reason.trim() === '' ? 'correct.reason_missing' : null;
}

export function inputOf({ date, punches, reason }: TypedCorrection): CorrectionInput {
  const changes = punches
    .filter((one) => isChanged(one, date))
    .map(({ replaces, punch, time, nextDay, removed }) => ({
      replaces: replaces?.id ?? null,
      by: removed ? null : { punch, at: instantAt(date, time, nextDay) },
    }));
  return { date, changes, reason: reason.trim() };
}
