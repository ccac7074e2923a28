import type { Locale, Sentence } from '../../shared/index.ts';
import { DEFAULT_SPECIAL_LEAVE } from '../leave/special-leave.ts';
import type { PresenceRow } from './contract.ts';
import type { Seen } from './known.ts';
import type { OnBoard } from './people-of.ts';
import { leaveWords, OTHER_LEAVE } from './text.ts';

interface Showing {
  readonly person: OnBoard;
  readonly presence: Seen;
  readonly view: { isAbove(staffId: string): boolean; mayKnow(staffId: string): boolean };
}

interface Words {
  /** The regulations' own words for places. */
  readonly places: readonly { readonly code: string; readonly name: Sentence }[];
  readonly locale: Locale;
}

const SPECIAL = new Map(DEFAULT_SPECIAL_LEAVE.map(({ id, name }) => [id, name]));

function detailOf({ leave, statement }: Seen, locale: Locale): string | null {
  if (leave === null) return statement;
  return (leaveWords[leave] ?? SPECIAL.get(leave) ?? OTHER_LEAVE)[locale];
}

/** As this reader may see it: the state is everybody's, the reason of an absence is not. */
export function presentRow({ person, presence, view }: Showing, { places, locale }: Words): PresenceRow {
  const { staffId, name, post } = person;
  const { state, since, until, where, noReturn, planned, source, reachable } = presence;
  return {
    person: { staffId, name, postTitle: post.title, unitName: post.unitName },
    unitId: post.unitId,
    ...{ state, since: since?.toISOString() ?? null, until: until?.toISOString() ?? null },
    where: places.find(({ code }) => code === where)?.name[locale] ?? where,
    ...{ noReturn, planned },
    detail: view.mayKnow(staffId) ? detailOf(presence, locale) : null,
    source,
    mayNudge: reachable && view.isAbove(staffId),
  };
}
