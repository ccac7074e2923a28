import type { Clock, Database, Task } from '../../platform/index.ts';
import { municipalities } from '../queries.ts';
import { takeBegun } from './store.ts';
import { tellOf } from './told.ts';

const BEGUN = 'directory/absences-begun';

/** Tells that somebody is away from now whose absence was known before: a leave granted last week begins today. */
export function absenceJobs({ db, clock }: { db: Database; clock: Clock }): {
  tasks: Readonly<Record<string, Task>>;
  cron: Readonly<Record<string, string>>;
} {
  return {
    tasks: {
      [BEGUN]: async () => {
        for (const id of await municipalities(db)) {
          await db.inMunicipality(id, async (tx) => tellOf(tx, await takeBegun(tx, clock.now())));
        }
      },
    },
    // Often enough for a case that came in the same hour; a service that stood still tells it all when it starts again.
    cron: { [BEGUN]: '*/5 * * * *' },
  };
}
