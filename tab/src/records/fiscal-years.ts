import { fiscalYearOf, localDateOf } from '@kaigi/core/shared';

const YEARS_BACK = 9;

/** The years to choose from, the newest first: ten years back from today, and the one that is shown. */
export function fiscalYearChoices(now: Date, shown: number | null): readonly number[] {
  const current = fiscalYearOf(localDateOf(now));
  const years = Array.from({ length: YEARS_BACK + 1 }, (_, index) => current - index);
  if (shown !== null && !years.includes(shown)) years.push(shown);
  return years.sort((one, other) => other - one);
}
