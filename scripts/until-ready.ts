export interface Waiting {
  /** Asked again until it says yes. */
  readonly answers: () => Promise<boolean>;
  readonly stopping: () => boolean;
  /** Told each time it has taken so long again, unless it is given up. */
  readonly late: (seconds: number) => void;
  readonly now: () => number;
  readonly pause: () => Promise<void>;
  /** An update of a large database may take many minutes, and is never cut off. */
  readonly giveUpMs?: number;
}

export const LATE_MS = 120_000;

/** @returns whether it answered; false where all was ended before, or it took too long */
export async function untilReady(waiting: Waiting): Promise<boolean> {
  const { answers, stopping, late, now, pause, giveUpMs = Number.POSITIVE_INFINITY } = waiting;
  const since = now();
  let told = 0;
  while (!stopping()) {
    if (await answers()) return true;
    const ms = now() - since;
    if (ms >= giveUpMs) return false;
    const times = Math.floor(ms / LATE_MS);
    if (times > told) late((times * LATE_MS) / 1_000);
    told = times;
    await pause();
  }
  return false;
}
