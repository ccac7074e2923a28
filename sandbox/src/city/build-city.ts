import type { Appointment, City, Person, Unit } from './city.ts';
import type { FixedPerson } from './fixed-people.ts';
import { FAMILY_NAMES, GIVEN_NAMES } from './names.ts';
import { seededRandom } from './seeded-random.ts';
import type { Skeleton } from './skeleton.ts';
import { guidOf } from './stable-ids.ts';

export interface CityPlan {
  readonly tenantId: string;
  readonly name: string;
  readonly domain: string;
  readonly skeleton: Skeleton;
  readonly fixed: Readonly<Record<string, FixedPerson>>;
  readonly seed: number;
}

interface Named {
  readonly family: string;
  readonly given: string;
  readonly kana: string;
  readonly duty: string | null;
}

export function buildCity(plan: CityPlan): City {
  const named = new Map<string, Named>();
  for (const [key, person] of Object.entries(plan.fixed)) named.set(`${key}@${plan.domain}`, person);
  const appointments = appoint(plan, named);
  const people = describe(plan, appointments, named);
  const { tenantId, name, domain } = plan;
  return { tenantId, name, domain, units: plan.skeleton.units, appointments, people };
}

/** Gives every post its holders; invented people are numbered in the order of the posts. */
function appoint(plan: CityPlan, named: Map<string, Named>): Appointment[] {
  const random = seededRandom(plan.seed);
  const aliases = new Map<string, string>();
  let count = 0;
  const invent = (): string => {
    const [family, familyKana] = pick(FAMILY_NAMES, random);
    const given = pick(GIVEN_NAMES, random);
    const signInName = `staff-${String(++count).padStart(4, '0')}@${plan.domain}`;
    named.set(signInName, { family, given, kana: `${familyKana} ${given}`, duty: null });
    return signInName;
  };
  const resolve = (holder: string): string => {
    if (holder === '*') return invent();
    if (holder in plan.fixed) return `${holder}@${plan.domain}`;
    const known = aliases.get(holder) ?? invent();
    aliases.set(holder, known);
    return known;
  };
  return plan.skeleton.posts.flatMap<Appointment>(({ unit, code, title, rank, heads, holders, roles, concurrent }) => {
    const post = { code, title, rank, unitCode: unit, headsUnit: heads };
    if (holders.length === 0) return [{ post, signInName: null, concurrent: false, roles }];
    return holders.map((holder) => ({ post, signInName: resolve(holder), concurrent, roles }));
  });
}

function pick<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)] as T;
}

function describe(plan: CityPlan, appointments: readonly Appointment[], named: Map<string, Named>): Person[] {
  const units = new Map(plan.skeleton.units.map((unit) => [unit.code, unit]));
  const heads = new Map<string, string>();
  const byPerson = new Map<string, Appointment[]>();
  for (const appointment of appointments) {
    if (appointment.signInName === null) continue;
    if (appointment.post.headsUnit) heads.set(appointment.post.unitCode, appointment.signInName);
    byPerson.set(appointment.signInName, [...(byPerson.get(appointment.signInName) ?? []), appointment]);
  }
  const order = [...named.keys()].filter((signInName) => byPerson.has(signInName));
  return order.flatMap((signInName, index) => {
    const own = byPerson.get(signInName) ?? [];
    const main = own.find((appointment) => !appointment.concurrent) ?? own[0];
    const who = named.get(signInName);
    if (main === undefined || who === undefined) return [];
    const chain = unitsUpwards(units, main.post.unitCode);
    const manager = chain.map((unit) => heads.get(unit.code)).find((head) => head !== undefined && head !== signInName);
    return [
      {
        id: guidOf(signInName),
        tenantId: plan.tenantId,
        signInName,
        displayName: `${who.family} ${who.given}`,
        displayNameKana: who.kana,
        surname: who.family,
        givenName: who.given,
        employeeId: String(100_001 + index),
        jobTitle: main.post.title,
        unitNames: unitNamesOf(chain),
        managerId: manager === undefined ? null : guidOf(manager),
        posts: own.map(({ post, concurrent }) => ({
          title: post.title,
          unit: units.get(post.unitCode)?.name ?? post.unitCode,
          concurrent,
        })),
        duty: who.duty,
      },
    ];
  });
}

function unitsUpwards(units: ReadonlyMap<string, Unit>, code: string): Unit[] {
  const chain: Unit[] = [];
  for (let unit = units.get(code); unit !== undefined; unit = units.get(unit.parentCode ?? '')) chain.push(unit);
  return chain;
}

function unitNamesOf(chain: readonly Unit[]): Person['unitNames'] {
  const nameOf = (...kinds: Unit['kind'][]) => chain.find((unit) => kinds.includes(unit.kind))?.name ?? null;
  return {
    department: nameOf('DEPARTMENT'),
    section: nameOf('SECTION', 'OFFICE', 'BRANCH'),
    subsection: nameOf('SUBSECTION'),
  };
}
