/** The working day in half hours from 8:30 on; the last begins at 16:30. */
export const SLOTS = 17;
export const SLOT_MS = 30 * 60_000;
export const DAY_MS = 86_400_000;
const MORNING_MS = 8.5 * 3_600_000;
const JAPAN_MS = 9 * 3_600_000;
/** 12:00 to 13:00. */
const LUNCH = 0b11 << 7;

/** Monday 0:00 in Japan of the week of this instant. */
export function mondayOf(at: number): number {
  const day = Math.floor((at + JAPAN_MS) / DAY_MS);
  // Day 0 was a Thursday.
  return (day - ((day + 3) % 7)) * DAY_MS - JAPAN_MS;
}

/** Days since 1970 by the Japanese calendar. */
export const dayOf = (at: number): number => Math.floor((at + JAPAN_MS) / DAY_MS);

export interface Place {
  /** 0 is Monday. */
  readonly day: number;
  readonly slot: number;
  readonly length: number;
}

export const beginOf = (monday: number, { day, slot }: Place): number =>
  monday + day * DAY_MS + MORNING_MS + slot * SLOT_MS;

const maskOf = ({ slot, length }: Place): number => ((1 << length) - 1) << slot;

/** Who is taken when in one week; nobody is at lunch. */
export class Timetable {
  readonly #taken = new Map<string, number[]>();

  isFree(id: string, place: Place): boolean {
    const mask = maskOf(place);
    if (place.slot + place.length > SLOTS || (mask & LUNCH) !== 0) return false;
    return ((this.#taken.get(id)?.[place.day] ?? 0) & mask) === 0;
  }

  take(id: string, place: Place): void {
    const days = this.#taken.get(id) ?? [0, 0, 0, 0, 0];
    days[place.day] = (days[place.day] ?? 0) | maskOf(place);
    this.#taken.set(id, days);
  }

  /** For one person to go on from, without touching this one. */
  copyOf(id: string): Timetable {
    const copy = new Timetable();
    copy.#taken.set(id, [...(this.#taken.get(id) ?? [0, 0, 0, 0, 0])]);
    return copy;
  }
}
