import { addDays, type LocalDate, parseLocalDate } from '../../shared/index.ts';

const NAMED: Readonly<Record<string, number>> = {
  ...{ 今日: 0, 本日: 0, today: 0, 明日: 1, あした: 1, tomorrow: 1, 明後日: 2, あさって: 2 },
};

/** 「今日」「明日」「12/1」「12月1日」「2026-12-01」: the next day of that name; null where it is none. */
export function dayWord(word: string, today: LocalDate): LocalDate | null {
  const named = NAMED[word.toLowerCase()];
  if (named !== undefined) return addDays(today, named);
  const whole = parseLocalDate(word);
  if (whole) return whole;
  const found = /^(\d{1,2})(?:\/|月)(\d{1,2})日?$/u.exec(word);
  if (!found) return null;
  const on = (year: number) =>
    parseLocalDate(`${year}-${(found[1] ?? '').padStart(2, '0')}-${(found[2] ?? '').padStart(2, '0')}`);
  const year = Number(today.slice(0, 4));
  const day = on(year);
  return day !== null && day >= today ? day : on(year + 1);
}

/** 「19時」「19時半」「19:30」, as a field of time wants it; null where it is none. */
export function timeWord(word: string): string | null {
  const found = /^(\d{1,2})(?::(\d{2})|時(?:(\d{1,2})分|(半))?)(?:まで)?$/u.exec(word);
  if (!found) return null;
  const [, hour = '', colon, minutes, half] = found;
  const minute = half ? '30' : (colon ?? minutes ?? '0');
  if (Number(hour) > 23 || Number(minute) > 59) return null;
  return `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
}

/** The words of an argument, with a day and times among them taken out of the rest. */
export function readWords(argument: string, today: LocalDate) {
  const words = argument.normalize('NFKC').trim().split(/\s+/u).filter(Boolean);
  const days = words.flatMap((word) => dayWord(word, today) ?? []);
  const times = words.flatMap((word) => timeWord(word) ?? []);
  const rest = words.filter((word) => dayWord(word, today) === null && timeWord(word) === null);
  return { days, times, rest };
}
