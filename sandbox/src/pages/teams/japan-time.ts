import type { Locale } from '../settings.ts';

type DayName = { readonly kind: 'today' | 'yesterday' } | { readonly kind: 'date'; readonly text: string };

export interface Clock {
  /** `2026-11-21` where the city is, whatever the computer's own zone. */
  day(at: string): string;
  time(at: string): string;
  full(at: string): string;
  dayName(at: string, now: Date): DayName;
}

const dayMilliseconds = 24 * 60 * 60 * 1000;

export function cityClock(locale: Locale, timeZone: string): Clock {
  const tag = locale === 'ja' ? 'ja-JP' : 'en-GB';
  const isoDay = new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const time = new Intl.DateTimeFormat(tag, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const full = new Intl.DateTimeFormat(tag, { timeZone, dateStyle: 'long', timeStyle: 'medium', hourCycle: 'h23' });
  const date = new Intl.DateTimeFormat(tag, {
    timeZone,
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    weekday: 'short',
  });
  const dayOf = (at: Date) => isoDay.format(at);
  return {
    day: (at) => dayOf(new Date(at)),
    time: (at) => time.format(new Date(at)),
    full: (at) => full.format(new Date(at)),
    dayName: (at, now) => {
      const day = dayOf(new Date(at));
      if (day === dayOf(now)) return { kind: 'today' };
      if (day === dayOf(new Date(now.getTime() - dayMilliseconds))) return { kind: 'yesterday' };
      return { kind: 'date', text: date.format(new Date(at)) };
    },
  };
}
