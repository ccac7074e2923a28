import { type LocalDate, wareki } from '../../shared/index.ts';

/** 「令和8年11月25日ほか2日」 */
export function daysWords(dates: readonly LocalDate[]): string {
  const [first] = dates;
  if (first === undefined) return '';
  return dates.length === 1 ? wareki(first) : `${wareki(first)}ほか${dates.length - 1}日`;
}
