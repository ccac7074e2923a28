import { addDays, type LocalDate, localDateOf, localTimeOf } from '../../shared/index.ts';
import type { OnlineMeeting } from '../sources/index.ts';

/** One meeting of a series that has one address in Teams: every Monday is a meeting of its own. */
export interface Occurrence {
  /** The meeting in Teams and the day: no other transcript of the series has it. */
  readonly key: string;
  readonly day: LocalDate;
  readonly start: Date | null;
  readonly end: Date | null;
}

const DAY_MS = 24 * 60 * 60_000;
/** Whoever begins a transcript anew before this hour may still be in the meeting of the day before. */
const NIGHT_ENDS = '05:00';

const keyOn = (meetingKey: string, day: LocalDate): string => `${meetingKey}@${day}`;

/** Of a series Graph names the hours of one meeting, whichever it is: they hold for that day alone. */
export function occurrenceOf(
  { start, end }: Pick<OnlineMeeting, 'start' | 'end'>,
  { meetingKey, createdAt }: { readonly meetingKey: string; readonly createdAt: Date },
): Occurrence {
  const isThis = start !== null && Math.abs(createdAt.getTime() - start.getTime()) < DAY_MS;
  const day = localDateOf(isThis ? start : createdAt);
  return {
    key: keyOn(meetingKey, localDateOf(createdAt)),
    day,
    ...(isThis ? { start, end } : { start: null, end: null }),
  };
}

/** Under which key a meeting may be known already to which a transcript of this moment belongs. */
export function onlineKeysOf(meetingKey: string, createdAt: Date): readonly string[] {
  const day = localDateOf(createdAt);
  const before = localTimeOf(createdAt) < NIGHT_ENDS ? [keyOn(meetingKey, addDays(day, -1))] : [];
  return [keyOn(meetingKey, day), ...before];
}
