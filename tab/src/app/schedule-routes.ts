import { parseLocalDate, YEARS_WITH_HOLIDAYS } from '@kaigi/core/shared';

/** 週の予定: whose, which days, and how many of them. */
export interface WeekRouteWish {
  /** `null`: my own section; `all`: the whole city hall. */
  readonly unit: string | null;
  /** `null`: the days we are in. */
  readonly from: string | null;
  readonly days: 5 | 7 | 1;
  /** Those in the units below it too. */
  readonly below: boolean;
  /** Instead of a unit. */
  readonly people: readonly string[];
}

export type WeekRoute = { readonly page: 'schedules'; readonly part: 'week' } & WeekRouteWish;

/** 年次行事 of a section (`null`: my own) in a fiscal year (`null`: this one). */
export interface YearlyRoute {
  readonly page: 'schedules';
  readonly part: 'yearly';
  readonly unit: string | null;
  readonly year: number | null;
}

export type ScheduleRoute =
  | WeekRoute
  | YearlyRoute
  | { readonly page: 'schedules'; readonly part: 'slots' }
  /** 決裁・説明枠; `null`: my own. */
  | { readonly page: 'schedules'; readonly part: 'windows'; readonly staffId: string | null }
  /** 日程調整, 書面会議: `null`: all of them; `new`: a new one. */
  | { readonly page: 'schedules'; readonly part: 'polls'; readonly id: string | null }
  | { readonly page: 'schedules'; readonly part: 'written'; readonly id: string | null }
  /** 会議室と受付の表示の管理 */
  | { readonly page: 'schedules'; readonly part: 'settings' }
  /** 会議室 on a day; `null`: today. */
  | { readonly page: 'schedules'; readonly part: 'rooms'; readonly day: string | null }
  /** 自分の予約: those to come, or those that are over. */
  | { readonly page: 'schedules'; readonly part: 'bookings'; readonly past: boolean }
  | { readonly page: 'schedules'; readonly part: 'booking'; readonly bookingId: string }
  | PaperRoute;

/** 資料 of a booking: an edition (`null`: the newest) beside an earlier one (`null`: the one before). */
export interface PaperRoute {
  readonly page: 'schedules';
  readonly part: 'paper';
  readonly bookingId: string;
  readonly paperId: string;
  readonly edition: number | null;
  readonly against: number | null;
}

const ID = /^[0-9a-f-]{36}$/i;
/** In place of an id. */
export const NEW = 'new';
const MOST_PEOPLE = 200;
const LENGTHS: Readonly<Record<string, WeekRouteWish['days']>> = { '1': 1, '5': 5, '7': 7 };

/** `#/schedules?unit=…&from=2026-11-23&days=7&below=no&people=…,…` */
export function scheduleRoute([part, ...more]: readonly string[], query: URLSearchParams): ScheduleRoute | null {
  const [id = null, ...rest] = more;
  if ((part === 'polls' || part === 'written') && rest.length === 0 && (id === null || id === NEW || ID.test(id)))
    return { page: 'schedules', part, id };
  if (part === 'bookings' && id !== null && ID.test(id) && rest.length === 0)
    return { page: 'schedules', part: 'booking', bookingId: id };
  if (part === 'bookings' && id !== null) return paperRoute([id, ...rest], query);
  if (part === 'windows' && rest.length === 0 && (id === null || ID.test(id)))
    return { page: 'schedules', part, staffId: id };
  if (more.length > 0) return null;
  if (part === 'slots' || part === 'settings') return { page: 'schedules', part };
  if (part === 'bookings') return { page: 'schedules', part, past: query.get('when') === 'past' };
  if (part === 'rooms') return { page: 'schedules', part, day: parseLocalDate(query.get('day') ?? '') };
  if (part === 'yearly') return yearlyRoute(query);
  return part === '' ? weekRoute(query) : null;
}

const EDITION = /^[1-9]\d{0,3}$/;

function paperRoute(
  [bookingId = '', papers, paperId = '', ...rest]: readonly string[],
  query: URLSearchParams,
): PaperRoute | null {
  if (papers !== 'papers' || rest.length > 0 || !ID.test(bookingId) || !ID.test(paperId)) return null;
  const edition = (name: string) => (EDITION.test(query.get(name) ?? '') ? Number(query.get(name)) : null);
  return {
    ...{ page: 'schedules', part: 'paper', bookingId, paperId },
    ...{ edition: edition('edition'), against: edition('against') },
  };
}

function paperHash({ bookingId, paperId, edition, against }: PaperRoute): string {
  const said = Object.entries({ edition, against }).flatMap(([name, value]) =>
    value === null ? [] : `${name}=${value}`,
  );
  const path = `#/schedules/bookings/${bookingId}/papers/${paperId}`;
  return said.length === 0 ? path : `${path}?${said.join('&')}`;
}

const isListed = (year: number): boolean => year >= YEARS_WITH_HOLIDAYS.first && year <= YEARS_WITH_HOLIDAYS.last;

function yearlyRoute(query: URLSearchParams): YearlyRoute {
  const [unit, year] = [query.get('unit') ?? '', query.get('year') ?? ''];
  return {
    ...{ page: 'schedules', part: 'yearly', unit: ID.test(unit) ? unit : null },
    year: /^\d{4}$/.test(year) && isListed(Number(year)) ? Number(year) : null,
  };
}

function weekRoute(query: URLSearchParams): WeekRoute {
  const [unit, from] = [query.get('unit') ?? '', query.get('from') ?? ''];
  const people = (query.get('people') ?? '').split(',').filter((id) => ID.test(id));
  return {
    ...{ page: 'schedules', part: 'week' },
    unit: unit === 'all' || ID.test(unit) ? unit : null,
    from: parseLocalDate(from),
    days: LENGTHS[query.get('days') ?? ''] ?? 5,
    below: query.get('below') !== 'no',
    people: [...new Set(people)].slice(0, MOST_PEOPLE),
  };
}

export function scheduleHash(route: ScheduleRoute): string {
  if (route.part === 'week') return weekHash(route);
  if (route.part === 'yearly') return yearlyHash(route);
  if (route.part === 'paper') return paperHash(route);
  if (route.part === 'slots' || route.part === 'settings') return `#/schedules/${route.part}`;
  if (route.part === 'windows')
    return route.staffId === null ? '#/schedules/windows' : `#/schedules/windows/${route.staffId}`;
  if (route.part === 'bookings') return route.past ? '#/schedules/bookings?when=past' : '#/schedules/bookings';
  if (route.part === 'booking') return `#/schedules/bookings/${route.bookingId}`;
  if (route.part === 'polls' || route.part === 'written')
    return route.id === null ? `#/schedules/${route.part}` : `#/schedules/${route.part}/${route.id}`;
  return route.day === null ? '#/schedules/rooms' : `#/schedules/rooms?day=${route.day}`;
}

function yearlyHash({ unit, year }: YearlyRoute): string {
  const said = { ...(unit === null ? {} : { unit }), ...(year === null ? {} : { year: String(year) }) };
  const query = new URLSearchParams(said).toString();
  return query === '' ? '#/schedules/yearly' : `#/schedules/yearly?${query}`;
}

function weekHash({ unit, from, days, below, people }: WeekRoute): string {
  const said: Record<string, string> = {
    ...(unit === null ? {} : { unit }),
    ...(from === null ? {} : { from }),
    ...(days === 5 ? {} : { days: String(days) }),
    ...(below ? {} : { below: 'no' }),
    ...(people.length === 0 ? {} : { people: people.join() }),
  };
  // A comma needs no escape, and the address stays one that can be read.
  const query = new URLSearchParams(said).toString().replaceAll('%2C', ',');
  return query === '' ? '#/schedules' : `#/schedules?${query}`;
}

/** My own section, these days. */
export const MY_WEEK: WeekRoute = {
  ...{ page: 'schedules', part: 'week', unit: null, from: null, days: 5, below: true, people: [] },
};
