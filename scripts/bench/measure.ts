import os from 'node:os';

/** One side of a comparison: what happens before its turn is not measured. */
export interface Side {
  readonly name: string;
  /** Share of a full turn; sides that only explain get less. */
  readonly share: number;
  /** So many a second before any turn was seen, where that is far from what most sides do. */
  readonly guess?: number;
  /** Work that must be there before the turn, for so many things a second as were seen last. */
  prepare(expected: number): Promise<void>;
  /** One thing done; false when the prepared work has run out. */
  step(worker: number): Promise<boolean>;
  /** Afterwards: what is still under way must not disturb the next side. */
  settle?(): Promise<void>;
}

export const WORKERS = 16;

export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [below, above] = [Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2)];
  return ((sorted[below] ?? 0) + (sorted[above] ?? 0)) / 2;
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

export const rounded = (value: number, digits = 0): number => Number(value.toFixed(digits));

export const load = (): number => rounded(os.loadavg()[0] ?? 0, 1);

/** How many a second, by so many workers of whom each begins the next when its last has ended. */
async function rate(side: Side, milliseconds: number): Promise<number> {
  let done = 0;
  const began = performance.now();
  const worker = async (number: number): Promise<void> => {
    while (performance.now() - began < milliseconds && (await side.step(number))) done += 1;
  };
  await Promise.all(Array.from({ length: WORKERS }, (_, number) => worker(number)));
  return (done * 1_000) / (performance.now() - began);
}

const WARM_UP_SECONDS = 1;
const FIRST_GUESS = 3_000;
// A turn may be so much faster than the one before and still not run out of work.
const HEADROOM = 1.4;

export interface Turns {
  readonly runs: number;
  /** In all, per side. */
  readonly seconds: number;
}

/** Takes turns between the sides, A B A B …, so that a machine that grows slower slows them alike. */
export async function compare(sides: readonly Side[], { runs, seconds }: Turns): Promise<Map<string, number[]>> {
  const rates = new Map<string, number[]>(sides.map((side) => [side.name, []]));
  const turn = async (side: Side, length: number): Promise<number> => {
    const last = rates.get(side.name)?.at(-1) ?? side.guess ?? FIRST_GUESS;
    await side.prepare(Math.ceil(last * length * HEADROOM));
    const seen = await rate(side, length * 1_000);
    await side.settle?.();
    return seen;
  };
  for (const side of sides) await turn(side, WARM_UP_SECONDS);
  for (let run = 1; run <= runs; run += 1) {
    for (const side of sides) {
      const seen = await turn(side, (seconds / runs) * side.share);
      rates.get(side.name)?.push(seen);
      say(`  ${run}/${runs} ${side.name}: ${seen.toFixed(0)}/s`);
    }
  }
  return rates;
}
