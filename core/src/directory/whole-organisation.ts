import type { Tx } from '../platform/index.ts';
import type { LocalDate } from '../shared/index.ts';
import { type KnownStaff, type OrganisationSnapshot, type SnapshotRows, snapshotOf } from './snapshot.ts';

/** The whole organisation as it is recorded for the day: one reading, then any number of questions. */
export async function organisationOn(tx: Tx, day: LocalDate): Promise<OrganisationSnapshot> {
  const [staff, rows] = await Promise.all([signedInStaff(tx), rowsOf(tx, day)]);
  return snapshotOf({ day, staff, ...rows });
}

/** Everybody who can sign in. */
export async function signedInStaff(tx: Tx): Promise<KnownStaff[]> {
  return tx.query<KnownStaff>(
    `select s.staff_id as "staffId", s.name from kaigi.directory_staff s where s.municipality_id = $1 and s.enabled`,
    [tx.municipalityId],
  );
}

const ON = (alias: string) =>
  `${alias}.municipality_id = $1 and ${alias}.cancelled_at is null and ${alias}.valid_from <= $2::date
   and (${alias}.valid_to is null or ${alias}.valid_to > $2::date)`;

async function rowsOf(tx: Tx, day: LocalDate): Promise<Pick<SnapshotRows, 'units' | 'posts' | 'appointments'>> {
  const at = [tx.municipalityId, day];
  const [units, posts, appointments] = await Promise.all([
    tx.query<SnapshotRows['units'][number]>(
      `select u.unit_id as "unitId", u.code, u.name, u.kind, u.parent_unit_id as "parentUnitId"
       from kaigi.directory_unit u where ${ON('u')}`,
      at,
    ),
    tx.query<SnapshotRows['posts'][number]>(
      `select p.post_id as "postId", p.code, p.unit_id as "unitId", p.title, p.rank, p.heads_unit as "headsUnit"
       from kaigi.directory_post p where ${ON('p')}`,
      at,
    ),
    tx.query<SnapshotRows['appointments'][number]>(
      `select a.staff_id as "staffId", a.post_id as "postId" from kaigi.directory_appointment a where ${ON('a')}
       order by a.concurrent, a.staff_id`,
      at,
    ),
  ]);
  return { units, posts, appointments };
}
