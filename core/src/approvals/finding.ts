import { type Directory, personOf } from '../directory/index.ts';
import type { Tx } from '../platform/index.ts';
import { addWorkingDays, badInput, conflict, localDateOf } from '../shared/index.ts';
import { raisedBy } from './acts/extend-route.ts';
import type { ActInput } from './contract.ts';
import type { Found, Reader } from './facts.ts';
import type { Planner } from './planner.ts';
import type { StandIns } from './stand-ins.ts';
import type { FindFor, Open } from './steps.ts';

interface FindingParts {
  readonly directory: Directory;
  readonly planner: Pick<Planner, 'planOrRefuse'>;
  readonly standIns: StandIns;
}

// 後閲 of somebody who was passed over by 引上げ, where no row of the regulations says when.
const POST_REVIEW_WORKING_DAYS = 5;
const MOST_READERS = 1_000;

async function personNamed(directory: Directory, tx: Tx, staffId: string): Promise<NonNullable<Found['person']>> {
  const actor = await directory.actorById(tx, staffId);
  if (!actor) throw conflict('approvals.no_such_addressee');
  const { posts } = actor;
  const there = await directory.organisation(tx);
  return {
    person: personOf(actor),
    // Who is in a subsection is in its section.
    unitIds: posts.flatMap((post) => there.lineAbove(post.unitId).map(({ unitId }) => unitId)),
    postIds: posts.map((post) => post.postId),
  };
}

async function postNamed(directory: Directory, tx: Tx, postId: string): Promise<NonNullable<Found['post']>> {
  const post = (await directory.holdersOf(tx, [postId])).get(postId);
  if (!post) throw conflict('approvals.no_such_addressee');
  return { postId, postTitle: post.title, unitName: post.unitName };
}

/** Members of units, holders of posts and people named: those of this moment. */
async function readersOf(
  directory: Directory,
  tx: Tx,
  { staffIds, postIds, unitIds }: Extract<ActInput, { act: 'circulate' }>,
): Promise<Reader[]> {
  const there = await directory.organisation(tx);
  const ofUnits = unitIds.flatMap((unitId) => there.postsIn(unitId).map((post) => post.postId));
  const holders = await directory.holdersOf(tx, [...new Set([...postIds, ...ofUnits])]);
  const people = await Promise.all(staffIds.map((staffId) => directory.actorById(tx, staffId)));
  const named = people.flatMap((actor) => (actor ? [personOf(actor)] : []));
  const all = [...[...holders.values()].flatMap((post) => post.holders), ...named];
  if (all.length > MOST_READERS) throw conflict('approvals.too_many_readers', { most: MOST_READERS });
  return all.map((person) => ({ person }));
}

/** Exactly one post or section, as the directory names it today. */
async function addresseeOf(
  directory: Directory,
  tx: Tx,
  { duty, postId, unitId }: Extract<ActInput, { act: 'addToRoute' }>,
): Promise<Found> {
  if ((postId === undefined) === (unitId === undefined)) throw badInput('approvals.one_addressee');
  if (duty === 'REVIEW' && postId === undefined) throw badInput('approvals.reviewer_is_post');
  const there = await directory.organisation(tx);
  const post = postId === undefined ? there.headOf(unitId ?? '') : there.posts.get(postId);
  if (!post) throw conflict('approvals.no_such_addressee');
  const holders = (await directory.holdersOf(tx, [post.postId])).get(post.postId)?.holders ?? [];
  return { addressee: { post: { postId: post.postId, postTitle: post.title, unitName: post.unitName }, holders } };
}

const NOBODY = { staffId: '', name: '', postTitle: '', unitName: '' };

/** Looks up outside what an act needs to know, and only that. */
export function finder({ directory, planner, standIns }: FindingParts): FindFor {
  return async (open: Open, input): Promise<Found> => {
    const { tx, actor, approvalCase, facts, caller } = open;
    const look = { tx, actor, locale: caller.locale };
    switch (input.act) {
      case 'deputyDecide': {
        const asked = { slotId: input.slotId, instructed: input.instruction !== undefined };
        return { standIn: await standIns.ask(look, approvalCase, asked) };
      }
      case 'skipAbsent':
        return { skip: await standIns.askToSkip(look, approvalCase, input.slotId) };
      case 'pullUp':
        return { postReviewDueOn: addWorkingDays(localDateOf(facts.now), POST_REVIEW_WORKING_DAYS) };
      case 'assign':
        return { person: await personNamed(directory, tx, input.staffId) };
      case 'reassign':
        if (input.toStaffId) return { person: await personNamed(directory, tx, input.toStaffId) };
        return input.toPostId ? { post: await postNamed(directory, tx, input.toPostId) } : {};
      case 'circulate':
        return { readers: await readersOf(directory, tx, input) };
      case 'addToRoute':
        return addresseeOf(directory, tx, input);
      case 'raiseDecider': {
        const raised = { ...raisedBy(approvalCase, input), by: NOBODY, at: facts.now, reason: '' };
        return { plan: await planner.planOrRefuse({ tx, locale: caller.locale }, { ...approvalCase, raised }) };
      }
      default:
        return NOTHING;
    }
  };
}

const NOTHING: Found = {};
