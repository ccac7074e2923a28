import type { Directory, OrganisationSnapshot, SnapshotPost } from '../directory/index.ts';
import { type Clock, newId, type Tx } from '../platform/index.ts';
import { type Regulations, type RegulationsToday, type RoutePlan, regulationsTexts } from '../regulations/index.ts';
import { addWorkingDays, conflict, KaigiError, type Locale, localDateOf, say, type Texts } from '../shared/index.ts';
import { type Plan, type PlannedSlot, startRoute } from './acts/submission.ts';
import { type ApprovalCase, type PassedOver, type PostName, type Slot, slotKey } from './case.ts';
import type { RouteWish } from './contract.ts';
import { markOf } from './facts.ts';
import type { Simulated } from './present.ts';
import { waiting } from './route.ts';
import { applyWish, type ResolvedAdd } from './route-wish.ts';

export interface PlannerParts {
  readonly clock: Clock;
  readonly directory: Directory;
  readonly regulations: Regulations;
  readonly texts: Texts;
}

interface Asked {
  readonly tx: Tx;
  readonly locale: Locale;
}

/** Who reviews, is consulted and decides as of today, by the regulations in force. */
export interface Planner {
  /** @throws conflict `approvals.route_missing` with the sentence that says why nobody can */
  planOrRefuse(asked: Asked, approvalCase: ApprovalCase): Promise<Plan>;
  /** While nothing is in review: the route as of today, with the marks that would count again. */
  simulate(asked: Asked, approvalCase: ApprovalCase): Promise<Simulated | null>;
}

type Answer = Plan | { readonly problem: string };

const nameOf = ({ postId, title, unitName }: SnapshotPost): PostName => ({ postId, postTitle: title, unitName });

/** What the regulations are asked about a case. */
export async function questionOf(directory: Directory, tx: Tx, approvalCase: ApprovalCase) {
  const drafter = await directory.actorById(tx, approvalCase.drafter.staffId);
  const { matter, urgency } = approvalCase.details;
  return {
    matter: matter.code,
    analogousTo: matter.analogousTo,
    facts: matter.facts,
    escalations: [...new Set([...matter.escalations, ...(approvalCase.raised?.escalations ?? [])])],
    raiseTo: [...(matter.raiseTo === null ? [] : [matter.raiseTo]), ...(approvalCase.raised?.to ?? [])],
    urgent: urgency !== 'NORMAL',
    unitId: approvalCase.unitId,
    // The drafter's posts, whoever looks: the one in which it was drafted, and today's.
    drafterPostIds: [approvalCase.drafterPostId, ...(drafter?.posts ?? []).map((post) => post.postId)],
  };
}

/** A post, or for a section the post that heads it. */
function addressee(
  there: OrganisationSnapshot,
  address: RoutePlan['slots'][number]['address'],
): SnapshotPost | undefined {
  return address.kind === 'POST' ? there.posts.get(address.postId) : there.headOf(address.unitId);
}

function slotsOf({ slots }: RoutePlan, there: OrganisationSnapshot, slotId: () => string): PlannedSlot[] {
  return slots.flatMap(({ duty, stage, stageRule, address, mandatory, article, sentence }): PlannedSlot[] => {
    const post = addressee(there, address);
    if (!post || duty === 'READING') return [];
    const section = address.kind === 'SECTION' ? { section: address.unitId } : {};
    const place = { slotId: slotId(), stage, stageRule, duty, ...nameOf(post), ...section };
    return [{ ...place, mandatory, article, reason: sentence.ja }];
  });
}

function passedOver(plan: RoutePlan, there: OrganisationSnapshot): PassedOver[] {
  const named = (postId: string) => {
    const post = there.posts.get(postId);
    return post ? [nameOf(post)] : [];
  };
  return [
    ...plan.skipped.flatMap(({ postId, reason, sentence }) =>
      named(postId).map((post): PassedOver => ({ ...post, why: reason, sentence: sentence.ja })),
    ),
    ...plan.struck.flatMap((postId) =>
      named(postId).map((post): PassedOver => ({ ...post, why: 'STRUCK', sentence: null })),
    ),
  ];
}

/** The additions of the drafter, as the directory names them today. @throws conflict */
function resolved({ adds }: RouteWish, there: OrganisationSnapshot): ResolvedAdd[] {
  return adds.flatMap(({ duty, postId, unitId, reason }): ResolvedAdd[] => {
    if (duty === 'READING') return [];
    const post = postId ? there.posts.get(postId) : there.headOf(unitId ?? '');
    if (!post) throw conflict('approvals.no_such_addressee');
    return [{ duty, post: nameOf(post), section: duty === 'CONSULT' ? unitId : null, reason }];
  });
}

/** What superiors added under review; a post or section that is no longer there cannot be asked. */
const addedBefore = ({ additions = [] }: ApprovalCase, there: OrganisationSnapshot): ResolvedAdd[] =>
  additions.flatMap(({ duty, postId, unitId, reason, by, at }): ResolvedAdd[] => {
    const post = postId ? there.posts.get(postId) : there.headOf(unitId ?? '');
    if (!post) return [];
    return [{ duty, post: nameOf(post), section: duty === 'CONSULT' ? unitId : null, reason, addedBy: { by, at } }];
  });

function informsOf(plan: RoutePlan, { adds }: RouteWish, there: OrganisationSnapshot): Plan['informs'] {
  const wanted = plan.inform.map(({ address, article }) => ({ post: addressee(there, address), article }));
  const wished = adds
    .filter(({ duty }) => duty === 'READING')
    .map(({ postId, unitId }) => ({
      post: postId ? there.posts.get(postId) : there.headOf(unitId ?? ''),
      article: '',
    }));
  const all = [...wanted, ...wished].flatMap(({ post, article }) => (post ? [{ ...nameOf(post), article }] : []));
  return [...new Map(all.map((one) => [one.postId, one])).values()];
}

/** 後閲 set at drafting, where the regulations let the case go on without. @throws conflict */
function skipping(
  slots: readonly PlannedSlot[],
  { skips }: RouteWish,
  { today, question, at }: { today: RegulationsToday; question: Awaited<ReturnType<typeof questionOf>>; at: Date },
): PlannedSlot[] {
  return slots.map((slot) => {
    if (slot.duty !== 'REVIEW' || !skips.includes(slotKey(slot))) return slot;
    const asked = { ...question, duty: slot.duty, postId: slot.postId, at, absent: null, trigger: 'DRAFTING' as const };
    const answer = today.skipReviewer(asked);
    if (!answer.ok) throw conflict('approvals.skip_refused', { post: slot.postTitle, article: answer.article });
    const { ruleId, article, sentence, postReview } = answer;
    const dueOn = addWorkingDays(localDateOf(at), postReview.dueWorkingDays);
    return { ...slot, skip: { ruleId, article, sentence: sentence.ja, evidence: null, dueOn, reason: sentence.ja } };
  });
}

async function plan(
  { clock, directory, regulations }: PlannerParts,
  { tx, locale }: Asked,
  one: ApprovalCase,
): Promise<Answer> {
  const [today, question] = await Promise.all([regulations.today(tx), questionOf(directory, tx, one)]);
  const answer = today.plan(question);
  if (!answer.ok) return { problem: say(regulationsTexts, answer.problem, locale, answer.params) ?? answer.problem };
  const { there } = today;
  const wish = one.details.routeWish;
  const slotId = () => newId(clock);
  const wished = applyWish(slotsOf(answer.plan, there, slotId), {
    wish,
    adds: [...resolved(wish, there), ...addedBefore(one, there)],
    newId: slotId,
  });
  return {
    slots: skipping(wished, wish, { today, question, at: clock.now() }),
    basis: answer.plan.basis,
    passedOver: passedOver(answer.plan, there),
    informs: informsOf(answer.plan, wish, there),
    reminders: answer.plan.reminders,
    overdue: answer.plan.overdue,
    numbering: { none: answer.plan.numbering.series === 'NONE', symbol: answer.plan.numbering.symbol },
    minor: answer.plan.minor,
  };
}

const NOBODY = {
  staffId: '',
  name: '',
  signInName: '',
  posts: [],
  roles: [],
  fallback: { postTitle: '', unitName: '' },
};

/** The route as it would be now; nobody has it yet. */
function asPlanned(planned: Plan, approvalCase: ApprovalCase, now: Date): Slot[] {
  const facts = { now, actor: NOBODY, via: 'api', newId: () => '', manifestOf: () => '', found: {} } as const;
  const mark = markOf(approvalCase, facts, { postId: approvalCase.drafterPostId });
  const route = startRoute(planned, approvalCase, { facts, mark });
  return route.map((slot) => (slot.status === 'ACTIVE' ? waiting(slot) : slot));
}

/** A wish that cannot be met is said in the panel of the route; it must not hide the draft. */
const sayingWhy =
  (texts: Texts, locale: Locale) =>
  (error: unknown): Answer => {
    if (!(error instanceof KaigiError)) throw error;
    return { problem: say(texts, error.code, locale, error.params) ?? error.code };
  };

export function createPlanner(parts: PlannerParts): Planner {
  return {
    async planOrRefuse(asked, approvalCase) {
      const planned = await plan(parts, asked, approvalCase);
      if ('problem' in planned) throw conflict('approvals.route_missing', { problem: planned.problem });
      return planned;
    },
    async simulate(asked, approvalCase) {
      if (approvalCase.status !== 'DRAFT' && approvalCase.status !== 'SENT_BACK') return null;
      const planned = await plan(parts, asked, approvalCase).catch(sayingWhy(parts.texts, asked.locale));
      if ('problem' in planned) {
        return { route: [], passedOver: [], problem: planned.problem, basis: null, minor: false };
      }
      const { basis, passedOver: left, minor } = planned;
      const route = asPlanned(planned, approvalCase, parts.clock.now());
      return { route, passedOver: left, problem: null, basis, minor };
    },
  };
}
