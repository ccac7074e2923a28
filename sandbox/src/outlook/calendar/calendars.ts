import { randomUUID } from 'node:crypto';
import type { CalendarEvent, CalendarOwner, Instance } from './event.ts';
import { instancesOf, type Span } from './expand.ts';

/** What stands in calendars before anybody writes into them; made when somebody looks. */
export interface Furnishing {
  /** Single events of these weeks and all series, of those that may touch the span. */
  events(owner: CalendarOwner, span: Span): CalendarEvent[];
  find(owner: CalendarOwner, uid: string): CalendarEvent | null;
}

export interface EventChange {
  readonly owner: CalendarOwner;
  readonly type: 'created' | 'updated' | 'deleted';
  /** As it is now; a deleted one as it was. */
  readonly event: CalendarEvent;
  /** Where only one day of a series changed. */
  readonly day: string | null;
}

interface LogEntry {
  readonly sequence: number;
  readonly uid: string;
  readonly before: CalendarEvent | null;
}

interface Book {
  readonly furnished: boolean;
  /** Grows when earlier tokens can no longer be told what changed. */
  readonly age: number;
  readonly kept: ReadonlyMap<string, CalendarEvent | null>;
  readonly log: readonly LogEntry[];
  readonly sequence: number;
}

/** Where a reader of one calendar stands. */
export interface Mark {
  readonly age: string;
  readonly sequence: number;
}

const KEPT_NEWS = 2_000;

/** Everybody's calendar, in memory: only what somebody changed is kept, and forgotten with the process. */
export class Calendars {
  readonly #furnishing: Furnishing;
  readonly #books = new Map<string, Book>();
  #run = randomUUID();
  readonly #listeners: ((change: EventChange) => void)[] = [];
  #age = 0;

  constructor(furnishing: Furnishing) {
    this.#furnishing = furnishing;
  }

  onChange(listener: (change: EventChange) => void): void {
    this.#listeners.push(listener);
  }

  /** Events and series that may touch the span. */
  events(owner: CalendarOwner, span: Span): CalendarEvent[] {
    const { furnished, kept } = this.#book(owner);
    const given = furnished ? this.#furnishing.events(owner, span).filter(({ uid }) => !kept.has(uid)) : [];
    return [...given, ...[...kept.values()].filter((event) => event !== null)];
  }

  /** What takes place within the span, in order. */
  instances(owner: CalendarOwner, span: Span): Instance[] {
    return this.events(owner, span)
      .flatMap((event) => instancesOf(event, span))
      .sort((left, right) => left.start - right.start || left.end - right.end || (left.uid < right.uid ? -1 : 1));
  }

  find(owner: CalendarOwner, uid: string): CalendarEvent | null {
    const { furnished, kept } = this.#book(owner);
    const own = kept.get(uid);
    if (own !== undefined) return own;
    return furnished ? this.#furnishing.find(owner, uid) : null;
  }

  byTransaction(owner: CalendarOwner, transactionId: string): CalendarEvent | null {
    const { kept } = this.#book(owner);
    return [...kept.values()].find((event) => event?.transactionId === transactionId) ?? null;
  }

  /** Writes an event into a calendar, and tells whoever listens. */
  put(owner: CalendarOwner, event: CalendarEvent, day: string | null = null): void {
    const before = this.find(owner, event.uid);
    this.#write(owner, event.uid, { before, after: event });
    this.#tell({ owner, event, day, type: before === null ? 'created' : 'updated' });
  }

  remove(owner: CalendarOwner, uid: string): void {
    const before = this.find(owner, uid);
    if (before === null) return;
    this.#write(owner, uid, { before, after: null });
    this.#tell({ owner, event: before, day: null, type: 'deleted' });
  }

  /** Nothing but these from now on; whoever follows the calendar has to begin again. */
  replace(owner: CalendarOwner, events: readonly CalendarEvent[]): void {
    const kept = new Map(events.map((event) => [event.uid, event]));
    this.#swap(owner, { furnished: false, kept });
    for (const event of events) this.#tell({ owner, event, day: null, type: 'created' });
  }

  /** Back to what it was at the start. */
  reset(owner: CalendarOwner): void {
    if (this.#books.has(owner.id)) this.#swap(owner, { furnished: true, kept: new Map() });
  }

  /** Marks given so far are worth nothing any more: those of one calendar, or all. */
  forgetMarks(owner: CalendarOwner | null): void {
    if (owner === null) this.#run = randomUUID();
    else this.#books.set(owner.id, { ...this.#book(owner), age: this.#newAge(), log: [] });
  }

  mark(owner: CalendarOwner): Mark {
    const { age, sequence } = this.#book(owner);
    return { age: `${this.#run}:${age}`, sequence };
  }

  /** What changed since, each as it was before; null: that cannot be told any more. */
  changedSince(owner: CalendarOwner, { age, sequence }: Mark): ReadonlyMap<string, CalendarEvent | null> | null {
    const book = this.#book(owner);
    const oldest = book.log[0]?.sequence ?? book.sequence + 1;
    if (age !== `${this.#run}:${book.age}` || oldest > sequence + 1) return null;
    const found = new Map<string, CalendarEvent | null>();
    for (const entry of book.log)
      if (entry.sequence > sequence && !found.has(entry.uid)) found.set(entry.uid, entry.before);
    return found;
  }

  #book({ id }: CalendarOwner): Book {
    const untouched = { furnished: true, age: 0, kept: new Map(), log: [], sequence: 0 };
    return this.#books.get(id) ?? untouched;
  }

  #swap(owner: CalendarOwner, content: Pick<Book, 'furnished' | 'kept'>): void {
    const before = [...this.#book(owner).kept.values()].filter((event) => event !== null);
    this.#books.set(owner.id, { ...content, age: this.#newAge(), log: [], sequence: 0 });
    for (const event of before) this.#tell({ owner, event, day: null, type: 'deleted' });
  }

  #newAge(): number {
    this.#age += 1;
    return this.#age;
  }

  #write(
    owner: CalendarOwner,
    uid: string,
    { before, after }: { before: CalendarEvent | null; after: CalendarEvent | null },
  ): void {
    const book = this.#book(owner);
    const kept = new Map(book.kept).set(uid, after);
    const sequence = book.sequence + 1;
    const log = [...book.log, { sequence, uid, before }].slice(-KEPT_NEWS);
    this.#books.set(owner.id, { ...book, kept, log, sequence });
  }

  #tell(change: EventChange): void {
    for (const listener of this.#listeners) listener(change);
  }
}
