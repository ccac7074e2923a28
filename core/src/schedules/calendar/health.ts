import { type Directory, hasRole, type OrganisationSnapshot } from '../../directory/index.ts';
import type { Clock, Database, Tx } from '../../platform/index.ts';
import { type Caller, notAllowed } from '../../shared/index.ts';
import { peopleIn, topUnits } from '../../telework/index.ts';
import type { SyncHealth } from '../week/contract.ts';
import type { CalendarProblem } from './entry.ts';
import type { Calendars } from './port.ts';

export interface HealthParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly directory: Directory;
  readonly calendars: () => Calendars | null;
}

const MOST = 100;
/** As `rules.ts` has it: read at least twice in this time where Microsoft tells us, else within ten minutes. */
const STALE = `(m.problem is distinct from 'NO_MAILBOX' and (m.synced_at is null or m.problem is not null
  or m.synced_at < $2::timestamptz - case when m.expires_at > $2 then interval '12 hours' else interval '10 minutes' end
  or coalesce(m.heard_at > m.synced_at and m.heard_at < $2::timestamptz - interval '1 minute', false)))`;

type Counts = Pick<SyncHealth, 'followed' | 'subscribed' | 'endingSoon' | 'stale'> & { oldestSync: Date | null };

const countsIn = (tx: Tx, now: Date): Promise<Counts[]> =>
  tx.query<Counts>(
    `select count(*)::int as followed, count(*) filter (where m.expires_at > $2)::int as subscribed,
       count(*) filter (where m.expires_at > $2 and m.expires_at < $2::timestamptz + interval '1 day')::int as "endingSoon",
       count(*) filter (where ${STALE})::int as stale, min(m.synced_at) as "oldestSync"
     from kaigi.schedules_mailbox m where m.municipality_id = $1`,
    [tx.municipalityId, now],
  );

const problemsIn = (tx: Tx): Promise<{ problem: CalendarProblem; count: number }[]> =>
  tx.query(
    `select m.problem, count(*)::int as count from kaigi.schedules_mailbox m
     where m.municipality_id = $1 and m.problem is not null group by 1 order by 1`,
    [tx.municipalityId],
  );

interface Row {
  readonly ownerId: string;
  readonly syncedAt: Date | null;
  readonly stale: boolean;
  readonly problem: CalendarProblem | null;
  readonly until: Date | null;
}

const worstIn = (tx: Tx, now: Date): Promise<Row[]> =>
  tx.query<Row>(
    `select m.owner_id as "ownerId", m.synced_at as "syncedAt", ${STALE} as stale, m.problem, m.expires_at as until
     from kaigi.schedules_mailbox m where m.municipality_id = $1
     order by m.synced_at nulls first, m.owner_id limit ${MOST}`,
    [tx.municipalityId, now],
  );

function named(there: OrganisationSnapshot, rows: readonly Row[]): SyncHealth['mailboxes'] {
  const people = new Map(peopleIn(there, topUnits(there), true).map((person) => [person.staffId, person]));
  return rows.map(({ ownerId, syncedAt, stale, problem, until }) => {
    const found = people.get(ownerId);
    const person = found && {
      staffId: ownerId,
      name: found.name,
      postTitle: found.post.title,
      unitName: found.post.unitName,
    };
    return {
      ...{ person: person ?? null, syncedAt: syncedAt?.toISOString() ?? null, stale, problem },
      until: until?.toISOString() ?? null,
    };
  });
}

/** How the calendars of the municipality are followed. @throws not-allowed `schedules.health_not_yours` */
export async function healthOf({ db, clock, directory, calendars }: HealthParts, caller: Caller): Promise<SyncHealth> {
  const now = clock.now();
  return db.singly(caller.municipalityId, async (tx) => {
    const [actor, there] = await Promise.all([directory.actorOf(tx, caller), directory.organisation(tx)]);
    if (!hasRole(actor, 'ADMIN')) throw notAllowed('schedules.health_not_yours');
    const [[counts], problems, worst] = await Promise.all([countsIn(tx, now), problemsIn(tx), worstIn(tx, now)]);
    const none = { followed: 0, subscribed: 0, endingSoon: 0, stale: 0, oldestSync: null };
    const on = calendars()?.municipalityIds.includes(caller.municipalityId) ?? false;
    return {
      ...{ at: now.toISOString(), on, ...none, ...counts },
      oldestSync: counts?.oldestSync?.toISOString() ?? null,
      ...{ problems, mailboxes: named(there, worst) },
    };
  });
}
