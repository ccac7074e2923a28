import type { Cities } from '../../city/cities.ts';
import type { City } from '../../city/city.ts';
import type { Furnishing } from '../calendar/calendars.ts';
import type { CalendarEvent, CalendarOwner } from '../calendar/event.ts';
import type { Span } from '../calendar/expand.ts';
import { occurrenceDays } from '../calendar/recurrence.ts';
import type { Rooms } from '../rooms/rooms.ts';
import { apartWeek } from './apart-week.ts';
import { ownWeek } from './own-week.ts';
import { eventFor, type Planned, whose } from './planned.ts';
import { allSeries, daysInWeek, type Series } from './series.ts';
import { isApart, type Staff, staffOf } from './staff.ts';
import { DAY_MS, dayOf, mondayOf } from './timetable.ts';
import { planWeek, type WeekPlan } from './week-plan.ts';

export interface FurnishedOptions {
  readonly seed: number;
  /** Entries of a person in a week, series included; null: as many as people of that rank have. */
  readonly perWeek: number | null;
  /** The city's clock: who is away a week is so in the week that runs, and in no other. */
  now(): number;
}

interface Town {
  readonly seed: string;
  readonly staff: Staff;
  readonly series: readonly Series[];
  /** By the id of the person or the room. */
  readonly seriesOf: ReadonlyMap<string, readonly Series[]>;
}

const WEEK_MS = 7 * DAY_MS;
const KEPT_WEEKS = 12;

/** Everybody's week, made when somebody looks; of it only the meetings of a few weeks are remembered. */
export class FurnishedWeeks implements Furnishing {
  readonly #cities: Cities;
  readonly #rooms: Rooms;
  readonly #options: FurnishedOptions;
  readonly #towns = new Map<string, Town>();
  readonly #weeks = new Map<string, WeekPlan>();

  constructor(cities: Cities, rooms: Rooms, options: FurnishedOptions) {
    this.#cities = cities;
    this.#rooms = rooms;
    this.#options = options;
  }

  events(owner: CalendarOwner, { from, to }: Span): CalendarEvent[] {
    const found = this.#seriesOf(owner).filter(({ recurrence }) => touches(recurrence, from, to));
    for (let monday = mondayOf(from); monday < to; monday += WEEK_MS) found.push(...this.#week(owner, monday));
    return found.map((planned) => eventFor(planned, owner));
  }

  find(owner: CalendarOwner, uid: string): CalendarEvent | null {
    const monday = Number(/^f:[owx]:(-?\d+):\d+$/.exec(uid)?.[1] ?? Number.NaN);
    const isWeek = Number.isInteger(monday) && mondayOf(monday) === monday;
    const among = uid.startsWith('f:s:') ? this.#seriesOf(owner) : isWeek ? this.#week(owner, monday) : [];
    const planned = among.find((one) => one.uid === uid);
    return planned === undefined ? null : eventFor(planned, owner);
  }

  #seriesOf(owner: CalendarOwner): Planned[] {
    return (this.#town(owner.tenantId)?.seriesOf.get(owner.id) ?? []).map(({ planned }) => planned);
  }

  #week(owner: CalendarOwner, monday: number): Planned[] {
    const town = this.#town(owner.tenantId);
    if (town === null) return [];
    const person = owner.kind === 'person' ? this.#cities.byId(owner.id) : null;
    if (person !== null && isApart(person))
      return apartWeek(owner, { monday, isNow: monday === mondayOf(this.#options.now()) });
    const plan = this.#plan(owner.tenantId, town, monday);
    const shared = plan.byOwner.get(owner.id) ?? [];
    if (person === null) return [...shared];
    const { perWeek } = this.#options;
    const series = town.seriesOf.get(owner.id) ?? [];
    const recurring = series.reduce((sum, one) => sum + daysInWeek(one, monday).length, 0);
    const own = ownWeek({
      ...{ seed: town.seed, monday, owner, taken: plan.taken, isFixed: person.duty !== null },
      rank: town.staff.rankOf.get(person.id) ?? 'STAFF',
      count: perWeek === null ? null : Math.max(0, perWeek - shared.length - recurring),
    });
    return [...shared, ...own];
  }

  #plan(tenantId: string, town: Town, monday: number): WeekPlan {
    const key = `${tenantId}:${monday}`;
    const known = this.#weeks.get(key);
    if (known !== undefined) return known;
    const made = planWeek({ ...town, monday, rooms: this.#rooms.of(tenantId) });
    const [oldest] = this.#weeks.keys();
    if (this.#weeks.size >= KEPT_WEEKS && oldest !== undefined) this.#weeks.delete(oldest);
    this.#weeks.set(key, made);
    return made;
  }

  #town(tenantId: string): Town | null {
    const known = this.#towns.get(tenantId);
    if (known !== undefined) return known;
    const city = this.#cities.city(tenantId);
    if (city === null) return null;
    const made = this.#furnish(city);
    this.#towns.set(tenantId, made);
    return made;
  }

  #furnish(city: City): Town {
    const seed = `${this.#options.seed}:${city.domain}`;
    const staff = staffOf(city);
    const series = allSeries(staff, this.#rooms.of(city.tenantId), seed);
    const seriesOf = new Map<string, Series[]>();
    for (const one of series)
      for (const { id } of whose(one.planned)) seriesOf.set(id, [...(seriesOf.get(id) ?? []), one]);
    return { seed, staff, series, seriesOf };
  }
}

const touches = (recurrence: Planned['recurrence'], from: number, to: number): boolean =>
  recurrence !== undefined && occurrenceDays(recurrence, dayOf(from) - 1, dayOf(to) + 1).length > 0;
