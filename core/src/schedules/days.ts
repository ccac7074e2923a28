import type { Regulations } from '../regulations/index.ts';
import { holidayName, isHoliday, type LocalDate, type Locale, type Texts } from '../shared/index.ts';

export const dayTexts = {
  'schedules.day_closed': { ja: '閉庁日', en: 'City hall closed' },
} as const satisfies Texts;

interface Asked {
  readonly municipalityId: string;
  readonly dates: readonly LocalDate[];
  readonly locale: Locale;
}

/**
 * Days as a table heads them: with the name of the 祝日, or 「閉庁日」 at the turn of the year and on the city's own days
 * off. The regulations of the municipality must be ready.
 */
export function headedDays(
  regulations: Regulations,
  { municipalityId, dates, locale }: Asked,
): { date: LocalDate; holiday: string | null }[] {
  return dates.map((date) => {
    const { closed } = regulations.workingTimeOn({ municipalityId, day: date });
    const other = isHoliday(date, closed) ? dayTexts['schedules.day_closed'][locale] : null;
    return { date, holiday: holidayName(date) ?? other };
  });
}
