import type { Regulations } from '../../regulations/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import type { Shift, WorkPattern } from '../working-time/pattern.ts';
import type { TimeRules } from '../working-time/time-rules.ts';

type Rules = ReturnType<Regulations['workingTimeOn']>;

/** What a city says about working time on a day. */
export interface CityTimes extends Pick<Rules, 'nameOf' | 'patternIdOf'> {
  readonly rules: TimeRules;
  /** The first is everybody's who has no other. */
  readonly patterns: readonly WorkPattern[];
  /** What a roster may name. */
  readonly shifts: ReadonlyMap<string, Shift>;
  /** The city's own days off. */
  readonly closed: ReadonlySet<LocalDate>;
}

function timesOf({ rules, patterns, defaultPatternId, shifts, closed, nameOf, patternIdOf }: Rules): CityTimes {
  const usual = patterns.get(defaultPatternId);
  const others = [...patterns.values()].filter(({ patternId }) => patternId !== defaultPatternId);
  return { ...{ rules, shifts, closed, nameOf, patternIdOf }, patterns: usual ? [usual, ...others] : others };
}

// Asked for at every punch: made once for each version and year.
const known = new WeakMap<Rules, CityTimes>();

/** By the regulations in force on the day; `regulations.ready` must have been awaited where a transaction is at hand. */
export function cityTimesOn(
  regulations: Pick<Regulations, 'workingTimeOn'>,
  when: { readonly municipalityId: string; readonly day: LocalDate },
): CityTimes {
  const rules = regulations.workingTimeOn(when);
  const times = known.get(rules) ?? timesOf(rules);
  known.set(rules, times);
  return times;
}
