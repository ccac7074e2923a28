/** Threads or processes that are ready for the next piece of work. */
export interface IdlePool<T> {
  has(one: T): boolean;
  /** The one that worked last, so that the others come to their end. */
  take(): T | null;
  /** What waits for too long is ended: each holds tens of MB. */
  put(one: T): void;
  /** It has ended by itself. */
  forget(one: T): void;
}

export function idlePool<T>(idleMs: number, end: (one: T) => void): IdlePool<T> {
  const idle = new Map<T, NodeJS.Timeout>();
  const forget = (one: T) => {
    clearTimeout(idle.get(one));
    idle.delete(one);
  };
  return {
    forget,
    has: (one) => idle.has(one),
    take() {
      const last = [...idle.keys()].at(-1) ?? null;
      if (last !== null) forget(last);
      return last;
    },
    put(one) {
      const tooLong = () => {
        forget(one);
        end(one);
      };
      idle.set(one, setTimeout(tooLong, idleMs).unref());
    },
  };
}
