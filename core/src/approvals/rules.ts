import { personOf } from '../directory/index.ts';
import type { DecisionBasis } from '../regulations/contract.ts';
import { invariant, notAllowed } from '../shared/index.ts';
import { type ApprovalCase, baseOf, type CaseDocument, type Outcome } from './case.ts';
import { type Facts, history, refuseUnless } from './facts.ts';
import { type PlannedSlot, startRoute } from './route.ts';

/** What the drafter puts before the superiors. */
export interface Content {
  readonly title: string;
  readonly proposalText: string;
  readonly classification: { readonly code: string; readonly name: string };
  readonly retentionYears: number;
  readonly document: CaseDocument;
  readonly manifestHash: string;
}

/** 起案: a new case, nobody's business but the drafter's until it is submitted. */
export function draftCase(facts: Facts, content: Content): Outcome {
  const { actor, now } = facts;
  const post = actor.posts[0];
  if (!post) throw notAllowed('directory.no_post');
  const drafter = personOf(actor, post.postId);
  const place = { drafter, drafterPostId: post.postId, unitId: post.unitId, unitName: post.unitName };
  const next: ApprovalCase = {
    ...content,
    ...place,
    caseId: facts.newId,
    status: 'DRAFT',
    version: 1,
    revision: 1,
    route: [],
    basis: null,
    questions: [],
    createdAt: now,
    updatedAt: now,
  };
  return { next, history: history('DRAFTED', drafter) };
}

/** The drafter changes the content while drafting or after 差戻し. */
export function edit(approvalCase: ApprovalCase, content: Content, facts: Facts): Outcome {
  refuseUnless(facts, approvalCase, 'edit');
  const replaced = content.document.fileVersion !== approvalCase.document.fileVersion;
  const next = { ...approvalCase, ...content };
  return {
    next,
    history: history(replaced ? 'DOCUMENT_REPLACED' : 'EDITED', personOf(facts.actor, approvalCase.drafterPostId)),
  };
}

export interface Plan {
  readonly slots: readonly PlannedSlot[];
  readonly basis: DecisionBasis;
}

/** 回議にかける. After 差戻し: unchanged content resumes where it was sent back, changed content starts anew. */
export function submit(approvalCase: ApprovalCase, plan: Plan, facts: Facts): Outcome {
  refuseUnless(facts, approvalCase, 'submit');
  const { actor, now } = facts;
  const route = startRoute(plan.slots, approvalCase.route, { manifestHash: approvalCase.manifestHash, now });
  invariant(
    route.at(-1)?.duty === 'DECISION' && route.some((slot) => slot.status === 'ACTIVE'),
    'a route ends in a decision',
  );
  const again = approvalCase.route.length > 0;
  const revision = again ? approvalCase.revision + 1 : approvalCase.revision;
  return {
    next: {
      ...baseOf(approvalCase),
      status: 'IN_REVIEW',
      revision,
      route,
      basis: plan.basis,
      submittedAt: now,
      sentBack: null,
      withdrawal: null,
    },
    history: history('SUBMITTED', personOf(actor, approvalCase.drafterPostId), {
      detail: { ruleId: plan.basis.ruleId },
    }),
  };
}
