import type { OrganisationSnapshot } from '../../directory/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { type GlossaryTerm, glossaryOf } from './glossary.ts';
import type { TermContent } from './keeping.ts';
import { termsOf } from './store.ts';

const named = (kind: GlossaryTerm['kind'], names: Iterable<{ readonly name: string }>): GlossaryTerm[] =>
  Array.from(names, ({ name }) => ({ written: name, kind, heard: [] }));

/** Those of one 会議体, then those of nobody's choosing (who is there), then those of the whole city. */
export function termsFor(
  terms: readonly TermContent[],
  bodyId: string | null,
  there: readonly GlossaryTerm[] = [],
): GlossaryTerm[] {
  const ofBody = bodyId === null ? [] : terms.filter((term) => term.bodyId === bodyId);
  return glossaryOf(
    terms.filter((term) => term.bodyId === null),
    [...ofBody, ...there],
  );
}

/**
 * Everything that is known beforehand of the words of a meeting, what is surest first: to put them right, and to tell a
 * recogniser. Who attends and the units of the city hall need no list (M-11).
 */
export async function termsOfMeeting(
  { tx, there }: { readonly tx: Tx; readonly there: OrganisationSnapshot },
  { content: { attendees, bodyId } }: Pick<Meeting, 'content'>,
): Promise<GlossaryTerm[]> {
  const terms = termsFor(await termsOf(tx), bodyId, named('PERSON', attendees));
  return [...terms, ...named('UNIT', there.units.values())];
}
