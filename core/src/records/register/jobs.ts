import { z } from 'zod';
import { type Directory, everywhere, queuedCityJob } from '../../directory/index.ts';
import type { JobSpec, Task } from '../../platform/index.ts';
import type { RecordsParts } from '../parts.ts';
import { note } from './history.ts';
import { LAPSED } from './present.ts';
import { lapsed, saveNumber } from './store.ts';

type Parts = Pick<RecordsParts, 'db' | 'clock'> & {
  readonly directory: Pick<Directory, 'municipalities'>;
  readonly enqueue: (jobs: readonly JobSpec[]) => Promise<void>;
};

const EVERYWHERE = 'records/lapse-everywhere';
const CITY = 'records/lapse';
const BATCH = 200;
const City = z.object({ municipalityId: z.uuid() });

/** Reservations that nobody confirmed in time become visible voids. Returns how many. */
export async function lapseReservations(
  { db, clock }: Pick<Parts, 'db' | 'clock'>,
  municipalityId: string,
): Promise<number> {
  return db.inMunicipality(municipalityId, async (tx) => {
    const rows = await lapsed(tx, clock.now(), BATCH);
    for (const row of rows) {
      await saveNumber(tx, row, { state: 'VOID', voidReason: LAPSED });
      const fact = { until: row.reservedUntil?.toISOString() ?? null };
      await note(
        { clock, tx, actor: null, via: 'rules' },
        { kind: 'number', id: row.id, seq: row.version, act: 'LAPSED', fact },
      );
    }
    return rows.length;
  });
}

export function registerJobs(parts: Parts): { tasks: Record<string, Task>; cron: Record<string, string> } {
  return {
    tasks: {
      [EVERYWHERE]: () => everywhere(parts, queuedCityJob(CITY)),
      async [CITY](payload) {
        const { municipalityId } = City.parse(payload);
        while ((await lapseReservations(parts, municipalityId)) === BATCH);
      },
    },
    cron: { [EVERYWHERE]: '*/10 * * * *' },
  };
}
