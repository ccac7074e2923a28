import type { Sentence } from '../../shared/index.ts';
import type { OrganisationSnapshot, SnapshotPost } from '../snapshot.ts';
import type { BreakReason } from './contract.ts';

/** A duty that nobody has done yet. */
export interface OpenSlot {
  readonly slotId: string;
  readonly duty: string;
  readonly postId: string;
  /** As they were when the route was made; shown where the post is no more. */
  readonly postTitle: string;
  readonly unitName: string;
}

/** A case under way, as far as a reorganisation can break it. */
export interface OpenCase {
  readonly caseId: string;
  /** What whoever rehearses may read of it. */
  readonly label: string;
  readonly drafter: { readonly staffId: string; readonly name: string };
  readonly unitName: string;
  readonly slots: readonly OpenSlot[];
}

/** A rule that would point to nobody, as the regulations tell it. */
export interface BrokenRule {
  readonly ruleId: string;
  /** What is wrong with it, as a short code; the same from one rehearsal to the next. */
  readonly problem: string;
  readonly article: string;
  readonly sentence: Sentence;
  /** A route that was only tried: told where the change breaks it, not where it is broken today already. */
  readonly simulated?: true;
}

export interface Resolver {
  readonly postTitle: string;
  readonly unitName: string;
  readonly name: string;
}

export interface BrokenSlot {
  readonly breakId: string;
  readonly caseId: string;
  readonly label: string;
  readonly drafterName: string;
  readonly drafterUnit: string;
  readonly duty: string;
  readonly postTitle: string;
  readonly unitName: string;
  readonly reason: BreakReason;
  /** It is so today already. */
  readonly already: boolean;
  /** The nearest superior who is still there and can take it up. */
  readonly resolver: Resolver | null;
}

/** The open slots that nobody could act on in the organisation to come. */
export function brokenSlots(
  before: OrganisationSnapshot,
  after: OrganisationSnapshot,
  cases: readonly OpenCase[],
): BrokenSlot[] {
  const today = reasonIn(before, before);
  const then = reasonIn(after, before);
  return cases.flatMap((one) =>
    one.slots.flatMap((slot): BrokenSlot[] => {
      const reason = then(one, slot);
      if (reason === null) return [];
      const post = before.posts.get(slot.postId);
      return [
        {
          breakId: `case/${one.caseId}/${slot.slotId}/${reason}`,
          caseId: one.caseId,
          label: one.label,
          drafterName: one.drafter.name,
          drafterUnit: one.unitName,
          duty: slot.duty,
          postTitle: post?.title ?? slot.postTitle,
          unitName: post?.unitName ?? slot.unitName,
          reason,
          already: today(one, slot) !== null,
          resolver: resolverOf(before, after, { one, slot }),
        },
      ];
    }),
  );
}

type Reason = (one: OpenCase, slot: OpenSlot) => BreakReason | null;

function reasonIn(there: OrganisationSnapshot, before: OrganisationSnapshot): Reason {
  return (one, { postId }) => {
    const post = there.posts.get(postId);
    const unitId = before.posts.get(postId)?.unitId;
    if (!post) return unitId !== undefined && !there.units.has(unitId) ? 'UNIT_GONE' : 'POST_GONE';
    if (post.holders.length === 0) return 'POST_VACANT';
    return post.holders.every(({ staffId }) => staffId === one.drafter.staffId) ? 'HOLDER_IS_DRAFTER' : null;
  };
}

function resolverOf(
  before: OrganisationSnapshot,
  after: OrganisationSnapshot,
  { one, slot: { postId } }: { one: OpenCase; slot: OpenSlot },
): Resolver | null {
  const unitId = (after.posts.get(postId) ?? before.posts.get(postId))?.unitId;
  if (unitId === undefined) return null;
  // Upwards in the organisation that is, until a unit stays; from there on upwards in the one to come.
  const stays = before.lineAbove(unitId).find((unit) => after.units.has(unit.unitId));
  for (const unit of after.lineAbove(stays?.unitId ?? unitId)) {
    const head = after.headOf(unit.unitId);
    const holder = head && head.postId !== postId ? otherThan(head, one.drafter.staffId) : undefined;
    if (head && holder) return { postTitle: head.title, unitName: head.unitName, name: holder.name };
  }
  return null;
}

const otherThan = ({ holders }: SnapshotPost, staffId: string) => holders.find((holder) => holder.staffId !== staffId);

export interface OrphanedCase {
  readonly caseId: string;
  readonly label: string;
  readonly drafterName: string;
  readonly drafterUnit: string;
}

/** Cases whose drafter holds no post any more: what is sent back would reach nobody. Nothing stops, but it must be seen. */
export function orphanedCases(
  before: OrganisationSnapshot,
  after: OrganisationSnapshot,
  cases: readonly OpenCase[],
): OrphanedCase[] {
  return cases
    .filter(({ drafter }) => before.postsOf(drafter.staffId).length > 0 && after.postsOf(drafter.staffId).length === 0)
    .map(({ caseId, label, drafter, unitName }) => ({
      caseId,
      label,
      drafterName: drafter.name,
      drafterUnit: unitName,
    }));
}
