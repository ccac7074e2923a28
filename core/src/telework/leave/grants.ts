import { firstOfNextMonth, type LocalDate } from '../../shared/index.ts';
import { grantOn, leaveYearOf } from './leave-rules.ts';
import type { LeaveEntry, LeaveGranted } from './ledger.ts';
import { grantsSince, type PersonsLeave, partTimeDaysBetween, partTimeGrantOn } from './part-time.ts';

export interface Service {
  /** Null for whoever was there before the records of the suite begin. */
  readonly joinedOn: LocalDate | null;
  readonly today: LocalDate;
  /** Grants up to and with this day. */
  readonly upTo: LocalDate;
  /** As they hold for this person on a day. */
  readonly rulesOn: (day: LocalDate) => PersonsLeave;
}

// Before every record: such a person has the whole of each year.
const LONG_AGO = '1900-01-01' as LocalDate;

const joinedBy = ({ since }: PersonsLeave, { joinedOn }: Service): LocalDate => since ?? joinedOn ?? LONG_AGO;

/** The first of the months that begin a year of leave. */
function begins(month: LocalDate, { yearBegins, partly }: PersonsLeave): boolean {
  const begun = partly ? partly.rule.begins : yearBegins;
  return begun !== null && leaveYearOf(month, { yearBegins: begun }) === month;
}

/** The days on which the rules may grant something: that of joining, and the first of each leave year. */
function daysOfGrants(from: LocalDate, service: Service): LocalDate[] {
  const { upTo, rulesOn } = service;
  const found = new Set<LocalDate>();
  // Terms may change between: each is looked at once more on the day itself.
  for (const rules of [rulesOn(service.today), rulesOn(upTo)]) {
    const joined = joinedBy(rules, service);
    if (joined >= from && joined <= upTo) found.add(joined);
    if (rules.partly) for (const day of partTimeDaysBetween(from, upTo, joined)) found.add(day);
  }
  let month = from.endsWith('-01') ? from : firstOfNextMonth(from);
  for (; month <= upTo; month = firstOfNextMonth(month)) if (begins(month, rulesOn(month))) found.add(month);
  return [...found].sort();
}

// The law's days lapse by time alone.
const NEVER_CUT = 366;

function grantedOn(day: LocalDate, service: Service): LeaveGranted[] {
  const rules = service.rulesOn(day);
  const joined = joinedBy(rules, service);
  const grant = rules.partly ? partTimeGrantOn(day, joined, rules) : grantOn(day, joined, rules);
  if (!grant) return [];
  const { minutesPerDay: perDay } = rules;
  const { on, expiresOn } = grant;
  const carried = rules.partly ? NEVER_CUT : rules.carryOverDays;
  return [
    {
      ...{ kind: 'GRANTED', entryId: `due ${on}`, key: `granted ${on}`, on, expiresOn, perDay },
      ...{ minutes: grant.days * perDay, carryOverAtMost: carried * perDay },
    } as const,
  ];
}

/**
 * 付与: what the rules grant that is not in the account yet. Somebody without any grant begins with the leave year of
 * today: what was before it is brought along by the personnel section. Asked late or twice it says the same.
 */
export function dueGrants(entries: readonly LeaveEntry[], service: Service): LeaveGranted[] {
  const { today, rulesOn } = service;
  const had = entries.flatMap((one) => (one.kind === 'GRANTED' && one.key.startsWith('granted ') ? [one.on] : []));
  const last = had.toSorted().at(-1);
  return daysOfGrants(last ?? grantsSince(today, rulesOn(today)), service)
    .filter((day) => last === undefined || day > last)
    .flatMap((day) => grantedOn(day, service));
}
