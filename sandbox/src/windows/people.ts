import type { Cities } from '../city/cities.ts';
import type { City, Person } from '../city/city.ts';

export interface PeopleWish {
  readonly tenant: string | null;
  readonly q: string;
  readonly limit: number;
}

/** The picker's list: the people whom scripts rely on first, then the others in the order of the posts. */
export function listPeople(cities: Cities, wish: PeopleWish): { municipalities: readonly unknown[] } {
  const wanted = wish.tenant === null ? cities.all : [cities.city(wish.tenant)].filter((city) => city !== null);
  return { municipalities: wanted.map((city) => municipality(city, wish)) };
}

function municipality(city: City, { q, limit }: PeopleWish) {
  const words = q
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const found = words.length === 0 ? city.people : city.people.filter((person) => matches(person, words));
  return {
    tenantId: city.tenantId,
    name: city.name,
    domain: city.domain,
    total: found.length,
    people: found.slice(0, limit).map(personView),
  };
}

function matches(person: Person, words: readonly string[]): boolean {
  const { department, section, subsection } = person.unitNames;
  const text = [
    person.displayName,
    person.displayNameKana,
    person.signInName,
    person.jobTitle,
    department,
    section,
    subsection,
  ];
  const searched = text.join(' ').toLowerCase();
  return words.every((word) => searched.includes(word));
}

function personView(person: Person) {
  return {
    id: person.id,
    signInName: person.signInName,
    displayName: person.displayName,
    displayNameKana: person.displayNameKana,
    jobTitle: person.jobTitle,
    ...person.unitNames,
    posts: person.posts,
    fixed: person.duty !== null,
    duty: person.duty,
  };
}
