import type { Locale, Sentence } from '../../shared/index.ts';
import type { Sight } from '../people/people.ts';
import type { PresenceRow } from './contract.ts';
import type { Seen } from './known.ts';
import type { OnBoard } from './people-of.ts';
import { leaveWords, OTHER_LEAVE } from './text.ts';

interface Showing {
  readonly person: OnBoard;
  readonly presence: Seen;
  readonly sight: Sight;
  /** By the application. */
  readonly contacts: ReadonlyMap<string, string>;
}

interface Words {
  /** The regulations' own words for places. */
  readonly places: readonly { readonly code: string; readonly name: Sentence }[];
  /** The city’s own list of special leave. */
  readonly specialLeave: readonly { readonly id: string; readonly name: Sentence }[];
  readonly locale: Locale;
}

function detailOf({ leave, statement }: Seen, { specialLeave, locale }: Words): string | null {
  if (leave === null) return statement;
  return (leaveWords[leave] ?? specialLeave.find(({ id }) => id === leave)?.name ?? OTHER_LEAVE)[locale];
}

/** As this reader may see it: the state is everybody's, the reason of an absence is not. */
export function presentRow({ person, presence, sight, contacts }: Showing, words: Words): PresenceRow {
  const { places, locale } = words;
  const { staffId, name, post } = person;
  const { state, since, until, where, noReturn, planned, source, reachable, applicationId } = presence;
  const mayLook = sight.mayLookAt(staffId);
  return {
    person: { staffId, name, postTitle: post.title, unitName: post.unitName },
    unitId: post.unitId,
    ...{ state, since: since?.toISOString() ?? null, until: until?.toISOString() ?? null },
    where: places.find(({ code }) => code === where)?.name[locale] ?? where,
    ...{ noReturn, planned },
    detail: mayLook ? detailOf(presence, words) : null,
    contact: mayLook ? (contacts.get(applicationId ?? '') ?? null) : null,
    source,
    mayNudge: reachable && sight.isAbove(staffId),
  };
}
