import type { Standing } from './standing.ts';
import type { SlotWish, Stretch, Venue } from './wanted.ts';

/** One time, with how everybody stands to it. */
export interface Slot extends Stretch {
  /** One of each list of the wish; null where none is free. */
  readonly venues: readonly (Venue | null)[];
  /** In the order of the wish. */
  readonly standings: readonly Standing[];
  readonly figures: Figures;
}

/** By what times are ranked, in this order; then the earlier one. */
export interface Figures {
  /** Of those required, two for each who is free and one for each tentatively taken. */
  readonly required: number;
  readonly optional: number;
  /** How many take part online although there is a place. */
  readonly online: number;
  /** Of all together, there and back. */
  readonly travelMinutes: number;
}

/** Whether a meeting may be held then. */
export function fits({ attendees, percent }: Pick<SlotWish, 'attendees' | 'percent'>, slot: Slot): boolean {
  const needed = attendees.filter(({ required }) => required).length;
  return (
    slot.venues.every((venue) => venue !== null) &&
    attendees.every(({ essential }, at) => !essential || slot.standings[at]?.kind !== 'NO') &&
    slot.figures.required * 100 >= 2 * needed * percent
  );
}
