import { z } from 'zod';
import { type Directory, everywhere, queuedCityJob } from '../../directory/index.ts';
import { type Clock, type Database, emit, type JobSpec, type Task } from '../../platform/index.ts';
import type { Regulations } from '../../regulations/index.ts';
import { addWorkingDays, isWorkingDay, localDateOf } from '../../shared/index.ts';
import { tellBorrowers, tellOfficers } from './reminders.ts';

export interface PaperJobsParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly directory: Pick<Directory, 'municipalities'>;
  readonly regulations: Pick<Regulations, 'ready' | 'workingTimeOn'>;
  readonly enqueue: (jobs: readonly JobSpec[]) => Promise<void>;
}

/** The fact that a box should be back; told to its borrower or, later, to the 文書主任 by whoever stands above. */
export const LOAN_OVERDUE = 'records/loan-overdue';

const EVERYWHERE = 'records/loans-overdue-everywhere';
const CITY = 'records/loans-overdue';
/** So long the borrower has to bring it back before the 文書主任 hears of it. */
const GRACE_WORKING_DAYS = 3;
const City = z.object({ municipalityId: z.uuid() });

/** On the mornings of working days: each loan once to its borrower, and once to the 文書主任. */
export async function remindLoans(parts: Omit<PaperJobsParts, 'enqueue' | 'directory'>, municipalityId: string) {
  const today = localDateOf(parts.clock.now());
  await parts.db.inMunicipality(municipalityId, async (tx) => {
    await parts.regulations.ready(tx);
    const { closed } = parts.regulations.workingTimeOn({ municipalityId, day: today });
    if (!isWorkingDay(today, closed)) return;
    const toOfficers = await tellOfficers(tx, { today, toldBy: addWorkingDays(today, -GRACE_WORKING_DAYS, closed) });
    const toBorrowers = await tellBorrowers(tx, today);
    await emit(tx, [
      ...toBorrowers.map((loanId) => ({ topic: LOAN_OVERDUE, payload: { loanId, to: 'BORROWER' } })),
      ...toOfficers.map((loanId) => ({ topic: LOAN_OVERDUE, payload: { loanId, to: 'OFFICER' } })),
    ]);
  });
}

export function paperJobs(parts: PaperJobsParts): { tasks: Record<string, Task>; cron: Record<string, string> } {
  return {
    tasks: {
      [EVERYWHERE]: () => everywhere(parts, queuedCityJob(CITY)),
      [CITY]: (payload) => remindLoans(parts, City.parse(payload).municipalityId),
    },
    // 23:45 UTC is a quarter to nine in Japan.
    cron: { [EVERYWHERE]: '45 23 * * * ?fill=8h' },
  };
}
