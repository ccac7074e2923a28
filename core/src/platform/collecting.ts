/** A flag of Node for processes in which large things live shortly; without it nothing here does anything. */
export const OFFER_COLLECTING = '--expose-gc';

const ENOUGH = 16 * 1024 * 1024;

let waiting = 0;

/** What lived shortly is given back now, in about a millisecond. */
export function collect(): void {
  waiting = 0;
  void globalThis.gc?.({ type: 'minor' });
}

/** All that is of no use any more is looked for, which takes the tenth of a second; the engine does so only where it needs room. */
export function collectAll(): void {
  void globalThis.gc?.({ type: 'major', execution: 'async' });
}

/**
 * So many bytes came in and are of no further use. The engine sees only the small things in front of them, leaves them lying
 * until they are 64 MB, and then goes through everything that lives, which takes the tenth of a second.
 */
export function thrownAway(bytes: number): void {
  waiting += bytes;
  if (waiting >= ENOUGH) collect();
}
