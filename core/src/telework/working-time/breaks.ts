import type { Shift, WorkPattern } from './pattern.ts';
import { common, merged, minutesIn, type Span, without } from './span.ts';

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

export interface PatternProblem {
  readonly code:
    | 'telework.pattern_not_a_week'
    | 'telework.pattern_over_eight_hours'
    | 'telework.pattern_over_forty_hours'
    | 'telework.pattern_break_too_short'
    | 'telework.pattern_break_outside'
    | 'telework.pattern_no_day_off';
  readonly article: string;
  /** 0 is Sunday; null where it is about the week. */
  readonly day: number | null;
}

function problemsOfShift(day: number, shift: Shift, variableHours: boolean): PatternProblem[] {
  const hours = [{ from: shift.from, to: shift.to }];
  const worked = minutesIn(without(hours, shift.breaks));
  const breaks = minutesIn(common(hours, shift.breaks));
  return [
    ...(worked > 8 * 60 && !variableHours
      ? [{ code: 'telework.pattern_over_eight_hours' as const, article: '労働基準法32条2項', day }]
      : []),
    ...(breaks < legalBreak(worked)
      ? [{ code: 'telework.pattern_break_too_short' as const, article: '労働基準法34条1項', day }]
      : []),
    ...(breaks !== minutesIn(shift.breaks)
      ? [{ code: 'telework.pattern_break_outside' as const, article: '労働基準法34条1項', day }]
      : []),
  ];
}

/** What a pattern must not be by the law. */
export function checkPattern({ week, variableHours }: WorkPattern): PatternProblem[] {
  if (week.length !== 7) return [{ code: 'telework.pattern_not_a_week', article: '', day: null }];
  const total = week.reduce(
    (sum, shift) => sum + (shift ? minutesIn(without([{ from: shift.from, to: shift.to }], shift.breaks)) : 0),
    0,
  );
  return [
    ...week.flatMap((shift, day) => (shift ? problemsOfShift(day, shift, variableHours) : [])),
    ...(total > 40 * 60 && !variableHours
      ? [{ code: 'telework.pattern_over_forty_hours' as const, article: '労働基準法32条1項', day: null }]
      : []),
    ...(week.every((shift) => shift !== null) && !variableHours
      ? [{ code: 'telework.pattern_no_day_off' as const, article: '労働基準法35条', day: null }]
      : []),
  ];
}
