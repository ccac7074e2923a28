import type { ListedStaff } from './contract.ts';

/** Everybody with what they are found by, in the order of sign-in names. */
export type PeopleIndex = readonly { readonly person: ListedStaff; readonly text: string }[];

// As `folded` in lists.ts does it in the database.
const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(' ', '');

export function wordsOf(typed: string): string[] {
  return typed
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');
}

/** 政策課 and 課長 are also asked for as 政策課長. */
const places = ({ posts }: ListedStaff): string[] =>
  posts.flatMap(({ unitName, title }) => [`${unitName}${title}`, `${unitName.slice(0, -1)}${title}`]);

export function peopleIndex(people: readonly ListedStaff[]): PeopleIndex {
  return people
    .toSorted((a, b) => (a.signInName < b.signInName ? -1 : 1))
    .map((person) => {
      const said = [person.name, person.signInName, ...places(person)];
      // Between two of them something that nobody types, so that no word is found across.
      return { person, text: said.map(folded).join('\n') };
    });
}

export interface PeopleSought {
  readonly words: readonly string[];
  readonly unitId: string | null;
  /** After this sign-in name. */
  readonly after: string | null;
  readonly limit: number;
}

export function findPeople(index: PeopleIndex, { words, unitId, after, limit }: PeopleSought): ListedStaff[] {
  const found: ListedStaff[] = [];
  for (const { person, text } of index) {
    if (after !== null && person.signInName <= after) continue;
    if (unitId !== null && !person.posts.some((post) => post.unitId === unitId)) continue;
    if (!words.every((word) => text.includes(word))) continue;
    if (found.push(person) === limit) break;
  }
  return found;
}
