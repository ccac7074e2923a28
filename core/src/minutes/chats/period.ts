import { addDays, type LocalDate, localDateOf } from '../../shared/index.ts';

/** Whoever says nothing for so long has begun to talk of something else: a weekend and a holiday are no end. */
const REST_DAYS = 4;

/** The days of the last stretch of talk, by the moments of its messages in any order; null where nobody wrote. */
export function lastStretch(moments: readonly string[]): { readonly from: LocalDate; readonly to: LocalDate } | null {
  const days = [...new Set(moments.map((at) => localDateOf(new Date(at))))].sort().reverse();
  const [to] = days;
  if (to === undefined) return null;
  let from = to;
  for (const day of days) {
    if (addDays(day, REST_DAYS) < from) break;
    from = day;
  }
  return { from, to };
}

/** With what the form begins: what was said after the last minutes of this chat; else the last stretch of talk. */
export function daysToTake(
  moments: readonly string[],
  { lastDay, earliest }: { readonly lastDay: LocalDate | null; readonly earliest: LocalDate },
): { readonly from: LocalDate; readonly to: LocalDate } | null {
  const stretch = lastStretch(moments);
  if (stretch === null || lastDay === null || stretch.to <= lastDay) return stretch;
  const next = addDays(lastDay, 1);
  return { from: next < earliest ? earliest : next, to: stretch.to };
}

/** Whether a stretch has ended before the oldest of these messages: nobody needs to look further back. */
export const endsWithin = (moments: readonly string[]): boolean => {
  const stretch = lastStretch(moments);
  return stretch !== null && moments.some((at) => localDateOf(new Date(at)) < stretch.from);
};
