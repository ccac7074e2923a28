import { personOf } from '../../directory/index.ts';
import { conflict } from '../../shared/index.ts';
import {
  type ApprovalCase,
  type CaseInReview,
  isActive,
  isSettled,
  type Outcome,
  type RouteAddition,
  type Slot,
  slotKey,
} from '../case.ts';
import type { ActInput, RouteWish } from '../contract.ts';
import { type Facts, type FoundAddressee, history, markOf, underReview } from '../facts.ts';
import { actsOn, isConsulted, isDrafter } from '../policy.ts';
import { standing } from './proceed.ts';
import type { Plan, PlannedSlot } from './submission.ts';

type Input<A extends ActInput['act']> = Extract<ActInput, { act: A }>;
type Stage = readonly Slot[];

const stagesOf = (route: readonly Slot[]): Stage[] => [...Map.groupBy(route, (slot) => slot.stage).values()];

/** Somebody has it, or has acted: what is added comes after it. Whoever is passed over from the start has not begun. */
const hasBegun = (stage: Stage): boolean =>
  stage.some((slot) => isActive(slot) || (isSettled(slot) && slot.status !== 'SKIPPED_POST_REVIEW'));

const inOrder = (stages: readonly Stage[]): Slot[] =>
  stages
    .filter((stage) => stage.length > 0)
    .flatMap((stage, at) => stage.map((slot) => (slot.stage === at + 1 ? slot : { ...slot, stage: at + 1 })));

/** Whoever extends the route, in the post that lets them: their step, or the post in which it was drafted. */
function extender(inReview: CaseInReview, facts: Facts) {
  const postId = isDrafter(facts.actor, inReview)
    ? inReview.drafterPostId
    : (actsOn(facts.actor, inReview).findLast((slot) => !isConsulted(slot))?.postId ?? '');
  return { by: personOf(facts.actor, postId), mark: markOf(inReview, facts, { postId }) };
}

/** 合議 joins the sections that are still to be asked, or comes right before the decision; 回議 comes before them. */
function withAdded(route: readonly Slot[], added: Slot): Slot[] {
  const stages = stagesOf(route);
  const decision = stages.pop() ?? [];
  const from = stages.findLastIndex(hasBegun) + 1;
  const asked = (stage: Stage) => stage.every((slot) => slot.duty === 'CONSULT' && slot.stageRule === 'ALL');
  const consulting = stages.findIndex((stage, at) => at >= from && asked(stage));
  const at = consulting < 0 ? stages.length : consulting;
  const joined = added.duty === 'CONSULT' && consulting >= 0;
  const place = joined ? [[...(stages[at] ?? []), { ...added, stage: stages[at]?.[0]?.stage ?? 0 }]] : [[added]];
  return inOrder([...stages.toSpliced(at, joined ? 1 : 0, ...place), decision]);
}

/** @throws conflict where the addressee could not act, or has its step already */
function refuseAddressee(inReview: CaseInReview, slot: Slot, { post, holders }: FoundAddressee): void {
  const named = { post: `${post.unitName} ${post.postTitle}` };
  const key = slotKey(slot);
  const own = (one: Slot) => slot.section === undefined && one.duty === slot.duty && one.postId === slot.postId;
  const decides = inReview.route.at(-1)?.postId === slot.postId;
  if (decides || inReview.route.some((one) => slotKey(one) === key || own(one))) {
    throw conflict('approvals.in_route_already', named);
  }
  if (holders.length === 0) throw conflict('approvals.addressee_vacant', named);
  if (holders.every(({ staffId }) => staffId === inReview.drafter.staffId)) {
    throw conflict('approvals.addressee_is_drafter', named);
  }
}

const MOST_ADDED = 40;
const LONGEST_WISH = 200;

/** The drafter's own addition is a wish like those made while drafting; a superior's is not theirs to take out again. */
function remembered(inReview: CaseInReview, addition: RouteAddition, facts: Facts): Partial<CaseInReview> {
  const { by, at, reason, ...addressed } = addition;
  const { details, additions = [] } = inReview;
  if (additions.length + details.routeWish.adds.length >= MOST_ADDED) {
    throw conflict('approvals.too_many_added', { most: MOST_ADDED });
  }
  if (!isDrafter(facts.actor, inReview)) return { additions: [...additions, addition] };
  const line = Array.from(reason.replace(/\s+/gu, ' ')).slice(0, LONGEST_WISH).join('');
  const adds: RouteWish['adds'] = [...details.routeWish.adds, { ...addressed, reason: line }];
  return { details: { ...details, routeWish: { ...details.routeWish, adds } } };
}

/** 回議先を加える: another reviewer or section, before the decision and after all who have begun. Nobody is taken out. */
export function addToRoute(approvalCase: ApprovalCase, act: Input<'addToRoute'>, facts: Facts): Outcome {
  const inReview = underReview(facts, approvalCase, 'extendRoute');
  const found = facts.found.addressee;
  if (!found) throw conflict('approvals.no_such_addressee');
  const { by, mark } = extender(inReview, facts);
  const { duty, reason } = act;
  const said = { by, at: facts.now, reason };
  const slot: Slot = {
    slotId: facts.newId(),
    stage: 0,
    stageRule: 'ALL',
    duty,
    ...found.post,
    ...(duty === 'CONSULT' && act.unitId ? { section: act.unitId } : {}),
    mandatory: false,
    added: true,
    addedBy: { by, at: facts.now },
    article: '',
    reason,
    status: 'WAITING',
  };
  refuseAddressee(inReview, slot, found);
  const { postId = null, unitId = null } = act;
  const kept = remembered(inReview, { ...said, duty, postId, unitId }, facts);
  const next = standing({ ...inReview, ...kept }, withAdded(inReview.route, slot), { facts, mark });
  const detail = { duty, post: `${slot.unitName} ${slot.postTitle}` };
  return { next, history: history('ROUTE_ADDED', by, { slotId: slot.slotId, comment: reason, detail }) };
}

/** Whoever was to decide reviews from now on. */
const asReview = (slot: Slot): Slot => (slot.duty === 'DECISION' ? { ...slot, duty: 'REVIEW' } : slot);

const open = ({ skip: _, ...slot }: PlannedSlot): Slot => ({ ...slot, status: 'WAITING' });

/**
 * The running route under a higher decider: what has begun stays as it is, then come the steps that the regulations
 * want for the higher decider, and none of the present ones is lost.
 */
function raisedRoute(route: readonly Slot[], planned: readonly PlannedSlot[]): Slot[] {
  const reviews = new Set(route.filter(({ duty }) => duty !== 'DECISION').map(slotKey));
  const present = route.map(asReview).filter((slot, at) => route[at] === slot || !reviews.has(slotKey(slot)));
  const stages = stagesOf(present);
  const begun = stages.findLastIndex(hasBegun) + 1;
  const [head, tail] = [stages.slice(0, begun), stages.slice(begun)];
  const settledKeys = new Set(head.flat().map(slotKey));
  const known = new Map(tail.flat().map((slot) => [slotKey(slot), slot]));
  const wanted = stagesOf(planned.toSorted((a, b) => a.stage - b.stage).map(open)).map((stage) =>
    stage
      .filter((slot) => !settledKeys.has(slotKey(slot)))
      .map((slot) => {
        const old = known.get(slotKey(slot));
        return old ? { ...old, stageRule: slot.stageRule } : slot;
      }),
  );
  const decision = wanted.pop() ?? [];
  const named = new Set([...wanted.flat(), ...decision].map(slotKey));
  const left = tail.map((stage) => stage.filter((slot) => !named.has(slotKey(slot))));
  return inOrder([...head, ...wanted, ...left, decision]);
}

/** The higher decider, where it is one. @throws conflict */
function higher(inReview: CaseInReview, plan: Plan | undefined): Plan {
  const decision = plan?.slots.findLast(({ duty }) => duty === 'DECISION');
  const present = inReview.route.at(-1);
  const below = (slot: Slot) => slot.duty === 'REVIEW' && !slot.added && slot.postId === decision?.postId;
  if (!plan || !decision || decision.postId === present?.postId || inReview.route.some(below)) {
    throw conflict('approvals.not_higher', { post: `${present?.unitName ?? ''} ${present?.postTitle ?? ''}`.trim() });
  }
  return plan;
}

/** The reasons and the height that will hold together with those of earlier times: it only ever goes up. */
export function raisedBy(
  { raised: before }: Pick<ApprovalCase, 'raised'>,
  act: Input<'raiseDecider'>,
): Pick<RaisedTo, 'escalations' | 'to'> {
  const to = act.raiseTo ?? null;
  return {
    escalations: [...new Set([...(before?.escalations ?? []), act.escalation])],
    to: [...new Set([...(before?.to ?? []), ...(to === null ? [] : [to])])],
  };
}

type RaisedTo = NonNullable<ApprovalCase['raised']>;

/** 上位者の決裁を仰ぐ, for a reason of 専決の制限. What lies there does not change, so that every mark stays valid. */
export function raiseDecider(approvalCase: ApprovalCase, act: Input<'raiseDecider'>, facts: Facts): Outcome {
  const inReview = underReview(facts, approvalCase, 'extendRoute');
  const { basis, passedOver, informs, reminders, overdue, numbering, minor, slots } = higher(
    inReview,
    facts.found.plan,
  );
  const { by, mark } = extender(inReview, facts);
  const raised = { ...raisedBy(inReview, act), by, at: facts.now, reason: act.reason };
  const following = { basis, passedOver, informs, reminders, overdue: overdue ?? [], numbering, minor, raised };
  const next = standing({ ...inReview, ...following }, raisedRoute(inReview.route, slots), { facts, mark });
  const decider = next.route.at(-1);
  const detail = {
    duty: 'DECISION',
    post: `${decider?.unitName ?? ''} ${decider?.postTitle ?? ''}`.trim(),
    ruleId: basis.ruleId,
    escalation: act.escalation,
  };
  return {
    next,
    history: history('DECIDER_RAISED', by, { slotId: decider?.slotId ?? null, comment: act.reason, detail }),
  };
}
