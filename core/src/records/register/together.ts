import type { Database } from '../../platform/index.ts';
import { type Taking, takeNext, takeTogether } from './store.ts';

type Settled<T> = readonly PromiseSettledResult<T>[];

interface Waiting<In, Out> {
  readonly item: In;
  resolve(out: Out): void;
  reject(error: unknown): void;
}

const MOST = 64;

/** Those who come while work of the same key is under way are served together by the next; each hears of its own end. */
export function gathering<In, Out>(
  work: (key: string, items: readonly In[]) => Promise<Settled<Out>>,
): (key: string, item: In) => Promise<Out> {
  const queues = new Map<string, Waiting<In, Out>[]>();
  async function serve(key: string, queue: Waiting<In, Out>[]): Promise<void> {
    while (queue.length > 0) {
      const batch = queue.splice(0, MOST);
      const items = batch.map(({ item }) => item);
      const ends = await work(key, items).catch((reason: unknown) =>
        items.map(() => ({ status: 'rejected', reason }) as const),
      );
      for (const [at, { resolve, reject }] of batch.entries()) {
        const end = ends[at];
        if (end?.status === 'fulfilled') resolve(end.value);
        else reject(end?.reason);
      }
    }
    queues.delete(key);
  }
  return (key, item) =>
    new Promise((resolve, reject) => {
      const waiting = queues.get(key);
      const queue = waiting ?? [];
      queue.push({ item, resolve, reject });
      if (waiting) return;
      queues.set(key, queue);
      // Those of the same moment go along.
      setImmediate(() => void serve(key, queue));
    });
}

/** What the database says of data (class 22, 23) is about one of the rows; anything else is about all of them. */
const isAboutOne = (error: unknown): boolean => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('22') || code.startsWith('23');
};

const fulfilled = <T>(value: T) => ({ status: 'fulfilled', value }) as const;

/** Takes the next number of a run; null where the run has begun a later year. */
export type TakeOne = (municipalityId: string, row: Taking) => Promise<number | null>;

interface Wanted {
  readonly municipalityId: string;
  readonly row: Taking;
}

/**
 * Whoever takes a number of a run waits for the commit of the one before: that is what leaves no gap. Those who come
 * while one is under way are written together by the next statement, so that they wait for one commit and not for each
 * other's. Other processes wait at the counter's row, as ever.
 */
export function takingTogether(db: Pick<Database, 'singly'>): TakeOne {
  const one = ({ municipalityId, row }: Wanted) => db.singly(municipalityId, (tx) => takeNext(tx, row));
  async function each(wanted: readonly Wanted[]): Promise<Settled<number | null>> {
    const ends: PromiseSettledResult<number | null>[] = [];
    for (const item of wanted)
      ends.push(await one(item).then(fulfilled, (reason: unknown) => ({ status: 'rejected', reason }) as const));
    return ends;
  }
  const take = gathering<Wanted, number | null>(async (_, wanted) => {
    const [first] = wanted;
    if (!first || wanted.length === 1) return each(wanted);
    const rows = wanted.map(({ row }) => row);
    try {
      const numbers = await db.singly(first.municipalityId, (tx) => takeTogether(tx, rows));
      return wanted.map((_wanted, at) => fulfilled(numbers?.[at] ?? null));
    } catch (error) {
      // Nothing of it was written. Each by itself: whose row it is hears of it, the others have their numbers.
      if (isAboutOne(error)) return each(wanted);
      throw error;
    }
  });
  return (municipalityId, row) =>
    take(JSON.stringify([municipalityId, row.symbol, row.fiscalYear, row.mayBeLate]), { municipalityId, row });
}
