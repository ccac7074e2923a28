import { personOf } from '../../directory/index.ts';
import { badInput, conflict, invariant, localDateOf, notAllowed } from '../../shared/index.ts';
import { type ApprovalCase, type Attachment, type CaseLinks, type Content, isDecided, type Outcome } from '../case.ts';
import { keptContents } from '../content.ts';
import type { ActInput } from '../contract.ts';
import { type Facts, history, refuseUnless } from '../facts.ts';

type Input<A extends ActInput['act']> = Extract<ActInput, { act: A }>;

/** 起案: a new case, nobody's business but the drafter's until it is submitted. */
export function draftCase(facts: Facts, caseId: string, draft: { content: Content; links?: CaseLinks }): Outcome {
  const { actor, now } = facts;
  const post = actor.posts[0];
  if (!post) throw notAllowed('directory.no_post');
  const drafter = personOf(actor, post.postId);
  const next: ApprovalCase = {
    ...draft.content,
    drafter,
    drafterPostId: post.postId,
    unitId: post.unitId,
    unitName: post.unitName,
    links: draft.links ?? {},
    caseId,
    status: 'DRAFT',
    version: 1,
    revision: 1,
    route: [],
    basis: null,
    passedOver: [],
    informs: [],
    reminders: [],
    numbering: { none: false, symbol: null },
    minor: false,
    earlier: [],
    questions: [],
    obligations: [],
    returns: 0,
    createdAt: now,
    updatedAt: now,
  };
  return { next, history: history('DRAFTED', drafter) };
}

/** The drafter changes the content while drafting or after 差戻し. */
export function edit(approvalCase: ApprovalCase, content: Content, facts: Facts): Outcome {
  refuseUnless(facts, approvalCase, 'edit');
  const replaced = content.document.fileVersion !== approvalCase.document.fileVersion;
  const routeOnly = content.manifestHash === approvalCase.manifestHash && !replaced;
  const wished = routeOnly && content.details.routeWish !== approvalCase.details.routeWish;
  const word = replaced ? 'DOCUMENT_REPLACED' : wished ? 'ROUTE_EDITED' : 'EDITED';
  return {
    next: { ...approvalCase, ...content, earlier: earlierFor(approvalCase, content, facts) },
    history: history(word, personOf(facts.actor, approvalCase.drafterPostId)),
  };
}

const earlierFor = (approvalCase: ApprovalCase, content: Content, facts: Facts) =>
  content.manifestHash === approvalCase.manifestHash ? approvalCase.earlier : keptContents(approvalCase, facts.now);

/** The drafter's own wishes about the route; what the regulations make of them is seen in the simulation. */
export function editRoute(approvalCase: ApprovalCase, act: Input<'editRoute'>, facts: Facts): Outcome {
  refuseUnless(facts, approvalCase, 'edit');
  if (act.wish.adds.some((add) => (add.postId === null) === (add.unitId === null))) {
    throw badInput('approvals.one_addressee');
  }
  return {
    next: { ...approvalCase, details: { ...approvalCase.details, routeWish: act.wish } },
    history: history('ROUTE_EDITED', personOf(facts.actor, approvalCase.drafterPostId)),
  };
}

/** The content with other attachments. */
export function withAttachments(
  approvalCase: ApprovalCase,
  attachments: readonly Attachment[],
  facts: Facts,
): Pick<ApprovalCase, 'attachments' | 'manifestHash' | 'earlier'> {
  const manifestHash = facts.manifestOf({ ...approvalCase, attachments });
  return { attachments, manifestHash, earlier: keptContents(approvalCase, facts.now) };
}

/** The drafter's order, not that of the file names. */
export function orderAttachments(approvalCase: ApprovalCase, act: Input<'orderAttachments'>, facts: Facts): Outcome {
  refuseUnless(facts, approvalCase, 'edit');
  const byId = new Map(approvalCase.attachments.map((one) => [one.attachmentId, one]));
  const ordered = act.attachmentIds.flatMap((id) => byId.get(id) ?? []);
  if (new Set(ordered).size !== byId.size || ordered.length !== byId.size) {
    throw conflict('approvals.no_such_attachment');
  }
  return {
    next: { ...approvalCase, ...withAttachments(approvalCase, ordered, facts) },
    history: history('ATTACHMENTS_ORDERED', personOf(facts.actor, approvalCase.drafterPostId)),
  };
}

/** Only what nobody has given a mark for; after that it gets new versions, and stays. */
export function removeAttachment(approvalCase: ApprovalCase, act: Input<'removeAttachment'>, facts: Facts): Outcome {
  refuseUnless(facts, approvalCase, 'edit');
  const one = approvalCase.attachments.find((candidate) => candidate.attachmentId === act.attachmentId);
  if (!one) throw conflict('approvals.no_such_attachment');
  if (one.sealed) throw conflict('approvals.attachment_sealed');
  const left = approvalCase.attachments.filter((candidate) => candidate !== one);
  return {
    next: { ...approvalCase, ...withAttachments(approvalCase, left, facts) },
    history: history('ATTACHMENT_REMOVED', personOf(facts.actor, approvalCase.drafterPostId), {
      detail: { attachmentId: one.attachmentId, name: one.name, sha256: one.file.sha256 },
    }),
  };
}

/** The day on which it takes effect, 施行期日; the decision's own time stays what it was. */
export function setEffectiveDate(approvalCase: ApprovalCase, act: Input<'setEffectiveDate'>, facts: Facts): Outcome {
  refuseUnless(facts, approvalCase, 'setEffectiveDate');
  invariant(isDecided(approvalCase), 'only what is decided takes effect');
  const differs = act.effectiveOn !== localDateOf(approvalCase.decidedAt);
  if (differs && !act.reason) throw badInput('approvals.effective_reason_missing');
  const before = approvalCase.effective?.on ?? approvalCase.details.effectiveOn;
  return {
    next: { ...approvalCase, effective: { on: act.effectiveOn, reason: act.reason ?? null } },
    history: history('EFFECTIVE_DATE_SET', personOf(facts.actor, approvalCase.drafterPostId), {
      comment: act.reason ?? null,
      detail: { effectiveOn: act.effectiveOn, before },
    }),
  };
}

/**
 * What has to be said before it is put before anybody. Without a day of its own a decision takes effect when it is given;
 * on which day that will be nobody knows yet, so that every day that is named needs its reason. @throws bad-input
 */
export function refuseIncomplete({ details }: ApprovalCase): void {
  const { effectiveOn, retroactiveReason, disclosure } = details;
  if (effectiveOn !== null && !retroactiveReason) throw badInput('approvals.effective_reason_missing');
  if (disclosure && disclosure.kind !== 'PUBLIC' && disclosure.reason === '') {
    throw badInput('approvals.disclosure_reason_missing');
  }
}
