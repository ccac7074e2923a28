import { seededRandom } from '../../city/seeded-random.ts';

/** Chance that is the same on every machine for the same text. */
export class Dice {
  readonly #next: () => number;

  constructor(text: string) {
    // FNV-1a
    let hash = 0x811c9dc5;
    for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
    this.#next = seededRandom(hash);
  }

  /** From 0 up to, but not including, that many. */
  below(count: number): number {
    return Math.floor(this.#next() * count);
  }

  happens(share: number): boolean {
    return this.#next() < share;
  }

  one<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  /** Some of the list, each once. */
  some<T>(list: readonly T[], count: number): T[] {
    const rest = [...list];
    return Array.from({ length: Math.min(count, rest.length) }, () => rest.splice(this.below(rest.length), 1)[0] as T);
  }
}
