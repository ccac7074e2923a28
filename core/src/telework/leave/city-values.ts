import type { Regulations } from '../../regulations/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import type { LeaveRules } from './leave-rules.ts';
import { leaveOn, type OwnTerms, type PersonsLeave } from './part-time.ts';
import type { SpecialLeave } from './special-leave.ts';

/** What a city says about leave, on any day; `regulations.ready` must have been awaited. */
export interface CityLeave {
  readonly rulesOn: (day: LocalDate) => LeaveRules;
  /** The same for one person, by their terms. */
  readonly rulesFor: (person: Person) => (day: LocalDate) => PersonsLeave;
  readonly specialOn: (day: LocalDate) => readonly SpecialLeave[];
  /** On which the days of an employment rest that works less than full time; null for full-time staff. */
  readonly basisOn: (day: LocalDate, employment: string) => string | null;
  /** On which a value of the account of annual leave rests. */
  readonly articleOn: (day: LocalDate, of: keyof LeaveRules) => string | null;
}

type Person = Pick<OwnTerms, 'terms' | 'joinedOn'>;

export type CityLeaveOf = (municipalityId: string) => CityLeave;

export const cityLeave =
  ({ workingTimeOn }: Pick<Regulations, 'workingTimeOn'>): CityLeaveOf =>
  (municipalityId) => ({
    rulesOn: (day) => workingTimeOn({ municipalityId, day }).leave,
    rulesFor: (person) => (day) => {
      const { leave: cityRules, patterns, defaultPatternId } = workingTimeOn({ municipalityId, day });
      return leaveOn(day, { ...person, cityRules, patterns, usual: patterns.get(defaultPatternId) });
    },
    basisOn: (day, employment) => {
      const { leave, articleOf } = workingTimeOn({ municipalityId, day });
      const isPartly = leave.partTime.some(({ employments }) => employments.includes(employment));
      return isPartly ? articleOf({ code: `PART_TIME ${employment}` }) : null;
    },
    specialOn: (day) => workingTimeOn({ municipalityId, day }).specialLeave,
    articleOn: (day, of) => workingTimeOn({ municipalityId, day }).articleOf(`leave.${of}`),
  });
