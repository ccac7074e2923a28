import type { Regulations } from '../../regulations/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import type { WorkPattern } from '../working-time/pattern.ts';
import { DEFAULT_TIME_RULES, type TimeRules } from '../working-time/time-rules.ts';

const at = (hours: number, minutes = 0): number => 60 * hours + minutes;
const USUAL = { shiftId: 'FULL', from: at(8, 30), to: at(17, 15), breaks: [{ from: at(12), to: at(13) }] };

/** 8:30 to 17:15 from Monday to Friday: what everybody works of whom nothing else is said. */
export const FULL_TIME: WorkPattern = {
  patternId: 'FULL_TIME',
  name: '常勤（8:30〜17:15）',
  week: [null, USUAL, USUAL, USUAL, USUAL, USUAL, null],
  statutoryDayOff: 0,
  worksOnHolidays: false,
  variableHours: false,
  yearlyMinutes: null,
};

/** What a city says about working time on a day. */
export interface CityTimes {
  readonly rules: TimeRules;
  /** The first is everybody's who has no other. */
  readonly patterns: readonly WorkPattern[];
}

/** By the regulations in force on the day; `regulations.ready` must have been awaited where a transaction is at hand. */
export function cityTimesOn(_regulations: Regulations, _when: { municipalityId: string; day: LocalDate }): CityTimes {
  return { rules: DEFAULT_TIME_RULES, patterns: [FULL_TIME] };
}
