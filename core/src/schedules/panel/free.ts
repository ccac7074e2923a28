import { merged } from '../slots/standing.ts';
import { MINUTE_MS, type Stretch, type WorkingDay } from '../slots/wanted.ts';

export interface FreeAsked {
  /** Hours of duty, or the windows that somebody keeps; in order. */
  readonly days: readonly WorkingDay[];
  readonly busy: readonly Stretch[];
  /** Nothing before. */
  readonly from: number;
  readonly minutes: number;
  /** Each begins so many minutes after the begin of its day or window, or a multiple of it. */
  readonly stepMinutes: number;
  readonly most: number;
}

const upTo = (time: number, begin: number, step: number): number => begin + Math.ceil((time - begin) / step) * step;

/** The first times of that length in which nothing stands, one after the other. */
export function freeTimes({ days, busy, from, minutes, stepMinutes, most }: FreeAsked): Stretch[] {
  const [length, step] = [minutes * MINUTE_MS, stepMinutes * MINUTE_MS];
  const found: Stretch[] = [];
  for (const day of days) {
    const taken = merged([...busy, ...day.breaks]);
    let at = upTo(Math.max(day.from, from), day.from, step);
    while (found.length < most && at + length <= day.to) {
      const begin = at;
      const inTheWay = taken.find((one) => one.from < begin + length && one.to > begin);
      if (!inTheWay) found.push({ from: begin, to: begin + length });
      at = upTo(inTheWay ? inTheWay.to : begin + length, day.from, step);
    }
  }
  return found;
}
