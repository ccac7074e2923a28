import type { Person } from '../city/city.ts';
import type { CalendarEvent } from './calendar/event.ts';
import { DAY_MS, mondayOf } from './week/timetable.ts';

export type BusyStatus = 'free' | 'tentative' | 'busy' | 'oof' | 'workingElsewhere';

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
}

const NO_REPLIES = { status: 'disabled', internal: '', external: '', audience: 'none' } as const;

/** Away the whole week, by automatic reply here and by calendar in `week/apart-week.ts`. */
const AWAY = 'security-officer@minato.example';

function repliesAtFirst({ signInName }: Person, now: Date): AutomaticReplies {
  const monday = mondayOf(now.getTime());
  const [start, end] = [new Date(monday), new Date(monday + 7 * DAY_MS)];
  if (signInName !== AWAY) return { ...NO_REPLIES, start, end };
  const text = '<html><body>今週は研修のため不在です。</body></html>';
  return { status: 'scheduled', start, end, internal: text, external: text, audience: 'all' };
}

/** Everybody's mailbox, in memory: what a test or a trainee changes is forgotten with the process. */
export class Mailboxes {
  readonly #changed = new Map<string, Partial<Mailbox>>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  now(): Date {
    return new Date(this.#now());
  }

  of(person: Person): Mailbox {
    return { replies: repliesAtFirst(person, this.now()), ...this.#changed.get(person.id) };
  }

  change(person: Person, change: Partial<Mailbox>): void {
    this.#changed.set(person.id, { ...this.#changed.get(person.id), ...change });
  }

  /** Back to what it was at the start. */
  reset(id: string): void {
    this.#changed.delete(id);
  }
}

/** Whether Outlook and Teams show the person as away now. */
export function isAway({ replies }: Mailbox, entries: readonly Pick<CalendarEvent, 'showAs'>[], at: Date): boolean {
  const replying =
    replies.status === 'alwaysEnabled' || (replies.status === 'scheduled' && replies.start <= at && at < replies.end);
  return replying || entries.some(({ showAs }) => showAs === 'oof');
}
