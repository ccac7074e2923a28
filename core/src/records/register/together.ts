import type { Database } from '../../platform/index.ts';
import { type Taking, takeNext, takeTogether } from './store.ts';

interface Waiting {
  readonly row: Taking;
  resolve(number: number | null): void;
  reject(error: unknown): void;
}

/** Takes the next number of a run; null where the run has begun a later year. */
export type TakeOne = (municipalityId: string, row: Taking) => Promise<number | null>;

const MOST = 64;

/** What the database says of data (class 22, 23) is about one of the rows; anything else is about all of them. */
const isAboutOne = (error: unknown): boolean => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('22') || code.startsWith('23');
};

/**
 * Whoever takes a number of a run waits for the commit of the one before: that is what leaves no gap. Those who come
 * while one is under way are written together by the next statement, so that they wait for one commit and not for each
 * other's. Other processes wait at the counter's row, as ever.
 */
export function takingTogether(db: Pick<Database, 'singly'>): TakeOne {
  const runs = new Map<string, Waiting[]>();

  async function each(municipalityId: string, batch: readonly Waiting[]): Promise<void> {
    for (const { row, resolve, reject } of batch)
      await db.singly(municipalityId, (tx) => takeNext(tx, row)).then(resolve, reject);
  }

  async function write(municipalityId: string, batch: readonly Waiting[]): Promise<void> {
    if (batch.length === 1) return each(municipalityId, batch);
    try {
      const rows = batch.map(({ row }) => row);
      const numbers = await db.singly(municipalityId, (tx) => takeTogether(tx, rows));
      for (const [nth, { resolve }] of batch.entries()) resolve(numbers?.[nth] ?? null);
    } catch (error) {
      // Nothing of it was written. Each by itself: whose row it is hears of it, the others have their numbers.
      if (isAboutOne(error)) return each(municipalityId, batch);
      for (const { reject } of batch) reject(error);
    }
  }

  async function serve(municipalityId: string, run: string, waiting: Waiting[]): Promise<void> {
    while (waiting.length > 0) await write(municipalityId, waiting.splice(0, MOST));
    runs.delete(run);
  }

  return (municipalityId, row) =>
    new Promise((resolve, reject) => {
      const run = JSON.stringify([municipalityId, row.symbol, row.fiscalYear, row.mayBeLate]);
      const waiting = runs.get(run);
      if (waiting) {
        waiting.push({ row, resolve, reject });
        return;
      }
      const queue: Waiting[] = [{ row, resolve, reject }];
      runs.set(run, queue);
      // Those of the same moment go along.
      setImmediate(() => void serve(municipalityId, run, queue));
    });
}
