import type { LocalDate, Sentence } from '../../shared/index.ts';
import { fiscalYearOf } from '../../shared/index.ts';
import type { LeaveBlock, SpecialRow } from '../language/leave.ts';
import type { PackFile } from '../language/schema.ts';
import type { PatternRow, ShiftRow, WorkingTimeBlock } from '../language/working-time.ts';
import { minutesOfClock, WEEKDAYS } from '../language/working-time-parts.ts';
import {
  NATIONAL_ARTICLES,
  NATIONAL_DAY,
  NATIONAL_LEAVE,
  NATIONAL_NAMES,
  NATIONAL_PATTERN,
  NATIONAL_TIME,
} from './national.ts';
import { NATIONAL_SPECIAL_LEAVE } from './national-leave.ts';
import { saidBy, topicsOf } from './values.ts';
import type {
  HoursPattern,
  LeaveValues,
  ShiftHours,
  SpecialLeaveKind,
  TimeValues,
  WorkingTimeRules,
  WorkingTimeTopic,
} from './vocabulary.ts';

type Blocks = Pick<PackFile, 'version' | 'workingTime' | 'leave'>;

function timeValues(rows: WorkingTimeBlock['rules']): TimeValues {
  const said = rows.map(saidBy);
  const limits = Object.assign({}, NATIONAL_TIME.limits, ...said.map((one) => one.limits));
  return Object.assign({}, NATIONAL_TIME, ...said.map((one) => one.time), { limits });
}

function leaveValues(rows: LeaveBlock['rules']): LeaveValues {
  const said = rows.flatMap((row) => saidBy(row).leave ?? []);
  // A row for each kind of employment.
  const partTime = said.flatMap((one) => one.partTime ?? []);
  return Object.assign({}, NATIONAL_LEAVE, ...said, { partTime });
}

const span = ({ from, to }: { readonly from: string; readonly to: string }) => ({
  from: minutesOfClock(from),
  to: minutesOfClock(to),
});

export const shiftOf = (row: ShiftRow): ShiftHours => ({
  ...span(row),
  shiftId: row.code,
  breaks: row.breaks.map(span),
});

export function patternOf(row: PatternRow, shifts: ReadonlyMap<string, ShiftHours>): HoursPattern {
  const { code, name, week, statutoryDayOff, worksOnHolidays, variableHours, yearlyHours } = row;
  return {
    ...{ patternId: code, name: name.ja, worksOnHolidays, variableHours },
    week: WEEKDAYS.map((day) => shifts.get(week[day] ?? '') ?? null),
    statutoryDayOff: statutoryDayOff === undefined ? null : WEEKDAYS.indexOf(statutoryDayOff),
    yearlyMinutes: yearlyHours === undefined ? null : 60 * yearlyHours,
  };
}

function ownKind({ kind, article, sentence: _, id: __, ...said }: SpecialRow, like: SpecialLeaveKind | undefined) {
  const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  const plain = { name: { ja: kind, en: kind }, days: null, per: 'OCCASION', unit: 'DAY' } as const;
  const rest = { paid: true, evidence: 'STATEMENT', calendarDays: false } as const;
  return { ...plain, ...rest, ...like, ...given, id: kind, article } satisfies SpecialLeaveKind;
}

function specialLeave(special: LeaveBlock['special']): readonly SpecialLeaveKind[] {
  if (!special) return NATIONAL_SPECIAL_LEAVE;
  const { article, national, without, rows } = special;
  const taken = national ? NATIONAL_SPECIAL_LEAVE.filter(({ id }) => !without.includes(id)) : [];
  const own = new Map(rows.map((row) => [row.kind, row]));
  const known = new Set(taken.map(({ id }) => id));
  return [
    ...taken.map((kind) => {
      const row = own.get(kind.id);
      return row ? ownKind(row, kind) : { ...kind, article: `${article}（${kind.article}）` };
    }),
    ...rows.filter(({ kind }) => !known.has(kind)).map((row) => ownKind(row, undefined)),
  ];
}

const YEARS_AROUND = [-2, -1, 0, 1, 2];

function closedAround(year: number, rows: WorkingTimeBlock['daysOff']): ReadonlySet<LocalDate> {
  const days = rows.flatMap(({ on }) => (on.length > 5 ? [on] : YEARS_AROUND.map((by) => `${year + by}-${on}`)));
  return new Set(days as LocalDate[]);
}

function articles({ workingTime, leave }: Blocks): ReadonlyMap<string, string> {
  const rules = [...(workingTime?.rules ?? []), ...(leave?.rules ?? [])];
  return new Map([
    ...Object.entries(NATIONAL_ARTICLES),
    ...rules.flatMap((row) => topicsOf(row).map((topic): [string, string] => [topic, row.article])),
  ]);
}

/** 勤務日の少ない職員の休暇 rests on a row for each kind of employment: `PART_TIME <employment>`. */
const partTimeArticles = (leave: Blocks['leave']): [string, string][] =>
  (leave?.rules ?? []).flatMap((row) =>
    row.rule === 'PART_TIME' ? row.employments.map((one): [string, string] => [`PART_TIME ${one}`, row.article]) : [],
  );

function build(blocks: Blocks, year: number): WorkingTimeRules {
  const { version, workingTime, leave } = blocks;
  const rows = workingTime?.patterns ?? [];
  const hours = workingTime ? workingTime.shifts.map(shiftOf) : [NATIONAL_DAY];
  const shifts = new Map(hours.map((one) => [one.shiftId, one]));
  const own = rows.map((row) => patternOf(row, shifts));
  const patterns = new Map((workingTime ? own : [NATIONAL_PATTERN]).map((one) => [one.patternId, one]));
  const called = workingTime ? [...workingTime.shifts, ...rows] : [];
  const names = new Map<string, Sentence>([
    ...Object.entries(NATIONAL_NAMES),
    ...called.map(({ code, name }): [string, Sentence] => [code, name]),
  ]);
  const byEmployment = new Map(rows.flatMap(({ code, employments }) => employments.map((word) => [word, code])));
  const defaultPatternId = workingTime?.usual ?? NATIONAL_PATTERN.patternId;
  const rosters = new Map(rows.map(({ code, roster }) => [code, roster.flatMap((one) => shifts.get(one) ?? [])]));
  const special = specialLeave(leave?.special);
  const byTopic = articles(blocks);
  const byCode = new Map([
    ...special.map(({ id, article }): [string, string] => [id, article]),
    ...called.map(({ code, article }): [string, string] => [code, article]),
    ...partTimeArticles(leave),
  ]);
  return {
    ...{ regulationVersion: version, patterns, shifts, defaultPatternId, specialLeave: special },
    rules: timeValues(workingTime?.rules ?? []),
    leave: leaveValues(leave?.rules ?? []),
    closed: closedAround(year, workingTime?.daysOff ?? []),
    nameOf: (code, locale) => names.get(code)?.[locale] ?? code,
    patternIdOf: (employment) => byEmployment.get(employment) ?? defaultPatternId,
    rosterOf: (code) => rosters.get(code) ?? [],
    articleOf: (of: WorkingTimeTopic | { readonly code: string }) =>
      (typeof of === 'string' ? byTopic.get(of) : byCode.get(of.code)) ?? null,
  };
}

// Asked for at every punch: made once for a version and a year.
const known = new WeakMap<Blocks, Map<number, WorkingTimeRules>>();

/** The rules of working time and leave of a version; `day` says of which years the body's days off are told. */
export function workingTimeOf(file: Blocks, day: LocalDate): WorkingTimeRules {
  const year = fiscalYearOf(day);
  const years = known.get(file) ?? new Map<number, WorkingTimeRules>();
  known.set(file, years);
  const rules = years.get(year) ?? build(file, year);
  years.set(year, rules);
  return rules;
}
