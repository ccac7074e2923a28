import { type Clock, type Database, emit, type Task, type Tx } from '../platform/index.ts';
import { type LocalDate, localDateOf } from '../shared/index.ts';
import { municipalities } from './queries.ts';
import { ORGANISATION_CHANGED } from './service.ts';

const NEW_DAY = 'directory/new-day';

/** Tells, just after midnight in Japan, that the organisation is another one where dates begin or end that day. */
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

const TABLES = ['unit', 'post', 'appointment', 'role'];
const BEGINS_OR_ENDS = TABLES.map(
  (table) => `select 1 from kaigi.directory_${table} t where t.municipality_id = $1 and t.cancelled_at is null
    and (t.valid_from > $2::date and t.valid_from <= $3::date or t.valid_to > $2::date and t.valid_to <= $3::date)`,
).join(' union all ');

async function tellOf(tx: Tx, today: LocalDate): Promise<void> {
  const [told] = await tx.query<{ day: LocalDate }>(
    'select told_on as day from kaigi.directory_day where municipality_id = $1 for update',
    [tx.municipalityId],
  );
  if (told && told.day >= today) return;
  const changes = told ? await tx.query(`${BEGINS_OR_ENDS} limit 1`, [tx.municipalityId, told.day, today]) : [];
  if (changes.length > 0) await emit(tx, [{ topic: ORGANISATION_CHANGED, payload: {} }]);
  await tx.query(
    `insert into kaigi.directory_day (municipality_id, told_on) values ($1, $2)
     on conflict (municipality_id) do update set told_on = excluded.told_on`,
    [tx.municipalityId, today],
  );
}
