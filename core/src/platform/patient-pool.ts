import type pg from 'pg';

// What pg-pool says when no connection came free in its time, or a new one was not made in it; they have no code.
const NONE_IN_TIME = ['timeout exceeded when trying to connect', 'Connection terminated due to connection timeout'];

const isWait = (error: unknown): boolean =>
  error instanceof Error && NONE_IN_TIME.some((words) => error.message.startsWith(words));

export interface PatientPool {
  readonly pool: pg.Pool;
  /** From then on nobody is answered any more. */
  end(): void;
}

/**
 * A pool that waits for a connection as long as it takes. The job runner marks a job as done without waiting for it:
 * were that refused because all connections are in use, the job and its queue would stay locked for hours, and what is
 * refused after the end would be an error that nobody catches.
 */
export function patientPool(pool: pg.Pool): PatientPool {
  let ended = false;
  const never = new Promise<never>(() => undefined);
  const connect = async (): Promise<pg.PoolClient> => {
    for (;;) {
      try {
        return await (ended ? never : pool.connect());
      } catch (error) {
        if (ended) return never;
        if (!isWait(error)) throw error;
      }
    }
  };
  const patient = new Proxy(pool, {
    get(target, key) {
      if (key === 'connect')
        return (...given: Parameters<pg.Pool['connect']>) => (given.length > 0 ? target.connect(...given) : connect());
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return {
    pool: patient,
    end: () => {
      ended = true;
    },
  };
}
