import { randomUUID } from 'node:crypto';
import { z } from 'zod';

export const faultWish = z.strictObject({
  path: z.string().min(1),
  regex: z.boolean().default(false),
  method: z
    .string()
    .transform((method) => method.toUpperCase())
    .optional(),
  kind: z.enum(['400', '403', '429', '503', 'delay', 'drop']),
  retryAfter: z.number().nonnegative().optional(),
  code: z.string().optional(),
  delayMs: z.number().int().nonnegative().max(120_000).optional(),
  times: z.number().int().positive().optional(),
  /** One in so many: the last of each so many calls. */
  every: z.number().int().positive().default(1),
});

export type FaultWish = z.infer<typeof faultWish>;
export type Fault = FaultWish & { readonly id: string; hits: number; seen: number };

/** The switches that break paths on purpose; the oldest that fits and is not used up applies. */
export class Faults {
  #faults: { fault: Fault; fits: (path: string) => boolean }[] = [];

  /** @throws SyntaxError when the pattern is not a regular expression */
  add(wish: FaultWish): Fault {
    const fault = { id: randomUUID(), ...wish, hits: 0, seen: 0 };
    this.#faults.push({ fault, fits: matcherOf(wish) });
    return fault;
  }

  list(): readonly Fault[] {
    return this.#faults.map(({ fault }) => fault);
  }

  remove(id: string): boolean {
    const before = this.#faults.length;
    this.#faults = this.#faults.filter(({ fault }) => fault.id !== id);
    return this.#faults.length < before;
  }

  clear(): void {
    this.#faults = [];
  }

  /** Takes one hit from the fault that applies to this request. */
  strike(method: string, path: string): Fault | null {
    const found = this.#faults.find(
      ({ fault, fits }) =>
        (fault.method === undefined || fault.method === method) &&
        (fault.times === undefined || fault.hits < fault.times) &&
        fits(path) &&
        // Counts only what the others let through.
        ++fault.seen % fault.every === 0,
    );
    if (found === undefined) return null;
    found.fault.hits++;
    return found.fault;
  }
}

function matcherOf({ path, regex }: FaultWish): (path: string) => boolean {
  if (!regex) return (asked) => asked.startsWith(path);
  const pattern = new RegExp(path.replace(/^\/(.*)\/$/, '$1'));
  return (asked) => pattern.test(asked);
}
