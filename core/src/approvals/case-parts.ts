import type { AbsenceEvidence as KnownAbsence, Person } from '../directory/index.ts';
import type { FileRef } from '../records/contract.ts';
import type { StageRule } from '../regulations/contract.ts';
import type { LocalDate, Via } from '../shared/index.ts';
import type {
  Confidentiality,
  Disclosure,
  Issuance,
  MatterInput,
  PaperAttachment,
  RouteWish,
  SlotDuty,
  Urgency,
} from './contract.ts';

/** The document on which is decided: a version of a record's file. */
export interface CaseDocument {
  readonly recordId: string;
  readonly fileVersion: number;
  readonly file: FileRef;
}

/** What the drafter says beside title, text and document. */
export interface CaseDetails {
  readonly legalBasis: string;
  readonly matter: MatterInput;
  readonly disclosure: Disclosure | null;
  readonly issuance: Issuance | null;
  readonly effectiveOn: string | null;
  readonly retroactiveReason: string | null;
  readonly confidentiality: Confidentiality;
  readonly urgency: Urgency;
  readonly paperAttachments: readonly PaperAttachment[];
  readonly routeWish: RouteWish;
}

export interface Attachment {
  readonly attachmentId: string;
  readonly name: string;
  readonly version: number;
  readonly file: FileRef;
  readonly addedAt: Date;
  readonly addedBy: Person;
  /** Versions that were replaced; nothing is deleted. */
  readonly earlier: readonly { readonly version: number; readonly file: FileRef }[];
  /** Somebody gave a mark while it lay there: it can only get a new version from now on. */
  readonly sealed: boolean;
}

/** What is put before the superiors. Everything that a manifest hash covers. */
export interface Content {
  readonly title: string;
  readonly proposalText: string;
  readonly classification: { readonly code: string; readonly name: string };
  readonly retentionYears: number;
  readonly document: CaseDocument;
  readonly details: CaseDetails;
  /** In the drafter's order. */
  readonly attachments: readonly Attachment[];
  readonly manifestHash: string;
}

/** Content as somebody saw it who gave a mark, kept once it is no longer the present one. */
export interface Snapshot extends Content {
  readonly revision: number;
  readonly replacedAt: Date;
}

export interface PostName {
  readonly postId: string;
  readonly postTitle: string;
  readonly unitName: string;
}

/** Why somebody is held to be absent; the regulations judge it. */
export interface AbsenceEvidence {
  readonly source: KnownAbsence['source'];
  readonly from: string;
  readonly until: string | null;
  readonly statement: string;
  readonly recordedAt: Date;
}

/** A row of the regulations that allows something, in words. */
export interface Ground {
  readonly ruleId: string;
  readonly article: string;
  readonly sentence: string;
  readonly evidence: AbsenceEvidence | null;
  /** 緊急時の代決: the number of the 特例の命令 without which it was not allowed. */
  readonly orderNumber?: string;
}

/** By what right a mark was given. */
export type MarkBasis =
  | { readonly kind: 'OWN' }
  /** 代決 */
  | ({ readonly kind: 'DEPUTY'; readonly onBehalfOf: PostName; readonly instruction: string | null } & Ground)
  /** 引上げ: also on the slots that were passed over by it. */
  | { readonly kind: 'PULL_UP'; readonly reason: string }
  /** 後閲 */
  | ({
      readonly kind: 'SKIPPED';
      readonly reason: string;
      /** Nobody chose it: the regulations say so. */
      readonly automatic?: true;
    } & Ground)
  /** Enough others of the stage have acted. */
  | { readonly kind: 'STAGE_RULE' };

/** A mark: who acted, as they were then, by what right, and for which content. */
export interface Mark {
  /** The version that the act made: two marks with one `seq` are one act. */
  readonly seq: number;
  readonly actedBy: Person;
  /** The post in which they acted. */
  readonly postId: string;
  readonly basis: MarkBasis;
  readonly actedAt: Date;
  readonly comment: string | null;
  readonly manifestHash: string;
  readonly via: Via;
  /** 兼務: the other posts for which the same act counts. */
  readonly also?: readonly PostName[];
  readonly paperChecked?: true;
}

/** A slot as it is planned, before anybody has acted. */
export interface SlotBase extends PostName {
  readonly slotId: string;
  readonly stage: number;
  readonly stageRule: StageRule;
  readonly duty: SlotDuty;
  /** 合議 to a section: its unit. The post is the section's head, who answers for it in the end. */
  readonly section?: string;
  readonly mandatory: boolean;
  readonly added?: true;
  /** Added under review: by whom, and when. */
  readonly addedBy?: { readonly by: Person; readonly at: Date };
  readonly article: string;
  readonly reason: string;
}

/** What happened to a slot that is not yet, or no longer, a mark. */
interface SlotNotes {
  readonly received?: { readonly by: Person; readonly at: Date };
  /** The person named to answer, in place of the post's holders. */
  readonly assignee?: Person;
  readonly remindedAt?: Date;
  /** The content on which its holder acted last, also where that act is void now. */
  readonly seen?: { readonly manifestHash: string; readonly at: Date };
}

export type SettledStatus =
  | 'APPROVED'
  | 'CONSENTED'
  | 'CONSENTED_WITH_OPINION'
  | 'OBJECTED'
  | 'REJECTED'
  | 'SKIPPED_POST_REVIEW'
  | 'DEPUTY_DECIDED'
  | 'NOT_REQUIRED';

/** One post's duty in the route (決裁ルート). */
export type Slot = SlotBase &
  SlotNotes &
  (
    | { readonly status: 'WAITING' }
    | { readonly status: 'ACTIVE'; readonly activeSince: Date }
    | { readonly status: SettledStatus; readonly activeSince: Date | null; readonly mark: Mark }
  );

export type ActiveSlot = Extract<Slot, { status: 'ACTIVE' }>;
export type SettledSlot = Extract<Slot, { mark: Mark }>;

/** Open after the act: 後閲 in both senses, and 供覧. */
export interface Obligation {
  readonly obligationId: string;
  readonly kind: 'POST_REVIEW_AFTER_DEPUTY' | 'POST_REVIEW_SKIPPED' | 'READING';
  readonly status: 'OPEN' | 'CONFIRMED' | 'COMMENTED' | 'OBJECTED';
  /** The post that looks afterwards; for 供覧 to a person, none. */
  readonly post: PostName | null;
  readonly reader: Person | null;
  readonly article: string | null;
  readonly dueOn: LocalDate | null;
  readonly createdAt: Date;
  /** The act that made it; taken back with it. */
  readonly seq: number;
  readonly done: { readonly by: Person; readonly at: Date; readonly comment: string | null } | null;
}

export interface CaseQuestion {
  readonly questionId: string;
  readonly askedBy: Person;
  readonly askedAt: Date;
  readonly text: string;
  readonly answer: {
    readonly by: Person;
    readonly at: Date;
    readonly text: string;
    readonly attachmentIds: readonly string[];
  } | null;
}

/** Something said with a reason, by somebody, at a time. */
export interface Said {
  readonly by: Person;
  readonly at: Date;
  readonly reason: string;
}

/** A step that a superior added under review: it stays in every later route of the case. */
export interface RouteAddition extends Said {
  readonly duty: 'REVIEW' | 'CONSULT';
  readonly postId: string | null;
  readonly unitId: string | null;
}

/** 上位者の決裁を仰ぐ, said under review: for what reasons of 専決の制限, and to which classes at least. */
export interface RaisedDecider extends Said {
  readonly escalations: readonly string[];
  readonly to: readonly string[];
}

/** Where a case comes from, and what was said of it then for good. */
export interface CaseLinks {
  readonly citedCaseId?: string;
  readonly correctsCaseId?: string;
  readonly instructionId?: string;
  readonly externalId?: string;
  /** A matter of the drafter's own (服務), of no concern to the section. */
  readonly personal?: true;
}

export const noWish: RouteWish = { adds: [], removes: [], skips: [] };

/** A draft that says nothing more than title, text and document. */
export const plainDetails: CaseDetails = {
  legalBasis: '',
  matter: { code: 'GENERAL', facts: {}, escalations: [], raiseTo: null, analogousTo: null },
  disclosure: null,
  issuance: null,
  effectiveOn: null,
  retroactiveReason: null,
  confidentiality: 'C2',
  urgency: 'NORMAL',
  paperAttachments: [],
  routeWish: noWish,
};
