import type { Person } from '../directory/index.ts';
import type { DocumentNumber, FileRef } from '../records/contract.ts';
import type { DecisionBasis } from '../regulations/contract.ts';
import type { ActName, SlotDuty } from './contract.ts';

/** The document on which is decided: a version of a record's file. */
export interface CaseDocument {
  readonly recordId: string;
  readonly fileVersion: number;
  readonly file: FileRef;
}

interface SlotBase {
  readonly slotId: string;
  readonly stage: number;
  readonly duty: SlotDuty;
  readonly postId: string;
  readonly postTitle: string;
  readonly unitName: string;
}

/** A mark: who acted, as they were then, and for which content. */
export interface Mark {
  readonly actedBy: Person;
  readonly actedAt: Date;
  readonly comment: string | null;
  readonly manifestHash: string;
}

/** One post's duty in the route (決裁ルート). */
export type Slot = SlotBase &
  (
    | { readonly status: 'WAITING' }
    | { readonly status: 'ACTIVE'; readonly activeSince: Date }
    | ({ readonly status: 'APPROVED' } & Mark)
  );

export type ActiveSlot = Extract<Slot, { status: 'ACTIVE' }>;

export interface CaseQuestion {
  readonly questionId: string;
  readonly askedBy: Person;
  readonly askedAt: Date;
  readonly text: string;
  readonly answer: { readonly by: Person; readonly at: Date; readonly text: string } | null;
}

/** Something said with a reason, by somebody, at a time. */
export interface Said {
  readonly by: Person;
  readonly at: Date;
  readonly reason: string;
}

interface CaseBase {
  readonly caseId: string;
  readonly version: number;
  /** Counts what was put before the superiors; a changed resubmission is the next one. */
  readonly revision: number;
  readonly title: string;
  readonly proposalText: string;
  readonly classification: { readonly code: string; readonly name: string };
  readonly retentionYears: number;
  readonly document: CaseDocument;
  readonly manifestHash: string;
  readonly drafter: Person;
  /** The post in which it was drafted: the line of review starts there. */
  readonly drafterPostId: string;
  readonly unitId: string;
  readonly unitName: string;
  /** The route taken last; marks in it may count again when the content is the same. */
  readonly route: readonly Slot[];
  readonly basis: DecisionBasis | null;
  readonly questions: readonly CaseQuestion[];
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export type DraftCase = CaseBase & { readonly status: 'DRAFT' };
export type CaseInReview = CaseBase & {
  readonly status: 'IN_REVIEW';
  readonly submittedAt: Date;
  /** 差戻し to an earlier step: shown until that step acts. */
  readonly sentBack: Said | null;
  /** 取下申出 that waits for the holder. */
  readonly withdrawal: Said | null;
};
export type SentBackCase = CaseBase & { readonly status: 'SENT_BACK'; readonly sentBack: Said };
export type DecidedCase = CaseBase & {
  readonly status: 'DECIDED';
  readonly submittedAt: Date;
  readonly decidedAt: Date;
  readonly documentNumber: DocumentNumber;
};
export type WithdrawnCase = CaseBase & { readonly status: 'WITHDRAWN' };

/** 案件: one decision, in the only shapes it can have. */
export type ApprovalCase = DraftCase | CaseInReview | SentBackCase | DecidedCase | WithdrawnCase;

/** The fields that every shape has, to build another shape from. */
export function baseOf(approvalCase: ApprovalCase): CaseBase {
  const { caseId, version, revision, title, proposalText, classification, retentionYears, document } = approvalCase;
  const { manifestHash, drafter, drafterPostId, unitId, unitName, route, basis, questions } = approvalCase;
  const { createdAt, updatedAt } = approvalCase;
  const content = {
    caseId,
    version,
    revision,
    title,
    proposalText,
    classification,
    retentionYears,
    document,
    manifestHash,
  };
  return { ...content, drafter, drafterPostId, unitId, unitName, route, basis, questions, createdAt, updatedAt };
}

/** What an act leaves in the history. */
export interface HistoryDraft {
  readonly act: ActName;
  readonly actor: Person;
  readonly slotId: string | null;
  readonly comment: string | null;
  /** Parameters of the act that the columns do not have, for example where a 差戻し went. */
  readonly detail: Readonly<Record<string, string | number | null>>;
}

/** What the rule decided: the next state and its history. The service numbers, saves and tells. */
export interface Outcome {
  readonly next: ApprovalCase;
  readonly history: HistoryDraft;
}

export function activeSlot(approvalCase: ApprovalCase): ActiveSlot | undefined {
  return approvalCase.route.find((slot): slot is ActiveSlot => slot.status === 'ACTIVE');
}
