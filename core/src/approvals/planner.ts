import type { Directory } from '../directory/index.ts';
import { type Clock, newId, type Tx } from '../platform/index.ts';
import { type Regulations, regulationsTexts } from '../regulations/index.ts';
import { conflict, type LocalDate, type Locale, localDateOf, say } from '../shared/index.ts';
import { type Plan, startRoute } from './acts/submission.ts';
import type { ApprovalCase, Slot } from './case.ts';
import { markOf } from './facts.ts';
import type { Simulated } from './present.ts';
import { waiting } from './route.ts';

export interface PlannerParts {
  readonly clock: Clock;
  readonly directory: Directory;
  readonly regulations: Regulations;
}

interface Asked {
  readonly tx: Tx;
  readonly locale: Locale;
}

/** Who reviews and decides as of today, by the regulations in force. */
export interface Planner {
  /** @throws conflict `approvals.route_missing` with the sentence that says why nobody can */
  planOrRefuse(asked: Asked, approvalCase: ApprovalCase): Promise<Plan>;
  /** While nothing is in review: the route as of today, with the marks that would count again. */
  simulate(asked: Asked, approvalCase: ApprovalCase): Promise<Simulated | null>;
}

type Answer = Plan | { readonly problem: string };

async function plan(parts: PlannerParts, { tx, locale }: Asked, approvalCase: ApprovalCase): Promise<Answer> {
  const { clock, directory, regulations } = parts;
  const [units, drafter] = await Promise.all([
    directory.lineAbove(tx, approvalCase.unitId),
    directory.actorById(tx, approvalCase.drafter.staffId),
  ]);
  // The drafter's posts, whoever looks: today's, and the one in which it was drafted.
  const drafterPostIds = [approvalCase.drafterPostId, ...(drafter?.posts ?? []).map((post) => post.postId)];
  const when: { municipalityId: string; day: LocalDate } = {
    municipalityId: tx.municipalityId,
    day: localDateOf(clock.now()),
  };
  const answer = regulations.lineOfReview({ ...when, matter: 'GENERAL', units, drafterPostIds });
  if (!answer.ok) {
    const params = answer.params as Record<string, string>;
    return { problem: say(regulationsTexts, answer.problem, locale, params) ?? answer.problem };
  }
  const holders = await directory.holdersOf(
    tx,
    answer.slots.map((slot) => slot.postId),
  );
  const slots = answer.slots.map((slot) => {
    const post = holders.get(slot.postId);
    return {
      ...slot,
      slotId: newId(clock),
      stageRule: 'ALL' as const,
      mandatory: true,
      article: answer.basis.article,
      reason: answer.basis.sentence,
      postTitle: post?.title ?? '',
      unitName: post?.unitName ?? '',
    };
  });
  return { slots, basis: answer.basis, passedOver: [], minor: false };
}

/** The route as it would be now; nobody has it yet. */
function asPlanned(planned: Plan, approvalCase: ApprovalCase, now: Date): Slot[] {
  const facts = { now, actor: NOBODY, via: 'api', newId: () => '', manifestOf: () => '', found: {} } as const;
  const mark = markOf(approvalCase, facts, { postId: approvalCase.drafterPostId });
  return startRoute(planned, approvalCase, { facts, mark }).map((slot) =>
    slot.status === 'ACTIVE' ? waiting(slot) : slot,
  );
}

const NOBODY = {
  staffId: '',
  name: '',
  signInName: '',
  posts: [],
  roles: [],
  fallback: { postTitle: '', unitName: '' },
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
      const planned = await plan(parts, asked, approvalCase);
      if ('problem' in planned) {
        return { route: [], passedOver: [], problem: planned.problem, basis: null, minor: false };
      }
      const { basis, passedOver, minor } = planned;
      const route = asPlanned(planned, approvalCase, parts.clock.now());
      return { route, passedOver, problem: null, basis, minor };
    },
  };
}
