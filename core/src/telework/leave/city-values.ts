import type { LocalDate } from '../../shared/index.ts';
import { DEFAULT_LEAVE_RULES, type LeaveRules } from './leave-rules.ts';
import { DEFAULT_SPECIAL_LEAVE, type SpecialLeave } from './special-leave.ts';

/** What a city says about leave, on any day. */
export interface CityLeave {
  readonly rulesOn: (day: LocalDate) => LeaveRules;
  readonly specialOn: (day: LocalDate) => readonly SpecialLeave[];
}

export const cityLeave = (): CityLeave => ({
  rulesOn: () => DEFAULT_LEAVE_RULES,
  specialOn: () => DEFAULT_SPECIAL_LEAVE,
});
