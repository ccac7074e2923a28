import type { Actor, Rank } from '../../directory/index.ts';
import type { RegulationsToday } from '../../regulations/index.ts';

type Facts = Record<string, string | number | boolean>;

// From the nearest to the farthest name that packs have for whom a matter concerns.
const NAMES: Readonly<Record<Rank, readonly string[]>> = {
  MAYOR: ['EXECUTIVE', 'MAYOR'],
  DEPUTY_MAYOR: ['EXECUTIVE', 'DEPUTY_MAYOR'],
  BUREAU_HEAD: ['BUREAU_HEAD', 'DEPARTMENT_HEAD', 'SECTION_HEAD'],
  WARD_HEAD: ['WARD_HEAD', 'BUREAU_HEAD', 'DEPARTMENT_HEAD', 'SECTION_HEAD'],
  DEPARTMENT_HEAD: ['DEPARTMENT_HEAD', 'SECTION_HEAD'],
  SECTION_HEAD: ['SECTION_HEAD', 'DEPARTMENT_HEAD'],
  DEPUTY_SECTION_HEAD: ['DEPUTY_SECTION_HEAD', 'STAFF'],
  SUBSECTION_HEAD: ['SUBSECTION_HEAD', 'STAFF'],
  CHIEF: ['CHIEF', 'STAFF'],
  STAFF: ['STAFF'],
};

/** 対象職員の職 and other facts of the applicant, as far as the city's table asks for them. */
export function subjectFacts({ pack }: Pick<RegulationsToday, 'pack'>, actor: Actor): Facts {
  const rank = actor.posts[0]?.rank ?? 'STAFF';
  const choices = pack.facts.get('subjectRank')?.choices?.map(({ value }) => value) ?? [];
  const found = NAMES[rank].find((name) => choices.includes(name));
  return found === undefined ? {} : { subjectRank: found };
}
