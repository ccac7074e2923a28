import type { PunchInput } from '@kaigi/core/contract';

/** A tap that could not be sent yet. */
export interface WaitingTap {
  readonly date: string;
  readonly punch: PunchInput['punch'];
  readonly key: string;
  /** By the device's clock: when the finger came down. */
  readonly clientAt: string;
}

const STORED = 'kaigi.taps';
const PUNCHES: readonly string[] = ['START', 'PAUSE', 'RESUME', 'END'];

function isTap(value: unknown): value is WaitingTap {
  if (typeof value !== 'object' || value === null) return false;
  const tap = value as Record<string, unknown>;
  const texts = [tap.date, tap.key, tap.clientAt];
  return texts.every((one) => typeof one === 'string') && PUNCHES.includes(String(tap.punch));
}

/** Taps of an earlier visit: whoever closes the page in a tunnel loses none. Whose they are stands in the name. */
export function storedTaps(staffId: string): readonly WaitingTap[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(`${STORED}.${staffId}`) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isTap) : [];
  } catch {
    return [];
  }
}

export function storeTaps(staffId: string, taps: readonly WaitingTap[]): void {
  try {
    if (taps.length === 0) localStorage.removeItem(`${STORED}.${staffId}`);
    else localStorage.setItem(`${STORED}.${staffId}`, JSON.stringify(taps));
  } catch {
    // A browser that keeps nothing still sends them as long as the page is open.
  }
}

/** The tap as it leaves: a waiting one says by the device's clock how long it has waited. */
export const inputOf = ({ punch, key, clientAt }: WaitingTap, now: Date): PunchInput => ({
  ...{ punch, key, clientAt },
  clientSentAt: now.toISOString(),
});
