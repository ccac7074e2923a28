import { type Clock, type Database, emit, type Task, type Tx } from '../platform/index.ts';
import { type LocalDate, localDateOf } from '../shared/index.ts';
import { municipalities } from './queries.ts';

const NEW_DAY = 'directory/new-day';

/** The fact that another day has begun in a municipality: posts, holders and roles are those of that day. */
export const DAY_BEGAN = 'directory/day-began';

/**
 * Tells once a day, in its first hour in Japan, that it has begun. Also where no date begins or ends: whoever follows the
 * organisation makes good each day what went wrong on another.
 */
export function newDayJobs({ db, clock }: { db: Database; clock: Clock }): {
  tasks: Readonly<Record<string, Task>>;
  cron: Readonly<Record<string, string>>;
} {
  return {
    tasks: {
      [NEW_DAY]: async () => {
        const today = localDateOf(clock.now());
        for (const id of await municipalities(db)) await db.inMunicipality(id, (tx) => tellOf(tx, today));
      },
    },
    // Every hour, of which one is five past midnight in Japan: a service that stood still then makes up for it.
    cron: { [NEW_DAY]: '5 * * * *' },
  };
}

async function tellOf(tx: Tx, today: LocalDate): Promise<void> {
  const [told] = await tx.query<{ day: LocalDate }>(
    'select told_on as day from kaigi.directory_day where municipality_id = $1 for update',
    [tx.municipalityId],
  );
  if (told && told.day >= today) return;
  await emit(tx, [{ topic: DAY_BEGAN, payload: {} }]);
  await tx.query(
    `insert into kaigi.directory_day (municipality_id, told_on) values ($1, $2)
     on conflict (municipality_id) do update set told_on = excluded.told_on`,
    [tx.municipalityId, today],
  );
}
