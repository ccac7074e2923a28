import type { YearlyDoubt, YearlyItemView, YearlyRule } from '@kaigi/core/contract';
import { addDays, type LocalDate, type Locale } from '@kaigi/core/shared';
import type { Say } from '../../app/locale.ts';
import { shortDay, weekdayText } from '../week/week-days.ts';
import type { yearlyText } from './text.ts';

type SayYearly = Say<typeof yearlyText>;

/** A Sunday, from which weekdays are counted. */
const SUNDAY = '2026-11-01' as LocalDate;

export const weekdayName = (weekday: number, locale: Locale): string => weekdayText(addDays(SUNDAY, weekday), locale);

/** 4月第2水曜 */
export function ruleWords(rule: YearlyRule, t: SayYearly, locale: Locale): string {
  if (rule.kind === 'BY_HAND') return t('yearly.rule.BY_HAND');
  const { month } = rule;
  if (rule.kind === 'DAY') {
    const words = t('yearly.rule.DAY', { month, day: rule.day });
    return rule.onDayOff === 'KEEP' ? words : t(`yearly.rule.off.${rule.onDayOff}`, { rule: words });
  }
  const weekday = weekdayName(rule.weekday, locale);
  return rule.kind === 'NTH_WEEKDAY'
    ? t('yearly.rule.NTH_WEEKDAY', { month, nth: rule.nth, weekday })
    : t('yearly.rule.LAST_WEEKDAY', { month, weekday });
}

export const doubtWords = ({ kind, name }: YearlyDoubt, t: SayYearly): string =>
  t(`yearly.doubt.${kind}`, { name: name ?? '' });

/** 10/15（木）, or 10/15（木）から2日間 */
export function dayWords({ date, days }: Pick<YearlyItemView, 'date' | 'days'>, t: SayYearly, locale: Locale): string {
  const from = shortDay(date as LocalDate, locale);
  return days === 1 ? from : t('yearly.days', { from, count: days });
}
