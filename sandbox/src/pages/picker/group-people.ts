import type { Person } from '../window-api.ts';

interface Section {
  readonly name: string | null;
  readonly people: readonly Person[];
}

export interface Department {
  readonly name: string | null;
  readonly count: number;
  readonly sections: readonly Section[];
}

/** 部 → 課 in the order in which the city lists them; people without a 部 (mayor, deputies) come first. */
export function groupByUnit(people: readonly Person[]): readonly Department[] {
  const departments = groupBy(people, (person) => person.department);
  const inOrder = [...departments].sort(([a], [b]) => Number(b === null) - Number(a === null));
  return inOrder.map(([name, members]) => ({
    name,
    count: members.length,
    sections: sectionsOf(members),
  }));
}

function sectionsOf(members: readonly Person[]): readonly Section[] {
  const sections = [...groupBy(members, (person) => person.section)];
  return sections
    .sort(([a], [b]) => Number(b === null) - Number(a === null))
    .map(([name, people]) => ({ name, people }));
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string | null): Map<string | null, T[]> {
  const groups = new Map<string | null, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}

/** Every word of the query must be found somewhere; half and full width, ひらがな and カタカナ count as one. */
export function matchesQuery(person: Person, query: string): boolean {
  const words = query
    .split(/\s+/)
    .map(fold)
    .filter((word) => word !== '');
  const haystack = fold(
    [
      person.displayName,
      person.displayNameKana,
      person.signInName,
      person.jobTitle,
      person.department ?? '',
      person.section ?? '',
      person.subsection ?? '',
      person.duty ?? '',
      ...person.posts.flatMap((post) => [post.title, post.unit]),
    ].join('\n'),
  );
  return words.every((word) => haystack.includes(word)) || haystack.includes(fold(query));
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/\s+/g, '');
}
