import type { Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';

/** 利用者登録 that was approved. Addresses stay with its application. */
export interface Registration {
  readonly applicationId: string;
  readonly staffId: string;
  readonly from: LocalDate;
  /** Included. */
  readonly until: LocalDate;
  readonly remindFrom: LocalDate | null;
  /** Codes of the city's rules. */
  readonly places: readonly string[];
  readonly devices: readonly string[];
  /** REPLACED: by a change notice, from which on the newer one counts. */
  readonly state: 'VALID' | 'REPLACED' | 'CANCELLED';
}

const ROWS = `select r.application_id as "applicationId", r.staff_id as "staffId", r.from_day as "from",
    r.until_day as until, r.remind_from as "remindFrom", r.places, r.devices, r.state
  from kaigi.telework_registration r where r.municipality_id = $1`;

/** Everything that was ever approved for somebody, newest first. */
export const registrationsOf = (tx: Tx, staffId: string): Promise<Registration[]> =>
  tx.query<Registration>(`${ROWS} and r.staff_id = $2 order by r.application_id desc`, [tx.municipalityId, staffId]);

/** The one that counts on the day; else the last one before, which is over; null where there never was one. */
export function registrationOn(registrations: readonly Registration[], day: LocalDate): Registration | null {
  const begun = registrations.filter(({ state, from, until }) => state !== 'CANCELLED' && from <= day && from <= until);
  const byEnd = begun.toSorted((a, b) => (a.until < b.until ? 1 : -1));
  return begun.find(({ until }) => day <= until) ?? byEnd[0] ?? null;
}

/** 利用者登録 of somebody as it counts on the day, or the last one where that is over. */
export const registrationOf = async (tx: Tx, staffId: string, day: LocalDate): Promise<Registration | null> =>
  registrationOn(await registrationsOf(tx, staffId), day);

/** A newly approved one; what counted until then ends the day before. */
export async function saveRegistration(tx: Tx, one: Registration): Promise<void> {
  const { applicationId, staffId, from, until, remindFrom, places, devices } = one;
  await tx.query(
    `update kaigi.telework_registration set state = 'REPLACED', until_day = $3::date - 1
     where municipality_id = $1 and staff_id = $2 and state = 'VALID' and until_day >= $3`,
    [tx.municipalityId, staffId, from],
  );
  await tx.query(
    `insert into kaigi.telework_registration (municipality_id, application_id, staff_id, from_day, until_day,
       remind_from, places, devices, state) values ($1, $2, $3, $4, $5, $6, $7, $8, 'VALID') on conflict do nothing`,
    [
      ...[tx.municipalityId, applicationId, staffId, from, until, remindFrom],
      ...[JSON.stringify(places), JSON.stringify(devices)],
    ],
  );
}

export async function cancelRegistration(tx: Tx, applicationId: string): Promise<void> {
  await tx.query(
    `update kaigi.telework_registration set state = 'CANCELLED' where municipality_id = $1 and application_id = $2`,
    [tx.municipalityId, applicationId],
  );
}

export interface Due {
  readonly applicationId: string;
  readonly staffId: string;
  readonly until: LocalDate;
  /** How often, this time included. */
  readonly reminded: number;
}

/** Those whose renewal is due, that were not reminded since, and whom nothing follows. */
export async function takeReminders(tx: Tx, today: LocalDate, again: LocalDate): Promise<Due[]> {
  return tx.query<Due>(
    `update kaigi.telework_registration r set reminded = r.reminded + 1
     where r.municipality_id = $1 and r.state = 'VALID' and r.until_day >= $2
       and ((r.reminded = 0 and r.remind_from <= $2) or (r.reminded = 1 and r.until_day <= $3))
       and not exists (select from kaigi.telework_registration n where n.municipality_id = r.municipality_id
         and n.staff_id = r.staff_id and n.state = 'VALID' and n.until_day > r.until_day)
       and not exists (select from kaigi.telework_application a where a.municipality_id = r.municipality_id
         and a.staff_id = r.staff_id and a.kind = 'REGISTRATION' and a.state in ('FILING', 'REVIEW', 'SENT_BACK'))
     returning r.application_id as "applicationId", r.staff_id as "staffId", r.until_day as until, r.reminded`,
    [tx.municipalityId, today, again],
  );
}
