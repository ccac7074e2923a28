import type { JobSpec } from '../platform/index.ts';
import type { Directory } from './service.ts';

interface Everywhere {
  readonly directory: Pick<Directory, 'municipalities'>;
  readonly enqueue: (jobs: readonly JobSpec[]) => Promise<void>;
}

type CityJob = (municipalityId: string) => JobSpec;

/** What the clock begins is handed on at once: a job of its own for each municipality. */
export async function everywhere({ directory, enqueue }: Everywhere, jobOf: CityJob): Promise<void> {
  const all = await directory.municipalities();
  await enqueue(all.map(jobOf));
}

/** However many rounds begin meanwhile, one job of a municipality waits. */
export const cityJob =
  (task: string): CityJob =>
  (municipalityId) => ({ task, payload: { municipalityId }, key: `${task}:${municipalityId}` });

/** And one runs at a time. */
export const queuedCityJob =
  (task: string): CityJob =>
  (municipalityId) => ({ ...cityJob(task)(municipalityId), queue: `${task}:${municipalityId}` });
