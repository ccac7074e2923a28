export interface Waiting {
  /** Asked again until it says yes. */
  readonly answers: () => Promise<boolean>;
  readonly stopping: () => boolean;
  /** Told each time it has taken so long again; an update of a large database may take many minutes, and is never cut off. */
  readonly late: (seconds: number) => void;
  readonly now: () => number;
  readonly pause: () => Promise<void>;
}

export const LATE_MS = 120_000;

/** @returns whether it answered; false where all was ended before */
export async function untilReady({ answers, stopping, late, now, pause }: Waiting): Promise<boolean> {
  const since = now();
  let told = 0;
  while (!stopping()) {
    if (await answers()) return true;
    const times = Math.floor((now() - since) / LATE_MS);
    if (times > told) late((times * LATE_MS) / 1_000);
    told = times;
    await pause();
  }
  return false;
}
