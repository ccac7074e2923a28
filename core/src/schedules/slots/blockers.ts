import type { Slot } from './slot.ts';
import type { Hindrance } from './standing.ts';
import type { SlotWish } from './wanted.ts';

/** Who, or which list of rooms, stands in the way. */
export interface Blocker {
  readonly who: { readonly staffId: string } | { readonly venue: number };
  /** At how many of the times tried. */
  readonly times: number;
  /** At how many of them nothing else does. */
  readonly alone: number;
  /** What is in the way most often; of rooms always BUSY. */
  readonly why: Hindrance;
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

/** Of times none of which fits: what stands in the way, whatever stands alone in it most often first. */
export function blockersOf(wish: SlotWish, slots: readonly Slot[]): Blocker[] {
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
    .sort((a, b) => b.alone - a.alone || b.times - a.times);
}
