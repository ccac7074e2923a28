import type { City, Person, Rank, Unit } from '../../city/city.ts';
import type { CalendarOwner } from '../calendar/event.ts';
import { personOwner } from '../calendar/owners.ts';

/** Those who never take part: away the whole week, or at home by themselves. */
const APART = ['security-officer@minato.example', 'branch-head@minato.example'];

export interface Group {
  readonly code: string;
  readonly name: string;
  readonly head: CalendarOwner | null;
  /** Its head included. */
  readonly people: readonly CalendarOwner[];
}

/** Who meets whom: sections, departments with the heads of their sections, and the top. */
export interface Staff {
  readonly sections: readonly Group[];
  readonly departments: readonly Group[];
  readonly top: Group;
  readonly rankOf: ReadonlyMap<string, Rank>;
}

export function staffOf(city: City): Staff {
  const units = new Map(city.units.map((unit) => [unit.code, unit]));
  const people = new Map(city.people.map((person) => [person.signInName, person]));
  const heads = new Map<string, CalendarOwner>();
  const members = new Map<string, CalendarOwner[]>();
  const rankOf = new Map<string, Rank>();
  const top: CalendarOwner[] = [];
  for (const { post, signInName, concurrent } of city.appointments) {
    const person = people.get(signInName ?? '');
    if (person === undefined || APART.includes(person.signInName)) continue;
    const owner = personOwner(person);
    // Who heads a second section in addition sits with the first.
    if (post.headsUnit && !concurrent) heads.set(post.unitCode, owner);
    if (concurrent || rankOf.has(person.id)) continue;
    rankOf.set(person.id, post.rank);
    if (post.rank === 'MAYOR' || post.rank === 'DEPUTY_MAYOR' || post.rank === 'DEPARTMENT_HEAD') top.push(owner);
    const section = sectionOf(units, post.unitCode);
    if (section !== null) members.set(section.code, [...(members.get(section.code) ?? []), owner]);
  }
  const group = (unit: Unit, own: readonly CalendarOwner[]): Group => {
    const head = heads.get(unit.code) ?? null;
    const rest = own.filter(({ id }) => id !== head?.id);
    return { code: unit.code, name: unit.name, head, people: head === null ? rest : [head, ...rest] };
  };
  const sections = city.units.filter(isSection).map((unit) => group(unit, members.get(unit.code) ?? []));
  const departments = city.units
    .filter(({ kind }) => kind === 'DEPARTMENT')
    .map((unit) =>
      group(
        unit,
        city.units.filter(isBelow(unit)).flatMap(({ code }) => heads.get(code) ?? []),
      ),
    );
  const [bureau] = city.units;
  return {
    sections,
    departments,
    top: { code: 'top', name: bureau?.name ?? '', head: top[0] ?? null, people: top },
    rankOf,
  };
}

const isSection = ({ kind }: Unit): boolean => kind === 'SECTION' || kind === 'OFFICE' || kind === 'BRANCH';
const isBelow = (above: Unit) => (unit: Unit) => isSection(unit) && unit.parentCode === above.code;

function sectionOf(units: ReadonlyMap<string, Unit>, code: string): Unit | null {
  for (let unit = units.get(code); unit !== undefined; unit = units.get(unit.parentCode ?? ''))
    if (isSection(unit)) return unit;
  return null;
}

export const isApart = ({ signInName }: Pick<Person, 'signInName'>): boolean => APART.includes(signInName);
