import type { Shift } from './pattern.ts';
import { common, merged, minutesIn, type Span } from './span.ts';

// 労働基準法34条1項, which holds for city staff as well (地方公務員法58条3項 leaves it in force).
const LEGAL_BREAKS = [
  { workedOver: 8 * 60, atLeast: 60 },
  { workedOver: 6 * 60, atLeast: 45 },
] as const;

/** The least break for so much work within one day. */
export function legalBreak(worked: number): number {
  return LEGAL_BREAKS.find(({ workedOver }) => worked > workedOver)?.atLeast ?? 0;
}

export interface BreakProblem {
  readonly code:
    | 'telework.break_outside_hours'
    | 'telework.break_overlaps'
    | 'telework.break_at_the_edge'
    | 'telework.break_total'
    | 'telework.break_too_short';
  readonly article: string;
  readonly minutes: number;
  readonly expected: number;
}

/**
 * A wish to split or move the day's breaks: within the hours of duty, not next to their start or end (休憩は勤務時間の
 * 途中に与える, 34条1項), together as long as the pattern's, and as long as the law asks.
 */
export function checkBreaks(shift: Shift, wished: readonly Span[]): BreakProblem[] {
  const total = minutesIn(wished);
  const usual = minutesIn(shift.breaks);
  const least = legalBreak(shift.to - shift.from - total);
  const problem = (code: BreakProblem['code'], article: string, expected = 0): BreakProblem[] => [
    { code, article, minutes: total, expected },
  ];
  const within = common(wished, [{ from: shift.from, to: shift.to }]);
  const atEdge = wished.some(({ from, to }) => from === shift.from || to === shift.to);
  const isEmpty = wished.some(({ from, to }) => to <= from);
  return [
    ...(isEmpty || minutesIn(within) !== minutesIn(merged(wished))
      ? problem('telework.break_outside_hours', '労働基準法34条1項')
      : []),
    ...(minutesIn(merged(wished)) !== total ? problem('telework.break_overlaps', '労働基準法34条1項') : []),
    ...(atEdge ? problem('telework.break_at_the_edge', '労働基準法34条1項') : []),
    ...(total !== usual ? problem('telework.break_total', '勤務時間条例', usual) : []),
    ...(total < least ? problem('telework.break_too_short', '労働基準法34条1項', least) : []),
  ];
}
