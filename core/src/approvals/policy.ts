import { type Actor, hasRole } from '../directory/index.ts';
import {
  type ActiveSlot,
  type ApprovalCase,
  type CaseInReview,
  type DecidedCase,
  isActive,
  isDecided,
  isSettled,
  isUnderReview,
  type Obligation,
  type SettledSlot,
  type Slot,
} from './case.ts';

// May this person do this? Pure, and cheap: asked again at every act, whatever the screen showed.

const holdsPost = (actor: Actor, postId: string): boolean => actor.posts.some((post) => post.postId === postId);

export const isDrafter = (actor: Actor, approvalCase: ApprovalCase): boolean =>
  approvalCase.drafter.staffId === actor.staffId;

/** The drafter's papers: a person who left the section keeps what they drafted, in their own name. */
export const isBeingDrafted = (approvalCase: ApprovalCase): boolean =>
  approvalCase.status === 'DRAFT' || approvalCase.status === 'SENT_BACK';

/** The slot is this person's: the one named to answer, else whoever holds its post. */
export function holds(actor: Actor, slot: Slot): boolean {
  return slot.assignee ? slot.assignee.staffId === actor.staffId : holdsPost(actor, slot.postId);
}

/** 合議受付: the sections for which this person takes consultations in, as one who leads a part of it or as 文書主任. */
export function receivesFor(actor: Actor): string[] {
  const officer = hasRole(actor, 'RECORDS_OFFICER');
  const leading = actor.posts.filter((post) => officer || post.rank !== 'STAFF');
  return [...new Set(leading.flatMap((post) => [post.unitId, post.sectionId]))];
}

/** The section's receiver of this slot; its head always is one. */
export function receives(actor: Actor, slot: Slot): boolean {
  if (slot.section === undefined) return false;
  return holdsPost(actor, slot.postId) || receivesFor(actor).includes(slot.section);
}

/** 起案者 do not approve their own case, also not in a post taken over later. */
export function heldSlots(actor: Actor, approvalCase: ApprovalCase): ActiveSlot[] {
  if (!isUnderReview(approvalCase) || isDrafter(actor, approvalCase)) return [];
  return approvalCase.route.filter((slot): slot is ActiveSlot => isActive(slot) && holds(actor, slot));
}

export const isHolder = (actor: Actor, approvalCase: ApprovalCase): boolean =>
  heldSlots(actor, approvalCase).length > 0;

/** While a 取下申出 waits, nobody moves the case on. */
export const isWithdrawing = (approvalCase: ApprovalCase): boolean =>
  isUnderReview(approvalCase) && approvalCase.withdrawal !== null;

/** The slots that an approval or a consent of this person would mark now. */
export const actsOn = (actor: Actor, approvalCase: ApprovalCase): ActiveSlot[] =>
  isWithdrawing(approvalCase) ? [] : heldSlots(actor, approvalCase);

/** Never the decision, also not a provisional one; whether anybody else is for the regulations to say. */
export const mayBePassedOver = ({ duty }: Slot): boolean => duty !== 'DECISION' && duty !== 'PROVISIONAL';

/** The drafter, somebody further up the route, or whoever has it now for those still to come. */
export function mayPassOver(actor: Actor, inReview: CaseInReview, slot: Slot): boolean {
  if (isDrafter(actor, inReview)) return true;
  const before = (one: Slot) => isActive(one) && one.stage < slot.stage;
  return inReview.route.some((one) => (one.stage > slot.stage || before(one)) && holds(actor, one));
}

export const isConsulted = (slot: Slot): boolean => slot.duty === 'CONSULT';

/** Above 自治体機密性 2: it stays with those who take part, and never leaves the tab. */
export const isConfidential = ({ details }: Pick<ApprovalCase, 'details'>): boolean =>
  details.confidentiality !== 'C1' && details.confidentiality !== 'C2';

/** The 課 whose staff may see the case by being its staff: once it is decided, not above 機密性 2, and nobody's own matter. */
export const openSection = (approvalCase: ApprovalCase): string | null =>
  isDecided(approvalCase) && !isConfidential(approvalCase) && !approvalCase.links.personal
    ? approvalCase.section
    : null;

/**
 * The post for which this person goes on with what was decided (施行・完結): the drafter, who may have moved on; whoever
 * has the drafter's post today; the 文書主任 of its 課. Null for everybody else.
 */
export function finishesAs(actor: Actor, decided: DecidedCase): string | null {
  const { drafterPostId, section } = decided;
  if (isDrafter(actor, decided) || holdsPost(actor, drafterPostId)) return drafterPostId;
  if (!hasRole(actor, 'RECORDS_OFFICER') || section === null) return null;
  return actor.posts.find(({ sectionId }) => sectionId === section)?.postId ?? null;
}

function isOfSection(actor: Actor, approvalCase: ApprovalCase): boolean {
  const section = openSection(approvalCase);
  return section !== null && actor.posts.some(({ sectionId }) => sectionId === section);
}

/**
 * Drafter, route, whoever acted or has to read, the roles that watch over records, and of what was decided the drafter's
 * 課 may see a case; nobody else.
 */
export function maySee(actor: Actor, approvalCase: ApprovalCase): boolean {
  if (isDrafter(actor, approvalCase) || isOfSection(actor, approvalCase)) return true;
  if (hasRole(actor, 'AUDITOR') || hasRole(actor, 'CHIEF_RECORDS_MANAGER')) return true;
  if (approvalCase.status === 'DRAFT' && approvalCase.route.length === 0) return false;
  return (
    approvalCase.route.some((slot) => isPartOf(actor, slot)) ||
    approvalCase.obligations.some((one) => owes(actor, one) || one.done?.by.staffId === actor.staffId) ||
    approvalCase.questions.some((question) => question.askedBy.staffId === actor.staffId) ||
    (hasRole(actor, 'ADMIN') && isUnderReview(approvalCase))
  );
}

function isPartOf(actor: Actor, slot: Slot): boolean {
  return (
    holdsPost(actor, slot.postId) ||
    slot.assignee?.staffId === actor.staffId ||
    (isSettled(slot) && slot.mark.actedBy.staffId === actor.staffId) ||
    receives(actor, slot)
  );
}

/** The obligation is this person's, done or not. */
export function owes(actor: Actor, { post, reader }: Obligation): boolean {
  return reader ? reader.staffId === actor.staffId : post !== null && holdsPost(actor, post.postId);
}

const GIVEN: readonly Slot['status'][] = [
  'APPROVED',
  'CONSENTED',
  'CONSENTED_WITH_OPINION',
  'OBJECTED',
  'DEPUTY_DECIDED',
];

/** A slot on which somebody acted, not one that was passed over. */
export const isGiven = (slot: Slot): slot is SettledSlot => GIVEN.includes(slot.status);

/** The marks of this person's last act, if no later stage has acted since: they may be taken back (引戻し). */
export function ownLastMarks(actor: Actor, approvalCase: ApprovalCase): SettledSlot[] {
  if (!isUnderReview(approvalCase)) return [];
  const given = approvalCase.route.filter(isGiven).filter((slot) => slot.mark.actedAt >= approvalCase.submittedAt);
  const own = given.filter((slot) => slot.mark.actedBy.staffId === actor.staffId);
  const seq = Math.max(0, ...own.map((slot) => slot.mark.seq));
  const stage = Math.min(...own.filter((slot) => slot.mark.seq === seq).map((slot) => slot.stage));
  if (given.some((slot) => slot.stage > stage && slot.mark.seq > seq)) return [];
  return own.filter((slot) => slot.mark.seq === seq);
}

/** True while nobody has given a mark since the drafter submitted. */
export function nobodyActedSinceSubmission(approvalCase: ApprovalCase): boolean {
  return (
    isUnderReview(approvalCase) &&
    approvalCase.sentBack === null &&
    approvalCase.route.every((slot) => !isGiven(slot) || slot.mark.actedAt < approvalCase.submittedAt)
  );
}

/** 合議不調: an objection that the drafter has not settled. */
export function openObjections(approvalCase: CaseInReview): SettledSlot[] {
  const settledUpTo = approvalCase.deadlock?.seq ?? 0;
  return approvalCase.route.filter(
    (slot): slot is SettledSlot => slot.status === 'OBJECTED' && slot.mark.seq > settledUpTo,
  );
}

/** The later slot from which this person could pull the case up, over reviewers of their own line only. */
export function pullUpSlot(actor: Actor, approvalCase: ApprovalCase): Slot | undefined {
  if (approvalCase.status !== 'IN_REVIEW' || isWithdrawing(approvalCase) || isDrafter(actor, approvalCase)) {
    return undefined;
  }
  const slot = approvalCase.route.find(
    (one) => one.status === 'WAITING' && PULLS_UP.includes(one.duty) && holds(actor, one),
  );
  if (!slot) return undefined;
  const before = approvalCase.route.filter((one) => one.stage < slot.stage && !isSettled(one));
  return before.every((one) => one.duty === 'REVIEW') ? slot : undefined;
}

const PULLS_UP: readonly Slot['duty'][] = ['REVIEW', 'DECISION'];

/** Earlier steps that have acted; 差戻し may go to one of them. */
export function sendBackTargets(actor: Actor, approvalCase: ApprovalCase): SettledSlot[] {
  const stage = Math.min(...heldSlots(actor, approvalCase).map((slot) => slot.stage));
  return approvalCase.route.filter((slot): slot is SettledSlot => slot.stage < stage && isGiven(slot));
}
