import type { Me, PackFinding, PackTable, PackView } from '@kaigi/core/contract';
import { ProblemError } from '../../api/problem.ts';

/** Who may bring in versions. The service holds to it whatever a page shows. */
export const keepsPacks = (me: Me | undefined): boolean =>
  me?.roles.some((role) => role === 'GENERAL_AFFAIRS' || role === 'CHIEF_RECORDS_MANAGER' || role === 'ADMIN') ?? false;

/** How a version stands, in the words of the page. */
export type Standing = 'IN_FORCE' | 'TO_COME' | 'PAST' | 'IN_REVIEW' | 'PROPOSED' | 'DROPPED';

export function standingOf({ state, inForceToday, inForceFrom, caseId }: PackView, today: string): Standing {
  if (state === 'DROPPED') return 'DROPPED';
  if (state === 'PROPOSED') return caseId === null ? 'PROPOSED' : 'IN_REVIEW';
  if (inForceToday) return 'IN_FORCE';
  return inForceFrom !== null && inForceFrom > today ? 'TO_COME' : 'PAST';
}

/** By what a version is named in the address: its id, or its name where it came with the product. */
export const addressOf = ({ packId, version }: Pick<PackView, 'packId' | 'version'>): string => packId ?? version;

const isFinding = (value: unknown): value is PackFinding =>
  typeof value === 'object' && value !== null && 'row' in value && 'sentence' in value;

/** Why a text was refused, row by row; empty where the refusal was about something else. */
export function findingsOf(error: unknown): readonly PackFinding[] {
  const present = error instanceof ProblemError ? error.problem.present : null;
  return Array.isArray(present) ? present.filter(isFinding) : [];
}

/** The service puts the row in front of the sentence; a table has a column for it. */
export function reasonOf({ row, sentence }: PackFinding): string {
  if (row === null || !sentence.startsWith(row)) return sentence;
  return sentence.slice(row.length).replace(/^(?:：|: )/u, '');
}

type Section = PackTable['sections'][number];

/** As people search: width and case of the letters do not matter. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/** The rows in which every word is found; a section without such rows goes, unless its title has them all. */
export function sectionsWith(sections: readonly Section[], typed: string): readonly Section[] {
  const words = folded(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return sections;
  const has = (text: string) => words.every((word) => folded(text).includes(word));
  return sections.flatMap((section) => {
    if (has(section.title)) return [section];
    const rows = section.rows.filter((row) => has(`${section.title} ${row.join(' ')}`));
    return rows.length > 0 ? [{ ...section, rows }] : [];
  });
}
