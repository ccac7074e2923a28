/** A growing list of numbers below 2^32. */
export class Places {
  values = new Uint32Array(64);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) {
      const more = new Uint32Array(this.length * 2);
      more.set(this.values);
      this.values = more;
    }
    this.values[this.length++] = value;
  }

  clear(): void {
    this.length = 0;
  }

  done(): Uint32Array {
    return this.values.subarray(0, this.length);
  }
}

/**
 * Room for numbers that are used up before anything else is read, the same again and again: what is outside of the engine's
 * heap calls its collector of rubbish sooner than all else that a search makes.
 */
let room = new Uint32Array(0x4000);
const KEPT_ROOM = 0x100000;

export function roomFor(count: number): Uint32Array {
  if (count > KEPT_ROOM) return new Uint32Array(count);
  if (room.length < count) room = new Uint32Array(Math.min(KEPT_ROOM, Math.max(count, room.length * 2)));
  return room;
}

const HALF = 0x10000;
const counts = new Uint32Array(HALF + 1);
/** So few are sorted faster by comparing them. */
const FEW = 4_000;

/** Places in their order; the same ones where they are in it already. */
export function inOrder(places: Uint32Array): Uint32Array {
  let nth = 1;
  while (nth < places.length && (places[nth] as number) >= (places[nth - 1] as number)) nth += 1;
  if (nth >= places.length) return places;
  return places.length < FEW ? places.sort() : byHalves(byHalves(places, 0), 16);
}

/** One pass of a sort by counting, by the lower or the upper half; what is equal keeps its order. */
function byHalves(from: Uint32Array, shift: 0 | 16): Uint32Array {
  counts.fill(0);
  const to = new Uint32Array(from.length);
  for (let nth = 0; nth < from.length; nth += 1) {
    const half = (((from[nth] as number) >>> shift) & 0xffff) + 1;
    counts[half] = (counts[half] as number) + 1;
  }
  for (let half = 0; half < HALF; half += 1) counts[half + 1] = (counts[half + 1] as number) + (counts[half] as number);
  for (let nth = 0; nth < from.length; nth += 1) {
    const place = from[nth] as number;
    const half = (place >>> shift) & 0xffff;
    const at = counts[half] as number;
    counts[half] = at + 1;
    to[at] = place;
  }
  return to;
}
