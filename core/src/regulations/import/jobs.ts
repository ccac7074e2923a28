import type { Database, Task } from '../../platform/index.ts';
import { municipalitiesDeciding } from '../store.ts';
import type { Packs } from './service.ts';

const ACTIVATE = 'regulations/activate-decided';

/** Every minute: whatever pack has been decided upon is in force. Cases pay nothing for it when they change. */
export function packJobs({ db, packs }: { db: Database; packs: Packs }): {
  tasks: Readonly<Record<string, Task>>;
  cron: Readonly<Record<string, string>>;
} {
  return {
    tasks: {
      [ACTIVATE]: async () => {
        for (const municipalityId of await municipalitiesDeciding(db)) {
          await db.inMunicipality(municipalityId, (tx) => packs.activateDecided(tx));
        }
      },
    },
    cron: { [ACTIVATE]: '* * * * *' },
  };
}
