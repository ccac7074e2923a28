import { z } from 'zod';
import { type Directory, everywhere, queuedCityJob } from '../../directory/index.ts';
import { type Clock, type Database, emit, type JobSpec, type Task, type Tx } from '../../platform/index.ts';
import type { Regulations } from '../../regulations/index.ts';
import { addDays, dayOfWeek, isWorkingDay, type LocalDate, localDateOf } from '../../shared/index.ts';
import type { Space } from './service.ts';

export interface WeekParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly directory: Pick<Directory, 'municipalities' | 'actorsWith'>;
  readonly regulations: Pick<Regulations, 'ready' | 'workingTimeOn'>;
  readonly space: Pick<Space, 'todoOf'>;
  readonly enqueue: (jobs: readonly JobSpec[]) => Promise<void>;
}

/** The fact that a 文書主任 has something to do this week; told by whoever stands above. */
export const TODO_OF_WEEK = 'records/todo-of-week';

const EVERYWHERE = 'records/week-everywhere';
const CITY = 'records/week';
const City = z.object({ municipalityId: z.uuid() });

/** The Monday that names a week. */
export const mondayOf = (day: LocalDate): LocalDate => addDays(day, -((dayOfWeek(day) + 6) % 7));

/** False where that week was told. */
async function takeWeek(tx: Tx, weekOf: LocalDate, at: Date): Promise<boolean> {
  const taken = await tx.query(
    `insert into kaigi.records_week_told (municipality_id, week_of, told_at) values ($1, $2, $3)
     on conflict do nothing returning week_of`,
    [tx.municipalityId, weekOf, at],
  );
  return taken.length > 0;
}

/** Whether the week that begins on this Monday was told. */
export async function isWeekTold(tx: Tx, weekOf: LocalDate): Promise<boolean> {
  const rows = await tx.query(
    'select 1 from kaigi.records_week_told w where w.municipality_id = $1 and w.week_of = $2',
    [tx.municipalityId, weekOf],
  );
  return rows.length > 0;
}

/**
 * On the first working day of a week by the city's own calendar, or the first on which the service runs: every 文書主任 with
 * something to do. The week is taken and the facts are written together, so that a crash tells nobody twice and nobody never.
 */
export async function tellWeek({ db, clock, directory, regulations, space }: Omit<WeekParts, 'enqueue'>, city: string) {
  const now = clock.now();
  const today = localDateOf(now);
  await db.inMunicipality(city, async (tx) => {
    await regulations.ready(tx);
    if (!isWorkingDay(today, regulations.workingTimeOn({ municipalityId: city, day: today }).closed)) return;
    const weekOf = mondayOf(today);
    if (!(await takeWeek(tx, weekOf, now))) return;
    for (const officer of await directory.actorsWith(tx, 'RECORDS_OFFICER')) {
      if ((await space.todoOf(tx, officer, 'ja')).total === 0) continue;
      await emit(tx, [{ topic: TODO_OF_WEEK, payload: { staffId: officer.staffId, weekOf } }]);
    }
  });
}

export function spaceJobs(parts: WeekParts): { tasks: Record<string, Task>; cron: Record<string, string> } {
  return {
    tasks: {
      [EVERYWHERE]: () => everywhere(parts, queuedCityJob(CITY)),
      [CITY]: (payload) => tellWeek(parts, City.parse(payload).municipalityId),
    },
    // 23:35 UTC is twenty-five to nine in Japan.
    cron: { [EVERYWHERE]: '35 23 * * * ?fill=8h' },
  };
}
