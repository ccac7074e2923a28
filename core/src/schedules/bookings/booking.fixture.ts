import { randomUUID } from 'node:crypto';
import type { Caller } from '../../shared/index.ts';
import { importPosts, MINATO, POSTS, type TestCity, testCity } from '../../testing/test-city.ts';
import { Outlook } from '../calendar/outlook.fixture.ts';
import type { BookedEvent, BookingChange, BookingWish, Calendars, EventAnswer, RemoteRoom } from '../calendar/port.ts';
import { RoomSchema, type RoomView } from '../rooms/contract.ts';
import { BookingSchema, type BookingView } from './contract.ts';

/** A clock time of Tuesday 2026-12-01 in Japan. */
export const at = (clock: string, day = '2026-12-01') => new Date(`${day}T${clock}:00+09:00`);
export const iso = (clock: string, day?: string) => at(clock, day).toISOString();

// 総務課長 administers the system; the second of 総務課 works in 浜支所, 25 minutes off by the pack of みなと市.
const LINES = [
  ...POSTS.filter((line) => !line.startsWith('somu')),
  'somu,総務課,SECTION,,somu-kacho,課長,SECTION_HEAD,1,general-affairs-head,0,ADMIN,2026-04-01,',
  'hama-shisho,浜支所,BRANCH,,hama-shuji,主事,STAFF,0,other-section,0,,2026-04-01,',
];
export const ADMIN = 'general-affairs-head';

export async function bookingCity(now: () => Date): Promise<TestCity> {
  const city = await testCity({ clock: { now } });
  await importPosts(city.suite, MINATO, LINES);
  return city;
}

interface Call {
  readonly as?: string;
  readonly id?: string;
  readonly query?: object;
  readonly body?: object;
  readonly key?: string;
  readonly more?: Partial<Caller>;
}

/** A route as the HTTP edge calls it. */
export function calling(city: TestCity) {
  return async (
    what: string,
    { as = 'drafter', id, query = {}, body = {}, key, more }: Call = {},
  ): Promise<unknown> => {
    const route = city.suite.routes.find(({ method, path }) => `${method} ${path}` === what);
    if (!route) throw new Error(`no such route ${what}`);
    const input = { params: { id }, query: route.query?.parse(query), body: route.body?.parse(body), file: null };
    const answer = await route.handle(city.as(as, { idempotencyKey: key ?? null, ...more }), input);
    return route.answer === 'download' ? answer : route.answer.parse(answer);
  };
}
export type CallRoute = ReturnType<typeof calling>;

export async function addRoom(call: CallRoute, name: string, more: object = {}): Promise<RoomView> {
  return RoomSchema.parse(await call('POST /schedules/rooms', { as: ADMIN, body: { name, ...more } }));
}

export async function book(call: CallRoute, body: object, more: Call = {}): Promise<BookingView> {
  const said = { subject: '打合せ', from: iso('10:00'), to: iso('11:00'), ...body };
  return BookingSchema.parse(await call('POST /schedules/bookings', { body: said, ...more }));
}

export interface MadeEvent {
  wish: BookingWish;
  readonly eventKey: string;
  cancelled: boolean;
}

/** Outlook as far as bookings are concerned: one event for one id, however often it is asked for. */
export class OutlookOfBookings {
  readonly events = new Map<string, MadeEvent>();
  readonly asked: string[] = [];
  rooms: readonly RemoteRoom[] = [];
  declined = new Set<string>();
  /** Called after Outlook did what was asked and before we hear of it. */
  afterwards: (call: string) => void = () => undefined;
  refused = false;
  readonly #calendars = new Outlook();

  openMailbox(...addresses: readonly string[]): void {
    this.#calendars.open(...addresses);
  }

  putEvent(address: string, from: Date, to: Date, status: 'BUSY' | 'TENTATIVE' = 'BUSY'): void {
    this.#calendars.put(address, { from, to, status });
  }

  /** Its organizer moved or renamed it in Outlook, or called it off (null); the news that Outlook then sends. */
  changedThere(bookingId: string, change: Pick<BookingChange, 'from' | 'to' | 'subject'> | null) {
    const made = this.events.get(bookingId);
    if (!made) throw new Error('no such event');
    const { organizer } = made.wish;
    if (change === null) {
      made.cancelled = true;
      this.#calendars.remove(organizer, made.eventKey);
    } else {
      made.wish = { ...made.wish, ...change };
      const { from, to, subject } = made.wish;
      this.#calendars.put(organizer, { key: made.eventKey, from, to, subject });
    }
    const news = this.#calendars.news(organizer);
    return news ? [news] : [];
  }

  #answer<T>(call: string, work: () => T) {
    this.asked.push(call);
    if (this.refused) return { kind: 'REFUSED' as const, code: 'schedules.graph_not_permitted' as const };
    const value = work();
    this.afterwards(call);
    return { kind: 'OK' as const, value };
  }

  #named({ eventKey }: BookedEvent): MadeEvent {
    const found = [...this.events.values()].find((event) => event.eventKey === eventKey);
    if (!found) throw new Error('no such event');
    return found;
  }

  port(): Calendars {
    return {
      ...this.#calendars.port(),
      book: async (_, wish) =>
        this.#answer('book', () => {
          const event = this.events.get(wish.bookingId) ?? { wish, eventKey: randomUUID(), cancelled: false };
          this.events.set(wish.bookingId, event);
          return { eventKey: event.eventKey, joinUrl: wish.online ? 'https://teams.example/join' : null };
        }),
      change: async (_, event, change: BookingChange) =>
        this.#answer('change', () => {
          const made = this.#named(event);
          made.wish = { ...made.wish, ...change };
          return null;
        }),
      cancel: async (_, event) =>
        this.#answer('cancel', () => {
          this.#named(event).cancelled = true;
          return null;
        }),
      answers: async (_, event) =>
        this.#answer('answers', () => {
          const rooms = this.#named(event).wish.rooms.map(({ mailbox }) => mailbox);
          const said = (mailbox: string): EventAnswer => (this.declined.has(mailbox) ? 'DECLINED' : 'ACCEPTED');
          return new Map(rooms.map((mailbox) => [mailbox, said(mailbox)]));
        }),
      look: async (_, event) => {
        const { wish, cancelled } = this.#named(event);
        const { from, to, subject, online, visibility } = wish;
        const entry = { from, to, subject, online, visibility, status: 'BUSY' as const, place: null, allDay: false };
        return {
          kind: 'OK' as const,
          value: cancelled ? null : { ...entry, key: event.eventKey, seriesKey: null, categories: [] },
        };
      },
      rooms: async () => this.#answer('rooms', () => this.rooms),
    };
  }
}

export const remoteRoom = (mailbox: string, more: Partial<RemoteRoom> = {}): RemoteRoom => ({
  ...{ mailbox, name: mailbox, building: null, floor: null, capacity: 10, equipment: [], lists: [] },
  ...more,
});
