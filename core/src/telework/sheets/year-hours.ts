import { firstOfMonth, fiscalYearOf, type Locale, say } from '../../shared/index.ts';
import { checkYearHours } from '../working-time/limits.ts';
import { type PersonsHours, scheduledOn } from '../working-time/pattern.ts';
import type { MonthSheet } from '../working-time/sheet.ts';
import { workingTimeTexts } from '../working-time/text.ts';
import type { TimeRules } from '../working-time/time-rules.ts';
import type { LimitView } from './contract.ts';
import { type Month, monthsBefore } from './month.ts';
import { inHours } from './present.ts';

/** The months of the 年度 before this one. */
export const earlierInYear = (month: Month): Month[] =>
  monthsBefore(month).filter((one) => fiscalYearOf(firstOfMonth(one)) === fiscalYearOf(firstOfMonth(month)));

/** The minutes of a 年度 that the pattern held last in the month allows; null where it says nothing of them. */
export function minutesAllowed({ rows }: Pick<MonthSheet, 'rows'>, hours: PersonsHours): number | null {
  const held = rows.flatMap(({ date }) => scheduledOn(date, hours).pattern ?? []).at(-1);
  return held?.yearlyMinutes ?? null;
}

export const workedIn = ({ totals }: Pick<MonthSheet, 'totals'>): number => totals.worked + totals.deemed;

/** 会計年度任用職員: what is left of the hours of the 年度, told whether it is much or little. */
export function presentYearHours(
  { worked, allowed }: { worked: number; allowed: number },
  { limits }: TimeRules,
  locale: Locale,
): LimitView {
  const { level, left } = checkYearHours(worked, allowed, Math.max(0, ...limits.warnAtPercent));
  const code = 'telework.limit_year_hours';
  const params = { value: inHours(worked), limit: inHours(allowed), left: inHours(left) };
  return { code, level, value: worked, limit: allowed, words: say(workingTimeTexts, code, locale, params) ?? code };
}
