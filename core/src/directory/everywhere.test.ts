import { describe, expect, it } from '@jest/globals';
import type { JobSpec } from '../platform/index.ts';
import { cityJob, everywhere, queuedCityJob } from './everywhere.ts';

async function handedOn(cities: string[], jobOf: (municipalityId: string) => JobSpec): Promise<readonly JobSpec[]> {
  const rounds: (readonly JobSpec[])[] = [];
  const directory = { municipalities: async () => cities };
  await everywhere({ directory, enqueue: async (jobs) => void rounds.push(jobs) }, jobOf);
  expect(rounds).toHaveLength(1);
  return rounds.flat();
}

describe('work that the clock begins', () => {
  it('becomes one job for each municipality, in the form that the room gives it', async () => {
    const jobOf = (municipalityId: string) => ({ task: 'look', payload: { municipalityId, after: null } });
    expect(await handedOn(['minato', 'yamato'], jobOf)).toEqual([
      { task: 'look', payload: { municipalityId: 'minato', after: null } },
      { task: 'look', payload: { municipalityId: 'yamato', after: null } },
    ]);
    expect(await handedOn([], jobOf)).toEqual([]);
  });

  it('waits once for a municipality, and where it is queued runs once', async () => {
    const job = { task: 'talks', payload: { municipalityId: 'minato' }, key: 'talks:minato' };
    expect(await handedOn(['minato'], cityJob('talks'))).toEqual([job]);
    expect(await handedOn(['minato'], queuedCityJob('talks'))).toEqual([{ ...job, queue: 'talks:minato' }]);
  });
});
