import { personOf } from '../../directory/index.ts';
import type { DecisionBasis } from '../../regulations/contract.ts';
import { conflict, invariant } from '../../shared/index.ts';
import {
  type ApprovalCase,
  type Attachment,
  baseOf,
  type CaseInReview,
  type Ground,
  type Inform,
  isActive,
  isSettled,
  isUnderReview,
  type Mark,
  type Numbering,
  type Obligation,
  type Outcome,
  type OverdueStep,
  type PassedOver,
  type ReminderStep,
  type Slot,
  type SlotBase,
  slotKey,
} from '../case.ts';
import { evidenceOf } from '../content.ts';
import { type Facts, history, markOf, refuseUnless } from '../facts.ts';
import { isGiven } from '../policy.ts';
import { flow, reopened, settled } from '../route.ts';
import { refuseIncomplete, withAttachments } from './drafting.ts';
import { readingFor } from './oversight.ts';
import { standing, stillOwed } from './proceed.ts';

export interface PlannedSlot extends SlotBase {
  /** 後閲 set at drafting: by which row, and until when. */
  readonly skip?: Ground & { readonly dueOn: Obligation['dueOn']; readonly reason: string };
}

/** What the regulations want of this case today, with the drafter's wishes in it. */
export interface Plan {
  readonly slots: readonly PlannedSlot[];
  readonly basis: DecisionBasis;
  readonly passedOver: readonly PassedOver[];
  readonly informs: readonly Inform[];
  readonly reminders: readonly ReminderStep[];
  readonly overdue?: readonly OverdueStep[];
  readonly numbering: Numbering;
  readonly minor: boolean;
}

const KEPT: readonly Slot['status'][] = [
  'APPROVED',
  'CONSENTED',
  'CONSENTED_WITH_OPINION',
  'DEPUTY_DECIDED',
  'SKIPPED_POST_REVIEW',
];

/**
 * The planned route with the marks that count again: those of the same post and duty whose evidence has not changed
 * (差戻し asks only those again for whom something is different). The rest is open.
 */
export function startRoute(
  plan: Plan,
  approvalCase: ApprovalCase,
  { facts, mark }: { facts: Facts; mark: Mark },
): Slot[] {
  const before = new Map(approvalCase.route.map((slot) => [slotKey(slot), slot]));
  const stands = evidenceOf(approvalCase);
  const planned = plan.slots.toSorted((a, b) => a.stage - b.stage);
  const route = planned.map(({ skip, ...slot }): Slot => {
    const old = before.get(slotKey(slot));
    if (old && isSettled(old) && slot.duty !== 'DECISION' && KEPT.includes(old.status) && stands(old.mark, old.duty)) {
      return settled({ ...slot, status: 'WAITING' }, old.status, old.mark);
    }
    const seen = old && isSettled(old) && isGiven(old) ? seenBy(old.mark) : old?.seen;
    const open: Slot = { ...slot, ...(seen ? { seen } : {}), status: 'WAITING' };
    if (!skip) return open;
    const { dueOn: _, ...basis } = skip;
    return settled(open, 'SKIPPED_POST_REVIEW', {
      ...mark,
      basis: { kind: 'SKIPPED', ...basis },
      comment: skip.reason,
    });
  });
  return flow(route, { now: facts.now, mark });
}

const seenBy = (mark: Mark) => ({ manifestHash: mark.manifestHash, at: mark.actedAt });

/** 後閲 for those who were passed over at drafting. */
function owedFor(plan: Plan, approvalCase: ApprovalCase, facts: Facts): Obligation[] {
  const owed = new Set(
    approvalCase.obligations.flatMap((one) =>
      one.kind === 'POST_REVIEW_SKIPPED' && one.post ? [one.post.postId] : [],
    ),
  );
  return plan.slots.flatMap(({ skip, postId, postTitle, unitName }): Obligation[] => {
    if (!skip || owed.has(postId)) return [];
    return [
      {
        obligationId: facts.newId(),
        kind: 'POST_REVIEW_SKIPPED',
        status: 'OPEN',
        post: { postId, postTitle, unitName },
        reader: null,
        article: skip.article,
        dueOn: skip.dueOn,
        createdAt: facts.now,
        seq: approvalCase.version + 1,
        done: null,
      },
    ];
  });
}

/** 回議にかける. After 差戻し marks stay whose evidence is untouched; the others act again. */
export function submit(approvalCase: ApprovalCase, plan: Plan, facts: Facts): Outcome {
  refuseUnless(facts, approvalCase, 'submit');
  refuseIncomplete(approvalCase);
  const mark = markOf(approvalCase, facts, { postId: approvalCase.drafterPostId });
  const route = startRoute(plan, approvalCase, { facts, mark });
  invariant(route.at(-1)?.duty === 'DECISION' && route.some(isActive), 'a route ends in a decision');
  const again = approvalCase.route.length > 0;
  const seq = approvalCase.version + 1;
  const kept = stillOwed(approvalCase.obligations, route);
  const added = [...owedFor(plan, approvalCase, facts), ...readingFor(approvalCase, { seq, facts })];
  return {
    next: {
      ...baseOf(approvalCase),
      status: 'IN_REVIEW',
      revision: again ? approvalCase.revision + 1 : approvalCase.revision,
      route,
      basis: plan.basis,
      passedOver: plan.passedOver,
      informs: plan.informs,
      reminders: plan.reminders,
      overdue: plan.overdue ?? [],
      numbering: plan.numbering,
      minor: plan.minor,
      obligations: added.length > 0 ? [...kept, ...added] : kept,
      submittedAt: facts.now,
      sentBack: null,
      withdrawal: null,
      deadlock: null,
    },
    history: history('SUBMITTED', personOf(facts.actor, approvalCase.drafterPostId), {
      detail: { ruleId: plan.basis.ruleId },
    }),
  };
}

/** A file to attach; with `replaces`, as a new version of an attachment that is there. */
export interface Attaching {
  readonly file: Attachment['file'];
  readonly replaces: string | null;
}

/** 添付: can be added as long as the case is open. A new version in review lets those act again who saw the old one. */
export function attach(approvalCase: ApprovalCase, { file, replaces }: Attaching, facts: Facts): Outcome {
  refuseUnless(facts, approvalCase, 'attach');
  const by = personOf(facts.actor, approvalCase.drafterPostId);
  const old = approvalCase.attachments.find((one) => one.attachmentId === replaces);
  if (replaces !== null && !old) throw conflict('approvals.no_such_attachment');
  if (!old && approvalCase.attachments.length >= MOST_ATTACHMENTS) throw conflict('approvals.too_many_attachments');
  const one: Attachment = {
    attachmentId: old?.attachmentId ?? facts.newId(),
    name: file.fileName,
    version: (old?.version ?? 0) + 1,
    file,
    addedAt: facts.now,
    addedBy: by,
    earlier: old ? [...old.earlier, { version: old.version, file: old.file }] : [],
    sealed: old?.sealed ?? false,
  };
  const { attachments } = approvalCase;
  const all = old ? attachments.map((each) => (each === old ? one : each)) : [...attachments, one];
  const changed = { ...approvalCase, ...withAttachments(approvalCase, all, facts) };
  const detail = { attachmentId: one.attachmentId, name: one.name, sha256: file.sha256, version: one.version };
  return {
    next: isUnderReview(changed) ? judgedAgain(changed, facts) : changed,
    history: history(old ? 'ATTACHMENT_REPLACED' : 'ATTACHED', by, { detail }),
  };
}

const MOST_ATTACHMENTS = 200;

/** The content changed under review: marks whose evidence is gone are open again, and it is a new revision. */
function judgedAgain(inReview: CaseInReview, facts: Facts): ApprovalCase {
  const stands = evidenceOf(inReview);
  const given = inReview.route.some(isGiven);
  const route = inReview.route.map((slot) => (isGiven(slot) && !stands(slot.mark, slot.duty) ? reopened(slot) : slot));
  const mark = markOf(inReview, facts, { postId: inReview.drafterPostId });
  const revision = given ? inReview.revision + 1 : inReview.revision;
  return standing({ ...inReview, revision, obligations: stillOwed(inReview.obligations, route) }, route, {
    facts,
    mark,
  });
}
