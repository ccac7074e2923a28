import type { Slot } from './slot.ts';
import { type Attendee, MINUTE_MS, type SlotWish, type Stretch, type Taken, type Venue } from './wanted.ts';

/** 8:30 to 17:15 with the hour from noon, in minutes of a Japanese day. */
export const DUTY = { from: 510, to: 1035, lunch: { from: 720, to: 780 } };
const DAY_MINUTES = 1440;

/** Tuesday 2026-12-01 00:00 in Japan. */
export const MIDNIGHT = Date.parse('2026-12-01T00:00:00+09:00');
/** The minute of the first day, counted on through the days after. */
export const at = (minute: number): number => MIDNIGHT + minute * MINUTE_MS;
export const clockOf = (time: number): string => {
  const minute = (time - MIDNIGHT) / MINUTE_MS;
  const inDay = minute % DAY_MINUTES;
  return `${Math.floor(minute / DAY_MINUTES)}/${Math.floor(inDay / 60)}:${String(inDay % 60).padStart(2, '0')}`;
};

export const span = (from: number, to: number): Stretch => ({ from: at(from), to: at(to) });
export const taken = (from: number, to: number, more: Partial<Taken> = {}): Taken => ({
  ...{ ...span(from, to), as: 'BUSY', office: null, hidden: false },
  ...more,
});

export const workingDays = (days: number): Attendee['days'] =>
  Array.from({ length: days }, (_, day) => {
    const minute = day * DAY_MINUTES;
    const { lunch } = DUTY;
    return {
      ...span(minute + DUTY.from, minute + DUTY.to),
      breaks: [span(minute + lunch.from, minute + lunch.to)],
    };
  });

export const person = (staffId: string, more: Partial<Attendee> = {}): Attendee => ({
  ...{ staffId, required: true, essential: false, office: 'HQ', days: workingDays(2), taken: [] },
  ...more,
});

export const room = (roomId: string, more: Partial<Venue> = {}): Venue => ({
  ...{ roomId, office: 'HQ', taken: [] },
  ...more,
});

/** 本庁, a branch 25 minutes off and one 40 minutes off; an hour between the two. */
const WAYS: Readonly<Record<string, number>> = { 'HQ HAMA': 25, 'HQ YAMA': 40, 'HAMA YAMA': 60 };
export const travel = (from: string, to: string): number =>
  from === to ? 0 : (WAYS[`${from} ${to}`] ?? WAYS[`${to} ${from}`] ?? 0);

export const wish = (more: Partial<SlotWish> = {}): SlotWish => ({
  ...{ ...span(0, 2 * DAY_MINUTES), minutes: 60, stepMinutes: 30, bufferBefore: 0, bufferAfter: 0 },
  ...{ percent: 100, online: false, attendees: [person('a')], venues: [], travel, most: 50 },
  ...more,
});

// The reference: the same promises kept minute by minute, without any of the ways to be fast.
const minutesOf = ({ from, to }: Stretch): number[] =>
  Array.from({ length: Math.max(0, (to - from) / MINUTE_MS) }, (_, minute) => from + minute * MINUTE_MS);
const within = (time: number, { from, to }: Stretch): boolean => from <= time && time < to;
const touch = (one: Stretch, other: Stretch): boolean => minutesOf(one).some((minute) => within(minute, other));
const wider = ({ from, to }: Stretch, before: number, after: number): Stretch => ({
  from: from - before * MINUTE_MS,
  to: to + after * MINUTE_MS,
});

/** What somebody is worth to a meeting in an office (null: online) in halves, or null where they cannot come. */
function worth(
  some: Attendee,
  of: SlotWish,
  { slot, office }: { slot: Stretch; office: string | null },
): number | null {
  const way = (from: string) => (office === null ? 0 : of.travel(from, office));
  const own = way(some.office);
  const day = some.days.find((one) => minutesOf(slot).every((minute) => within(minute, one)));
  if (!day || day.breaks.some((pause) => touch(slot, pause))) return null;
  if (!minutesOf(wider(slot, own, own)).every((minute) => within(minute, day))) return null;
  const meets = (one: Taken) => {
    const ms = way(one.office ?? some.office);
    return touch(wider(slot, of.bufferBefore + ms, of.bufferAfter + ms), one);
  };
  if (some.taken.some((one) => one.as === 'BUSY' && meets(one))) return null;
  if (office !== null && some.taken.some((one) => one.as === 'ONLINE_ONLY' && touch(wider(slot, own, own), one)))
    return null;
  return some.taken.some((one) => one.as === 'TENTATIVE' && meets(one)) ? 1 : 2;
}

interface Plain {
  readonly from: number;
  readonly rank: readonly number[];
}

function plainAt(of: SlotWish, from: number): Plain | null {
  const slot = { from, to: from + of.minutes * MINUTE_MS };
  const used: (string | null)[] = [];
  const venues = of.venues.map((list) => {
    const found = list.find(
      ({ roomId, taken: over }) => !used.includes(roomId) && !over.some((one) => touch(slot, one)),
    );
    if (found?.roomId) used.push(found.roomId);
    return found;
  });
  if (venues.includes(undefined)) return null;
  const offices = venues.flatMap((venue) => venue?.office ?? []);
  let [required, optional, online, way] = [0, 0, 0, 0];
  for (const some of of.attendees) {
    const near = offices.toSorted((a, b) => of.travel(some.office, a) - of.travel(some.office, b))[0] ?? null;
    const drives = near !== null && !(of.online && of.travel(some.office, near) > 0);
    const place = drives ? near : of.online ? null : some.office;
    const there = worth(some, of, { slot, office: place }) ?? 0;
    const distant = of.online ? (worth(some, of, { slot, office: null }) ?? 0) : 0;
    if (some.essential && Math.max(there, distant) === 0) return null;
    if (some.required) required += Math.max(there, distant);
    else optional += Math.max(there, distant);
    const away = near !== null && !drives ? Math.max(there, distant) > 0 : distant > there && near !== null;
    if (away) online += 1;
    else if (there > 0 && near !== null) way += 2 * of.travel(some.office, near);
  }
  const needed = of.attendees.filter((some) => some.required).length;
  return required * 100 >= needed * 2 * of.percent ? { from, rank: [-required, -optional, online, way, from] } : null;
}

const compare = (a: Plain, b: Plain): number =>
  a.rank.map((figure, index) => figure - (b.rank[index] ?? 0)).find((difference) => difference !== 0) ?? 0;

/** The times that a search must find, in their order. */
export function plainSearch(of: SlotWish): number[] {
  const all: Plain[] = [];
  for (let from = of.from; from + of.minutes * MINUTE_MS <= of.to; from += MINUTE_MS) {
    if ((from / MINUTE_MS) % of.stepMinutes !== 0) continue;
    const one = plainAt(of, from);
    if (one) all.push(one);
  }
  const length = of.minutes * MINUTE_MS;
  const chosen: number[] = [];
  for (const { from } of all.sort(compare))
    if (chosen.length < of.most && chosen.every((other) => Math.abs(other - from) >= length)) chosen.push(from);
  return chosen;
}

export const starts = (slots: readonly Slot[]): string[] => slots.map(({ from }) => clockOf(from));
