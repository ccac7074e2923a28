import { unlawfulPattern, unlawfulShift } from '../../working-time/lawful.ts';
import { NATIONAL_SPECIAL_LEAVE } from '../../working-time/national-leave.ts';
import { patternOf, shiftOf } from '../../working-time/of-pack.ts';
import { statutoryDays } from '../../working-time/part-time.ts';
import { topicsOf } from '../../working-time/values.ts';
import { type Finding, finding } from '../finding.ts';
import type { PackFile } from '../schema.ts';
import type { WorkingTimeBlock } from '../working-time.ts';

const repeated = (names: readonly string[]): string[] => names.filter((name, at) => names.indexOf(name) !== at);
const twice = (what: string, names: readonly string[]): Finding[] =>
  repeated(names).map((name) => finding(name, 'regulations.pack_twice', { what, name }));
const unknown = (row: string, kind: string, name: string): Finding =>
  finding(row, 'regulations.pack_unknown', { kind, name });

function namesInHours({ telework, workingTime }: PackFile): Finding[] {
  if (!workingTime) return [];
  const { rules, shifts, patterns, usual } = workingTime;
  const [shiftCodes, patternCodes] = [shifts.map(({ code }) => code), patterns.map(({ code }) => code)];
  const employments = patterns.flatMap((row) => row.employments.map((name) => ({ row: row.id, name })));
  const words = telework?.words.employments.map(({ code }) => code);
  return [
    ...twice(
      'timeRule',
      rules.map(({ rule }) => rule),
    ),
    ...twice('shift', shiftCodes),
    ...twice('pattern', patternCodes),
    ...twice(
      'telework.employments',
      employments.map(({ name }) => name),
    ),
    ...(patternCodes.includes(usual) ? [] : [unknown('workingTime', 'pattern', usual)]),
    ...patterns.flatMap(({ id, week, roster }) =>
      [...Object.values(week), ...roster]
        .filter((name) => name !== undefined && !shiftCodes.includes(name))
        .map((name) => unknown(id, 'shift', name ?? '')),
    ),
    ...(words ? employments.filter(({ name }) => !words.includes(name)) : []).map(({ row, name }) =>
      unknown(row, 'telework.employments', name),
    ),
  ];
}

function namesInLeave({ leave, telework }: PackFile): Finding[] {
  if (!leave) return [];
  const { rules, special } = leave;
  const partTime = rules.flatMap((row) => (row.rule === 'PART_TIME' ? row.employments : []));
  const words = telework?.words.employments.map(({ code }) => code);
  const national = NATIONAL_SPECIAL_LEAVE.map(({ id }) => id);
  const taken = special?.national === false ? [] : national.filter((id) => !special?.without.includes(id));
  return [
    ...twice(
      'leaveRule',
      rules.flatMap(({ rule }) => (rule === 'PART_TIME' ? [] : [rule])),
    ),
    ...twice('telework.employments', partTime),
    ...partTime
      .filter((name) => words && !words.includes(name))
      .map((name) => unknown('leave', 'telework.employments', name)),
    ...twice('specialLeave', special?.rows.map(({ kind }) => kind) ?? []),
    ...(special?.without ?? [])
      .filter((kind) => !national.includes(kind))
      .map((kind) => unknown('leave', 'specialLeave', kind)),
    ...(special?.rows ?? [])
      .filter(({ kind }) => !taken.includes(kind))
      .filter((row) => [row.name, row.days, row.per, row.unit].includes(undefined))
      .map(({ id }) => finding(id, 'regulations.pack_leave_incomplete')),
  ];
}

/** Codes of shifts, patterns, employments and kinds of leave that nobody defined, or that are there twice. */
export const unknownInWorkingTime = (file: PackFile): Finding[] => [...namesInHours(file), ...namesInLeave(file)];

function unlawfulHours({ shifts: rows, patterns }: WorkingTimeBlock): Finding[] {
  const shifts = new Map(rows.map((row) => [row.code, shiftOf(row)]));
  return [
    ...rows.flatMap((row) => unlawfulShift(row.id, shiftOf(row))),
    ...patterns.flatMap((row) => {
      const roster = row.roster.flatMap((code) => shifts.get(code) ?? []);
      return unlawfulPattern(row.id, patternOf(row, shifts), roster);
    }),
  ];
}

// 人事院規則15―14第16条の2の2, and 労働基準法36条 where it binds; the single month stays below its figure.
const MOST = {
  OVERTIME_MONTH: { most: 45, law: '労働基準法第36条第4項' },
  OVERTIME_YEAR: { most: 360, law: '労働基準法第36条第4項' },
  MONTHS_ABOVE: { most: 6, law: '労働基準法第36条第5項' },
  SINGLE_MONTH: { most: 100, law: '労働基準法第36条第6項第2号' },
  AVERAGE: { most: 80, law: '労働基準法第36条第6項第3号' },
} as const;

function aboveTheLaw({ rules }: WorkingTimeBlock): Finding[] {
  return rules.flatMap((row) => {
    if (!(row.rule in MOST)) return [];
    const { most, law } = MOST[row.rule as keyof typeof MOST];
    const said = 'hours' in row ? row.hours : 'months' in row ? row.months : 0;
    return said > most
      ? [finding(row.id, 'regulations.pack_above_law', { law, most: String(most), said: String(said) })]
      : [];
  });
}

// What the law itself gives; a body gives as much or more.
const LEAST: Readonly<Record<string, { readonly days: number; readonly law: string }>> = {
  BEFORE_BIRTH: { days: 42, law: '労働基準法第65条第1項' },
  AFTER_BIRTH: { days: 56, law: '労働基準法第65条第2項' },
  CHILD_CARE: { days: 5, law: '育児・介護休業法第61条第16項' },
  FAMILY_CARE: { days: 5, law: '育児・介護休業法第61条第20項' },
};
const ALWAYS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(LEAST).map(([kind, { law }]) => [kind, law])),
  VOTING: '労働基準法第7条',
  NURSING: '労働基準法第67条',
};

/** 施行規則24条の3: by days a week, grant by grant. */
function belowTable(row: string, table: Readonly<Partial<Record<string, readonly number[]>>> = {}): Finding[] {
  const short = Object.entries(table).flatMap(([week, days = []]) =>
    days.flatMap((said, nth) => {
      const least = statutoryDays(6 + 12 * nth, { days: Number(week), minutes: 0 });
      return said < least ? [{ said, least }] : [];
    }),
  );
  const [first] = short;
  const law = '労働基準法第39条第3項';
  return first
    ? [finding(row, 'regulations.pack_below_law', { law, least: String(first.least), said: String(first.said) })]
    : [];
}

function belowTheLaw({ leave }: PackFile): Finding[] {
  if (!leave) return [];
  const { rules, special } = leave;
  const below = (row: string, law: string, least: number, said: number) =>
    said < least ? [finding(row, 'regulations.pack_below_law', { law, least: String(least), said: String(said) })] : [];
  const kept = new Set(special?.rows.map(({ kind }) => kind));
  const given = (kind: string) =>
    special === undefined || (special.national && !special.without.includes(kind)) || kept.has(kind);
  return [
    ...rules.flatMap((row) => (row.rule === 'PART_TIME' ? belowTable(row.id, row.table) : [])),
    ...rules.flatMap((row) => (row.rule === 'YEARLY_DAYS' ? below(row.id, '労働基準法第39条第2項', 20, row.days) : [])),
    ...(special?.rows ?? []).flatMap(({ id, kind, days }) => {
      const least = LEAST[kind];
      return least && typeof days === 'number' ? below(id, least.law, least.days, days) : [];
    }),
    ...Object.entries(ALWAYS)
      .filter(([kind]) => !given(kind))
      .map(([kind, law]) => finding('leave', 'regulations.pack_leave_of_law', { kind, law })),
  ];
}

/** Halves that are no whole, first years that give more than a year. */
function oddLeave({ leave }: PackFile): Finding[] {
  if (!leave) return [];
  const { rules } = leave;
  return rules.flatMap((row): Finding[] => {
    const isOdd = row.rule === 'FIRST_YEAR' && row.days.some((days, at) => days < (row.days[at - 1] ?? 0));
    return isOdd ? [finding(row.id, 'regulations.pack_leave_falls', { topic: topicsOf(row).join('、') })] : [];
  });
}

/** Hours and leave that the law does not allow. */
export const unlawfulWorkingTime = (file: PackFile): Finding[] => [
  ...(file.workingTime ? [...unlawfulHours(file.workingTime), ...aboveTheLaw(file.workingTime)] : []),
  ...belowTheLaw(file),
  ...oddLeave(file),
];
