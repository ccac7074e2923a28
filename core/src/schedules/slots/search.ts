import { placesToGo } from '../offices.ts';
import { type Blocker, blockersOf } from './blockers.ts';
import { type Figures, fits, type Slot } from './slot.ts';
import { merged, overlaps, type Standing, standingOf } from './standing.ts';
import { MINUTE_MS, type SlotWish, type Stretch, type Venue } from './wanted.ts';

export interface Found {
  /** The best first; none lies over another. */
  readonly slots: readonly Slot[];
  /** The one that would come after the last; null: there is none. */
  readonly next: Slot | null;
  /** How many times within somebody's hours were looked at. */
  readonly tried: number;
  /** Where nothing fits: who and what stands in the way, the most first. */
  readonly blockers: readonly Blocker[];
}

/** The first free venue of each list; a room is not taken twice. */
function venuesFor(
  { venues }: Pick<SlotWish, 'venues'>,
  free: (venue: Venue, slot: Stretch) => boolean,
  slot: Stretch,
): (Venue | null)[] {
  const used = new Set<string>();
  return venues.map((list) => {
    const found = list.find((venue) => !(venue.roomId && used.has(venue.roomId)) && free(venue, slot));
    if (found?.roomId) used.add(found.roomId);
    return found ?? null;
  });
}

/** Where nothing is free the first stands for the others, so that people are looked at all the same. */
const officesOf = ({ venues }: Pick<SlotWish, 'venues'>, chosen: readonly (Venue | null)[]): string[] => [
  ...placesToGo(venues.flatMap((list, at) => (chosen[at] ?? list[0])?.office ?? [])),
];

const halves = (standing: Standing): number => (standing.kind === 'NO' ? 0 : standing.kind === 'FREE' ? 2 : 1);

function figuresOf({ attendees }: SlotWish, standings: readonly Standing[], hasPlace: boolean): Figures {
  let [required, optional, online, travelMinutes] = [0, 0, 0, 0];
  standings.forEach((standing, at) => {
    if (attendees[at]?.required) required += halves(standing);
    else optional += halves(standing);
    if (standing.kind === 'NO') return;
    if (standing.online && hasPlace) online += 1;
    travelMinutes += 2 * standing.travelMinutes;
  });
  return { required, optional, online, travelMinutes };
}

export const compareSlots = (a: Slot, b: Slot): number =>
  b.figures.required - a.figures.required ||
  b.figures.optional - a.figures.optional ||
  a.figures.online - b.figures.online ||
  a.figures.travelMinutes - b.figures.travelMinutes ||
  a.from - b.from;

function slotsOf(wish: SlotWish): Slot[] {
  const standings = wish.attendees.map((person) => standingOf(person, wish));
  const taken = new Map(wish.venues.flat().map((venue) => [venue, merged(venue.taken)]));
  const free = (venue: Venue, slot: Stretch) => !overlaps(taken.get(venue) ?? [], slot);
  const [step, length] = [wish.stepMinutes * MINUTE_MS, wish.minutes * MINUTE_MS];
  const duty = merged(wish.attendees.flatMap(({ required, days }) => (required ? days : [])));
  const known = new Map<string, readonly string[]>();
  const same = (offices: readonly string[]): readonly string[] => {
    const key = offices.join(' ');
    const one = known.get(key) ?? offices;
    known.set(key, one);
    return one;
  };
  const slots: Slot[] = [];
  // Japan is nine whole hours before UTC: the steps of both are the same.
  for (let from = Math.ceil(wish.from / step) * step; from + length <= wish.to; from += step) {
    const slot = { from, to: from + length };
    if (!overlaps(duty, slot)) continue;
    const venues = venuesFor(wish, free, slot);
    const offices = same(officesOf(wish, venues));
    const all = standings.map((standing) => standing(slot, offices));
    const outside = (standing: Standing) => standing.kind === 'NO' && standing.why === 'HOURS';
    if (all.every((standing, at) => !wish.attendees[at]?.required || outside(standing))) continue;
    slots.push({ ...slot, venues, standings: all, figures: figuresOf(wish, all, offices.length > 0) });
  }
  return slots;
}

/** The best ones that do not lie over each other. */
function bestOf(slots: readonly Slot[], most: number): Slot[] {
  const chosen: Slot[] = [];
  for (const slot of slots.toSorted(compareSlots)) {
    if (chosen.length >= most) break;
    if (chosen.every((other) => slot.to <= other.from || other.to <= slot.from)) chosen.push(slot);
  }
  return chosen;
}

/** S-03: times at which these people can meet, the best first; or who stands in the way. */
export function searchSlots(wish: SlotWish): Found {
  const tried = slotsOf(wish);
  const best = bestOf(
    tried.filter((slot) => fits(wish, slot)),
    wish.most + 1,
  );
  const blockers = best.length > 0 ? [] : blockersOf(wish, tried);
  return { slots: best.slice(0, wish.most), next: best[wish.most] ?? null, tried: tried.length, blockers };
}
