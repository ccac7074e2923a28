import { addDays, type LocalDate, localDateOf, parseLocalDate, startOfDay } from '../../shared/index.ts';

/** What somebody types after 「不在」. */
export type AbsenceWords =
  | { readonly kind: 'list' }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'record'; readonly from: Date | null; readonly until: Date; readonly note: string }
  | { readonly kind: 'unknown' };

const MINUTE_MS = 60_000;
const CANCEL = new Set(['取消', '取消し', '取り消し', '戻りました', 'cancel', 'back']);
const NAMED: Readonly<Record<string, number>> = { 今日: 0, 本日: 0, today: 0, 明日: 1, あした: 1, tomorrow: 1 };

/** Midnight in Japan at which the day begins. */
const endOf = (day: LocalDate) => startOfDay(addDays(day, 1));

/**
 * 「今日」「明日まで」「17:30まで」「11/28」「11/28から12/2まで」, and behind it whatever others may read.
 * A day is the next one of that name; `from` is null for now.
 */
export function readAbsenceWords(argument: string, now: Date): AbsenceWords {
  const [when = '', ...rest] = argument.normalize('NFKC').trim().split(/\s+/);
  if (when === '') return { kind: 'list' };
  if (CANCEL.has(when.toLowerCase())) return { kind: 'cancel' };
  const period = periodOf(when, now);
  return period ? { kind: 'record', ...period, note: rest.join(' ') } : { kind: 'unknown' };
}

interface Period {
  readonly from: Date | null;
  readonly until: Date;
}

function periodOf(when: string, now: Date): Period | null {
  const until = /^(.+?)まで$/.exec(when)?.[1];
  const range = /^(.+?)(?:から|[〜~-])(.+?)(?:まで)?$/.exec(when);
  if (range) {
    const [first, last] = [dayOf(range[1] ?? '', now), dayOf(range[2] ?? '', now)];
    return first && last ? { from: startOfDay(first), until: endOf(last) } : null;
  }
  if (until !== undefined) {
    const time = timeOf(until, now);
    const day = dayOf(until, now);
    return time ? { from: null, until: time } : day ? { from: null, until: endOf(day) } : null;
  }
  const day = dayOf(when, now);
  if (!day) return null;
  return { from: day === localDateOf(now) ? null : startOfDay(day), until: endOf(day) };
}

function timeOf(text: string, now: Date): Date | null {
  const found = /^(\d{1,2})(?::(\d{2})|時(?:(\d{1,2})分|(半))?)$/.exec(text);
  if (!found) return null;
  const [, hour, colon, minutes, half] = found;
  const minute = half ? 30 : Number(colon ?? minutes ?? 0);
  if (Number(hour) > 24 || minute > 59) return null;
  return new Date(startOfDay(localDateOf(now)).getTime() + (Number(hour) * 60 + minute) * MINUTE_MS);
}

function dayOf(text: string, now: Date): LocalDate | null {
  const today = localDateOf(now);
  const named = NAMED[text.toLowerCase()];
  if (named !== undefined) return addDays(today, named);
  const found = /^(\d{1,2})(?:\/|月)(\d{1,2})日?$/.exec(text);
  if (!found) return null;
  const inYear = (year: number) =>
    parseLocalDate(`${year}-${String(found[1]).padStart(2, '0')}-${String(found[2]).padStart(2, '0')}`);
  const year = Number(today.slice(0, 4));
  const day = inYear(year);
  return day !== null && day >= today ? day : inYear(year + 1);
}
