import { addDays, type LocalDate } from '../../shared/index.ts';
import { grantOn, type LeaveRules, leaveYearOf } from './leave-rules.ts';
import type { LeaveEntry, LeaveGranted } from './ledger.ts';

export interface Service {
  /** Null for whoever was there before the records of the suite begin. */
  readonly joinedOn: LocalDate | null;
  readonly today: LocalDate;
  /** Grants up to and with this day. */
  readonly upTo: LocalDate;
  /** As they hold for this person on a day. */
  readonly rulesOn: (day: LocalDate) => LeaveRules;
}

// Before every record: such a person has the whole of each year.
const LONG_AGO = '1900-01-01' as LocalDate;

const firstOfNextMonth = (day: LocalDate): LocalDate =>
  `${addDays(`${day.slice(0, 7)}-01` as LocalDate, 31).slice(0, 7)}-01` as LocalDate;

/** The days on which the rules may grant something: that of joining, and the first of each leave year. */
function daysOfGrants(from: LocalDate, { joinedOn, upTo, rulesOn }: Service): LocalDate[] {
  const found: LocalDate[] = [];
  if (joinedOn !== null && joinedOn >= from && joinedOn <= upTo) found.push(joinedOn);
  let month = from.endsWith('-01') ? from : firstOfNextMonth(from);
  for (; month <= upTo; month = firstOfNextMonth(month))
    if (leaveYearOf(month, rulesOn(month)) === month && month !== joinedOn) found.push(month);
  return found.sort();
}

/**
 * 付与: what the rules grant that is not in the account yet. Somebody without any grant begins with the leave year of
 * today: what was before it is brought along by the personnel section. Asked late or twice it says the same.
 */
export function dueGrants(entries: readonly LeaveEntry[], service: Service): LeaveGranted[] {
  const { joinedOn, today, rulesOn } = service;
  const had = entries.flatMap((one) => (one.kind === 'GRANTED' && one.key.startsWith('granted ') ? [one.on] : []));
  const last = had.toSorted().at(-1);
  return daysOfGrants(last ?? leaveYearOf(today, rulesOn(today)), service)
    .filter((day) => last === undefined || day > last)
    .flatMap((day) => {
      const rules = rulesOn(day);
      const grant = grantOn(day, joinedOn ?? LONG_AGO, rules);
      if (!grant) return [];
      const minutes = grant.days * rules.minutesPerDay;
      const carryOverAtMost = rules.carryOverDays * rules.minutesPerDay;
      const { on, expiresOn } = grant;
      return [
        {
          kind: 'GRANTED',
          entryId: `due ${on}`,
          key: `granted ${on}`,
          on,
          expiresOn,
          minutes,
          carryOverAtMost,
        } as const,
      ];
    });
}
