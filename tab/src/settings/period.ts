import { addDays, type LocalDate, type Locale, localDateOf, localTimeOf, parseLocalDate } from '@kaigi/core/shared';
import { dayText, whenText } from '../app/dates.ts';

/** When somebody is away, as it stands in the fields; an empty text means that nothing is said. */
export interface TypedPeriod {
  readonly fromDay: string;
  readonly fromTime: string;
  readonly untilDay: string;
  readonly untilTime: string;
  /** 終わりは未定 */
  readonly open: boolean;
}

export type PeriodProblem = 'away.from.missing' | 'away.until.missing' | 'away.until.before';

/** Instants with the offset of Japan; `from` null: from now. */
export type Period =
  | { readonly ok: true; readonly from: string | null; readonly until: string | null }
  | { readonly ok: false; readonly problem: PeriodProblem };

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const instant = (day: LocalDate, time: string) => `${day}T${time}:00+09:00`;

/** A day without a time begins at midnight; today it begins now. It ends with the midnight after it. */
export function periodOf(typed: TypedPeriod, now: { readonly today: LocalDate; readonly at: Date }): Period {
  const first = parseLocalDate(typed.fromDay);
  if (!first) return { ok: false, problem: 'away.from.missing' };
  const timed = TIME.test(typed.fromTime);
  const from = first === now.today && !timed ? null : instant(first, timed ? typed.fromTime : '00:00');
  if (typed.open) return { ok: true, from, until: null };
  const last = parseLocalDate(typed.untilDay);
  if (!last) return { ok: false, problem: 'away.until.missing' };
  const until = TIME.test(typed.untilTime) ? instant(last, typed.untilTime) : instant(addDays(last, 1), '00:00');
  const begins = from === null ? now.at.getTime() : Date.parse(from);
  if (Date.parse(until) <= Math.max(begins, now.at.getTime())) return { ok: false, problem: 'away.until.before' };
  return { ok: true, from, until };
}

/** The midnight after a day is that day's 24:00. */
export function endText(instant: string, locale: Locale): string {
  const end = new Date(instant);
  if (Number.isNaN(end.getTime()) || localTimeOf(end) !== '00:00') return whenText(instant, locale);
  const day = dayText(addDays(localDateOf(end), -1), locale);
  return locale === 'ja' ? `${day} 24:00` : `${day}, 24:00 JST`;
}

export const wholeDay = (day: LocalDate): TypedPeriod => ({
  fromDay: day,
  fromTime: '',
  untilDay: day,
  untilTime: '',
  open: false,
});
