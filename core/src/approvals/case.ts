import type { Person } from '../directory/index.ts';
import type { DocumentNumber } from '../records/contract.ts';
import type { DecisionBasis } from '../regulations/contract.ts';
import type { LocalDate } from '../shared/index.ts';
import type {
  ActiveSlot,
  CaseLinks,
  CaseQuestion,
  Content,
  Obligation,
  RaisedDecider,
  RouteAddition,
  Said,
  SettledSlot,
  Slot,
  Snapshot,
} from './case-parts.ts';
import type { Inform, Numbering, OverdueStep, PassedOver, ReminderStep } from './case-plan.ts';
import { type ActName, type IssuanceMethod, isDecidedStatus } from './contract.ts';

export * from './case-parts.ts';
export * from './case-plan.ts';

/** When and by which list (廃棄・移管目録) the document of a case went. */
export interface Disposed {
  readonly on: LocalDate;
  readonly action: 'DESTROY' | 'TRANSFER';
  readonly listId: string;
  readonly list: string;
  /** When somebody acted last before. */
  readonly actedAt: Date;
}

interface CaseBase extends Content {
  readonly caseId: string;
  readonly version: number;
  /** Counts what was put before the superiors; a changed resubmission is the next one. */
  readonly revision: number;
  readonly drafter: Person;
  /** The post in which it was drafted: the line of review starts there. */
  readonly drafterPostId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly links: CaseLinks;
  /** The route taken last, by stage; marks in it may count again where nothing they saw has changed. */
  readonly route: readonly Slot[];
  readonly basis: DecisionBasis | null;
  /** What was added to the route under review, beside the drafter's wishes; nobody takes it out again. */
  readonly additions?: readonly RouteAddition[];
  readonly raised?: RaisedDecider;
  readonly passedOver: readonly PassedOver[];
  readonly informs: readonly Inform[];
  readonly reminders: readonly ReminderStep[];
  /** 催促 of 後閲 past its last day. */
  readonly overdue?: readonly OverdueStep[];
  readonly numbering: Numbering;
  /** 軽易な事案: may be approved among many. */
  readonly minor: boolean;
  /** What earlier marks were given for, oldest first. */
  readonly earlier: readonly Snapshot[];
  readonly questions: readonly CaseQuestion[];
  readonly obligations: readonly Obligation[];
  /** How often it was sent back. */
  readonly returns: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** Its document is gone, and with it what was written in the case. */
  readonly disposed?: Disposed;
}

/** 合議不調, with the act that said so: objections up to it are settled. */
export interface Deadlock extends Said {
  readonly seq: number;
}

interface Submitted {
  readonly submittedAt: Date;
  readonly deadlock: Deadlock | null;
}
interface UnderReview extends Submitted {
  /** 差戻し to an earlier step: shown until that step acts. */
  readonly sentBack: Said | null;
  /** 取下申出 that waits for the holder. */
  readonly withdrawal: Said | null;
}

export type DraftCase = CaseBase & { readonly status: 'DRAFT' };
/** IN_DISPUTE = 協議 about an objection in 合議: its stage may finish, no later one begins. */
export type CaseInReview = CaseBase & UnderReview & { readonly status: 'IN_REVIEW' | 'IN_DISPUTE' };
export type SentBackCase = CaseBase & { readonly status: 'SENT_BACK'; readonly sentBack: Said };

interface Decided extends Submitted {
  readonly decidedAt: Date;
  /** None yet while the decision is being saved, and for minor matters. */
  readonly documentNumber: DocumentNumber | null;
  /** The 課 of the drafter's unit on the day of the decision: its staff may see what it decided. */
  readonly section: string | null;
  /** The day on which it takes effect, as it was set afterwards. */
  readonly effective: { readonly on: string; readonly reason: string | null } | null;
}
/** 施行, as it was registered last. */
export interface Issued {
  readonly on: LocalDate;
  readonly method: IssuanceMethod;
  readonly note: string | null;
  readonly by: Person;
  readonly at: Date;
}
/** 完結 */
export interface Completed {
  readonly on: LocalDate;
  readonly note: string | null;
  readonly by: Person;
  readonly at: Date;
}
export type JustDecidedCase = CaseBase & Decided & { readonly status: 'DECIDED' };
export type IssuedCase = CaseBase & Decided & { readonly status: 'ISSUED'; readonly issued: Issued };
/** `issued` is null where nothing had to be issued. */
export type CompletedCase = CaseBase &
  Decided & { readonly status: 'COMPLETED'; readonly issued: Issued | null; readonly completed: Completed };
/** The decision stands in each of these. */
export type DecidedCase = JustDecidedCase | IssuedCase | CompletedCase;
/** 却下・廃案 */
export type EndedCase = CaseBase & { readonly status: 'REJECTED' | 'ABANDONED'; readonly ended: Said };
export type WithdrawnCase = CaseBase & { readonly status: 'WITHDRAWN' };

/** 案件: one decision, in the only shapes it can have. */
export type ApprovalCase = DraftCase | CaseInReview | SentBackCase | DecidedCase | EndedCase | WithdrawnCase;

/** The fields that every shape has, to build another shape from. */
export function baseOf(approvalCase: ApprovalCase): CaseBase {
  const all: CaseBase & Partial<Record<ShapeKey, unknown>> = approvalCase;
  const {
    status,
    submittedAt,
    deadlock,
    sentBack,
    withdrawal,
    decidedAt,
    documentNumber,
    section,
    effective,
    issued,
    completed,
    ended,
    ...base
  } = all;
  return base;
}

type ShapeKey =
  | 'status'
  | 'submittedAt'
  | 'deadlock'
  | 'sentBack'
  | 'withdrawal'
  | 'decidedAt'
  | 'documentNumber'
  | 'section'
  | 'effective'
  | 'issued'
  | 'completed'
  | 'ended';

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

/** When somebody acted last: that its document went is no act. */
export const lastActedAt = ({ disposed, updatedAt }: ApprovalCase): Date => disposed?.actedAt ?? updatedAt;

export const isUnderReview = (approvalCase: ApprovalCase): approvalCase is CaseInReview =>
  approvalCase.status === 'IN_REVIEW' || approvalCase.status === 'IN_DISPUTE';

/** 決裁済み: also once it is issued or completed. */
export const isDecided = (approvalCase: ApprovalCase): approvalCase is DecidedCase =>
  isDecidedStatus(approvalCase.status);

export const isActive = (slot: Slot): slot is ActiveSlot => slot.status === 'ACTIVE';

/** A slot that has its mark. */
export const isSettled = (slot: Slot): slot is SettledSlot => slot.status !== 'ACTIVE' && slot.status !== 'WAITING';

/** The posts that have it now, in the order of the route. */
export const activeSlots = (approvalCase: ApprovalCase): ActiveSlot[] => approvalCase.route.filter(isActive);

/** Names a slot among those of one plan; ids change with every plan. */
export const slotKey = (slot: Pick<Slot, 'duty' | 'postId' | 'section'>): string =>
  `${slot.duty}/${slot.section ?? slot.postId}`;
