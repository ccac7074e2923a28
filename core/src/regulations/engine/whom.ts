import type { OrganisationSnapshot } from '../../directory/index.ts';
import { invariant } from '../../shared/index.ts';
import type { Designation } from '../language/parts.ts';
import { designated, lineOf, nameOf } from './line.ts';
import type { Pack } from './pack.ts';
import type { Situation } from './situation.ts';

/** From whose place somebody is designated: the unit, and the posts of whoever asks, the one acted in first. */
export interface WhomQuestion {
  readonly there: OrganisationSnapshot;
  readonly namedBy?: (postId: string) => readonly string[];
  readonly unitId: string;
  readonly drafterPostIds: readonly string[];
}

/** A post or a section, as the words of the regulations name it today. */
export type Whom =
  | { readonly kind: 'POST'; readonly postId: string; readonly name: string }
  | { readonly kind: 'SECTION'; readonly unitId: string; readonly name: string };

/** Whom a row of the regulations means, outside of any route; nobody where nothing fits. */
export function whomOf(pack: Pack, question: WhomQuestion, words: Designation): Whom[] {
  const { there, unitId, drafterPostIds, namedBy = () => [] } = question;
  const line = there.lineAbove(unitId);
  const matter = pack.matters.get('GENERAL');
  invariant(matter, 'every city knows GENERAL');
  const situation: Situation = {
    ...{ pack, there, matter, example: matter.code, facts: {}, escalations: [], urgent: false, unitId, namedBy },
    unitCodes: line.map((unit) => there.units.get(unit.unitId)?.code ?? ''),
    unitKind: line[0]?.unitKind ?? 'SECTION',
    drafterPostIds,
    ...{ drafterClass: null, deciderClass: null, ordered: [] },
  };
  const from = there.posts.get(drafterPostIds[0] ?? '');
  // Somebody at the desk has the head of their unit above them; a head looks up from their own post.
  const stops = lineOf(situation, unitId);
  const superior = stops.find(({ post, vacant }) => !vacant && !drafterPostIds.includes(post.postId));
  const found =
    'superior' in words
      ? superior && [{ kind: 'POST' as const, post: superior.post, own: false }]
      : designated(words, { situation, line: stops, from });
  return (found ?? []).flatMap((one): Whom[] => {
    if (one.kind === 'SECTION') {
      const name = there.units.get(one.unitId)?.name ?? '';
      return [{ kind: 'SECTION', unitId: one.unitId, name }];
    }
    return [{ kind: 'POST', postId: one.post.postId, name: nameOf(one.post) }];
  });
}
