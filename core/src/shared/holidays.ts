import { addDays, type LocalDate } from './local-date.ts';

// 国民の祝日に関する法律, as it has stood since 2007: the days of its article 2, with the years in which they hold.
interface Rule {
  readonly name: string;
  readonly month: number;
  /** A day of the month, or the nth Monday of it. */
  readonly on: number | { readonly monday: number };
  readonly from?: number;
  readonly until?: number;
  readonly notIn?: readonly number[];
}

const OLYMPICS = [2020, 2021];

const RULES: readonly Rule[] = [
  { name: '元日', month: 1, on: 1 },
  { name: '成人の日', month: 1, on: { monday: 2 } },
  { name: '建国記念の日', month: 2, on: 11 },
  { name: '天皇誕生日', month: 2, on: 23, from: 2020 },
  { name: '昭和の日', month: 4, on: 29 },
  { name: '憲法記念日', month: 5, on: 3 },
  { name: 'みどりの日', month: 5, on: 4 },
  { name: 'こどもの日', month: 5, on: 5 },
  { name: '海の日', month: 7, on: { monday: 3 }, notIn: OLYMPICS },
  { name: '山の日', month: 8, on: 11, from: 2016, notIn: OLYMPICS },
  { name: '敬老の日', month: 9, on: { monday: 3 } },
  { name: '体育の日', month: 10, on: { monday: 2 }, until: 2019 },
  { name: 'スポーツの日', month: 10, on: { monday: 2 }, from: 2022 },
  { name: '文化の日', month: 11, on: 3 },
  { name: '勤労感謝の日', month: 11, on: 23 },
  { name: '天皇誕生日', month: 12, on: 23, until: 2018 },
];

// 天皇の即位の日及び即位礼正殿の儀の行われる日を休日とする法律 (平成30年法律99号); 令和三年東京オリンピック競技大会等特別措置法.
const ONCE: Readonly<Record<string, string>> = {
  '2019-05-01': '天皇の即位の日',
  '2019-10-22': '即位礼正殿の儀の行われる日',
  '2020-07-23': '海の日',
  '2020-07-24': 'スポーツの日',
  '2020-08-10': '山の日',
  '2021-07-22': '海の日',
  '2021-07-23': 'スポーツの日',
  '2021-08-08': '山の日',
};

const dateOf = (year: number, month: number, day: number): LocalDate =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as LocalDate;

/** 0 is Sunday. */
export const dayOfWeek = (date: LocalDate): number => new Date(`${date}T00:00:00Z`).getUTCDay();

function nthMonday(year: number, month: number, nth: number): number {
  const first = dayOfWeek(dateOf(year, month, 1));
  return 1 + ((8 - first) % 7) + 7 * (nth - 1);
}

/**
 * The day of an equinox between 1980 and 2099 by the usual formula of the almanac. The law's day is announced in the
 * 官報 of February of the year before; until then it is what the almanac expects.
 */
function equinox(year: number, base: number): number {
  return Math.floor(base + 0.242194 * (year - 1980) - Math.floor((year - 1980) / 4));
}

/** Article 2: the days themselves. */
function namedDays(year: number): Map<LocalDate, string> {
  const days = new Map<LocalDate, string>();
  for (const { name, month, on, from = 0, until = 9999, notIn = [] } of RULES) {
    if (year < from || year > until || notIn.includes(year)) continue;
    days.set(dateOf(year, month, typeof on === 'number' ? on : nthMonday(year, month, on.monday)), name);
  }
  days.set(dateOf(year, 3, equinox(year, 20.8431)), '春分の日');
  days.set(dateOf(year, 9, equinox(year, 23.2488)), '秋分の日');
  for (const [date, name] of Object.entries(ONCE)) if (date.startsWith(`${year}-`)) days.set(date as LocalDate, name);
  return days;
}

/** Article 3: 振替休日 (2), and a day between two of them (3). */
function holidaysOf(year: number): ReadonlyMap<LocalDate, string> {
  const named = namedDays(year);
  const all = new Map(named);
  for (const date of named.keys()) {
    if (dayOfWeek(date) === 0) {
      let next = addDays(date, 1);
      while (named.has(next)) next = addDays(next, 1);
      all.set(next, '振替休日');
    }
    const between = addDays(date, 1);
    if (!named.has(between) && named.has(addDays(date, 2)) && !all.has(between)) all.set(between, '国民の休日');
  }
  return all;
}

const YEARS = new Map<number, ReadonlyMap<LocalDate, string>>();

/** The fiscal years of which every holiday is known. */
export const YEARS_WITH_HOLIDAYS = { first: 2007, last: 2098 } as const;

/** The name of the national holiday, or null. Exact for 2007 to 2099. */
export function holidayName(date: LocalDate): string | null {
  const year = Number(date.slice(0, 4));
  const known = YEARS.get(year) ?? holidaysOf(year);
  YEARS.set(year, known);
  return known.get(date) ?? null;
}
