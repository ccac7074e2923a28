import type { Absences, Directory } from '../directory/index.ts';
import { type ApprovalCase, activeSlots } from './case.ts';
import * as lists from './list-queries.ts';
import type { StandIns } from './stand-ins.ts';
import type { Look } from './views.ts';

interface StandInListParts {
  readonly directory: Directory;
  readonly absences: Absences;
  readonly standIns: StandIns;
}

const MOST = 100;

/** 代理: the cases that lie with somebody who is away, and that this person may act on for them today; longest first. */
export async function casesToStandInFor(
  { directory, absences, standIns }: StandInListParts,
  look: Look,
): Promise<ApprovalCase[]> {
  const { tx, actor } = look;
  const [there, postIds] = await Promise.all([directory.organisation(tx), lists.postsWithWork(tx)]);
  const posts = postIds.flatMap((postId) => there.posts.get(postId) ?? []);
  const own = new Set(actor.posts.map(({ postId }) => postId));
  const others = posts.filter(({ postId }) => !own.has(postId));
  const away = await absences.absencesOf(tx, [
    ...new Set(others.flatMap(({ holders }) => holders.map(({ staffId }) => staffId))),
  ]);
  const left = others.filter(({ holders }) => holders.every(({ staffId }) => away.has(staffId)));
  const cases = await lists.casesOnDesksOf(tx, { postIds: left.map(({ postId }) => postId) }, { limit: MOST });
  const mine = await Promise.all(cases.map((one) => standIns.lets(look, one)));
  const since = (one: ApprovalCase) => Math.min(...activeSlots(one).map(({ activeSince }) => activeSince.getTime()));
  return cases.filter((_, at) => mine[at]).sort((a, b) => since(a) - since(b));
}
