import type { Regulations } from '../../regulations/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import type { LeaveRules } from './leave-rules.ts';
import type { SpecialLeave } from './special-leave.ts';

/** What a city says about leave, on any day; `regulations.ready` must have been awaited. */
export interface CityLeave {
  readonly rulesOn: (day: LocalDate) => LeaveRules;
  readonly specialOn: (day: LocalDate) => readonly SpecialLeave[];
  /** On which a value of the account of annual leave rests. */
  readonly articleOn: (day: LocalDate, of: keyof LeaveRules) => string | null;
}

export type CityLeaveOf = (municipalityId: string) => CityLeave;

export const cityLeave =
  ({ workingTimeOn }: Pick<Regulations, 'workingTimeOn'>): CityLeaveOf =>
  (municipalityId) => ({
    rulesOn: (day) => workingTimeOn({ municipalityId, day }).leave,
    specialOn: (day) => workingTimeOn({ municipalityId, day }).specialLeave,
    articleOn: (day, of) => workingTimeOn({ municipalityId, day }).articleOf(`leave.${of}`),
  });
