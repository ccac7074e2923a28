import type { Cities } from '../city/cities.ts';
import type { Person } from '../city/city.ts';

export type BusyStatus = 'free' | 'tentative' | 'busy' | 'oof' | 'workingElsewhere';

/** One entry of a calendar. */
export interface Entry {
  readonly start: Date;
  readonly end: Date;
  readonly status: BusyStatus;
  readonly subject: string;
}

export interface AutomaticReplies {
  readonly status: 'disabled' | 'alwaysEnabled' | 'scheduled';
  readonly start: Date;
  readonly end: Date;
  readonly internal: string;
  readonly external: string;
  readonly audience: 'none' | 'contactsOnly' | 'all';
}

export interface Mailbox {
  readonly replies: AutomaticReplies;
  readonly entries: readonly Entry[];
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const JST_MS = 9 * HOUR_MS;

/** Monday 0:00 in Japan of the week of this instant. */
function mondayOf(now: Date): number {
  const day = Math.floor((now.getTime() + JST_MS) / DAY_MS);
  // Day 0 was a Thursday.
  const monday = day - ((day + 3) % 7);
  return monday * DAY_MS - JST_MS;
}

/** Every working day of the week, 8:30 to 17:15. */
const officeHours = (monday: number, status: BusyStatus, subject: string): Entry[] =>
  [0, 1, 2, 3, 4].map((day) => {
    const start = monday + day * DAY_MS;
    return { start: new Date(start + 8.5 * HOUR_MS), end: new Date(start + 17.25 * HOUR_MS), status, subject };
  });

const NO_REPLIES = { status: 'disabled', internal: '', external: '', audience: 'none' } as const;

/** What the fixed people have in their mailboxes; it moves with the week, so that somebody is always away. */
const FURNISHED: Readonly<Record<string, (monday: number) => Mailbox>> = {
  // Away the whole week, by automatic reply and by calendar.
  'security-officer@minato.example': (monday) => {
    const [start, end] = [new Date(monday), new Date(monday + 7 * DAY_MS)];
    const text = '<html><body>今週は研修のため不在です。</body></html>';
    return {
      replies: { status: 'scheduled', start, end, internal: text, external: text, audience: 'all' },
      entries: [{ start, end, status: 'oof', subject: '情報セキュリティ研修' }],
    };
  },
  // At work, but at home: that is no absence.
  'branch-head@minato.example': (monday) => ({
    replies: { ...NO_REPLIES, start: new Date(monday), end: new Date(monday + DAY_MS) },
    entries: officeHours(monday, 'workingElsewhere', '在宅勤務'),
  }),
};

/** Everybody's mailbox, in memory: what a test or a trainee changes is forgotten with the process. */
export class Mailboxes {
  readonly #changed = new Map<string, Partial<Mailbox>>();
  readonly #cities: Cities;
  readonly #now: () => number;

  constructor(cities: Cities, now: () => number) {
    this.#cities = cities;
    this.#now = now;
  }

  now(): Date {
    return new Date(this.#now());
  }

  of(person: Person): Mailbox {
    const monday = mondayOf(this.now());
    const empty = { ...NO_REPLIES, start: new Date(monday), end: new Date(monday + DAY_MS) };
    const furnished = FURNISHED[person.signInName]?.(monday) ?? { replies: empty, entries: [] };
    return { ...furnished, ...this.#changed.get(person.id) };
  }

  /** By any address that the person has; null for a stranger and for people of another municipality. */
  find(tenantId: string, address: string): Person | null {
    return this.#cities.inTenant(tenantId, address);
  }

  change(person: Person, change: Partial<Mailbox>): void {
    this.#changed.set(person.id, { ...this.#changed.get(person.id), ...change });
  }

  /** Back to what it was at the start. */
  reset(person: Person): void {
    this.#changed.delete(person.id);
  }
}

/** Whether Outlook and Teams show the person as away now. */
export function isAway({ replies, entries }: Mailbox, at: Date): boolean {
  const replying =
    replies.status === 'alwaysEnabled' || (replies.status === 'scheduled' && replies.start <= at && at < replies.end);
  return replying || entries.some(({ status, start, end }) => status === 'oof' && start <= at && at < end);
}
