interface Window {
  readonly max: number;
  readonly ms: number;
}

/** Teams' limits per bot and conversation, and per app and tenant. */
export const SEND_LIMITS: readonly Window[] = [
  { max: 7, ms: 1_000 },
  { max: 8, ms: 2_000 },
  { max: 60, ms: 30_000 },
  { max: 1_800, ms: 3_600_000 },
];
export const READ_LIMITS: readonly Window[] = [
  { max: 14, ms: 1_000 },
  { max: 16, ms: 2_000 },
  { max: 120, ms: 30_000 },
  { max: 3_600, ms: 3_600_000 },
];
export const TENANT_LIMITS: readonly Window[] = [{ max: 30, ms: 1_000 }];

/** Counts what was let through; a refused call does not count against the caller. */
export class RateLimits {
  readonly #taken = new Map<string, number[]>();

  /** Seconds to wait, or null when the call may go on and was counted. */
  take(key: string, limits: readonly Window[], now: number): number | null {
    const longest = Math.max(...limits.map((window) => window.ms));
    const times = (this.#taken.get(key) ?? []).filter((time) => time > now - longest);
    const waits = limits.flatMap(({ max, ms }) => {
      const inside = times.filter((time) => time > now - ms);
      const freeing = inside[inside.length - max];
      return freeing === undefined ? [] : [freeing + ms - now];
    });
    if (waits.length > 0) return Math.max(1, Math.ceil(Math.max(...waits) / 1_000));
    times.push(now);
    this.#taken.set(key, times);
    return null;
  }
}
