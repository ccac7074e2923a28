import type { Directory, Person } from '../../directory/index.ts';
import type { Clock, Database, Tx } from '../../platform/index.ts';
import type { Regulations } from '../../regulations/index.ts';
import { type Caller, type LocalDate, type Locale, localDateOf, notFound } from '../../shared/index.ts';
import { isUnderWay } from '../applications/rules.ts';
import { type KeptApplication, lastApplication, readApplication } from '../applications/store.ts';
import { mayLookAt, mayReadPersonal } from '../people/people.ts';
import { firstInTime } from '../requests/first-in-time.ts';
import { nameOf } from '../requests/words.ts';
import {
  type MyRegistration,
  type PersonsRegistration,
  RegistrationInputSchema,
  type RegistrationState,
  type RegistrationView,
} from './contract.ts';
import { renewableFrom } from './kind.ts';
import { type Registration, registrationOn, registrationsOf } from './store.ts';

export interface RegistrationParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly directory: Directory;
  readonly regulations: Regulations;
}

export interface Registrations {
  /** One's own: what counts today, what is asked for, and whether the renewal may be asked for. */
  mine(caller: Caller): Promise<MyRegistration>;
  /** Somebody’s, for whoever may look at their days; address and 連絡先 for the 所属長 and personnel alone. @throws not-found */
  of(caller: Caller, staffId: string): Promise<PersonsRegistration>;
}

type Policy = ReturnType<Regulations['teleworkOn']>['policy'];

interface Shown {
  readonly application: KeptApplication;
  readonly registration: Registration | null;
  readonly policy: Policy;
  readonly today: LocalDate;
  readonly locale: Locale;
}

function stateOf({ registration, application, today }: Shown): RegistrationState {
  if (registration === null) return isUnderWay(application) ? 'ASKED' : 'REFUSED';
  if (registration.state === 'VALID') return registration.until < today ? 'EXPIRED' : 'VALID';
  return registration.state;
}

function present(shown: Shown): RegistrationView | null {
  const { application, registration, policy, locale } = shown;
  const read = RegistrationInputSchema.safeParse(application.input);
  if (!read.success) return null;
  const { places, devices, contact } = read.data;
  const staff: Person = application.applicant;
  return {
    ...{ id: application.applicationId, version: application.version, staff, state: stateOf(shown), contact },
    from: registration?.from ?? null,
    until: registration?.until ?? null,
    remindFrom: registration?.remindFrom ?? null,
    places: places.map(({ place, address }) => ({ place, name: nameOf(policy, 'places', place)[locale], address })),
    devices: devices.map(({ device, name }) => ({
      ...{ device, name: nameOf(policy, 'devices', device)[locale], model: name },
    })),
  };
}

async function currentOf(tx: Tx, staffId: string, today: LocalDate) {
  const all = await registrationsOf(tx, staffId);
  const registration =
    registrationOn(all, today) ?? all.find(({ state, from }) => state === 'VALID' && today < from) ?? null;
  const application = registration && (await readApplication(tx, registration.applicationId));
  // Another one follows it already: nothing is to be renewed.
  const follows =
    registration !== null && all.some(({ state, until }) => state === 'VALID' && until > registration.until);
  return { registration, application, follows };
}

/** Somebody’s registration as it stands today. */
export async function registrationSeen(
  { db, clock, regulations }: RegistrationParts,
  { municipalityId, staffId, locale }: { municipalityId: string; staffId: string; locale: Locale },
): Promise<MyRegistration> {
  const today = localDateOf(clock.now());
  return db.inMunicipality(municipalityId, async (tx) => {
    await regulations.ready(tx);
    const { policy } = regulations.teleworkOn({ municipalityId, day: today });
    const { registration, application, follows } = await currentOf(tx, staffId, today);
    const last = await lastApplication(tx, { staffId, kind: 'REGISTRATION' });
    const asked = last && isUnderWay(last) ? last : null;
    const shown = (one: KeptApplication | null, of: Registration | null) =>
      one && present({ application: one, registration: of, policy, today, locale });
    return {
      needed: policy?.rules.some(({ rule }) => rule === 'REGISTRATION') ?? false,
      current: shown(application, registration),
      asked: shown(asked, null),
      firstDay: policy && firstInTime(policy, today),
      renewable: registration !== null && asked === null && !follows && renewableFrom(registration) <= today,
    };
  });
}

const withoutPersonal = ({ places, ...rest }: RegistrationView): RegistrationView => ({
  ...rest,
  places: places.map((place) => ({ ...place, address: '' })),
  contact: '',
});

export const createRegistrations = (parts: RegistrationParts): Registrations => ({
  async mine(caller) {
    const { municipalityId, locale } = caller;
    const { staffId } = await parts.db.inMunicipality(municipalityId, (tx) => parts.directory.actorOf(tx, caller));
    return registrationSeen(parts, { municipalityId, staffId, locale });
  },
  async of(caller, staffId) {
    const { municipalityId, locale } = caller;
    const personal = await parts.db.inMunicipality(municipalityId, async (tx) => {
      const { directory } = parts;
      const [actor, there] = [await directory.actorOf(tx, caller), await directory.organisation(tx)];
      if (!mayLookAt(there, actor, staffId)) throw notFound('telework.application_not_found');
      return mayReadPersonal(there, actor, staffId);
    });
    const { current } = await registrationSeen(parts, { municipalityId, staffId, locale });
    return { current: personal ? current : current && withoutPersonal(current), personal };
  },
});
