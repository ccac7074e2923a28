import type { Directory } from '../../directory/index.ts';
import type { Database } from '../../platform/index.ts';
import { type Caller, notFound } from '../../shared/index.ts';
import { maySee } from '../policy.ts';
import { readCase } from '../queries.ts';
import type { Reminder } from './contract.ts';
import { remindersOf } from './store.ts';

export interface Reminders {
  /** What the city's ladder has told about a case so far, oldest first. */
  of(caller: Caller, caseId: string): Promise<{ items: Reminder[] }>;
}

export function createReminders({ db, directory }: { db: Database; directory: Directory }): Reminders {
  return {
    of: (caller, caseId) =>
      db.singly(caller.municipalityId, async (tx) => {
        const [actor, found] = await Promise.all([directory.actorOf(tx, caller), readCase(tx, caseId)]);
        if (!found || !maySee(actor, found)) throw notFound('approvals.not_found');
        const reminders = await remindersOf(tx, caseId);
        return {
          items: reminders.map(({ slotId, post, to, afterWorkingDays, at, told }) => ({
            ...{ slotId, post, to, afterWorkingDays },
            at: at.toISOString(),
            told: told.map(({ name }) => name),
          })),
        };
      }),
  };
}
