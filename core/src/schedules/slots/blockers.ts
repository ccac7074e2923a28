import type { Slot } from './slot.ts';
import type { Hindrance } from './standing.ts';
import { type Attendee, MINUTE_MS, type SlotWish, type Stretch } from './wanted.ts';

/** Who, or which list of rooms, stands in the way. */
export interface Blocker {
  readonly who: { readonly staffId: string } | { readonly venue: number };
  /** At how many of the times tried. */
  readonly times: number;
  /** At how many of them nothing else does. */
  readonly alone: number;
  /** What is in the way most often; of rooms always BUSY. */
  readonly why: Hindrance;
  /** Where nobody's calendar is the reason: how many minutes they are on duty without a break at most; else null. */
  readonly longest: number | null;
}

interface Count {
  times: number;
  alone: number;
  readonly whys: Map<Hindrance, number>;
}

type Obstacle = { readonly key: string; readonly why: Hindrance };

function obstaclesOf({ attendees }: SlotWish, slot: Slot): Obstacle[] {
  const rooms = slot.venues.flatMap((venue, at) =>
    venue === null ? [{ key: `venue ${at}`, why: 'BUSY' as const }] : [],
  );
  const people = slot.standings.flatMap((standing, at) => {
    const person = attendees[at];
    return standing.kind === 'NO' && person?.required ? [{ key: person.staffId, why: standing.why }] : [];
  });
  return [...rooms, ...people];
}

/** Whether it would fit if this one thing were not: then it alone stands in the way. */
function aloneAt({ attendees, percent }: SlotWish, slot: Slot, { key }: Obstacle): boolean {
  const needed = attendees.filter(({ required }) => required).length;
  const freed = attendees.some(({ staffId, required }) => required && staffId === key) ? 2 : 0;
  return (
    slot.venues.every((venue, at) => venue !== null || key === `venue ${at}`) &&
    attendees.every(
      ({ essential, staffId }, at) => !essential || staffId === key || slot.standings[at]?.kind !== 'NO',
    ) &&
    (slot.figures.required + freed) * 100 >= 2 * needed * percent
  );
}

function ofKey(key: string): Blocker['who'] {
  return key.startsWith('venue ') ? { venue: Number(key.slice('venue '.length)) } : { staffId: key };
}

const most = (whys: ReadonlyMap<Hindrance, number>): Hindrance =>
  [...whys].toSorted(([a, times], [b, others]) => others - times || (a < b ? -1 : 1))[0]?.[0] ?? 'BUSY';

/** From one break to the next, at most, within the time that was searched. */
export function longestDuty({ days }: Pick<Attendee, 'days'>, { from, to }: Stretch): number {
  const stretches = days.flatMap((day) => {
    const ends = [...day.breaks.map((pause) => pause.from), day.to];
    const begins = [day.from, ...day.breaks.map((pause) => pause.to)];
    return begins.map((begin, at) => Math.min(ends[at] ?? day.to, to) - Math.max(begin, from));
  });
  return Math.max(0, ...stretches) / MINUTE_MS;
}

/** Nobody who is required is on duty at any time: then whose hours leave no room for it. */
const outOfHours = (wish: SlotWish): Blocker[] =>
  wish.attendees
    .filter(({ required }) => required)
    .map((one) => ({
      who: { staffId: one.staffId },
      times: 0,
      alone: 0,
      why: 'HOURS',
      longest: longestDuty(one, wish),
    }));

function longestOf(wish: SlotWish, { who, times, why }: Omit<Blocker, 'longest'>, tried: number): number | null {
  const person = 'staffId' in who ? wish.attendees.find(({ staffId }) => staffId === who.staffId) : undefined;
  return person && why === 'HOURS' && times === tried ? longestDuty(person, wish) : null;
}

/** Of times none of which fits: what stands in the way, whatever stands alone in it most often first. */
export function blockersOf(wish: SlotWish, slots: readonly Slot[]): Blocker[] {
  if (slots.length === 0) return outOfHours(wish);
  const counts = new Map<string, Count>();
  for (const slot of slots)
    for (const obstacle of obstaclesOf(wish, slot)) {
      const count = counts.get(obstacle.key) ?? { times: 0, alone: 0, whys: new Map() };
      counts.set(obstacle.key, count);
      count.times += 1;
      if (aloneAt(wish, slot, obstacle)) count.alone += 1;
      count.whys.set(obstacle.why, (count.whys.get(obstacle.why) ?? 0) + 1);
    }
  return [...counts]
    .map(([key, { times, alone, whys }]) => ({ who: ofKey(key), times, alone, why: most(whys) }))
    .map((one) => ({ ...one, longest: longestOf(wish, one, slots.length) }))
    .sort((a, b) => b.alone - a.alone || b.times - a.times);
}
