/**
 * 時間外勤務の上限. For offices of a city the figures stand in its own rule after 人事院規則15―14第16条の2の2 (their
 * overtime rests on 労働基準法33条3項); where 36条 binds (現業, 別表第1の事業) they are those of its 3項 to 6項.
 */
export interface LimitRules {
  /** Minutes a month and a 年度. */
  readonly month: number;
  readonly year: number;
  /** How many months of a 年度 may be above `month`. */
  readonly monthsAbove: number;
  /** A single month must stay below this, holiday work counted in (36条6項2号). */
  readonly singleMonth: number;
  /** The average of the last two to six months must not be above this, holiday work counted in (36条6項3号). */
  readonly average: number;
  /** Shares of a limit at which it is said beforehand. */
  readonly warnAtPercent: readonly number[];
  /** Whether work on 週休日 and 休日 counts towards month and year like overtime. */
  readonly countsDayOffWork: boolean;
}

/** A month's minutes beyond the hours of duty. */
export interface MonthMinutes {
  /** `2026-04` */
  readonly month: string;
  readonly overtime: number;
  /** On 週休日 and 休日. */
  readonly dayOff: number;
  /** On 法定休日. */
  readonly statutoryDayOff: number;
}

export interface LimitFinding {
  readonly code:
    | 'telework.limit_month'
    | 'telework.limit_year'
    | 'telework.limit_months_above'
    | 'telework.limit_single_month'
    | 'telework.limit_average';
  readonly level: 'NEAR' | 'REACHED' | 'EXCEEDED';
  /** Minutes, or months for `limit_months_above`. */
  readonly value: number;
  readonly limit: number;
  /** The highest of the shares to be said beforehand that has been passed; 100 from the limit on. */
  readonly percent: number;
  /** For the average: over how many months. */
  readonly months: number;
}

const monthNumber = (month: string): number => 12 * Number(month.slice(0, 4)) + Number(month.slice(5, 7)) - 1;
/** 4月 to 3月: 年度 runs as the year of the agreement does. */
const fiscalYear = (month: string): number => Math.floor((monthNumber(month) - 3) / 12);

interface Measured {
  readonly code: LimitFinding['code'];
  readonly value: number;
  readonly limit: number;
  readonly months?: number;
  /** 「未満」: at the limit it is already exceeded. */
  readonly mustStayBelow?: boolean;
}

function finding({ code, value, limit, months = 1, mustStayBelow = false }: Measured, warnAt: readonly number[]) {
  const level = value > limit || (mustStayBelow && value === limit) ? 'EXCEEDED' : value === limit ? 'REACHED' : 'NEAR';
  const passed = warnAt.filter((percent) => value * 100 >= limit * percent && value > 0);
  if (level === 'NEAR' && passed.length === 0) return [];
  const percent = level === 'NEAR' ? Math.max(...passed) : 100;
  return [{ code, level, value, limit, percent, months } satisfies LimitFinding];
}

/** The two to six months that end with this one; the highest average of them. Months without a record count as none. */
function highestAverage(all: ReadonlyMap<number, number>, last: number, first: number) {
  let highest = { value: 0, months: 2 };
  let sum = all.get(last) ?? 0;
  for (let months = 2; months <= 6 && last - months + 1 >= first; months += 1) {
    sum += all.get(last - months + 1) ?? 0;
    if (sum / months > highest.value) highest = { value: sum / months, months };
  }
  return highest;
}

/**
 * How near somebody is to the limits in a month, and which are passed. `months` are those of the 年度 so far and the
 * five before the month, in any order; the averages also look over the end of a 年度.
 */
export function checkLimits(month: string, months: readonly MonthMinutes[], rules: LimitRules): LimitFinding[] {
  const upTo = months.filter((one) => one.month <= month);
  const counted = (one: MonthMinutes) => one.overtime + (rules.countsDayOffWork ? one.dayOff : 0);
  const all = new Map(
    upTo.map((one) => [monthNumber(one.month), one.overtime + one.dayOff + one.statutoryDayOff] as const),
  );
  const now = upTo.filter((one) => one.month === month);
  const ofYear = upTo.filter((one) => fiscalYear(one.month) === fiscalYear(month));
  const sumOf = (some: readonly MonthMinutes[]) => some.reduce((sum, one) => sum + counted(one), 0);
  const last = monthNumber(month);
  const { value, months: over } = highestAverage(all, last, Math.min(last, ...all.keys()));
  const measured: Measured[] = [
    { code: 'telework.limit_month', value: sumOf(now), limit: rules.month },
    { code: 'telework.limit_year', value: sumOf(ofYear), limit: rules.year },
    {
      code: 'telework.limit_months_above',
      value: ofYear.filter((one) => counted(one) > rules.month).length,
      limit: rules.monthsAbove,
    },
    { code: 'telework.limit_single_month', value: all.get(last) ?? 0, limit: rules.singleMonth, mustStayBelow: true },
    { code: 'telework.limit_average', value, limit: rules.average, months: over },
  ];
  return measured.flatMap((one) => finding(one, rules.warnAtPercent));
}

export interface YearHours {
  readonly worked: number;
  readonly allowed: number;
  readonly left: number;
  readonly level: 'WITHIN' | 'NEAR' | 'EXCEEDED';
}

/** 会計年度任用職員: the hours of the 年度 that the appointment allows, and what is left of them. */
export function checkYearHours(worked: number, allowed: number, warnAtPercent: number): YearHours {
  const level = worked > allowed ? 'EXCEEDED' : worked * 100 >= allowed * warnAtPercent ? 'NEAR' : 'WITHIN';
  return { worked, allowed, left: Math.max(0, allowed - worked), level };
}
