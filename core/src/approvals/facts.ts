import { type Actor, type Person, personOf } from '../directory/index.ts';
import { conflict, type LocalDate, notAllowed, type Via } from '../shared/index.ts';
import type { Plan } from './acts/submission.ts';
import {
  type ApprovalCase,
  type CaseInReview,
  type Content,
  type Ground,
  type HistoryDraft,
  isUnderReview,
  type Mark,
  type MarkBasis,
  type PostName,
} from './case.ts';
import { type Permission, permissions } from './permissions.ts';
import { isWithdrawing } from './policy.ts';

/** What the regulations say to somebody who wants to act for an absent one. */
export type StandInAnswer =
  | ({
      readonly ok: true;
      readonly onBehalfOf: PostName;
      /** The post in which the deputy acts; null where it makes no difference. */
      readonly actingPostId: string | null;
      /** The last day of 後閲, where it must follow. */
      readonly postReviewDueOn: LocalDate | null;
      readonly postReview: boolean;
      /** Others who review as well, for example the absent one’s superior. */
      readonly postReviewBy: readonly PostName[];
      /** Passed over without anybody choosing it. */
      readonly automatic?: boolean;
    } & Ground)
  | {
      readonly ok: false;
      readonly code: string;
      readonly article: string;
      readonly params?: Readonly<Record<string, string | number>>;
    };

/** A reader of 供覧, as the directory names them when it is sent. */
export interface Reader {
  readonly person: Person;
}

/** A post, or the post that heads a section, with whoever holds it today. */
export interface FoundAddressee {
  readonly post: PostName;
  readonly holders: readonly Person[];
}

/** What the service has looked up outside for this act. */
export interface Found {
  /** 代決 for the slot of the act. */
  readonly standIn?: StandInAnswer;
  /** 後閲 for the slot of the act; on whose behalf does not matter there. */
  readonly skip?: StandInAnswer;
  /** The last day of 後閲 for those who are passed over by 引上げ. */
  readonly postReviewDueOn?: LocalDate | null;
  /** Named by `assign` or `reassign`, with the posts they hold today, and their units and all above these. */
  readonly person?: {
    readonly person: Person;
    readonly unitIds: readonly string[];
    readonly postIds: readonly string[];
  };
  readonly post?: PostName;
  /** Whom `addToRoute` names. */
  readonly addressee?: FoundAddressee;
  /** What the regulations want under a higher decider. */
  readonly plan?: Plan;
  readonly readers?: readonly Reader[];
}

/** What a rule needs to know from outside: looked up by the service, so that the rule stays pure. */
export interface Facts {
  readonly actor: Actor;
  readonly now: Date;
  readonly via: Via;
  /** A new id for whatever the act creates. */
  readonly newId: () => string;
  /** The manifest hash of a content; its algorithm is not the rules' business. */
  readonly manifestOf: (content: Omit<Content, 'manifestHash'>) => string;
  readonly found: Found;
}

/** Asks the policy again, whatever the screen showed. @throws not-allowed */
export function refuseUnless(facts: Facts, approvalCase: ApprovalCase, permission: Permission): void {
  if (!permissions[permission](facts.actor, approvalCase)) throw notAllowed(refusal(approvalCase, permission));
}

/** The case under review, for whoever may do this with it. @throws not-allowed */
export function underReview(facts: Facts, approvalCase: ApprovalCase, permission: Permission): CaseInReview {
  refuseUnless(facts, approvalCase, permission);
  if (!isUnderReview(approvalCase)) throw conflict('approvals.not_in_review');
  return approvalCase;
}

const MOVES: readonly Permission[] = ['approve', 'consent', 'object', 'sendBack', 'reject', 'pullUp', 'extendRoute'];

const REFUSALS: Readonly<Record<Permission, string>> = {
  edit: 'approvals.not_being_drafted',
  submit: 'approvals.not_being_drafted',
  discard: 'approvals.not_being_drafted',
  approve: 'approvals.not_the_holder',
  consent: 'approvals.not_consulted',
  object: 'approvals.not_consulted',
  sendBack: 'approvals.not_the_holder',
  reject: 'approvals.cannot_reject',
  ask: 'approvals.not_the_holder',
  extendRoute: 'approvals.cannot_extend_route',
  pullBack: 'approvals.cannot_pull_back',
  requestWithdrawal: 'approvals.cannot_request_withdrawal',
  settleWithdrawal: 'approvals.no_withdrawal_to_settle',
  settleDispute: 'approvals.no_dispute_to_settle',
  abandon: 'approvals.cannot_abandon',
  attach: 'approvals.cannot_attach',
  pullUp: 'approvals.cannot_pull_up',
  markRead: 'approvals.nothing_to_read',
  circulate: 'approvals.cannot_circulate',
  setEffectiveDate: 'approvals.not_decided',
  issue: 'approvals.cannot_finish',
  complete: 'approvals.cannot_finish',
  remind: 'approvals.cannot_remind',
  reassign: 'approvals.cannot_reassign',
  cite: 'approvals.cannot_cite',
  correct: 'approvals.nothing_to_correct',
  bulkApprove: 'approvals.cannot_bulk_approve',
};

function refusal(approvalCase: ApprovalCase, permission: Permission): string {
  if (isWithdrawing(approvalCase) && MOVES.includes(permission)) return 'approvals.withdrawal_waits';
  if (approvalCase.status === 'COMPLETED' && permission === 'setEffectiveDate') return 'approvals.completed_already';
  const ofHolder = MOVES.includes(permission) || permission === 'ask';
  return ofHolder && !isUnderReview(approvalCase) ? 'approvals.not_in_review' : REFUSALS[permission];
}

/** What the act leaves in the history. */
export function history(
  act: HistoryDraft['act'],
  actor: Person,
  more: Partial<Omit<HistoryDraft, 'act' | 'actor'>> = {},
): HistoryDraft {
  return { act, actor, slotId: more.slotId ?? null, comment: more.comment ?? null, detail: more.detail ?? {} };
}

/** This person's mark for the present content. */
export function markOf(
  approvalCase: ApprovalCase,
  facts: Facts,
  given: { postId: string; basis?: MarkBasis; comment?: string | null | undefined; paperChecked?: boolean | undefined },
): Mark {
  return {
    seq: approvalCase.version + 1,
    actedBy: personOf(facts.actor, given.postId),
    postId: given.postId,
    basis: given.basis ?? { kind: 'OWN' },
    actedAt: facts.now,
    comment: given.comment || null,
    manifestHash: approvalCase.manifestHash,
    via: facts.via,
    ...(given.paperChecked ? { paperChecked: true } : {}),
  };
}
