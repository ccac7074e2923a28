import type { Line } from '../lines/line.ts';
import { DEFAULT_KNOWN_LABELS, kindOfLabel } from '../transcript/speakers.ts';

/** Recorders and telephones name a file after the moment at which they began: 20261122_143000, 2026-11-22 14.30.05. */
const MOMENT =
  /(20\d{2})[-_.年]?(\d{2})[-_.月]?(\d{2})日?[ _T-]{0,2}([01]\d|2[0-3])[-_.:時]?([0-5]\d)(?:[-_.:分]?([0-5]\d))?(?!\d)/;

/** The moment that the name of a recording says it began, in milliseconds; null where it says none. */
export function namedMoment(fileName: string): number | null {
  const [, year, month, day, hour, minute, second = '0'] = MOMENT.exec(fileName) ?? [];
  if (year === undefined) return null;
  const moment = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  const began = new Date(moment);
  return began.getUTCDate() === Number(day) && began.getUTCMonth() + 1 === Number(month) ? moment : null;
}

type Timed = Pick<Line, 'startMs' | 'endMs'>;

const endOf = (lines: readonly Timed[]): number =>
  lines.reduce((last, { startMs, endMs }) => Math.max(last, endMs ?? startMs), 0);

const A_DAY = 86_400_000;
/** The last words of the first are cut off a little late, or its clock is a little slow. */
const SLACK = 60_000;

export interface Following {
  /** What a person said; null where they did not. */
  readonly asked: number | null;
  /** The lines that are there. */
  readonly before: readonly Timed[];
  /** The names of the first file and of this one. */
  readonly names: readonly [string, string];
}

/** When what follows begins, on the time of the lines: as somebody said, by the clock of both files, or at their end. */
export function beginningOf({ asked, before, names }: Following): number {
  if (asked !== null) return asked;
  const end = endOf(before);
  const [first, second] = names.map(namedMoment);
  if (first == null || second == null) return end;
  const apart = second - first;
  return apart >= end - SLACK && apart < A_DAY ? apart : end;
}

/** 話者1 of another recording need not be 話者1 of the first: a machine numbers the voices of each anew. */
function labelIn(label: string | null, nth: number): string | null {
  return label !== null && kindOfLabel(label, DEFAULT_KNOWN_LABELS) === 'MACHINE' ? `${label}（${nth}）` : label;
}

export interface Joining {
  readonly before: readonly Line[];
  readonly fromMs: number;
  /** The how manieth file of the meeting it is. */
  readonly nth: number;
}

/** Lines on the time of those that are there, and in the order of speech among them. */
export function countedOn(lines: readonly Line[], { before, fromMs, nth }: Joining): Line[] {
  const moved = lines.map((line) => ({
    ...{ ...line, label: labelIn(line.label, nth), startMs: line.startMs + fromMs },
    endMs: line.endMs === null ? null : line.endMs + fromMs,
  }));
  // How many of those that are there come before each, and so which of them stand together in one gap.
  let at = 0;
  const gaps = moved.map(({ startMs }) => {
    while (at < before.length && (before[at]?.startMs ?? 0) <= startMs) at += 1;
    return at;
  });
  const within = Map.groupBy(moved.keys(), (index) => gaps[index] ?? 0);
  return moved.map((line, index) => {
    const gap = gaps[index] ?? 0;
    const together = within.get(gap) ?? [];
    const low = before[gap - 1]?.place ?? (before[0]?.place ?? 1) - 1;
    const high = before[gap]?.place ?? low + together.length + 1;
    return { ...line, place: low + ((high - low) * (together.indexOf(index) + 1)) / (together.length + 1) };
  });
}
