import { legalBreak } from '../../shared/index.ts';
import { type Finding, finding } from '../language/finding.ts';
import { WEEKDAYS } from '../language/working-time-parts.ts';
import type { HoursPattern, ShiftHours } from './vocabulary.ts';

const EIGHT_HOURS = 8 * 60;
const FORTY_HOURS = 40 * 60;

const breakOf = ({ breaks }: ShiftHours): number => breaks.reduce((sum, { from, to }) => sum + to - from, 0);

/** Minutes of duty. */
export const workedIn = (shift: ShiftHours): number => shift.to - shift.from - breakOf(shift);

/** Whether breaks lie within the hours, in order and none over another, and are no start or end of them. */
function breaksLieWithin({ from, to, breaks }: ShiftHours): boolean {
  const edges = [from, ...breaks.flatMap((one) => [one.from, one.to]), to];
  return edges.every((edge, at) => at === 0 || edge > (edges[at - 1] ?? edge));
}

/** What one day's hours must not be, whoever works them. */
export function unlawfulShift(row: string, shift: ShiftHours): Finding[] {
  if (shift.to <= shift.from) return [finding(row, 'regulations.pack_empty_time')];
  if (!breaksLieWithin(shift)) return [finding(row, 'regulations.pack_breaks_outside')];
  const [worked, rest] = [workedIn(shift), breakOf(shift)];
  const least = legalBreak(worked);
  return rest < least
    ? [finding(row, 'regulations.pack_breaks_too_short', { said: String(rest), least: String(least) })]
    : [];
}

function overForty(row: string, { week, variableHours }: HoursPattern): Finding[] {
  const total = week.reduce((sum, shift) => sum + (shift ? workedIn(shift) : 0), 0);
  if (variableHours || total <= FORTY_HOURS) return [];
  return [finding(row, 'regulations.pack_over_forty_hours', { hours: String(total / 60) })];
}

/** What a pattern must not be: over eight hours or forty without 変形労働時間制, seven days a week, nothing at all. */
export function unlawfulPattern(row: string, pattern: HoursPattern, roster: readonly ShiftHours[]): Finding[] {
  const { week, variableHours, statutoryDayOff } = pattern;
  const long = [...week.flatMap((shift) => shift ?? []), ...roster]
    .filter((shift) => !variableHours && workedIn(shift) > EIGHT_HOURS)
    .map(({ shiftId }) => shiftId);
  const named = statutoryDayOff === null ? null : week[statutoryDayOff];
  return [
    ...[...new Set(long)].map((shift) => finding(row, 'regulations.pack_over_eight_hours', { shift })),
    ...overForty(row, pattern),
    ...(week.every((shift) => shift !== null) ? [finding(row, 'regulations.pack_no_day_off')] : []),
    ...(named ? [finding(row, 'regulations.pack_day_off_worked', { day: WEEKDAYS[statutoryDayOff ?? 0] ?? '' })] : []),
    ...(week.every((shift) => shift === null) && roster.length === 0
      ? [finding(row, 'regulations.pack_pattern_empty')]
      : []),
  ];
}
