import { dayOfWeek, holidayName, isWorkingDay, type LocalDate } from '../../shared/index.ts';
import { workedIn } from '../working-time/lawful.ts';
import { workingTimeOf } from '../working-time/of-pack.ts';
import { partTimeDays, weekOf } from '../working-time/part-time.ts';
import { valueAt } from '../working-time/values.ts';
import type { HoursPattern, WorkingTimeRules, WorkingTimeTopic } from '../working-time/vocabulary.ts';
import type { LeaveExample, PartTimeExample } from './leave.ts';
import type { PackFile } from './schema.ts';
import type { Difference } from './try-examples.ts';
import type { HoursExample, HoursOrRosterExample, ValueExample } from './working-time.ts';

type Actual = Readonly<Record<string, unknown>>;

function isHoliday(day: LocalDate): boolean {
  const isWeekend = [0, 6].includes(dayOfWeek(day));
  return holidayName(day) !== null || (!isWeekend && !isWorkingDay(day));
}

function whyOff(pattern: HoursPattern, day: LocalDate, { closed }: WorkingTimeRules): string | null {
  if (dayOfWeek(day) === pattern.statutoryDayOff) return 'STATUTORY_DAY_OFF';
  if (!pattern.week[dayOfWeek(day)]) return 'DAY_OFF';
  if (pattern.worksOnHolidays) return null;
  return isHoliday(day) ? 'HOLIDAY' : closed.has(day) ? 'CITY_DAY_OFF' : null;
}

const lengthOf = (minutes: number): string => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

function hoursOn(rules: WorkingTimeRules, { employment, day: written }: HoursExample): Actual {
  const day = written as LocalDate;
  const code = rules.patternIdOf(employment);
  const pattern = rules.patterns.get(code);
  if (!pattern) return { pattern: code };
  const shift = pattern.week[dayOfWeek(day)];
  const off = whyOff(pattern, day, rules);
  if (off !== null || !shift) return { pattern: code, off };
  const worked = lengthOf(workedIn(shift));
  return { pattern: code, shift: shift.shiftId, worked, article: rules.articleOf({ code }) };
}

function valueIn(rules: WorkingTimeRules, { value }: ValueExample): Actual {
  const [first = '', second] = value.split('.');
  const topic = first === 'limits' || first === 'leave' ? `${first}.${second}` : first;
  return { is: valueAt(value, rules), article: rules.articleOf(topic as WorkingTimeTopic) };
}

function timeIn(rules: WorkingTimeRules, example: HoursOrRosterExample): Actual {
  if ('value' in example) return valueIn(rules, example);
  if ('day' in example) return hoursOn(rules, example);
  if ('pattern' in example) {
    const roster = rules.rosterOf(example.pattern).map(({ shiftId }) => shiftId);
    return { roster, article: rules.articleOf({ code: example.pattern }) };
  }
  const shift = rules.shifts.get(example.shift);
  return { worked: shift && lengthOf(workedIn(shift)), article: rules.articleOf({ code: example.shift }) };
}

function partTimeIn(rules: WorkingTimeRules, { employment, grant }: PartTimeExample): Actual {
  const rule = rules.leave.partTime.find(({ employments }) => employments.includes(employment));
  const pattern = rules.patterns.get(rules.patternIdOf(employment));
  const week = pattern && weekOf(pattern);
  if (!rule || !week) return { days: rules.leave.days, article: rules.articleOf('leave.days') };
  const days = partTimeDays(rule, { nth: grant - 1, week, yearDays: rules.leave.days });
  return { days, article: rules.articleOf({ code: `PART_TIME ${employment}` }) };
}

function leaveIn(rules: WorkingTimeRules, example: LeaveExample): Actual {
  if ('value' in example) return valueIn(rules, example);
  if ('grant' in example) return partTimeIn(rules, example);
  if ('joinedIn' in example) {
    const months = ((rules.leave.yearBegins - example.joinedIn + 11) % 12) + 1;
    return { days: rules.leave.firstYear[months - 1], article: rules.articleOf('leave.firstYear') };
  }
  const kind = rules.specialLeave.find(({ id }) => id === example.special);
  if (!kind) return { unknown: true };
  const days = example.relation === undefined ? kind.days : (kind.daysBy?.[example.relation] ?? null);
  return { days, article: kind.article };
}

function differenceIn(expect: object, actual: Actual): Difference | null {
  const what = Object.keys(expect).find(
    (name) => JSON.stringify(Reflect.get(expect, name)) !== JSON.stringify(actual[name]),
  );
  return what === undefined ? null : { what, expected: Reflect.get(expect, what), actual: actual[what] };
}

export interface TriedExample {
  readonly name: string;
  readonly difference: Difference | null;
}

/** Every example of working time and leave, with in what it differs from what the rows say. */
export function triedWorkingTime(file: PackFile): TriedExample[] {
  const rulesOf = (day: string) => workingTimeOf(file, day as LocalDate);
  const rules = rulesOf(file.effectiveFrom);
  return [
    ...(file.workingTime?.examples ?? []).map((example) => ({
      name: example.name,
      difference: differenceIn(example.expect, timeIn('day' in example ? rulesOf(example.day) : rules, example)),
    })),
    ...(file.leave?.examples ?? []).map((example) => ({
      name: example.name,
      difference: differenceIn(example.expect, leaveIn(rules, example)),
    })),
  ];
}
