import { z } from 'zod';
import { type Directory, everywhere, queuedCityJob } from '../../directory/index.ts';
import { type Clock, type Database, type JobSpec, newId, type Task, type Tx } from '../../platform/index.ts';
import { type LocalDate, localDateOf } from '../../shared/index.ts';
import type { DataSet } from '../file-plan.ts';
import type { Regulations } from '../service.ts';
import { firstKeptDay } from './data-end.ts';
import { beginEnding, type Ending, endEnding, lockEnding, saveRemoved } from './ending-store.ts';

interface EndedData {
  /** What goes, as the fact calls it. */
  readonly name: string;
  /** Lets go of at most so many of the days before this one, and says how many they were. */
  remove(tx: Tx, before: LocalDate, limit: number): Promise<number>;
}

/** How many of what went, by which row of the schedule. */
export interface DataEnded extends Ending {
  readonly set: DataSet;
  readonly count: number;
  readonly at: Date;
}

/** Data of one kind, whose period the schedule names, as their keeper lets go of them. */
export interface EndingSet {
  readonly set: DataSet;
  readonly data: readonly EndedData[];
  /** Writes what went into the keeper's history, with its leaf. */
  tell(tx: Tx, ended: DataEnded): Promise<void>;
}

export interface EndingParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly directory: Pick<Directory, 'municipalities'>;
  readonly regulations: Pick<Regulations, 'ready' | 'packOf' | 'dataSet'>;
  readonly enqueue: (jobs: readonly JobSpec[]) => Promise<void>;
  /** How many rows one transaction lets go of. */
  readonly batch?: number;
}

const BATCH = 2_000;

const totalOf = (removed: Ending['removed']) => Object.values(removed).reduce((sum, count) => sum + count, 0);

/** The period is over for something, or may be; or nothing goes by itself any more, and what went before is only told. */
type Begun = 'REMOVES' | 'TELLS';

async function begin({ clock, regulations }: EndingParts, tx: Tx, set: DataSet): Promise<Begun> {
  await regulations.ready(tx);
  const at = clock.now();
  const when = { municipalityId: tx.municipalityId, day: localDateOf(at) };
  const row = regulations.dataSet(when, set);
  const keptFrom = firstKeptDay(row, when.day);
  if (keptFrom === null) return 'TELLS';
  const { version: regulationVersion } = regulations.packOf(when.municipalityId, when.day);
  const { retentionYears: years, keepDays: days = null, article } = row;
  await beginEnding(tx, {
    ...{ set, endingId: newId(clock), keptFrom, at },
    rule: { years, days, article, regulationVersion },
  });
  return 'REMOVES';
}

/** One transaction: some rows and how many they were, together. False when none was left. */
async function removeSome(parts: EndingParts, tx: Tx, set: DataSet, { name, remove }: EndedData): Promise<boolean> {
  const { batch = BATCH } = parts;
  const ending = await lockEnding(tx, set);
  if (!ending) return false;
  const count = await remove(tx, ending.keptFrom, batch);
  if (count > 0) await saveRemoved(tx, set, { ...ending.removed, [name]: (ending.removed[name] ?? 0) + count });
  return count === batch;
}

async function finish({ clock }: EndingParts, tx: Tx, { set, tell }: EndingSet): Promise<void> {
  const ending = await lockEnding(tx, set);
  if (!ending) return;
  await endEnding(tx, set);
  const count = totalOf(ending.removed);
  if (count > 0) await tell(tx, { ...ending, set, count, at: clock.now() });
}

/**
 * Lets go of whatever of this kind has been kept for as long as the schedule says, in batches, and writes one fact of how
 * many. Killed at any point, the next run goes on, and its fact counts what went before.
 */
export async function endData(parts: EndingParts, municipalityId: string, ending: EndingSet): Promise<void> {
  const inside = <T>(work: (tx: Tx) => Promise<T>) => parts.db.inMunicipality(municipalityId, work);
  const begun = await inside((tx) => begin(parts, tx, ending.set));
  if (begun === 'REMOVES')
    for (const one of ending.data) while (await inside((tx) => removeSome(parts, tx, ending.set, one)));
  await inside((tx) => finish(parts, tx, ending));
}

const OfCity = z.object({ municipalityId: z.uuid() });

/** Every night in every city. `name` is the keeper's: `telework`. */
export function endingJobs(
  parts: EndingParts,
  name: string,
  sets: readonly EndingSet[],
): { readonly tasks: Record<string, Task>; readonly cron: Record<string, string> } {
  const [every, city] = [`${name}/end-of-data`, `${name}/end-of-data-of-city`];
  return {
    tasks: {
      [every]: () => everywhere(parts, queuedCityJob(city)),
      [city]: async (payload) => {
        const { municipalityId } = OfCity.parse(payload);
        for (const set of sets) await endData(parts, municipalityId, set);
      },
    },
    // Twenty to four in Japan; what a stop missed is made up for.
    cron: { [every]: '40 18 * * * ?fill=12h' },
  };
}
