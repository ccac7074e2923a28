import { randomUUID } from 'node:crypto';
import { MINATO } from '../../testing/test-city.ts';
import type { CalendarNotice } from './notices.ts';
import type { CalendarAnswer, Calendars, Changes, ChangesAsked, Glance, RemoteEntry, Window } from './port.ts';

interface Line {
  readonly address: string;
  readonly key: string;
  readonly entry: RemoteEntry | null;
}

interface Subscription {
  readonly id: string;
  readonly address: string;
  readonly secret: string;
  until: Date;
}

type Refusal = Exclude<CalendarAnswer<never>, { kind: 'OK' }>;

const GONE: Refusal = { kind: 'REFUSED', code: 'schedules.graph_gone' };
const USUAL: Omit<RemoteEntry, 'key' | 'from' | 'to'> = {
  ...{ seriesKey: null, status: 'BUSY', allDay: false, subject: '打合せ', place: null },
  ...{ visibility: 'SECTION', online: false, categories: [] },
};
const WEEK_MS = 7 * 86_400_000;

const ok = <T>(value: T): CalendarAnswer<T> => ({ kind: 'OK', value });
const touches = (entry: RemoteEntry, { from, to }: Window): boolean => entry.from < to && entry.to > from;

/** Stands for Microsoft 365 in tests of the core: calendars with events, what changed since, and who is told. */
export class Outlook {
  /** What was asked for, by name, oldest first. */
  readonly calls: string[] = [];
  /** What is answered instead; undefined: the answer. */
  refuse: (call: string, address: string) => Refusal | undefined = () => undefined;
  readonly #log: Line[] = [];
  readonly #mailboxes = new Set<string>();
  readonly #subscriptions = new Map<string, Subscription>();
  #generation = 1;

  /** From then on there are such mailboxes. */
  open(...addresses: readonly string[]): this {
    for (const address of addresses) this.#mailboxes.add(address);
    return this;
  }

  put(address: string, entry: Partial<RemoteEntry> & Pick<RemoteEntry, 'from' | 'to'>): string {
    const key = entry.key ?? randomUUID();
    this.#log.push({ address, key, entry: { ...USUAL, ...entry, key } });
    return key;
  }

  remove(address: string, key: string): void {
    this.#log.push({ address, key, entry: null });
  }

  /** The news that Microsoft would send now of this mailbox; null where nobody asked for it. */
  news(address: string, kind: CalendarNotice['kind'] = 'CHANGED'): CalendarNotice | null {
    const one = [...this.#subscriptions.values()].findLast((some) => some.address === address);
    return one ? { municipalityId: MINATO, subscriptionId: one.id, secret: one.secret, kind } : null;
  }

  /** The ids of those that tell of this mailbox. */
  subscribed(address: string): string[] {
    return [...this.#subscriptions.values()].filter((one) => one.address === address).map(({ id }) => id);
  }

  /** Every token given so far is worth nothing. */
  forgetTokens(): void {
    this.#generation += 1;
  }

  /** Every subscription is gone, or those of one mailbox, and nobody is told. */
  forgetSubscriptions(address: string | null = null): void {
    for (const one of [...this.#subscriptions.values()])
      if (address === null || one.address === address) this.#subscriptions.delete(one.id);
  }

  async #asked<T>(call: string, address: string, answer: () => CalendarAnswer<T>): Promise<CalendarAnswer<T>> {
    this.calls.push(call);
    const refusal = this.refuse(call, address);
    if (refusal) return refusal;
    return address !== '' && !this.#mailboxes.has(address) ? GONE : answer();
  }

  #of<T>(call: string, id: string, answer: (one: Subscription) => T): Promise<CalendarAnswer<T>> {
    const one = this.#subscriptions.get(id);
    return this.#asked<T>(call, '', () => (one ? ok(answer(one)) : GONE));
  }

  #glance(address: string, window: Window): Glance {
    if (!this.#mailboxes.has(address)) return { kind: 'PROBLEM', problem: 'NO_MAILBOX' };
    if (this.refuse('glance-one', address)) return { kind: 'PROBLEM', problem: 'UNREACHABLE' };
    const lines = this.#log.filter((line) => line.address === address);
    const present = [...new Map(lines.map(({ key, entry }) => [key, entry])).values()];
    const entries = present.flatMap((entry) => (entry && touches(entry, window) ? [{ ...entry, key: null }] : []));
    return { kind: 'OK', entries };
  }

  #changes(address: string, { token, ...window }: ChangesAsked): Changes | { readonly kind: 'RESYNC' } {
    const [generation, since = '0'] = (token ?? `${this.#generation}:0`).split(':');
    if (Number(generation) !== this.#generation) return { kind: 'RESYNC' };
    const lines = this.#log.slice(Number(since)).filter((line) => line.address === address);
    const last = [...new Map(lines.map(({ key, entry }) => [key, entry]))];
    const inside = last.flatMap(([, entry]) => (entry && touches(entry, window) ? [entry] : []));
    const removed = last.flatMap(([key, entry]) => (entry && touches(entry, window) ? [] : [key]));
    const next = `${this.#generation}:${this.#log.length}`;
    return { kind: 'CHANGES', entries: inside, removed, renewed: [], whole: token === null, token: next };
  }

  #subscribe(address: string, secret: string, until: Date) {
    const id = randomUUID();
    this.#subscriptions.set(id, { id, address, secret, until });
    return { subscriptionId: id, expiresAt: until };
  }

  #booking(): Pick<Calendars, 'book' | 'change' | 'answers' | 'look' | 'cancel' | 'presences' | 'rooms'> {
    return {
      book: () => this.#asked('book', '', () => ok({ eventKey: randomUUID(), joinUrl: null })),
      change: () => this.#asked('change', '', () => ok(null)),
      answers: () => this.#asked('answers', '', () => ok(new Map())),
      look: () => this.#asked('look', '', () => ok(null)),
      cancel: () => this.#asked('cancel', '', () => ok(null)),
      presences: () => this.#asked('presences', '', () => ok([])),
      rooms: () => this.#asked('rooms', '', () => ok([])),
    };
  }

  port(): Calendars {
    return {
      ...this.#booking(),
      ...{
        municipalityIds: [MINATO],
        newsAddress: 'https://kaigi.example/api/graph/notifications',
        longestMs: WEEK_MS,
      },
      glance: (_, { mailboxes, ...window }) =>
        this.#asked('glance', '', () =>
          ok(new Map(mailboxes.map((address) => [address, this.#glance(address, window)]))),
        ),
      changes: (_, mailbox, asked) => this.#asked('changes', mailbox, () => ok(this.#changes(mailbox, asked))),
      subscribe: (_, { mailbox, secret, until }) =>
        this.#asked('subscribe', mailbox, () => ok(this.#subscribe(mailbox, secret, until))),
      prolong: (_, id, until) =>
        this.#of('prolong', id, (one) => {
          one.until = until;
          return { subscriptionId: id, expiresAt: until };
        }),
      subscriptions: () =>
        this.#asked('subscriptions', '', () =>
          ok([...this.#subscriptions.values()].map(({ id, until }) => ({ subscriptionId: id, expiresAt: until }))),
        ),
      unsubscribe: (_, id) =>
        this.#of('unsubscribe', id, () => {
          this.#subscriptions.delete(id);
          return null;
        }),
    };
  }
}
