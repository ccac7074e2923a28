import { setTimeout as pause } from 'node:timers/promises';

/** How a service in the place of the real one keeps a page waiting, so that tests meet what a slow machine meets. */
export interface Shaking {
  /** Before an answer is made, and again before it is sent. */
  late(): Promise<void>;
  /** Before the connection for changes comes up. */
  connecting(): Promise<void>;
  /** After how long that connection is lost again; null where it lasts. */
  readonly breaksAfterMs: () => number | null;
}

const ANSWER_MS = 200;
const CONNECTION_MS = 2500;
const LASTING_MS = 3000;

/** Numerical Recipes' linear congruential generator: as good as any for being late. */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const STEADY: Shaking = { late: async () => {}, connecting: async () => {}, breaksAfterMs: () => null };

/** By the seed in KAIGI_SHAKE; of odd seeds every other connection for changes breaks. */
export function shaking(seed = process.env.KAIGI_SHAKE): Shaking {
  if (!seed) return STEADY;
  const next = numbers(Number(seed));
  return {
    late: () => pause(next() * ANSWER_MS),
    connecting: () => pause(next() * CONNECTION_MS),
    breaksAfterMs: () => (Number(seed) % 2 === 1 && next() < 0.5 ? 100 + next() * LASTING_MS : null),
  };
}
