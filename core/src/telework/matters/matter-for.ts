import type { Actor, Rank } from '../../directory/index.ts';
import type { Regulations } from '../../regulations/index.ts';

type Pack = ReturnType<Regulations['packOf']>;

/** What is known of a question; of a choice the words of cities, the fitting one first. */
export type Known = Readonly<Record<string, number | boolean | readonly string[]>>;

export interface MatterAsked {
  readonly code: string;
  readonly facts: Readonly<Record<string, string | number | boolean>>;
}

/**
 * The first of these matters that a city's table of decisions has, with those facts that its rows ask for; `GENERAL`
 * where it has none of them. A fact that cannot be said in the city's words is left for a person to say.
 */
export function matterFor(pack: Pack, codes: readonly string[], known: Known): MatterAsked {
  const matter = codes.map((code) => pack.matters.get(code)).find((one) => one !== undefined);
  if (!matter) return { code: 'GENERAL', facts: {} };
  const facts = matter.facts.flatMap((key): [string, string | number | boolean][] => {
    const value = known[key];
    if (value === undefined) return [];
    if (typeof value === 'number' || typeof value === 'boolean') return [[key, value]];
    const choices = pack.facts.get(key)?.choices ?? [];
    const word = value.find((one) => choices.some((choice) => choice.value === one));
    return word === undefined ? [] : [[key, word]];
  });
  return { code: matter.code, facts: Object.fromEntries(facts) };
}

// From the highest down: a city that has no word for a rank counts it with the next one below that it has.
const RANKS: readonly (readonly [string, readonly Rank[]])[] = [
  ['EXECUTIVE', ['MAYOR', 'DEPUTY_MAYOR']],
  ['DEPARTMENT_HEAD', ['BUREAU_HEAD', 'WARD_HEAD', 'DEPARTMENT_HEAD']],
  ['SECTION_HEAD', ['SECTION_HEAD', 'DEPUTY_SECTION_HEAD']],
  ['SUBSECTION_HEAD', ['SUBSECTION_HEAD', 'CHIEF']],
  ['STAFF', ['STAFF']],
];

/** 対象職員の職, by the main post. */
export function subjectOf({ posts }: Pick<Actor, 'posts'>): Known {
  const rank = posts[0]?.rank ?? 'STAFF';
  const at = RANKS.findIndex(([, ranks]) => ranks.includes(rank));
  return { subjectRank: RANKS.slice(at).map(([word]) => word), managerial: at <= 2 };
}
