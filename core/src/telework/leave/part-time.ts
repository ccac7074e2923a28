import { type PartTimeLeave, partTimeDays, type WorkedWeek, weekOf } from '../../regulations/index.ts';
import { addDays, addYears, type LocalDate, lastOfMonth } from '../../shared/index.ts';
import type { Terms } from '../hours/store.ts';
import type { WorkPattern } from '../working-time/pattern.ts';
import { minutesIn, without } from '../working-time/span.ts';
import { type Grant, type LeaveRules, leaveYearOf, monthsLeft } from './leave-rules.ts';

/** 年次有給休暇 as it holds for one person on a day. */
export interface PersonsLeave extends LeaveRules {
  /** Of who works less than full time: the city's row, and the week that they work. */
  readonly partly?: { readonly rule: PartTimeLeave; readonly week: WorkedWeek } | null;
  /** Since when they are what they are on that day, where their terms say it better than their posts. */
  readonly since?: LocalDate | null;
}

export interface OwnTerms {
  readonly terms: readonly Pick<Terms, 'from' | 'employment' | 'patternId'>[];
  readonly joinedOn: LocalDate | null;
  readonly cityRules: LeaveRules;
  readonly patterns: ReadonlyMap<string, WorkPattern>;
  readonly usual: WorkPattern | undefined;
}

const average = ({ days, minutes }: WorkedWeek): number => minutes / days;

/** Before the first break and after the last; null where the days differ, or have no break. */
function halvesOf({ week }: WorkPattern): LeaveRules['halfDays'] {
  const [first, ...others] = week.flatMap((shift) => shift ?? []);
  const [from, until] = [first?.breaks[0]?.from, first?.breaks.at(-1)?.to];
  if (!first || from === undefined || until === undefined) return null;
  if (others.some((shift) => shift.from !== first.from || shift.to !== first.to)) return null;
  const of = (span: { from: number; to: number }) => minutesIn(without([span], first.breaks));
  return { AM: of({ from: first.from, to: from }), PM: of({ from: until, to: first.to }) };
}

/** 勤務日1日当たりの勤務時間: of whoever works shorter days, a day of leave is one of theirs. */
function ownDay(rules: LeaveRules, pattern: WorkPattern | undefined, usual: WorkPattern | undefined): LeaveRules {
  const [week, whole] = [pattern && weekOf(pattern), usual && weekOf(usual)];
  if (!pattern || !week || !whole || average(week) >= average(whole)) return rules;
  const minutesPerDay = Math.min(rules.minutesPerDay, Math.ceil(average(week)));
  return { ...rules, minutesPerDay, halfDays: rules.halfDays && halvesOf(pattern) };
}

/** The rules of the city for one person: by the terms that hold on the day. */
export function leaveOn(day: LocalDate, own: OwnTerms): PersonsLeave {
  const { terms, joinedOn, cityRules, patterns, usual } = own;
  const isPartly = ({ employment }: OwnTerms['terms'][number]) =>
    cityRules.partTime.some(({ employments }) => employments.includes(employment));
  const at = terms.findLastIndex(({ from }) => from <= day);
  const held = terms[at];
  if (!held) return cityRules;
  const pattern = patterns.get(held.patternId);
  const rules = ownDay(cityRules, pattern, usual);
  const week = pattern && weekOf(pattern);
  const rule = rules.partTime.find(({ employments }) => employments.includes(held.employment));
  if (rule && week) return { ...rules, partly: { rule, week }, since: joinedOn ?? terms.find(isPartly)?.from ?? null };
  // Who was part-time before is newly appointed as what they are now.
  const before = terms.slice(0, at).findLastIndex(isPartly);
  return before < 0 ? rules : { ...rules, since: terms[before + 1]?.from ?? null };
}

/** Six months later; the last day of a month that is too short. */
export function halfYearAfter(day: LocalDate): LocalDate {
  const month = Number(day.slice(5, 7)) + 6;
  const year = Number(day.slice(0, 4)) + (month > 12 ? 1 : 0);
  const first = `${year}-${String(month > 12 ? month - 12 : month).padStart(2, '0')}-01` as LocalDate;
  const wanted = addDays(first, Number(day.slice(8)) - 1);
  return wanted.slice(0, 7) === first.slice(0, 7) ? wanted : lastOfMonth(first);
}

const firstGrant = ({ first }: PartTimeLeave, joinedOn: LocalDate): LocalDate =>
  first === 'JOINING' ? joinedOn : halfYearAfter(joinedOn);

/** Which grant a day brings, 0 for the first; null for none. */
function nthOn(day: LocalDate, rule: PartTimeLeave, joinedOn: LocalDate): number | null {
  const begun = firstGrant(rule, joinedOn);
  if (day <= begun) return day === begun ? 0 : null;
  const years = Number(day.slice(0, 4)) - Number(begun.slice(0, 4));
  if (rule.begins === null) return addYears(begun, years) === day ? years : null;
  const yearBegins = rule.begins;
  if (leaveYearOf(day, { yearBegins }) !== day) return null;
  return years + (leaveYearOf(begun, { yearBegins }).slice(0, 4) < begun.slice(0, 4) ? 1 : 0);
}

/**
 * What a day brings somebody who works less than full time. It lasts two years, as the law has it (労働基準法115条), and
 * is by the week that they work on that day (昭和63年3月14日基発第150号): what changes later changes nothing of it.
 */
export function partTimeGrantOn(day: LocalDate, joinedOn: LocalDate, rules: PersonsLeave): Grant | null {
  const { partly } = rules;
  const nth = partly && nthOn(day, partly.rule, joinedOn);
  if (!partly || nth === null || nth === undefined) return null;
  const { rule, week } = partly;
  const first = rules.firstYear[monthsLeft(day, { yearBegins: rule.begins ?? rules.yearBegins }) - 1] ?? rules.days;
  const days = partTimeDays(rule, { nth, week, yearDays: nth === 0 ? first : rules.days });
  return days > 0 ? { days, on: day, expiresOn: addYears(day, 2) } : null;
}

/** The days within a span on which the first grant, or one a year after it, may fall. */
export const partTimeDaysBetween = (from: LocalDate, to: LocalDate, joinedOn: LocalDate): LocalDate[] => {
  const years = Array.from({ length: Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1 }, (_, nth) => nth);
  const found = [joinedOn, halfYearAfter(joinedOn)].flatMap((begun) =>
    years.map((nth) => addYears(begun, Number(from.slice(0, 4)) - Number(begun.slice(0, 4)) + nth)),
  );
  return found.filter((day) => from <= day && day <= to && day >= joinedOn);
};

/** Of whom no grant was written yet: from when on grants are looked for. */
export const grantsSince = (today: LocalDate, { partly, yearBegins }: PersonsLeave): LocalDate => {
  if (!partly) return leaveYearOf(today, { yearBegins });
  const { begins } = partly.rule;
  return begins === null ? addDays(addYears(today, -1), 1) : leaveYearOf(today, { yearBegins: begins });
};
