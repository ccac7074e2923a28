import { addYears, type LocalDate } from '../../shared/index.ts';
import type { BookedDay } from '../days/day.ts';
import type { Found } from '../matters/finding.ts';
import type { AskedLeave, LeaveDay } from './asked-days.ts';
import { ABSENCE, type KindOfLeave } from './kinds.ts';
import { type LeaveRules, leaveYearOf, minutesOf } from './leave-rules.ts';
import type { LeaveRequestInput } from './request-contract.ts';
import { checkSpecialLeave, type SpecialLeave, type SpecialLeaveWish } from './special-leave.ts';

const UNITS = { DAY: 'DAY', MORNING: 'AM', AFTERNOON: 'PM' } as const;

/**
 * What a day takes from the account of annual leave.
 * @throws bad-input `telework.leave_no_half_days`, `telework.leave_hours`
 */
export function accountMinutes({ part, duty }: LeaveDay, rules: LeaveRules): number {
  return part === 'HOURS'
    ? minutesOf({ unit: 'HOURS', minutes: duty }, rules)
    : minutesOf({ unit: UNITS[part] }, rules);
}

const HALVES = { DAY: 1, MORNING: 0.5, AFTERNOON: 0.5 } as const;

/** A day, a half, or so much of the city's day. */
export const inDaysOf = ({ part, duty }: LeaveDay, { minutesPerDay }: LeaveRules): number =>
  part === 'HOURS' ? Math.round((duty / minutesPerDay) * 10_000) / 10_000 : HALVES[part];

/** Refusals and hints that follow from the days alone, whatever the kind. */
export function daysFindings(
  { days, off }: AskedLeave,
  { input, today }: { input: LeaveRequestInput; today: LocalDate },
): (Found | false)[] {
  const named = 'dates' in input.when;
  const past = days.map(({ date }) => date).filter((date) => date < today);
  const late = days.map(({ date }) => date).filter((date) => date <= today);
  const far = days.map(({ date }) => date).filter((date) => date > addYears(today, 1));
  const said = input.reason !== '';
  const empty = days.filter(({ duty }) => duty === 0).map(({ date }) => date);
  return [
    days.length === 0 && { severity: 'REFUSED', code: 'telework.leave_no_days' },
    named && off.length > 0 && { severity: 'REFUSED', code: 'telework.leave_day_off', dates: off },
    empty.length > 0 && { severity: 'REFUSED', code: 'telework.leave_outside_hours', dates: empty },
    far.length > 0 && { severity: 'REFUSED', code: 'telework.leave_too_far', dates: far },
    late.length > 0 && !said && { severity: 'REFUSED', code: 'telework.leave_late_reason', dates: late },
    past.length > 0 && said && { severity: 'WARNED', code: 'telework.leave_afterwards', dates: past },
  ];
}

const daysBetween = (one: LocalDate, other: LocalDate): number =>
  Math.abs(Date.parse(one) - Date.parse(other)) / (24 * 60 * 60_000);

// Leave for which nobody named the day of its occasion goes on while no more than a month lies between.
const SAME_OCCASION_DAYS = 31;

function ofOneOccasion(items: readonly BookedDay[], first: LocalDate): BookedDay[] {
  const nearest = items.toSorted((a, b) => daysBetween(a.date, first) - daysBetween(b.date, first));
  const found: BookedDay[] = [];
  for (const item of nearest)
    if ([first, ...found.map(({ date }) => date)].some((date) => daysBetween(date, item.date) <= SAME_OCCASION_DAYS))
      found.push(item);
  return found;
}

interface Counted {
  readonly special: SpecialLeave;
  readonly occasionOn: string | null;
  readonly first: LocalDate;
  readonly rules: LeaveRules;
}

/** Days asked for or approved of the same kind in the same leave year, or for the same occasion. */
export function alreadyTaken(booked: readonly BookedDay[], { special, occasionOn, first, rules }: Counted): number {
  const same = booked.filter(({ kind, detail }) => kind === 'LEAVE' && detail.kind === special.id);
  const year = leaveYearOf(first, rules);
  const occasion = same.filter(({ detail }) => (detail.occasion ?? null) === occasionOn);
  const forOccasion = occasionOn === null ? ofOneOccasion(occasion, first) : occasion;
  const counted = special.per === 'YEAR' ? same.filter(({ date }) => leaveYearOf(date, rules) === year) : forOccasion;
  return counted.reduce((days, { detail }) => days + (typeof detail.days === 'number' ? detail.days : 1), 0);
}

/** What the city's list says against it; that a paper is still to come is only said. */
export function specialFindings(special: SpecialLeave, wish: SpecialLeaveWish): Found[] {
  return checkSpecialLeave(special, wish).map(({ code, article, left }) => ({
    severity: code === 'telework.special_evidence' ? 'WARNED' : 'REFUSED',
    code,
    article,
    params: { article, left: left ?? 0 },
  }));
}

/** What has to be said with a kind: why somebody is ill or away, and that nothing is paid. */
export function kindFindings({ code, special }: KindOfLeave, { reason }: LeaveRequestInput): (Found | false)[] {
  const needsReason = code === ABSENCE || (special !== null && special.evidence !== 'NONE');
  return [
    needsReason && reason === '' && { severity: 'REFUSED', code: 'telework.leave_reason' },
    (code === ABSENCE || special?.paid === false) && { severity: 'WARNED', code: 'telework.leave_unpaid' },
  ];
}
